"""A number that the other side does not have.

What it finds
    A figure whose value stands nowhere on the other side, in whatever way it may be written there, in either
    direction. Where a number was swapped for another, both are named in one finding. Numbers in names count by
    the name: IL-6 against IL-8 is found.

Why it matters
    A wrong dose, group size or P value is the error that does the most harm and that a reader of the translation
    cannot see.

What it leaves alone
    Numbers that are equal by value: 1.2万 and 12,000; 三分之二 and two thirds; 1月 and January; III期 and stage 3;
    半年 and 6 months; 增加1倍 and twofold. A number that the translation repeats. Chinese number words such as
    两种 on their own: they are reported where both sides have a number that the other lacks. Names whose number is not
    translated, such as COVID-19 and 新冠肺炎, and reference marks such as [12].

How to fix it
    Compare with the source and write its number. Where the unit was converted on purpose, accept the finding.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from aligner.model import Context, Example, Hit, Lang, Pair, Place, Rule, Side, Span
from aligner.text.numbers import Number, numbers

_SIDES: tuple[Side, Side] = ("source", "target")
_YEAR = re.compile(r"(?:19|20)\d\d\s?年")
_NO_HAN = r"[^()（）\u3400-\u9fff]*"
_OPENING = re.compile(rf"[(（]{_NO_HAN}$")
_CLOSING = re.compile(rf"{_NO_HAN}[)）]")
_PLAIN = re.compile(r"\d[\d.,]*")


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    if not pair.source or not pair.target:
        return
    texts = pair.source_text, pair.target_text
    source = _with_text(numbers(texts[0], context.source_lang), texts[0])
    target = _with_text(numbers(texts[1], context.target_lang), texts[1])
    yield from _swapped_names(source, target)
    lone = _lone(source, target, texts[0]) + _lost_copies(source, target, texts[0]), _lone(target, source, texts[1])
    pairs, left = _pair_off(*lone)
    pairs = [pair for pair in pairs if _worth_telling(*pair)]
    rest = [[t for t in side if _weighs(t, context.lang(name))] for side, name in zip(left, _SIDES, strict=True)]
    # A lone number may have made way for a second copy of another one.
    for number in rest[0][:1] if len(rest[0]) == 1 else ():
        if copy := _surplus(target, source, number):
            pairs, rest[0] = [*pairs, (number, copy)], []
    yield from (_swapped(a, b) for a, b in pairs)
    yield from _missing(pair, rest[0])
    yield from _extra(pair, rest[1])


_Told = tuple[Number, Span, float]


def _with_text(found: Iterable[Number], text: str) -> list[_Told]:
    """Put to each number its span and its relative position in the text."""
    return [(n, Span.of(text, n.start, n.end), n.start / max(1, len(text))) for n in found]


def _lone(own: Sequence[_Told], other: Sequence[_Told], text: str) -> list[_Told]:
    """Return the figures and sure number words of one side that no reading of the other side's numbers meets."""
    shared = {n.name for n, _, _ in own if n.name}
    offered = {value for n, _, _ in other if n.name not in shared for value in (*n.values, *n.parts)}
    durations = {n.duration for n, _, _ in other if n.duration}
    names = {n.name for n, _, _ in other if n.name}
    weighty = (told for told in own if told[0].written in ("figure", "word"))
    return [t for t in weighty if not _met(t[0], offered, durations) and not _spaced_name(t[1], text, names)]


def _spaced_name(figure: Span, text: str, names: set[str]) -> bool:
    """Whether a figure is the second half of a name that the other side writes as one: K 562 and K562."""
    letters = re.search(r"([A-Za-z]+)\s$", text[max(0, figure.start - 12) : figure.start])
    return letters is not None and f"{letters.group(1)}{figure.text}".lower() in names


def _met(number: Number, offered: set[Fraction], durations: set[tuple[str, Fraction]]) -> bool:
    if any(value in offered for value in number.values) or number.duration in durations:
        return True
    return bool(number.parts) and all(part in offered for part in number.parts)


def _pair_off(
    source: Sequence[_Told], target: Sequence[_Told]
) -> tuple[list[tuple[_Told, _Told]], tuple[list[_Told], list[_Told]]]:
    """Pair the lone numbers of both sides, those first that look alike and stand at like places."""
    ranked = sorted(((_distance(a, b), i, k) for i, a in enumerate(source) for k, b in enumerate(target)))
    pairs: dict[int, int] = {}
    for _, i, k in ranked:
        if i not in pairs and k not in pairs.values():
            pairs[i] = k
    left = (
        [a for i, a in enumerate(source) if i not in pairs],
        [b for k, b in enumerate(target) if k not in pairs.values()],
    )
    return [(source[i], target[k]) for i, k in sorted(pairs.items())], left


def _distance(a: _Told, b: _Told) -> float:
    alike = difflib.SequenceMatcher(None, a[1].text, b[1].text).ratio()
    return abs(a[2] - b[2]) + 0.5 * (1 - alike) + (a[0].written != b[0].written)


def _surplus(own: Sequence[_Told], other: Sequence[_Told], lone: _Told) -> _Told | None:
    """Return the nearest figure that stands more often here than on the other side: it may have taken the place."""
    here, there = (Counter(n.values[:1] for n, _, _ in side if n.written == "figure") for side in (own, other))
    more = [t for t in own if t[0].written == "figure" and here[t[0].values[:1]] > max(1, there[t[0].values[:1]])]
    return min(more, key=lambda told: abs(told[2] - lone[2]), default=None)


