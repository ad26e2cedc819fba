"""What is known of the beads under consideration: the features that `judging` weighs.

Those of a bead of two sides: its shape; what the search makes of its words, lengths and marks (in its units of log
probability); how much of either side the other explains, by the weight of the rare words in it, and how much of that
in words that are each other's best partner; both again as shares of what is usual between sentences that translate
each other in this text; how far its lengths are from this text's ratio. Those of a sentence without counterpart: its
side, what the search says it costs, how many words are lost.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.alignment import similarity
from aligner.alignment.bead import LOG_PRIORS
from aligner.alignment.evidence import Links
from aligner.alignment.rarity import Rarity
from aligner.alignment.sides import Side
from aligner.alignment.similarity import LENGTHS, WORDS, Edges, Text

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

SHAPES = ("1-1", "1-2", "2-1", "2-2", "1-n", "m-n")
NAMES = (
    *SHAPES,
    *("prior", "words", "lengths", "marks"),
    *("explained en", "explained zh", "matched en", "matched zh"),
    *("share explained en", "share explained zh", "share matched en", "share matched zh"),
    *("matched by size", "matched by size, 1-1", "size", "misfit", "misfit, 1-1", "longer"),
    *("en alone", "zh alone", "cost alone", "en words alone", "zh words alone"),
)
_OF_TWO_SIDES = NAMES.index("en alone")
# What is usual, where the text has too little to show it: as so many pairs of these values.
_COVERAGE, _RATIO, _PSEUDO_PAIRS = 0.45, math.log(0.33), 3.0
_HALF_SURE = 0.03  # the t(e|z) at which a word counts as half explained
_LARGEST_MISFIT = 2.0
_BLOCK = 4096  # beads looked at together, which bounds the memory


@dataclass(frozen=True, slots=True)
class Seen:
    """Measurements of beads of two sides, a row a bead; English left where there are two columns."""

    words: Floats
    marks: Floats
    explained: Floats
    matched: Floats
    weight: Floats
    size: Floats

    @classmethod
    def of(cls, text: Text, links: Links, edges: Edges) -> Seen:
        """Measure beads; `links` are those of their band."""
        rarity = Rarity.of(text)
        meetings = similarity.Meetings(text, links, edges)
        starts = range(0, max(len(edges.e0), 1), _BLOCK)
        blocks = [edges.of(slice(start, start + _BLOCK)) for start in starts]
        found = [_covered(text, rarity, meetings, block) for block in blocks]
        words, explained, matched = (np.concatenate(column) for column in zip(*found, strict=True))
        sizes = edges.lengths(text)
        return cls(
            words=words,
            marks=text.marks(edges.e0, edges.e1 - 1, edges.z0, edges.z1 - 1),
            explained=explained,
            matched=matched,
            weight=np.stack(
                [
                    _between(text.en.first, rarity.en, edges.e0, edges.e1),
                    _between(text.zh.first, rarity.zh, edges.z0, edges.z1),
                ],
                axis=1,
            ),
            size=np.maximum(np.stack(sizes, axis=1), 1.0),
        )


def _between(first: Ints, weight: Floats, start: Ints, stop: Ints) -> Floats:
    total = np.concatenate([[0.0], np.cumsum(weight)])[first]
    return np.asarray(total[stop] - total[start])


def _covered(text: Text, rarity: Rarity, meetings: similarity.Meetings, edges: Edges) -> tuple[Floats, Floats, Floats]:
    """Return L, and what the sides of each bead explain in each other, all of it and by best partners only."""
    met = meetings.inside(edges)
    share = text.table.share[met.entry]
    value = share / (share + _HALF_SURE)
    best_e = _Tokens(text.en, edges.e0, edges.e1).strongest(met.bead, met.e, value)
    best_z = _Tokens(text.zh, edges.z0, edges.z1).strongest(met.bead, met.z, value)
    mutual = np.intersect1d(best_e, best_z, assume_unique=True)
    on_english, on_chinese = value * rarity.en[met.e], value * rarity.zh[met.z]

    def summed(of_english: Ints, of_chinese: Ints) -> Floats:
        english = np.bincount(met.bead[of_english], on_english[of_english], len(edges.e0))
        chinese = np.bincount(met.bead[of_chinese], on_chinese[of_chinese], len(edges.e0))
        return np.stack([english, chinese], axis=1)

    return similarity.exact(text, edges, met), summed(best_e, best_z), summed(mutual, mutual)


class _Tokens:
    """The tokens of one side of beads, one bead's after the other's."""

    def __init__(self, side: Side, first: Ints, last: Ints):
        sizes = side.first[last] - side.first[first]
        self._first, self._size = side.first[first], int(sizes.sum())
        self._base = np.cumsum(sizes) - sizes

    def strongest(self, bead: Ints, token: Ints, value: Floats) -> Ints:
        """Return the number of the strongest link of every token in every bead; of equal ones the last."""
        place = self._base[bead] + token - self._first[bead]
        best = np.zeros(self._size)
        np.maximum.at(best, place, value)
        found = np.full(self._size, -1)
        top = np.flatnonzero(value == best[place])
        found[place[top]] = top
        return found[found >= 0]


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual in a text: the share of either side that its one-to-one pairs explain, and the log length ratio."""

    coverage: Floats
    ratio: float

    @classmethod
    def of(cls, seen: Seen, pairs: Flags) -> Usual:
        """Tell it from the one-to-one pairs among the beads measured."""
        shares = seen.explained[pairs] / (seen.weight[pairs] + 1e-6)
        ratios = np.log(seen.size[pairs, 1] / seen.size[pairs, 0])
        count = len(ratios)
        middle = float(np.median(ratios)) if count else 0.0
        return cls(
            (shares.sum(axis=0) + _PSEUDO_PAIRS * _COVERAGE) / (count + _PSEUDO_PAIRS),
            (middle * count + _PSEUDO_PAIRS * _RATIO) / (count + _PSEUDO_PAIRS),
        )


