"""Finds which numbers of two texts have no counterpart on the other side, and which were swapped."""

from __future__ import annotations

import difflib
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from aligner.checks._number_customs import dispensable, lately
from aligner.checks._number_dates import misdated
from aligner.checks._number_owners import Exchange, exchanged
from aligner.checks._number_phrases import Phrase, disagreeing
from aligner.checks._number_told import Told, told
from aligner.model import Lang, Span
from aligner.text.conversions import converted
from aligner.text.numbers import Number

_ORDINAL_ONE = ("one", "first", "一", "首")
_DISTRIBUTIVE = re.compile(r"[各均皆每]|\b(?:each|both|every|all|per|same|respectively)\b", re.IGNORECASE)
"""Says that a number stands for several: 两组各20例 for `20 in group A and 20 in group B`."""
_VERTEBRA = re.compile(r"[ctls]\d{1,2}")
_TIMES = re.compile(r"\s?[×xX*]\s?")
_SHOWN = 20  # characters of a number that are compared
_MANY = 50_000  # beyond so many combinations, numbers are paired by order


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Numbers of the source against others in the translation, and those that only one side has."""

    swapped: tuple[tuple[Told, Told], ...]
    missing: tuple[Told, ...]
    extra: tuple[Told, ...]
    exchanged: tuple[Exchange, ...] = ()
    misdated: tuple[tuple[Span, Span], ...] = ()


def compare(source: str, target: str, langs: tuple[Lang, Lang]) -> Disagreement:
    """Return the numbers on which two texts disagree.

    >>> found = compare("12 of 30 men", "30名男性中21名", ("en", "zh"))
    >>> [(a.span.text, b.span.text) for a, b in found.swapped], found.missing, found.extra
    ([('12', '21')], (), ())
    """
    sides = told(source, langs[0]), told(target, langs[1])
    asked = [_unspared(sides[0], (source, target), langs[0]), _unspared(sides[1], (target, source), langs[1])]
    lone_source = _outside(_lone(*sides, source), lately(source, target, langs[0]))
    lone_target = _outside(_lone(sides[1], sides[0], target), lately(target, source, langs[1]))
    lone_source += _lost_copies(asked[0], sides[1], target)
    lone_target += _crowded_out(asked[1], sides[0])
    pairs, missing, extra = _pair_off(*_unconverted(lone_source, lone_target, f"{source}\n{target}"))
    swapped = [pair for pair in pairs if _worth_telling(*pair)]
    replaced, missing = _replaced(missing, sides, langs)
    replacing, extra = _replaced(extra, sides[::-1], langs[::-1])
    replaced += [(b, a) for a, b in replacing]
    swapped = [*_reversed(source, target, sides), *swapped, *replaced]
    missing = _weighing(missing, (source, target), langs[0])
    extra = _weighing(extra, (target, source), langs[1])
    plain = [t.number for t in sides[0]], [t.number for t in sides[1]]
    told_so_far = Disagreement(
        (*_swapped_names(*sides), *_other_levels(*sides), *swapped),
        tuple(missing),
        tuple(extra),
        tuple(exchanged(source, target, langs, plain)),
        tuple(misdated(source, target, langs, plain)),
    )
    phrases = [(a, b) for a, b in disagreeing(source, target, langs) if not _shared_elsewhere(a, b, sides)]
    return _with_phrases(told_so_far, phrases, (source, target))


def _shared_elsewhere(a: Phrase, b: Phrase, sides: tuple[Sequence[Told], Sequence[Told]]) -> bool:
    """Whether a share stands on the other side in another way, as 50% or 半年 for a half."""
    here, there = ([t for t in side if not _within(t, p)] for side, p in zip(sides, (a, b), strict=True))
    return a.kind == "share" and (a.value in _values(there) or b.value in _values(here))


def _with_phrases(told: Disagreement, phrases: Sequence[tuple[Phrase, Phrase]], texts: tuple[str, str]) -> Disagreement:
    """Add the phrases that differ, such as `twice daily` and 每日三次, in place of their numbers on their own."""
    swapped, missing, extra = list(told.swapped), list(told.missing), list(told.extra)
    for a, b in phrases:
        if any(_within(x, a) or _within(y, b) for x, y in told.swapped):
            continue
        swapped.append((_told(a, texts[0]), _told(b, texts[1])))
        missing = [number for number in missing if not _within(number, a)]
        extra = [number for number in extra if not _within(number, b)]
    return replace(told, swapped=tuple(swapped), missing=tuple(missing), extra=tuple(extra))


def _within(number: Told, phrase: Phrase) -> bool:
    return phrase.span.start < number.span.end and number.span.start < phrase.span.end


def _told(phrase: Phrase, text: str) -> Told:
    number = Number(phrase.span.start, phrase.span.end, (phrase.value,), written="word")
    return Told(number, phrase.span, phrase.span.start / len(text))


def _lone(own: Sequence[Told], other: Sequence[Told], text: str) -> list[Told]:
    """Return the figures and sure number words of one side that no reading of the other side's numbers meets."""
    names = {t.number.name for t in other if t.number.name}
    offered = _Offer(_unshared(own, other))
    amounts: set[object] = {t.number.amount for t in other if t.number.amount}
    products = [t.span.end for t in own if t.number.amount in amounts and len(t.number.values) > 1]
    weighty = (t for t in own if t.number.written in ("figure", "word") and not _is_power(t, products, text))
    return [
        t
        for t in weighty
        if t.number.amount not in amounts and not offered.meets(t.number) and not _spaced_name(t.span, text, names)
    ]


