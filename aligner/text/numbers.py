"""The numbers in a text, by value: figures, number words, Roman numerals, and those inside names.

A number can often be read in more ways than one: `10 000` is ten thousand or two numbers, `2/3` is two thirds or
the grades 2 and 3, `1/2` is half. Each is kept, so that whoever compares two texts need not guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Literal

from aligner.model import Lang
from aligner.text import numerals

Written = Literal["figure", "word", "hint", "identifier"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands.

    `values` are its readings, the plain one first; `parts` what it is made of, where it can also be read as
    several numbers. `written`: as a figure; as a word that is surely a number; as a hint, which may be one
    (`a`, `both`, 一); or inside an identifier such as IL-6, whose letters and digits `name` gives.
    `duration` is its length in months or minutes where a unit of time follows.
    """

    start: int
    end: int
    values: tuple[Fraction, ...]
    parts: tuple[Fraction, ...] = ()
    written: Written = "figure"
    duration: tuple[str, Fraction] | None = None
    name: str = ""


def numbers(text: str, lang: Lang) -> tuple[Number, ...]:
    """Return every number of the text in order; hints may lie inside others.

    >>> [(n.start, n.end, str(n.values[0])) for n in numbers("共有1.2万人", "zh") if n.written == "figure"]
    [(2, 6, '12000')]
    >>> [(str(n.values[0]), n.written) for n in numbers("Two thirds of both groups, 1,200 men", "en")]
    [('2/3', 'word'), ('2', 'hint'), ('1200', 'figure')]
    """
    canvas = _Canvas(_plain(text))
    found = [*_identifiers(canvas), *_figures(canvas, lang)]
    found += _chinese_words(canvas) if lang == "zh" else _english_words(canvas)
    found += _romans(canvas)
    return tuple(sorted(_with_ranges(found, canvas.plain), key=lambda n: (n.start, -n.end)))


