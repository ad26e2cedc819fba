"""Turns the dictionary into arrays: t(e|z), the share of each English stem among a Chinese word's renderings.

A word's own glosses come first: the k-th of them weighs 1/(1 + 0.15 k), one of more than two words 2/length, and
each of its stems 1/length^0.7. To this is added what the parts of the word mean, since a text translates 骨髓炎
by a word its entry may lack. The sum over the stems of a word is at most 1.
"""

from __future__ import annotations

import contextlib
import gc
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from aligner.lexicon import cache, cedict, characters
from aligner.lexicon.cache import LONGEST_WORD
from aligner.lexicon.learned import Learned
from aligner.lexicon.tokens import CHINESE_STOP_WORDS, word_key
from aligner.lexicon.words import STOP_WORDS, american

_HAN = re.compile(r"[\u3400-\u9fff]+")
_WORD = re.compile(r"[a-z\u00c0-\u024f]+")
_MOST_GLOSSES = 24
_MOST_WORDS_IN_GLOSS = 6
_REFERRED_GLOSSES = 6
# A known word of three and more characters takes half of its parts' meaning, one of two characters little: 大夫.
_PARTS_OF_LONG, _PARTS_OF_SHORT, _STRETCHES = 0.5, 0.15, 0.3
_SMALLEST_SHARE = 0.004
_SEEN_HALF, _MOST_TRUST, _LEARNED_PARTS = 20.0, 0.5, 0.5

Rows = dict[str, dict[int, float]]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


def compiled(path: Path, learned: Learned | None = None) -> bytes:
    """Return the dictionary, and what was learned beside it, as a packed blob; see `Lexicon` for its parts."""
    with _no_collection():
        return cache.pack(_parts_of_lexicon(path, learned))


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Spare the collector the millions of small objects made here: a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _parts_of_lexicon(path: Path, learned: Learned | None) -> dict[str, bytes]:
    entries = [entry for entry in cedict.entries(path) if _HAN.fullmatch(entry.simplified)]
    forms = _Forms(_stemmer())
    glosses = _glosses(entries)
    rows = {word: row for word, found in glosses.items() if (row := _row(found, forms))}
    heads = sorted(rows.keys() | learned.rows.keys()) if learned else sorted(rows)
    parts = _Parts.of(heads)
    table = _with_parts(_Table.of(rows, heads), parts)
    if learned:
        table = _with_learned(table, _Table.of(_numbered(learned.rows, forms), heads), _trust(learned, heads), parts)
    pairs = [(entry.traditional, entry.simplified) for entry in entries]
    reach = _reach(heads)
    return {
        "heads": "\n".join(heads).encode(),
        "beginnings": "\n".join(reach).encode(),
        "reach": bytes(reach.values()),
        "ends": np.searchsorted(table.word, np.arange(len(heads) + 1)).astype(np.uint32).tobytes(),
        "stem_ids": table.stem.astype(np.uint16 if len(forms.stems) < 2**16 else np.uint32).tobytes(),
        "shares": table.share.astype(np.float16).tobytes(),
        "stems": "\n".join(forms.stems).encode(),
        "forms": "\n".join(forms.table).encode(),
        "form_stems": np.fromiter(forms.table.values(), np.uint32).tobytes(),
        **characters.compiled(pairs),
        "readings": characters.readings((e.simplified, e.pinyin) for e in entries if len(e.simplified) < 3).encode(),
    }


def _reach(heads: Iterable[str]) -> dict[str, int]:
    """Return for the first two characters of words how long the words are at most that begin so.

    >>> _reach(["骨", "骨髓", "骨髓炎", "骨折"])
    {'骨髓': 3, '骨折': 2}
    """
    reach: dict[str, int] = {}
    for word in heads:
        if 1 < len(word) <= LONGEST_WORD:
            reach[word[:2]] = max(len(word), reach.get(word[:2], 0))
    return reach


