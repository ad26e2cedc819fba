"""The translation's own Word file with a comment at the words of each finding; all else in it stays as it was.

A comment says severity, rule, reason and what to write. One on a part of the source that has no translation stands
in the empty cell of the translation, or at the end of what comes before; one about the document as a whole at the
beginning. What stands in a header, a note or a text box, where Word has no comments, is commented on beside it.
Findings that are known already are left out. A file with macros stays one, and wants the extension of one (.docm).
It does not stream, at any size: a file is written as a whole, and holds one document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from aligner.errors import InputError, OutputError
from aligner.model import Finding, Pair, Place, Result, Side
from aligner.reports._report import RenderOptions, Report, advice, with_words, without_advice, words_of
from aligner.word import flow
from aligner.word.comments import Comments
from aligner.word.package import EXTENSIONS

_AUTHOR, _INITIALS = "aligner", "al"


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[bytes]:
    """Yield the file with its comments.

    Raises:
        OutputError: there are several documents, or the translation is not in a Word file, or in another by now.
    """
    everything = list(results)
    if len(everything) != 1:
        raise OutputError(f"{len(everything)} documents cannot be one Word file", "check them one by one")
    yield _Reviewed(everything[0]).written()


class _Reviewed:
    """Finds the place of each finding in the file."""

    def __init__(self, result: Result) -> None:
        self.result, self.document = result, result.document
        self.flow = _read_again(result)
        self.lines = [0, *(at + 1 for at, char in enumerate(self.flow.text) if char == "\n")]
        self.comments = Comments(self.flow, _AUTHOR, _INITIALS)
        for pair in result.pairs:
            for segment in pair.target:
                line, column = segment.block.place(segment.start)
                if not self.flow.text.startswith(segment.text, self._offset(line, column)):
                    raise OutputError(f"{self.flow.package.name}: has changed since it was read", "check it again")

    def written(self) -> bytes:
        for finding in self.result.counted:
            self._comment(finding)
        return self.comments.written()

    def _comment(self, finding: Finding) -> None:
        own = () if finding.pair is None else (Place(finding.pair, finding.source, finding.target),)
        places = [place for place in (*own, *finding.places) if 1 <= place.pair <= len(self.result.pairs)]
        place = next((p for p in places if p.target is not None), places[0] if places else None)
        stretch = self._stretch(place) if place else None
        told = self._told(finding, place, stretch)
        cell = self._empty_cell(self.result.pair(place.pair)) if place else None
        if cell is not None:
            self.comments.add_at(cell, told)
        elif stretch is not None:
            self.comments.add(*stretch, told)
        else:
            self.comments.add_at(None, told)

    def _told(self, finding: Finding, place: Place | None, stretch: tuple[int, int] | None) -> list[str]:
        pair = self.result.pair(place.pair) if place else None
        words = words_of(finding)
        if not words and pair and not (pair.source and pair.target):
            words = (pair.source_text or pair.target_text,)
        lines = [f"{finding.severity} · {finding.rule}", with_words(without_advice(finding), words)]
        if pair and pair.target and stretch and self._paragraph(stretch[0]).where.story != "body":
            lines.insert(1, f"In {self._paragraph(stretch[0]).where.address}: {self.flow.text[slice(*stretch)]}")
        if finding.count > 1:
            lines.append(f"{finding.count} places: {', '.join(self._addresses(finding))}")
        return [line for line in (*lines, advice(finding)) if line]

    def _addresses(self, finding: Finding) -> Iterable[str]:
        pairs = (self.result.pair(p.pair) for p in finding.places if 1 <= p.pair <= len(self.result.pairs))
        return dict.fromkeys((pair.target or pair.source)[0].block.address for pair in pairs)

    def _stretch(self, place: Place) -> tuple[int, int] | None:
        """Return the characters to comment on: the words, the whole translation, or the last one before it."""
        pair = self.result.pair(place.pair)
        if pair.target:
            start, end = (place.target.start, place.target.end) if place.target else (0, len(pair.target_text))
            return self._at(pair, start), self._at(pair, max(end - 1, start)) + 1
        before = [one for one in self.result.pairs[: pair.id] if one.target and one.target_text.strip()]
        if not before:
            return None
        last = self._at(before[-1], len(before[-1].target_text.rstrip()) - 1)
        return last, last + 1

    def _empty_cell(self, pair: Pair) -> Any | None:
        """Return the first paragraph of the cell where a row of a table lacks the translation, None elsewhere."""
        if pair.target or self.document.path_of("source") != self.document.path_of("target"):
            return None
        cell = self._cell(pair, "source")
        if cell is None or cell.table not in self._columns:
            return None
        return self._cells.get((cell.table, cell.row, self._columns[cell.table]))

    @cached_property
    def _columns(self) -> dict[int, int]:
        """The column of each table that holds the translation."""
        found = [cell for pair in self.result.pairs if (cell := self._cell(pair, "target"))]
        counts = Counter((cell.table, cell.columns.start) for cell in found)
        return dict(key for key, _ in reversed(counts.most_common()))

    @cached_property
    def _cells(self) -> dict[tuple[int, int, int], Any]:
        """The first paragraph of each cell, by table, row and column."""
        cells = self.flow.cells.items()
        return {(cell.table, cell.row, column): first for cell, first in cells for column in cell.columns}

    def _cell(self, pair: Pair, side: Side) -> flow.Cell | None:
        return self._paragraph(self._at(pair, 0, side)).where.cell if pair.segments(side) else None

    def _paragraph(self, at: int) -> flow.Paragraph:
        return self.flow.paragraphs[bisect_right(self.flow.starts, at) - 1]

    def _at(self, pair: Pair, at: int, side: Side = "target") -> int:
        return self._offset(*pair.place(side, at))

    def _offset(self, line: int, column: int) -> int:
        return self.lines[min(line, len(self.lines)) - 1] + column - 1


def _read_again(result: Result) -> flow.Flow:
    path = result.document.path_of("target")
    told = OutputError(f"{path}: is no Word file, so it cannot be written with comments", "check a .docx")
    if "docx" not in result.document.format.split("+"):
        raise told
    try:
        return flow.read(Path(path).read_bytes(), path, result.config.changes if result.config else "accepted")
    except OSError as error:
        raise OutputError(f"{path}: cannot be read again", "check a .docx that stays in its place") from error
    except InputError as error:
        raise told from error


REPORT = Report("docx", "the Word file with comments", EXTENSIONS, render, streams=False, binary=True)
