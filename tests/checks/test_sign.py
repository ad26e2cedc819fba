"""Minus and plus-minus signs."""

import pytest

from aligner.checks.sign import RULE
from aligner.model import Block, Context, Hit, Lang, Pair, Segment


def hits(source: str, target: str, langs: tuple[Lang, Lang] = ("en", "zh")) -> list[Hit]:
    sides = (Segment(Block(source), 0, source, langs[0]),), (Segment(Block(target), 0, target, langs[1]),)
    pair = Pair(1, *sides, 0.9, "lines")
    return [*RULE.check(pair, Context((pair,), (), *langs))]


@pytest.mark.parametrize(
    ("source", "target", "suggestion"),
    [
        ("r = -0.45", "r=0.45", "−0.45"),
        ("r = 0.45", "r=-0.45", "0.45"),
        ("stored at −80 °C", "80℃保存", "−80"),
        ("54.1 ± 8.7", "54.1-8.7", "±8.7"),
    ],
)
def test_a_sign_that_differs_is_told_with_the_right_one(source: str, target: str, suggestion: str) -> None:
    assert [hit.suggestion for hit in hits(source, target)] == [suggestion]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("a mean change of −1.2%", "平均下降1.2%"),
        ("minus 20 degrees", "-20℃"),
        ("from 2008 to 2015-12", "2008年1月-2015年12月"),
        ("Figures 6--9", "图6-9"),
        ("(scores – 6.2)", "（得分-6.2）"),
        ("61.2 years (SD 8.4)", "（61.2±8.4）岁"),
        ("uranium-235 and U(235)", "铀-235和U(235)"),
    ],
)
def test_a_dash_or_a_word_is_no_difference(english: str, chinese: str) -> None:
    assert hits(english, chinese) == []
    assert hits(chinese, english, ("zh", "en")) == []