def _is_power(told: Told, products: Sequence[int], text: str) -> bool:
    """Whether a number is the power of ten of a product that ends before it, which was compared as a whole."""
    at = told.span.start
    return told.span.text.startswith("10") and any(_TIMES.fullmatch(text, end, at) for end in products)


def _unshared(own: Sequence[Told], other: Sequence[Told]) -> list[Told]:
    """Return the numbers of the other side without its names that this side has: the 2 of kg/m2 is no other 2."""
    shared = {t.number.name for t in own if t.number.name}
    return [t for t in other if t.number.name not in shared]


class _Offer:
    """The readings that one side has for the numbers of the other.

    A percentage may stand for a share, as 39% for 0.39, but not for another percentage: 0.39% is not 39%.
    """

    def __init__(self, told: Sequence[Told]) -> None:
        self.shares = _readings(t for t in told if not _is_percentage(t.number))
        percentages = [t.number for t in told if _is_percentage(t.number)]
        self.plain = self.shares | {v for n in percentages for v in (*n.values[:1], *n.parts)}
        self.all = self.shares | {v for n in percentages for v in (*n.values, *n.parts)}

    def meets(self, number: Number) -> bool:
        if _is_percentage(number):
            met = bool(self.plain & {*number.values[:1]} or self.shares & {*number.values[1:]})
        else:
            met = not self.all.isdisjoint(number.values)
        return met or (bool(number.parts) and self.all.issuperset(number.parts))


def _is_percentage(number: Number) -> bool:
    return number.amount is not None and number.amount[0] == (("percent", 1),)


def _readings(told: Iterable[Told]) -> set[Fraction]:
    return {v for t in told for v in (*t.number.values, *t.number.parts)}


def _spaced_name(figure: Span, text: str, names: set[str]) -> bool:
    """Whether a figure is the second half of a name that the other side writes as one: K 562 and K562."""
    letters = re.search(r"([A-Za-z]+)\s$", text[max(0, figure.start - 12) : figure.start])
    return letters is not None and f"{letters.group(1)}{figure.text}".lower() in names


def _lost_copies(own: Sequence[Told], other: Sequence[Told], text: str) -> list[Told]:
    """Return figures that stand more often in the source than the translation has room for, but are met there.

    `text` is the translation: a number that it says of `each` stands for all copies.
    """
    of_each = {t.value for t in other if _DISTRIBUTIVE.search(text[max(0, t.span.start - 12) : t.span.end + 16])}
    room, _ = _room(own, other)
    copies: dict[Fraction, list[Told]] = {}
    for t in own:
        if t.number.written == "figure" and t.value is not None and t.counts:
            copies.setdefault(t.value, []).append(t)
    offered = _values(_unshared(own, other))
    lost = (
        t for value, same in copies.items() if value in offered and value not in of_each for t in same[room[value] :]
    )
    return [replace(t, repeated=True) for t in lost if _plainly_met(t, other)]


def _crowded_out(own: Sequence[Told], other: Sequence[Told]) -> list[Told]:
    """Return figures of the translation that only a word of the source meets which another word stands for."""
    room, figures = _room(own, other)
    offered = _values(_unshared(own, other))
    lone = ((t, t.value) for t in own if t.number.written == "figure" and t.counts)
    met = (t for t, value in lone if value is not None and offered[value] and not figures[value] and not room[value])
    return [t for t in met if _plainly_met(t, other)]


def _plainly_met(told: Told, other: Sequence[Told]) -> bool:
    """Whether the other side has the value, and nothing else that may be the copy: 半年 for `6 months`, say."""
    values, amount = set(told.number.values), told.number.amount
    met = [t for t in other if values & {*t.number.values, *t.number.parts} or (amount and t.number.amount == amount)]
    return bool(met) and all(told.value in (*t.number.values, *t.number.parts) for t in met)


