"""The alignment as the field writes it: `[0]:[0, 1]` a line, numbers from 0, `[]` for nothing.

The file named first stands left, whatever its language, so that the output compares with a gold standard as it
is. An empty line parts two documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aligner.model import Pair, Result, Side, other_side
from aligner.reports._report import RenderOptions, Report


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield one line a pair."""
    for number, result in enumerate(results):
        yield "\n" if number else ""
        for pair in result.pairs:
            yield bead(pair, options.first_side) + "\n"


def bead(pair: Pair, left: Side = "source") -> str:
    """Write the segment numbers of a pair.

    >>> from aligner.model import Block, Segment
    >>> pain = Segment(Block("Pain."), 0, "Pain.", "en", index=7)
    >>> bead(Pair(1, (pain,), (), 0.0, "lexical"))
    '[7]:[]'
    """
    left_numbers = [segment.index for segment in pair.segments(left)]
    right_numbers = [segment.index for segment in pair.segments(other_side(left))]
    return f"{left_numbers}:{right_numbers}"


REPORT = Report("beads", "the alignment, as segment numbers", (".align", ".beads"), render)
