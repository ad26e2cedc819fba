"""General Chinese, against which the words of a text stand out: how often each word is used, and as what.

The list is the one that jieba cuts text by; only its data file is read. Where it is missing every word counts as
rare, and candidates are ranked by their association alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from math import log10
from pathlib import Path

from aligner.glossary.extraction.phrases import Run

# Words that the list was counted on.
_TOTAL = 60_000_000
# A short text says little of how often its words are used: it counts as if so much other text stood around it.
_AROUND = 100_000
_UNSEEN = 5
_STRONG = 2.0  # a hundred times as frequent as in general language
_PHRASE = 0.5  # what a phrase that is no word of general language has before its parts
_LONGEST_WORD = 16
_LONG = 4  # characters from which on a word is mostly a phrase, and listed by chance
_NAMES = frozenset({"nr", "nrt", "nrfg", "ns"})
_NO_EDGE = frozenset({"c", "d", "p", "u", "r", "y", "e", "o", "k", "mq", "uj", "ul", "uv", "uz"})


@dataclass(frozen=True, slots=True)
class General:
    """Frequency and part of speech (in the tags of ICTCLAS) of the words of general Chinese that a text holds.

    `size` is the number of words of the text.
    """

    entries: Mapping[str, tuple[int, str]]
    size: int

    def is_name(self, word: str) -> bool:
        """Tell whether a word is the name of a person or a place."""
        return self._tag(word) in _NAMES

    def begins_with_name(self, words: Run) -> bool:
        """Tell whether a phrase begins with the name of a person or a place."""
        return self.is_name(self._parts(words[0], words[0])[0])

    def is_function(self, word: str) -> bool:
        """Tell whether a word is an adverb, a pronoun, a preposition or the like."""
        return self._tag(word) in _NO_EDGE

    def strangeness(self, words: Run, count: int) -> float:
        """Return how much more the text uses a phrase than general language does, -1 to 2.

        It is the logarithm of the ratio of relative frequencies (Ahmad et al. 1999), cut at a hundred times; for a
        phrase the mean over its words, and a bonus.
        """
        whole = "".join(words)
        parts = [part for word in words for part in self._parts(word, whole)]
        if len(parts) == 1:
            return self._ratio(whole, count)
        together = sum(self._ratio(part, count) for part in parts) / len(parts) + _PHRASE
        return min(together, self._ratio(whole, count))

    def _tag(self, word: str) -> str:
        return self.entries.get(word, (0, ""))[1]

    def _parts(self, word: str, whole: str) -> list[str]:
        """Cut a word that general language lacks, or a long one, into shorter ones that it has, by maximum matching."""
        if word.isascii() or (len(word) < _LONG and word in self.entries):
            return [word]
        found, at = [], 0
        while at < len(word):
            ends = range(len(word), at + 1, -1)
            end = next((end for end in ends if word[at:end] in self.entries and word[at:end] != whole), at + 1)
            found.append(word[at:end])
            at = end
        return found

    def _ratio(self, word: str, count: int) -> float:
        frequency = self.entries.get(word, (0, ""))[0]
        ratio = count / (self.size + _AROUND) * _TOTAL / (frequency + _UNSEEN)
        return max(-1.0, min(_STRONG, log10(ratio)))


def general(texts: Iterable[str], size: int) -> General:
    """Return what is known of the words in these stretches of Chinese.

    >>> general(["关节疼痛"], 4).entries.keys() >= {"关节", "疼痛"}
    True
    """
    path = _path()
    wanted = {text[a:b] for text in texts for a, b in _stretches(text)}
    return General(dict(_read(path, wanted)) if path else {}, size)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    for start in range(len(text)):
        for end in range(start + 1, min(start + _LONGEST_WORD, len(text)) + 1):
            yield start, end


def _read(path: Path, wanted: set[str]) -> Iterator[tuple[str, tuple[int, str]]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            word, _, rest = line.partition(" ")
            if word in wanted:
                frequency, _, tag = rest.strip().partition(" ")
                yield word, (int(frequency), tag)


def _path() -> Path | None:
    """Find the data file without importing the package, which would read all of it."""
    spec = find_spec("jieba")
    path = Path(spec.origin).parent / "dict.txt" if spec and spec.origin else None
    return path if path and path.is_file() else None
