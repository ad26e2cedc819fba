"""The sentences of a pair that came as one, as a row of a table or a unit of a memory that holds several.

Such sides belong together, so that what seems to have no counterpart needs a second witness: the lengths.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence

from aligner.model import Block, Pair, Place, Segment, Side, Span, other_side
from aligner.text.lengths import expected_letters
from aligner.text.splitting import split

Search = Callable[[tuple[Segment, ...], tuple[Segment, ...]], tuple[Pair, ...]]

_FEWEST = 2  # sentences on either side: one may well say what two do
_SHORTER = -0.2  # log of the ratio of lengths below which a side lacks a sentence, and above which it lacks no other
_FEW = 0.15  # of the sentences of a text: so many may lack a counterpart whatever the lengths
_GOES_ON = re.compile(r"[.!?…。！？\n]\W*\w")  # what a text of several sentences has, and quickly told
_JOINT = re.compile("[;；]")  # parts what may be sentences opposite


def paired(pair: Pair, search: Search) -> tuple[Pair, ...]:
    """Return the pairs inside a pair of several segments, or that itself where they would leave too much alone."""
    if min(len(pair.source), len(pair.target)) < _FEWEST:
        return (pair,)
    found = search(pair.source, pair.target)
    source, target = _left(found, "source"), _left(found, "target")
    if len(source) + len(target) <= _FEW * (len(pair.source) + len(pair.target)):
        return found
    more, less = (pair.source, pair.target) if source else (pair.target, pair.source)
    return (pair,) if (source and target) or not _are_missing(source or target, more, less) else found


def lone(pair: Pair, search: Search) -> Iterator[Place]:
    """Yield the sentences of a unit that have no counterpart in it; `search` pairs sentences.

    They are yielded only where the unit is as much shorter on the other side as they are long, for a sentence may be
    rendered within its neighbour.
    """
    one_each = len(pair.source) == len(pair.target) == 1
    if not one_each or not all(_GOES_ON.search(segment.text) for segment in (*pair.source, *pair.target)):
        return
    source, target = _sentences(pair.source[0]), _sentences(pair.target[0])
    if len(source) == len(target) or min(len(source), len(target)) < _FEWEST:
        return
    side: Side = "source" if len(source) > len(target) else "target"
    more, less = (source, target) if side == "source" else (target, source)
    found = search(source, target)
    left = _left(found, side)
    if left and not _left(found, other_side(side)) and _are_missing(left, more, less):
        for one in left:
            span = Span(one.start, one.end, one.text)
            yield Place(pair.id, span, None) if side == "source" else Place(pair.id, None, span)


def _left(found: Sequence[Pair], side: Side) -> list[Segment]:
    """Return the segments of one side that are paired with nothing."""
    return [one for pair in found if not pair.segments(other_side(side)) for one in pair.segments(side)]


def _sentences(segment: Segment) -> tuple[Segment, ...]:
    return split((Block(segment.text, segment.role),), segment.lang)


def _are_missing(left: Sequence[Segment], more: Sequence[Segment], less: Sequence[Segment]) -> bool:
    """Say whether the shorter side has the length of the longer one without the sentences that are left over."""
    if len(less) + sum(len(_JOINT.findall(one.text)) for one in less) >= len(more):
        return False
    said, whole, lost = (sum(expected_letters(one.text) for one in side) for side in (less, more, left))
    if not said or whole <= lost:
        return False
    return math.log(said / whole) < _SHORTER < math.log(said / (whole - lost))
