"""A unit that is lost, changed or scaled: 5 mg as 5 μg, months as weeks.

What it finds
    The same number with another unit on the other side: of another size, as mg and μg (critical), or of another kind
    (major; critical in a dose by weight or surface, as mg/kg and mg). A unit of measurement or a percent sign that
    the translation lost, a percent sign that it added, a rate such as 5 mg per day as an amount, where nothing in the
    translation tells of any time (major).

Why it matters
    A dose in the wrong unit is wrong by a factor of a thousand, and looks right.

What it leaves alone
    Units written in another way: 毫克, mg and milligrams; μg, µg and mcg; mg·kg⁻¹·d⁻¹ and mg/kg/d; mM and mmol/L;
    岁, 年 and years; 24 h and 24小时; 每日5 mg and 5 mg/d; 3.5 per 1,000, 3.5/1 000 and 3.5‰. Converted values,
    which the rule `numbers` compares. A unit that stands once for a list or range. Units that a translation adds.
    Letters that often mean other things, such as `5 m`.

How to fix it
    Write the unit of the source. Where it was converted on purpose, convert the number as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.model import Context, Example, Hit, Lang, Pair, Rule, Severity, Span
from aligner.text.quantities import Quantity, facing, quantities
from aligner.text.units import PER_MILLE, Unit, unit_name

_SOFT = frozenset({"time", "month", "percentage point"})
_TIMES = ("time", "month")
"""What measures these is often left out or said in another way, so that only a number on its own has lost it."""
_ALONE = re.compile(
    r"\s*(?:[,.;:)\]，。；：、）]|$)|例|名|人|个(?!月|小时|百分点|星期)|\s(?:cases?|patients?|and|or)\b"
)
_BESIDE = 20
_AGED = re.compile(r"\bage[ds]?\b[^.;]*$|年龄[^。；]*$", re.IGNORECASE)
_PERSON_TIME = re.compile(
    r"[\s-]?(?:person|patient|wom[ae]n|child|device|catheter|ventilator|bed|hospital|admission)[\w'’]*[\s-](?:year|month|week|day|hour)"
    r"|\s?[^\s\d，。；、]{0,4}?(?:人|床|住院|导管|机)[年月周日天]"
)
"""What a rate relates to, for which ‰ alone does not stand."""
_TIMED: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"[每日天年岁周月夜晨晚早时秒次]|分钟|(?<![A-Za-z])(?:d|h|min|s|a|wk|[bt]\.?i\.?d|q\.?d)(?![A-Za-z])"
    ),
    "en": re.compile(
        r"\b(?:per|each|every|once|twice|times|dail\w+|week\w*|month\w*|year\w*|annual\w*|hour\w*|days?|night\w*|min|min\w*|"
        r"morning|evening|sec\w*|[dh]|[bt]\.?i\.?d|q\.?d)\b",
        re.IGNORECASE,
    ),
}
"""What may say how often, or over which time, in whatever way."""
_PERCENTAGE = re.compile(r"\bpercentages?\b|百分[比率]", re.IGNORECASE)  # says itself what 100 is
_ONE_IN = re.compile(r"\b(?:1|one)(?: [a-z]+){0,2} (?:in|out of) (?:every )?\d", re.IGNORECASE)
"""How English says a share of people, which Chinese says as 每1000人中有1人 or 千分之一."""
_SHARE_OF = re.compile("每|[百千万]分之")
_PER = re.compile(r"每|一[日天]|\b(?:per|a|an|each|every|daily|weekly|hourly|[bqt]\.?i?\.?d)\b|/|·", re.IGNORECASE)


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    texts = pair.source_text, pair.target_text
    sides = quantities(texts[0], context.source_lang), quantities(texts[1], context.target_lang)
    for ours, theirs in facing(*sides):
        lone, opposite = _lone(ours, theirs), _lone(theirs, ours)
        for a, b in zip(lone, opposite, strict=False):
            yield from _changed(a, b, texts, context.target_lang)
        bare = [q for q in theirs if not q.unit and not q.shared][sum(not q.unit and not q.shared for q in ours) :]
        yield from _lost(_unsaid(lone[len(opposite) :], sides[1]), bare, texts, context.target_lang)
        if len(ours) == len(theirs) == 1:
            yield from _untimed(ours[0], theirs[0], texts, context.target_lang)
        bare = [q for q in ours if not q.unit and not q.shared][sum(not q.unit and not q.shared for q in theirs) :]
        yield from _added(bare, _unsaid(opposite[len(lone) :], sides[0]), texts)


def _lone(own: Sequence[Quantity], other: Sequence[Quantity]) -> list[Quantity]:
    """Return the numbers whose unit stands with none of the same value on the other side."""
    left = [unit for q in other if (unit := q.unit or q.shared)]
    lone = []
    for quantity in sorted(own, key=lambda q: q.unit is None):
        unit = quantity.unit or quantity.shared
        met = next((u for u in left if unit and _agree(unit, u)), None)
        if met:
            left.remove(met)
        elif quantity.unit and quantity.is_sure:
            lone.append(quantity)
    return sorted(lone, key=lambda q: q.number.start)


def _agree(a: Unit, b: Unit) -> bool:
    """Whether two units are the same, or one says besides how often: mg and mg/d."""
    if a.like(b):
        return True
    longer, shorter = sorted((a.factors, b.factors), key=len, reverse=True)
    rest = [f for f in longer if f not in shorter]
    return len(longer) - len(shorter) == len(rest) and all(
        f.dimension in ("time", "month", "dose") and f.power < 0 for f in rest
    )


def _changed(a: Quantity, b: Quantity, texts: tuple[str, str], lang: Lang) -> Iterator[Hit]:
    if not a.unit or not b.unit or not ((a.unit.sure and b.unit.sure) or a.unit.dims == b.unit.dims):
        return
    if _says_per(a.unit, b.unit, texts[1]) or _says_per(b.unit, a.unit, texts[0]):
        return
    spans = _span(a, texts[0]), _span(b, texts[1])
    message = f"“{spans[0].text}” has become “{spans[1].text}”"
    name = _name(a.unit, texts[0], lang)
    figure = texts[1][b.number.start : b.unit.start] if b.unit.start >= b.number.end else None
    suggestion = (figure if _blank(name) else figure.rstrip()) + name if name and figure else None
    yield Hit(message, *spans, suggestion=suggestion, severity=_severity(a.unit, b.unit))


def _untimed(a: Quantity, b: Quantity, texts: tuple[str, str], lang: Lang) -> Iterator[Hit]:
    """Yield a rate that the translation gives as an amount, where nothing in it says of what time."""
    if not a.unit or not b.unit or not _agree(a.unit, b.unit):
        return
    lost = [f for f in a.unit.factors if f not in b.unit.factors and f.dimension in _TIMES]
    rest = texts[1][: b.unit.start] + " " + texts[1][b.unit.end :]
    if lost and not _round_the_clock(a) and not _TIMED[lang].search(rest):
        spans = _span(a, texts[0]), _span(b, texts[1])
        yield Hit(f"“{spans[0].text}” has become “{spans[1].text}”, and nothing says of what time", *spans)


def _round_the_clock(quantity: Quantity) -> bool:
    """Whether a number is that of the hours of a day: a line that is open 24 hours a day is a 24小时热线."""
    first = quantity.unit.factors[0].dimension if quantity.unit else ""
    return first in _TIMES and 24 in quantity.number.values[:1]


def _says_per(longer: Unit, shorter: Unit, text: str) -> bool:
    """Whether what a unit lacks may be said beside it: 每公斤3 mg for 3 mg/kg."""
    if len(shorter.factors) >= len(longer.factors) or any(f not in longer.factors for f in shorter.factors):
        return False
    before = text[max(0, shorter.start - _BESIDE) : shorter.start]
    return bool(_PER.search(text, shorter.end, shorter.end + _BESIDE // 2) or re.search("每|per|each|every", before))


def _severity(a: Unit, b: Unit) -> Severity:
    scaled = a.dims == b.dims
    dose = "mass" in {f.dimension for f in a.factors[:1]} and len(a.factors) != len(b.factors)
    return "critical" if (scaled or dose) and not {a.dims[0][0], b.dims[0][0]} & _SOFT else "major"


def _unsaid(lone: Sequence[Quantity], other: Sequence[Quantity]) -> list[Quantity]:
    """Leave out what the other side says with another number: `over 50 years, few under 20`, `5 per 1000, later 4`."""
    said = [unit for q in other if (unit := q.unit)]
    return [
        q
        for q in lone
        if q.unit
        and not ((q.unit.dims[0][0] in _TIMES or q.unit.factors[:1] == PER_MILLE) and any(q.unit.like(u) for u in said))
    ]


def _lost(source: Sequence[Quantity], target: Sequence[Quantity], texts: tuple[str, str], lang: Lang) -> Iterator[Hit]:
    for a, b in zip(source, target, strict=False):
        if not a.unit or not _may_lose(a.unit) or not texts[1][b.number.start].isdigit():
            continue
        if a.unit.dims == (("percent", 1),) and _PERCENTAGE.search(texts[1]):
            continue
        if _SHARE_OF.search(_span(a, texts[0]).text) and _ONE_IN.search(texts[1]):
            continue
        if a.unit.dims[0][0] in _SOFT and (not _ALONE.match(texts[1], b.number.end) or _says_itself(a, b, texts)):
            continue
        spans = _span(a, texts[0]), Span.of(texts[1], b.number.start, b.number.end)
        name = _name(a.unit, texts[0], lang)
        suggestion = f"{spans[1].text}{_blank(name)}{name}" if name else None
        yield Hit(f"“{spans[0].text}” has lost its unit", *spans, suggestion=suggestion)


def _may_lose(unit: Unit) -> bool:
    """Whether a unit is missed where it is left out; `per year` and 次/分 alone are said in many ways."""
    return unit.sure and any(factor.power > 0 for factor in unit.factors)


def _name(unit: Unit, text: str, lang: Lang) -> str | None:
    """Return how the translation writes a unit of the source, where it stands for the whole of what is said there."""
    if unit.dims == (("percent", 1),) and _PERSON_TIME.match(text, unit.end):
        return None
    return unit_name(unit, text, lang)


def _blank(name: str) -> str:
    return " " if name[0].isascii() and name[0].isalpha() else ""


def _added(source: Sequence[Quantity], target: Sequence[Quantity], texts: tuple[str, str]) -> Iterator[Hit]:
    for a, b in zip(source, target, strict=False):
        percent = b.unit is not None and b.unit.dims == (("percent", 1),)
        if a.number.written == "figure" and percent and not _PERCENTAGE.search(texts[0]):
            spans = Span.of(texts[0], a.number.start, a.number.end), _span(b, texts[1])
            if _SHARE_OF.search(spans[1].text) and _ONE_IN.search(texts[0]):
                continue
            yield Hit(f"“{spans[0].text}” has become “{spans[1].text}”", *spans, suggestion=spans[0].text)


def _says_itself(a: Quantity, b: Quantity, texts: tuple[str, str]) -> bool:
    """Whether a number needs no unit: that of an age, of a year, or of one in a row as 第4周 (week 4)."""
    before = texts[0][max(0, a.number.start - 2) : a.number.start]
    unit = texts[0][a.unit.start : a.unit.end] if a.unit else ""
    return "第" in before or unit in ("岁", "周岁", "年") or bool(_AGED.search(texts[1], 0, b.number.start))


def _span(quantity: Quantity, text: str) -> Span:
    unit, number = quantity.unit, quantity.number
    ends = (unit.start, unit.end) if unit else ()
    return Span.of(text, min(number.start, *ends, number.start), max(number.end, *ends, number.end))


RULE = Rule(
    id="units",
    title="Unit lost, changed or scaled",
    category="Accuracy/Mistranslation",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("Give 5 mg twice daily.", "每次5 μg，每日2次。"),
        Example("The dose was 10 mg/kg.", "剂量为10 mg。"),
        Example("Follow-up lasted 6 months.", "随访6周。"),
        Example("The rate was 12.5%.", "比率为12.5。"),
        Example("She needed 30 mg per day.", "需要30 mg。"),
        Example("血糖为7.2 mmol/L。", "Glucose was 7.2 mg/dL."),
        Example("术后放疗50戈瑞。", "Radiotherapy of 50 cGy followed."),
    ),
    good=(
        Example("5 mg/kg, 20 mcg, 37 °C and 120 mmHg", "5毫克/千克、20微克、37℃和120毫米汞柱"),
        Example("We took 5, 10 and 20 mg per day for 12 months.", "每日服用5 mg、10 mg和20 mg，共12个月。"),
        Example("The rate was 89.1% (95% CI 84.2–92.6).", "该比率为89.1%（95%CI 84.2%～92.6%）。"),
        Example("A 5-year-old boy weighed 18 kg.", "5岁男童，体重18公斤。"),
        Example("The line is open 24 hours a day.", "24小时热线。"),
        Example("It may affect up to 1 in 100 people.", "至多百分之一的人可能出现。"),
        Example("肌酐清除率＜60 mL·min-1·1.73 m-2。", "Creatinine clearance was < 60 mL/min/1.73 m2."),
    ),
    source="MQM: Accuracy, Mistranslation, Unit conversion",
)