class _Canvas:
    """The text with what has been read so far painted over, each character by one that fits nothing."""

    def __init__(self, plain: str) -> None:
        self.plain = plain
        self.left = plain

    def each(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        yield from pattern.finditer(self.left)

    def paint(self, start: int, end: int) -> None:
        self.left = self.left[:start] + "\0" * (end - start) + self.left[end:]


_FULL_WIDTH = {ord("０") + i: str(i) for i in range(10)}
_FULL_WIDTH |= {ord("Ａ") + i: chr(65 + i) for i in range(26)} | {ord("ａ") + i: chr(97 + i) for i in range(26)}
_FULL_WIDTH |= {ord(a): b for a, b in zip("．％／（）－−‐‑＋：［］﹣＾", ".%/()----+:[]-^", strict=True)}
_MIDDLE_DOT = re.compile(r"(?<=\d)[·•∙・](?=\d)")


def _plain(text: str) -> str:
    """Fold full-width characters and raised decimal points; the length stays."""
    return _MIDDLE_DOT.sub(".", text.translate(_FULL_WIDTH))


# --- identifiers ---------------------------------------------------------------------------------------------

_L = "A-Za-zα-ωΑ-Ωµ"
_ADDRESS = re.compile(
    r"(?:https?://|www\.|doi:\s?|10\.\d{4,}/)[!-~]+|[\w.+-]+@[\w-]+\.[\w.]+|\d+(?:\.\d+){2,}", re.IGNORECASE | re.ASCII
)
_CITATION = re.compile(r"(?<![\d.%]\s)(?<![\d.%=])\[\d{1,3}(?:\s?[-–,，、]\s?\d{1,3})*\]")
_LETTERS_FIRST = re.compile(rf"(?<![{_L}\d.])([{_L}]+(?:-[{_L}]+)*)(-?)(\d[\d{_L}]*(?:[-.]\d[\d{_L}]*)*)")
_DANGLING = re.compile(rf"(?<![{_L}\d])([{_L}]+(?:-[{_L}]+)*-)(?![{_L}\d])")
_DIGITS_FIRST = re.compile(rf"(?<![{_L}\d.,])(\d+)(-?)([{_L}]+)([-\d{_L}]*)")
_CORONAVIRUS = re.compile(
    r"2019(?=\s?(?:novel |new )?(?:coronavirus|新型冠|新冠|冠状))|(?<=virus disease[ -])2019|(?<=冠状病毒病[ -])2019",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"(?:n|x|no|or|rr|hr|ci|sd|se|md|smd|wmd|auc|iqr|vs|and|to|of|mid|pre|post|late|early|day|week|month|year"
    r"|age|aged|top|grade|stage|type|phase|level|class|about|in|fig|table|eq|for|by|non)",
    re.IGNORECASE,
)
_UNITS = frozenset(
    (
        "mg g kg ug µg mcg ng pg l ml dl ul µl fl mm cm m km nm um µm mol mmol nmol pmol umol µmol mm mmhg pa kpa cmh h hr hrs "
        "min mins s sec ms d day days w wk wks week weeks mo month months y yr yrs year years u iu miu ku kcal cal kj j "
        "hz khz mhz ghz v kv mv w kw mw gy cgy mgy bq mbq gbq sv msv ci mci da kda bp kb mb gb tb x fold k ka t c f lb lbs oz "
        "ft in mph ha am pm usd rmb cny n a b e st nd rd th p px rpm osm mosm meq eq cfu pfu copies ppm ppb mg/l ci times "
        "million billion thousand years-old"
    ).split()
)


def _identifiers(canvas: _Canvas) -> Iterator[Number]:
    """Yield the numbers that belong to a name, an address or a reference, one a name, and paint them over."""
    for pattern in (_ADDRESS, _CITATION, _CORONAVIRUS):
        for found in canvas.each(pattern):
            yield _identifier(found.start(), found.group(), named=False)
            canvas.paint(*found.span())
    for found in canvas.each(_DANGLING):
        yield _identifier(found.start(1), found.group(1), named=True)
    for pattern, is_name in ((_LETTERS_FIRST, _names_letters_first), (_DIGITS_FIRST, _names_digits_first)):
        for found in canvas.each(pattern):
            if is_name(found):
                yield _identifier(found.start(), found.group(), named=True)
                canvas.paint(*found.span())


def _names_letters_first(found: re.Match[str]) -> bool:
    """Whether letters and digits are one name, as in HbA1c, and not `P0.05`, `x10` or `mid-1990s`."""
    letters, _, digits = found.groups()
    if len(letters) == 1 and letters not in "nNxX":
        return not re.fullmatch(r"0?\.\d+|\d+\.\d+", digits)
    return not _NOT_A_NAME.fullmatch(letters)


def _names_digits_first(found: re.Match[str]) -> bool:
    """Whether a figure and the letters behind it are one name, as in 5-HT or 18F-FDG, and not `5mg` or `3rd`."""
    _, hyphen, letters, rest = found.groups()
    if len(letters) == 1:
        return bool(rest[1:2].isupper()) or (letters.isupper() and letters not in "LVWAJTKCU")
    if letters.lower() in _UNITS:
        return False
    if hyphen and letters.islower():
        return any(c.isupper() for c in rest)
    return not re.fullmatch(r"[A-Z]?[a-z]{2,}", letters)


def _identifier(start: int, text: str, *, named: bool) -> Number:
    digits = [Fraction(int(d)) for d in re.findall(r"\d+", text)]
    if named and re.fullmatch(r"(?i)covid-?19", text):
        digits.append(Fraction(2019))
    name = re.sub(r"[^0-9a-zα-ω]", "", text.lower()) if named else ""
    return Number(start, start + len(text), tuple(digits), written="identifier", name=name)


# --- figures -------------------------------------------------------------------------------------------------

_FRACTIONS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_COUNT = r"(?:\d{1,3}(?:,\d{3})+|\d{1,4})"
_FIGURE = re.compile(
    r"(?P<grouped>(?<![\d.,])\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?(?!\d|[,，]\d|\s?/)|"
    r"(?<![\d.,])[1-9]\d{0,2}(?:(?: , |[ \u00a0\u2009\u202f])\d{3})+(?![\d.,]\d|\d))"
    rf"|(?P<ratio>(?<![\d./]){_COUNT}\s?/\s?{_COUNT}(?![\d./]|,\d|\s?/\s?\d))"
    r"|(?P<power>(?<![\d.,])10(?:\^\{?-?\d+\}?|\(-?\d+\)|[⁻⁰¹²³⁴-⁹]+)|(?<=[×xX*])\s?10\d{1,2}(?=\s?/))"
    r"|(?P<mixed>\d*[½⅓⅔¼¾⅕⅛])"
    r"|(?P<circled>[①-⑳])"
    r"|(?P<plain>\d+(?:\.\d+)?|(?<=[\s<>=(（≤≥＜＞＝±~])\.\d+)"
)
_EN_SCALE = re.compile(
    r"[ \u00a0-]?((?:hundred |ten )?(?:hundred|thousand|million|billion|trillion|mn|bn))\b", re.IGNORECASE
)
_ZH_SCALE = re.compile(r"\s?[多余餘几]?\s?((?:[十百千万亿萬億])+)(?![分])(?<!千(?=[克米卡瓦帕焦伏赫]))")
_SCALE_WORDS = numerals.SCALES | {"mn": 10**6, "bn": 10**9, "ten": 10}
_PERCENT = re.compile(r"\s?(?:%|percent|per cent)", re.IGNORECASE)
_PM_BEFORE = re.compile(r"(?:下午|晚上?|傍晚|夜[里间]?|午后)\s?$")
_LIST_NUMBER = re.compile(r"[)）、]|\.(?!\d)")
_PM_AFTER = re.compile(r"(?:[:.]\d\d)?\s?p\.?m\b", re.IGNORECASE)
_RAISED = re.compile(r"(?:增|升|提|长|多|高|加|上)\S{0,6}?(?:近|约|了|达|至|到|出)?$")
_OLD_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-–/]$")
_CENTURY_DECADE = re.compile(r"\s?世纪\s?(\d0|[一二三四五六七八九]十)?\s?(年代)?")
_PER_UNIT = re.compile(r"分之\s?(\d+(?:\.\d+)?)")


