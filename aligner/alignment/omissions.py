"""Finds sentences without counterpart that the search has merged into a neighbour's bead.

A search that made empty beads cheap would find omissions and invent many. Instead, each sentence at the edge of a
bead of several is asked what it alone explains: how much of the other side only it accounts for, how much only
the rest does, whether the lengths fit better with it or without. A logistic model weighs these; how common omissions
are in this text is estimated together with them, and as many are believed as keep the false ones few. Then the
one-to-one pairs beside each empty bead are decided anew, as the sentence left over is often not the one merged.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aligner.alignment import neighbours
from aligner.alignment.bead import Bead
from aligner.alignment.orphans import Judge, rest
from aligner.alignment.similarity import Text

Floats = npt.NDArray[np.float64]

_MOST_SPLITS = 6

# The share of beads of several sentences that hide an omission: pseudo-counts with and without, rounds to estimate it.
_HIDING, _NOT_HIDING = 1.0, 2.0
_ROUNDS = 30
# As many omissions are believed as keep the expected number of false ones below this, or this share of them.
_FALSE_ONES, _FALSE_SHARE = 0.4, 0.05
# Two one-to-one pairs of which one is less sure than this are taken together and asked like a bead of several. In
# right pairs of abstracts the odds stay below 1.5, beside a deletion they are above 3; the more are asked, the more
# are needed.
_DOUBTFUL, _SHIFTED = 0.93, 1.5


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
    return neighbours.decided_anew(text, judge.rarity, found) if any(bead.empty for bead in found) else found


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
