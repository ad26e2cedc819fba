"""Comparisons, signs and shared units of the numbers of a text."""

import pytest

from aligner.model import Lang
from aligner.text.quantities import Quantity, quantities


def the(text: str, lang: Lang, value: int) -> Quantity:
    return next(q for q in quantities(text, lang) if q.key == (value,))


@pytest.mark.parametrize(
    ("text", "lang", "direction", "inclusive"),
    [
        ("P < 5", "en", "below", False),
        ("P ≤ 5", "en", "below", True),
        ("P &gt; 5", "en", "above", False),
        ("at least 5 days", "en", "above", True),
        ("no more than 5 days", "en", "below", True),
        ("shall not be less than 5", "en", "above", True),
        ("does not exceed 5", "en", "below", True),
        ("didn't exceed 5", "en", "below", True),
        ("greater than or equal to 5", "en", "above", True),
        ("5 years or older", "en", "above", True),
        ("5 or fewer", "en", "below", True),
        ("over 5 mm", "en", "above", None),
        ("5+ days", "en", "above", None),
        ("P值小于5", "zh", "below", False),
        ("大于或等于5", "zh", "above", True),
        ("不少于5例", "zh", "above", True),
        ("不得超过5天", "zh", "below", True),
        ("未超过5天", "zh", "below", True),
        ("不满5岁", "zh", "below", False),
        ("5岁以上", "zh", "above", None),
        ("5岁及以上", "zh", "above", True),
        ("5个百分点以下", "zh", "below", None),
        ("5余名", "zh", "above", None),
        ("≥5", "zh", "above", True),
    ],
)
def test_reads_a_comparison(text: str, lang: Lang, direction: str, inclusive: bool | None) -> None:
    comparison = the(text, lang, 5).comparison
    assert comparison
    assert (comparison.direction, comparison.inclusive) == (direction, inclusive)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("5 patients in group A", "en"),
        ("three more or less", "en"),
        ("5例患者以上述方法治疗", "zh"),
        ("5例内镜检查", "zh"),
        ("涉及更多的5名患者", "zh"),
    ],
)
def test_what_is_no_comparison(text: str, lang: Lang) -> None:
    assert all(q.comparison is None for q in quantities(text, lang))


@pytest.mark.parametrize(
    ("text", "lang", "minus"),
    [
        ("a change of -5 points", "en", True),
        ("a change of −5 points", "en", True),
        ("（-5～-2）", "zh", True),
        ("-5℃", "zh", True),
        ("保存于零下5℃", "zh", True),
        ("3-5 days", "en", False),
        ("3 -5 days", "en", False),
        ("2月-5月", "zh", False),
        ("the IL-5 level was 5", "en", False),
        ("碘-5", "zh", False),
    ],
)
def test_reads_a_minus_sign(text: str, lang: Lang, minus: bool) -> None:
    assert bool(the(text, lang, 5).minus) == minus


def test_a_list_a_range_and_brackets_share_a_unit() -> None:
    for text in ("5, 10 and 20 mg", "5–10 mg", "(5 ± 2) mg", "5 to 10 mg"):
        found = quantities(text, "en")
        assert all((q.unit or q.shared) is not None for q in found if q.is_sure), text
    assert quantities("5 men took 20 mg", "en")[0].shared is None


def test_a_year_has_no_unit() -> None:
    assert the("2019年", "zh", 2019).unit is None
    assert the("2007-08年", "zh", 8).unit is None
    assert the("百分之5", "zh", 5).unit is not None