def _stemmer() -> Callable[[str], str]:
    from nltk.stem.snowball import SnowballStemmer  # 0.4 s, so only to compile

    stem: Callable[[str], str] = SnowballStemmer("english").stem
    return stem


class _Forms:
    """Numbers the stems as they come, and remembers which word forms led to them."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        self._stem = stem
        self._known: dict[str, int] = {}
        self.stems: list[str] = []
        self.table: dict[str, int] = {}

    def number(self, form: str) -> int:
        """Return the number of the stem of a word form."""
        found = self.table.get(form)
        if found is None:
            found = self.table[form] = self.stem_number(word_key(form, self._one_spelling))
        return found

    def _one_spelling(self, form: str) -> str:
        key = american(form)
        stem = self._stem(key)
        self.table.setdefault(key, self.stem_number(stem))
        return stem

    def stem_number(self, stem: str) -> int:
        """Return the number of a stem; a new one is also the form of itself."""
        found = self._known.get(stem)
        if found is None:
            found = self._known[stem] = len(self.stems)
            self.stems.append(stem)
            self.table.setdefault(stem, found)
        return found


def _glosses(entries: Iterable[cedict.Entry]) -> dict[str, dict[str, None]]:
    """Return the glosses of every Simplified headword, in order and once each."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    pointed: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        for sense in entry.senses:
            found[entry.simplified].update(dict.fromkeys(cedict.glosses(sense)))
            pointed[entry.simplified].extend(cedict.pointers(sense))
    for word, targets in pointed.items():
        for target in targets:
            if target != word and target in found:
                found[word].update(dict.fromkeys(list(found[target])[:_REFERRED_GLOSSES]))
    return found


def _row(glosses: Mapping[str, None], forms: _Forms) -> dict[int, float]:
    """Return the share of each stem among the glosses of one word."""
    row: dict[int, float] = defaultdict(float)
    for k, gloss in enumerate(list(glosses)[:_MOST_GLOSSES]):
        words = [word for word in _WORD.findall(gloss) if word not in STOP_WORDS]
        if not 0 < len(words) <= _MOST_WORDS_IN_GLOSS:
            continue
        weight = 1 / (1 + 0.15 * k) * min(1.0, 2 / len(words)) / len(words) ** 0.7
        for word in words:
            row[forms.number(word)] += weight
    total = sum(row.values())
    return {stem: weight / total for stem, weight in row.items()}


@dataclass(frozen=True, slots=True)
class _Table:
    """Shares as three columns: number of the word, number of the stem, share; sorted by word."""

    word: Ints
    stem: Ints
    share: Floats

    @classmethod
    def of(cls, rows: Rows, heads: list[str]) -> _Table:
        sizes = [len(rows.get(word, ())) for word in heads]
        stems = np.fromiter((stem for word in heads for stem in rows.get(word, ())), np.int64)
        shares = np.fromiter((share for word in heads if word in rows for share in rows[word].values()), np.float32)
        return cls(np.repeat(np.arange(len(heads)), sizes), stems, shares)

    def scaled(self, weight: Floats) -> _Table:
        """Return the table with the shares of each word times a weight of it."""
        return _Table(self.word, self.stem, self.share * weight[self.word])

    def handed_on(self, part: Ints, whole: Ints, weight: Floats) -> _Table:
        """Return the rows of parts as rows of the wholes they are in."""
        first = np.searchsorted(self.word, np.arange(int(part.max(initial=0)) + 2))
        sizes = np.diff(first)[part]
        taken = np.repeat(first[part] - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        return _Table(np.repeat(whole, sizes), self.stem[taken], self.share[taken] * np.repeat(weight, sizes))


def _sum(*tables: _Table) -> _Table:
    """Add up tables, bring the sum of a word to 1 at most, drop what is too small to matter."""
    word = np.concatenate([table.word for table in tables])
    stem = np.concatenate([table.stem for table in tables])
    share = np.concatenate([table.share for table in tables])
    stems = int(stem.max()) + 1
    keys, inverse = np.unique(word * stems + stem, return_inverse=True)
    sums = np.bincount(inverse, weights=share).astype(np.float32)
    word = keys // stems
    sums /= np.maximum(np.bincount(word, weights=sums), 1).astype(np.float32)[word]
    kept = sums >= _SMALLEST_SHARE
    return _Table(word[kept], keys[kept] % stems, sums[kept])


@dataclass(frozen=True, slots=True)
class _Parts:
    """The words inside every word: whole, part, the share of the whole's length, and whether the parts make it up.

    Where `makes_up` is false, the part is a stretch across the seams of those that do.
    """

    whole: Ints
    part: Ints
    fraction: Floats
    makes_up: npt.NDArray[np.bool_]
    is_long: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, heads: list[str]) -> _Parts:
        number = {word: k for k, word in enumerate(heads)}
        found: list[tuple[int, int, float, bool, bool]] = []
        for k, word in enumerate(heads):
            size = len(word)
            if size < 2:
                continue
            pieces = _pieces(word, number)
            found.extend((k, number[piece], len(piece) / size, True, size > 2) for piece in pieces)
            if size > 3:
                stretches = (s for s in _stretches(word) if s in number and s not in pieces)
                found.extend((k, number[s], 0.0, False, True) for s in stretches)
        columns: Any = zip(*found, strict=True)
        whole, part, fraction, makes_up, is_long = columns
        return cls(
            np.array(whole), np.array(part), np.array(fraction, np.float32), np.array(makes_up), np.array(is_long)
        )


