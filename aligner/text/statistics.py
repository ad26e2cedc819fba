"""Statistics that do not fit together within one text: intervals, shares and P values.

Only what a sentence settles by itself is a fault; where figures may belong to other things, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from aligner.text.numbers import Canvas
from aligner.text.units import unit_at


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not fit: its kind, where it stands, why, and the values concerned in order.

    `mended` is the same text as it would fit, where that is plain. The second value of a P value's fault is 1 where P
    is below 0.05.
    """

    kind: str
    start: int
    end: int
    why: str
    values: tuple[Fraction, ...]
    mended: str | None = None


_N = r"\d+(?:,\d{3})*(?:\.\d+)?|\.\d+"
_TO = r"\s?%?\s?(?:-|–|—|~|～|至|到|to|,|，|;|；|、|and)\s?"
_NAMES = r"(?:CIs?|CrI|(?:confidence|credible) intervals?|置信区间|可信区间)\s?\)?"
_OPENS = r"[\s:：=,，为是\[({]*(?:of |from |was )?"
_BOUNDS = rf"(?P<low>[-−]?(?:{_N})){_TO}(?P<high>[-−]?(?:{_N}))(?![\d.])"
_INTERVAL = re.compile(rf"{_NAMES}{_OPENS}(?P<both>{_BOUNDS})", re.IGNORECASE)
_SPREAD = re.compile(rf"(?:\brange|\bIQR|范围|四分位数?间?距?){_OPENS}(?P<both>{_BOUNDS})", re.IGNORECASE)
_ESTIMATE = re.compile(
    rf"(?P<named>[A-Za-z]*)\s?[=:,]?\s?(?P<value>(?<![\d.,])[-−]?(?:{_N}))(?P<unit>[^\d]{{0,14}}?)[\s,;，；:(\[]*9[059]\s?%\s?$"
)
_NO_ESTIMATE = re.compile(r"(?:p|n|t|z|f|q|i|df|vs|and|in)", re.IGNORECASE)


def faults(text: str) -> tuple[Fault, ...]:
    """Return what does not fit in a text of either language, in order.

    >>> [fault.why for fault in faults("OR 2.5 (95% CI 3.1-4.0); 45/120 (73.5%)")]
    ['2.5 lies outside its interval, 3.1 to 4.0', '45 of 120 is 37.5%, not 73.5%']
    """
    plain = Canvas(text).plain
    found = [*_bounds(plain), *_estimates(plain), *_shares(plain), *_significance(plain)]
    return tuple(sorted(found, key=lambda fault: fault.start))


def _value(figure: str) -> Fraction:
    return Fraction(figure.replace(",", "").replace("−", "-"))


def _bounds(plain: str) -> Iterator[Fault]:
    """Yield intervals whose bounds stand in the wrong order; two negative ones may be told by their size."""
    for found in (*_INTERVAL.finditer(plain), *_SPREAD.finditer(plain)):
        low, high = _value(found["low"]), _value(found["high"])
        if low > high and low > 0:
            turned = found["high"] + plain[found.end("low") : found.start("high")] + found["low"]
            why = f"the bounds {found['low']} and {found['high']} stand in the wrong order"
            yield Fault("bounds", *found.span("both"), why, (low, high), turned)


def _estimates(plain: str) -> Iterator[Fault]:
    """Yield estimates outside their own interval; one that is told without its sign lies inside."""
    for found in _INTERVAL.finditer(plain):
        estimate = _ESTIMATE.search(plain, max(0, found.start() - 48), found.start())
        low, high = _value(found["low"]), _value(found["high"])
        if not estimate or low > high or _NO_ESTIMATE.fullmatch(estimate["named"]) or not _is_unit(estimate["unit"]):
            continue
        value, slack = _value(estimate["value"]), _last_place(estimate["value"])
        if not any(low - slack <= v <= high + slack for v in (value, -value)):
            why = f"{estimate['value']} lies outside its interval, {found['low']} to {found['high']}"
            yield Fault("estimate", estimate.start("value"), found.end("both"), why, (value, low, high))


