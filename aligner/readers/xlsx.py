"""Excel workbooks: the sheets that have a column for each language, each row a pair."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import chain, islice
from typing import BinaryIO

from aligner.config import Config
from aligner.errors import InputError
from aligner.model import Document, Skipped
from aligner.readers._columns import NoColumnError, is_report
from aligner.readers._reader import Reader
from aligner.readers._table import Cell, Row, Table, documents
from aligner.text.workbooks import Sheet, sheets

_PART = re.compile(rb"PK\x03\x04.{26}xl/", re.DOTALL)  # a part of a workbook in its package


def stream(file: BinaryIO, name: str, config: Config) -> Iterator[Document]:
    """Yield the documents of a workbook; the last one says what sheets were left out."""
    left_out: list[Skipped] = []
    reason: InputError | None = None
    last: Document | None = None
    with closing(sheets(file, name)) as found:
        for sheet in found:
            if sheet.hidden:
                left_out.append(Skipped(f"sheet '{sheet.title}'", "it is hidden"))
                continue
            head = list(islice(sheet.rows, 1))
            try:
                for document in _documents(sheet, head, name, config):
                    if last:
                        yield last
                    last = document
            except NoColumnError as error:
                reason = reason or error
                left_out.append(Skipped(f"sheet '{sheet.title}'", error.problem.partition(": ")[2]))
            if head and is_report(tuple(head[0])):  # what else stands in a report of ours are no pairs
                left_out.clear()
                break
    if last is None:
        raise reason or InputError(f"{name}: holds no text", "give a workbook with a column for each language")
    yield replace(last, skipped=tuple(left_out))


def _documents(sheet: Sheet, head: list[list[str]], name: str, config: Config) -> Iterator[Document]:
    rows = (_row(number, texts) for number, texts in enumerate(chain(head, sheet.rows), 1))
    return documents(Table(name, READER.id, rows, even=False, sheet="" if sheet.alone else sheet.title), config)


def _row(number: int, texts: list[str]) -> Row:
    return Row(number, number, tuple(Cell(text, number, 1, ()) for text in texts))  # a row counts as a line


def recognises(head: bytes, name: str) -> bool:
    """Say whether a file is a package with a part of a workbook in it."""
    return head.startswith(b"PK\x03\x04") and _PART.search(head) is not None and b"word/document.xml" not in head


READER = Reader("xlsx", "Excel", (".xlsx", ".xlsm"), stream=stream, recognises=recognises)