def _with_parts(table: _Table, parts: _Parts) -> _Table:
    """Add what the parts of a word mean to what its own glosses say."""
    weight = np.where(parts.is_long, _PARTS_OF_LONG, _PARTS_OF_SHORT) * parts.fraction
    weight = np.where(parts.makes_up, weight, _STRETCHES).astype(np.float32)
    return _sum(table, table.handed_on(parts.part, parts.whole, weight))


def _numbered(rows: Mapping[str, Mapping[str, float]], forms: _Forms) -> Rows:
    return {word: {forms.stem_number(key): share for key, share in row.items()} for word, row in rows.items()}


def _trust(learned: Learned, heads: list[str]) -> Floats:
    """Return how far each word's learned shares are to be trusted, by how often it was seen."""
    seen = np.array([learned.counts.get(word, 0) for word in heads], np.float32)
    return np.minimum(seen / (seen + _SEEN_HALF), _MOST_TRUST).astype(np.float32)


def _with_learned(table: _Table, learned: _Table, trust: Floats, parts: _Parts) -> _Table:
    """Blend learned shares in: a word's own as far as they are trusted, for the rest half those of its parts."""
    whole, part = parts.whole[parts.makes_up], parts.part[parts.makes_up]
    of_part = (_LEARNED_PARTS * (1 - trust[whole]) * trust[part] * parts.fraction[parts.makes_up]).astype(np.float32)
    from_parts = np.bincount(whole, weights=of_part, minlength=len(trust))
    left = (1 - trust - from_parts).astype(np.float32)
    return _sum(table.scaled(left), learned.scaled(trust), learned.handed_on(part, whole, of_part))


def _pieces(word: str, number: Mapping[str, int]) -> list[str]:
    """Cut a word into the longest shorter words; those without content are left out."""
    if len(word) == 2:
        return [char for char in word if char in number and char not in CHINESE_STOP_WORDS]
    found, at = [], 0
    longest = min(LONGEST_WORD, len(word) - 1)
    while at < len(word):
        size = min(longest, len(word) - at)
        while size > 1 and word[at : at + size] not in number:
            size -= 1
        piece = word[at : at + size]
        if piece in number and piece not in CHINESE_STOP_WORDS:
            found.append(piece)
        at += size
    return found


def _stretches(word: str) -> list[str]:
    size = len(word)
    return [word[a:b] for a in range(size) for b in range(a + 2, min(size, a + 5) + 1) if b - a < size]
