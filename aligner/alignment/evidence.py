"""How strongly an English key and a Chinese key of this text speak for each other: r(e, z) = t(e|z) / p(e)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.alignment.sides import Side
from aligner.lexicon.lexicon import Lexicon

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_SAME_WORD, _SAME_MARK = 0.9, 0.7
_NAME_SHARE = 0.5
_SHORT_NAME_SHARE = 0.15  # a syllable of up to three letters within a word is read so by chance
_LONGEST_NAME = 4
_STRONGEST = 2000.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Ratios by Chinese key: those of key z stand at [first[z], first[z+1]); `share` holds t(e|z) beside them."""

    first: Ints
    english: Ints
    ratio: Floats
    share: Floats


def evidence(en: Side, zh: Side, lexicon: Lexicon) -> Evidence:
    """Return the evidence between all keys of two sides."""
    chinese = list(zh.keys)
    z, e, share = lexicon.table(chinese, en.keys)
    more = [*_shared(en, zh), *_terms(en, chinese, lexicon), *_names(en, chinese, lexicon)]
    columns = np.array(more, np.float64).reshape(-1, 3)
    z = np.concatenate([z, columns[:, 0].astype(np.int64)])
    e = np.concatenate([e, columns[:, 1].astype(np.int64)])
    return from_shares(en, zh, z, e, np.concatenate([share, columns[:, 2]]))


def from_shares(en: Side, zh: Side, z: Ints, e: Ints, share: Floats) -> Evidence:
    """Return the evidence for t(e|z) given as three columns; of equal pairs the largest share counts."""
    order = np.lexsort((share, e, z))
    z, e, share = z[order], e[order], share[order]
    last = np.ones(len(z), bool)
    last[:-1] = (z[1:] != z[:-1]) | (e[1:] != e[:-1])
    z, e, share = z[last], e[last], share[last]
    ratio = np.minimum(share / frequency(en)[e], _STRONGEST)
    return Evidence(np.searchsorted(z, np.arange(len(zh.keys) + 1)), e, ratio, share)


def frequency(en: Side) -> Floats:
    """Return p(e) of every English key, smoothed by one occurrence more of each that the side has."""
    count = np.bincount(en.key, minlength=len(en.keys))
    return np.asarray((count + 1) / max(len(en.key) + int((count > 0).sum()), 1))


def _shared(en: Side, zh: Side) -> Iterator[tuple[int, int, float]]:
    """Numbers, marks and Latin words that both sides have."""
    for key, z in zh.keys.items():
        if (e := en.keys.get(key)) is not None:
            yield z, e, _SAME_MARK if key[0] == "~" else _SAME_WORD


def _terms(en: Side, chinese: list[str], lexicon: Lexicon) -> Iterator[tuple[int, int, float]]:
    for z, word in enumerate(chinese):
        for key, share in lexicon.term_row(word).items():
            if (e := en.keys.get(key)) is not None:
                yield z, e, share


def _names(en: Side, chinese: list[str], lexicon: Lexicon) -> Iterator[tuple[int, int, float]]:
    """Capitalised words that are a Chinese word, or a stretch of it, in pinyin."""
    if not en.names:
        return
    for z, word in enumerate(chinese):
        if not "\u3400" <= word[0] <= "\u9fff":
            continue
        size = len(word)
        for a in range(size):
            for b in range(a + 1, min(size, a + _LONGEST_NAME) + 1):
                for reading in lexicon.readings(word[a:b]):
                    if (e := en.names.get(reading)) is not None:
                        whole = b - a > 1 or size == 1 or len(reading) > 3
                        yield z, e, _NAME_SHARE * (b - a) / size if whole else _SHORT_NAME_SHARE


def ranges(starts: Ints, sizes: Ints) -> Ints:
    """Return the numbers start, start + 1 ... of every range, one after the other.

    >>> ranges(np.array([5, 9]), np.array([2, 3])).tolist()
    [5, 6, 9, 10, 11]
    """
    ends = np.cumsum(sizes)
    return np.repeat(starts - ends + sizes, sizes) + np.arange(ends[-1] if len(ends) else 0)


@dataclass(frozen=True, slots=True)
class Links:
    """Token pairs with evidence: token numbers of both sides, and the place of their keys in the table."""

    e: Ints
    z: Ints
    entry: Ints


def links(en: Side, zh: Side, table: Evidence, e_tokens: Ints, z_tokens: Ints) -> Links:
    """Return all links between some tokens of either side, by joining on the English key."""
    e_keys, z_keys = en.key[e_tokens], zh.key[z_tokens]
    starts = table.first[z_keys]
    sizes = table.first[z_keys + 1] - starts
    entry, owner = ranges(starts, sizes), np.repeat(z_tokens, sizes)
    present = np.zeros(len(en.keys), bool)
    present[e_keys] = True
    kept = np.flatnonzero(present[table.english[entry]])
    entry, owner = entry[kept], owner[kept]
    order = np.argsort(table.english[entry], kind="stable")
    entry, owner = entry[order], owner[order]
    sorted_keys = table.english[entry]
    left = np.searchsorted(sorted_keys, e_keys, side="left")
    right = np.searchsorted(sorted_keys, e_keys, side="right")
    taken = ranges(left, right - left)
    return Links(np.repeat(e_tokens, right - left), owner[taken], entry[taken])


def tokens_of(side: Side, start: int, stop: int) -> Ints:
    """Return the numbers of the tokens of segments [start, stop)."""
    return np.arange(side.first[start], side.first[stop])
