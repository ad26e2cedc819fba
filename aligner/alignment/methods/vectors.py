"""Pairs segments by a sentence encoder: any object with `encode(list of str)` that returns an array, a row a text.

The search, the shapes and lengths, and what a sentence costs alone are those of the method `lexical`; what words say
there is said here by how much nearer two vectors are than chance has it. Beads of several segments are first judged
by the mean of their vectors; those that may be part of the best chain are encoded as the one text they are, as
vecalign (Thompson and Koehn 2019) and Bertalign (Liu and Zhu 2022) do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from aligner.alignment import anchors, sides
from aligner.alignment.bead import SHAPES, Bead, alone
from aligner.alignment.evidence import Evidence
from aligner.alignment.method import Method, Progress
from aligner.alignment.search import search
from aligner.alignment.similarity import Band, Edges, Grid, Text
from aligner.errors import ConfigError
from aligner.model import Segment
from aligner.neural import Encoder, Running, sentence_encoder

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_WEIGHT = 100.0  # of full likeness, in the units of L (see `similarity`)
_HALF_WIDTH = 15
_SAMPLE = 200  # segments of either side that show what chance is
_BLOCK = 128  # segments held against all of the other side at once
_OF_MEDIAN = 1.48  # times the median deviation is a standard deviation, were chance normal
_LEAST_SPREAD, _LARGEST_CHANCE = 0.02, 0.9
_AS_IS = Running()
_SURE_SPREADS, _STEEPNESS = 2.0, 1.5  # so many spreads above chance a pair is as likely related as not


def load(name: str | None, running: Running = _AS_IS) -> Encoder:
    """Load a sentence encoder, see `aligner.neural.sentence_encoder`.

    Raises:
        ConfigError: no model is named.
    """
    if not name:
        raise ConfigError("the method 'vectors' needs a sentence encoder", "name one with --model")
    return sentence_encoder(name, "the method 'vectors'", running)


def _align(english: Sequence[Segment], chinese: Sequence[Segment], encoder: Encoder, progress: Progress) -> list[Bead]:
    if not english or not chinese:
        return alone(Bead(0, len(english), 0, 0)) + alone(Bead(len(english), len(english), 0, len(chinese)))
    text = _Vectors.read(english, chinese, encoder)
    beads = search(text, anchors.through(text, text.partners()), _HALF_WIDTH, progress=progress)
    return text.scored(beads)


@dataclass(frozen=True, slots=True)
class _Vectors(Text):
    """A text whose likeness is told by vectors, a row a segment, of length 1.

    `e_chance` and `z_chance` are the mean nearness of each to segments of the other side, `spread` how far such
    nearness varies.
    """

    encoder: Encoder
    texts: tuple[list[str], list[str]]
    e_vectors: Floats
    z_vectors: Floats
    e_chance: Floats
    z_chance: Floats
    spread: float

    @classmethod
    def read(cls, english: Sequence[Segment], chinese: Sequence[Segment], encoder: Encoder) -> _Vectors:
        """Encode both sides, and find out what chance brings about."""
        texts = [s.text for s in english], [s.text for s in chinese]
        e, z = (_encoded(encoder, side) for side in texts)
        nothing = Evidence(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0), np.zeros(0))
        plain = Text.of(sides.bare(english), sides.bare(chinese), nothing)
        return cls(
            **{field.name: getattr(plain, field.name) for field in fields(Text)},
            encoder=encoder,
            texts=texts,
            e_vectors=e,
            z_vectors=z,
            e_chance=e @ _sample(z).mean(axis=0),
            z_chance=z @ _sample(e).mean(axis=0),
            spread=_spread(_sample(e) @ _sample(z).T),
        )

    def partners(self) -> list[tuple[int, int, float]]:
        """Return the segments that are each other's nearest, and how much nearer than chance."""
        best = np.full(len(self.z_vectors), -np.inf)
        nearest = np.zeros(len(self.z_vectors), np.int64)
        choice: list[int] = []
        for start in range(0, len(self.e_vectors), _BLOCK):
            rows = slice(start, start + _BLOCK)
            near = _above(self.e_vectors[rows] @ self.z_vectors.T, self.e_chance[rows, None], self.z_chance)
            choice += near.argmax(axis=1).tolist()
            top = near.max(axis=0)
            nearest = np.where(top > best, near.argmax(axis=0) + start, nearest)
            best = np.maximum(best, top)
        return [(e, z, float(best[z])) for e, z in enumerate(choice) if nearest[z] == e and best[z] > 0]

    def grid(self, band: Band) -> Grid:
        """Return the likeness of all beads of a band."""
        return _Grid(self, band)

    def likeness(self, edges: Edges) -> Floats:
        """Return how much nearer than chance the sides of beads are, 1 where they are the same."""
        e, e_chance = self._windows(0, edges.e0, edges.e1)
        z, z_chance = self._windows(1, edges.z0, edges.z1)
        return _above((e * z).sum(axis=1), e_chance, z_chance)

    def _windows(self, side: int, first: Ints, last: Ints) -> tuple[Floats, Floats]:
        """Return the vectors of stretches of segments, each encoded as one text, and their nearness by chance."""
        vectors, opposite = (self.e_vectors, self.z_vectors)[:: 1 - 2 * side]
        ranges, which = np.unique(np.stack([first, last], axis=1), axis=0, return_inverse=True)
        found = vectors[ranges[:, 0]].copy()
        several = ranges[:, 1] - ranges[:, 0] > 1
        glue = "" if side else " "
        joined = [glue.join(self.texts[side][a:b]) for a, b in ranges[several].tolist()]
        if joined:
            found[several] = _encoded(self.encoder, joined)
        return found[which.ravel()], (found @ _sample(opposite).mean(axis=0))[which.ravel()]

    def scored(self, beads: list[Bead]) -> list[Bead]:
        """Return the beads with their posteriors times the probability that their sides are related at all."""
        full = [bead for bead in beads if not bead.empty]
        if not full:
            return beads
        e0, e1, z0, z1 = np.array([bead[:4] for bead in full], np.int64).T
        spreads = self.likeness(Edges(e0, e1, z0, z1, np.zeros(len(full)))) / self.spread
        related = iter((1 / (1 + np.exp(_STEEPNESS * (_SURE_SPREADS - spreads)))).tolist())
        return [bead._replace(score=0.0 if bead.empty else bead.score * next(related)) for bead in beads]