def _figures(canvas: _Canvas, lang: Lang) -> Iterator[Number]:
    """Yield the numbers written in figures and paint them over."""
    spans = []
    for found in canvas.each(_FIGURE):
        if spans and found.start() < spans[-1][1]:
            continue
        number = _KINDS[found.lastgroup or "plain"](found)
        number = _scaled(number, canvas.left, lang)
        number = _contextual(number, canvas.left, lang)
        spans.append((number.start, number.end))
        yield number
    for start, end in spans:
        canvas.paint(start, end)


@cache
def _fraction(figure: str) -> Fraction:
    return Fraction(figure.strip())


def _grouped(found: re.Match[str]) -> Number:
    text = found.group()
    value = _fraction(re.sub(r"[^\d.]", "", text))
    parts = () if "," in text and " " not in text else tuple(_fraction(p) for p in re.findall(r"[\d.]+", text))
    return Number(*found.span(), (value,), parts)


def _ratio(found: re.Match[str]) -> Number:
    above, below = (_fraction(p) for p in found.group().replace(",", "").split("/"))
    values = (above / below, 100 * above / below) if below and above < below <= 10 else ()
    return Number(*found.span(), values, (above, below))


def _power(found: re.Match[str]) -> Number:
    exponent = re.sub(r"[^\d-]", "", found.group().strip()[2:].translate(_SUPERSCRIPTS))
    if not exponent.lstrip("-") or abs(int(exponent)) > 99:
        return _plain_figure(found)
    value = Fraction(10) ** int(exponent)
    flat = (_fraction("10" + exponent.lstrip("-")),)
    return Number(*found.span(), (value, *flat), (Fraction(10), Fraction(abs(int(exponent)))))


