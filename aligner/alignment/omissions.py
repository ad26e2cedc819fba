"""Finds sentences without counterpart that the search has merged into a neighbour's bead.

A search that made empty beads cheap would find omissions and invent many. Instead, each sentence at the edge of a
bead of several is asked what it alone explains: how much of the other side only it accounts for, how much only
the rest does, whether the lengths fit better with it or without. A logistic model weighs these; how common omissions
are in this text is estimated together with them, and as many are believed as keep the false ones few. Then the
one-to-one pairs beside each empty bead are decided anew, as the sentence left over is often not the one merged.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aligner.alignment import roles, similarity
from aligner.alignment.bead import Bead
from aligner.alignment.evidence import links, tokens_of
from aligner.alignment.sides import Side
from aligner.alignment.similarity import Edges, Text

Floats = npt.NDArray[np.float64]

_HALF_SURE = 0.03  # the t(e|z) at which a word counts as half explained
_USUAL_COVERAGE, _USUAL_RATIO, _PSEUDO_PAIRS = 0.45, math.log(0.33), 3.0
_LEAST_RARITY = 0.1
_SAMPLE = 300  # one-to-one pairs that show what is usual in a text
_LARGEST_SEARCH = 12.0
_MOST_SPLITS = 6
_NEIGHBOURS = 4
_ALONE, _LENGTH_IN_PAIRS = 8.0, 1.0
_ONE_TO_ONE = {(1, 1), (1, 0), (0, 1), (2, 2)}

# The share of beads of several sentences that hide an omission: pseudo-counts with and without, rounds to estimate it.
_HIDING, _NOT_HIDING = 0.5, 2.0
_ROUNDS = 30
# As many omissions are believed as keep the expected number of false ones below this, or this share of them.
_FALSE_ONES, _FALSE_SHARE = 0.3, 0.05
# Two one-to-one pairs of which one is less sure than this are taken together and asked like a bead of several. In
# right pairs of abstracts the odds stay below 1.5, beside a deletion they are above 3; the more are asked, the more
# are needed.
_DOUBTFUL, _SHIFTED = 0.93, 1.5

# Log odds that the sentence is an orphan, were orphans as common as not. Fitted by benchmarks/fit_omissions.py on
# abstracts, papers and novels from which sentences were deleted, with the clean ones beside them.
WEIGHTS = {
    "constant": 3.0942,
    "gain": 2.2027,
    "gain of rest": 0.1550,
    "own": -1.0271,
    "own, linked once": -0.3478,
    "size": -1.7436,
    "gain x size": -1.9348,
    "misfit with": 0.9315,
    "misfit without": 1.2298,
    "longer with": -1.3998,
    "longer without": 0.4656,
    "search": 0.5567,
}


def separated(text: Text, beads: list[Bead]) -> list[Bead]:
    """Return the beads with sentences that have no counterpart in beads of their own."""
    if not text.en.n or not text.zh.n:
        return beads
    judge = Judge.of(text, beads)
    suspects = _suspects(judge, beads)
    share = _share(np.array([suspect.odds for suspect in suspects]))
    found: list[Bead] = []
    k = 0
    for suspect in _believed(suspects, share):
        found.extend(beads[k : suspect.start])
        found.extend(_split(judge, suspect.bead, share))
        k = suspect.stop
    found.extend(beads[k:])
    return _decided_anew(judge, found) if any(bead.empty for bead in found) else found


class _Suspect(NamedTuple):
    """A bead that may hide an orphan, and what it stands for: beads [start, stop) of the chain."""

    odds: float
    start: int
    stop: int
    bead: Bead


def _suspects(judge: Judge, beads: list[Bead]) -> list[_Suspect]:
    """Return the beads of several, and doubtful neighbours that look as if shifted past an orphan."""
    found = [_Suspect(judge.likeliest(bead)[0], k, k + 1, bead) for k, bead in enumerate(beads) if _of_several(bead)]
    doubtful = [k for k in range(len(beads) - 1) if _doubtful(judge, beads[k], beads[k + 1])]
    needed = _SHIFTED + math.log(1 + len(doubtful))
    for k in doubtful:
        together = Bead(beads[k].e0, beads[k + 1].e1, beads[k].z0, beads[k + 1].z1)
        if (odds := judge.likeliest(together)[0]) >= needed:
            found.append(_Suspect(odds, k, k + 2, together))
    return found


def _doubtful(judge: Judge, bead: Bead, following: Bead) -> bool:
    pairs = bead.shape == following.shape == (1, 1)
    return pairs and min(bead.score, following.score) < _DOUBTFUL and judge.all_body(bead) and judge.all_body(following)


def _of_several(bead: Bead) -> bool:
    return not bead.empty and sum(bead.shape) > 2


def _probability(odds: Floats, share: float) -> Floats:
    """Return probabilities from log odds that hold for a share of one half."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -20, 20)) * (1 - share) / share))