def of_two_sides(edges: Edges, seen: Seen, usual: Usual) -> Floats:
    """Return the features of beads of two sides, a row a bead."""
    found = np.zeros((len(edges.e0), len(NAMES)))
    kinds = _kinds(edges.e1 - edges.e0, edges.z1 - edges.z0)
    found[np.arange(len(kinds)), kinds] = 1.0
    expected = seen.weight * usual.coverage + 1e-6
    misfit = np.log(seen.size[:, 1] / seen.size[:, 0]) - usual.ratio
    misfit = np.clip(misfit, -_LARGEST_MISFIT, _LARGEST_MISFIT)
    size = np.log(seen.weight.sum(axis=1) + 1)
    matched = _log(seen.matched.sum(axis=1) / expected.sum(axis=1))
    single = kinds == SHAPES.index("1-1")
    lengths = similarity.length_score(seen.size[:, 0], seen.size[:, 1], math.exp(usual.ratio))
    shapes = zip((edges.e1 - edges.e0).tolist(), (edges.z1 - edges.z0).tolist(), strict=True)
    prior = np.array([LOG_PRIORS[shape] for shape in shapes])
    columns = (
        *(prior, WORDS * seen.words, LENGTHS * lengths, seen.marks),
        *(*seen.explained.T, *seen.matched.T),
        *(*_log(seen.explained / expected).T, *_log(seen.matched / expected).T),
        *(matched * size, matched * size * single, size, np.abs(misfit), np.abs(misfit) * single, misfit),
    )
    found[:, len(SHAPES) : _OF_TWO_SIDES] = np.stack(columns, axis=1)
    return found


def alone(text: Text, edges: Edges) -> Floats:
    """Return the features of sentences without counterpart, a row a sentence."""
    found = np.zeros((len(edges.e0), len(NAMES)))
    english = edges.e1 > edges.e0
    e, z = np.minimum(edges.e0, text.en.n - 1), np.minimum(edges.z0, text.zh.n - 1)
    words = WORDS * np.where(english, np.diff(text.en.mass)[e], np.diff(text.zh.mass)[z])
    cost = np.where(english, text.e_alone[e], text.z_alone[z])
    columns = english, ~english, cost, words * english, words * ~english
    found[:, _OF_TWO_SIDES:] = np.stack(columns, axis=1)
    return found


def _kinds(height: Ints, width: Ints) -> Ints:
    """Return the place in SHAPES of each shape."""
    several = (height > 1) & (width > 1)
    found = np.where(several, SHAPES.index("m-n"), SHAPES.index("1-n"))
    for name in ("1-1", "1-2", "2-1", "2-2"):
        a, b = map(int, name.split("-"))
        found[(height == a) & (width == b)] = SHAPES.index(name)
    return found


def _log(share: Floats) -> Floats:
    return np.asarray(np.log(np.clip(share, 0.0, 1.5) + 0.1))
