"""Paragraph breaks as bounds of the search, where both sides have as many and the sentences bear them out."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.alignment.bead import Bead
from aligner.model import Segment

_LEAST_SEGMENTS = 1.5  # of a paragraph on average; else blocks are lines, and their number says nothing
_APART, _SURE = 1 / 3, 0.8  # the share of breaks that may not meet untold, and what pairs across them must not be
_MOST = 3000  # segments of both sides; a longer text has enough to go by, and is not paired twice
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


def _crosses(bead: Bead, pair: tuple[int, int]) -> bool:
    """Say whether a bead pairs something before one break with something behind the other."""
    e, z = pair
    return (bead.e0 < e and bead.z1 > z) or (bead.e1 > e and bead.z0 < z)