class _Grid(Grid):
    """The likeness of all beads of a band, by the mean vectors of their segments."""

    text: _Vectors

    def _words(self, i: Ints, j: Ints) -> dict[tuple[int, int], Floats]:
        """Return what stands for the words: the likeness of every shape."""
        text, band = self.text, self.band
        e_size, z_size = (max(shape[side] for shape in SHAPES) for side in (0, 1))
        e_sums = _sums(text.e_vectors[band.top : band.top + band.rows + e_size])
        z_sums = _sums(text.z_vectors[self.left : self.right + z_size])
        columns = np.minimum(j - self.left, len(z_sums) - 2)
        found: dict[tuple[int, int], Floats] = {}
        for a, b in SHAPES:
            e, e_chance = self._means(e_sums, a, band.rows + 1, text.z_vectors)
            z, z_chance = self._means(z_sums, b, len(z_sums) - 1, text.e_vectors)
            near = _above(e @ z.T, e_chance[:, None], z_chance)
            found[a, b] = _WEIGHT * np.take_along_axis(near, columns, axis=1)
        return found

    @staticmethod
    def _means(sums: Floats, size: int, count: int, opposite: Floats) -> tuple[Floats, Floats]:
        """Return the mean vectors, brought to length 1, of `size` segments from each of `count` on, and chance."""
        first = np.minimum(np.arange(count), len(sums) - 1)
        found = _unit(sums[np.minimum(first + size, len(sums) - 1)] - sums[first])
        return found, found @ _sample(opposite).mean(axis=0)

    def exact(self, edges: Edges) -> Floats:
        """Return the likeness of beads, each side encoded as the one text it is."""
        return _WEIGHT * self.text.likeness(edges)


def _encoded(encoder: Encoder, texts: list[str]) -> Floats:
    """Return the vectors of texts, of length 1; what is no array of that shape is the encoder's fault.

    Raises:
        ConfigError: the encoder returned something else.
    """
    found = np.asarray(encoder.encode(texts), np.float64)
    if found.ndim != 2 or len(found) != len(texts):
        raise ConfigError(
            f"the sentence encoder returned an array of shape {found.shape} for {len(texts)} texts",
            "it has to return one row for each",
        )
    return _unit(np.nan_to_num(found))


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9))


def _sums(vectors: Floats) -> Floats:
    return np.concatenate([np.zeros((1, vectors.shape[1])), np.cumsum(vectors, axis=0)])


def _sample(vectors: Floats) -> Floats:
    return vectors[:: len(vectors) // _SAMPLE + 1]


def _spread(near: Floats) -> float:
    """Return how far nearness varies by chance; the median holds where some of the pairs are right."""
    return max(_OF_MEDIAN * float(np.median(np.abs(near - np.median(near)))), _LEAST_SPREAD)


def _above(near: Floats, e_chance: Floats, z_chance: Floats) -> Floats:
    """Return how far nearness is above chance, as a share of what there is room for."""
    chance = np.minimum((e_chance + z_chance) / 2, _LARGEST_CHANCE)
    return np.asarray((near - chance) / (1 - chance))


METHOD = Method(
    "vectors",
    "a sentence encoder (neural, optional)",
    _align,
    uses_lexicon=False,
    load=load,
)
