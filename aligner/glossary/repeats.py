"""Which occurrences of a term in a source go with which renderings in a target that holds fewer of them.

Chinese drops a repeated name and English takes a pronoun for it, but a rendering may as well be lost. Word order
differs, so what stands beside an occurrence tells more about where its rendering is than its turn does.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from itertools import combinations

from aligner.glossary.finding import Words
from aligner.model import Lang, Term, other_lang

Span = tuple[int, int]
# How far beside an occurrence its surroundings reach, in characters.
_REACH: dict[Lang, int] = {"en": 20, "zh": 7}
# What surroundings that fully translate each other outweigh: this part of the sentence as a distance.
_DISTANCE = 3.0
_LATIN = re.compile(r"[A-Za-z0-9.-]*[A-Za-z0-9]")
_LATIN_SIGNS = frozenset(f"{string.ascii_letters}{string.digits}.-")
# It is known that; it was necessary to: stands for what follows. It was used to: stands for what came before.
_EXPLETIVE = re.compile(
    r"\bit (?:(?:has|had|may|can|could|will|would|should|must) )?(?:been |be |is |was |seems |appears |remains )"
    r"(?:(?:[\w-]+ ){0,4}(?:that|whether)|"
    r"(?:\w+ )?(?:\w+ and )?(?:(?!identical)\w+(?:able|ible|ful|ial|ical|ive|ous|ant|ary)"
    r"|difficult|hard|easy|better|best) to)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:it|its|itself|they|them|their|these|those|which|whose|ones"
    r"|(?:the|this|that|another|each) one)\b"  # one year is a number
    r"|[它该]|[他她]们|其(?![他它中余实次])|(?<![因如])此(?![外时前后次])|[前后二两]者",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"\b(?:she|her|he|his|him)\b|她(?!们)|(?<![其吉维])他(?!们)", re.IGNORECASE)
_PERSON = re.compile(r"(?:者|人|儿|童|员|生|师|士|妇|女|男|母|父|亲)$")


def partners(
    occurrences: Sequence[Span], renderings: Sequence[Span], texts: tuple[str, str], source_lang: Lang, words: Words
) -> list[tuple[int, bool]]:
    """Return for each occurrence the number of its rendering, and whether that one is its own.

    `texts` are source and target. Pairs are made by how well the surroundings translate each other and how far apart
    they stand; what is left over shares the rendering that suits it best.
    """
    other = other_lang(source_lang)
    source, target = texts
    here = [_beside(source, span, source_lang) for span in occurrences]
    there = [_beside(target, span, other) for span in renderings]
    costs = {}
    for i, (start, _) in enumerate(occurrences):
        for k, (at, _) in enumerate(renderings):
            both = (here[i], there[k]) if source_lang == "en" else (there[k], here[i])
            apart = abs(start / len(source) - at / len(target))
            costs[i, k] = _DISTANCE * apart - words.translates(*both)
    own = _assigned(costs)
    best = {i: k for _, i, k in sorted(((cost, i, k) for (i, k), cost in costs.items()), reverse=True)}
    return [(own.get(i, best[i]), i in own) for i in range(len(occurrences))]


def _assigned(costs: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Return which occurrence has which rendering: the cheapest first, then exchanged where that costs less in all.

    >>> _assigned({(0, 0): 0.13, (0, 1): 0.29, (1, 0): 0.05, (1, 1): 0.11})
    {1: 1, 0: 0}
    """
    own: dict[int, int] = {}
    for _, i, k in sorted((cost, i, k) for (i, k), cost in costs.items()):
        if i not in own and k not in own.values():
            own[i] = k
    for i, j in combinations(sorted(own), 2):
        a, b = own[i], own[j]
        if costs[i, b] + costs[j, a] < costs[i, a] + costs[j, b]:
            own[i], own[j] = b, a
    return own


def referred_to(source: str, target: str, term: Term) -> bool:
    """Tell whether a pronoun that the target has and the source has not may stand for a term.

    >>> from aligner.model import Forms
    >>> mask, patient = Term("mask", Forms("mask"), Forms("口罩")), Term("patient", Forms("patient"), Forms("患者"))
    >>> referred_to("触摸口罩后洗手。", "Wash if you touch it.", mask), referred_to("戴上它。", "Put it on.", mask)
    (True, False)
    >>> referred_to("患者痊愈。", "He recovered.", patient), referred_to("摘下口罩。", "He took off.", mask)
    (True, False)
    """
    person = _PERSON.search(term.zh.preferred) is not None
    there = _pronouns(target, person=person)
    return there > 0 and there > _pronouns(source, person=person)


def _pronouns(text: str, *, person: bool) -> int:
    personal = len(_PERSONAL.findall(text)) if person else 0
    return personal + len(_PRONOUN.findall(text)) - len(_EXPLETIVE.findall(text))


def _beside(text: str, span: Span, lang: Lang) -> str:
    """Return what stands before and behind a stretch; a word or an identifier with Latin letters is not cut."""
    start, end = span
    first, last = max(0, start - _REACH[lang]), end + _REACH[lang]
    begin = first
    while begin and text[begin - 1] in _LATIN_SIGNS:
        begin -= 1
    for word in _LATIN.finditer(text, begin):
        if word.start() >= last:
            break
        first = word.start() if word.start() < first < word.end() <= start else first
        last = word.end() if end <= word.start() < last < word.end() else last
    return text[first:start] + " " + text[end:last]