def _is_unit(between: str) -> bool:
    """Whether nothing but a unit stands between an estimate and the brackets of its interval."""
    bare = between.strip(" ,;，；:([")
    if not bare:
        return True
    return any((unit := unit_at(f"5 {bare}", 1, lang)) and unit.end == len(bare) + 2 for lang in ("en", "zh"))


def _last_place(figure: str) -> Fraction:
    return Fraction(1, 10 ** len(figure.partition(".")[2]))


_OF = r"\s?(?:/|of|out of|\(of\))\s?(?:the\s|a total of\s)?"
_WHO = r"\s?(?:cases?|patients?|participants?|subjects?|eyes?|例|名|人|只眼|个)?"
_PERCENT = rf"(?P<percent>{_N})\s?%(?!\s?(?:CI|confidence|credible|置信|可信))"
_SHARES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d.,/])(?P<part>{_N}){_OF}(?P<whole>{_N})(?![\d.,/]*\d){_WHO}\s?[(,，]\s?{_PERCENT}\s?[),，;；]",
        rf"{_PERCENT}\s?[(\[]\s?(?P<part>{_N}){_OF}(?P<whole>{_N}){_WHO}\s?[)\],;，；]",
        rf"(?<![\d.,/])(?P<part>{_N}){_WHO}\s?\({_PERCENT}\)\s?(?:of|out of)\s(?:the\s)?(?P<whole>{_N})(?![\d.,/]*\d)",
        rf"(?<![\d.,/])(?P<whole>{_N})[例名人个]\S{{0,4}}?中[^\d，。；、,;]{{0,6}}(?P<part>{_N})[例名人个]\s?\({_PERCENT}\)",
    )
)
_LEAST = 11  # grade 3/4 (12%) is no share
_RANKED = re.compile(r"(?:grade|stage|class|score|type|level)s?\s?$|[级期分型]\s?$", re.IGNORECASE)


def _shares(plain: str) -> Iterator[Fault]:
    """Yield counts whose percentage is another one; how it was rounded is left to the writer."""
    for pattern in _SHARES:
        for found in pattern.finditer(plain):
            part, whole, percent = (_value(found[name]) for name in ("part", "whole", "percent"))
            if part > whole or whole < _LEAST or _RANKED.search(plain, 0, found.start()):
                continue
            true = 100 * part / whole
            if abs(true - percent) > _last_place(found["percent"]):
                places = len(found["percent"].partition(".")[2])
                why = f"{found['part']} of {found['whole']} is {float(true):.{places}f}%, not {found['percent']}%"
                yield Fault("share", *found.span("percent"), why, (part, whole, percent), f"{float(true):.{places}f}")


_ON = r"(?: (?!(?:but|and|that|which|who|whose|while|although|though|yet)\b)[\w-]+)"
"""A further word of the same clause."""
_AUXILIARY = "(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|may|might)"
_ESTABLISHED = (
    "(?:found|seen|observed|detected|noted|demonstrated|shown|identified|evident|apparent|present|established|reached)"
)
UNREACHED = (
    r"(?:no|not|nor|neither|never|without|n't|cannot|fail\w*|lack\w*|lost|lose[sd]?|losing|miss(?:ed|es|ing)?|short of"
    r"|unable)"
    rf"{_ON}{{0,8}} significance|"
    rf"significance\b{_ON}{{0,6}}? (?:{_AUXILIARY}(?: \w+)?(?: not|n['’]t| never)|cannot|failed|disappear|vanish"
    r"|(?:was|were|is) (?:lost|absent|lacking))\b|"
    rf"significant\b{_ON}{{0,8}}? {_AUXILIARY}(?: not|n['’]t)(?: be| been)? {_ESTABLISHED}\b"
)
"""Significance that is denied on either side of it: *failed to reach significance*, *significance was not met*."""
_WITHIN = (
    r"(?:[(（][^()（）]*[)）]|"
    r"(?!\b(?:but|which|who|while|whereas|although|though|yet)\b|, and\b)(?:[^.;()（）]|(?<=\bvs)\.|\.(?=\d)))"
)
"""A character of the same clause, or all that stands in brackets."""
NEITHER = rf"neither\b{_WITHIN}{{1,100}}?\bnor\b{_WITHIN}{{1,100}}?\b(?:differ\w*(?:(?: \w+)? significan)?|significan)"
"""Two things of which a difference is denied: *neither pain (12% vs 14%) nor nausea (3% vs 2%) differed*."""
_P = re.compile(
    r"(?<![A-Za-z])P\s?(?:values?|值)?\s?(?:均|都)?\s?(?:was |were |is )?"
    r"(?P<sign>&lt;|&gt;|[<>=≤≥＜＞]|小于|大于|less than|greater than)\s?(?P<value>0?\.\d+)",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"(?P<none>\b(?:{UNREACHED}|{NEITHER})\w*|"
    r"\b(?:no|not(?! only)|non|without|nor|neither)\b[^.;,]{0,30}?significan\w+|\binsignificant\w*"
    r"|(?:(?:无|没有|未见|不具有?|不再具?有?|未显示|不)出?|未能?达到?[^，。；、]{0,10}?)(?:明显|显著性?|统计学)(?:差异|差别|意义|显著性)?)"
    r"|(?P<nearly>(?:border|margin|near|approach|almost|close to|trend|接近|临界|边缘)[^,;，；。]{0,24}?"
    r"(?:significan\w+|统计学|显著))"
    r"|\bsignifican(?:t|tly|ce)\b|有?统计学(?:差异|意义)|显著|明显",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:[^;；。.]|\.(?=\d)|(?<=\bvs)\.)+")
