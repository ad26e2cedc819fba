"""Scores of beads: how far the words of both sides explain each other, how well lengths and shapes fit.

The score of a bead of English segments E and Chinese segments Z is

    0.15 L + 0.8 log P(length) + log prior(shape) + affinity of the roles

    L = Σ_e w log(λ + (1-λ) Σ_z r(e,z) κ / |Z|^1.25)  +  the same over z with |E|

where |.| is the weight of the tokens and κ falls with the distance between the relative positions of the two
tokens inside the bead. Without κ, Σ_z r adds up over segments, so that cumulative sums make the scores of all
beads of a band vector operations: `Grid`. As κ is at most 1 these scores are upper bounds; the few beads that can
be part of a best path are then scored in full: `exact`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.alignment import roles
from aligner.alignment.bead import LOG_PRIORS, SHAPES, Bead, log_empty
from aligner.alignment.evidence import Evidence, Links, links, ranges, tokens_of
from aligner.alignment.marks import MarkOdds
from aligner.alignment.sides import Side

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Scores = npt.NDArray[np.float32]

# Fitted on development novels and academic prose; flat around these values.
WORDS, LENGTHS = 0.15, 0.8
UNEXPLAINED = 0.25  # λ: what a token that nothing opposite explains counts
_CROWDING = 1.25  # exponent of the opposite side's size: a long segment explains much by chance
_LEAST_MASS = 3.0
_NEARNESS, _LEAST_NEARNESS = 2.5, 0.2  # κ = max(1 - 2.5 d, 0.2)
_LENGTH_VARIANCE = 12.0
_EMPTY_PER_ROOT = 0.3
# Chinese characters for an English one in texts that are complete, terse statutes and wordy encyclopedias included;
# what is beyond lacks a part.
_LEAST_RATIO, _LARGEST_RATIO = 0.22, 0.48
_BLOCK = 64  # segments joined with their surroundings at once
REACH = max(max(shape) for shape in SHAPES)

_GRID = np.arange(0, 6.01, 0.01)
_TAIL = np.log(np.array([math.erfc(z / math.sqrt(2)) for z in _GRID]) + 1e-9)


@dataclass(frozen=True, slots=True)
class Text:
    """Both sides of a text, what their words say of each other, and the ratio of their lengths."""

    en: Side
    zh: Side
    table: Evidence
    ratio: float
    e_kind: Ints
    z_kind: Ints
    affinity: Floats
    e_alone: Floats
    z_alone: Floats
    odds: MarkOdds

    @classmethod
    def of(cls, en: Side, zh: Side, table: Evidence) -> Text:
        """Work out what does not depend on the search: kinds as numbers, and what each segment costs alone."""
        whole = max(zh.length[-1], 1.0) / max(en.length[-1], 1.0)
        ratio = min(max(whole, _LEAST_RATIO), _LARGEST_RATIO)
        names = sorted({*en.kinds, *zh.kinds})
        number = {name: k for k, name in enumerate(names)}
        return cls(
            en=en,
            zh=zh,
            table=table,
            ratio=ratio,
            e_kind=np.array([number[kind] for kind in en.kinds], np.int64),
            z_kind=np.array([number[kind] for kind in zh.kinds], np.int64),
            affinity=np.array([[roles.affinity(a, b) for b in names] for a in names]),
            e_alone=_alone(en, 1.0, max(0.0, 1 - whole / ratio)),
            z_alone=_alone(zh, ratio, max(0.0, 1 - ratio / whole)),
            odds=MarkOdds.none(),
        )

    def grid(self, band: Band) -> Grid:
        """Return the scores of all beads of a band."""
        return Grid(self, band)

    def marks(self, e_first: Ints, e_last: Ints, z_first: Ints, z_last: Ints) -> Floats:
        """Return what the beginnings and ends of beads say, by the numbers of their first and last segments."""
        e_first, z_first = np.minimum(e_first, self.en.n - 1), np.minimum(z_first, self.zh.n - 1)
        opening = self.odds.opening[self.en.marks.opening[e_first], self.zh.marks.opening[z_first]]
        closing = self.odds.closing[self.en.marks.closing[e_last], self.zh.marks.closing[z_last]]
        return np.asarray(opening + closing)


def length_score(en_length: Floats, zh_length: Floats, ratio: float) -> Floats:
    """Return the log probability of so large a difference in length: Gale and Church 1993, with floor."""
    expected = zh_length / ratio
    z = np.abs(expected - en_length) / np.sqrt(_LENGTH_VARIANCE * (expected + en_length) / 2 + 1e-9)
    found: Floats = np.interp(z, _GRID, _TAIL)
    return found


def _alone(side: Side, ratio: float, lacking: float) -> Floats:
    """Return the score of each segment of a side in a bead of its own; `lacking` is the share known to have no other.

    At least what its words would cost in a bead that explains none of them, lest two very long segments that are
    each other's free translation stand better alone.
    """
    by_length = _EMPTY_PER_ROOT * np.sqrt(np.diff(side.length) / ratio)
    scores = log_empty(lacking) - np.maximum(by_length, -WORDS * math.log(UNEXPLAINED) * np.diff(side.mass))
    for k, kind in enumerate(side.kinds):
        if (cost := roles.cost_alone(kind)) is not None:
            scores[k] = -cost
    return np.asarray(scores)


@dataclass(frozen=True, slots=True)
class Band:
    """The states that a search visits: before English segment `top` + i, before Chinese segments low[i] ... + width.

    `low` has one entry more than the band has English segments.
    """

    top: int
    low: Ints
    width: int

    @property
    def rows(self) -> int:
        """How many English segments the band covers."""
        return len(self.low) - 1


class Grid:
    """The scores of all beads of a band, without κ: `scores[k, i, o]` is shape k from state (i, low[i] + o)."""

    def __init__(self, text: Text, band: Band):
        self.text, self.band = text, band
        n, low = band.rows, band.low
        self._e_low = np.maximum(low[np.maximum(np.arange(n) - REACH + 1, 0)], 0)
        self._e_width = int((low[:-1] - self._e_low).max(initial=0)) + band.width + REACH
        self.left = int(low[0])
        self.right = min(int(low[-1]) + band.width + REACH, text.zh.n)
        columns = np.arange(self.left, self.right)
        self._z_low = np.searchsorted(low + band.width + REACH, columns, side="right")
        z_high = np.searchsorted(low, columns, side="right")
        self._z_width = int((z_high - self._z_low).max(initial=0)) + REACH
        self.links = self._band_links()

    def _band_links(self) -> Links:
        """Join the tokens of the band, a block of segments at a time."""
        text, band = self.text, self.band
        parts: list[Links] = []
        for start in range(0, band.rows, _BLOCK):
            stop = min(start + _BLOCK, band.rows)
            reach = min(int(self._e_low[stop - 1]) + self._e_width, text.zh.n)
            e_tokens = tokens_of(text.en, band.top + start, band.top + stop)
            z_tokens = tokens_of(text.zh, int(self._e_low[start]), reach)
            parts.append(self._inside(links(text.en, text.zh, text.table, e_tokens, z_tokens)))
        return Links(
            np.concatenate([part.e for part in parts]) if parts else np.zeros(0, np.int64),
            np.concatenate([part.z for part in parts]) if parts else np.zeros(0, np.int64),
            np.concatenate([part.entry for part in parts]) if parts else np.zeros(0, np.int64),
        )

    def _inside(self, found: Links) -> Links:
        row = self.text.en.segment[found.e] - self.band.top
        column = self.text.zh.segment[found.z]
        offset = column - self._e_low[row]
        kept = (offset >= 0) & (offset < self._e_width) & (column < self.right)
        return Links(found.e[kept], found.z[kept], found.entry[kept])

    def scores(self) -> Scores:
        """Return the scores of all shapes; minus infinity where a bead leaves the band or its roles forbid it."""
        text, band = self.text, self.band
        n, width = band.rows, band.width
        i = np.arange(n + 1)[:, None]
        j = band.low[:, None] + np.arange(width)[None, :]
        words = self.words = self._words(i, j)
        found = np.full((len(SHAPES), n + 1, width), -np.inf, np.float32)
        for k, (a, b) in enumerate(SHAPES):
            e0, e1 = band.top + i, np.minimum(band.top + i + a, text.en.n)
            z0, z1 = np.minimum(j, text.zh.n), np.minimum(j + b, text.zh.n)
            value = WORDS * words[a, b] + LOG_PRIORS[a, b]
            lengths = text.en.length[e1] - text.en.length[e0], text.zh.length[z1] - text.zh.length[z0]
            value += LENGTHS * length_score(*lengths, text.ratio)
            value += self._roles((a, b), e0, z0) + text.marks(e0, e1 - 1, z0, z1 - 1)
            found[k] = np.where(self._ends_inside(i, j, a, b), value, -np.inf)
        return found

    def rescored(self, edges: Edges, rough: Floats) -> Edges:
        """Return beads of two sides with their full scores; `rough` is what `words` says of them."""
        score = edges.score + WORDS * (self.exact(edges) - rough)
        return Edges(edges.e0, edges.e1, edges.z0, edges.z1, score)

    def exact(self, edges: Edges) -> Floats:
        """Return L of beads in full."""
        return exact(self.text, edges, Meetings(self.text, self.links, edges).inside(edges))

    def _ends_inside(self, i: Ints, j: Ints, a: int, b: int) -> npt.NDArray[np.bool_]:
        """Say which beads end in the band and the text."""
        last = np.minimum(i + a, self.band.rows)
        offset = j + b - self.band.low[last]
        return (i + a <= self.band.rows) & (j + b <= self.text.zh.n) & (offset >= 0) & (offset < self.band.width)

    def _roles(self, shape: tuple[int, int], e0: Ints, z0: Ints) -> Floats:
        """Return the affinity of 1-1 beads; larger ones are of body text or not at all."""
        text = self.text
        if shape == (1, 1):
            e, z = np.minimum(e0, text.en.n - 1), np.minimum(z0, text.zh.n - 1)
            return np.asarray(text.affinity[text.e_kind[e], text.z_kind[z]])
        allowed = _all_body(text.en, e0, shape[0]) & _all_body(text.zh, z0, shape[1])
        return np.where(allowed, 0.0, -np.inf)

    def _words(self, i: Ints, j: Ints) -> dict[tuple[int, int], Floats]:
        """Return L without κ for every shape."""
        n, m = self.band.rows, self.right - self.left
        e_sums, z_sums = self._english_sums(), self._chinese_sums()
        e_cells = [_cells(i + s, j - self._e_low[np.minimum(i + s, n - 1)], (n, self._e_width)) for s in range(REACH)]
        column = j - self.left
        z_cells = [
            _cells(column + t, i - self._z_low[np.minimum(column + t, m - 1)], (m, self._z_width)) for t in range(REACH)
        ]
        found: dict[tuple[int, int], Floats] = {}
        for a, b in SHAPES:
            e = sum(e_sums[b - 1].ravel()[e_cells[s]] for s in range(a))
            z = sum(z_sums[a - 1].ravel()[z_cells[t]] for t in range(b))
            found[a, b] = np.asarray(e + z)
        return found

    def _english_sums(self) -> list[Scores]:
        """For every b: Σ_e w log(...) of each English segment (rows) over Chinese segments o ... o + b."""
        en, zh, band = self.text.en, self.text.zh, self.band
        tokens = slice(int(en.first[band.top]), int(en.first[band.top + band.rows]))
        row = en.segment[tokens] - band.top
        offset = zh.segment[self.links.z] - self._e_low[en.segment[self.links.e] - band.top]
        ratio = self.text.table.ratio[self.links.entry]
        found = _spread(self.links.e - tokens.start, offset, ratio, (len(row), self._e_width))
        return _log_sums(found, en.weight[tokens], row, self._e_low, zh.mass)

    def _chinese_sums(self) -> list[Scores]:
        """For every a: the same of each Chinese segment of the band over English segments."""
        en, zh, band = self.text.en, self.text.zh, self.band
        tokens = slice(int(zh.first[self.left]), int(zh.first[self.right]))
        row = zh.segment[tokens] - self.left
        offset = en.segment[self.links.e] - band.top - self._z_low[zh.segment[self.links.z] - self.left]
        kept = (offset >= 0) & (offset < self._z_width)
        z = self.links.z[kept] - tokens.start
        ratio = self.text.table.ratio[self.links.entry[kept]]
        found = _spread(z, offset[kept], ratio, (len(row), self._z_width))
        return _log_sums(found, zh.weight[tokens], row, self._z_low + band.top, en.mass)


def _all_body(side: Side, start: Ints, size: int) -> npt.NDArray[np.bool_]:
    """Say whether the segments from `start` on are all body text."""
    first = np.minimum(start, side.n)
    return np.asarray(side.others[np.minimum(first + size, side.n)] == side.others[first])


def _cells(row: Ints, offset: Ints, shape: tuple[int, int]) -> Ints:
    """Return flat numbers of cells; what lies outside is led to some cell, its bead is ruled out elsewhere."""
    row, offset = np.clip(row, 0, shape[0] - 1), np.clip(offset, 0, shape[1] - 1)
    return np.asarray(row * shape[1] + offset)


def _spread(token: Ints, offset: Ints, ratio: Floats, shape: tuple[int, int]) -> Scores:
    """Sum up ratios into (token, offset), cumulated along the offsets with a leading zero."""
    flat = np.bincount(token * shape[1] + offset, weights=ratio, minlength=shape[0] * shape[1])
    found = np.zeros((shape[0], shape[1] + 1), np.float32)
    np.cumsum(flat.reshape(shape), axis=1, out=found[:, 1:])
    return found


def _log_sums(cumulated: Scores, weight: Floats, row: Ints, low: Ints, mass: Floats) -> list[Scores]:
    """For every window size: Σ w log(λ + (1-λ) Σ r / |window|^β), summed over the tokens of a row."""
    rows, width = len(low), cumulated.shape[1] - 1
    found = []
    columns = np.minimum(low[:, None] + np.arange(width + REACH)[None, :], len(mass) - 1)
    heavy = (weight > 0) & (cumulated[:, -1] > 0)
    # What nothing in reach explains costs the same in every window.
    unexplained = np.bincount(row, weights=weight * ~heavy, minlength=rows) * math.log(UNEXPLAINED)
    for size in range(1, REACH + 1):
        opposite = np.maximum(mass[columns[:, size : size + width]] - mass[columns[:, :width]], _LEAST_MASS)
        scale = ((1 - UNEXPLAINED) / opposite**_CROWDING).astype(np.float32)
        window = np.minimum(np.arange(width) + size, width)
        inside = (cumulated[:, window] - cumulated[:, :width])[heavy] * scale[row[heavy]]
        logs = np.log(inside + np.float32(UNEXPLAINED)) * weight[heavy, None].astype(np.float32)
        sums = np.repeat(unexplained.astype(np.float32)[:, None], width, axis=1)
        present = np.flatnonzero(np.bincount(row[heavy], minlength=rows))
        if len(present):
            starts = np.searchsorted(row[heavy], present)
            sums[present] += np.add.reduceat(logs, starts, axis=0)
        found.append(sums)
    return found


@dataclass(frozen=True, slots=True)
class Edges:
    """Beads under consideration, as columns: [e0, e1) x [z0, z1) and their scores."""

    e0: Ints
    e1: Ints
    z0: Ints
    z1: Ints
    score: Floats

    def of(self, numbers: Ints | slice) -> Edges:
        """Return some of them."""
        return Edges(self.e0[numbers], self.e1[numbers], self.z0[numbers], self.z1[numbers], self.score[numbers])

    def lengths(self, text: Text) -> tuple[Floats, Floats]:
        """Return how long either side of each is."""
        en, zh = text.en.length, text.zh.length
        return en[self.e1] - en[self.e0], zh[self.z1] - zh[self.z0]


@dataclass(frozen=True, slots=True)
class Met:
    """Links inside beads, a row for each link in each bead: the tokens, the entry of the table, and κ."""

    bead: Ints
    e: Ints
    z: Ints
    entry: Ints
    nearness: Floats


class Meetings:
    """The links of a part of a text between segments that some of the beads pair, sorted to be looked up."""

    def __init__(self, text: Text, found: Links, edges: Edges):
        pair = text.en.segment[found.e] * text.zh.n + text.zh.segment[found.z]
        needed = np.unique(_segment_pairs(edges, text.zh.n)[1])
        place = np.searchsorted(needed, pair)
        inside = np.flatnonzero(needed[np.minimum(place, len(needed) - 1)] == pair) if len(needed) else place[:0]
        self._order = inside[np.argsort(pair[inside], kind="stable")]
        self._pair = pair[self._order]
        self._text, self._links = text, found

    def inside(self, edges: Edges) -> Met:
        """Return the links inside each of the beads."""
        en, zh, found = self._text.en, self._text.zh, self._links
        bead, cell = _segment_pairs(edges, zh.n)
        starts, stops = np.searchsorted(self._pair, cell, "left"), np.searchsorted(self._pair, cell, "right")
        bead = np.repeat(bead, stops - starts)
        link = self._order[ranges(starts, stops - starts)]
        e, z = found.e[link], found.z[link]
        e_start, z_start = en.length[edges.e0][bead], zh.length[edges.z0][bead]
        e_size, z_size = (np.maximum(size, 1.0)[bead] for size in edges.lengths(self._text))
        e_place = (en.length[en.segment[e]] + en.place[e] - e_start) / e_size
        z_place = (zh.length[zh.segment[z]] + zh.place[z] - z_start) / z_size
        nearness = np.maximum(1 - _NEARNESS * np.abs(e_place - z_place), _LEAST_NEARNESS)
        return Met(bead, e, z, found.entry[link], nearness)


def exact(text: Text, edges: Edges, met: Met) -> Floats:
    """Return L of the beads in full, from the links inside them."""
    en, zh = text.en, text.zh
    value = text.table.ratio[met.entry] * met.nearness
    e_mass, z_mass = en.mass[edges.e1] - en.mass[edges.e0], zh.mass[edges.z1] - zh.mass[edges.z0]
    on_english = _explained(en, edges.e0, edges.e1, z_mass, (met.bead, met.e, value))
    return on_english + _explained(zh, edges.z0, edges.z1, e_mass, (met.bead, met.z, value))


def _segment_pairs(edges: Edges, n_zh: int) -> tuple[Ints, Ints]:
    """Return (bead, English segment * n + Chinese segment) of every cell that a bead covers."""
    height, width = edges.e1 - edges.e0, edges.z1 - edges.z0
    row_bead = np.repeat(np.arange(len(height)), height)
    row = ranges(edges.e0, height)
    bead = np.repeat(row_bead, width[row_bead])
    cell = np.repeat(row, width[row_bead]) * n_zh + ranges(edges.z0[row_bead], width[row_bead])
    return bead, cell


def _explained(side: Side, first: Ints, last: Ints, opposite: Floats, found: tuple[Ints, Ints, Floats]) -> Floats:
    """Σ w log(λ + (1-λ) x / |opposite|^β) over the tokens of each bead; `found` is (bead, token, value)."""
    bead, token, value = found
    sizes = side.first[last] - side.first[first]
    base = np.cumsum(sizes) - sizes
    x = np.bincount(base[bead] + token - side.first[first][bead], weights=value, minlength=int(sizes.sum()))
    owner = np.repeat(np.arange(len(sizes)), sizes)
    scale = (1 - UNEXPLAINED) / np.maximum(opposite, _LEAST_MASS) ** _CROWDING
    logs = np.log(UNEXPLAINED + x * scale[owner]) * side.weight[ranges(side.first[first], sizes)]
    return np.asarray(np.bincount(owner, weights=logs, minlength=len(sizes)), np.float64)


def measured(text: Text, beads: Sequence[Bead]) -> tuple[Floats, Floats, Floats]:
    """Return L, the weight of the tokens of both sides, and the score of the lengths, for beads in order."""
    words: list[Floats] = []
    for start in range(0, len(beads), _BLOCK):
        block = beads[start : start + _BLOCK]
        e_tokens = tokens_of(text.en, block[0].e0, block[-1].e1)
        z_tokens = tokens_of(text.zh, block[0].z0, block[-1].z1)
        edges = _columns(block)
        meetings = Meetings(text, links(text.en, text.zh, text.table, e_tokens, z_tokens), edges)
        words.append(exact(text, edges, meetings.inside(edges)))
    all_ = _columns(beads)
    mass = text.en.mass[all_.e1] - text.en.mass[all_.e0] + text.zh.mass[all_.z1] - text.zh.mass[all_.z0]
    return np.concatenate(words), mass, length_score(*all_.lengths(text), text.ratio)


def _columns(beads: Sequence[Bead]) -> Edges:
    e0, e1, z0, z1 = np.array([bead[:4] for bead in beads], np.int64).T
    return Edges(e0, e1, z0, z1, np.zeros(len(beads)))
