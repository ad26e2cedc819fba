"""Aligns two texts of one language, as a translation and its reference are, by lengths and shared characters.

A bead is worth twice the pairs of neighbouring characters that both of its sides hold, less a share of all that they
hold: what has less in common than that stands alone, and sides of unequal length lose by it. The share is larger for
beads of several sentences, which have more in common by chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

Cut = tuple[int, int]

_LEAST_SHARED = {(1, 1): 0.1, (1, 2): 0.15, (2, 1): 0.15, (1, 3): 0.15, (3, 1): 0.15, (2, 2): 0.2}
_SKIPS = ((1, 0), (0, 1))
_HALF_WIDTH = 40  # texts on either side of the diagonal, besides a tenth of them all


def align(left: Sequence[str], right: Sequence[str]) -> list[Cut]:
    """Return the places where beads meet, as (texts of the left before it, texts of the right before it).

    Texts that stand alone on both sides at one place are one bead: they are what the other says in other words.

    >>> align(["He came.", "He saw it."], ["He came and he saw it."])
    [(0, 0), (2, 1)]
    """
    cuts = _best(_Side(left), _Side(right))
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(cuts)]
    found = cuts[:1]
    for alone, run in groupby(zip(steps, cuts[1:], strict=True), lambda item: item[0] in _SKIPS):
        kinds, ends = zip(*run, strict=True)
        found += ends[-1:] if alone and len(set(kinds)) > 1 else ends
    return found


class _Side:
    """The texts of a side, and the pairs of neighbouring characters of up to three of them in a row."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.n = len(texts)
        self._pairs = ["".join(text.split()).casefold() for text in texts]
        self._counts: dict[Cut, Counter[str]] = {}

    def pairs(self, start: int, size: int) -> Counter[str]:
        """Return the pairs of some texts, how often each occurs; single characters where a text has but one."""
        if (start, size) not in self._counts:
            text = "".join(self._pairs[start : start + size])
            self._counts[start, size] = Counter(map("".join, pairwise(text))) or Counter(text)
        return self._counts[start, size]


def _best(left: _Side, right: _Side) -> list[Cut]:
    """Return the chain of beads that is worth the most, all of them near the diagonal."""
    best: dict[Cut, tuple[float, Cut]] = {(0, 0): (0.0, (0, 0))}
    for i, j in _band(left.n, right.n):
        if (i, j) not in best:
            continue
        worth = best[i, j][0]
        for a, b in (*_SKIPS, *_LEAST_SHARED):
            if i + a <= left.n and j + b <= right.n:
                value = worth + _worth(left, right, (i, j), (a, b))
                if value > best.get((i + a, j + b), (-1.0,))[0]:
                    best[i + a, j + b] = value, (i, j)
    cuts = [(left.n, right.n)]
    while cuts[-1] != (0, 0):
        cuts.append(best[cuts[-1]][1])
    return cuts[::-1]


def _band(n: int, m: int) -> Iterator[Cut]:
    half = _HALF_WIDTH + max(n, m) // 10
    for i in range(n + 1):
        middle = i * m // max(n, 1)
        low, high = (0, m) if n == 0 else (middle - half, middle + half)
        yield from ((i, j) for j in range(max(low, 0), min(high, m) + 1))


def _worth(left: _Side, right: _Side, at: Cut, shape: Cut) -> float:
    if 0 in shape:
        return 0.0
    ours, theirs = left.pairs(at[0], shape[0]), right.pairs(at[1], shape[1])
    shared = (ours & theirs).total()
    return 2 * shared - _LEAST_SHARED[shape] * (ours.total() + theirs.total())