def _mixed(found: re.Match[str]) -> Number:
    above, below = _FRACTIONS[found.group()[-1]]
    whole = Fraction(int(found.group()[:-1] or 0))
    return Number(*found.span(), (whole + Fraction(above, below),))


def _circled(found: re.Match[str]) -> Number:
    return Number(*found.span(), (Fraction(ord(found.group()) - ord("①") + 1),), written="hint")


def _plain_figure(found: re.Match[str]) -> Number:
    digits = re.sub(r"[^\d.]", "", found.group())
    return Number(*found.span(), (_fraction(digits),))


_KINDS: dict[str, Callable[[re.Match[str]], Number]] = {
    "grouped": _grouped,
    "ratio": _ratio,
    "power": _power,
    "mixed": _mixed,
    "circled": _circled,
    "plain": _plain_figure,
}


def _scaled(number: Number, text: str, lang: Lang) -> Number:
    """Take in the scale word behind a figure: `1.2 million`, `1.2万`, `1亿2000万`."""
    if len(number.values) != 1:
        return number
    if lang == "en":
        found = _EN_SCALE.match(text, number.end)
        scale = _product(found.group(1).lower().split()) if found else 0
        return replace(number, end=found.end(), values=(number.values[0] * scale,)) if found else number
    total, end, last = Fraction(0), number.end, Fraction(10**30)
    value = number.values[0]
    while (found := _ZH_SCALE.match(text, end)) and numerals.han_value(found.group(1)) < last:
        last = Fraction(numerals.han_value(found.group(1)))
        total, end = total + value * last, found.end()
        more = re.compile(r"\d+(?:\.\d+)?").match(text, end)
        if not more or _fraction(more.group()) >= last:
            return replace(number, end=end, values=(total,))
        value = _fraction(more.group())
        end = more.end()
        if not _ZH_SCALE.match(text, end):
            return replace(number, end=end, values=(total + value,), parts=(total, value))
    return number if not total else replace(number, end=end, values=(total,))


def _product(words: list[str]) -> int:
    product = 1
    for word in words:
        product *= _SCALE_WORDS[word]
    return product


