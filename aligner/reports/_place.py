"""Where in a file a finding is: line and column, for editors, annotations and other programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from aligner.model import Document, Finding, Pair, Place, Result, Side


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a file: lines and columns from 1, in code points; the end stands just behind it.

    `verbatim` says that the stretch is the file's own text, so that a suggestion may replace it. `address` is where
    it is in a file without lines, as a Word document; lines and columns are then those of its text. `unit` names the
    unit of a CAT file, of which only the beginning is known.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    verbatim: bool = False
    address: str = ""
    unit: str = ""

    @property
    def named(self) -> str:
        """What begins a message to say the unit, where line and column do not tell it."""
        return f"{self.unit}: " if self.unit else ""

    @property
    def where(self) -> str:
        """The place as compilers write it.

        >>> Region("a.txt", 3, 7).where, Region("a.docx", 3, 7, address="p[2]").where
        ('a.txt:3:7', 'a.docx: p[2]')
        """
        return f"{self.path}: {self.address}" if self.address else f"{self.path}:{self.line}:{self.column}"


def region(finding: Finding, result: Result) -> Region:
    """Return where the translation is at fault; for what is missing, the place behind what stands before it."""
    known = [place for place in places(finding) if _known(place, result)]
    marked = next((place for place in known if place.target is not None), None)
    chosen = marked or (known[0] if known else None)
    if chosen is None:
        return _beginning(result)
    document, pair = result.document, result.pair(chosen.pair)
    found = _region(document, pair, "target", chosen)
    if not found and document.links is not None and document.path_of("source") == document.path_of("target"):
        found = _region(document, pair, "source", chosen)  # the row, or the unit, in which nothing stands opposite
        return replace(found, verbatim=False) if found else _behind(chosen.pair, result)
    return found or _behind(chosen.pair, result)


def source_region(finding: Finding, result: Result) -> Region | None:
    """Return where the source says what the finding is about, None where no source belongs to it."""
    for place in places(finding):
        if _known(place, result):
            return _region(result.document, result.pair(place.pair), "source", place)
    return None


def other_regions(finding: Finding, result: Result) -> Iterator[Region]:
    """Yield the further places of a finding that stands for several."""
    first = region(finding, result)
    for place in finding.places:
        if _known(place, result):
            found = _region(result.document, result.pair(place.pair), "target", place)
            if found is not None and found != first:
                yield found


def uri_path(path: str) -> str:
    r"""Return a path with forward slashes and without a leading `./`, as services compare it with a repository's.

    >>> uri_path("./abstracts/a.zh.txt")
    'abstracts/a.zh.txt'
    """
    return PurePath(path).as_posix()


def places(finding: Finding) -> tuple[Place, ...]:
    """Return all places of a finding, its own first."""
    own = () if finding.pair is None else (Place(finding.pair, finding.source, finding.target),)
    return (*own, *finding.places)


def _known(place: Place, result: Result) -> bool:
    return 1 <= place.pair <= len(result.pairs)


def _region(document: Document, pair: Pair, side: Side, place: Place) -> Region | None:
    """Return the span of one side, or all of that side where it has no span; None where the side is empty."""
    if not pair.segments(side):
        return None
    span = place.target if side == "target" else place.source
    start, end = (span.start, span.end) if span else (0, len(pair.text(side)))
    last = max(start, end - 1)  # behind the last character, which need not be before the next one where markup was
    line, column = pair.place(side, start)
    end_line, end_column = pair.place(side, last)
    verbatim = span is not None and end > start and _is_verbatim(pair, side, start, end)
    block = pair.block(side, start)[0]
    stretch = line, column, end_line, end_column + (end > start)
    return Region(document.path_of(side), *stretch, verbatim, block.own_address, block.unit)


def _is_verbatim(pair: Pair, side: Side, start: int, end: int) -> bool:
    segments = pair.segments(side)
    block, first = segments[0].block, segments[0].start
    if any(segment.block is not block for segment in segments):
        return False
    if block.offsets is None:
        return not block.own_address
    offsets = block.offsets[first + start : first + end]
    return bool(offsets) and all(offset - offsets[0] == at for at, offset in enumerate(offsets))


def _behind(pair_id: int, result: Result) -> Region:
    """Return the point behind the target of the pair before, or before that of the pair after."""
    path = result.document.path_of("target")
    for pair in reversed(result.pairs[: pair_id - 1]):
        if pair.target:
            last = max(len(pair.target_text) - 1, 0)
            line, column = pair.place("target", last)
            block = pair.block("target", last)[0]
            return Region(path, line, column + 1, line, column + 1, address=block.own_address, unit=block.unit)
    return _beginning(result)


def _beginning(result: Result) -> Region:
    for pair in result.pairs:
        if pair.target:
            line, column = pair.place("target", 0)
            block, path = pair.block("target", 0)[0], result.document.path_of("target")
            return Region(path, line, column, line, column, address=block.own_address, unit=block.unit)
    return Region(result.document.path_of("target"))
