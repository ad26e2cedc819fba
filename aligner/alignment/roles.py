"""Which segments may stand opposite each other, by their roles in the text."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from aligner.model import Segment
from aligner.text.sections import section_of

BODY, HEADING, KEYWORDS, BLANK, LABEL = "body", "heading", "keywords", "blank", "label"
LOCKED, APART = "locked", "apart"
WORDED = (BODY, HEADING, KEYWORDS)  # words decide whom these meet; labels and empty lines pair by what they are

_NEVER = -math.inf
_AS_WELL = ({"case", "participants"}, {"background", "meaning"}, {"conclusions", "meaning"})
"""Sections that one label may name: 病例 is `Case:` as well as `Participants:`, 意义 `Importance` and `Meaning`."""
# In units of log probability. The same section of a structured abstract outweighs whatever the words say, a title
# that one side has as running text may still be found, BACKGROUND may be 背景与目的; empty lines that meet are worth
# a little.
_SAME_SECTION, _OTHER_SECTION, _KEYWORDS_MEET, _BLANKS_MEET, _HEADING_AS_BODY = 12.0, -3.0, 6.0, 0.5, -2.0
_COST_ALONE = {BLANK: 0.0, LABEL: 1.0, KEYWORDS: 2.0, HEADING: 2.0, APART: 0.0}
# Both sides have as many locked segments in the same order, so where none can stand alone, however much else has to,
# each meets its own.
_LOCKED_MEET, _LOCKED_ALONE = 1e4, 1e6


@dataclass(frozen=True, slots=True)
class Locked(Segment):
    """Segments that the user locked, as one: to a partner, or apart from everything."""

    partner: bool = True


def kind(segment: Segment) -> str:
    """Return what decides whom a segment may meet; labels of a known section carry it.

    >>> from aligner.model import Block
    >>> kind(Segment(Block("METHODS:"), 0, "METHODS:", "en", role="label"))
    'label methods'
    """
    if isinstance(segment, Locked):
        return LOCKED if segment.partner else APART
    if not segment.text.strip():
        return BLANK
    if segment.role in ("title", "heading"):
        return HEADING
    if segment.role == "keywords":
        return KEYWORDS
    if segment.role == "label":
        return f"{LABEL} {section_of(segment.text) or ''}".strip()
    return BODY


def affinity(english: str, chinese: str) -> float:
    """Return what is added to the score of a 1-1 bead of two kinds; minus infinity where they must not meet.

    >>> affinity("label methods", "label methods") > 0 > affinity("label methods", "label results")
    True
    """
    kinds = {_first(english), _first(chinese)}
    if kinds == {LABEL}:
        if english == chinese or {english.removeprefix(f"{LABEL} "), chinese.removeprefix(f"{LABEL} ")} in _AS_WELL:
            return _SAME_SECTION if english != LABEL else 0.0
        return 0.0 if LABEL in (english, chinese) else _OTHER_SECTION
    if kinds in ({HEADING, BODY}, {HEADING, LABEL}):
        return _HEADING_AS_BODY
    if len(kinds) > 1:
        return _NEVER
    if english == APART:
        return _NEVER
    return {KEYWORDS: _KEYWORDS_MEET, BLANK: _BLANKS_MEET, LOCKED: _LOCKED_MEET}.get(english, 0.0)


def cost_alone(kind_: str) -> float | None:
    """Return what a segment of this kind costs without counterpart; None for body text, whose length decides."""
    return _LOCKED_ALONE if kind_ == LOCKED else _COST_ALONE.get(_first(kind_))


def kinds(segments: Sequence[Segment]) -> list[str]:
    """Return the kind of each segment."""
    return [kind(segment) for segment in segments]


def _first(kind_: str) -> str:
    return kind_.partition(" ")[0]