def _contextual(number: Number, text: str, lang: Lang) -> Number:
    """Add the readings that the words around a figure allow: percent, afternoon, decade, multiple, time."""
    before, after = text[max(0, number.start - 12) : number.start], text[number.end : number.end + 24]
    value = number.values[0] if number.values else None
    if value is None:
        return number
    more: list[Fraction] = []
    if _PERCENT.match(after):
        more.append(value / 100)
    if value < 12 and (_PM_AFTER.match(after) or _PM_BEFORE.search(before)):
        more.append(value + 12)
    if value < 100 and (year := _OLD_YEAR.search(before)):
        more.append(Fraction(int(year.group(1)) // 100 * 100) + value)
    number = replace(number, values=(*number.values, *more), duration=_duration(value, after, lang))
    if not text[: number.start].strip(" (（第") and _LIST_NUMBER.match(after):
        number = replace(number, written="hint")
    return _chinese_context(number, before, after) if lang == "zh" else _english_context(number, before, after)


def _english_context(number: Number, before: str, after: str) -> Number:
    value = number.values[0]
    if re.match(r"(?:st|nd|rd|th)?[ -]centur", after):
        return replace(number, values=(*number.values, 100 * value - 100))
    if value == 0 and re.search(r"\d:$", before):
        return replace(number, written="hint")
    if value < 100 and re.match(r"['’]?s\b", after):
        return replace(number, values=(value, value + 9, value + 10, 1900 + value))
    if re.match(r"[ -]?(?:kb|kilobases?)\b", after):
        return replace(number, values=(*number.values, 1000 * value))
    return number


def _chinese_context(number: Number, before: str, after: str) -> Number:
    value = number.values[0]
    if found := _CENTURY_DECADE.match(after):
        return _century(number, found)
    if _AND_HALF.match(after):
        duration = number.duration or _duration(value + Fraction(1, 2), after.replace("个半", "个", 1), "zh")
        return replace(number, values=(value + Fraction(1, 2), value), duration=duration)
    if value < 100 and re.match(r"\s?年代", after):
        return replace(number, values=(value, 1900 + value, 2000 + value))
    if value == 0 and re.search(r"\d:$", before):
        return replace(number, written="hint")
    if re.match(r"\s?[多余]?\s?倍", after) and _RAISED.search(before):
        return replace(number, values=(*number.values, value + 1))
    if re.match(r"\s?年", after) and "民国" in before:
        return replace(number, values=(value, value + _REPUBLIC))
    if found := _PER_UNIT.match(after):
        above = _fraction(found.group(1))
        values = (above / value, above) if value else (above,)
        return replace(number, end=number.end + found.end(), values=values, parts=(value, above))
    if re.match(r"成(?![年分功人立为长])", after):
        return replace(number, values=(value, 10 * value))
    return number


def _century(number: Number, found: re.Match[str]) -> Number:
    century = number.values[0]
    decade = found.group(1)
    if not decade:
        return replace(number, values=(century, 100 * century - 100))
    years = int(decade) if decade.isdigit() else numerals.han_value(decade)
    whole = 100 * century - 100 + years
    return replace(number, end=number.end + found.end(1), values=(whole,), parts=(century, Fraction(years)))


# --- time ----------------------------------------------------------------------------------------------------

_EN_TIME = re.compile(
    r"[ -]?(?:(y|yrs?|years?)|(mo|months?)|(wks?|weeks?)|(d|days?)|(h|hrs?|hours?)|(mins?|minutes?))\b", re.IGNORECASE
)
_ZH_TIME = re.compile(
    r"\s?[多余]?\s?个?\s?(?:(年(?![级代份])|岁|周岁)|((?<=个)月)|(周|星期|礼拜)|(天|日)|(小时|钟头|h\b)|(分钟|min\b))(半)?"
)
_TIMES = (("months", 12), ("months", 1), ("minutes", 10080), ("minutes", 1440), ("minutes", 60), ("minutes", 1))


def _duration(value: Fraction, after: str, lang: Lang) -> tuple[str, Fraction] | None:
    """Return the length of time that a value and the unit behind it amount to; a year such as 2019 is none."""
    found = (_EN_TIME if lang == "en" else _ZH_TIME).match(after)
    if not found or value > 1000:
        return None
    index = next(i for i in range(6) if found.group(i + 1))
    half = Fraction(1, 2) if lang == "zh" and found.group(7) else 0
    unit, size = _TIMES[index]
    return unit, (value + half) * size


# --- Chinese words -------------------------------------------------------------------------------------------

_HN = f"[{numerals.HAN_NUMERALS}]"
_NO_NUMBERS = re.compile(
    "一(?:般|些|定|样|致|起|直|旦|切|律|系列|方面|边|向|贯|概|再|味|度|经|时|并)|(?<=[统同单唯之万进均划])一(?!般)|十分|千万(?=不|要|别)"
    "|万一|百分[点比率]|千(?=[克米卡瓦帕焦伏赫])|三叉|四肢|五官|百科|万能|千古|陆"
)
_HAN_PER = re.compile(rf"({_HN}+)分之({_HN}+)(?:[点‧·.]({_HN}+))?")
_HAN_DECIMAL = re.compile(rf"({_HN}+)[点‧·.]([〇零一二三四五六七八九]+)")
_HAN_NUMBER = re.compile(rf"{_HN}+")
_MEASURE = re.compile(
    "个|名|例|位|种|项|组|次|年|岁|月|周|天|日|小时|分钟|类|型|期|级|篇|条|家|所|倍|只|支|片|处|章|节|届|类|度|款|人|名|批|套|轮|阶段|大类|代|点"
)
_AND_HALF = re.compile("[年岁天倍周]半|个半|个?小时半")
_REPUBLIC = 1911
_VAGUE = re.compile("[数几上成多]$")
_HALF = re.compile("半(?:(年|个?月|小时|天|日)|数)?")
_ZH_HINTS = re.compile(
    "(双|两|对|俩|二元|翻倍|加倍|成倍|倍增|翻番)|(首|初|头|单|独|每|各|某|另|元月|正月|唯)|(全部|全数|全体|所有|完全)|(无|未|没|零)|(午夜|零点)|(全天候|昼夜)"
)
_HINT_VALUES = ((2,), (1,), (100,), (0,), (0, 12, 24), (24, 7))


def _chinese_words(canvas: _Canvas) -> Iterator[Number]:
    for pattern, number_of in ((_HAN_PER, _han_fraction), (_HAN_DECIMAL, _han_decimal)):
        for found in canvas.each(pattern):
            yield number_of(found)
            canvas.paint(*found.span())
    for found in canvas.each(_NO_NUMBERS):
        canvas.paint(*found.span())
    for found in canvas.each(_HAN_NUMBER):
        yield _han_number(found, canvas.left)
    for found in canvas.each(_HALF):
        yield _han_half(found, canvas.left)
    for found in canvas.each(_ZH_HINTS):
        values = _HINT_VALUES[(found.lastindex or 1) - 1]
        yield Number(*found.span(), tuple(map(Fraction, values)), written="hint")


def _han_decimal(found: re.Match[str]) -> Number:
    whole, part = found.groups()
    value = Fraction(f"{numerals.han_value(whole)}.{numerals.han_value(part):0{len(part)}}")
    return Number(*found.span(), (value, *map(Fraction, numerals.han_readings(whole))), written="word")


def _han_fraction(found: re.Match[str]) -> Number:
    below, above = (Fraction(numerals.han_value(found.group(i))) for i in (1, 2))
    if found.group(3):
        above += Fraction(f"0.{numerals.han_value(found.group(3)):0{len(found.group(3))}}")
    value = above / below if below else above
    values = (above, value) if below in (100, 1000, 10000) else (value, 100 * value)
    return Number(*found.span(), values, (below, above), written="word")


def _han_number(found: re.Match[str], text: str) -> Number:
    readings = tuple(map(Fraction, numerals.han_readings(found.group())))
    after, before = text[found.end() : found.end() + 8], text[max(0, found.start() - 8) : found.start()]
    sure = readings[0] >= 2 and (_MEASURE.match(after) or before.endswith("第")) and not _VAGUE.search(before)
    duration = _duration(readings[0], after, "zh")
    if re.match("[多余]?倍", after) and _RAISED.search(before):
        readings = (*readings, readings[0] + 1)
    if after.startswith("成") and readings[0] < 10:
        readings = (*readings, 10 * readings[0])
    if re.match("[点时]", after) and readings[0] < 12 and _PM_BEFORE.search(before):
        readings = (*readings, readings[0] + 12)
    if after.startswith("年") and "民国" in text:
        readings = (*readings, readings[0] + _REPUBLIC)
    if after.startswith("年代"):
        readings = (*readings, 1900 + readings[0], 2000 + readings[0])
    if _AND_HALF.match(after):
        duration = duration or _duration(readings[0] + Fraction(1, 2), after.replace("个半", "个", 1), "zh")
        readings = (readings[0] + Fraction(1, 2), *readings)
    return Number(*found.span(), readings, written="word" if sure else "hint", duration=duration)


def _han_half(found: re.Match[str], text: str) -> Number:
    half = Fraction(1, 2)
    unit = found.group(1) or ""
    duration = _duration(half, unit if unit != "月" else "个月", "zh") if unit else None
    return Number(*found.span(), (half, Fraction(50), Fraction(30)), written="hint", duration=duration)


# --- English words -------------------------------------------------------------------------------------------

_SCALE = "|".join(numerals.SCALES)
_COUNTED = rf"(?:{'|'.join(sorted(numerals.CARDINALS, key=len)[::-1])}|{_SCALE})(?!s\b)"
_RANKED_OR_PART = "|".join(sorted({*numerals.ORDINALS, *numerals.DENOMINATORS}, key=len)[::-1])
_EN_RUN = re.compile(
    rf"\b(?:(?:(?:an?|half an?)[ -](?={_SCALE}))?{_COUNTED}(?:(?:-| | and ){_COUNTED})*(?:(?:-| )(?:{_RANKED_OR_PART}))?"
    rf"|{_RANKED_OR_PART})(?P<half> and a half)?(?P<fold>-?fold)?\b",
    re.IGNORECASE,
)
_EN_HINTS = {
    "a an per each every any one once single sole unique primary mono initial monthly daily weekly yearly annual "
    "annually another unilateral qd": (1,),
    "both twice double doubled doubles doubling pair pairs paired couple dual two secondary bilateral bid duplicate "
    "binary second-line either biweekly": (2,),
    "thrice triple tripled triples triplicate tertiary tid trio threefold tertile tertiles": (3,),
    "quadruple quadrupled qid quartile quartiles": (4,),
    "quintuple quintile quintiles": (5,),
    "decade decades decile": (10,),
    "dozen dozens": (12,),
    "fortnight": (2, 14),
    "century centuries centennial centenary": (100,),
    "bicentennial bicentenary": (200,),
    "no none nil null without not never": (0,),
    "midnight": (0, 24, 12),
    "noon": (12,),
    "all complete completely entire entirely fully": (100,),
    "half halved halves halving semi hemi": (Fraction(1, 2), 50, 30),
    "quarter quarterly": (Fraction(1, 4), 25, 15, 3),
}
_EN_HINT_VALUES = {word: tuple(map(Fraction, values)) for words, values in _EN_HINTS.items() for word in words.split()}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)$"
)
_BEFORE_MONTH = re.compile(
    r"\d(?:st|nd|rd|th)?(?: of)? $|\b(?:in|of|by|since|until|till|early|late|mid|from|to|through|and|last|next)[ -]$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+")