def _room(own: Sequence[Told], other: Sequence[Told]) -> tuple[Counter[Fraction], Counter[Fraction]]:
    """Return how many figures of each value the other side can stand for, and how many it has as figures.

    Its words count only as far as words of this side do not need them: 第一 is for `first`, not for a figure 1.
    """
    figures = _values(t for t in _unshared(own, other) if t.number.written in ("figure", "identifier"))
    words = _values(t for t in other if t.number.written in ("word", "hint"))
    needed = Counter(
        t.value for t in own if not t.groups and (t.number.written == "word" or t.span.text.lower() in _ORDINAL_ONE)
    )
    room = Counter({v: figures[v] + max(0, words[v] - needed[v]) for v in {*figures, *words}})
    return room, figures


def _values(told: Iterable[Told]) -> Counter[Fraction]:
    return Counter(value for t in told for value in {*t.number.values, *t.number.parts})


def _unconverted(source: Sequence[Told], target: Sequence[Told], text: str) -> tuple[list[Told], list[Told]]:
    """Leave out the numbers that stand for each other in other units."""
    ours, theirs = list(source), list(target)
    for a in source:
        if met := next((b for b in theirs if converted(a.number, b.number, text)), None):
            ours.remove(a)
            theirs.remove(met)
    return ours, theirs


