"""The sheets of Excel workbooks, read by openpyxl, which the extra `xlsx` installs; their rows one after the other."""

from __future__ import annotations

import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import Any, BinaryIO

from aligner.errors import InputError, missing

# All that openpyxl lets through from a broken package, its XML and its values.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, SyntaxError, LookupError, ValueError, TypeError),
    *(AttributeError, AssertionError, ArithmeticError, RuntimeError, NotImplementedError, OSError),
)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ENCRYPTED = b"\xd0\xcf\x11\xe0"  # the container of a workbook with a password, and of the format before 2007
_MOST_STRINGS, _MOST_BYTES = 512 << 20, 4 << 30  # unpacked: of the texts, which are held, and of all
_MOST_ROWS = 1 << 20  # of a sheet
_HEAD = 1024  # bytes in which a document type is declared
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


@dataclass(frozen=True)
class Sheet:
    """A sheet: its rows as texts, from the first one on, empty ones too; `alone` where there is no other."""

    title: str
    hidden: bool
    alone: bool
    rows: Iterator[list[str]]


def sheets(file: BinaryIO, name: str) -> Generator[Sheet, None, None]:
    """Yield the sheets of a workbook; the rows of one are read before the next one.

    A formula counts as what it came to when the file was saved.

    Raises:
        InputError: it is no workbook, is encrypted, damaged or too large.
        MissingExtraError: openpyxl is not installed.
    """
    try:
        import openpyxl
    except ModuleNotFoundError:
        raise missing(name, "openpyxl", "xlsx") from None
    # What does not concern texts: styles and extensions that openpyxl does not know.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            _require_harmless(file, name)
            with closing(openpyxl.load_workbook(file, read_only=True, data_only=True)) as book:
                for sheet in book.worksheets:
                    sheet.reset_dimensions()  # some programs write wrong ones
                    yield Sheet(sheet.title, sheet.sheet_state != "visible", len(book.worksheets) == 1, _rows(sheet))
        except _BROKEN:
            raise InputError(f"{name}: is no Excel workbook that can be read", "save it as .xlsx again") from None


def _rows(sheet: Any) -> Iterator[list[str]]:
    for row in islice(sheet.iter_rows(values_only=True), _MOST_ROWS):  # a broken number of a row is no reason to wait
        texts = [_text(value) for value in row]
        while texts and not texts[-1]:
            texts.pop()
        yield texts


def _require_harmless(file: BinaryIO, name: str) -> None:
    """Refuse what would not be read as a workbook, or would fill the memory.

    Raises:
        InputError: says why.
    """
    if file.read(4) == _ENCRYPTED:
        what = "is protected by a password, or in the format of before 2007"
        raise InputError(f"{name}: {what}", "save it as .xlsx without a password")
    with zipfile.ZipFile(file) as package:
        parts = package.infolist()
        strings = sum(part.file_size for part in parts if part.filename.lower().endswith("sharedstrings.xml"))
        if strings > _MOST_STRINGS or sum(part.file_size for part in parts) > _MOST_BYTES:
            raise InputError(f"{name}: is too large when unpacked", "save its text as CSV")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                with package.open(part) as content:
                    if _DECLARES.search(content.read(_HEAD).replace(b"\0", b"")):
                        raise InputError(f"{name}: {part.filename} declares entities", "save it as .xlsx again")
    file.seek(0)


def cell_name(row: int, column: int) -> str:
    """Return how spreadsheets name a cell; the row counts from 1, the column from 0.

    >>> cell_name(7, 9), cell_name(1, 27)
    ('J7', 'AB1')
    """
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row}"


def _text(value: object) -> str:
    """Return what a cell holds, as text.

    >>> _text(None), _text(12.0), _text(True), _text("a_x000D_b")
    ('', '12', 'TRUE', 'a\\rb')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, datetime | date):
        return value.isoformat()
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), str(value))
