"""Which numbers changed places, told by the words that stand beside them, and by their units.

*17 patients and 40 nurses*, rendered 40名患者和17名护士: the words beside one number are linked to those beside the
other one on the other side, and to none beside the same number. Dates, ranges and lists are left alone.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from aligner.checks._links import links
from aligner.lexicon.tokens import Token
from aligner.model import Lang, other_lang
from aligner.text.numbers import Number

_CUT = {
    "en": re.compile(
        r"[,;:()?!]|\.(?=\s|$)|\b(?:and|or|but|while|whereas|with|versus|vs|which|who|when|because|than|followed by|"
        r"including)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"[，；。：？！（）();:、]|以及|其中|其次|[和与及或]|并|而|\.(?=\s|$)"),
}
"""Where what belongs to one number ends."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
_DATED_BEFORE = re.compile(rf"(?:\b{_MONTH}\.?,? (?:\d+(?:st|nd|rd|th)?,? )?|月\s?|年\s?)$")
_DATED_BEHIND = re.compile(rf"(?:st|nd|rd|th)?,? (?:of )?{_MONTH}|\s?月|\s?日|\s?年\s?\d+\s?月")
_JOINT = re.compile(
    r"\s?(?:[A-Za-zµμ℃²]{1,4}(?:/[A-Za-z²]{1,4})*|%|(?:day|week|month|year|hour)s?|[分岁天周年例名个人位]|个月)?\s?"
    r"(?:[\u4e00-\u9fff]{0,3}[至到为]|[-–—~～/、,，和与或对比±×*:：∶]|"
    r"\bto\b|\band\b|\bor\b|\bof\b(?: the)?|out of|中的?|vs?\.?|versus|"
    r"[(（](?:[Nn]\s?=)?|95%\s?CI.{0,3})+\s?"
)
"""What joins two numbers, whose words are those of both."""
_OPENS = re.compile(r"[(（]\s?(?:[Nn]\s?=\s?)?\d")
_COUNTED = re.compile(r"\s?[个名例只条项次家所份种位人张]|\s[a-z]{4,}")
"""What is counted stands behind a number."""
_QUALIFIES = re.compile(r"\s?[%％‰A-Za-zµμ℃/²]{0,8}\s?[\u3400-\u9fff]{0,2}?的")
"""Makes a Chinese number that of the words behind it: 5%的显著性水平."""
_JOINED = 14  # characters between two numbers that may be joined
_CLOSE: dict[Lang, int] = {"en": 1, "zh": 2}  # words: Chinese ones may overlap
_PAIR = 2
_REACH = 6  # words between a number and one of its own
_ENOUGH = 2  # words linked crosswise, where they are those of one number only
_YEARS = range(1800, 2101)


@dataclass(frozen=True, slots=True)
class _Figure:
    number: Number
    words: frozenset[int]
    close: frozenset[int]
    measures: str


def crossed(
    texts: tuple[str, str], lang: Lang, sides: tuple[Sequence[Number], Sequence[Number]], lexicon: Any
) -> Iterator[tuple[tuple[Number, Number], tuple[Number, Number]]]:
    """Yield two numbers of a text, and the same two of its translation, that changed places.

    >>> from aligner.lexicon import load
    >>> from aligner.text.numbers import numbers
    >>> texts = "We enrolled 17 patients and 40 nurses.", "纳入40名患者和17名护士。"
    >>> sides = numbers(texts[0], "en"), numbers(texts[1], "zh")
    >>> [(a.start, b.start) for (a, b), _ in crossed(texts, "en", sides, load())]
    [(12, 28)]
    """
    first, second = ({n.values[0] for n in side if n.written in ("figure", "word") and n.values} for side in sides)
    if len(first & second) < _PAIR:
        return
    found = links(*texts, lang, lexicon)
    ours = _figures(texts[0], lang, found.words, sides[0])
    theirs = _figures(texts[1], other_lang(lang), found.others, sides[1])
    for x, y in itertools.combinations(sorted(ours.keys() & theirs.keys()), 2):
        if _is_crossed((ours[x], ours[y]), (theirs[x], theirs[y]), found.partner):
            yield (ours[x].number, ours[y].number), (theirs[x].number, theirs[y].number)


def _is_crossed(ours: tuple[_Figure, _Figure], theirs: tuple[_Figure, _Figure], partner: Mapping[int, int]) -> bool:
    def linked(a: int, b: int) -> int:
        return sum(partner.get(word) in theirs[b].words for word in ours[a].words)

    here, there = ([figure.measures for figure in side] for side in (ours, theirs))
    units_kept = any(here[k] and here[k] == there[k] and here[k] not in (here[1 - k], there[1 - k]) for k in (0, 1))
    if linked(0, 0) or linked(1, 1) or units_kept:
        return False  # what has kept its words or its unit is in its place
    across = linked(0, 1), linked(1, 0)
    if all(across):
        return True
    year = any(_YEARS[0] <= figure.number.values[0] <= _YEARS[-1] for figure in ours)
    if not year and sum(across) >= _ENOUGH and all(figure.words for figure in (*ours, *theirs)):
        return True
    return _close_crossed(ours, theirs, partner) or _units_crossed(ours, theirs)