def _share(odds: Floats) -> float:
    """Return the share of orphans that explains the odds best (expectation maximisation)."""
    share = _HIDING / (_HIDING + _NOT_HIDING)
    for _ in range(_ROUNDS):
        hiding = float(_probability(odds, share).sum())
        share = (hiding + _HIDING) / (len(odds) + _HIDING + _NOT_HIDING)
    return share


def _believed(suspects: list[_Suspect], share: float) -> list[_Suspect]:
    """Return the suspects to believe, in order; of those that overlap the likeliest."""
    probability = _probability(np.array([suspect.odds for suspect in suspects]), share)
    order = np.argsort(-probability, kind="stable")
    false_ones = np.cumsum(1 - probability[order])
    allowed = np.maximum(_FALSE_ONES, _FALSE_SHARE * np.arange(1, len(order) + 1))
    within = np.flatnonzero((false_ones <= allowed) & (probability[order] > 0.5))
    taken: set[int] = set()
    found: list[_Suspect] = []
    for k in order[: within[-1] + 1].tolist() if len(within) else []:
        if taken.isdisjoint(range(suspects[k].start, suspects[k].stop)):
            taken.update(range(suspects[k].start, suspects[k].stop))
            found.append(suspects[k])
    return sorted(found, key=lambda suspect: suspect.start)


