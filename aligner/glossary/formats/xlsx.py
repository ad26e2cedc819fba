"""Excel workbooks: the columns of our CSV files in the first sheet, every cell as text.

Written by XlsxWriter and read by openpyxl, which the extra `xlsx` installs.
"""

from __future__ import annotations

import importlib
import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from aligner.errors import GlossaryError, MissingExtraError
from aligner.glossary.formats._cells import cells, entry_of
from aligner.glossary.formats._entries import check_columns, terms_of
from aligner.glossary.formats._format import Reading, TermFormat, checked, refused
from aligner.glossary.load import COLUMNS
from aligner.model import Term

_LONGEST_CELL = 32767
_NO_DATE = datetime(2000, 1, 1)  # the same terms give the same file
_WIDE, _NARROW = 28, 12
# All that openpyxl lets through from a broken package, its XML and its values.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, SyntaxError, LookupError, ValueError, TypeError),
    *(AttributeError, AssertionError, ArithmeticError, RuntimeError),
)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def _library(name: str, what: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        problem = f"{what} an Excel workbook needs the package {name}"
        raise MissingExtraError(problem, "install it from the checkout: pip install '.[xlsx]'") from None


def read(path: Path) -> Reading:
    """Read the first sheet of a workbook: a header, then one concept a row."""
    rows = list(_rows(path))
    header = [name.lower() for name in rows[0]] if rows else []
    missing = [name for name in ("en", "zh") if name not in header]
    if missing:
        what = f"row 1 of the first sheet lacks {' and '.join(missing)}"
        raise GlossaryError(f"{path}: {what}", "the first row names the columns, at least en and zh")
    check_columns(f"{path}: row 1", header)
    twice = next((name for name in header if name and header.count(name) > 1), None)
    if twice:
        raise GlossaryError(f"{path}: row 1 names '{twice}' twice", "leave one of them out")
    return Reading(terms_of(str(path), _entries(path, header, rows[1:])))


def _entries(path: Path, header: list[str], rows: Iterable[list[str]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, row in enumerate(rows, 2):
        if any(row):
            if any(row[len(header) :]):
                raise GlossaryError(f"{path}: row {number}: has more cells than the header", "give each a column")
            known = {name: cell for name, cell in zip(header, row, strict=False) if name in COLUMNS}
            yield f"row {number}", entry_of(known, f"{path}: row {number}")


def _rows(path: Path) -> Iterator[list[str]]:
    library = _library("openpyxl", "reading")
    # What is no glossary's: styles that openpyxl does not know.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with path.open("rb") as file, closing(library.load_workbook(file, read_only=True, data_only=True)) as book:
                sheet = book.worksheets[0]
                sheet.reset_dimensions()  # some programs write wrong ones
                yield from ([_text(value) for value in row] for row in sheet.iter_rows(values_only=True))
        except FileNotFoundError:
            raise GlossaryError(f"{path}: there is no such glossary", "check the path") from None
        except _BROKEN:
            remedy = "save it as .xlsx again, without a password"
            raise GlossaryError(f"{path}: is no Excel workbook that can be read", remedy) from None
        except OSError as error:
            reason = error.strerror or "it is damaged"
            raise GlossaryError(f"{path}: cannot be read ({reason})", "name an .xlsx file") from None


def _text(value: object) -> str:
    """Return what a cell shows.

    >>> _text(None), _text(12.0), _text(True), _text("a_x000D_b")
    ('', '12', 'yes', 'a\\rb')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), str(value)).strip()


def write(terms: Sequence[Term]) -> bytes:
    """Write a workbook of one sheet, whose header stays in sight."""
    library = _library("xlsxwriter", "writing")
    buffer = io.BytesIO()
    with library.Workbook(buffer, {"constant_memory": True, "in_memory": False}) as book:
        book.set_properties({"created": _NO_DATE})
        sheet = book.add_worksheet("terms")
        sheet.freeze_panes(1, 0)
        bold = book.add_format({"bold": True})
        for column, name in enumerate(COLUMNS):
            sheet.set_column(column, column, _WIDE if name.startswith(("en", "zh", "note")) else _NARROW)
            sheet.write_string(0, column, name, bold)
        for row, term in enumerate(checked(terms), 1):
            for column, cell in enumerate(cells(term)):
                if len(cell) > _LONGEST_CELL:
                    raise refused(term, f"{COLUMNS[column]} is longer than the {_LONGEST_CELL} characters of a cell")
                # As text, whatever it begins with.
                if cell and sheet.write_string(row, column, cell) != 0:
                    raise refused(term, "a sheet has no more rows", "write it as CSV")
    return buffer.getvalue()


FORMAT = TermFormat("xlsx", (".xlsx",), read, write)
