"""Numbers written in words: the value of Chinese numerals, English number words and Roman numerals."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from fractions import Fraction

_HAN_DIGITS = {c: i for i, chars in enumerate(("〇零", "一壹", "二两兩贰貳", "三叁", "四肆")) for c in chars}
_HAN_DIGITS |= {c: i for i, chars in enumerate(("五伍", "六陆陸", "七柒", "八捌", "九玖"), 5) for c in chars}
_HAN_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "廿": 20, "卅": 30}
_HAN_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
HAN_SCALES = _HAN_TENS | _HAN_MYRIADS
HAN_NUMERALS = "".join((*_HAN_DIGITS, *HAN_SCALES))


def _words(text: str) -> list[str]:
    return text.split()


_SMALL = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = _words(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TEN_ORDINALS = _words("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
CARDINALS = {w: i for i, w in enumerate(_SMALL)} | {w: 10 * i for i, w in enumerate(_TENS, 2)}
ORDINALS = {w: i for i, w in enumerate(_ORDINALS)} | {w: 10 * i for i, w in enumerate(_TEN_ORDINALS, 2)}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_DENOMINATORS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "third": 3, "fourth": 4}
DENOMINATORS = (
    _DENOMINATORS | {f"{w}s": i for w, i in ORDINALS.items() if i > 2} | {w: i for w, i in ORDINALS.items() if i > 4}
)

_ROMAN = re.compile(r"X{0,3}(IX|IV|V?I{0,3})")
_LONGEST = 60  # what is longer is no number that anybody compares
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def han_value(numeral: str) -> int:
    """Return the value of a Chinese numeral, read by place where it has no units.

    >>> [han_value(n) for n in ("三百零五", "一万二千", "十二", "二〇二〇", "三亿")]
    [305, 12000, 12, 2020, 300000000]
    """
    numeral = numeral[:_LONGEST]
    if not any(c in HAN_SCALES for c in numeral):
        return int("".join(str(_HAN_DIGITS[c]) for c in numeral))
    total = section = digit = 0
    for c in numeral:
        if c in _HAN_DIGITS:
            digit = _HAN_DIGITS[c]
        elif c in _HAN_TENS:
            section, digit = section + (digit or 1) * _HAN_TENS[c], 0
        else:
            scale = _HAN_MYRIADS[c]
            section += digit
            total = (total + section) * scale if scale > total else total + (section or 1) * scale
            total = total or scale
            section = digit = 0
    return total + section + digit


def han_readings(numeral: str) -> tuple[int, ...]:
    """Return the plain value of a Chinese numeral first, then those of its characters where it may be a row of them.

    >>> han_readings("三四十"), han_readings("五十")
    ((40, 3, 4, 10), (50,))
    """
    value = han_value(numeral)
    if not any(a in _HAN_DIGITS and b in _HAN_DIGITS for a, b in itertools.pairwise(numeral)):
        return (value,)
    singles = (_HAN_DIGITS[c] if c in _HAN_DIGITS else HAN_SCALES[c] for c in numeral)
    return tuple(dict.fromkeys((value, *singles)))


def english_readings(words: Sequence[str]) -> tuple[Fraction, ...]:
    """Return the values a run of English number words can have, the likeliest first; empty where it has none.

    >>> [str(v) for v in english_readings(["two", "hundred", "and", "fifty"])]
    ['250']
    >>> [str(v) for v in english_readings(["one", "third"])]
    ['1/3', '4']
    """
    *first, last = words
    readings = []
    if last in DENOMINATORS:
        readings.append((_sum_of(first) or Fraction(1)) / DENOMINATORS[last])
    if last in ORDINALS or last not in DENOMINATORS:
        readings.append(_sum_of(words))
    counted = bool(first) and first[-1] in ("a", "an", "one")
    return tuple(readings if counted or last.endswith("s") else reversed(readings))


def is_one_number(words: Sequence[str]) -> bool:
    """Whether cardinal words in a row can only be one number, and no two beside each other.

    >>> is_one_number(["fifty", "five"]), is_one_number(["two", "three"]), is_one_number(["two", "hundred"])
    (True, False, True)
    """
    beside = ((CARDINALS.get(a), CARDINALS.get(b)) for a, b in itertools.pairwise(words))
    scales = [word for word in words if word in SCALES]
    known = all(word in CARDINALS or word in SCALES for word in words) and len(scales) == len(set(scales))
    return known and all(a is None or b is None or (a >= 20 and b < 10) for a, b in beside)


def _sum_of(words: Sequence[str]) -> Fraction:
    total = section = Fraction(0)
    for word in words:
        if word in SCALES:
            section = (section or 1) * Fraction(SCALES[word])
            if SCALES[word] >= 1000:
                total, section = total + section, Fraction(0)
        else:
            section += CARDINALS.get(word, ORDINALS.get(word, 1 if word in ("a", "an") else 0))
    return total + section


def roman_value(numeral: str) -> int | None:
    """Return the value of a Roman numeral up to 39, None where the letters are none.

    >>> roman_value("XIV"), roman_value("VX")
    (14, None)
    """
    if not numeral or not _ROMAN.fullmatch(numeral):
        return None
    values = [_ROMAN_VALUES[c] for c in numeral]
    later = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, later, strict=True))
