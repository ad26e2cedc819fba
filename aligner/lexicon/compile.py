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
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from aligner.lexicon import cache, cedict, characters
from aligner.lexicon.cache import LONGEST_WORD
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

Rows = dict[str, dict[int, float]]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


def compiled(path: Path) -> bytes:
    """Return the dictionary as a packed blob, see `Lexicon` for its parts."""
    with _no_collection():
        return cache.pack(_parts_of_lexicon(path))


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


def _parts_of_lexicon(path: Path) -> dict[str, bytes]:
    entries = [entry for entry in cedict.entries(path) if _HAN.fullmatch(entry.simplified)]
    forms = _Forms(_stemmer())
    glosses = _glosses(entries)
    rows = {word: row for word, found in glosses.items() if (row := _row(found, forms))}
    heads = sorted(rows)
    where, stems, shares = _with_parts(rows, heads)
    pairs = [(entry.traditional, entry.simplified) for entry in entries]
    return {
        "heads": "\n".join(heads).encode(),
        "ends": np.searchsorted(where, np.arange(len(heads) + 1)).astype(np.uint32).tobytes(),
        "stem_ids": stems.astype(np.uint16 if len(forms.stems) < 2**16 else np.uint32).tobytes(),
        "shares": shares.astype(np.float16).tobytes(),
        "stems": "\n".join(forms.stems).encode(),
        "forms": "\n".join(forms.table).encode(),
        "form_stems": np.fromiter(forms.table.values(), np.uint32).tobytes(),
        **characters.compiled(pairs),
        "readings": characters.readings((e.simplified, e.pinyin) for e in entries).encode(),
    }


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
            found = self.table[form] = self._stem_number(word_key(form, self._one_spelling))
        return found

    def _one_spelling(self, form: str) -> str:
        key = american(form)
        stem = self._stem(key)
        self.table.setdefault(key, self._stem_number(stem))
        return stem

    def _stem_number(self, stem: str) -> int:
        found = self._known.get(stem)
        if found is None:
            found = self._known[stem] = len(self.stems)
            self.stems.append(stem)
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


def _with_parts(rows: Rows, heads: list[str]) -> tuple[Ints, Ints, Floats]:
    """Return (word, stem, share) of all words with what their parts add, sorted by word."""
    number = {word: k for k, word in enumerate(heads)}
    starts = np.cumsum([0] + [len(rows[word]) for word in heads])
    stems = np.fromiter((stem for word in heads for stem in rows[word]), np.int64)
    shares = np.fromiter((share for word in heads for share in rows[word].values()), np.float32)
    whole, part, weight = _parts(heads, number)
    sizes = np.diff(starts)[part]
    taken = np.repeat(starts[part] - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
    where = np.concatenate([np.repeat(np.arange(len(heads)), np.diff(starts)), np.repeat(whole, sizes)])
    stems = np.concatenate([stems, stems[taken]])
    shares = np.concatenate([shares, shares[taken] * np.repeat(weight, sizes)])
    return _summed(where, stems, shares)


def _summed(where: Ints, stems: Ints, shares: Floats) -> tuple[Ints, Ints, Floats]:
    """Add up equal (word, stem), bring the sum of a word to 1 at most, drop what is too small to matter."""
    keys, inverse = np.unique(where * (int(stems.max()) + 1) + stems, return_inverse=True)
    sums = np.bincount(inverse, weights=shares).astype(np.float32)
    where, stems = keys // (int(stems.max()) + 1), keys % (int(stems.max()) + 1)
    sums /= np.maximum(np.bincount(where, weights=sums), 1).astype(np.float32)[where]
    kept = sums >= _SMALLEST_SHARE
    return where[kept], stems[kept], sums[kept]


def _parts(heads: list[str], number: Mapping[str, int]) -> tuple[Ints, Ints, Floats]:
    """Return (word, part, weight) for the words inside every word."""
    found: list[tuple[int, int, float]] = []
    for k, word in enumerate(heads):
        if len(word) < 2:
            continue
        weight = (_PARTS_OF_LONG if len(word) > 2 else _PARTS_OF_SHORT) / len(word)
        pieces = _pieces(word, number)
        found.extend((k, number[piece], weight * len(piece)) for piece in pieces)
        if len(word) > 3:
            found.extend((k, number[s], _STRETCHES) for s in _stretches(word) if s in number and s not in pieces)
    columns: Any = zip(*found, strict=True)
    whole, part, weights = columns
    return np.array(whole, np.int64), np.array(part, np.int64), np.array(weights, np.float32)


def _pieces(word: str, number: Mapping[str, int]) -> list[str]:
    """Cut a word into the longest shorter words."""
    found, at = [], 0
    while at < len(word):
        sizes = range(min(LONGEST_WORD, len(word) - 1, len(word) - at), 0, -1)
        size = next((s for s in sizes if word[at : at + s] in number), 1)
        piece = word[at : at + size]
        if piece in number and piece not in CHINESE_STOP_WORDS:
            found.append(piece)
        at += size
    return found


def _stretches(word: str) -> list[str]:
    size = len(word)
    return [word[a:b] for a in range(size) for b in range(a + 2, min(size, a + 5) + 1) if b - a < size]