def _pair_off(source: Sequence[Told], target: Sequence[Told]) -> tuple[list[tuple[Told, Told]], list[Told], list[Told]]:
    """Pair the lone numbers of both sides, those first that look alike and stand at like places."""
    if len(source) * len(target) > _MANY:
        pairs = list(zip(source, target, strict=False))
        return pairs, list(source[len(pairs) :]), list(target[len(pairs) :])
    ranked = sorted(
        (_distance(a, b), i, k) for i, a in enumerate(source) for k, b in enumerate(target) if a.groups == b.groups
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, k in ranked:
        if i not in partner and k not in taken:
            partner[i] = k
            taken.add(k)
    missing = [a for i, a in enumerate(source) if i not in partner]
    extra = [b for k, b in enumerate(target) if k not in taken]
    return [(source[i], target[k]) for i, k in sorted(partner.items())], missing, extra


def _distance(a: Told, b: Told) -> float:
    alike = difflib.SequenceMatcher(None, a.span.text[:_SHOWN], b.span.text[:_SHOWN]).ratio()
    return abs(a.position - b.position) + 0.5 * (1 - alike) + (a.number.written != b.number.written)


def _worth_telling(a: Told, b: Told) -> bool:
    """Whether two lone numbers that face each other are reported: one is a figure, or both are sure words."""
    return "figure" in (a.number.written, b.number.written) or a.number.written == b.number.written


def _weighs(told: Told, lang: Lang) -> bool:
    """Whether a number counts on its own: Chinese adds words such as 两种 where English counts nothing."""
    return told.number.written == "figure" or (told.number.written == "word" and lang == "en")


def _weighing(lone: Sequence[Told], texts: tuple[str, str], lang: Lang) -> list[Told]:
    """Return the numbers of the first text that count on their own, and that the second need not say in other words."""
    return [told for told in _unspared(lone, texts, lang) if _weighs(told, lang)]


def _unspared(numbers: Sequence[Told], texts: tuple[str, str], lang: Lang) -> list[Told]:
    """Leave out the numbers of the first text that the second need not have, by custom."""
    return _outside(numbers, dispensable(*texts, lang))


def _outside(numbers: Sequence[Told], spared: Iterable[Span]) -> list[Told]:
    """Return the numbers that do not start in any of the stretches."""
    stretches = [*spared] if numbers else []
    return [told for told in numbers if not any(s.start <= told.span.start < s.end for s in stretches)]


def _replaced(
    lone: Sequence[Told], sides: tuple[Sequence[Told], Sequence[Told]], langs: tuple[Lang, Lang]
) -> tuple[list[tuple[Told, Told]], list[Told]]:
    """Pair numbers of the first side with those of the second that may have taken their place, though both have these.

    Such a number stands more often there than on the first side, or the first side has but a word that may mean it.
    """
    free = [*_surplus(*sides[::-1]), *_hardly_met(*sides[::-1])]
    pairs, left = [], []
    for number in lone:
        fitting = [t for t in free if _weighs(number, langs[0]) or number.number.written == t.number.written == "word"]
        if fitting:
            nearest = min(fitting, key=lambda t: abs(t.position - number.position))
            pairs.append((number, nearest))
            free = [t for t in free if t.value != nearest.value]
        else:
            left.append(number)
    return pairs, left


def _weighty(told: Told) -> bool:
    return told.number.written in ("figure", "word")


def _surplus(own: Sequence[Told], other: Sequence[Told]) -> list[Told]:
    """Return the copies of what stands more often here than on the other side, in whatever way."""
    here, there = Counter(t.value for t in own if _weighty(t)), _values(other)
    return [t for t in own if _weighty(t) and t.value is not None and here[t.value] > max(1, there[t.value])]


def _hardly_met(own: Sequence[Told], other: Sequence[Told]) -> list[Told]:
    """Return the figures that only such words of the other side meet as `a`, `no` and 所有."""
    sure = _readings(t for t in other if t.number.written != "hint" or t.span.text.lower() in _ORDINAL_ONE)
    amounts = {t.number.amount for t in other if t.number.amount}
    figures = (t for t in own if t.number.written == "figure" and t.counts and t.number.amount not in amounts)
    return [t for t in figures if sure.isdisjoint((*t.number.values, *t.number.parts))]


_LINK = re.compile(
    r"\s?(?:(±|\+/-)|(/)|([:：∶比])|(?:[A-Za-zμµ%℃/²]{1,8}|[分岁天周年例]|个月)?\s?"
    r"(?:((?:[-–—~～至到]|to|[升降增减]{1,2}[至到]|[\u4e00-\u9fff]{2}[至到]))"
    r"|(,? and|, |、|，|和|与|及|vs?\.?|versus)))\s?"
)
"""What links two numbers: ±, a slash, a ratio, a range or a change, a list."""


def _reversed(source: str, target: str, sides: tuple[Sequence[Told], Sequence[Told]]) -> Iterator[tuple[Told, Told]]:
    """Yield ranges, ratios, lists and means with their deviation whose numbers changed places: 12/45 and 45/12."""
    here, there = _linked(source, sides[0]), _linked(target, sides[1])
    for (kind, a, b), linked in here.items():
        turned = there.get((kind, b, a))
        if turned and a != b and (kind, a, b) not in there and (kind, b, a) not in here:
            yield linked, turned


def _linked(text: str, side: Sequence[Told]) -> dict[tuple[int, Fraction, Fraction], Told]:
    """Return the pairs of figures that a sign links, by the kind of sign and both values."""
    found: dict[tuple[int, Fraction, Fraction], Told] = {}
    figures = [t for t in side if t.number.written == "figure"]
    for t in figures:
        if len(t.number.parts) == 2 and "/" in t.span.text:
            found[2, t.number.parts[0], t.number.parts[1]] = t
    for a, b in itertools.pairwise(figures):
        link = _LINK.fullmatch(text, a.span.end, b.span.start)
        if link and link.lastindex and a.value is not None and b.value is not None:
            whole = Span.of(text, a.span.start, b.span.end)
            found[link.lastindex, a.value, b.value] = replace(a, span=whole)
    return found


def _swapped_names(source: Sequence[Told], target: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield the names in the translation that differ from one of the source in the number only: IL-6, IL-8."""
    names = Counter(t.number.name for t in source)
    taken = Counter(t.number.name for t in target)
    offered = {v for t in source if t.number.written != "hint" for v in (*t.number.values, *t.number.parts)}
    for b in target:
        name, values = b.number.name, b.number.values
        if not name or name in names or (values and all(v in offered for v in values)):
            continue
        alike = [a for a in source if a.number.name and a.number.values and _differ_in_figures(a.number, b.number)]
        if not values:  # what breaks off is a name only where one is missing
            alike = [a for a in alike if taken[a.number.name] < names[a.number.name]]
        if alike:
            yield min(alike, key=lambda a: (a.number.name in taken, abs(a.position - b.position))), b


def _other_levels(source: Sequence[Told], target: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield the vertebrae in the translation that have the number of one of the source, and another letter: T8, L8."""
    names, taken = {t.number.name for t in source}, {t.number.name for t in target}
    lost = [t for t in source if _VERTEBRA.fullmatch(t.number.name) and t.number.name not in taken]
    for b in target:
        if _VERTEBRA.fullmatch(b.number.name) and b.number.name not in names:
            alike = [a for a in lost if a.number.name[1:] == b.number.name[1:]]
            if len(alike) == 1:
                yield alike[0], b


def _differ_in_figures(one: Number, other: Number) -> bool:
    """Whether two names have the same letters, or one a word before them, as in anti-IL-6 and IL-8."""
    a, b = sorted((re.sub(r"\d+", "", one.name), re.sub(r"\d+", "", other.name)), key=len)
    return one.values != other.values and (a == b or (len(a) > 1 and b.endswith(a)))
