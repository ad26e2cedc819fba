"""The best chain through the beads under consideration, and how probable each of them is among all chains."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from aligner.alignment.bead import Bead
from aligner.alignment.similarity import Edges

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_NOTHING = 40.0  # in log weight: what is smaller by so much adds nothing


class Lattice:
    """Beads under consideration as steps between places of the text, from one place to the last ones.

    A place is how far both sides have got; places are numbered in order, and every step leads to a later one.
    `last` says of arrays of English and Chinese numbers which places may be the end of a chain.
    """

    def __init__(self, edges: Edges, start: tuple[int, int], last: Callable[[Ints, Ints], npt.NDArray[np.bool_]]):
        width = int(edges.z1.max()) + 1
        begin, end = edges.e0 * width + edges.z0, edges.e1 * width + edges.z1
        self._order = np.argsort(begin, kind="stable")
        first = start[0] * width + start[1]
        places = np.unique(np.concatenate([begin, end, [first]]))
        self._edges = edges
        self._places = len(places)
        self._start = int(np.searchsorted(places, first))
        self._from = np.searchsorted(places, begin)
        self._to = np.searchsorted(places, end)
        self._ends = np.flatnonzero(last(places // width, places % width)).tolist()

    def best(self, scores: Floats) -> list[int]:
        """Return the numbers of the beads of the best chain, in order; of equal ones the first."""
        value = [-math.inf] * self._places
        back = [-1] * self._places
        value[self._start] = 0.0
        for k, a, b, score in self._steps(scores):
            if value[a] + score > value[b]:
                value[b], back[b] = value[a] + score, k
        place = max(self._ends, key=value.__getitem__)
        found: list[int] = []
        while place != self._start:
            found.append(back[place])
            place = int(self._from[back[place]])
        return found[::-1]

    def posteriors(self, scores: Floats) -> Floats:
        """Return the probability of every bead."""
        return self.summed(scores)[1]

    def summed(self, scores: Floats) -> tuple[float, Floats]:
        """Return the log of the summed weights of all chains, and every bead's share (forward-backward algorithm)."""
        steps = self._steps(scores)
        forward = _sums(steps, [self._start], self._places)
        backward = _sums([(k, b, a, score) for k, a, b, score in reversed(steps)], self._ends, self._places)
        total = float(backward[self._start])
        reached = forward[self._from] + scores + backward[self._to]
        return total, np.exp(np.minimum(reached - total, 0.0))

    def _steps(self, scores: Floats) -> list[tuple[int, int, int, float]]:
        order = self._order
        columns = order, self._from[order], self._to[order], scores[order]
        return list(zip(*(column.tolist() for column in columns), strict=True))

    def chain(self, scores: Floats, posteriors: Floats) -> list[Bead]:
        """Return the best chain as beads with their posteriors."""
        edges, best = self._edges, self.best(scores)
        columns = (column[best].tolist() for column in (edges.e0, edges.e1, edges.z0, edges.z1, posteriors))
        return list(map(Bead, *columns))


def _sums(steps: list[tuple[int, int, int, float]], starts: list[int], places: int) -> Floats:
    """Return the log of the summed weights of all chains from the starts to each place."""
    total = [-math.inf] * places
    for place in starts:
        total[place] = 0.0
    for _, a, b, score in steps:
        value, there = total[a] + score, total[b]
        if value <= there:
            value, there = there, value
        if there > value - _NOTHING:
            value += math.log1p(math.exp(there - value))
        total[b] = value
    return np.array(total)
