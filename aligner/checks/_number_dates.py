"""Days that stand with another month than in the source: 3月11日 and 13 days, rendered 13 March and 11 days.

So does a day that has changed places with its month: 3 April, rendered 3月4日.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from aligner.model import Lang, Span
from aligner.text.numbers import Number

_ZH_DATE = re.compile(r"(\d{1,2})\s?月\s?(\d[\d,]*)\s?日")
_LONGEST_MONTH = 31
_REACH: dict[Lang, int] = {"en": 28, "zh": 12}
"""How far from the name of a month a day may stand, as in `between 3 and 5 March`."""
_BESIDE: dict[Lang, int] = {"en": 8, "zh": 3}
"""How far a day of one date may, as in `the 3rd of March`."""


@dataclass(frozen=True, slots=True)
class _Date:
    month: Fraction
    day: Fraction
    span: Span


def misdated(
    source: str, target: str, langs: tuple[Lang, Lang], sides: tuple[Sequence[Number], Sequence[Number]]
) -> Iterator[tuple[Span, Span]]:
    """Yield the day in the source and the date in the translation that has this day for another month, or no such day.

    >>> from aligner.text.numbers import numbers
    >>> texts = "On 15 March, it reported that as many as 11 had died.", "3月11日报告死亡15人。"
    >>> [b.text for _, b in misdated(*texts, ("en", "zh"), (numbers(texts[0], "en"), numbers(texts[1], "zh")))]
    ['3月11日']
    """
    there = [n for n in sides[0] if n.values and n.written == "figure"]
    months = [n for n in there if _names_month(source, n, langs[0])]
    for date in _dates(target, langs[1], sides[1]):
        days = [n for n in there if n.values[0] == date.day and n not in months]
        named = [n for n in months if n.values[0] == date.month]
        if not named:
            yield from _turned(source, date, there, months, langs[0])
        if not days or not named:
            continue  # what the source has not is told as such
        if date.day > _LONGEST_MONTH or not any(
            _gap(day, month) <= _REACH[langs[0]] for day in days for month in named
        ):
            yield Span.of(source, days[0].start, days[0].end), date.span


def _turned(
    source: str, date: _Date, there: Sequence[Number], months: Sequence[Number], lang: Lang
) -> Iterator[tuple[Span, Span]]:
    """Yield the date of the source whose month is the day of one in the translation, and whose day is its month."""
    for month in months:
        days = [n for n in there if n not in months and n.values[0] == date.month and _gap(n, month) <= _BESIDE[lang]]
        if days and month.values[0] == date.day:
            start, end = min(days[0].start, month.start), max(days[0].end, month.end)
            yield Span.of(source, start, end + source.startswith("日", end)), date.span
            return


def _gap(day: Number, month: Number) -> int:
    return max(month.start - day.end, day.start - month.end)


def _names_month(text: str, number: Number, lang: Lang) -> bool:
    """Whether a number is the name of a month, March or 3月."""
    if lang == "en":
        return text[number.start].isalpha()
    return bool(re.match(r"\s?月", text[number.end : number.end + 2]))


def _dates(text: str, lang: Lang, side: Sequence[Number]) -> Iterator[_Date]:
    if lang == "zh":
        for found in _ZH_DATE.finditer(text):
            day = Fraction(found[2].replace(",", ""))
            yield _Date(Fraction(found[1]), day, Span.of(text, *found.span()))
        return
    figures = [n for n in side if n.written == "figure" and n.values]
    for a, b in itertools.pairwise(figures):
        if re.fullmatch(r"\.? ", text[a.end : b.start]) and _names_month(text, a, lang) != _names_month(text, b, lang):
            named, counted = (a, b) if _names_month(text, a, lang) else (b, a)
            if counted.values[0] <= _LONGEST_MONTH:  # March 2020
                yield _Date(named.values[0], counted.values[0], Span.of(text, a.start, b.end))
