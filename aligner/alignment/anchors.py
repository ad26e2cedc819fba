"""Where in the Chinese each English segment is expected: a chain of segment pairs that rare words single out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from aligner.alignment import roles
from aligner.alignment.bead import Bead
from aligner.alignment.evidence import Links, links
from aligner.alignment.search import SEARCHED_WHOLE
from aligner.alignment.sides import Side
from aligner.alignment.similarity import Text

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Chain = Sequence[tuple[int, int]]

_BLOCK = 128
_CANDIDATES = 3  # partners considered for an English segment
_AGAINST_NEXT = 0.5  # of the strength of the fourth candidate: a segment like many others is no anchor
_LEAST_STRENGTH = 0.5
_SATURATION = 0.3
_RARE, _RARE_SHARE, _RARE_MOST = 30, 0.05, 100  # keys in more segments than this say little, and cost much
_LONG = 1500  # segments from which on the whole text is searched by its rarest keys first
_RAREST = 6
_SURROUNDINGS = 150  # segments to either side of the expected place, in a long text
_NEIGHBOURS, _LARGEST_STRAY = 6, 8.0
_FEW = 20  # anchors too few to know which is out of line


def centre(text: Text) -> Floats:
    """Return for each English segment, and the end, the Chinese segment expected opposite; never decreasing."""
    n, m = text.en.n, text.zh.n
    locks = _locks(text)
    if (n + 1) * (m + 1) <= SEARCHED_WHOLE:
        return np.linspace(0.0, m, n + 1)
    expected = _interpolated(locks, n, m, trusted=True)
    if max(n, m) > _LONG:
        expected = _interpolated(_chain(_candidates(text, expected, None, _RAREST), m), n, m, locks=locks)
    reach = _SURROUNDINGS if max(n, m) > _LONG else max(n, m)
    limit = int(min(max(_RARE, _RARE_SHARE * n), _RARE_MOST))
    return _interpolated(_chain(_candidates(text, expected, reach, limit), m), n, m, locks=locks)


def through(text: Text, candidates: list[tuple[int, int, float]]) -> Floats:
    """Return the same from partners known otherwise: (English segment, Chinese segment, strength), by segment."""
    n, m = text.en.n, text.zh.n
    return _interpolated(_chain(candidates, m), n, m, locks=_locks(text))


def _locks(text: Text) -> Chain:
    """Return where the segments that the user locked stand, and where the text goes on behind them."""
    sides = ([k for k, kind in enumerate(side.kinds) if kind == roles.LOCKED] for side in (text.en, text.zh))
    return _with_ends(list(zip(*sides, strict=True)))


def along(beads: list[Bead], n: int, m: int) -> Floats:
    """Return the same from beads found before."""
    return _interpolated([(bead.e1, bead.z1) for bead in beads if not bead.empty], n, m, trusted=True)


def _candidates(text: Text, expected: Floats, reach: int | None, limit: int) -> list[tuple[int, int, float]]:
    """Return (English segment, Chinese segment, strength) of likely partners, by segment."""
    e_rare, z_rare = _rare(text.en, limit), _rare(text.zh, limit)
    if reach is None:
        return _strongest(text, links(text.en, text.zh, text.table, e_rare, z_rare))
    found: list[tuple[int, int, float]] = []
    for start in range(0, text.en.n, _BLOCK):
        stop = min(start + _BLOCK, text.en.n)
        low = max(0, int(expected[start]) - reach)
        high = min(text.zh.n, int(expected[stop]) + reach + 1)
        e_tokens, z_tokens = _between(text.en, e_rare, start, stop), _between(text.zh, z_rare, low, high)
        found.extend(_strongest(text, links(text.en, text.zh, text.table, e_tokens, z_tokens)))
    return found


def _rare(side: Side, limit: int) -> Ints:
    """Return the tokens whose key the side has at most so often."""
    return np.flatnonzero((np.bincount(side.key, minlength=len(side.keys)) <= limit)[side.key])


def _between(side: Side, tokens: Ints, start: int, stop: int) -> Ints:
    """Return those of the tokens, in order, that segments [start, stop) have."""
    first, last = np.searchsorted(tokens, [side.first[start], side.first[stop]])
    return tokens[first:last]


def _strongest(text: Text, found: Links) -> list[tuple[int, int, float]]:
    """Return the best partners of each English segment among the links, less what the next best has."""
    if not len(found.e):
        return []
    e_mass, z_mass = (np.maximum(np.diff(side.mass), 2.0) for side in (text.en, text.zh))
    z = text.zh.segment[found.z]
    # One English token against one Chinese segment first, so that a word repeated there does not count twice.
    cell, which = np.unique(found.e * text.zh.n + z, return_inverse=True)
    ratio = np.bincount(which, weights=text.table.ratio[found.entry])
    token, z = cell // text.zh.n, cell % text.zh.n
    e = text.en.segment[token]
    strength = np.log1p(ratio / z_mass[z] / _SATURATION) * text.en.weight[token] / np.sqrt(e_mass[e])
    pair, which = np.unique(e * text.zh.n + z, return_inverse=True)
    strength = np.bincount(which, weights=strength)
    e, z = pair // text.zh.n, pair % text.zh.n
    order = np.lexsort((z, -strength, e))
    e, z, strength = e[order], z[order], strength[order]
    rank = np.arange(len(e)) - np.searchsorted(e, e)
    next_best = np.zeros(text.en.n)
    next_best[e[rank == _CANDIDATES]] = strength[rank == _CANDIDATES]
    strength = strength - _AGAINST_NEXT * next_best[e]
    kept = (rank < _CANDIDATES) & (strength > _LEAST_STRENGTH)
    return list(zip(e[kept].tolist(), z[kept].tolist(), strength[kept].tolist(), strict=True))


def _chain(candidates: list[tuple[int, int, float]], m: int) -> Chain:
    """Return the heaviest chain of candidates that goes forward on both sides (a Fenwick tree of maxima)."""
    tree: list[tuple[float, int]] = [(0.0, -1)] * (m + 2)
    before = [-1] * len(candidates)
    best = (0.0, -1)
    # Within an English segment the later partners go first, so that it enters the chain once.
    order = sorted(range(len(candidates)), key=lambda k: (candidates[k][0], -candidates[k][1]))
    for k in order:
        _, z, strength = candidates[k]
        top = (0.0, -1)
        at = z
        while at > 0:
            top = max(top, tree[at])
            at -= at & -at
        before[k] = top[1]
        entry = (top[0] + strength, k)
        best = max(best, entry)
        at = z + 1
        while at <= m + 1:
            tree[at] = max(tree[at], entry)
            at += at & -at
    chain: list[tuple[int, int]] = []
    k = best[1]
    while k >= 0:
        chain.append(candidates[k][:2])
        k = before[k]
    return _with_ends(chain[::-1])


def _with_ends(starts: Chain) -> Chain:
    """Add to where segments stand where the text goes on behind them, if what is next is far away."""
    return [(e + step, z + step) for e, z in starts for step in (0, 1)]


def _interpolated(chain: Chain, n: int, m: int, *, locks: Chain = (), trusted: bool = False) -> Floats:
    """Return the expected place of each segment from the locks, and the anchors that agree with their neighbours."""
    points = np.array(chain, np.float64).reshape(-1, 2)
    if len(points) > _FEW and not trusted:
        stray = points[:, 1] - points[:, 0] * m / n
        typical = [np.median(stray[max(0, k - _NEIGHBOURS) : k + _NEIGHBOURS + 1]) for k in range(len(stray))]
        points = points[np.abs(stray - typical) < _LARGEST_STRAY]
    for e_locked, z_locked in locks:
        side = np.sign(points - (e_locked, z_locked))
        points = points[(side[:, 0] == side[:, 1]) & (side[:, 0] != 0)]
    points = np.concatenate([points, np.array(locks, np.float64).reshape(-1, 2)])
    # Of several places for one segment the first: a search goes on from there, and has room for what is left out.
    points = points[np.lexsort((points[:, 1], points[:, 0]))]
    e, first = np.unique(points[:, 0], return_index=True)
    places = np.interp(np.arange(n + 1), [-1e-9, *e, n], [0.0, *points[first, 1], m])
    return np.maximum.accumulate(places)
