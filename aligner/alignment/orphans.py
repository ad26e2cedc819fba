"""What speaks for a sentence at the edge of a bead having no counterpart there: features and a logistic model."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.alignment import roles, similarity
from aligner.alignment.bead import Bead
from aligner.alignment.coverage import Coverage, Rarity, mean
from aligner.alignment.similarity import Edges, Text

Floats = npt.NDArray[np.float64]

_USUAL_COVERAGE, _USUAL_RATIO, _PSEUDO_PAIRS = 0.45, math.log(0.33), 3.0
_SAMPLE = 300  # one-to-one pairs that show what is usual in a text
_LARGEST_SEARCH = 12.0

# Log odds that the sentence is an orphan, were orphans as common as not. Fitted by benchmarks/fit_omissions.py on
# abstracts, papers and novels from which sentences were deleted, with the clean ones beside them.
WEIGHTS = {
    "constant": 3.1085,
    "gain": 2.1893,
    "gain of rest": 0.1639,
    "own": -1.0002,
    "own, linked once": -0.3765,
    "size": -1.6593,
    "gain x size": -1.9067,
    "misfit with": 0.7470,
    "misfit without": 1.4605,
    "longer with": -1.4111,
    "longer without": 0.3005,
    "search": 0.5709,
}


def rest(bead: Bead, edge: Bead) -> Bead:
    """Return a bead without a sentence at its edge.

    >>> rest(Bead(0, 2, 5, 6), Bead(1, 2, 6, 6))[:4]
    (0, 1, 5, 6)
    """
    if (edge.e0, edge.z0) == (bead.e0, bead.z0):
        return bead._replace(e0=edge.e1, z0=edge.z1)
    return bead._replace(e1=edge.e0, z1=edge.z0)


def edges(bead: Bead) -> list[Bead]:
    """Return the sentences at the edges of a bead, where it has several on their side, as beads of their own.

    >>> [edge[:4] for edge in edges(Bead(0, 2, 5, 6))]
    [(0, 1, 5, 5), (1, 2, 6, 6)]
    """
    e0, e1, z0, z1, _ = bead
    found = []
    if e1 - e0 > 1:
        found += [Bead(e0, e0 + 1, z0, z0), Bead(e1 - 1, e1, z1, z1)]
    if z1 - z0 > 1:
        found += [Bead(e0, e0, z0, z0 + 1), Bead(e1, e1, z1 - 1, z1)]
    return found


@dataclass(frozen=True, slots=True)
class Judge:
    """What is usual in this text: how far words are explained in its one-to-one pairs, and their length ratio."""

    text: Text
    rarity: Rarity
    coverage: tuple[float, float]
    ratio: float

    @classmethod
    def of(cls, text: Text, beads: list[Bead]) -> Judge:
        """Measure a text on the beads found so far."""
        rarity = Rarity.of(text)
        covered: list[tuple[float, float]] = []
        ratios: list[float] = []
        single = [b for b in beads if b.shape == (1, 1) and text.en.kinds[b.e0] == roles.BODY]
        for bead in single[:: len(single) // _SAMPLE + 1]:
            found = Coverage.of(text, rarity, bead)
            if found.table.size:
                covered.append(found.shares)
                lengths = _lengths(text, bead)
                ratios.append(math.log(lengths[1] / lengths[0]))
        pairs = len(covered)
        usual = [
            (sum(c[side] for c in covered) + _PSEUDO_PAIRS * _USUAL_COVERAGE) / (pairs + _PSEUDO_PAIRS)
            for side in (0, 1)
        ]
        middle = float(np.median(ratios)) if ratios else 0.0
        return cls(
            text=text,
            rarity=rarity,
            coverage=(usual[0], usual[1]),
            ratio=(middle * pairs + _PSEUDO_PAIRS * _USUAL_RATIO) / (pairs + _PSEUDO_PAIRS),
        )

    def all_body(self, bead: Bead) -> bool:
        """Say whether a bead is of body text only."""
        en, zh = self.text.en.others, self.text.zh.others
        return bool(en[bead.e0] == en[bead.e1] and zh[bead.z0] == zh[bead.z1])

    def likeliest(self, bead: Bead) -> tuple[float, Bead]:
        """Return the sentence at an edge of the bead that is likeliest an orphan, and its log odds."""
        return max((self._odds(bead, edge), edge) for edge in edges(bead))

    def _odds(self, bead: Bead, edge: Bead) -> float:
        found = self.features(bead, edge)
        return sum(weight * found[name] for name, weight in WEIGHTS.items())

    def _search(self, bead: Bead, edge: Bead) -> float:
        """Return how much better, or worse, the search finds the bead without the sentence than with it."""
        both = np.array([bead[:4], rest(bead, edge)[:4]]).T
        merged, single = similarity.scores_of(self.text, bead, Edges(both[0], both[1], both[2], both[3], np.zeros(2)))
        alone = self.text.e_alone[edge.e0] if edge.e1 > edge.e0 else self.text.z_alone[edge.z0]
        return float(np.clip(single + alone - merged, -_LARGEST_SEARCH, _LARGEST_SEARCH))

    def features(self, bead: Bead, edge: Bead) -> dict[str, float]:
        """Return what the model knows of a sentence at the edge of a bead."""
        found = Coverage.of(self.text, self.rarity, bead)
        table, own, other = found.table, found.en, found.zh
        english = edge.e1 > edge.e0
        mine = self._mine(bead, edge)
        lengths, ratio = _lengths(self.text, bead), self.ratio
        coverage = self.coverage
        if not english:
            table, own, other = table.T, other, own
            lengths, ratio, coverage = lengths[::-1], -ratio, coverage[::-1]
        by_edge = table[mine].max(axis=0, initial=0.0)
        by_rest = table[~mine].max(axis=0, initial=0.0)
        free = table[mine][:, by_edge > by_rest]
        length = _lengths(self.text, edge)[0 if english else 1]
        others = max(lengths[0] - length, 1.0)
        share = length / (length + others)
        with_it = math.log(lengths[1] / (length + others)) - ratio
        without = math.log(lengths[1] / others) - ratio
        gain = mean(other, np.maximum(by_edge - by_rest, 0.0)) / (coverage[1] * share)
        of_rest = mean(other, np.maximum(by_rest - by_edge, 0.0)) / (coverage[1] * (1 - share))
        own_share = mean(own[mine], free.max(axis=1, initial=0.0)) / coverage[0]
        once = _linked_once(table, own, mine) / coverage[0]
        size = min(math.log(float(own[mine].sum()) + 1), 4.0)
        return {
            "constant": 1.0,
            "gain": _log(gain),
            "gain of rest": _log(of_rest),
            "own": _log(own_share),
            "own, linked once": _log(once),
            "size": size,
            "gain x size": _log(gain) * size,
            "misfit with": abs(_clip(with_it, 1.5)),
            "misfit without": abs(_clip(without, 2.0)),
            "longer with": _clip(with_it, 1.5),
            "longer without": _clip(without, 2.0),
            "search": self._search(bead, edge),
        }

    def _mine(self, bead: Bead, edge: Bead) -> npt.NDArray[np.bool_]:
        """Say which tokens of the side in question are the edge sentence's."""
        if edge.e1 > edge.e0:
            first, start, stop, k = self.text.en.first, bead.e0, bead.e1, edge.e0
        else:
            first, start, stop, k = self.text.zh.first, bead.z0, bead.z1, edge.z0
        token = np.arange(first[start], first[stop])
        return np.asarray((token >= first[k]) & (token < first[k + 1]))


def _log(value: float) -> float:
    return math.log(min(max(value, 0.0), 1.5) + 0.1)


def _clip(value: float, high: float) -> float:
    return min(max(value, -1.5), high)


def _lengths(text: Text, bead: Bead) -> tuple[float, float]:
    english = text.en.length[bead.e1] - text.en.length[bead.e0]
    chinese = text.zh.length[bead.z1] - text.zh.length[bead.z0]
    return max(float(english), 1.0), max(float(chinese), 1.0)


def _linked_once(table: Floats, own: Floats, mine: npt.NDArray[np.bool_]) -> float:
    """Return the share of the sentence that is explained where every word may be linked once, strongest first."""
    rows, columns = np.nonzero(table > 0.1)
    values = table[rows, columns]
    order = np.argsort(-values, kind="stable")
    used_rows: set[int] = set()
    used_columns: set[int] = set()
    total = 0.0
    for row, column, value in zip(rows[order].tolist(), columns[order].tolist(), values[order].tolist(), strict=True):
        if row in used_rows or column in used_columns:
            continue
        used_rows.add(row)
        used_columns.add(column)
        total += own[row] * value if mine[row] else 0.0
    return float(total) / (float(own[mine].sum()) + 1e-6)
