"""How segments begin and end: quotes, dashes, numbering, the closing mark; and which of these go together here.

What stands opposite a question mark or an opening quote depends on the translator, so the log odds of each two
classes are learned from the beads found so far, with the background of chance as pseudo-counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_OPENING_QUOTES, _CLOSING_QUOTES = "\"“‘「『'", "\"”’」』'"
_DASHES = "-—–…·."
_NUMBERED = re.compile(r"[\d（(\[【①-⑳A-Z一二三四五六七八九十]+[.、)）\]】．]")
_TRAILING = _CLOSING_QUOTES + ")）]】 "
_FINALS = (".。．", "?？", "!！", ":：", "…", ";；,，、—-")
_OTHER_FINAL = len(_FINALS)
OPENINGS, CLOSINGS = 4, 2 * (_OTHER_FINAL + 1)
_PSEUDO, _LARGEST = 20.0, 4.0


def opening(text: str) -> int:
    """Return the class of a segment's beginning: plain, quote, dash, numbering.

    >>> [opening(t) for t in ("Pain", "“Pain", "— pain", "2. Pain", "（一）疼痛")]
    [0, 1, 2, 3, 3]
    """
    text = text.strip()
    if text[:1] and text[0] in _OPENING_QUOTES:
        return 1
    if text[:1] and text[0] in _DASHES:
        return 2
    return 3 if _NUMBERED.match(text) else 0


def closing(text: str) -> int:
    """Return the class of a segment's end: its last mark, and whether a quote closes behind it.

    >>> closing("Why?") == closing("为什么？") != closing("为什么？”") == closing('"Why?"')
    True
    """
    bare = text.rstrip()
    end = bare.rstrip(_TRAILING)
    quoted = any(char in _CLOSING_QUOTES for char in bare[len(end) :])
    last = "…" if end.endswith("..") else end[-1:]
    found = next((k for k, marks in enumerate(_FINALS) if last and last in marks), _OTHER_FINAL)
    return found + (_OTHER_FINAL + 1 if quoted else 0)


@dataclass(frozen=True, slots=True)
class Marks:
    """The classes of the segments of one side."""

    opening: Ints
    closing: Ints

    @classmethod
    def of(cls, texts: Iterable[str]) -> Marks:
        """Classify the segments."""
        found = [(opening(text), closing(text)) for text in texts]
        columns = np.array(found, np.int64).reshape(-1, 2)
        return cls(columns[:, 0], columns[:, 1])


@dataclass(frozen=True, slots=True)
class MarkOdds:
    """Log odds of two classes meeting at the beginning and at the end of a bead; English by row."""

    opening: Floats
    closing: Floats

    @classmethod
    def none(cls) -> MarkOdds:
        """Return odds that say nothing."""
        return cls(np.zeros((OPENINGS, OPENINGS)), np.zeros((CLOSINGS, CLOSINGS)))

    @classmethod
    def learned(cls, en: Marks, zh: Marks, beads: Ints) -> MarkOdds:
        """Learn from beads of two sides, given as rows of e0, e1, z0, z1."""
        e0, e1, z0, z1 = beads.T
        return cls(
            _log_odds(en.opening, zh.opening, (e0, z0), OPENINGS),
            _log_odds(en.closing, zh.closing, (e1 - 1, z1 - 1), CLOSINGS),
        )


def _log_odds(en: Ints, zh: Ints, at: tuple[Ints, Ints], classes: int) -> Floats:
    chance = np.outer(np.bincount(en, minlength=classes) / len(en), np.bincount(zh, minlength=classes) / len(zh))
    met = np.bincount(en[at[0]] * classes + zh[at[1]], minlength=classes**2).reshape(classes, classes)
    odds = np.log((met + _PSEUDO * chance + 1e-300) / ((met.sum() + _PSEUDO) * chance + 1e-300))
    return np.where(chance > 0, np.clip(odds, -_LARGEST, _LARGEST), 0.0)
