"""Numbers with what is said of them: their unit, their sign, and what they are compared with."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from aligner.model import Lang
from aligner.text.comparisons import Comparison, comparison_with
from aligner.text.numbers import Canvas, Number, numbers
from aligner.text.units import Unit, per_thousand_before, unit_at

_TO_DATE = re.compile(r"(?<!\d)[12]\d{3}\s?(?:[-–/至~]|年(?=\s?$))\s?$")
_LONGEST_TIME = 1000  # 2019年 is a year, not a length of time
_LINK = re.compile(
    r"[\s,，、;；/~～±×xX*\-–—+()（）\[\]<>≤≥=]*"
    r"(?:(?:(?:to|and|or)(?: (?:finally|then|later|eventually))?|vs?\.?|versus|through|和|与|或|及|以及|至|到|比|对)"
    r"[\s(（<>≤≥=约about]*)?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(days?|weeks?|months?|years?|hours?|minutes?) (?:\d+(?:\.\d+)?[\s,–-]*(?:(?:and|or|to|through) )?)*$",
    re.IGNORECASE,
)
_INTERVAL = re.compile(
    r"\d\s?%[^\d%]{0,12}9\d\s?%\s?(?:CI|confidence interval|[置可]信区间)[\s:,=，：＝(\[（［]*"
    r"(?:\d+(?:\.\d+)?\s?(?:[-–—~～,，]|to|至)\s?)?$"
)
"""What stands before the bounds of a percentage, which have its unit: 89.1% (95% CI 84.2–92.6)."""
_BOUNDS = re.compile(
    r"(?P<figure>\d)\s?[^\d\s()]{1,12}\s?[(\[]\s?(?:9\d\s?%\s?)?(?:CI|confidence interval|limits of agreement|IQR"
    r"|interquartile range|range|[置可]信区间|一致性界限|四分位[数间]?距|范围)[\s:,=，：＝]*"
    r"(?:[-+−–]?\d[\d.]*\s?(?:[-–—~～,，]|to|至)\s?)?[-+−–]?$",
    re.IGNORECASE,
)
"""The same of any unit: 21.3 μmol/L (95% limits of agreement, -58.4 to 15.8)."""
_NO_SIGN_BEFORE = re.compile(r"[A-Za-z\d%)）'’\]\u200b年月日周岁期级例天时号图表组型冠铀碳碘锝铯钴磷锶氟钚镭-]$")
_MINUS = re.compile(r"(?P<before>^|.)(?P<sign>[-–])$|(?P<word>(?<!/)\b(?:minus|negative) |负的?|零下\s?)$", re.DOTALL)
_OF_BODY = re.compile(r".?[/·•⋅∙.*(]\s?1\.73(?=\s?m)")  # a part of the unit that a rate is told in: mL/min/1.73 m2
_MEAN_IN_BRACKETS = re.compile(r"\(\s?[-+−–]?\d[\d.]*\s?(?:±|\+/-|\+/−)\s?$")
"""What stands before the deviation where brackets hold it with its mean, and the unit is behind them: (5 ± 2) mg."""
_SPREAD = re.compile(r"(?:±|\+/-|\+-|\+/−)\s?$")


def _unit(text: str) -> Unit:
    unit = unit_at(text, 1, "en")
    assert unit is not None
    return unit


_PERCENT, _YEAR = _unit("5%"), _unit("5 years")
_AGE = re.compile(
    r"\b(?:aged|ages? (?:of|was|is))(?: (?:over|under|below|above|at least|about|[<>≤≥]))?[ <>≤≥]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what goes with it.

    `unit` is the one right behind it, `shared` the one that it has in common with a later number of its list or
    range. `minus` and `spread` are the places of a minus sign or word and of a plus-minus sign before it.
    """

    number: Number
    unit: Unit | None = None
    shared: Unit | None = None
    comparison: Comparison | None = None
    minus: tuple[int, int] | None = None
    spread: tuple[int, int] | None = None

    @property
    def key(self) -> tuple[Fraction, ...]:
        """The plain reading, or that of each part of a ratio."""
        return self.number.values[:1] or self.number.parts

    @property
    def is_sure(self) -> bool:
        """Whether it is surely a number, and no word such as `a` or 一."""
        return self.number.written in ("figure", "word")