def _english_words(canvas: _Canvas) -> Iterator[Number]:
    for found in list(canvas.each(_EN_RUN)):
        yield _english_run(found, canvas.left)
        canvas.paint(*found.span())
    for found in canvas.each(_WORD):
        word = found.group().lower()
        if word in _EN_HINT_VALUES:
            duration = _duration(_EN_HINT_VALUES[word][0], canvas.left[found.end() : found.end() + 12], "en")
            if word.startswith("decade"):
                duration = ("months", Fraction(120))
            yield Number(*found.span(), _EN_HINT_VALUES[word], written="hint", duration=duration)
        elif _MONTH.match(word):
            value = Fraction(_MONTHS.index(word[:3]) + 1)
            yield Number(*found.span(), (value,), written="figure" if _is_date(found, canvas.plain) else "hint")


def _is_date(found: re.Match[str], text: str) -> bool:
    """Whether the name of a month stands in a date, and is not the verb may or a woman called April."""
    if not found.group()[0].isupper():
        return False
    before, after = text[max(0, found.start() - 9) : found.start()], text[found.end() : found.end() + 8]
    return bool(_BEFORE_MONTH.search(before) or re.match(r"\.?,? \d", after))


def _english_run(found: re.Match[str], text: str) -> Number:
    words = [w for w in re.findall(r"[a-z]+", found.group().lower()) if w not in ("and", "fold")]
    if found.group("half"):
        words = words[:-2]
    times = Fraction(1, 2) if words[0] == "half" and len(words) > 1 else Fraction(1)
    words = words[1:] if times != 1 else words
    readings = [value * times for value in numerals.english_readings(words)]
    if found.group("half"):
        readings.insert(0, readings[0] + Fraction(1, 2))
    parts = [v for w in words for v in numerals.english_readings([w])]
    readings += [100 * v for v in readings if 0 < v < 1]
    after = text[found.end() : found.end() + 16]
    counted = len(words) > 1 and readings[0] < 1 or (readings[0] >= 2 and words[-1] in numerals.CARDINALS)
    counted = counted or (len(words) > 1 and words[-1] in numerals.SCALES)
    values = tuple(dict.fromkeys((*readings, *parts)))
    duration = _duration(readings[0], re.sub(r"^[ -](?:of )?an?\b", "", after), "en")
    return Number(*found.span(), values, written="word" if counted else "hint", duration=duration)


