"""Sides, directions, negations and other opposites: reported where the pair settles it, and only there."""

import pytest

from tests.checks.asking import asked


@pytest.mark.parametrize(
    ("rule", "source", "target", "words", "suggestion"),
    [
        ("sides", "The left kidney was removed.", "切除右肾。", ("left", "右"), "左"),
        ("sides", "Left and right; the left hurt.", "左侧和右侧，右侧疼痛。", ("left", "右"), "左"),
        (
            "sides",
            "左右两肺清晰，右肺叶切除。",
            "Left and right lungs; left lobectomy.",
            ("右", "left"),
            "right",
        ),
        (
            "sides",
            "Both the upper and lower respiratory tract",
            "上呼吸道和上呼吸道",
            ("lower respiratory tract", "上"),
            "下",
        ),
        ("direction", "Hyperkalaemia was treated.", "治疗低钾血症。", ("Hyperkalaemia", "低钾"), "高钾"),
        (
            "direction",
            "治疗前疼痛明显。",
            "Pain was bad after treatment.",
            ("治疗前", "after treatment"),
            "before treatment",
        ),
        ("opposites", "急性阑尾炎", "Chronic appendicitis", ("急性", "Chronic"), "Acute"),
        ("direction", "血压下降。", "It had an increasing trend.", ("下降", "increasing"), None),
        ("direction", "结果为阴性。", "It was seropositive.", ("阴性", "seropositive"), "seronegative"),
        ("sides", "The scar lies distally.", "瘢痕位于近端。", ("distally", "近端"), "远端"),
        ("negation", "Age was not significantly different.", "年龄差异显著。", ("not significantly", "显著"), None),
        ("negation", "Diet was not associated with gout.", "饮食与痛风有关联。", ("not associated", "有关联"), None),
    ],
)
def test_the_words_are_named_and_the_right_one_is_given(
    rule: str, source: str, target: str, words: tuple[str, str], suggestion: str | None
) -> None:
    (finding,) = asked(rule, source, target)
    assert finding.source is not None
    assert finding.target is not None
    assert (finding.source.text, finding.target.text) == words
    assert (finding.suggestion, finding.severity) == (suggestion, "critical")


@pytest.mark.parametrize(
    ("rule", "source", "target"),
    [
        ("sides", "About 30 cm to the right", "向右30 cm左右"),
        ("sides", "The contralateral side of the left knee", "左膝的对侧，即右侧"),
        ("sides", "the right to treatment", "依左列规定治疗"),
        ("sides", "Scores were lower in the arms.", "上肢评分较低。"),
        ("direction", "Survival improved as deaths fell.", "死亡减少，生存率升高。"),
        ("direction", "The lower respiratory tract", "下呼吸道感染增加"),
        ("direction", "HBV DNA−, HBsAg positive", "HBV DNA阴性，HBsAg阳性"),
        ("opposites", "Male sex, with chronic disease of acute onset", "男，急性起病的慢性病"),
        ("opposites", "Intravenous infusion by the artery", "经动脉静滴"),
        ("negation", "They differed in no respect.", "二者相同。"),
        ("negation", "It is not uncommon.", "较为常见。"),
        ("negation", "有没有发热？", "Was there any fever?"),
    ],
)
def test_what_the_pair_does_not_settle_is_left_alone(rule: str, source: str, target: str) -> None:
    assert asked(rule, source, target) == []


def test_each_place_is_named_where_all_are_swapped() -> None:
    (finding,) = asked("sides", "The left hip and the left knee", "右髋和右膝")
    assert [(p.source.text, p.target.start) for p in finding.places if p.source and p.target] == [
        ("left", 0),
        ("left", 3),
    ]


def test_it_is_told_whether_the_translation_affirms_or_denies() -> None:
    (affirmed,) = asked("negation", "Diet was not associated with gout.", "饮食与痛风有关联。")
    (denied,) = asked("negation", "饮食与痛风有关联。", "Diet was not associated with gout.")
    assert affirmed.message.endswith("“有关联”, which affirms it")
    assert denied.message.endswith("“not associated”, which denies it")


def test_a_lost_negation_names_the_words_that_have_no_counterpart() -> None:
    (finding,) = asked("negation", "No fracture was seen.", "可见骨折。")
    assert finding.source is not None
    assert (finding.source.text, finding.target, finding.severity) == ("No", None, "major")