_NEXT = re.compile(
    r"[)\]](?:,? (?=(?:but|while|whereas|although|though)\b)|"
    r"[,，](?=[\u3400-\u9fff]|[A-Z][\w-]*[\u3400-\u9fff])(?!且?(?:两组|组间)?(?:比较)?[,，]?(?:差异|差别|具?有统计|无统计|[有无]显著|未达)))"
)
"""Where brackets end and a clause of its own begins: a P value in them says nothing of it."""
_CLOSING = re.compile(r"[^()\[\]]*(?P<mark>[)\]])")
_TURN = re.compile(r"\b(?:but|while|whereas|although|though)\b|[,，](?:而|但)")
_ALPHA = Fraction(5, 100)
_BELOW = ("<", "≤", "＜", "小于", "&lt;", "less than")
_ABOVE = (">", "≥", "＞", "大于", "&gt;", "greater than")


def _significance(plain: str) -> Iterator[Fault]:
    """Yield a P value against what its clause says, where the clause has one P value and one such statement."""
    for clause in _CLAUSE.finditer(plain):
        values, said = [*_P.finditer(clause.group())], [*_SAID.finditer(clause.group())]
        if len(values) != 1 or len(said) != 1 or said[0]["nearly"]:
            continue
        small, denied = _is_small(values[0]), said[0]["none"] is not None
        if small is denied and not _is_of_another(clause.group(), values[0], said[0]):
            start, end = min(values[0].start(), said[0].start()), max(values[0].end(), said[0].end())
            why = f"“{values[0].group()}” does not go with “{said[0].group()}”"
            yield Fault(
                "P", clause.start() + start, clause.start() + end, why, (_value(values[0]["value"]), Fraction(small))
            )


def _is_of_another(clause: str, value: re.Match[str], said: re.Match[str]) -> bool:
    """Whether a P value is of another clause than what is said: behind a *whereas*, or closed in brackets before it."""
    if said.end() <= value.start():
        return bool(_TURN.search(clause, said.end(), value.start()))
    end = value.end()
    closing = _CLOSING.match(clause, end, said.start())
    return closing is not None and bool(_NEXT.match(clause, closing.start("mark")))


def p_values(text: str) -> set[tuple[Fraction, bool | None]]:
    """Return the P values of a text, and whether each is below 0.05, None where that is left open.

    >>> [(str(value), small) for value, small in p_values("男性P＜0.05")]
    [('1/20', True)]
    """
    return {(_value(found["value"]), _is_small(found)) for found in _P.finditer(Canvas(text).plain)}


def _is_small(found: re.Match[str]) -> bool | None:
    value, sign = _value(found["value"]), found["sign"].lower()
    if sign in _BELOW:
        return True if value <= _ALPHA else None
    if sign in _ABOVE:
        return False if value >= _ALPHA else None
    return None if value == _ALPHA else value < _ALPHA