# --- Roman numerals ------------------------------------------------------------------------------------------

_ROMAN = re.compile(
    rf"(?<![{_L}\d.])(?:([IVX]{{1,6}})[abcABC]?\d?|(?<=[(（])([ivx]{{1,4}})(?=[)）]))(?![{_L}\d])|([Ⅰ-Ⅻⅰ-ⅻ])"
)
_RANKED = re.compile(
    r"(?:stages?|phases?|types?|grades?|class|classes|group|level|factor|category|tier|War|and|or|to)[ -]$",
    re.IGNORECASE,
)
_RANKS = re.compile("\\s?[期级型类组度]|因子")


def _romans(canvas: _Canvas) -> Iterator[Number]:
    for found in canvas.each(_ROMAN):
        letters, small, sign = found.groups()
        value = _sign_value(sign) if sign else numerals.roman_value((letters or small).upper())
        if value is None:
            continue
        before, after = canvas.plain[max(0, found.start() - 12) : found.start()], canvas.plain[found.end() :][:4]
        sure = value >= 2 and not small and bool(sign or _RANKED.search(before) or _RANKS.match(after))
        yield Number(*found.span(), (Fraction(value),), written="word" if sure else "hint")


def _sign_value(sign: str) -> int:
    return (ord(sign) - ord("Ⅰ")) % 16 + 1


