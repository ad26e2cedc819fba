"""References in square brackets that the translation changes: [11] for [12], [4–6] for [4–7].

Only where both sides have as many of them, since translators move and drop them. What stands behind a number is no
reference but a spread, and what the sentence beside lacks or has too much of went there when sentences were divided.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aligner.model import Context, Pair, Side, Span

_MARK = re.compile(r"(?<![\d.%=]\s)(?<![\d.%=])[\[［]\s?\d{1,3}(?:\s?[-–—~～,，、;；]\s?\d{1,3})*\s?[\]］]")
_PART = re.compile(r"(\d+)(?:\s?[-–—~～]\s?(\d+))?")


def changed(pair: Pair, context: Context) -> tuple[Span, Span] | None:
    """Return a reference of the source and the other one that the translation has for it.

    >>> from aligner.model import Block, Segment
    >>> texts = ("It is rare [3, 11].", "en"), ("该病罕见[3，12]。", "zh")
    >>> pair = Pair(1, *((Segment(Block(text), 0, text, lang),) for text, lang in texts), 1.0, "given")
    >>> [span.text for span in changed(pair, Context((pair,), (), "en", "zh")) or ()]
    ['[3, 11]', '[3，12]']
    """
    marks = _marks(pair.source_text), _marks(pair.target_text)
    if not marks[0] or len(marks[0]) != len(marks[1]):
        return None
    here, there = (_cited(*side) for side in marks)
    lost = here - there - _cited_beside(pair, "target", context)
    new = there - here - _cited_beside(pair, "source", context)
    found = [k for k in (_first(marks[0], lost), _first(marks[1], new)) if k is not None]
    return (marks[0][found[0]], marks[1][found[-1]]) if found else None


def _first(marks: Sequence[Span], numbers: set[int]) -> int | None:
    """Return which mark is the first that stands for any of the numbers."""
    return next((k for k, mark in enumerate(marks) if numbers & _cited(mark)), None)


def _marks(text: str) -> list[Span]:
    return [Span(*found.span(), found[0]) for found in _MARK.finditer(text)]


def _cited(*marks: Span) -> set[int]:
    """Return the numbers that marks stand for, those of a range one by one."""
    parts = (part for mark in marks for part in _PART.findall(mark.text))
    return {number for first, last in parts for number in range(int(first), int(last or first) + 1)}


def _cited_beside(pair: Pair, side: Side, context: Context) -> set[int]:
    beside = (other for other in context.pairs if abs(other.id - pair.id) == 1)
    return _cited(*(mark for other in beside for mark in _marks(other.text(side))))
