"""Rows of delimited text, each cell with its place in the file, which the csv module does not tell.

As in RFC 4180, a cell in double quotes may hold the separator, line ends, and a quote written twice. Tab-separated
files are often written without any quoting, so that there a quote counts as one only where it was needed.
"""

from __future__ import annotations

import codecs
import io
import re
from array import array
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO, Literal, TextIO

from aligner.config import Config
from aligner.errors import InputError
from aligner.model import Document
from aligner.readers._columns import find as find_columns
from aligner.readers._columns import is_report, names_languages
from aligner.readers._reader import HEAD
from aligner.readers._table import Cell, Row, Table, documents
from aligner.text.decoding import open_text
from aligner.text.languages import lang_of

SEPARATORS = ",;\t"
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"')
_NEEDED = re.compile(r'[\t,"\r\n]')  # what makes a spreadsheet quote a cell
_LONGEST, _MOST_LINES = 1_000_000, 1000  # characters and lines of a row; more is a quote that nobody closed
Form = Literal["csv", "tsv", "our csv", "our tsv"]
_TO_TELL = 20  # rows that show which separator a file has
_LEAST, _SURE = 3, 0.9  # rows that make a table, and how many of them have both languages
_LINE_END = re.compile(r"\r\n|\r|\n")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_DIRECTIVE = re.compile(r"sep=([,;\t])\r?\n?", re.IGNORECASE)  # how a file tells a spreadsheet


def read(file: BinaryIO, name: str, config: Config, format_id: str) -> Iterator[Document]:
    """Yield the documents of a file; `csv` finds the separator, `tsv` has the tab.

    Raises:
        InputError: it is no table of both languages, or a row is broken; names the line.
    """
    text, warnings = open_text(file, name, config.encoding)
    with text:
        head = text.read(HEAD)
        text.seek(0)
        tabbed = format_id == "tsv"
        separator = "\t" if tabbed else _separator(head)
        own = _is_ours(head, separator)
        form: Form = ("our tsv" if own else "tsv") if tabbed else ("our csv" if own else "csv")
        rows = Rows(text, name, separator, form)
        table = Table(name, format_id, rows, headed=own, warnings=warnings, line_starts=rows.line_starts)
        yield from documents(table, config)


def looks_like(head: bytes, name: str, separators: str) -> bool:
    """Say whether a file whose name tells nothing holds a table: even rows, with a column for each language.

    Where the separator may as well be a comma of the text, only a header that names both languages shows it.
    """
    if PurePath(name).suffix.lower() not in ("", ".txt", ".text"):
        return False
    encoding = "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    text = head.decode(encoding, errors="ignore")
    whole = text[: text.rfind("\n") + 1] if len(head) >= HEAD else text
    return any(_is_table(whole, separator) for separator in separators)


def _is_table(text: str, separator: str) -> bool:
    first = next((line for line in text.splitlines() if line.strip()), "").split(separator)
    if len(first) < 2 or not (separator == "\t" or names_languages([name.strip('" ') for name in first])):
        return False
    try:
        rows = [
            row.texts
            for row in Rows(io.StringIO(text, newline=""), "", separator, "tsv" if separator == "\t" else "csv")
        ]
        rows = [row for row in rows if any(map(str.strip, row))]
        if len({len(row) for row in rows}) != 1 or len(rows) < _LEAST:
            return False
        columns = find_columns(rows, {}, "")
    except InputError:
        return False
    if separator != "\t":
        return True
    data = rows[columns.begin :]
    good = sum(lang_of(row[columns.en]) == "en" and lang_of(row[columns.zh]) == "zh" for row in data)
    return good >= _SURE * len(data)


def _is_ours(head: str, separator: str) -> bool:
    """Say whether a file is a report of ours, which writes some texts in a way of its own, see `Rows`."""
    return is_report(tuple(re.split("\r?\n", head, maxsplit=1)[0].split(separator)))


def _separator(head: str) -> str:
    directive = _DIRECTIVE.match(head)
    return directive[1] if directive else max(SEPARATORS, key=lambda separator: _regularity(head, separator))


def _regularity(head: str, separator: str) -> tuple[int, int]:
    """Return how many of the first rows have the most common number of cells, where that is more than one."""
    counts: Counter[int] = Counter()
    try:
        for row, _ in zip(Rows(io.StringIO(head, newline=""), "", separator), range(_TO_TELL), strict=False):
            counts[len(row.cells)] += 1
    except InputError:
        pass
    several = {count: rows for count, rows in counts.items() if count > 1}
    common = max(several, key=lambda count: several[count], default=1)
    return several.get(common, 0), common


