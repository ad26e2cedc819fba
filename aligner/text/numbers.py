"""The numbers in a text, by value: figures, number words, Roman numerals, and those inside names.

A number can often be read in more ways than one: `10 000` is ten thousand or two numbers, `2/3` is two thirds or
the grades 2 and 3. Each reading is kept, so that whoever compares two texts need not guess.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from aligner.model import Lang
from aligner.text import numerals
from aligner.text._chinese_numbers import chinese_numbers
from aligner.text._english_numbers import english_numbers, english_phrases
from aligner.text._figures import figures
from aligner.text._identifiers import identifiers
from aligner.text._number import LETTERS, Amount, Canvas, Number, Written, fraction

__all__ = ["Amount", "Canvas", "Number", "Written", "numbers"]


@lru_cache(maxsize=64)  # rules and scores ask for the same sentence
def numbers(text: str, lang: Lang) -> tuple[Number, ...]:
    """Return every number of the text in order; hints may lie inside others.

    >>> [(n.start, n.end, str(n.values[0])) for n in numbers("共有1.2万人", "zh") if n.written == "figure"]
    [(2, 6, '12000')]
    >>> [(str(n.values[0]), n.written) for n in numbers("Two thirds of both groups, 1,200 men", "en")]
    [('2/3', 'word'), ('2', 'hint'), ('1200', 'figure')]
    """
    canvas = Canvas(text)
    found = [*english_phrases(canvas)] if lang == "en" else []
    found += [*identifiers(canvas), *figures(canvas, lang)]
    found += chinese_numbers(canvas) if lang == "zh" else english_numbers(canvas)
    found += _romans(canvas)
    found += _doses(canvas.plain)
    return tuple(sorted(_scaled_alike(found, canvas.plain), key=lambda n: (n.start, -n.end)))


_ROMAN = re.compile(
    rf"(?<![{LETTERS}\d.])(?:([IVX]{{1,6}})[abcABC]?\d?|(?<=[(（])([ivx]{{1,4}})(?=[)）]))(?![{LETTERS}\d])|([Ⅰ-Ⅻⅰ-ⅻ])"
)
_RANKED = re.compile(
    r"(?:stages?|phases?|types?|grades?|class|classes|group|level|factor|category|tier|War|and|or|to)[ -]"
    r"(?:[<>≤≥=]\s?)?$"
    r"|\(\s?(?-i:[A-E])\s?(?:级(?:推荐)?)?\s?[,、;]\s?$",
    re.IGNORECASE,
)
"""Says that a Roman numeral is one; so does a letter before it in brackets, as recommendations are graded: (A, II)."""
_CLASSED = re.compile(
    r"\(\s?(?-i:[A-E])\s?(?:级(?:推荐)?)?\s?[,、;]\s?$|\b(?:class|grade|level|stage)(?: of evidence)? $", re.IGNORECASE
)
"""Says so even of an I."""
_RANKS = re.compile("\\s?[期级型类组度]|因子")


def _romans(canvas: Canvas) -> Iterator[Number]:
    for found in canvas.each(_ROMAN):
        letters, small, sign = found.groups()
        value = _sign_value(sign) if sign else numerals.roman_value((letters or small).upper())
        if value is None:
            continue
        before, after = canvas.plain[max(0, found.start() - 12) : found.start()], canvas.plain[found.end() :][:4]
        ranked = sign or _RANKED.search(before) or _RANKS.match(after)
        sure = not small and bool(ranked if value > 1 else _CLASSED.search(before) or _RANKS.match(after))
        yield Number(*found.span(), (Fraction(value),), written="word" if sure else "hint")


def _sign_value(sign: str) -> int:
    return (ord(sign) - ord("Ⅰ")) % 16 + 1


_DOSES = re.compile(
    r"\b(?:(q(?=\s?\d{1,2}\s?(?:h|d|w|wk|m)\b)|q\.?\s?d|q\.?o\.?d|q\.?a\.?m|q\.?[nmw]|q\.?h\.?s|o\.?d)|(b\.?\s?i\.?\s?d)"
    r"|(t\.?\s?i\.?\s?d|t\.?\s?d\.?\s?s)|(q\.?\s?i\.?\s?d|q\.?\s?d\.?\s?s))(?![A-Za-z])",
    re.IGNORECASE | re.ASCII,
)


def _doses(text: str) -> Iterator[Number]:
    """Yield how often a day the Latin of a prescription says: `b.i.d.` and `q8h`, which either language writes."""
    for found in _DOSES.finditer(text):
        yield Number(*found.span(), (Fraction(found.lastindex or 1),), written="hint")


_RANGE = re.compile(r"\s?(?:%|percent)?\s?(?:-|–|—|~|～|至|到|或|、|to|or|and)\s?", re.IGNORECASE)
_TIMES_SIGN = re.compile(r"\s?[×xX*]\s?")
_SCALE_END = re.compile(r"(?:million|billion|thousand|hundred|trillion|[千万亿萬億])$", re.IGNORECASE)


def _scaled_alike(found: Sequence[Number], text: str) -> Iterator[Number]:
    """Yield the numbers, with the readings that the next figure gives: `5–10万` and `4 × 10^9`."""
    in_order = sorted((n for n in found if n.written == "figure" and n.values), key=lambda n: n.start)
    following = dict(itertools.pairwise(in_order))
    for number in found:
        after = following.get(number)
        scale = _scale_of(number, after, text) if after else None
        yield _times(number, after, scale) if after and scale else number


def _times(number: Number, after: Number, scale: Fraction) -> Number:
    """Add the reading that a scale gives; a product with a power of ten has the unit behind it: 4 × 10^9/L."""
    amount = number.amount
    if after.amount and after.values[0] == scale:
        amount = after.amount[0], number.values[0] * after.amount[1]
    return replace(number, values=(*number.values, number.values[0] * scale), amount=amount)


def _scale_of(number: Number, after: Number, text: str) -> Fraction | None:
    """Return by what the next figure multiplies a number: the scale of a range, or the power of ten."""
    if after.parts and _TIMES_SIGN.fullmatch(text, number.end, after.start):
        return after.values[0]
    written = text[after.start : after.end]
    bare = re.match(r"[\d.,]+", written)
    scaled = _SCALE_END.search(written) or 1000 * after.values[0] in after.values
    if not bare or not scaled or not _RANGE.fullmatch(text, number.end, after.start):
        return None
    return after.values[-1] / (fraction(bare.group().replace(",", "")) or 1)
