"""Numbers, and what goes with them: a digit changed, a limit turned round, a unit scaled, bounds that no longer fit.

The tables hold what is common in medical text and nothing that any rule is known to miss or find. A number is only
changed where the source has the same one, so that what was written is not the source's.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable, Mapping

from _plants import Damage, Plant, Sentence, found, written
from aligner.model import Lang

_NEAR = 30
_FIGURE = re.compile(r"(?<![\w.,/^×(（-])(?!\d{1,2}[)）、])\d+(?:[.,]\d+)*(?![\w^]|[.,]?\d|-?[A-Za-z])", re.ASCII)
_DECIMAL = re.compile(r"(?<![\w.,-])\d+\.\d+(?![\w.]|,\d)", re.ASCII)
_LONG = re.compile(r"(?<![\w.,/-])[1-9]\d{1,3}(?![\w.]|,\d|年|\s年)", re.ASCII)


def _figure(pattern: re.Pattern[str], sentence: Sentence, chance: random.Random) -> re.Match[str] | None:
    """Return a figure of the target that stands as often in the source: the copies that Chinese adds mean nothing."""
    places = [place for place in pattern.finditer(sentence.target) if _copied(place.group(), sentence)]
    return chance.choice(places) if places else None


def _alone(figure: str) -> str:
    return rf"(?<![\d.,]){re.escape(figure)}(?![.,]?\d)"


def _copied(figure: str, sentence: Sentence) -> bool:
    counts = [len(re.findall(_alone(figure), text)) for text in (sentence.source, sentence.target)]
    return counts == [1, 1]


def _other(sentence: Sentence, place: re.Match[str], figure: str) -> Damage:
    """Write another figure; the error concerns the source's as well."""
    there = re.search(_alone(place.group()), sentence.source)
    return written(sentence, *place.span(), figure, there.span() if there else None)


