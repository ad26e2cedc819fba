"""The English name that a Chinese text gives with an abbreviation, beside the one that the English text gives.

Chinese journals write `磁共振成像（magnetic resonance imaging，MRI）`, so that a translation holds English that nobody
reads again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.model import Context, Pair, Side, Span
from aligner.text.abbreviations import introductions, key_of
from aligner.text.variants import english_key

_GLOSS = re.compile(
    r"[(（［\[]\s*(?P<long>[A-Za-z][A-Za-z’' -]*[a-z])\s*[,，;；]\s*(?P<short>[A-Za-z]*[A-Z][\w-]*)(?![\w-])", re.ASCII
)
_WORD = re.compile(r"[A-Za-z]+", re.ASCII)
_POSSESSIVE = re.compile(r"[’']s\b")
_STEM = 4  # letters: words that begin alike are forms of each other, or a slip of the pen


@dataclass(frozen=True, slots=True)
class Renamed:
    """A word of the name in a Chinese text, and the other word that stands for it in the English one."""

    pair: int
    short: str
    chinese: Span
    english: str


def renamed(pairs: Sequence[Pair], context: Context) -> Iterator[Renamed]:
    """Yield the names in which one word is another than in the English text, all others being the same."""
    chinese: Side = "source" if context.source_lang == "zh" else "target"
    english: Side = "target" if chinese == "source" else "source"
    glosses = [(pair, gloss) for pair in pairs for gloss in _GLOSS.finditer(pair.text(chinese))]
    names = _introduced(pairs, english) if glosses else {}
    for pair, gloss in glosses:
        found = _other_word(gloss["long"], names.get(key_of(gloss["short"]), []))
        if found:
            at, word, other = found
            at += gloss.start("long")
            yield Renamed(pair.id, gloss["short"], Span.of(pair.text(chinese), at, at + len(word)), other)


def _introduced(pairs: Sequence[Pair], side: Side) -> dict[str, list[str]]:
    """Return the names that the English text introduces each abbreviation for."""
    found: dict[str, list[str]] = {}
    for text in (pair.text(side) for pair in pairs):
        for introduction in introductions(text, "en"):
            found.setdefault(introduction.key, []).append(text[introduction.long_start : introduction.long_end])
    return found


def _other_word(long: str, names: Sequence[str]) -> tuple[int, str, str] | None:
    """Return where a name has another word than each of the names of the English text, and both words."""
    own = [(found.start(), found.group()) for found in _WORD.finditer(_POSSESSIVE.sub("  ", long))]
    differing = []
    for name in names:
        there = _WORD.findall(_POSSESSIVE.sub("", name))
        if len(there) != len(own) or len(own) == 1:
            return None
        differing.append([(at, w, other) for (at, w), other in zip(own, there, strict=True) if not _alike(w, other)])
    if not differing or any(len(words) != 1 for words in differing):
        return None
    return differing[0][0]


def _alike(word: str, other: str) -> bool:
    """Whether two words are forms of one.

    >>> _alike("randomised", "Randomized"), _alike("control", "controlled"), _alike("adenoma", "neoplasm")
    (True, True, False)
    """
    one, two = english_key(word), english_key(other)
    return one == two or one[:_STEM] == two[:_STEM]
