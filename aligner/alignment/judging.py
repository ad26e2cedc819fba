"""Decides between the beads that the search found promising, by all that is known of them.

The search scores beads as if words were drawn one by one; that finds the right neighbourhood, but a sentence without
counterpart ends up in its neighbour's bead, where it explains something by chance. Here each promising bead is
described by features (see `features`), which a conditional random field over chains of beads weighs: the score of a
bead is the weighted sum, the probability of a chain is proportional to the exponential of its scores' sum. So a
merged bead stands against its parts, an omission against a pair, and each against its neighbours, in one decision.

How common sentences without counterpart are differs from text to text, so that is estimated together with them.

Source: Lafferty, McCallum and Pereira 2001, for alignment Blunsom and Cohn 2006; features and weights are our own.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.alignment import features, roles
from aligner.alignment.bead import Bead
from aligner.alignment.chain import Lattice
from aligner.alignment.evidence import Links
from aligner.alignment.features import NAMES, Seen, Usual
from aligner.alignment.similarity import Edges, Text

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

# Fitted by benchmarks/fit_judging.py on abstracts, papers, novels and health texts, clean and damaged.
WEIGHTS = {
    "1-1": 0.4342,
    "1-2": 0.6371,
    "2-1": 0.3833,
    "2-2": -0.1046,
    "1-n": 0.2109,
    "m-n": 0.2035,
    "prior": 1.2638,
    "words": 1.2747,
    "lengths": 0.7409,
    "marks": 0.6167,
    "explained en": 0.1314,
    "explained zh": -0.0529,
    "matched en": 0.2448,
    "matched zh": 0.2320,
    "share explained en": -1.3797,
    "share explained zh": -0.6638,
    "share matched en": 0.9154,
    "share matched zh": -0.6375,
    "matched by size": 0.8783,
    "matched by size, 1-1": 0.3591,
    "size": -0.0248,
    "misfit": -1.0413,
    "misfit, 1-1": -0.0866,
    "longer": 0.3030,
    "en alone": 0.9053,
    "zh alone": 0.8689,
    "cost alone": 0.7396,
    "en words alone": 0.0082,
    "zh words alone": 0.6310,
}

# The share of beads that have an empty side, in pseudo-counts (of that many beads); how far a text's own share
# counts, in log odds; rounds to estimate it.
_EMPTY, _OF_BEADS = 0.5, 20.0
_EAGERNESS, _ROUNDS = 0.3, 4


def judged(text: Text, links: Links, edges: Edges, lattice: Lattice) -> list[Bead]:
    """Return the best chain by the weighted features, each bead with its posterior probability.

    `edges` are the beads of the lattice with the scores of the search, `links` those of their band.
    """
    problem = Problem.of(text, links, edges, lattice)
    scores = problem.scores(np.array([WEIGHTS[name] for name in NAMES]))
    orphans = problem.judged & problem.empty
    more = 0.0
    for _ in range(_ROUNDS):
        posteriors = lattice.posteriors(scores + more * orphans)
        share = (posteriors[orphans].sum() + _EMPTY) / (posteriors[problem.judged].sum() + _OF_BEADS)
        more = _EAGERNESS * math.log(share * _OF_BEADS / _EMPTY)
    scores = scores + more * orphans
    return lattice.chain(scores, lattice.posteriors(scores))


@dataclass(frozen=True, slots=True)
class Problem:
    """Beads to decide between: their features, and which of them `judged` by those.

    The others, labels and empty lines and what the user locked, pair by what they are: they keep the scores of the
    search, which are in `fixed`; for the judged ones that is what their roles add.
    """

    features: Floats
    fixed: Floats
    judged: Flags
    empty: Flags

    @classmethod
    def of(cls, text: Text, links: Links, edges: Edges, lattice: Lattice) -> Problem:
        """Describe the beads of a lattice; the best chain by the search shows what is usual in the text."""
        empty = (edges.e0 == edges.e1) | (edges.z0 == edges.z1)
        full = np.flatnonzero(~empty)
        two_sided = edges.of(full)
        seen = Seen.of(text, links, two_sided)
        chosen = np.zeros(len(empty), bool)
        chosen[lattice.best(edges.score)] = True
        single = (two_sided.e1 - two_sided.e0 == 1) & (two_sided.z1 - two_sided.z0 == 1)
        body = text.en.others[two_sided.e0] == text.en.others[two_sided.e1]
        found = np.zeros((len(empty), len(NAMES)))
        found[full] = features.of_two_sides(two_sided, seen, Usual.of(seen, chosen[full] & single & body))
        found[empty] = features.alone(text, edges.of(np.flatnonzero(empty)))
        worded, affinity = _roles(text, edges)
        return cls(found, np.where(worded, affinity, edges.score), worded, empty)

    def scores(self, weights: Floats) -> Floats:
        """Return the scores of the beads by the weights of the features."""
        return np.asarray(np.where(self.judged, self.features @ weights, 0.0) + self.fixed)


def _roles(text: Text, edges: Edges) -> tuple[Flags, Floats]:
    """Say which beads words decide about, and what the roles of their segments add to those."""
    e, z = np.minimum(edges.e0, text.en.n - 1), np.minimum(edges.z0, text.zh.n - 1)
    english, chinese = edges.e1 > edges.e0, edges.z1 > edges.z0
    single = (edges.e1 - edges.e0 == 1) & (edges.z1 - edges.z0 == 1)
    e_worded, z_worded = (np.array([kind in roles.WORDED for kind in side.kinds]) for side in (text.en, text.zh))
    e_body, z_body = (np.array([kind == roles.BODY for kind in side.kinds]) for side in (text.en, text.zh))
    alone = np.where(english, e_body[e], z_body[z])
    worded = np.where(english & chinese, e_worded[e] & z_worded[z], alone)
    return worded, np.where(single, text.affinity[text.e_kind[e], text.z_kind[z]], 0.0)
