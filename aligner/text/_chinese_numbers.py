"""Numbers written in Chinese words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from aligner.text import numerals
from aligner.text._number import AND_HALF, PM_BEFORE, RAISED, REPUBLIC, Canvas, Number, amount_of

_HN = f"[{numerals.HAN_NUMERALS}]"
_NO_NUMBERS = re.compile(
    "一(?:(?=半|氧化|水合|硝基|氯甲)|般|些|过性|定|样|致|起|直|旦|切|律|共|系列|方面|边|向|贯|概|再|味|度|经|时|并)|(?<=[统同单唯万进均划这那此某])一(?!般)|(?<!条)之一"
    r"|(?<![\d每第首])[一1]次(?=\s?(?:[\d\0]|[一二两三半]\s?[片粒袋支滴喷勺丸]))"  # of each dose: 一次0.5 g，一日1次
    r"|十分(?![钟贝之])|千万(?=不|要|别)|万一|百分[点比率]|千(?=[克米卡瓦帕焦伏赫])|三叉|五官|百科|万能|千古|陆"
)
_HAN_PER = re.compile(rf"({_HN}+)分之({_HN}+)(?:[点‧·.]({_HN}+))?")
_HAN_DECIMAL = re.compile(rf"({_HN}+)[点‧·.]([〇零一二三四五六七八九]+)")
_HAN_NUMBER = re.compile(rf"{_HN}+")
_MEASURE = re.compile(
    "[个名例位种项组次年岁月周天日类型期级篇条家所倍只支片处章节届度款人批套轮代点家]|大(?=[类指洲种])|小时|分钟|阶段|大类"
)
_SINCE = 60  # from then on the Republic's years are written without its name: 一百零四年六月 is June 2015
_VAGUE = re.compile("[数几上成多]$")
_HALF = re.compile("半(?:(年|个?月|小时|天|日)|数)?")
_ZH_HINTS = re.compile(
    r"(双|早[、，]?晚|两|(?<=[\d一二三四五六七八九十两数几])对|俩|二元|翻倍|加倍|成倍|倍增|翻番)|(首|初|头|单|独|每|各|某|另|元月|正月|唯)|(全部|全数|全体|所有|完全)"
    "|(午夜|零点)|(无|未|没|零)|(全天候|昼夜)"
)
_HINT_VALUES = ((2,), (1,), (100,), (0, 12, 24), (0,), (24, 7))


def chinese_numbers(canvas: Canvas) -> Iterator[Number]:
    """Yield the numbers written in Chinese words, and what may stand for one, such as 双 for 2."""
    for pattern, number_of in ((_HAN_PER, _han_fraction), (_HAN_DECIMAL, _han_decimal)):
        found = list(canvas.each(pattern))
        yield from map(number_of, found)
        canvas.paint(match.span() for match in found)
    canvas.paint([match.span() for match in canvas.each(_NO_NUMBERS)])
    republican = "民国" in canvas.plain
    yield from (_han_number(match, canvas.left, republican=republican) for match in canvas.each(_HAN_NUMBER))
    yield from map(_han_half, canvas.each(_HALF))
    for match in canvas.each(_ZH_HINTS):
        values = _HINT_VALUES[(match.lastindex or 1) - 1]
        yield Number(*match.span(), tuple(map(Fraction, values)), written="hint")


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
    amount = amount_of(above, "%", "zh") if below == 100 else None
    return Number(*found.span(), values, (below, above), written="word", amount=amount)


def _han_number(found: re.Match[str], text: str, *, republican: bool) -> Number:
    after, before = text[found.end() : found.end() + 8], text[max(0, found.start() - 8) : found.start()]
    readings = tuple(map(Fraction, numerals.han_readings(found.group())))
    value = readings[0]
    sure = value > 1 and (_MEASURE.match(after) or before.endswith("第")) and not _VAGUE.search(before)
    time = amount_of(value, after, "zh")
    if AND_HALF.match(after):
        whole = value + Fraction(1, 2)
        readings, time = (whole, *readings), time or amount_of(whole, after.replace("个半", "个", 1), "zh")
    readings += tuple(_further(value, before, after, republican=republican))
    return Number(*found.span(), readings, written="word" if sure else "hint", amount=time)


def _further(value: Fraction, before: str, after: str, *, republican: bool) -> Iterator[Fraction]:
    """Yield what a numeral amounts to by the words beside it: 增加一倍, 七成, 下午三点, 民国三十八年, 九十年代."""
    if value in (10, 20) and re.match("[几多余来]", after):  # 十多: how Chinese says a dozen
        yield value * 12 / 10
    if re.match("[多余]?倍", after) and RAISED.search(before):
        yield value + 1
    if after.startswith("成") and value < 10:
        yield 10 * value
    if re.match("[点时]", after) and value < 12 and PM_BEFORE.search(before):
        yield value + 12
    if after.startswith("年") and (republican or (value > _SINCE and re.match(rf"年{_HN}{{1,3}}月", after))):
        yield value + REPUBLIC
    if after.startswith("世纪"):
        yield 100 * value - 100
    if after.startswith("年代"):
        yield from (1900 + value, 2000 + value)


def _han_half(found: re.Match[str]) -> Number:
    """Read 半: a half, 50 percent, or the half of an hour."""
    unit = found.group(1) or ""
    time = amount_of(Fraction(1, 2), "个月" if unit == "月" else unit, "zh")
    return Number(*found.span(), (Fraction(1, 2), Fraction(50), Fraction(30)), written="hint", amount=time)