def _digit_changed(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = _figure(_FIGURE, sentence, chance)
    if place is None:
        return None
    at = chance.choice([k for k, char in enumerate(place.group()) if char.isdigit()])
    others = [d for d in "123456789" if d != place.group()[at]]
    figure = place.group()[:at] + chance.choice(others) + place.group()[at + 1 :]
    return _other(sentence, place, figure)


def _digit_dropped(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = _figure(_LONG, sentence, chance)
    return _other(sentence, place, place.group()[:-1]) if place else None


def _nought_added(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = _figure(_LONG, sentence, chance)
    return _other(sentence, place, place.group() + "0") if place else None


def _point_lost(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = _figure(_DECIMAL, sentence, chance)
    return _other(sentence, place, place.group().replace(".", "").lstrip("0") or "0") if place else None


_DATE = re.compile(r"\d{1,2} [A-Z][a-z]{2,} \d{4}|\d{1,2}, \d{4}")
"""Its day and year: *2019 March 9* is only an odd way to write it."""


def _exchanged(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Exchange two figures that stand near each other."""
    places = [place for place in _FIGURE.finditer(sentence.target) if _copied(place.group(), sentence)]
    near = [
        (a, b) for a, b in itertools.pairwise(places)
        if b.start() - a.end() <= _NEAR and a.group() != b.group()
        and not _DATE.fullmatch(sentence.target, a.start(), b.end())
    ]  # fmt: skip
    if not near:
        return None
    a, b = chance.choice(near)
    text = b.group() + sentence.target[a.end() : b.start()] + a.group()
    return written(sentence, a.start(), b.end(), text)


_EN_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ZH_WORDS = ("二", "三", "四", "五", "六", "七", "八", "九", "十")
_EN_WORD = re.compile(rf"(?<!-)\b(?:{'|'.join(_EN_WORDS)})\b(?!-)", re.IGNORECASE)
_ZH_WORD = re.compile(
    rf"(?<![{''.join(_ZH_WORDS)}第百千万分之一两])[{''.join(_ZH_WORDS[1:])}](?=[例名位种项组次年天周岁倍类]|个)"
)


def _word_changed(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Change a number word whose value the source has as a word as well."""
    pattern, words, others = (
        (_EN_WORD, _EN_WORDS, _ZH_WORDS) if sentence.target_lang == "en" else (_ZH_WORD, _ZH_WORDS, _EN_WORDS)
    )
    places = []
    for place in pattern.finditer(sentence.target):
        other = others[words.index(place.group().lower())]
        if len(re.findall(rf"(?i)\b{other}\b" if sentence.lang == "en" else other, sentence.source)) == 1:
            places.append(place)
    if not places:
        return None
    place = chance.choice(places)
    new = chance.choice([word for word in words if word != place.group().lower() and word != "二"])
    return written(sentence, *place.span(), new.capitalize() if place.group()[0].isupper() else new)


_REVERSED: Mapping[Lang, Mapping[str, str]] = {
    "en": {
        "at least": "at most", "at most": "at least", "more than": "less than", "less than": "more than",
        "no more than": "no less than", "greater than": "less than", "fewer than": "more than", "or less": "or more",
        "higher than": "lower than", "lower than": "higher than", "or older": "or younger", "or more": "or less",
        "or younger": "or older", "and above": "and below", "older than": "younger than",
    },
    "zh": {
        "至少": "至多", "超过": "不到", "不超过": "不低于", "不足": "超过", "不到": "超过", "大于": "小于",
        "小于": "大于", "高于": "低于", "低于": "高于", "少于": "多于", "多于": "少于", "不少于": "不多于",
        "以上": "以下", "以下": "以上",
    },
}  # fmt: skip
_SIGNS = {"<": ">", ">": "<", "＜": "＞", "＞": "＜", "≤": "≥", "≥": "≤"}
_STRICT = {"<": "≤", ">": "≥", "＜": "≤", "＞": "≥", "≤": "<", "≥": ">"}
_BARE_SIGN = re.compile(r"[<>＜＞≤≥](?=\s?\d)")
_LIMIT_SAID = re.compile(
    r"[<>＜＞≤≥]|\b(?:at least|at most|no (?:more|less|fewer) than)\b|至[少多]|不[超少低高]|及以[上下]"
)


_BESIDE: Mapping[Lang, str] = {
    "en": r"(?i)(?<!no )(?<!not )\b(?P<before>{0})\b(?=\s?\d)|\d(?:[- ][a-z]+){{0,2}} (?=or|and)(?P<after>{0})\b",
    "zh": r"(?<![不未没])(?P<before>{0})(?=\s?\d)|\d\s?[^\W\d]{{0,4}}?(?P<after>以上|以下)(?![所述])",
}


def _turned(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Turn round a word that compares with a figure."""
    table = _REVERSED[sentence.target_lang]
    words = "|".join(sorted(table, key=len, reverse=True))
    place = found(_BESIDE[sentence.target_lang].format(words), sentence.target, chance)
    if place is None:
        return None
    group = "before" if place["before"] else "after"
    other = table[place[group].lower()]
    return written(sentence, *place.span(group), other.capitalize() if place[group][0].isupper() else other)


def _sign_turned(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = found(_BARE_SIGN, sentence.target, chance)
    return written(sentence, *place.span(), _SIGNS[place.group()]) if place else None


def _strictness(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Include a limit that was excluded, or the reverse, where the source has a sign as well."""
    place = found(_BARE_SIGN, sentence.target, chance)
    if place is None or place.group() not in sentence.source.replace("＜", "<＜").replace("＞", ">＞"):
        return None
    return written(sentence, *place.span(), _STRICT[place.group()])


def _limit_lost(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Leave out a sign or words that compare with a figure, where the source has such as well."""
    words = r"[<>＜＞≤≥]\s?|\b(?:at least|at most|no (?:more|less|fewer) than) |至[少多]|不超过|不少于|不低于|不高于"
    place = found(rf"(?i)(?:{words})(?=\d)", sentence.target, chance)
    if place is None or not _LIMIT_SAID.search(sentence.source):
        return None
    return written(sentence, *place.span(), "")


def _minus_lost(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = found(r"(?<=[ (（:：=,，至~～])[-−–](?=\d)(?<![\d）)] -)(?<!\d-)", sentence.target, chance)
    return written(sentence, *place.span(), "") if place and re.search(r"(?<![\w-])[-−–]\d", sentence.source) else None


def _spread_lost(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = found(r"\s?±\s?", sentence.target, chance)
    return written(sentence, *place.span(), chance.choice("+-/")) if place else None


_UNITS: Mapping[Lang, Mapping[str, str]] = {
    "en": {
        "mg": "g", "g": "mg", "μg": "mg", "µg": "mg", "kg": "g", "mL": "L", "ml": "l", "L": "mL", "cm": "mm",
        "mm": "cm", "km": "m", "m": "km", "nm": "μm", "μm": "nm", "hours": "minutes", "hour": "minute",
        "days": "weeks", "day": "week", "weeks": "months", "week": "month", "months": "weeks", "month": "week",
        "years": "months", "year": "month", "minutes": "hours", "seconds": "minutes", "meters": "centimeters",
        "metres": "centimetres", "%": "‰", "mmol": "μmol", "mg/L": "g/L", "kilometers": "meters", "miles": "feet",
        "mmHg": "kPa", "kDa": "Da",
    },
    "zh": {
        "毫克": "克", "微克": "毫克", "千克": "克", "毫升": "升", "厘米": "毫米", "毫米": "厘米", "公里": "米",
        "米": "厘米", "小时": "分钟", "分钟": "小时", "天": "周", "周": "个月", "个月": "周", "年": "个月",
        "岁": "个月", "秒": "分钟", "%": "‰", "mg": "μg", "g": "mg", "kg": "g", "mL": "L", "ml": "l", "L": "mL",
        "cm": "mm", "mm": "cm", "km": "m", "nm": "μm", "μm": "nm", "纳米": "微米", "微米": "纳米", "英里": "英尺",
        "摄氏度": "华氏度",
    },
}  # fmt: skip
_LOSABLE = "mg|μg|µg|kg|mL|ml|cm|mm|km|nm|μm|mmHg|°C|℃|%|毫克|微克|千克|毫升|厘米|毫米|公里|纳米"


def _unit_at(names: str, sentence: Sentence, chance: random.Random) -> re.Match[str] | None:
    """Return a unit behind a figure that both sides have once, and that is no year, no date and no name."""
    behind = r"(?![A-Za-z/·^²³-])(?![级代份龄]|\s?\d{1,2}\s?月)"
    pattern = re.compile(rf"(?<![\d.,/])(?<![\dA-Za-z][-–])(?P<figure>\d+(?:\.\d+)?)[ -]?(?P<unit>{names}){behind}")
    places = [place for place in pattern.finditer(sentence.target) if _has_unit(place["figure"], sentence)]
    return chance.choice(places) if places else None


def _has_unit(figure: str, sentence: Sentence) -> bool:
    """Whether the source has the figure once, with something behind it that may be its unit, and it is no year."""
    return (
        _copied(figure, sentence)
        and float(figure) < 1000
        and bool(
            re.search(
                _alone(figure) + r"[ -]?(?:[A-Za-zμµ%℃°]|[个岁年月周天日小分秒毫微千公厘纳克升米英摄])", sentence.source
            )
        )
    )


def _unit_changed(sentence: Sentence, chance: random.Random) -> Damage | None:
    table = _UNITS[sentence.target_lang]
    place = _unit_at("|".join(map(re.escape, sorted(table, key=len, reverse=True))), sentence, chance)
    return written(sentence, *place.span("unit"), table[place["unit"]]) if place else None


def _unit_lost(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = _unit_at(_LOSABLE, sentence, chance)
    if place is None or re.match(
        r"\W*(?:[-–~～至到对比和与及或]|to|or|and|vs|versus|95% CI)?\W*\d", sentence.target[place.end() :]
    ):
        return None  # the unit of a list or range may stand once
    return written(sentence, *place.span(), place["figure"])


_BOUNDS = re.compile(
    r"(?:CI|置信区间|可信区间)\s?[)）]?\s?[:：=,，]?\s?[\[(（]?\s?(\d+\.?\d*)\s?%?\s?(?:[-–~～,，]|to|至)\s?(\d+\.?\d*)"
)


def _bounds_swapped(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = found(_BOUNDS, sentence.target, chance)
    if place is None:
        return None
    between = sentence.target[place.end(1) : place.start(2)]
    return written(sentence, place.start(1), place.end(2), place[2] + between + place[1])


_SHARE = re.compile(
    r"\d[\d,]*\s?/\s?\d[\d,]*\s?[(,，（]\s?(\d+\.?\d*)\s?%|(\d+\.?\d*)\s?%\s?[(（]\s?\d[\d,]*\s?/\s?\d[\d,]*"
)


def _shares_swapped(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Exchange the percentages of two counts."""
    places = [place.span(place.lastindex or 0) for place in _SHARE.finditer(sentence.target)]
    if len(places) < 2:
        return None
    (start, mid), (resume, end) = sorted(chance.sample(places, 2))
    target = sentence.target
    if target[start:mid] == target[resume:end]:
        return None
    text = target[resume:end] + target[mid:resume] + target[start:mid]
    return written(sentence, start, end, text)


def _plant(kind: str, rules: str, damage: Callable[[Sentence, random.Random], Damage | None]) -> Plant:
    return Plant(kind, tuple(rules.split()), damage)


PLANTS = (
    _plant("digit changed", "numbers", _digit_changed),
    _plant("digit dropped", "numbers", _digit_dropped),
    _plant("nought added", "numbers", _nought_added),
    _plant("decimal point lost", "numbers", _point_lost),
    _plant("two figures exchanged", "numbers units", _exchanged),
    _plant("number word changed", "numbers", _word_changed),
    _plant("comparison turned", "inequality", _turned),
    _plant("inequality sign turned", "inequality", _sign_turned),
    _plant("limit included or not", "inequality", _strictness),
    _plant("limit lost", "inequality", _limit_lost),
    _plant("minus sign lost", "sign", _minus_lost),
    _plant("plus-minus changed", "sign", _spread_lost),
    _plant("unit changed", "units", _unit_changed),
    _plant("unit lost", "units", _unit_lost),
    _plant("bounds swapped", "statistics numbers", _bounds_swapped),
    _plant("percentages exchanged", "statistics", _shares_swapped),
)
