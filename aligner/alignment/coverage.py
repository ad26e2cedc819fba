"""How far the words of some segments explain each other, the rare ones counting most."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.alignment.bead import Bead
from aligner.alignment.evidence import links, tokens_of
from aligner.alignment.sides import Side
from aligner.alignment.similarity import Text

Floats = npt.NDArray[np.float64]

_HALF_SURE = 0.03  # the t(e|z) at which a word counts as half explained
_LEAST_RARITY = 0.1


@dataclass(frozen=True, slots=True)
class Rarity:
    """The weight of each token of a text: its own, times how rare its key is among the segments."""

    en: Floats
    zh: Floats

    @classmethod
    def of(cls, text: Text) -> Rarity:
        """Weigh the tokens of both sides."""
        return cls(_rarity(text.en), _rarity(text.zh))


def _rarity(side: Side) -> Floats:
    """Return the weight of each token by how few segments its key is in, never quite 0."""
    in_segments = np.unique(side.key * side.n + side.segment) // side.n
    count = np.bincount(in_segments, minlength=len(side.keys))
    rarity = np.log((side.n + 2) / (count + 0.5)) / math.log((side.n + 2) / 1.5)
    return np.asarray(np.maximum(rarity, _LEAST_RARITY)[side.key] * side.weight)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far each English token (rows) and each Chinese one explain each other, 0 to 1, and their weights."""

    table: Floats
    en: Floats
    zh: Floats

    @classmethod
    def of(cls, text: Text, rarity: Rarity, part: Bead) -> Coverage:
        """Look up the tokens of a small part of a text."""
        e, z = tokens_of(text.en, part.e0, part.e1), tokens_of(text.zh, part.z0, part.z1)
        found = links(text.en, text.zh, text.table, e, z)
        table = np.zeros((len(e), len(z)))
        share = text.table.share[found.entry]
        table[found.e - text.en.first[part.e0], found.z - text.zh.first[part.z0]] = share / (share + _HALF_SURE)
        return cls(table, rarity.en[e], rarity.zh[z])

    @property
    def shares(self) -> tuple[float, float]:
        """The share of either side that is explained."""
        return mean(self.en, self.table.max(axis=1, initial=0.0)), mean(self.zh, self.table.max(axis=0, initial=0.0))

    def within(self, e: slice, z: slice) -> float:
        """Return the weight that two stretches of tokens explain in each other."""
        cell = self.table[e, z]
        english = self.en[e] @ cell.max(axis=1, initial=0.0)
        return float(english + self.zh[z] @ cell.max(axis=0, initial=0.0))


def mean(weights: Floats, values: Floats) -> float:
    """Return a weighted mean, 0 of nothing."""
    return float(weights @ values) / (float(weights.sum()) + 1e-6)
