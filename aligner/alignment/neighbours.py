"""Decides anew which sentence is left over, among the one-to-one pairs beside an empty bead.

The search looks for the best bead; here, where most sentences have one partner, the best partner is looked for: by
the weight of rare words that two sentences explain in each other, and by length.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import numpy as np

from aligner.alignment import roles, similarity
from aligner.alignment.bead import Bead
from aligner.alignment.coverage import Coverage, Rarity
from aligner.alignment.similarity import Edges, Text

_REACH = 4
_LONGEST = 60  # beads; a longer stretch is a missing passage, and nothing is shifted inside it
_SHAPES = {(1, 1), (1, 0), (0, 1), (2, 2)}
_ALONE = 8.0  # what a sentence left over costs, in weight of explained words
_TOGETHER = 3.0  # what two pairs taken as one cost, as two sentences always explain more than one


def decided_anew(text: Text, rarity: Rarity, beads: list[Bead]) -> list[Bead]:
    """Return the beads with the stretches around empty ones repaired."""
    found: list[Bead] = []
    at = iter(beads)
    for near, flags in groupby(_near_empty(beads)):
        stretch = [next(at) for _ in flags]
        found.extend(_repaired(text, rarity, stretch) if near else stretch)
    return found


def _near_empty(beads: list[Bead]) -> list[bool]:
    """Say which beads are empty, or one to one (or two to two) within reach of an empty one."""
    near = [bead.empty for bead in beads]
    for k, bead in enumerate(beads):
        if bead.empty:
            for step in (-1, 1):
                for other in range(k + step, k + step * (_REACH + 1), step):
                    if not 0 <= other < len(beads) or beads[other].shape not in _SHAPES:
                        break
                    near[other] = True
    return near


def _repaired(text: Text, rarity: Rarity, beads: list[Bead]) -> list[Bead]:
    """Return the best chain of pairs and single sentences through a stretch."""
    if len(beads) > _LONGEST or all(bead.empty for bead in beads):
        return beads
    whole = Bead(beads[0].e0, beads[-1].e1, beads[0].z0, beads[-1].z1)
    options = _options(text, rarity, beads, whole)
    best: dict[tuple[int, int], tuple[float, tuple[Bead, ...]]] = {(whole.e0, whole.z0): (0.0, ())}
    for e in range(whole.e0, whole.e1 + 1):
        for z in range(whole.z0, whole.z1 + 1):
            steps = [*options.get((e, z), ()), *_left_over(text, e, z)]
            reached = [
                (best[bead.e0, bead.z0][0] + value, (*best[bead.e0, bead.z0][1], bead))
                for value, bead in steps
                if (bead.e0, bead.z0) in best
            ]
            if reached:
                best[e, z] = max(reached)
    return _with_scores(list(best[whole.e1, whole.z1][1]), beads)


def _left_over(text: Text, e: int, z: int) -> Iterator[tuple[float, Bead]]:
    """Yield the segments before a state as beads of their own; blank lines and labels cost less alone."""
    for side, k, bead in ((text.en, e - 1, Bead(e - 1, e, z, z)), (text.zh, z - 1, Bead(e, e, z - 1, z))):
        cost = roles.cost_alone(side.kinds[k])
        yield -(_ALONE if cost is None else cost), bead


def _options(
    text: Text, rarity: Rarity, beads: list[Bead], whole: Bead
) -> dict[tuple[int, int], list[tuple[float, Bead]]]:
    """Return pairs, and the two-to-two beads there were, with their values, by where they end."""
    apart = sum(bead.empty for bead in beads) + 1
    candidates = [
        Bead(e, e + 1, z, z + 1)
        for e in range(whole.e0, whole.e1)
        for z in range(whole.z0, whole.z1)
        if abs((e - whole.e0) - (z - whole.z0)) <= apart
    ]
    candidates += [Bead(*bead[:4]) for bead in beads if bead.shape == (2, 2)]
    found: dict[tuple[int, int], list[tuple[float, Bead]]] = {}
    for bead, value in zip(candidates, _values(text, rarity, whole, candidates), strict=True):
        found.setdefault((bead.e1, bead.z1), []).append((value, bead))
    return found


def _values(text: Text, rarity: Rarity, whole: Bead, beads: list[Bead]) -> Iterator[float]:
    """Return how well the sides of each bead go together."""
    if not beads:
        return
    columns = np.array([bead[:4] for bead in beads], np.int64).T
    fits = similarity.scores_of(
        text, whole, Edges(columns[0], columns[1], columns[2], columns[3], np.zeros(len(beads)))
    )
    coverage = Coverage.of(text, rarity, whole)
    e_first, z_first = text.en.first - text.en.first[whole.e0], text.zh.first - text.zh.first[whole.z0]
    for bead, fit in zip(beads, fits.tolist(), strict=True):
        explained = coverage.within(
            slice(e_first[bead.e0], e_first[bead.e1]), slice(z_first[bead.z0], z_first[bead.z1])
        )
        yield explained + fit - (_TOGETHER if bead.shape == (2, 2) else 0.0)


def _with_scores(found: list[Bead], before: list[Bead]) -> list[Bead]:
    """Give beads that were there their score again, and new ones the lowest of the stretch."""
    scores = {bead[:4]: bead.score for bead in before}
    lowest = min(bead.score for bead in before if not bead.empty)
    return [bead._replace(score=scores.get(bead[:4], lowest)) for bead in found]
