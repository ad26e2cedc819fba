"""The bead: which English and which Chinese segments translate each other. Core numbering: English first."""

from __future__ import annotations

import math
from typing import NamedTuple

_LONGEST_SIDE = 7
_MOST_TOGETHER = 7  # of a bead with several segments on both sides
_LARGEST_DIFFERENCE = 3


class Bead(NamedTuple):
    """English segments [e0, e1) and Chinese segments [z0, z1); either range may be empty."""

    e0: int
    e1: int
    z0: int
    z1: int
    score: float = 0.0

    @property
    def empty(self) -> bool:
        """Whether a side is empty."""
        return self.e0 == self.e1 or self.z0 == self.z1

    def moved(self, e: int, z: int) -> Bead:
        """Return the bead with its numbers shifted."""
        return Bead(self.e0 + e, self.e1 + e, self.z0 + z, self.z1 + z, self.score)

    @property
    def shape(self) -> tuple[int, int]:
        """How many segments stand on either side."""
        return self.e1 - self.e0, self.z1 - self.z0


def alone(bead: Bead) -> list[Bead]:
    """Return a bead with an empty side as beads of one segment each.

    >>> [single[:4] for single in alone(Bead(3, 5, 7, 7))]
    [(3, 4, 7, 7), (4, 5, 7, 7)]
    """
    beads = [Bead(e, e + 1, bead.z0, bead.z0) for e in range(bead.e0, bead.e1)]
    return beads + [Bead(bead.e1, bead.e1, z, z + 1) for z in range(bead.z0, bead.z1)]


def _shapes() -> tuple[tuple[int, int], ...]:
    sizes = range(1, _LONGEST_SIDE + 1)
    both = [(a, b) for a in sizes for b in sizes if a + b <= _MOST_TOGETHER and abs(a - b) <= _LARGEST_DIFFERENCE]
    one_to_many = [(1, b) for b in sizes] + [(a, 1) for a in sizes]
    return tuple(sorted({*both, *one_to_many}, key=lambda shape: (sum(shape), shape)))


SHAPES = _shapes()

# Shares of bead shapes in English-Chinese text, English side first; measured on novels and academic prose.
_FREQUENT = {(1, 1): 0.70, (2, 1): 0.12, (1, 2): 0.06, (3, 1): 0.035, (2, 2): 0.02, (1, 3): 0.012}
_FREQUENT |= {(4, 1): 0.012, (1, 4): 0.003}
EMPTY_SHARE = 0.006


def _share(a: int, b: int) -> float:
    """Return the share of a shape; the rare ones fall off geometrically."""
    if (a, b) in _FREQUENT:
        return _FREQUENT[a, b]
    return 0.02 * 0.35 ** (a + b - 4) if min(a, b) > 1 else 0.012 * 0.4 ** (a + b - 5)


_TOTAL = 2 * EMPTY_SHARE + sum(_share(a, b) for a, b in SHAPES)
LOG_PRIORS = {shape: math.log(_share(*shape) / _TOTAL) for shape in SHAPES}


def log_empty(lacking: float = 0.0) -> float:
    """Return the log prior of a bead with an empty side, in a text of which that share is known to be lacking."""
    return math.log((EMPTY_SHARE + lacking) / _TOTAL)
