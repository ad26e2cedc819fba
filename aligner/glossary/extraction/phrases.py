"""Counts the word sequences of one side, and finds those that are parts of longer ones."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

# A sentence is cut at punctuation and function words into runs of word keys.
Run = tuple[str, ...]
Sentence = tuple[Run, ...]

_NESTED = 0.75  # the share of its occurrences inside one longer candidate that makes a phrase a part of that
_MOST_COUNTED = 1_500_000  # phrases counted at once; beyond, those seen once so far are forgotten


@dataclass(frozen=True, slots=True)
class Phrase:
    """A candidate of one language: its words, and the numbers of the sentences that hold it.

    `held` is the share of its occurrences that stand inside one and the same longer candidate.
    """

    words: Run
    sentences: array[int]
    held: float = 0.0

    @property
    def count(self) -> int:
        """How many sentences hold the phrase."""
        return len(self.sentences)

    @property
    def text(self) -> str:
        """The words without what stood between them."""
        return "".join(self.words)


def runs(keys: Iterable[str]) -> Sentence:
    """Cut the words of a sentence into runs; what breaks one has an empty key.

    >>> runs(["knee", "pain", "", "", "fever"])
    (('knee', 'pain'), ('fever',))
    """
    found: list[Run] = []
    run: list[str] = []
    for key in (*keys, ""):
        if key:
            run.append(key)
        elif run:
            found.append(tuple(run))
            run = []
    return tuple(found)


def phrases(sentences: Sequence[Sentence], longest: int, least: int, valid: Callable[[Run], bool]) -> dict[Run, Phrase]:
    """Return the valid phrases of up to `longest` words that `least` sentences hold, parts of longer ones left out."""
    counts = _counts(sentences, longest, least)
    fitting = {words for words in counts if valid(words)}
    inside = _inside(counts, fitting)
    held = {words: inside.get(words, 0) / counts[words] for words in fitting}
    where: dict[Run, array[int]] = {words: array("l") for words in sorted(fitting) if held[words] < _NESTED}
    for number, sentence in enumerate(sentences):
        for words in set(_windows(sentence, longest)):
            if words in where:
                where[words].append(number)
    return {words: Phrase(words, found, held[words]) for words, found in where.items()}


def _windows(sentence: Sentence, longest: int) -> Iterator[Run]:
    for run in sentence:
        for start in range(len(run)):
            for end in range(start + 1, min(start + longest, len(run)) + 1):
                yield run[start:end]


def _counts(sentences: Sequence[Sentence], longest: int, least: int) -> dict[Run, int]:
    """Count in how many sentences each phrase stands."""
    counts: Counter[Run] = Counter()
    for sentence in sentences:
        counts.update(set(_windows(sentence, longest)))
        if len(counts) > _MOST_COUNTED:
            counts = Counter({words: count for words, count in counts.items() if count > 1})
    return {words: count for words, count in counts.items() if count >= least}


def _inside(counts: dict[Run, int], fitting: set[Run]) -> dict[Run, int]:
    """Return for each phrase the count of the commonest longer candidate that holds it."""
    found: dict[Run, int] = {}
    for words in sorted(counts, key=len, reverse=True):
        most = max(counts[words] if words in fitting else 0, found.get(words, 0))
        if most and len(words) > 1:
            for part in (words[1:], words[:-1]):
                found[part] = max(most, found.get(part, 0))
    return found
