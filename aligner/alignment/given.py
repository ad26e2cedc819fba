"""The pairs that a file came with, as those of a translation memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from aligner.model import Block, Document, Pair, Segment

METHOD = "given"
Link = tuple[tuple[int, ...], tuple[int, ...]]


def given(document: Document, source: Sequence[Segment], target: Sequence[Segment]) -> tuple[Pair, ...]:
    """Pair the segments of a document by its links; blocks that have none stand alone, where they come.

    A pair's score is 1 where it has both sides, since nobody doubts it.

    >>> one, two, three = Block("Pain."), Block("疼痛。"), Block("肿胀。")
    >>> document = Document("d", "", "tmx", (one,), (two, three), links=(((0,), (0,)),))
    >>> both = (Segment(one, 0, "Pain.", "en"),), [Segment(b, 0, b.text, "zh", i) for i, b in enumerate([two, three])]
    >>> [(pair.source_text, pair.target_text, pair.score) for pair in given(document, *both)]
    [('Pain.', '疼痛。', 1.0), ('', '肿胀。', 0.0)]
    """
    ours, theirs = _of_blocks(document.source, source), _of_blocks(document.target, target)
    pairs: list[Pair] = []
    for left, right in _all(document):
        a = tuple(segment for number in left for segment in ours[number])
        b = tuple(segment for number in right for segment in theirs[number])
        if a or b:
            pairs.append(Pair(len(pairs) + 1, a, b, float(bool(a and b)), METHOD))
    return tuple(pairs)


def _of_blocks(blocks: Sequence[Block], segments: Sequence[Segment]) -> list[list[Segment]]:
    number = {id(block): at for at, block in enumerate(blocks)}
    found: list[list[Segment]] = [[] for _ in blocks]
    for segment in segments:
        found[number[id(segment.block)]].append(segment)
    return found


def _all(document: Document) -> Iterator[Link]:
    """Yield the links, and before each the blocks of either side that come before its own and are in none."""
    links = document.links or ()
    free = [
        deque(sorted(set(range(len(blocks))) - {number for link in links for number in link[side]}))
        for side, blocks in enumerate((document.source, document.target))
    ]
    for link in links:
        for side, numbers in enumerate(link):
            yield from _alone(side, free[side], min(numbers, default=0))
        yield link
    for side in (0, 1):
        yield from _alone(side, free[side], float("inf"))


def _alone(side: int, free: deque[int], end: float) -> Iterator[Link]:
    while free and free[0] < end:
        number = (free.popleft(),)
        yield ((), number) if side else (number, ())
