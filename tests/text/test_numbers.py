"""Numbers are read by value, whatever way they are written."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.model import Lang
from aligner.text.numbers import Number, numbers


def surely(text: str, lang: Lang) -> list[str]:
    """Return the plain readings of the figures and sure number words."""
    return [str(n.values[0]) for n in numbers(text, lang) if n.written in ("figure", "word")]


def readings(text: str, lang: Lang) -> set[Fraction]:
    return {value for n in numbers(text, lang) for value in (*n.values, *n.parts)}


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("12,000 men", "en", ["12000"]),
        ("0.05", "en", ["1/20"]),
        ("50,000/μL", "en", ["50000"]),
        ("P < .05", "en", ["1/20"]),
        ("0·05", "en", ["1/20"]),
        ("1.2 million", "en", ["1200000"]),
        ("two hundred thousand", "en", ["200000"]),
        ("twenty-five", "en", ["25"]),
        ("two dozen", "en", ["24"]),
        ("two and a half years", "en", ["5/2"]),
        ("two-thirds", "en", ["2/3"]),
        ("half a million", "en", ["500000"]),
        ("4 × 10^9/L", "en", ["4", "1000000000"]),
        ("5.2 x 10(9)/L", "en", ["26/5", "1000000000"]),
        ("stage III", "en", ["3"]),
        ("10（1012）", "zh", ["10", "1012"]),
        ("10（12）例", "zh", ["10", "12"]),
        ("the 21st of May 2020", "en", ["21", "5", "2020"]),
        ("1.2万", "zh", ["12000"]),
        ("１２００名", "zh", ["1200"]),
        ("1亿2000万", "zh", ["120000000"]),
        ("10余万", "zh", ["100000"]),
        ("百分之三十五", "zh", ["35"]),
        ("三分之二", "zh", ["2/3"]),
        ("三百零五例", "zh", ["305"]),
        ("三點五", "zh", []),
        ("三点五", "zh", ["7/2"]),
        ("二〇二〇年", "zh", ["2020"]),
        ("20世纪90年代", "zh", ["1990"]),
        ("5千克", "zh", ["5"]),
        ("Ⅲ期", "zh", ["3"]),
        ("两年半", "zh", ["5/2"]),
    ],
)
def test_reads_a_number(text: str, lang: Lang, expected: list[str]) -> None:
    assert surely(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("COVID-19, IL-6, HbA1c, H1N1 and CD4+", "en"),
        ("vitamin B12, 5-HT, 18F-FDG and K562", "en"),
        ("NCT01234567, doi: 10.1000/182, https://example.org/12", "en"),
        ("as shown before [12, 14-16]", "en"),
        ("3. Methods", "en"),
        ("I may see a patient.", "en"),
        ("The retina was seen by OCT, and of OCT scans few were blurred.", "en"),
        ("一般认为十分重要，万一发生，三叉神经", "zh"),
        ("另一个患者进一步好转", "zh"),
        ("数千年来，上百人", "zh"),
    ],
)
def test_what_is_no_number_of_its_own(text: str, lang: Lang) -> None:
    assert surely(text, lang) == []


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("12,000", "1.2万"),
        ("two thirds", "三分之二"),
        ("2/3", "三分之二"),
        ("35%", "百分之三十五"),
        ("twofold", "增加1倍"),
        ("doubled", "翻倍"),
        ("January", "1月"),
        ("stage III", "3期"),
        ("half", "一半"),
        ("the 1990s", "上世纪90年代"),
        ("the 19th century", "十九世纪"),
        ("both knees", "双膝"),
        ("a dozen", "十几个"),
        ("50,000 to 100,000", "5万～10万"),
        ("3 pm", "15时"),
        ("a million", "100万"),
        ("dozen", "12个"),
        ("once", "每日1次"),
        ("4 × 10^9/L", "4×10⁹/L"),
        ("5 percent", "5％"),
        ("1/4", "四分之一"),
    ],
)
def test_both_languages_share_a_reading(english: str, chinese: str) -> None:
    assert readings(english, "en") & readings(chinese, "zh")


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("6 months", "半年"),
        ("18 months", "一年半"),
        ("two weeks", "14天"),
        ("half a year", "6个月"),
        ("36 months", "3年"),
        ("24 h", "一天"),
    ],
)
def test_equal_amounts_agree(english: str, chinese: str) -> None:
    ours = {n.amount for n in numbers(english, "en") if n.amount}
    theirs = {n.amount for n in numbers(chinese, "zh") if n.amount}
    assert ours & theirs


@pytest.mark.parametrize(("text", "name"), [("IL-6", "il6"), ("IL 6", ""), ("SARS-CoV-2", "sarscov2"), ("IL-", "il")])
def test_names_keep_letters_and_digits(text: str, name: str) -> None:
    assert {n.name for n in numbers(text, "en")} == {name}


def test_a_range_shares_its_scale() -> None:
    low = numbers("5–10万", "zh")[0]
    assert low.values == (5, 50_000)


def test_a_grouped_number_may_be_two() -> None:
    assert numbers("10 000", "en")[0] == Number(0, 6, (Fraction(10000),), (Fraction(10), Fraction(0)))


_PIECES = st.sampled_from(
    ["12", "1,2", "三", "百分之", "万", "分之", ".", "/", "10^", "½", "IL-6", "half", "[3]", "年", "%"]
)


@given(st.lists(st.one_of(_PIECES, st.characters()), max_size=15).map("".join), st.sampled_from(["en", "zh"]))
def test_numbers_stand_in_the_text_in_order(text: str, lang: Lang) -> None:
    found = numbers(text, lang)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert [n.start for n in found] == sorted(n.start for n in found)
    assert all(n.values or n.parts or n.name or n.written == "identifier" for n in found)


@given(st.integers(0, 10**9))
def test_a_whole_number_is_read_back(value: int) -> None:
    assert Fraction(value) in readings(f"{value:,} people", "en")
    assert Fraction(value) in readings(f"共{value}人", "zh")
