"""Text without its markup, each character with its place in the file."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from aligner.model import Block
from aligner.readers._grid import Grid, Laid
from aligner.readers._reader import Source
from aligner.text.raised import RAISED
from aligner.word.flow import Cell

_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK = " \t\n\r\f"  # what HTML and Markdown collapse; a no-break or a full-width space is a character like others


class Flat:
    """Collects text, and collapses white space as a browser does.

    Raised digits and signs become the characters for them, since 10<sup>9</sup> is not 109.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        self.raised = False
        self.line_starts = (0, *(m.end() for m in _LINE_END.finditer(original)))
        self.aside: list[Block] = []
        self.grid = Grid()
        self._cells: list[tuple[int, Cell | None]] = []  # where in the text each cell begins, and what is in none
        self._chars: list[str] = []
        self._offsets: list[int] = []
        self._blank: tuple[str, int] | None = None  # white space that is waiting for what follows

    def slice(self, start: int, end: int) -> None:
        """Take over a stretch of the file as it stands."""
        for at in range(start, end):
            self._put(self.original[at], at)

    def text(self, text: str, offset: int) -> None:
        """Take a text that the file writes in another way, at an offset: an entity."""
        for char in text:
            self._put(char, offset)

    def line(self) -> None:
        """End a line."""
        self._blank = None
        if self._chars and self._chars[-1] != "\n":
            self._add("\n", self._offsets[-1])

    def paragraph(self) -> None:
        """End a paragraph."""
        self.line()
        if self._chars and self._chars[-2:] != ["\n", "\n"]:
            self._add("\n", self._offsets[-1])

    def cell(self, cell: Cell | None) -> None:
        """Begin a cell of a table, or what stands behind one."""
        self.paragraph()
        self._cells.append((len(self._chars), cell))

    def laid(self) -> Laid:
        """Return the paragraphs with the cells that they stand in."""
        found, start = [], 0
        for text in "".join(self._chars).split("\n\n"):
            before = bisect_right(self._cells, start, key=lambda mark: mark[0])
            found.append((start, text, self._cells[before - 1][1] if before else None))
            start += len(text) + 2
        return Laid(tuple(found), tuple(self.grid.cells))

    def set_aside(self, start: int, end: int) -> None:
        """Note a stretch of the file that is no text."""
        text = self.original[start:end].strip()
        if text:
            at = self.original.index(text, start)
            line, column = Block(self.original).place(at)
            self.aside.append(Block(text, "front matter", f"line {line}", line, column))

    def source(self, name: str, format_id: str, warnings: tuple[str, ...]) -> Source:
        """Return what was collected."""
        text = "".join(self._chars)
        return Source(text, name, warnings, format_id, tuple(self._offsets), self.line_starts, tuple(self.aside))

    def _put(self, char: str, offset: int) -> None:
        if char in _BLANK:
            broken = char in "\r\n" or (self._blank is not None and self._blank[0] == "\n")
            at = offset if self._blank is None else self._blank[1]
            self._blank = ("\n" if broken else " ", at)
            return
        if self._blank is not None and self._chars and self._chars[-1] != "\n":
            blank, at = self._blank
            # A line end inside Chinese is no space: the same rule as that of CSS for wide characters.
            if blank == " " or not (_wide(self._chars[-1]) and _wide(char)):
                self._add(" ", at)
        self._blank = None
        self._add(char.translate(RAISED) if self.raised else char, offset)

    def _add(self, char: str, offset: int) -> None:
        self._chars.append(char)
        self._offsets.append(offset)


def _wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"
