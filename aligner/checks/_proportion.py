"""How long the sides of a pair are for each other, by what is usual in its document.

The expected length was learned from human translations: benchmarks/fit_length.py prints the constants.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from aligner.model import Lang, Pair
from aligner.text.lengths import counts, expected_letters

_SPREAD = (0.069, 0.97)
_LEAST = 40  # letters on the longer side
_PRIOR = 5  # pairs that the usual ratio weighs beside the document's own
_ORIGINAL = re.compile(r"[（(]([^（()）\u3400-\u9fff]+)[)）]")


@dataclass(frozen=True, slots=True)
class Measured:
    """The letters of the English of a pair as expected from its longer side, and how much too long its Chinese is.

    `ratio` is a logarithm.
    """

    letters: float
    ratio: float

    def off(self, usual: float) -> float:
        """Return by how many usual deviations the Chinese is too long, negative where it is too short."""
        constant, slope = _SPREAD
        return (self.ratio - usual) / (constant + slope / math.sqrt(self.letters))


def sides(pair: Pair, source_lang: Lang) -> tuple[str, str] | None:
    """Return the English and the Chinese of a pair that is text, None for labels, keywords and empty sides."""
    if not pair.source or not pair.target or any(s.role != "body" for s in (*pair.source, *pair.target)):
        return None
    return (pair.source_text, pair.target_text) if source_lang == "en" else (pair.target_text, pair.source_text)


def measure(english: str, chinese: str) -> Measured | None:
    """Return how long two texts are for each other, None where there is too little of them to tell."""
    chinese = _without_originals(chinese, english)
    one, other = counts(english)[1], expected_letters(chinese)
    if not counts(chinese)[0] or not one or max(one, other) < _LEAST:
        return None
    return Measured(max(one, other), math.log(other / one))


def usual(measured: Sequence[Measured]) -> float:
    """Return what is usual in a document: no text is terse or wordy to itself."""
    if not measured:
        return 0.0
    return median(one.ratio for one in measured) * len(measured) / (len(measured) + _PRIOR)


def _without_originals(chinese: str, english: str) -> str:
    """Leave out the brackets that give the English of a name or term where the English has no brackets.

    >>> _without_originals("克朗（Crohn）病（CD）", "Crohn disease (CD)")
    '克朗病（CD）'
    """

    def told(found: re.Match[str]) -> str:
        return "" if found[1] in english and f"({found[1]}" not in english else found[0]

    return _ORIGINAL.sub(told, chinese)