def _split(judge: Judge, bead: Bead, share: float) -> list[Bead]:
    """Take the likeliest orphan off the edge of a bead, and others as long as they are likelier than not."""
    before: list[Bead] = []
    after: list[Bead] = []
    for number in range(_MOST_SPLITS):
        if not _of_several(bead):
            break
        odds, orphan = judge.likeliest(bead)
        score = float(_probability(np.array([odds]), share)[0])
        if number and score < 0.5:
            break
        bead = rest(bead, orphan)._replace(score=score)
        if (orphan.e0, orphan.z0) <= (bead.e0, bead.z0):
            before.append(orphan)
        else:
            after.insert(0, orphan)
    return [*before, bead, *after]


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
    rarity: tuple[Floats, Floats]
    coverage: tuple[float, float]
    ratio: float

    @classmethod
    def of(cls, text: Text, beads: list[Bead]) -> Judge:
        """Measure a text on the beads found so far."""
        rarity = _rarity(text.en), _rarity(text.zh)
        covered: list[tuple[float, float]] = []
        ratios: list[float] = []
        single = [b for b in beads if b.shape == (1, 1) and text.en.kinds[b.e0] == roles.BODY]
        for bead in single[:: len(single) // _SAMPLE + 1]:
            table, weights = _table(text, rarity, bead)
            if table.size:
                covered.append((_mean(weights[0], table.max(axis=1)), _mean(weights[1], table.max(axis=0))))
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

    def pairs(self, part: Bead) -> Floats:
        """Return how well every English and Chinese sentence of a small part pair: rarity-weighted coverage, length.

        Unlike the search, which looks for the best bead, this looks for the best partner.
        """
        table, (e_weight, z_weight) = _table(self.text, self.rarity, part)
        e_ends = self.text.en.first[part.e0 : part.e1 + 1] - self.text.en.first[part.e0]
        z_ends = self.text.zh.first[part.z0 : part.z1 + 1] - self.text.zh.first[part.z0]
        found = _LENGTH_IN_PAIRS * similarity.one_to_one(self.text, part)
        for i, (e0, e1) in enumerate(pairwise(e_ends.tolist())):
            for j, (z0, z1) in enumerate(pairwise(z_ends.tolist())):
                cell = table[e0:e1, z0:z1]
                found[i, j] += e_weight[e0:e1] @ cell.max(axis=1, initial=0.0)
                found[i, j] += z_weight[z0:z1] @ cell.max(axis=0, initial=0.0)
        return found

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
        table, (own, other) = _table(self.text, self.rarity, bead)
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
        gain = _mean(other, np.maximum(by_edge - by_rest, 0.0)) / (coverage[1] * share)
        of_rest = _mean(other, np.maximum(by_rest - by_edge, 0.0)) / (coverage[1] * (1 - share))
        own_share = _mean(own[mine], free.max(axis=1, initial=0.0)) / coverage[0]
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


def _mean(weights: Floats, values: Floats) -> float:
    return float(weights @ values) / (float(weights.sum()) + 1e-6)


def _rarity(side: Side) -> Floats:
    """Return the weight of each token by how few segments its key is in, never quite 0."""
    in_segments = np.unique(side.key * side.n + side.segment) // side.n
    count = np.bincount(in_segments, minlength=len(side.keys))
    rarity = np.log((side.n + 2) / (count + 0.5)) / math.log((side.n + 2) / 1.5)
    return np.asarray(np.maximum(rarity, _LEAST_RARITY)[side.key] * side.weight)


def _table(text: Text, rarity: tuple[Floats, Floats], bead: Bead) -> tuple[Floats, tuple[Floats, Floats]]:
    """Return how far each English token of a bead and each Chinese one explain each other, and their weights."""
    e, z = tokens_of(text.en, bead.e0, bead.e1), tokens_of(text.zh, bead.z0, bead.z1)
    found = links(text.en, text.zh, text.table, e, z)
    table = np.zeros((len(e), len(z)))
    share = text.table.share[found.entry]
    table[found.e - text.en.first[bead.e0], found.z - text.zh.first[bead.z0]] = share / (share + _HALF_SURE)
    return table, (rarity[0][e], rarity[1][z])


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


def _decided_anew(judge: Judge, beads: list[Bead]) -> list[Bead]:
    """Decide again which sentence is left over, among the one-to-one pairs to either side of every empty bead."""
    near = [False] * len(beads)
    for k, bead in enumerate(beads):
        if bead.empty:
            near[k] = True
            for step in (-1, 1):
                for other in range(k + step, k + step * (_NEIGHBOURS + 1), step):
                    if not 0 <= other < len(beads) or beads[other].shape not in _ONE_TO_ONE:
                        break
                    near[other] = True
    found: list[Bead] = []
    k = 0
    while k < len(beads):
        stop = k
        while stop < len(beads) and near[stop]:
            stop += 1
        found.extend(_repaired(judge, beads[k:stop]) if stop > k else [beads[k]])
        k = max(stop, k + 1)
    return found


def _repaired(judge: Judge, beads: list[Bead]) -> list[Bead]:
    """Return the best chain of one-to-one pairs and single sentences through a stretch."""
    whole = Bead(beads[0].e0, beads[-1].e1, beads[0].z0, beads[-1].z1)
    if whole.empty or all(bead.empty for bead in beads):
        return beads
    pairs = judge.pairs(whole)
    a, b = whole.shape
    most_apart = sum(bead.empty for bead in beads) + 1
    best = np.full((a + 1, b + 1), -np.inf)
    best[0, 0] = 0.0
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(a + 1):
        for j in range(b + 1):
            options = []
            if i:
                options.append((best[i - 1, j] - _ALONE, (1, 0)))
            if j:
                options.append((best[i, j - 1] - _ALONE, (0, 1)))
            if i and j and abs(i - j) <= most_apart:
                options.append((best[i - 1, j - 1] + pairs[i - 1, j - 1], (1, 1)))
            if options:
                best[i, j], step[i, j] = max(options)
    scores = {bead[:4]: bead.score for bead in beads}
    usual = min([bead.score for bead in beads if not bead.empty], default=0.5)
    found: list[Bead] = []
    i, j = a, b
    while (i, j) != (0, 0):
        di, dj = step[i, j]
        at = (whole.e0 + i - di, whole.e0 + i, whole.z0 + j - dj, whole.z0 + j)
        found.append(Bead(*at, scores.get(at, usual)))
        i, j = i - di, j - dj
    return found[::-1]