# --- ranges --------------------------------------------------------------------------------------------------

_RANGE = re.compile(r"\s?(?:%|percent)?\s?(?:-|–|—|~|～|至|到|或|、|to|or|and)\s?", re.IGNORECASE)
_TIMES_SIGN = re.compile(r"\s?[×xX*]\s?")
_SCALE_END = re.compile(r"(?:million|billion|thousand|hundred|trillion|[千万亿萬億])$", re.IGNORECASE)


def _with_ranges(found: list[Number], text: str) -> Iterator[Number]:
    """Let the first number of a range share the scale of the second: `5–10万` is 50,000 to 100,000."""
    figures = sorted((n for n in found if n.written == "figure"), key=lambda n: n.start)
    following = dict(zip(figures, figures[1:], strict=False))
    for number in found:
        after = following.get(number)
        if after and number.values and after.values and _RANGE.fullmatch(text, number.end, after.start):
            written = text[after.start : after.end]
            bare = re.match(r"[\d.,]+", written)
            if bare and (_SCALE_END.search(written) or 1000 * after.values[0] in after.values):
                scale = after.values[-1] / (_fraction(bare.group().replace(",", "")) or 1)
                number = replace(number, values=(*number.values, number.values[0] * scale))
        if after and number.values and len(after.parts) == 2 and _TIMES_SIGN.fullmatch(text, number.end, after.start):
            number = replace(number, values=(*number.values, number.values[0] * after.values[0]))
        yield number
