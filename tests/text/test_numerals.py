"""Numerals have the value that a reader gives them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.text import numerals

_DIGITS = "零一二三四五六七八九"


def written(number: int) -> str:
    """Write a number below 10,000 the long way, as 三千零五."""
    out, gap = "", False
    for scale, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            out += ("零" if gap and out else "") + _DIGITS[digit] + sign
        gap = not digit
    return out or "零"


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_reads_chinese_numerals_back(high: int, low: int) -> None:
    assert numerals.han_value(written(low)) == low
    if high:
        assert numerals.han_value(f"{written(high)}万{written(low)}") == high * 10_000 + low


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", 10),
        ("二十", 20),
        ("廿五", 25),
        ("一百一十", 110),
        ("三億", 3 * 10**8),
        ("萬", 10**4),
        ("一九九八", 1998),
        ("兩千", 2000),
    ],
)
def test_reads_forms_of_chinese_numerals(numeral: str, value: int) -> None:
    assert numerals.han_value(numeral) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("twenty five", 25), ("one hundred and one", 101), ("two million", 2_000_000), ("ninth", 9), ("two dozen", 24)],
)
def test_reads_english_number_words(words: str, value: int) -> None:
    assert numerals.english_readings(words.split())[0] == value


def test_a_third_is_a_part_or_a_rank() -> None:
    assert set(numerals.english_readings(["third"])) == {Fraction(1, 3), Fraction(3)}


@pytest.mark.parametrize(
    ("numeral", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XXXIX", 39), ("IIX", None), ("", None)]
)
def test_reads_roman_numerals(numeral: str, value: int | None) -> None:
    assert numerals.roman_value(numeral) == value