class Rows:
    """The rows of a text; `starts` are the offsets of the lines that were read so far.

    In CSV every quote at the beginning of a cell opens it, in TSV one that was needed. `our tsv` has no quotes, but
    `\\t`, `\\n`, `\\r` and `\\\\`; `our csv` has an apostrophe before what would be a formula, which is taken off.

    >>> [row.texts for row in Rows(io.StringIO('a,"b ""c"", d"\\n'), "a.csv", ",")]
    [('a', 'b "c", d')]
    """

    def __init__(self, text: TextIO, name: str, separator: str, form: Form = "csv") -> None:
        self.starts = array("q")
        self._text, self._name, self._separator = text, name, separator
        self._strict, self._escaped, self._guarded = form.endswith("csv"), form == "our tsv", form == "our csv"
        self._width = 0  # of the first row
        self._plain = re.compile(f"[^{re.escape(separator)}\r\n]*")

    def __iter__(self) -> Iterator[Row]:
        lines, at, number = self._lines(), 0, 0
        for first in lines:
            record, line = first, len(self.starts)
            if number == 0 and _DIRECTIVE.fullmatch(record):
                at += len(record)
                continue
            while (cells := self._cells(record, at, line)) is None:
                more = next(lines, None)
                if more is None or len(record) > _LONGEST or len(self.starts) - line > _MOST_LINES:
                    raise self._broken(line, "a quote is opened there and not closed")
                record += more
            number += 1
            self._width = self._width or len(cells)
            at += len(record)
            yield Row(number, line, tuple(cells))

    def line_starts(self, first: int) -> tuple[int, ...]:
        """Return the offsets of the lines that were read; of those before the first that counts, none is held."""
        return (0,) * (first - 1) + tuple(self.starts[first - 1 :])

    def _lines(self) -> Iterator[str]:
        at = 0
        for line in self._text:
            self.starts.append(at)
            at += len(line)
            yield line

    def _cells(self, record: str, begin: int, line: int) -> list[Cell] | None:
        """Return the cells of a record, None where it goes on behind the next line end."""
        cells: list[Cell] = []
        at = 0
        while True:
            quoted = self._quoted(record, at, line, len(cells))
            if quoted is None:
                return None
            start, end, after = quoted
            doubled = after > end and '""' in record[start:end]
            start += self._guarded and _GUARDED.match(record, start) is not None
            cells.append(self._cell(record, begin, line, slice(start, end), doubled=doubled))
            if not record.startswith(self._separator, after):
                return cells
            at = after + 1

    def _quoted(self, record: str, at: int, line: int, before: int) -> tuple[int, int, int] | None:
        """Return where the text of a cell begins and ends and what is behind it; None where a quote stays open."""
        end = self._plain.match(record, at).end()  # type: ignore[union-attr]  # it matches nothing as well
        if self._escaped or not record.startswith('"', at):
            return at, end, end
        found = _QUOTED.match(record, at)
        closed = found is not None and (found.end() == len(record) or record[found.end()] in f"{self._separator}\r\n")
        if found and closed and (self._strict or _NEEDED.search(found[1])):
            return found.start(1), found.end(1), found.end()
        if self._strict and found:
            raise self._broken(line, f"text stands behind the closing quote of cell {before + 1}")
        if self._strict or (not found and before + record.count(self._separator, at) + 1 < self._width):
            return None
        return at, end, end

    def _cell(self, record: str, begin: int, line: int, where: slice, *, doubled: bool) -> Cell:
        written = record[where]
        before = record[: where.start]
        lines = sum(1 for _ in _LINE_END.finditer(before))
        column = where.start - max(before.rfind("\n"), before.rfind("\r"))
        if not doubled and not (self._escaped and "\\" in written):
            return Cell(written, line + lines, column)
        pattern = r"\\[tnr\\]|." if self._escaped else r'""|.'
        pieces = list(re.finditer(pattern, written, re.DOTALL))
        text = "".join(_meant(piece[0]) for piece in pieces)
        return Cell(text, line + lines, column, tuple(begin + where.start + piece.start() for piece in pieces))

    def _broken(self, line: int, what: str) -> InputError:
        return InputError(f"{self._name}: line {line}: {what}", "write a quote inside a quoted cell twice")


def _meant(written: str) -> str:
    return {"\\t": "\t", "\\n": "\n", "\\r": "\r", "\\\\": "\\", '""': '"'}.get(written, written)
