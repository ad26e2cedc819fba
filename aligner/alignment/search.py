"""Finds the best chain of beads: dynamic programming in a band, a stretch of text at a time.

A rough pass finds, for every bead, the best chain that it can be part of; what falls behind the best chain of all
by more than a margin is dropped. The rest is scored in full, and the best chain through it is decided on: by these
scores, or by what else the caller knows of beads. A long text is worked through in stretches of bounded size, of
which the end is left to the next one, so memory does not grow with the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from aligner.alignment import similarity
from aligner.alignment.bead import SHAPES, Bead
from aligner.alignment.chain import Lattice
from aligner.alignment.evidence import Links
from aligner.alignment.method import Progress, unseen
from aligner.alignment.similarity import Band, Edges, Grid, Text

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Decide = Callable[[Text, Links, Edges, Lattice], list[Bead]]

_MARGIN = 12.0  # in log probability; what falls behind by more has no part in the posterior worth its time
_MOST_BEADS = 25  # under consideration, per segment of either side
_ROUNDING = 0.01  # a bead on the best chain may seem to miss it by less
_STRETCH_CELLS = 24_000  # states of a stretch, which bound its memory
_LEFT_TO_NEXT = 24  # English segments at the end of a stretch that the next one decides
SEARCHED_WHOLE = 8_000  # a text, or its rest, of so few states needs no band


def likeliest(text: Text, links: Links, edges: Edges, lattice: Lattice) -> list[Bead]:
    """Return the best chain by the scores of the search, with the posterior probability of each bead."""
    return lattice.chain(edges.score, lattice.posteriors(edges.score))


def search(
    text: Text, centre: Floats, half_width: int, decide: Decide = likeliest, progress: Progress = unseen
) -> list[Bead]:
    """Return the best chain of beads through the text.

    `centre` holds for each English segment, and the end, where in the Chinese its counterpart is expected; the
    search looks `half_width` segments to either side of it. `decide` chooses the chain among the promising beads,
    given the text, the links of its words there, these beads with their scores, and the lattice that they form.
    `progress` is told the share of the text that is done.
    """
    if text.en.n == 0 or text.zh.n == 0:
        return _all_empty(text, Bead(0, text.en.n, 0, text.zh.n))
    found: list[Bead] = []
    at = (0, 0)
    while at != (text.en.n, text.zh.n):
        if at[0] == text.en.n or at[1] == text.zh.n:
            found.extend(_all_empty(text, Bead(at[0], text.en.n, at[1], text.zh.n)))
            break
        band = _next_band(text, centre, half_width, at)
        beads = _stretch(text, band, decide)
        if band.top + band.rows < text.en.n:
            limit = max(band.top + band.rows - _LEFT_TO_NEXT, at[0] + 1)
            kept = [bead for bead in beads if bead.e1 <= limit]
            beads = kept or beads[:1]
        found.extend(beads)
        at = found[-1].e1, found[-1].z1
        progress(at[0] / text.en.n)
    return found


def _all_empty(text: Text, rest: Bead) -> list[Bead]:
    beads = [Bead(e, e + 1, rest.z0, rest.z0) for e in range(rest.e0, rest.e1)]
    return beads + [Bead(rest.e1, rest.e1, z, z + 1) for z in range(rest.z0, rest.z1)]


def _next_band(text: Text, centre: Floats, half_width: int, at: tuple[int, int]) -> Band:
    """Return the band from a state on, as long as it may be."""
    top, left = at
    n, m = text.en.n, text.zh.n
    if (n - top + 1) * (m - left + 1) <= SEARCHED_WHOLE:
        return Band(top, np.full(n - top + 1, left), m - left + 1)
    rows = n - top
    while True:
        low = np.maximum.accumulate(np.clip(centre[top : top + rows + 1].astype(np.int64) - half_width, left, m))
        low[0] = left
        jump = int(np.diff(low).max(initial=0)) + similarity.REACH + 1 + half_width
        width = min(max(2 * half_width + 1, jump), m - left + 1)
        if (rows + 1) * width <= _STRETCH_CELLS or rows <= 2 * _LEFT_TO_NEXT:
            return Band(top, np.minimum(low, m + 1 - width), width)
        rows = max(min(_STRETCH_CELLS // width, rows * 3 // 4), 2 * _LEFT_TO_NEXT)


def _stretch(text: Text, band: Band, decide: Decide) -> list[Bead]:
    grid = text.grid(band)
    edges = _promising(text, grid)
    bottom = band.top + band.rows

    def last(e: Ints, z: Ints) -> npt.NDArray[np.bool_]:
        return np.asarray((e == bottom) & ((z == text.zh.n) | (bottom < text.en.n)))

    return decide(text, grid.links, edges, Lattice(edges, (band.top, int(band.low[0])), last))


def _promising(text: Text, grid: Grid) -> Edges:
    """Return the beads that can be part of a chain near the best one, with their full scores."""
    scores = grid.scores()
    sweep = _Sweep(text, grid.band, scores)
    forward, backward = sweep.forward(), sweep.backward()
    costs = [*((shape, scores[k]) for k, shape in enumerate(SHAPES)), ((1, 0), sweep.e_alone), ((0, 1), sweep.z_alone)]
    through = [forward + cost + sweep.ahead(backward, *shape) for shape, cost in costs]
    segments = grid.band.rows + grid.right - grid.left
    needed = _needed(through, backward[0, 0], _MOST_BEADS * segments)
    found = [
        _edges(grid.band, value >= needed, cost, shape) for (shape, cost), value in zip(costs, through, strict=True)
    ]
    two_sided = len(SHAPES)
    words = [grid.words[shape][value >= needed] for shape, value in zip(SHAPES, through, strict=False)]
    full = grid.rescored(_joined(found[:two_sided]), np.concatenate(words))
    return _joined([full, *found[two_sided:]])


def _needed(through: Sequence[Floats], best: float, most: int) -> float:
    """Return the score that keeps all beads within the margin of the best chain, but not many more than `most`.

    In a text of sentences that are all alike nearly everything is near the best chain.
    """
    values = np.concatenate([value[value >= best - _MARGIN] for value in through])
    if len(values) <= most:
        return best - _MARGIN
    return min(float(np.partition(values, -most)[-most]), best - _ROUNDING)


def _edges(band: Band, chosen: npt.NDArray[np.bool_], scores: Floats, shape: tuple[int, int]) -> Edges:
    """Return the beads of one shape that start at the chosen states."""
    i, o = np.nonzero(chosen)
    e0, z0 = band.top + i, band.low[i] + o
    return Edges(e0, e0 + shape[0], z0, z0 + shape[1], scores[i, o].astype(np.float64))


def _joined(parts: Sequence[Edges]) -> Edges:
    columns = ((part.e0, part.e1, part.z0, part.z1, part.score) for part in parts)
    e0, e1, z0, z1, score = (np.concatenate(column) for column in zip(*columns, strict=True))
    return Edges(e0, e1, z0, z1, score)


class _Sweep:
    """The best score from the start to every state of a band, and from there to the end."""

    def __init__(self, text: Text, band: Band, scores: npt.NDArray[np.float32]):
        self._band, self._text = band, text
        self._last = band.top + band.rows == text.en.n
        rows, width = band.rows + 1, band.width
        columns = band.low[:, None] + np.arange(width)[None, :]
        e_alone = np.append(text.e_alone[band.top : band.top + band.rows], -np.inf)
        self.e_alone = np.repeat(e_alone[:, None], width, axis=1)
        self.z_alone = np.append(text.z_alone, -np.inf)[np.minimum(columns, text.zh.n)]
        # The score of leaving out the Chinese segments up to a column; differences give those between two.
        self._skipped = np.concatenate([[0.0], np.cumsum(text.z_alone)])[np.minimum(columns, text.zh.n)]
        self._shapes = np.array([*SHAPES, (1, 0)])
        self._scores = np.concatenate([scores, self.e_alone[None].astype(np.float32)])
        self._nowhere = rows * width

    def _cells(self, step: int) -> Ints:
        """Return the flat number of the state that each shape leads to (step 1) or comes from (-1), by row."""
        band = self._band
        rows, width = band.rows + 1, band.width
        a, b = step * self._shapes[:, 0], step * self._shapes[:, 1]
        row = np.arange(rows)[:, None] + a[None, :]
        there = np.clip(row, 0, rows - 1)
        shift = band.low[:, None] + b[None, :] - band.low[there]
        offset = shift[:, :, None] + np.arange(width)
        inside = ((row >= 0) & (row < rows))[:, :, None] & (offset >= 0) & (offset < width)
        return np.where(inside, there[:, :, None] * width + offset, self._nowhere)

    def backward(self) -> Floats:
        """Return the best score from every state to the end."""
        rows, width = self._band.rows + 1, self._band.width
        cells = self._cells(1)
        scores = np.ascontiguousarray(self._scores.transpose(1, 0, 2))
        best = np.full(rows * width + 1, -np.inf)
        for i in range(rows - 1, -1, -1):
            row = (best[cells[i]] + scores[i]).max(axis=0)
            if i == rows - 1:
                row = self._ends()
            skipped = self._skipped[i]
            row = np.maximum.accumulate((row + skipped)[::-1])[::-1] - skipped
            best[i * width : (i + 1) * width] = row
        return best[:-1].reshape(rows, width)

    def _ends(self) -> Floats:
        """Where a chain may end: the end of the text, or anywhere behind the last row of a stretch."""
        width = self._band.width
        if not self._last:
            return np.zeros(width)
        return np.where(self._band.low[-1] + np.arange(width) == self._text.zh.n, 0.0, -np.inf)

    def forward(self) -> Floats:
        """Return the best score from the start to every state."""
        rows, width = self._band.rows + 1, self._band.width
        cells = self._cells(-1)
        flat = np.append(self._scores.reshape(len(self._shapes), -1), np.full((len(self._shapes), 1), -np.inf), 1)
        best = np.full(rows * width + 1, -np.inf)
        shape = np.arange(len(self._shapes))[:, None]
        for i in range(rows):
            row = (best[cells[i]] + flat[shape, cells[i]]).max(axis=0)
            if i == 0:
                row[0] = 0.0
            skipped = self._skipped[i]
            row = np.maximum.accumulate(row - skipped) + skipped
            best[i * width : (i + 1) * width] = row
        return best[:-1].reshape(rows, width)

    def ahead(self, best: Floats, a: int, b: int) -> Floats:
        """Return for every state what `best` says of the state that a bead of a shape leads to."""
        band = self._band
        row = np.arange(band.rows + 1)[:, None] + a
        there = np.minimum(row, band.rows)
        offset = band.low[:, None] + np.arange(band.width)[None, :] + b - band.low[there]
        inside = (row <= band.rows) & (offset >= 0) & (offset < band.width)
        return np.where(inside, best[there, np.clip(offset, 0, band.width - 1)], -np.inf)
