"""What each word of a text weighs when it is asked whether it is explained: its own weight, more where it is rare."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.alignment.sides import Side
from aligner.alignment.similarity import Text

Floats = npt.NDArray[np.float64]

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
