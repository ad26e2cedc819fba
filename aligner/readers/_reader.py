"""What a reader is, and the text that it makes of a file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, TypeVar

from aligner.config import Config
from aligner.model import Block, Document

HEAD = 1 << 16
Mark = TypeVar("Mark")
_LINE = re.compile(r"\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file, where it came from, and what to say about how it was read.

    Where markup was taken out, `offsets` holds for each character its offset in the file, and `line_starts` the offsets
    at which the file's lines begin; paragraphs are then parted by blank lines. `aside` is what the format says is no
    text, as code is. `places`, where a format has better addresses than lines, holds the offsets in the text at which
    they begin and the addresses (`p[3]`), in order; `cells` holds those of the paragraphs with the numbers of the
    table, row and column, None outside of tables. `margins` is the offset at which headers and footers begin, None
    where there are none; `left_out` are stretches of it that are in `aside`.
    """

    text: str
    name: str
    warnings: tuple[str, ...] = ()
    format: str = "text"
    offsets: tuple[int, ...] | None = None
    line_starts: tuple[int, ...] = ()
    aside: tuple[Block, ...] = ()
    places: tuple[tuple[int, str], ...] = ()
    cells: tuple[tuple[int, tuple[int, int, int] | None], ...] = ()
    margins: int | None = None
    left_out: tuple[range, ...] = ()

    def without(self, stretches: tuple[range, ...]) -> Source:
        """Return the text with paragraphs of it set aside."""
        blocks = (block for stretch in stretches for block in self._aside(stretch.start, stretch.stop))
        return replace(self, left_out=self.left_out + stretches, aside=(*self.aside, *blocks))

    def leaves_out(self, at: int) -> bool:
        """Say whether the line that begins with a character is left out."""
        return any(at in stretch for stretch in self.left_out)

    def cell(self, at: int) -> tuple[int, int, int] | None:
        """Return the numbers of the table, row and column that a character stands in, None outside of tables."""
        return _last(self.cells, at)

    def block(self, start: int, end: int, line: int, column: int = 1) -> Block:
        """Cut a block out of the text; `line` and `column` are those of the text, and of a file without markup."""
        lineless = bool(self.places) and self.offsets is None
        cell = self.cell(start)
        block = Block(self.text[start:end], line=line, column=column, lineless=lineless, cell=cell)
        if self.offsets is not None:
            block = replace(block, offsets=self.offsets[start:end], line_starts=self.line_starts)
            line, column = block.place(0) if block.text else (line, column)
        return replace(block, line=line, column=column, address=_last(self.places, start) or f"line {line}")

    def without_margins(self) -> Source:
        """Return the text without headers and footers, which are set aside."""
        if self.margins is None:
            return self
        aside = (*self.aside, *self._aside(self.margins, len(self.text)))
        return replace(self, text=self.text[: self.margins], margins=None, aside=aside)

    def _aside(self, start: int, end: int) -> Iterator[Block]:
        for line in _LINE.finditer(self.text, start, end):
            block = self.block(line.start(), line.end(), self.text.count("\n", 0, line.start()) + 1)
            yield replace(block, role="front matter")


def _last(marks: tuple[tuple[int, Mark], ...], at: int) -> Mark | None:
    """Return what the last mark at or before a place says."""
    before = bisect_right(marks, at, key=lambda mark: mark[0])
    return marks[before - 1][1] if before else None


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: one file in `aligner/readers/` that assigns `READER`.

    `read` takes the bytes of a file, its name as it is to be shown, and the configuration; it returns the text, in
    one language or both, or the Document where the format holds both sides, one beside the other. `stream` does so
    for a format whose files may be of any size, or hold many documents: it takes the open file and yields Documents,
    those with the same id parts of one; it stands in for `read`. `extensions` are those of the format's files, with
    their dot; `drafts` says that each such file is a translation at work, source beside target, so that one found in a
    folder is a document by itself. `recognises` gets the first bytes of a file, `HEAD` of them, and its name, and says
    whether what it holds is of this format.
    """

    id: str
    title: str
    extensions: tuple[str, ...]
    read: Callable[[bytes, str, Config], Source | Document] | None = None
    stream: Callable[[BinaryIO, str, Config], Iterator[Document]] | None = None
    recognises: Callable[[bytes, str], bool] | None = None
    drafts: bool = False
