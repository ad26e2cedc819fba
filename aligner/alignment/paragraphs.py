"""Paragraph breaks as bounds of the search, where both sides have as many and the sentences bear them out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from aligner.alignment.bead import Bead
from aligner.model import Segment

_LEAST_SEGMENTS = 1.5  # of a paragraph on average; else blocks are lines, and their number says nothing
_APART, _SURE = 1 / 3, 0.8  # the share of breaks that may not meet untold, and what pairs across them must not be
_MOST = 3000  # segments of both sides; a longer text has enough to go by, and is not paired twice
_ALIKE, _SCORE = 0.2, 0.5  # what a lone sentence and the one opposite have to say alike, and how sure that pair is
Breaks = frozenset[int]


def breaks(english: Sequence[Segment], chinese: Sequence[Segment]) -> tuple[Breaks, Breaks] | None:
    """Return where paragraphs begin on either side, None where they do not correspond in number."""
    found = _starts(english), _starts(chinese)
    size = len(english) + len(chinese)
    paragraphs = len(found[0]) + 1
    if len(found[0]) != len(found[1]) or paragraphs == 1 or size > _MOST:
        return None
    return found if min(len(english), len(chinese)) >= _LEAST_SEGMENTS * paragraphs else None


def _starts(segments: Sequence[Segment]) -> Breaks:
    return frozenset(k for k in range(1, len(segments)) if segments[k].block is not segments[k - 1].block)


def borne_out(beads: Sequence[Bead], found: tuple[Breaks, Breaks]) -> bool:
    """Say whether most of the breaks meet in an alignment that did not heed them, and what crosses the rest is unsure.

    >>> beads = [Bead(0, 1, 0, 1, 0.9), Bead(1, 2, 1, 2, 0.9), Bead(2, 3, 2, 3, 0.9), Bead(3, 5, 3, 4, 0.2)]
    >>> borne_out(beads, (frozenset({1, 2, 4}), frozenset({1, 2, 3})))
    True
    >>> borne_out(beads, (frozenset({1, 3, 4}), frozenset({1, 2, 4})))
    False
    """
    ends = {(bead.e0, bead.z0) for bead in beads}
    pairs = list(zip(sorted(found[0]), sorted(found[1]), strict=True))
    apart = [pair for pair in pairs if pair not in ends]
    if not apart or len(apart) > _APART * len(pairs):
        return False
    return all(bead.score < _SURE for bead in beads for pair in apart if not bead.empty and _crosses(bead, pair))


def rejoined(beads: Sequence[Bead], found: tuple[Breaks, Breaks], alike: Callable[[int, int], float]) -> Iterator[Bead]:
    """Pair two sentences that were left alone, each the whole of a paragraph, the one opposite the other: two titles.

    `alike` says how well an English and a Chinese segment translate each other, 0 to 1.

    >>> beads, found = [Bead(0, 1, 0, 0, 0.9), Bead(1, 1, 0, 1, 0.9), Bead(1, 3, 1, 3, 0.9)], (frozenset({1}),) * 2
    >>> [bead[:4] for bead in rejoined(beads, found, lambda e, z: 0.7)]
    [(0, 1, 0, 1), (1, 3, 1, 3)]
    >>> [*rejoined(beads, found, lambda e, z: 0.1)] == beads
    True
    """
    e_starts, z_starts = ([0, *sorted(side)] for side in found)
    opposite = set(zip(e_starts, z_starts, strict=True))
    whole = opposite & {(e - 1, z - 1) for e, z in opposite}  # paragraphs of one segment on both sides
    rest = iter(beads)
    for bead in rest:
        after = next(rest, None) if bead.empty and (bead.e0, bead.z0) in whole else None
        end = bead.e0 + 1, bead.z0 + 1
        if after and after.empty and (after.e1, after.z1) == end and alike(bead.e0, bead.z0) >= _ALIKE:
            yield Bead(bead.e0, end[0], bead.z0, end[1], _SCORE)
        else:
            yield bead
            yield from (after,) if after else ()


def _crosses(bead: Bead, pair: tuple[int, int]) -> bool:
    """Say whether a bead pairs something before one break with something behind the other."""
    e, z = pair
    return (bead.e0 < e and bead.z1 > z) or (bead.e1 > e and bead.z0 < z)
