"""Numbers written in figures, with what the words beside them make of them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from aligner.model import Lang
from aligner.text import numerals
from aligner.text._number import AND_HALF, PM_BEFORE, RAISED, REPUBLIC, Canvas, Number, amount_of, fraction, rounded

_FRACTIONS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_GAP = "[ \u00a0\u2009\u202f]"
_COUNT = r"(?:\d{1,3}(?:,\d{3})+|\d{1,4})"
_SPACED = (
    rf"(?:\d{{1,3}}(?:{_GAP}\d{{3}})+(?=\s?[)）\]］,，;；、。%])"  # at the end of brackets: （908/2 346）
    rf"|10{{0,2}}{_GAP}000(?=\s?[\u3400-\u9fff]))"
)
_FIGURE = re.compile(
    r"(?P<grouped>(?<![\d.,])\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?(?!\d|[,，]\d|\s?/\s?\d)|"
    r"(?<![\d.,])[1-9]\d{0,2}(?:(?: , |[ \u00a0\u2009\u202f])\d{3})+(?:\.\d+)?(?![\d.,]\d|\d))"
    rf"|(?P<ratio>(?<![\d./]){_COUNT}\s?/\s?(?:{_SPACED}|{_COUNT}(?![\d./]|,\d|\s?/\s?\d)))"
    r"|(?P<power>(?<![\d.,])10(?:\^\{?-?\d+\}?|\(-\d+\)|\(\d{1,2}\)(?=\s?[/A-Za-zμ])|[⁻⁰¹²³⁴-⁹]+)"
    r"|(?<=[×xX*])\s?10(?:\(\d{1,2}\)|\d{1,2}(?=\s?/)))"
    r"|(?P<mixed>\d*[½⅓⅔¼¾⅕⅛])"
    r"|(?P<circled>[①-⑳])"
    rf"|(?P<fine>(?<=[<>=≤≥＜＞＝])\s?0\.\d{{3}}{_GAP}\d{{1,3}}(?=\s?(?:[)）\]］,，;；、。]|\.(?!\d)|$)))"
    r"|(?P<plain>\d+(?:\.\d+)?|(?<=[\s<>=(（≤≥＜＞＝±~])\.\d+)"
)
_EN_SCALE = re.compile(
    r"\+?[ \u00a0-]?((?:hundred |ten )?(?:hundred|thousand|million|billion|trillion|mn|bn))\b", re.IGNORECASE
)
_ZH_SCALE = re.compile(r"\s?[多余餘几]?\s?((?:[十百千万亿萬億])+)(?![分])(?<!千(?=[克米卡瓦帕焦伏赫]))")
_SPREAD = re.compile(r"(?:±|\+/-)\s?$")
_SCALE_WORDS = numerals.SCALES | {"mn": 10**6, "bn": 10**9, "ten": 10}
_COUNTED = re.compile(r"\s?[例名人个次只颗眼]")
_EACH = re.compile(r"(?:(?P<groups>[两三四五六])组[，,]?[每各]组?|(?P<row>[^（(，,；;。:：]*)各)\s?$")
_LISTED = re.compile("[、和及与]")
_ROW = 48  # characters: how long a row before 各 may be
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_GOES_ON = re.compile(r"\d+(?:\.\d+)?")
_PERCENT = re.compile(r"\s?(?:%|percent|per cent)", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"[)）、]|\.(?!\d)")
_PM_AFTER = re.compile(r"(?:[:.]\d\d)?\s?p\.?m\b", re.IGNORECASE)
_CLOCK = re.compile(r"\s?[ap]\.?m\b", re.IGNORECASE)
_OLD_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-–/]$")
_CENTURY_DECADE = re.compile(r"\s?世纪\s?(\d0|[一二三四五六七八九]十)?\s?(年代)?")
_PER_UNIT = re.compile(r"([百千万亿萬億]*)分之\s?(\d+(?:\.\d+)?)")
_PER_MILLE = re.compile(r"\s?‰")
_TO_FAHRENHEIT = r"\s?(?:°\s?F(?![A-Za-z])|℉|degrees? F(?:ahrenheit)?\b)"
_FAHRENHEIT = re.compile(rf"{_TO_FAHRENHEIT}|\s?°?\s?(?:-|–|~|～|至|to|and)\s?\d+(?:\.\d+)?{_TO_FAHRENHEIT}")
_SNELLEN = (6, 20)
"""From how many metres or feet a chart of letters is read: an acuity of 20/40 is 0.5."""


def figures(canvas: Canvas, lang: Lang) -> Iterator[Number]:
    """Yield the numbers written in figures and paint them over."""
    spans: list[tuple[int, int]] = []
    for found in canvas.each(_FIGURE):
        if not spans or found.start() >= spans[-1][1]:
            number = _KINDS[found.lastgroup or "plain"](found)
            number = _contextual(_scaled(number, canvas.left, lang), canvas.left, lang)
            spans.append((number.start, number.end))
            yield number
    canvas.paint(spans)


def _grouped(found: re.Match[str]) -> Number:
    text = found.group()
    value = fraction(re.sub(r"[^\d.]", "", text))
    parts = () if "," in text and " " not in text else tuple(fraction(p) for p in re.findall(r"[\d.]+", text))
    return Number(*found.span(), (value,), parts)


def _ratio(found: re.Match[str]) -> Number:
    above, below = (fraction(p) for p in re.sub(r"[^\d/]", "", found.group()).split("/"))
    values: tuple[Fraction, ...] = ()
    if below and above < below <= 10:
        values = (above / below, 100 * above / below)
    elif _FIRST_YEAR <= above <= _LAST_YEAR and below < 100:  # 2019/20
        values = (above // 100 * 100 + below,)
    if above in _SNELLEN and below >= 10:
        values = (above / below, *(rounded(above / below, places) for places in (1, 2)))
    return Number(*found.span(), values, (above, below))


def _power(found: re.Match[str]) -> Number:
    exponent = re.sub(r"[^\d-]", "", found.group().strip()[2:].translate(_SUPERSCRIPTS))
    if not 0 < len(exponent.lstrip("-")) <= 2:
        return _plain_figure(found)
    value = Fraction(10) ** int(exponent)
    flat = (fraction("10" + exponent.lstrip("-")),)
    return Number(*found.span(), (value, *flat), (Fraction(10), Fraction(abs(int(exponent)))))


def _mixed(found: re.Match[str]) -> Number:
    above, below = _FRACTIONS[found.group()[-1]]
    whole = Fraction(int(found.group()[:-1] or 0))
    return Number(*found.span(), (whole + Fraction(above, below),))


def _circled(found: re.Match[str]) -> Number:
    return Number(*found.span(), (Fraction(ord(found.group()) - ord("①") + 1),), written="hint")


def _plain_figure(found: re.Match[str]) -> Number:
    digits = re.sub(r"[^\d.]", "", found.group())
    return Number(*found.span(), (fraction(digits),))


_KINDS: dict[str, Callable[[re.Match[str]], Number]] = {
    "grouped": _grouped,
    "ratio": _ratio,
    "fine": _plain_figure,
    "power": _power,
    "mixed": _mixed,
    "circled": _circled,
    "plain": _plain_figure,
}


def _scaled(number: Number, text: str, lang: Lang) -> Number:
    """Take in the scale word behind a figure: `1.2 million`, `1.2万`."""
    if len(number.values) != 1:
        return _rate(number, text) if lang == "zh" else number
    if lang == "zh":
        return _chinese_scaled(number, text)
    found = _EN_SCALE.match(text, number.end)
    if not found:
        return number
    scale = math.prod(_SCALE_WORDS[word] for word in found.group(1).lower().split())
    # 18.9 ± 4.6 million: the scale is that of the mean as well, as in (18.9±4.6)×10⁶.
    parts = (number.values[0], Fraction(scale)) if _SPREAD.search(text, 0, number.start) else ()
    return replace(number, end=found.end(), values=(number.values[0] * scale,), parts=parts)


def _rate(number: Number, text: str) -> Number:
    """Take in the scale word behind a ratio: 21/10万 is 21 per 100,000."""
    found = re.compile(r"\s?([百千万亿萬億]+)(?!分)").match(text, number.end)
    if not found or not number.parts or "/" not in text[number.start : number.end]:
        return number
    above, below = number.parts[0], number.parts[1] * numerals.han_value(found.group(1))
    return replace(number, end=found.end(), values=(above / below,) if below else (), parts=(above, below))


def _chinese_scaled(number: Number, text: str) -> Number:
    """Take in scale words, and the figures that go on below them: `1亿2000万` is one number."""
    total, end, value = Fraction(0), number.end, number.values[0]
    smaller = Fraction(10**30)
    while found := _ZH_SCALE.match(text, end):
        scale = Fraction(numerals.han_value(found.group(1)))
        if scale >= smaller:
            break
        total, end, smaller = total + value * scale, found.end(), scale
        more = _GOES_ON.match(text, end)
        if not more or fraction(more.group()) >= smaller:
            return replace(number, end=end, values=(total,))
        value, end = fraction(more.group()), more.end()
        if not _ZH_SCALE.match(text, end):
            return replace(number, end=end, values=(total + value,), parts=(total, value))
    return replace(number, end=end, values=(total,)) if total else number


def _contextual(number: Number, text: str, lang: Lang) -> Number:
    """Add the readings that the words around a figure allow: percent, afternoon, decade, multiple, time."""
    if not number.values:
        return number
    before, after = text[max(0, number.start - 12) : number.start], text[number.end : number.end + 24]
    value = number.values[0]
    more: list[Fraction] = []
    if _PERCENT.match(after):
        more.append(value / 100)
    if _PER_MILLE.match(after):
        more.append(value / 1000)
        number = replace(number, parts=number.parts or (value, Fraction(1000)))
    if _FAHRENHEIT.match(after) or before.endswith("华氏"):
        more += (rounded((value - 32) * 5 / 9, places) for places in (0, 1))
    if _CLOCK.match(after) and number.values[0].denominator > 1:
        whole, minutes = divmod(value * 100, 100)
        number = replace(number, parts=(Fraction(whole), Fraction(minutes)))
    if value < 12 and (_PM_AFTER.match(after) or PM_BEFORE.search(before)):
        more.append(value + 12)
    if value < 100 and (year := _OLD_YEAR.search(before)):
        more.append(Fraction(int(year.group(1)) // 100 * 100) + value)
    if lang == "zh" and _COUNTED.match(after):
        more += (value * several for several in _sharers(text[max(0, number.start - _ROW) : number.start]))
    number = replace(number, values=(*number.values, *more), amount=amount_of(value, after, lang))
    if _is_marginal(number, text):
        return replace(number, written="hint")
    return _chinese_context(number, before, after) if lang == "zh" else _english_context(number, before, after)


def _sharers(before: str) -> Iterator[int]:
    """Yield among how many a figure is told that stands behind 各, as 2 in 肝炎和肺炎各1例 and 3 in 三组各.

    >>> [*_sharers("死亡（肝炎和肺炎各")], [*_sharers("三组各")], [*_sharers("各")]
    ([2], [3], [])
    """
    found = _EACH.search(before)
    if found and found["groups"]:
        yield numerals.han_value(found["groups"])
    elif found and (several := 1 + len(_LISTED.findall(found["row"]))) > 1:
        yield several


def _is_marginal(number: Number, text: str) -> bool:
    """Whether a figure is the number of a list item at the beginning, or the noughts of a full hour."""
    leads = number.start < 8 and number.values[0] < 100 and not text[: number.start].strip(" (（第")
    return bool(leads and _LIST_NUMBER.match(text, number.end)) or (
        number.values[0] == 0 and text[number.start - 1 : number.start] == ":"
    )


def _english_context(number: Number, before: str, after: str) -> Number:
    value = number.values[0]
    if re.match(r"(?:st|nd|rd|th)?[ -]centur", after):
        return replace(number, values=(*number.values, 100 * value - 100))
    if value < 100 and re.match(r"['’]?s\b", after):
        return replace(number, values=(value, value + 9, value + 10, 1900 + value))
    if re.match(r"[ -]?(?:kb|kilobases?)\b", after):
        return replace(number, values=(*number.values, 1000 * value))
    return number


def _chinese_context(number: Number, before: str, after: str) -> Number:
    value = number.values[0]
    if found := _CENTURY_DECADE.match(after):
        return _century(number, found)
    if found := _PER_UNIT.match(after):
        return _per(number, found)
    if AND_HALF.match(after):
        whole = value + Fraction(1, 2)
        time = number.amount or amount_of(whole, after.replace("个半", "个", 1), "zh")
        return replace(number, values=(whole, value), amount=time)
    for pattern, needed, readings in _MANNERS:
        if pattern.match(after) and needed(value, before):
            return replace(number, values=(*number.values, *readings(value)))
    return number


_MANNERS: tuple[
    tuple[re.Pattern[str], Callable[[Fraction, str], object], Callable[[Fraction], tuple[Fraction, ...]]], ...
] = (
    (re.compile(r"\s?年代"), lambda value, before: value < 100, lambda value: (1900 + value, 2000 + value)),
    (re.compile(r"\s?[多余]?\s?倍"), lambda value, before: RAISED.search(before), lambda value: (value + 1,)),
    (re.compile(r"\s?年"), lambda value, before: "民国" in before, lambda value: (value + REPUBLIC,)),
    (re.compile(r"成(?![年分功人立为长])"), lambda value, before: value < 10, lambda value: (10 * value,)),
)
"""What follows a figure, what must hold besides, and the readings that come in: 90年代, 增加1倍, 民国38年, 七成."""


def _per(number: Number, found: re.Match[str]) -> Number:
    scale = numerals.han_value(found.group(1)) if found.group(1) else 1
    below, above = number.values[0] * scale, fraction(found.group(2))
    values = (above, above / below) if below >= 100 else (above / (below or 1), above)
    return replace(number, end=number.end + found.end(), values=values, parts=(below, above))


def _century(number: Number, found: re.Match[str]) -> Number:
    century = number.values[0]
    decade = found.group(1)
    if not decade:
        return replace(number, values=(century, 100 * century - 100))
    years = int(decade) if decade.isdigit() else numerals.han_value(decade)
    whole = 100 * century - 100 + years
    return replace(number, end=number.end + found.end(1), values=(whole,), parts=(century, Fraction(years)))
