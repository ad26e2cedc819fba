"""How sure a bead is: the posterior of the search, and whether its sides have anything to do with each other.

The search always finds some best chain, also through two texts that are no translations, and is then sure of it.
So the probability that the sides of a bead are related at all is taken into account: a logistic model of what their
words and lengths say, times the share of related beads in this text, which is estimated together with them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from aligner.alignment import roles, similarity
from aligner.alignment.bead import Bead
from aligner.alignment.similarity import Text

Floats = npt.NDArray[np.float64]

# Log odds that two sides are related, fitted by benchmarks/fit_confidence.py on gold pairs against shuffled ones.
_CONSTANT, _WORDS, _SIZE, _WORDS_SIZE, _LENGTHS = -2.100, -2.741, 1.983, 2.058, 0.941
FLOOR, LEAST_LENGTHS = 0.05, -6.0
_RELATED, _UNRELATED = 4.0, 1.0  # pseudo-counts: most texts that are brought here are translations
_ROUNDS = 20
_MODEL_TOP = 0.9999


def scored(text: Text, beads: Sequence[Bead]) -> list[Bead]:
    """Return the beads with their probabilities of being right; 0 where a side is empty."""
    judged = [k for k, bead in enumerate(beads) if not bead.empty and _is_text(text, bead)]
    related = dict(zip(judged, _related(text, [beads[k] for k in judged]).tolist(), strict=True))
    return [
        bead._replace(score=0.0 if bead.empty else bead.score * related.get(k, 1.0)) for k, bead in enumerate(beads)
    ]


def _is_text(text: Text, bead: Bead) -> bool:
    return text.en.kinds[bead.e0] in roles.WORDED


def _related(text: Text, beads: list[Bead]) -> Floats:
    """Return for each bead the probability that its sides are related, given the share of such beads in the text."""
    if not beads:
        return np.zeros(0)
    odds = np.exp(np.clip(log_odds(text, beads), -30, 30))
    share = 0.5
    found = np.zeros(len(beads))
    for _ in range(_ROUNDS):
        prior = share / (1 - share)
        found = odds * prior / (1 + odds * prior)
        share = min((found.sum() + _RELATED) / (len(beads) + _RELATED + _UNRELATED), _MODEL_TOP)
    return found


def log_odds(text: Text, beads: list[Bead]) -> Floats:
    """Return the log odds that the sides of each bead are related, were half of all beads related."""
    words, mass, lengths = similarity.measured(text, beads)
    above_chance = np.log(np.maximum(words / np.maximum(mass, 3.0) - math.log(similarity.UNEXPLAINED), 0.0) + FLOOR)
    size = np.log(mass + 1)
    fit = np.maximum(lengths, LEAST_LENGTHS)
    return _CONSTANT + _WORDS * above_chance + _SIZE * size + _WORDS_SIZE * above_chance * size + _LENGTHS * fit