@lru_cache(maxsize=64)  # several rules ask for the same sentence, one after the other
def quantities(text: str, lang: Lang) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order.

    >>> (quantity,) = quantities("男性≥5毫克", "zh")
    >>> quantity.unit.dims, quantity.comparison.direction
    ((('mass', 1),), 'above')
    """
    plain = Canvas(text).plain
    told = [
        number for number in numbers(text, lang) if number.written != "identifier" and (number.values or number.parts)
    ]
    units = [_unit_of(number, plain, lang) for number in told]
    shared = _shared(told, units, plain, lang)
    return tuple(
        Quantity(
            number,
            unit,
            common,
            comparison_with(plain, number.start, number.end, lang),
            _minus(plain, number.start) if number.written == "figure" else None,
            _spread(plain, number.start),
        )
        for number, unit, common in zip(told, units, shared, strict=True)
    )


def _unit_of(number: Number, plain: str, lang: Lang) -> Unit | None:
    if _OF_BODY.match(plain, max(0, number.start - 2)):
        return None
    if lang == "zh" and plain.startswith("百分之", number.start):
        return _percent(number.start)
    if lang == "zh" and plain[max(0, number.start - 3) : number.start].endswith("百分之"):
        return _percent(number.start - 3)
    end = number.end
    if plain[end : end + 1] == ")" and _MEAN_IN_BRACKETS.search(plain, max(0, number.start - 16), number.start):
        end += 1
    unit = unit_at(plain, end, lang) or per_thousand_before(plain, number.start)
    if unit is None and lang == "en" and _AGE.search(plain, max(0, number.start - 32), number.start):
        return replace(_YEAR, start=number.end, end=number.end)
    if unit and unit.dims[0][0] == "month" and number.values and _is_date(number, plain):
        return None
    return unit


def _is_date(number: Number, plain: str) -> bool:
    """Whether a figure names a year, as 2019 and the 08 of 2007-08 do, or the month of one, as in 2021年6月."""
    return number.values[0] > _LONGEST_TIME or bool(_TO_DATE.search(plain, max(0, number.start - 7), number.start))


def _percent(start: int) -> Unit:
    return replace(_PERCENT, start=start, end=start + 3)


def _shared(told: Sequence[Number], units: Sequence[Unit | None], plain: str, lang: Lang) -> list[Unit | None]:
    """Return for each number without a unit the one around it, or that of the next one in its list or range."""
    found = [_around(number, plain, lang) for number in told]
    for k in range(len(told) - 2, -1, -1):
        if (
            units[k] is None
            and told[k].end <= told[k + 1].start
            and _LINK.fullmatch(plain, told[k].end, told[k + 1].start)
        ):
            found[k] = units[k + 1] or found[k + 1]
    return found


def _around(number: Number, plain: str, lang: Lang) -> Unit | None:
    """Return the unit behind the brackets of a number, before its list, or of the estimate whose bounds it gives.

    `(5 ± 2) mg`, `days 1, 3 and 7`, `89.1% (95% CI 84.2 to 92.6)` and `12 mL (range, 5 to 20)`.
    """
    if _INTERVAL.search(plain, max(0, number.start - 60), number.start):
        return _percent(number.end)
    if estimate := _BOUNDS.search(plain, max(0, number.start - 70), number.start):
        return unit_at(plain, estimate.end("figure"), lang)
    if plain[number.end : number.end + 1] == ")" and (unit := unit_at(plain, number.end + 1, lang)):
        return unit
    named = _NAMED.search(plain, max(0, number.start - 40), number.start) if lang == "en" else None
    return unit_at(f"5 {named[1]}", 1, "en") if named else None


def _minus(plain: str, start: int) -> tuple[int, int] | None:
    """Return the place of a minus sign: not of a hyphen, or the dash of a range."""
    found = _MINUS.search(plain[max(0, start - 12) : start])
    if not found:
        return None
    offset = max(0, start - 12)
    if found["word"]:
        return offset + found.start("word"), start
    before = plain[: offset + found.start("sign")]
    doubled = before[-1:] in ("–", "~") and before[-2:-1].isdigit()
    bare = before.rstrip(" ")
    if not doubled and (_NO_SIGN_BEFORE.search(before) or (bare != before and bare[-1:].isdigit())):
        return None
    return offset + found.start("sign"), start


def _spread(plain: str, start: int) -> tuple[int, int] | None:
    found = _SPREAD.search(plain[max(0, start - 5) : start])
    return (max(0, start - 5) + found.start(), max(0, start - 5) + found.end()) if found else None


def facing(source: Sequence[Quantity], target: Sequence[Quantity]) -> list[tuple[list[Quantity], list[Quantity]]]:
    """Return the quantities of equal value of two texts, for each value that both have."""

    def by_key(side: Sequence[Quantity]) -> dict[tuple[Fraction, ...], list[Quantity]]:
        ordered = sorted(side, key=lambda q: (q.key, q.number.start))
        return {key: [*group] for key, group in itertools.groupby(ordered, key=lambda q: q.key)}

    ours, theirs = by_key(source), by_key(target)
    return [(group, theirs[key]) for key, group in ours.items() if key in theirs]
