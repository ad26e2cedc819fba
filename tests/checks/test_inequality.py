"""Limits: what is turned round, lost, added, and what only looks so."""

import pytest

from aligner.checks.inequality import RULE
from aligner.model import Block, Context, Hit, Lang, Pair, Segment


def hits(source: str, target: str, langs: tuple[Lang, Lang] = ("en", "zh")) -> list[Hit]:
    sides = (Segment(Block(source), 0, source, langs[0]),), (Segment(Block(target), 0, target, langs[1]),)
    pair = Pair(1, *sides, 0.9, "lines")
    return [*RULE.check(pair, Context((pair,), (), *langs))]


def both_ways(english: str, chinese: str) -> list[list[Hit]]:
    return [hits(english, chinese), hits(chinese, english, ("zh", "en"))]


@pytest.mark.parametrize(
    ("english", "chinese", "severity"),
    [
        ("P < 0.05", "P＞0.05", "critical"),
        ("not less than 6 months", "少于6个月", "critical"),
        ("did not exceed 5 mg", "超过5 mg", "critical"),
        ("over 90 percent", "90%以下", "critical"),
        ("children younger than 5 years", "5岁以上儿童", "critical"),
        ("P < 0.05", "P=0.05", "major"),
        ("aged ≥65 years", "年龄＞65岁", "major"),
        ("more than 1000 cases", "1000例", "minor"),
        ("The dose reached 40 mg.", "剂量>40 mg。", "major"),
        ("The dose was 40 mg.", "剂量≥40 mg。", "major"),
        ("a contact time of more than 5 minutes", "作用时间5分钟", "minor"),
    ],
)
def test_a_difference_is_told_once_in_both_directions(english: str, chinese: str, severity: str) -> None:
    for found in both_ways(english, chinese):
        assert [hit.severity for hit in found] == [severity]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("adults aged 65 years and older", "65岁以上成人"),
        ("P values less than 0.05 were considered significant.", "P<0.05为差异有统计学意义。"),
        ("3 or fewer lesions", "病灶不多于3个"),
        ("up to 5 days in over 30% of cases", "30%以上的病例长达5天"),
        ("over the past 5 years", "过去5年内"),
        ("The dose was reduced over 3 months.", "剂量在3个月内递减。"),
        ("no country had tested more than 3%", "没有国家的检测率超过3%"),
        ("P &lt; 0.05", "P<0.05"),
        ("lower than 5% in men and 5% in women", "男性低于5%，女性5%"),
        ("at least one of 3 sites", "3个部位中至少1个"),
        ("no later than 6 months before the end", "结束6个月前"),
        ("The dose reached 40 mg or rose by more than 10 mg.", "剂量≥40 mg或增加>10 mg。"),
        ("in whom the pressure attained 30 mmHg", "压力≥30 mmHg者"),
        ("a score of at least 7", "评分达7分"),
        ("a GFR below 60 mL/min/1.73 m² or one or more markers", "GFR低于60 mL/min/1.73 m²或一项或多项标志"),
        ("Replace it when it no longer lasts 3 hours.", "续航不足3小时即更换。"),
    ],
)
def test_the_same_limit_said_in_other_words(english: str, chinese: str) -> None:
    assert both_ways(english, chinese) == [[], []]


@pytest.mark.parametrize(
    ("source", "target", "suggestion"),
    [
        ("P < 0.05", "P ＞ 0.05", "< 0.05"),
        ("at least 3 days", "不超过3天", "至少3"),
        ("≤ 5 mg", "≥5 mg", "≤5"),
        ("younger than 5 years", "5岁以上", "5岁以下"),
        ("aged 65 years or older", "65岁以下", "65岁及以上"),
        ("over 90 percent", "90%以下", "90%以上"),
        ("exceeding 300 cases", "不足300例", "超过300"),
    ],
)
def test_suggests_the_limit_of_the_source(source: str, target: str, suggestion: str | None) -> None:
    assert [hit.suggestion for hit in hits(source, target)] == [suggestion]


@pytest.mark.parametrize(
    ("source", "target", "suggestion"),
    [
        ("5岁以下", "older than 5", "younger than 5"),
        ("18岁及以上", "18 years or younger", "18 years or older"),
        ("未满18岁", "18 years or older", None),
    ],
)
def test_suggests_the_limit_in_english(source: str, target: str, suggestion: str | None) -> None:
    assert [hit.suggestion for hit in hits(source, target, ("zh", "en"))] == [suggestion]


def test_equal_numbers_are_paired_by_their_units() -> None:
    source = "≥ 2 cases within 2 weeks"
    assert hits(source, "2周内≥2例") == []
    assert [hit.target.text for hit in hits(source, "2周内≤2例") if hit.target] == ["≤2"]