def _worth_telling(a: _Told, b: _Told) -> bool:
    """Whether two lone numbers that face each other are reported: a Chinese word beside a figure is not enough."""
    return "figure" in (a[0].written, b[0].written) or a[0].written == b[0].written


def _swapped(a: _Told, b: _Told) -> Hit:
    plain = _PLAIN.fullmatch(a[1].text) and _PLAIN.fullmatch(b[1].text)
    message = f"the source has {a[1].text}, the translation has {b[1].text}"
    return Hit(message, source=a[1], target=b[1], suggestion=a[1].text if plain else None)


def _missing(pair: Pair, told: Sequence[_Told]) -> Iterator[Hit]:
    """Yield one hit for the numbers of the source that nothing stands for: they were mostly lost together."""
    if told:
        places = tuple(Place(pair.id, source=span) for _, span, _ in told)
        message = f"{_listed(told)} of the source {_are(told)} missing in the translation"
        yield Hit(message, source=told[0][1], places=places if len(places) > 1 else ())


def _extra(pair: Pair, told: Sequence[_Told]) -> Iterator[Hit]:
    if told:
        places = tuple(Place(pair.id, target=span) for _, span, _ in told)
        message = f"{_listed(told)} in the translation {_are(told)} not in the source"
        yield Hit(message, target=told[0][1], places=places if len(places) > 1 else ())


def _listed(told: Sequence[_Told]) -> str:
    return ", ".join(span.text for _, span, _ in told)


def _are(told: Sequence[_Told]) -> str:
    return "is" if len(told) == 1 else "are"


def _weighs(told: _Told, lang: Lang) -> bool:
    """Whether a number counts on its own: Chinese adds words such as 两种 where English counts nothing."""
    return told[0].written == "figure" or (told[0].written == "word" and lang == "en")


def _lost_copies(source: Sequence[_Told], target: Sequence[_Told], text: str) -> list[_Told]:
    """Return figures that stand more often in the source than their value does in the translation, if it does."""
    shared = {n.name for n, _, _ in source if n.name}
    stands = Counter(value for n, _, _ in target if n.name not in shared for value in {*n.values, *n.parts})
    copies: dict[Fraction, list[_Told]] = {}
    for told in source:
        if told[0].written == "figure" and told[0].values and not _repeated_by_custom(told, text):
            copies.setdefault(told[0].values[0], []).append(told)
    return [t for value, told in copies.items() if stands[value] for t in told[stands[value] :]]


def _repeated_by_custom(told: _Told, text: str) -> bool:
    """Whether Chinese repeats the number where English does not: the year in a span of dates, a gloss in brackets."""
    _, span, _ = told
    if _YEAR.match(text, span.start):
        return True
    opened, closed = _OPENING.search(text, 0, span.start), _CLOSING.match(text, span.end)
    return bool(opened and closed and re.search("[A-Za-z]{3}", opened.group() + closed.group()))


def _swapped_names(source: Sequence[_Told], target: Sequence[_Told]) -> Iterator[Hit]:
    """Yield the names in the translation that differ from one of the source in the number only: IL-6, IL-8."""
    names = {told[0].name for told in source}
    taken = {told[0].name for told in target}
    offered = {value for n, _, _ in source if n.written != "hint" for value in (*n.values, *n.parts)}
    for b in target:
        if not b[0].name or b[0].name in names or (b[0].values and all(v in offered for v in b[0].values)):
            continue
        alike = [a for a in source if a[0].name and a[0].values and _differ_in_figures(a[0], b[0])]
        if alike:
            a = min(alike, key=lambda a: (a[0].name in taken, abs(a[2] - b[2])))
            yield Hit(f"the source has {a[1].text}, the translation has {b[1].text}", a[1], b[1], suggestion=a[1].text)


def _differ_in_figures(one: Number, other: Number) -> bool:
    """Whether two names have the same letters, or one a word before them, as in anti-IL-6 and IL-8."""
    a, b = sorted((re.sub(r"\d+", "", one.name), re.sub(r"\d+", "", other.name)), key=len)
    return one.values != other.values and (a == b or (len(a) > 1 and b.endswith(a)))


RULE = Rule(
    id="numbers",
    title="Numbers that do not agree",
    category="Accuracy/Mistranslation",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("We enrolled 12 patients.", "共纳入21例患者。"),
        Example("The dose was 0.5 mg daily for 14 days.", "剂量为每日5 mg。"),
        Example("Serum IL-6 was raised.", "血清IL-8升高。"),
        Example("随访三年，复发率为百分之十二。", "During three years of follow-up, 15% relapsed."),
        Example("共有1.2万名参与者。", "There were 1,200 participants."),
    ),
    good=(
        Example("Two thirds of 12,000 adults with stage III disease", "1.2万名III期成人患者中的三分之二"),
        Example(
            "From January 2019, COVID-19 doubled the rate in 6 months.",
            "自2019年1月起，新冠肺炎使该比率半年内增加1倍。",
        ),
        Example("一般而言，20世纪90年代每100例中有3例。", "In general, there were three in 100 in the 1990s."),
        Example("体重5千克，白细胞为4×10⁹/L[12]。", "Body weight was 5 kg, and leukocytes were 4 × 10^9/L."),
    ),
    source="MQM: Accuracy, Mistranslation, Number",
)
