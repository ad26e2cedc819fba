"""Trains a translation table t(e|z) on sentence pairs, and packs it into a small file.

IBM model 1 (Brown et al. 1993) with a preference for equal relative positions, as in fast_align (Dyer et al. 2013).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.errors import InputError
from aligner.lexicon import tokens
from aligner.lexicon.learned import Learned
from aligner.lexicon.lexicon import Lexicon

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_ROUNDS = 5
_NULL = 0.15
_DIAGONAL = 3.0
_DISCOUNT = 0.4
_LEAST_MEETINGS, _LEAST_LIFT, _LARGEST_LIFT = 2, 1.5, 20.0
_MOST_RENDERINGS, _LEAST_SHARE = 10, 0.02
_LONGEST = 60  # tokens of a sentence; longer ones teach little and cost much
_CHUNK = 4000  # sentence pairs worked on at once


def train(pairs: Iterable[tuple[str, str]], lexicon: Lexicon) -> Learned:
    """Return the table learned from (English, Chinese) sentence pairs; equal pairs count once.

    Raises:
        InputError: the pairs hold nothing to learn from.
    """
    corpus = _Corpus.of(dict.fromkeys(pairs), lexicon)
    keys = corpus.candidates() if len(corpus.e) else np.zeros(0, np.int64)
    if not len(keys):
        raise InputError("the sentence pairs hold no words to learn from", "give more of them")
    cells = [corpus.cells(chunk, keys) for chunk in corpus.chunks()]
    row = keys // len(corpus.english)
    share = _shares(np.ones(len(keys)), row)
    frequency = np.bincount(corpus.e, minlength=len(corpus.english)) / len(corpus.e)
    count = np.zeros(len(keys))
    for _ in range(_ROUNDS):
        count = np.zeros(len(keys))
        for e_key, token, cell, near in cells:
            weight = (1 - _NULL) * near * share[cell]
            explained = np.bincount(token, weights=weight, minlength=len(e_key)) + _NULL * frequency[e_key]
            count += np.bincount(cell, weights=weight / explained[token], minlength=len(keys))
        share = _shares(count, row)
    total = np.bincount(row, weights=count)[row]
    return corpus.table(keys, np.maximum(count - _DISCOUNT, 0) / np.maximum(total, 1e-12))


def _shares(count: Floats, row: Ints) -> Floats:
    return np.asarray(count / np.maximum(np.bincount(row, weights=count), 1e-12)[row])


Cells = tuple[Ints, Ints, npt.NDArray[np.int32], npt.NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class _Corpus:
    """Sentence pairs as numbers: `e` and `z` hold the keys of all tokens, sentence k from first[k] to first[k+1]."""

    english: list[str]
    chinese: list[str]
    e: Ints
    z: Ints
    e_first: Ints
    z_first: Ints

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]], lexicon: Lexicon) -> _Corpus:
        english: dict[str, int] = {}
        chinese: dict[str, int] = {}
        e: list[int] = []
        z: list[int] = []
        firsts: list[tuple[int, int]] = [(0, 0)]
        stems: dict[str, str] = {}

        def stem(word: str) -> str:
            if word not in stems:
                stems[word] = lexicon.stem(word)
            return stems[word]

        for left, right in pairs:
            e_keys = [t.key for t in tokens.english(left, stem) if t.key[0].isalpha()]
            found = (t.key for t in tokens.chinese(lexicon.simplify(right), lexicon, stem))
            z_keys = [key for key in found if "\u3400" <= key[0] <= "\u9fff"]
            if 0 < len(e_keys) <= _LONGEST and 0 < len(z_keys) <= _LONGEST:
                e.extend(english.setdefault(key, len(english)) for key in e_keys)
                z.extend(chinese.setdefault(key, len(chinese)) for key in z_keys)
                firsts.append((len(e), len(z)))
        e_first, z_first = np.array(firsts, np.int64).T
        return cls(list(english), list(chinese), np.array(e), np.array(z), e_first, z_first)

    def chunks(self) -> Iterator[slice]:
        n = len(self.e_first) - 1
        return (slice(start, min(start + _CHUNK, n)) for start in range(0, n, _CHUNK))

    def _pairs(self, chunk: slice) -> tuple[Ints, Ints, Floats]:
        """Return (English token, Chinese token, difference of relative positions) for all pairs in sentences."""
        e0, e_sizes = self.e_first[chunk], np.diff(self.e_first)[chunk]
        z0, z_sizes = self.z_first[chunk], np.diff(self.z_first)[chunk]
        sentence = np.repeat(np.arange(len(e0)), e_sizes)
        token = np.arange(e0[0], e0[0] + len(sentence))
        opposite = z_sizes[sentence]
        e = np.repeat(token, opposite)
        z = np.repeat(z0[sentence] - np.cumsum(opposite) + opposite, opposite) + np.arange(opposite.sum())
        where = np.repeat(sentence, opposite)
        places = (e - e0[where] + 0.5) / e_sizes[where], (z - z0[where] + 0.5) / z_sizes[where]
        return e, z, np.abs(places[0] - places[1])

    def candidates(self) -> Ints:
        """Return the pairs of keys (Chinese * size + English) that meet oftener than by chance."""
        v = len(self.english)
        keys, counts = np.zeros(0, np.int64), np.zeros(0, np.int64)
        for chunk in self.chunks():
            e, z, _ = self._pairs(chunk)
            met, times = np.unique(self.z[z] * v + self.e[e], return_counts=True)
            keys, where = np.unique(np.concatenate([keys, met]), return_inverse=True)
            counts = np.bincount(where, weights=np.concatenate([counts, times])).astype(np.int64)
        e_count = np.bincount(self.e, minlength=v)[keys % v]
        z_count = np.bincount(self.z, minlength=len(self.chinese))[keys // v]
        lift = counts * (len(self.e_first) - 1) / (e_count * z_count)
        rare = np.minimum(e_count, z_count) <= 2
        return np.asarray(keys[((counts >= _LEAST_MEETINGS) | rare) & (lift > _LEAST_LIFT)])

    def cells(self, chunk: slice, keys: Ints) -> Cells:
        """Return the keys of the chunk's English tokens, and for each meeting token, candidate and nearness."""
        v = len(self.english)
        e, z, apart = self._pairs(chunk)
        near = np.exp(-_DIAGONAL * apart)
        start = int(self.e_first[chunk.start])
        near /= np.bincount(e - start, weights=near)[e - start]
        met = self.z[z] * v + self.e[e]
        cell = np.minimum(np.searchsorted(keys, met), len(keys) - 1)
        kept = keys[cell] == met
        e_key = self.e[start : int(self.e_first[chunk.stop])]
        return e_key, (e - start)[kept], cell[kept].astype(np.int32), near[kept].astype(np.float32)

    def table(self, keys: Ints, share: Floats) -> Learned:
        """Return the strongest renderings of each Chinese word."""
        v = len(self.english)
        order = np.lexsort((-share, keys // v))
        order = order[share[order] > _LEAST_SHARE]
        row = keys[order] // v
        rank = np.arange(len(row)) - np.searchsorted(row, row)
        order = order[rank < _MOST_RENDERINGS]
        times = np.bincount(self.z, minlength=len(self.chinese))
        rows: dict[str, dict[str, float]] = {}
        for key, value in zip(keys[order].tolist(), share[order].tolist(), strict=True):
            rows.setdefault(self.chinese[key // v], {})[self.english[key % v]] = value
        numbers = {word: k for k, word in enumerate(self.chinese)}
        return Learned({word: int(times[numbers[word]]) for word in rows}, rows)
