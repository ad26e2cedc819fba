"""Learns from the text itself: which words its translator pairs, and which marks, given the beads found so far.

The table t(e|z) is estimated anew by IBM model 1 (Brown et al. 1993) on the beads, with the dictionary's shares as
prior (maximum a posteriori), a null word, and a discount against chance meetings of rare words.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from aligner.alignment.bead import Bead
from aligner.alignment.evidence import Evidence, frequency, from_shares, ranges
from aligner.alignment.marks import MarkOdds
from aligner.alignment.similarity import Text

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_ROUNDS = 4
_PRIOR = 0.3  # what the dictionary's shares weigh, in occurrences of the Chinese word
_NULL = 0.3
_DISCOUNT = 0.5
_AT_FIRST = 0.002  # share of a pair of words that the dictionary does not have
_LARGEST_BEAD = 5  # segments; larger ones pair too many words by chance
_SMALLEST_SHARE = 1e-3


def learned(text: Text, prior: Evidence, beads: list[Bead]) -> Text:
    """Return the text with evidence and marks re-estimated on its beads."""
    full = np.array([bead[:4] for bead in beads if not bead.empty], np.int64).reshape(-1, 4)
    if not len(full):
        return text
    small = full[(full[:, 1] - full[:, 0]) + (full[:, 3] - full[:, 2]) <= _LARGEST_BEAD]
    odds = MarkOdds.learned(text.en.marks, text.zh.marks, full)
    return replace(text, table=_estimated(text, prior, small), odds=odds)


def _estimated(text: Text, prior: Evidence, beads: Ints) -> Evidence:
    v = len(text.en.keys)
    e, z = _cells(text, beads)
    known, known_share = _known(text, prior)
    met = text.zh.key[z] * v + text.en.key[e]
    keys, cell = _numbered(met, known)
    believed = np.zeros(len(keys))
    believed[np.searchsorted(keys, known)] = known_share
    row = keys // v
    share = _shares(believed + _AT_FIRST, row)
    believed *= _PRIOR
    null = _NULL / (1 - _NULL) * frequency(text.en)[text.en.key] * np.bincount(e, minlength=len(text.en.key))
    count = believed
    for _ in range(_ROUNDS):
        explained = np.bincount(e, weights=share[cell], minlength=len(text.en.key)) + null
        count = np.asarray(np.bincount(cell, share[cell] / explained[e], len(keys)), np.float64)
        share = _shares(count + believed, row)
    total = np.bincount(row, weights=count + believed)[row]
    share = (np.maximum(count - _DISCOUNT, 0) + believed) / np.maximum(total, 1e-12)
    kept = share > _SMALLEST_SHARE
    return from_shares(text.en, text.zh, row[kept], keys[kept] % v, share[kept])


def _numbered(met: Ints, known: Ints) -> tuple[Ints, Ints]:
    """Return the different pairs, in order, and the number of each that met; by sorting, which beats hashing here."""
    order = np.argsort(met)
    ordered = met[order]
    new = _first_of_equal(ordered)
    different = ordered[new]
    both = np.sort(np.concatenate([different, known]))
    keys = both[_first_of_equal(both)]
    cell = np.empty(len(met), np.int64)
    cell[order] = np.searchsorted(keys, different)[np.cumsum(new) - 1]
    return keys, cell


def _first_of_equal(ordered: Ints) -> npt.NDArray[np.bool_]:
    new = np.ones(len(ordered), bool)
    new[1:] = ordered[1:] != ordered[:-1]
    return new


def _known(text: Text, prior: Evidence) -> tuple[Ints, Floats]:
    """Return the prior's entries between keys that the text has: pair (Chinese * size + English), and share."""
    z = np.repeat(np.arange(len(text.zh.keys)), np.diff(prior.first))
    e_there = np.bincount(text.en.key, minlength=len(text.en.keys)) > 0
    z_there = np.bincount(text.zh.key, minlength=len(text.zh.keys)) > 0
    kept = e_there[prior.english] & z_there[z]
    return z[kept] * len(text.en.keys) + prior.english[kept], prior.share[kept]


def _shares(count: Floats, row: Ints) -> Floats:
    return np.asarray(count / np.maximum(np.bincount(row, weights=count), 1e-12)[row])


def _cells(text: Text, beads: Ints) -> tuple[Ints, Ints]:
    """Return all pairs of an English and a Chinese token of one bead."""
    e0, e1 = text.en.first[beads[:, 0]], text.en.first[beads[:, 1]]
    z0, z1 = text.zh.first[beads[:, 2]], text.zh.first[beads[:, 3]]
    token, bead = ranges(e0, e1 - e0), np.repeat(np.arange(len(beads)), e1 - e0)
    sizes = (z1 - z0)[bead]
    return np.repeat(token, sizes), ranges(z0[bead], sizes)
