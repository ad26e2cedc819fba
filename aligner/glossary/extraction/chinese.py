"""Chinese phrases that may be terms: sequences of dictionary words, single characters and Latin words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from aligner.glossary.extraction.general import General
from aligner.glossary.extraction.phrases import Run, Sentence, runs
from aligner.glossary.extraction.wordlists import (
    CHINESE_BREAKS,
    CHINESE_EDGES,
    CHINESE_GENERAL,
    CHINESE_PREFIXES,
    CHINESE_SOUNDS,
    CHINESE_SUFFIXES,
)
from aligner.text.variants import chinese_key

LONGEST = 6
_MOST_CHARACTERS = 16
_PIECE = re.compile(r"[\u3400-\u9fff]+|[A-Za-z0-9\u0391-\u03c9]+(?:[-‐‑.+][A-Za-z0-9\u0391-\u03c9]+)*|\S")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)+")
_SPACE = re.compile(r"(?<![!-~])\s+|\s+(?![!-~])")
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()}
_HAN = re.compile(r"[\u3400-\u9fff]")


class Words(Protocol):
    """What is asked of a lexicon here, see `aligner.lexicon.lexicon.Lexicon`."""

    def words(self, text: str) -> list[tuple[int, int]]:
        """Return the Chinese words of a text as (start, end)."""

    def simplify(self, text: str) -> str:
        """Return the text in Simplified characters, one for one."""


def tokens(text: str, lexicon: Words) -> list[tuple[str, int, int]]:
    """Cut Chinese text into (key, start, end); what breaks a phrase has the key `''`."""
    plain = lexicon.simplify(text).translate(_HALF_WIDTH)
    found: list[tuple[str, int, int]] = []
    for piece in _PIECE.finditer(plain):
        start, end = piece.span()
        if _HAN.match(plain, start):
            found += _han(piece.group(), start, lexicon)
        elif piece.group()[0].isalnum() and not _DECIMAL.fullmatch(piece.group()):
            found.append((chinese_key(piece.group())[0], start, end))
        else:
            found.append(("", start, end))
    return found


def _han(run: str, start: int, lexicon: Words) -> Iterator[tuple[str, int, int]]:
    spans = lexicon.words(run)
    words = ["", *(run[a:b] for a, b in spans), ""]
    for (a, b), before, word, after in zip(spans, words, words[1:], words[2:], strict=False):
        breaks = word in CHINESE_BREAKS and not (word in CHINESE_SOUNDS and (_sound(before) or _sound(after)))
        yield "" if breaks else word, start + a, start + b


def _sound(word: str) -> bool:
    """Tell whether a word may be a syllable of a foreign name that the dictionary lacks (唑 of 唑来膦酸)."""
    return len(word) == 1 and word not in CHINESE_BREAKS and word not in CHINESE_EDGES


def sentence(text: str, lexicon: Words) -> Sentence:
    """Cut Chinese text into runs of words that nothing breaks."""
    return runs(key for key, _, _ in tokens(text, lexicon))


@dataclass(frozen=True, slots=True)
class NounPhrases:
    """Tells which sequences of Chinese words may be a term."""

    general: General

    def __call__(self, words: Run) -> bool:
        """Tell whether a term may be written so."""
        text = "".join(words)
        if not _HAN.search(text) or len(text) > _MOST_CHARACTERS or text.isnumeric() or _repeats(words):
            return False
        return self._begins(words) and self._ends(words) and not all(word in CHINESE_GENERAL for word in words)

    def _begins(self, words: Run) -> bool:
        first = words[0]
        if first[0].isdigit() and not any(c.isalpha() and c.isascii() for c in first):
            return False
        if len(words) > 1 and (first in CHINESE_PREFIXES or (first in CHINESE_SOUNDS and _sound(words[1]))):
            return True
        return first not in CHINESE_SOUNDS and first not in CHINESE_EDGES and not self.general.is_function(first)

    def _ends(self, words: Run) -> bool:
        last = words[-1]
        if len(words) > 1 and last in CHINESE_SUFFIXES:
            return True
        if last in CHINESE_SOUNDS:
            return len(words) > 1 and _sound(words[-2])
        return last not in CHINESE_EDGES and not self.general.is_function(last)


def _repeats(words: Run) -> bool:
    """Tell whether a word stands alone and in a longer one: two phrases side by side, not one."""
    return any(one != other and one in other for one in words if len(one) > 1 and not one.isascii() for other in words)


def written(text: str, words: Run, lexicon: Words) -> Iterator[str]:
    """Yield how the text writes a phrase, without the spaces beside Chinese characters."""
    found = tokens(text, lexicon)
    for at in range(len(found) - len(words) + 1):
        if all(found[at + k][0] == words[k] for k in range(len(words))):
            yield _SPACE.sub("", text[found[at][1] : found[at + len(words) - 1][2]])
