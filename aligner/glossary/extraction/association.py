"""How strongly a phrase of one language and a phrase of the other belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log, sqrt
from typing import Protocol

# Chi-squared with one degree of freedom: less than one in a thousand by chance.
SIGNIFICANT = 10.83
_WELL_KNOWN = 0.03  # the share of a word's renderings at which one counts half
_DOUBT = 3  # occurrences: few meetings prove little
_EXPLAINED, _ELSEWHERE = 0.5, 0.5
_LATIN_WEIGHT = 2  # of a Latin word in a Chinese phrase, in characters
_LETTERS_PER_CHARACTER = 3.6
_LENGTH_SPREAD = 0.75  # of the logarithm of the ratio of lengths


def log_likelihood(both: int, left: int, right: int, total: int) -> float:
    """Return Dunning's statistic (1993) for two events that `total` trials hold `left` and `right` times.

    It is 0 where they meet no oftener than by chance, and signed: below 0 where they avoid each other.

    >>> round(log_likelihood(10, 10, 10, 1000), 1), round(log_likelihood(1, 10, 100, 1000), 1)
    (112.0, 0.0)
    """
    table = [(both, left, right), (left - both, left, total - right), (right - both, total - left, right)]
    table.append((total - left - right + both, total - left, total - right))
    value = sum(k * log(k * total / (row * column)) for k, row, column in table if k > 0)
    return 2 * value if both * total >= left * right else -2 * value


class Dictionary(Protocol):
    """What is asked of a lexicon here, see `aligner.lexicon.lexicon.Lexicon`."""

    def stem(self, word: str) -> str:
        """Return the stem of an English word."""

    def knows(self, word: str) -> bool:
        """Say whether an English form or a Chinese word is in the dictionary."""

    def renderings(self, word: str) -> Mapping[str, float]:
        """Return the stems that a Chinese word is rendered by, with their shares."""


@dataclass(frozen=True)
class Links:
    """How well single words translate each other: `known` by the dictionary, `met` by how they meet in the text."""

    known: Callable[[str, str], float]
    met: Callable[[str, str], float]

    def coverage(self, english: Sequence[str], chinese: Sequence[str]) -> tuple[float, float]:
        """Return how much of an English phrase the Chinese one renders, and the reverse.

        Words that often stand side by side meet each other's renderings too: where the dictionary explains a word by
        another one, that they meet says less.
        """
        known = [[self.known(e, z) for z in chinese] for e in english]
        e_known = [max(row) for row in known]
        z_known = [max(row[k] for row in known) for k in range(len(chinese))]
        table = [
            [
                max(known[i][k], self.met(e, z) * _ELSEWHERE ** ((e_known[i] > _EXPLAINED) + (z_known[k] > _EXPLAINED)))
                for k, z in enumerate(chinese)
            ]
            for i, e in enumerate(english)
        ]
        weights = [_LATIN_WEIGHT if z.isascii() else len(z) for z in chinese]
        z_best = [max(row[k] for row in table) for k in range(len(chinese))]
        z_share = sum(w * b for w, b in zip(weights, z_best, strict=True)) / sum(weights)
        return sum(max(row) for row in table) / len(english), z_share


def dictionary(lexicon: Dictionary, written: Mapping[str, str]) -> Callable[[str, str], float]:
    """Return what the lexicon says of an English key and a Chinese word; `written` has a form of each key."""

    @cache
    def stems(key: str) -> tuple[str, ...]:
        return tuple(lexicon.stem(part) for part in written.get(key, key).split("-") if part)

    @cache
    def renderings(word: str) -> Mapping[str, float]:
        return lexicon.renderings(word)

    @cache
    def known(english: str, chinese: str) -> float:
        if written.get(english, english).lower() == chinese:
            return 1.0
        shares = [renderings(chinese).get(stem, 0.0) for stem in stems(english)]
        share = sum(shares) / len(shares) if shares else 0.0
        return share / (share + _WELL_KNOWN)

    return known


def both_listed(lexicon: Dictionary, written: Mapping[str, str]) -> Callable[[str, str], bool]:
    """Return whether the dictionary has an English key and a Chinese word, so that its silence on the two tells."""

    @cache
    def listed(word: str) -> bool:
        return len(word) > 1 and lexicon.knows(word)

    return lambda english, chinese: listed(written.get(english, english)) and listed(chinese)


def meetings(
    english: Mapping[str, frozenset[int]],
    chinese: Mapping[str, frozenset[int]],
    total: int,
    listed: Callable[[str, str], bool],
) -> Callable[[str, str], float]:
    """Return how exclusively an English and a Chinese word meet in `total` sentences; 0 where that may be chance.

    The mappings say which sentences hold a word. Two words that the dictionary has, each with other renderings, meet
    by their subject rather.
    """

    @cache
    def met(left: str, right: str) -> float:
        one, other = english.get(left, frozenset()), chinese.get(right, frozenset())
        both = len(one & other)
        if both < 2 or log_likelihood(both, len(one), len(other), total) < SIGNIFICANT:
            return 0.0
        share = both / sqrt((len(one) + _DOUBT) * (len(other) + _DOUBT))
        return share * (_ELSEWHERE if listed(left, right) else 1.0)

    return met


def length_fit(english: str, chinese: str) -> float:
    """Return how likely the lengths of two terms are, 1 at best.

    >>> length_fit("remdesivir", "瑞德西韦") > 0.8 > 0.3 > length_fit("influenza", "流感疫苗接种覆盖率")
    True
    """
    letters = sum(c.isalnum() for c in english)
    characters = sum(1.0 if c > "\u2fff" else 1 / _LETTERS_PER_CHARACTER for c in chinese)
    apart = log(letters / _LETTERS_PER_CHARACTER / characters) / _LENGTH_SPREAD if characters else 9.0
    return exp(-apart * apart / 2)


def met_by(numbers: Iterable[int], holding: Sequence[Sequence[int]]) -> dict[int, int]:
    """Count how often each phrase number stands in the sentences given; `holding` has the numbers of each sentence."""
    met: dict[int, int] = {}
    for number in numbers:
        for phrase in holding[number]:
            met[phrase] = met.get(phrase, 0) + 1
    return met
