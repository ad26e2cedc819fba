"""Which occurrences of a term in a source go with which renderings in a target that holds fewer of them.

Chinese drops a repeated name and English takes a pronoun for it, but a rendering may as well be lost. Word order
differs, so what stands beside an occurrence tells more about where its rendering is than its turn does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aligner.glossary.finding import Words
from aligner.model import Lang, other_lang

Span = tuple[int, int]
# How far beside an occurrence its surroundings reach, in characters.
_REACH: dict[Lang, int] = {"en": 20, "zh": 7}
# What surroundings that fully translate each other outweigh: this part of the sentence as a distance.
_DISTANCE = 3.0
_PRONOUN = re.compile(
    r"\b(?:it|its|itself|they|them|their|these|those|which|whose|ones?)\b"
    r"|[它该]|其(?![他它中余实次])|(?<![因如])此(?![外时前后次])|[她他]们|[前后二两]者",
    re.IGNORECASE,
)


def partners(
    occurrences: Sequence[Span], renderings: Sequence[Span], texts: tuple[str, str], source_lang: Lang, words: Words
) -> list[tuple[int, bool]]:
    """Return for each occurrence the number of its rendering, and whether that one is its own.

    `texts` are source and target. Pairs are made best first, by how well the surroundings translate each other and
    how far apart they stand; what is left over shares the rendering that suits it best.
    """
    other = other_lang(source_lang)
    source, target = texts
    here = [_beside(source, span, source_lang) for span in occurrences]
    there = [_beside(target, span, other) for span in renderings]
    scores = []
    for i, (start, _) in enumerate(occurrences):
        for k, (at, _) in enumerate(renderings):
            both = (here[i], there[k]) if source_lang == "en" else (there[k], here[i])
            apart = abs(start / len(source) - at / len(target))
            scores.append((_DISTANCE * apart - words.translates(*both), i, k))
    own: dict[int, int] = {}
    best: dict[int, int] = {}
    for _, i, k in sorted(scores):
        best.setdefault(i, k)
        if i not in own and k not in own.values():
            own[i] = k
    return [(own.get(i, best[i]), i in own) for i in range(len(occurrences))]


def referred_to(source: str, target: str) -> bool:
    """Tell whether a pronoun that the target has and the source has not may stand for a name.

    >>> referred_to("触摸口罩后洗手。", "Wash your hands if you touch it."), referred_to("戴上它。", "Put it on.")
    (True, False)
    """
    return len(_PRONOUN.findall(target)) > len(_PRONOUN.findall(source))


def _beside(text: str, span: Span, lang: Lang) -> str:
    """Return what stands before and behind a stretch."""
    start, end = span
    return text[max(0, start - _REACH[lang]) : start] + " " + text[end : end + _REACH[lang]]
