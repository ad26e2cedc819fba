"""The rows of a glossary file with what is needed to point to them, and the faults that are found in reading.

A fault is a value, not an exception, so that `load` can stop at the first one and `lint` can tell them all.
"""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.errors import GlossaryError, InputError
from aligner.text.decoding import decode
from aligner.text.headers import language_of

COLUMNS = (
    *("id", "en", "zh", "en_admitted", "zh_admitted", "en_forbidden", "zh_forbidden"),
    *("abbreviation", "zh_abbreviation", "pos", "domain", "match", "case", "exceptions"),
    *("note", "origin", "status"),
)
_START = "write a header 'en,zh' and one concept a row"


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps a glossary from being used, and where: `column` counts from 1, `field` is its name.

    >>> print(Fault("mine.csv", 3, 2, "zh", "is empty").error)
    mine.csv: line 3, column 2 (zh): is empty
    >>> print(Fault("mine.csv", 1, 3, "no\\vte", "is unknown").error)
    mine.csv: line 1, column 3 (no te): is unknown
    """

    path: str
    line: int
    column: int
    field: str
    what: str
    remedy: str = ""

    @property
    def error(self) -> GlossaryError:
        """The fault as an error of one line to raise; line 0 stands for the file as a whole."""
        what, field, remedy = (" ".join(text.split()) for text in (self.what, self.field, self.remedy))
        if not self.line:
            return GlossaryError(f"{self.path}: {what}", remedy)
        name = f" ({field})" if field else ""
        return GlossaryError(f"{self.path}: line {self.line}, column {self.column}{name}: {what}", remedy)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a glossary; `fields` are as written, the methods leave out the white space around values."""

    path: str
    line: int
    columns: tuple[str, ...]
    fields: Mapping[str, str]

    def fault(self, column: str, what: str, remedy: str = "") -> Fault:
        """Make a fault that points to a column of this row."""
        number = self.columns.index(column) + 1 if column in self.columns else 1
        return Fault(self.path, self.line, number, column, what, remedy)

    def one(self, column: str) -> str:
        """Return a field that holds one value; empty where there is none."""
        return self.fields.get(column, "").strip()

    def several(self, column: str) -> tuple[str, ...]:
        """Return the values of a field, each once.

        >>> Row("mine.csv", 2, ("zh",), {"zh": "膝| 膝关节 ||膝"}).several("zh")
        ('膝', '膝关节')
        """
        values = (value.strip() for value in self.one(column).split("|"))
        return tuple(dict.fromkeys(value for value in values if value))


def decoded(path: Path) -> str:
    """Return the text of a glossary file in UTF-8, UTF-16 or GB18030.

    Raises:
        GlossaryError: the file cannot be read as text.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise GlossaryError(f"{path}: there is no such glossary", "check the path") from None
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read ({error.strerror})", "name a CSV file") from None
    if not raw.strip():
        return ""
    try:
        return decode(raw, str(path))[0]
    except InputError as error:
        raise GlossaryError(error.problem, "save it as CSV in UTF-8") from None


def rows(path: str, text: str) -> Iterator[Row | Fault]:
    """Yield the rows of a glossary, and in their place the faults of its form; none follows a broken header."""
    head = text.split("\n", 1)[0]
    delimiter = max(",\t;", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: tuple[str, ...] = ()
    line, found = 1, False
    try:
        for cells in reader:
            if not columns:
                columns = columns_of(cells)
                faults = list(_header(path, columns))
                yield from faults
                if faults:
                    return
            elif any(cell.strip() for cell in cells):
                found = True
                yield _row(path, line, columns, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        yield Fault(path, line, 1, "", f"is not well-formed CSV ({error})", "check the quotes there")
        return
    if not found:
        yield Fault(path, 0, 1, "", "holds no entry" if columns else "is empty", _START)


def columns_of(header: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the columns as ours, where they are other names of the languages.

    >>> columns_of(["Chinese (Simplified)", "English", "Note", "英文"])
    ('zh', 'en', 'note', '英文')
    """
    found: list[str] = []
    names = [cell.strip().lower() for cell in header]
    for name in names:
        lang = language_of(name)
        found.append(lang if lang and lang not in (*names, *found) else name)
    return tuple(found)


def _header(path: str, columns: tuple[str, ...]) -> Iterator[Fault]:
    row = Row(path, 1, columns, {})
    for number, column in enumerate(columns):
        if column in columns[:number] and column:
            yield row.fault(column, f"the header names '{column}' twice")
        near = difflib.get_close_matches(column, COLUMNS, n=1, cutoff=0.8)
        if column not in COLUMNS and near:
            yield row.fault(column, f"there is no column '{column}'", f"did you mean '{near[0]}'?")
    missing = [column for column in ("en", "zh") if column not in columns]
    if missing:
        what = f"the header lacks {' and '.join(missing)}"
        yield Fault(path, 1, 1, "", what, "the first line names the columns, at least 'en,zh'")


def _row(path: str, line: int, columns: tuple[str, ...], cells: list[str]) -> Row | Fault:
    row = Row(path, line, columns, dict(zip(columns, cells, strict=False)))
    if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
        what = f"{len(cells)} fields where the header has {len(columns)}"
        return row.fault(columns[-1], what, "put a field that holds the separator in double quotes")
    return row
