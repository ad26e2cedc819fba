"""What the readers of numbers share: the Number, the text they work on, and amounts."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from aligner.model import Lang
from aligner.text.units import Dims, unit_at

Amount = tuple[Dims, Fraction]
Written = Literal["figure", "word", "hint", "identifier"]
LONGEST = 60  # digits: what is longer is no number that anybody compares
LETTERS = "A-Za-zα-ωΑ-Ωµ"


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands.

    `values` are its readings, the plain one first; `parts` what it is made of, where it can also be read as
    several numbers. `written`: as a figure; as a word that is surely a number; as a hint, which may be one
    (`a`, `both`, 一); or inside an identifier such as IL-6, whose letters and digits `name` gives.
    `amount` is what it comes to with the unit that follows: a dimension, such as mass, and how much of it.
    """

    start: int
    end: int
    values: tuple[Fraction, ...]
    parts: tuple[Fraction, ...] = ()
    written: Written = "figure"
    amount: Amount | None = None
    name: str = ""


class Canvas:
    """A text in which what has been read is painted over, each character by one that fits nothing.

    `plain` has full-width characters folded and raised decimal points written as points; `left` is what is
    left of it. Both are as long as the text, so that offsets hold.
    """

    def __init__(self, text: str) -> None:
        self.plain = self.left = _MIDDLE_DOT.sub(".", text.translate(_FULL_WIDTH))

    def each(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern in what is left."""
        yield from pattern.finditer(self.left)

    def paint(self, spans: Iterable[tuple[int, int]]) -> None:
        """Paint over spans that are in order."""
        pieces, at = [], 0
        for start, end in spans:
            pieces += [self.left[at:start], "\0" * (end - max(at, start))]
            at = max(at, end)
        self.left = "".join(pieces) + self.left[at:]


_FULL_WIDTH = {ord("０") + i: str(i) for i in range(10)}
_FULL_WIDTH |= {ord("Ａ") + i: chr(65 + i) for i in range(26)} | {ord("ａ") + i: chr(97 + i) for i in range(26)}
_FULL_WIDTH |= {ord(a): b for a, b in zip("．％／（）－−‐‑＋：［］﹣＾", ".%/()----+:[]-^", strict=True)}
_MIDDLE_DOT = re.compile(r"(?<=\d)[·•∙・](?=\d)(?!1\.73)")  # mL·min-1·1.73 m-2 is a product

PM_BEFORE = re.compile(r"(?:下午|晚上?|傍晚|夜[里间]?|午后)\s?$")
RAISED = re.compile(r"(?:增|升|提|长|多|高|加|上)\S{0,6}?(?:近|约|了|达|至|到|出)?$")
AND_HALF = re.compile("[年岁天倍周]半|个半|个?小时半")
REPUBLIC = 1911
"""What the years of the Republic of China lack to those of the common era."""

_LONGEST_TIME = 1000  # 2019年 is a year, not a length of time


def amount_of(value: Fraction, after: str, lang: Lang) -> Amount | None:
    """Return what a value and the unit behind it amount to, in base units of what the unit measures.

    >>> amount_of(Fraction(2), " years later", "en"), amount_of(Fraction(24), "个月后", "zh")
    (((('month', 1),), Fraction(24, 1)), ((('month', 1),), Fraction(24, 1)))
    """
    unit = unit_at(after, 0, lang)
    if not unit or (value > _LONGEST_TIME and unit.dims[0][0] in ("month", "time")) or after[unit.start :][:1] == "月":
        return None
    half = Fraction(1, 2) if lang == "zh" and after[unit.end :].startswith("半") else 0
    return unit.dims, (value + half) * unit.size


def fraction(figure: str) -> Fraction:
    """Return the value of a figure such as `0.05`."""
    return Fraction(figure.strip()[:LONGEST].rstrip("."))


def rounded(value: Fraction, places: int) -> Fraction:
    """Return a value rounded half up, as people round.

    >>> str(rounded(Fraction("37.25"), 1))
    '373/10'
    """
    return Fraction(math.floor(value * 10**places + Fraction(1, 2)), 10**places)
