"""Sheets of an Excel workbook as people read them: the header stays in sight, rows can be filtered, text is wrapped.

Every text is written as text, so that nothing that a document holds is ever a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from aligner.errors import OutputError
from aligner.model import SEVERITIES, Severity
from aligner.text.screen import cells, harmless

LONGEST = 32_767  # characters of a cell
_ROWS = 1 << 20  # of a sheet
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")  # no XML can hold them
_UNSTYLED = re.compile("[\x00-\x08\x0b-\x1f]|_x[0-9A-Fa-f]{4}_")  # what is escaped in plain cells alone
_FILLS: dict[Severity, tuple[str, str]] = {
    "critical": ("#C00000", "#FFFFFF"),
    "major": ("#F8CBAD", "#7B2C00"),
    "minor": ("#FFE699", "#5F4B00"),
    "neutral": ("#DDEBF7", "#1F3864"),
}
_MARKS: dict[Severity, str] = {"critical": "#C00000", "major": "#C00000", "minor": "#9C5700", "neutral": "#1F4E79"}
_KNOWN = "#808080"
_LINE, _HIGHEST = 15, 405  # points
_PLAIN = {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": "#D9D9D9"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its width in characters, how its numbers are shown, and whether it waits to be unfolded."""

    name: str
    width: int
    number: str = "General"
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the words of findings: where they are, and how severe what is said of them is."""

    text: str
    spans: tuple[tuple[int, int, Severity], ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """A severity, which is shown in its colour; a finding that is known is grey."""

    severity: Severity
    known: bool = False


Value = str | int | float | None | Marked | Level


class Styles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self.head = book.add_format({"bold": True, "valign": "top", "bottom": 1, "bg_color": "#F2F2F2"})
        self.text = book.add_format(_PLAIN)
        self.fills = {
            severity: book.add_format({**_PLAIN, "bg_color": fill, "font_color": font})
            for severity, (fill, font) in _FILLS.items()
        }
        self.known = book.add_format({**_PLAIN, "font_color": _KNOWN})
        self.marks = {
            severity: book.add_format({"bold": True, "underline": 1, "font_color": color})
            for severity, color in _MARKS.items()
        }
        self._book = book
        self._numbers: dict[str, Any] = {}

    def number(self, shown: str) -> Any:
        """Return the format of a kind of number."""
        if shown not in self._numbers:
            self._numbers[shown] = self._book.add_format({**_PLAIN, "align": "center", "num_format": shown})
        return self._numbers[shown]


class Sheet:
    """A sheet that is filled row by row."""

    def __init__(self, book: Any, styles: Styles, title: str, columns: Sequence[Column]) -> None:
        self.rows = 0
        self._styles, self._columns = styles, columns
        self._sheet = book.add_worksheet(title)
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        for at, column in enumerate(columns):
            self._sheet.set_column(at, at, column.width, None, {"hidden": column.hidden})
            self._sheet.write_string(0, at, column.name, styles.head)

    def add(self, values: Iterable[Value]) -> None:
        """Write a row.

        Raises:
            OutputError: the sheet is full.
        """
        self.rows += 1
        if self.rows >= _ROWS:
            raise OutputError(f"a sheet has no more than {_ROWS:,} rows", "write it as CSV or TSV")
        row = list(values)
        lines = max(map(_lines, row, (column.width for column in self._columns)))
        self._sheet.set_row(self.rows, min(lines * _LINE, _HIGHEST))  # not all programs find the height by themselves
        for at, value in enumerate(row):
            self._put(at, value)

    def finish(self, choices: dict[str, Sequence[str]] | None = None) -> None:
        """Add the filter, and the lists of what may be chosen in some columns."""
        last = max(self.rows, 1)
        self._sheet.autofilter(0, 0, last, len(self._columns) - 1)
        names = [column.name for column in self._columns]
        for name, choice in (choices or {}).items():
            at = names.index(name)
            self._sheet.data_validation(1, at, last, at, {"validate": "list", "source": list(choice)})

    def _put(self, at: int, value: Value) -> None:
        styles = self._styles
        if isinstance(value, Level):
            style = styles.known if value.known else styles.fills[value.severity]
            self._sheet.write_string(self.rows, at, value.severity, style)
        elif isinstance(value, Marked):
            self._rich(at, value)
        elif isinstance(value, str):
            self._text(at, value)
        elif value is not None:
            self._sheet.write_number(self.rows, at, value, styles.number(self._columns[at].number))
        else:
            self._sheet.write_blank(self.rows, at, None, styles.text)

    def _text(self, at: int, text: str) -> None:
        # Not `write`, which would take some texts for formulas, numbers or links.
        self._sheet.write_string(self.rows, at, _writable(text), self._styles.text)

    def _rich(self, at: int, marked: Marked) -> None:
        text, pieces = _writable(marked.text), list[Any]()
        if not marked.spans or len(text) != len(marked.text) or _UNSTYLED.search(text):
            self._text(at, marked.text)
            return
        for start, end, severity in runs(marked.spans, len(text)):
            pieces += [text[start:end]] if severity is None else [self._styles.marks[severity], text[start:end]]
        if len(pieces) < 3:  # all of one style, which needs a cell of that style
            style = self._styles.fills[marked.spans[0][2]]
            self._sheet.write_string(self.rows, at, text, style)
            return
        self._sheet.write_rich_string(self.rows, at, *pieces, self._styles.text)


def runs(spans: Iterable[tuple[int, int, Severity]], length: int) -> list[tuple[int, int, Severity | None]]:
    """Cut a text where its marks begin and end; where they overlap, the worst counts.

    >>> runs([(2, 5, "minor"), (4, 6, "major")], 8)
    [(0, 2, None), (2, 4, 'minor'), (4, 6, 'major'), (6, 8, None)]
    """
    known = [span for span in spans if span[0] < span[1] <= length]
    edges = sorted({0, length, *(edge for start, end, _ in known for edge in (start, end))})
    found: list[tuple[int, int, Severity | None]] = []
    for start, end in pairwise(edges):
        over = [severity for a, b, severity in known if a <= start and end <= b]
        worst = max(over, key=SEVERITIES.index, default=None)
        if found and found[-1][2] == worst:
            found[-1] = (found[-1][0], end, worst)
        else:
            found.append((start, end, worst))
    return found


def _lines(value: Value, width: int) -> int:
    """Return how many lines a text takes in a column, about; a little more than needed is no harm."""
    text = value.text if isinstance(value, Marked) else value
    if not isinstance(text, str):
        return 1
    return sum(-(-cells(harmless(line)) // max(width - 2, 1)) or 1 for line in text.splitlines() or [""])


def _writable(text: str) -> str:
    """Replace what no cell can hold, and cut what is too long for one."""
    text = _UNWRITABLE.sub("\ufffd", text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