def _close_crossed(ours: tuple[_Figure, _Figure], theirs: tuple[_Figure, _Figure], partner: Mapping[int, int]) -> bool:
    """Whether the word whose brackets hold one number is linked to that of the other, and all measure the same."""
    alike = {figure.measures for figure in (*ours, *theirs)}
    if len(alike) > 1 or "" in alike or not all(figure.words for figure in (*ours, *theirs)):
        return False
    return any(partner.get(word) in theirs[1 - k].close for k in (0, 1) for word in ours[k].close)


def _units_crossed(ours: tuple[_Figure, _Figure], theirs: tuple[_Figure, _Figure]) -> bool:
    here, there = ([figure.measures for figure in side] for side in (ours, theirs))
    single = any(figure.number.values[0] == 1 for figure in ours)  # said in words as well
    return all(here) and not single and here[0] != here[1] and here == there[::-1]


def _measures(text: str, number: Number) -> str:
    """Return what a number measures or whether it counts, an empty string where its unit may stand elsewhere."""
    if number.amount:
        return number.amount[0][0][0].replace("month", "time")
    return "count" if _COUNTED.match(text, number.end) else ""


def _figures(text: str, lang: Lang, words: Sequence[Token], numbers: Sequence[Number]) -> dict[Fraction, _Figure]:
    """Return the figures that stand once in a text, by their value, with the words that are theirs alone."""
    figures = [n for n in numbers if n.written in ("figure", "word", "identifier")]
    own, starts = _own_words(text, lang, words, figures), [word.start for word in words]
    found: dict[Fraction, list[_Figure]] = {}
    for k, number in enumerate(figures):
        if number.values and _is_figure(number, text, lang):
            alone = set() if _is_joined(text, number, figures) else own.get(k, set())
            close = {
                word for word in alone
                if _between(starts, words[word].start, number.start) < _CLOSE[lang]
                and _OPENS.search(text, words[word].start, number.end)
            }  # fmt: skip
            figure = _Figure(number, frozenset(alone), frozenset(close), _measures(text, number))
            found.setdefault(number.values[0], []).append(figure)
    return {value: same[0] for value, same in found.items() if len(same) == 1}


def _own_words(text: str, lang: Lang, words: Sequence[Token], figures: Sequence[Number]) -> dict[int, set[int]]:
    """Return the words of each figure: those that stand nearest to it in its clause, and only once in the text."""
    cuts = _cuts(text, lang, figures)
    part = [sum(cut <= at for cut, _ in cuts) for at in (*(w.start for w in words), *(f.start for f in figures))]
    count = Counter(word.key for word in words)
    starts = [word.start for word in words]
    own: dict[int, set[int]] = {}
    for k, word in enumerate(words):
        if word.key.startswith("#") or count[word.key] > 1 or any(cut <= word.start < end for cut, end in cuts):
            continue
        last = max((f.start for f in figures if f.start < word.start), default=-1)
        near = sorted(
            (-1, i) if lang == "zh" and f.start == last and _QUALIFIES.match(text, f.end)
            else (_between(starts, word.start, f.start), i)
            for i, f in enumerate(figures)
            if part[len(words) + i] == part[k]
        )  # fmt: skip
        if near and near[0][0] < _REACH and (len(near) == 1 or near[0][0] < near[1][0]):
            own.setdefault(near[0][1], set()).add(k)
    return own


def _is_figure(number: Number, text: str, lang: Lang) -> bool:
    """Whether a number is written in figures, or in an English word from three on."""
    if number.written == "figure":
        return text[number.start].isdigit()
    return lang == "en" and number.written == "word" and number.values[0] > _PAIR


def _between(starts: Sequence[int], one: int, other: int) -> int:
    """Return how many words begin between two places."""
    return sum(min(one, other) < at < max(one, other) for at in starts)


def _cuts(text: str, lang: Lang, figures: Sequence[Number]) -> list[tuple[int, int]]:
    """Return what stands between the words of two numbers: not a bracket that holds the only number of its stretch."""
    cuts: list[tuple[int, int]] = []
    for found in _CUT[lang].finditer(text):
        at = found.start()
        if any(f.start <= at < f.end for f in figures):
            continue
        since = cuts[-1][0] if cuts else 0
        if found[0] in "(（" and _OPENS.match(text, at) and not any(since <= f.start < at for f in figures):
            continue
        cuts.append(found.span())
    return cuts


def _is_joined(text: str, number: Number, figures: Sequence[Number]) -> bool:
    """Whether a figure is of a date, or of a range or list, whose words are those of several."""
    if _DATED_BEFORE.search(text, max(0, number.start - 20), number.start) or _DATED_BEHIND.match(text, number.end):
        return True
    gaps = (
        text[other.end : number.start] if other.end <= number.start else text[number.end : other.start]
        for other in figures
        if other is not number
    )
    return any(len(gap) <= _JOINED and _JOINT.fullmatch(gap) for gap in gaps)
