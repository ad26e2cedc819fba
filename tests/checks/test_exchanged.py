"""Two things that have changed places between clauses, and two that only stand in another order."""

import pytest

import aligner
from aligner.checks.exchanged import RULE
from tests.checks.asking import asked

TURNED = (
    ("Weight increased and appetite decreased.", "体重下降，食欲增加。", "increased and appetite decreased"),
    (
        "Men did better in memory, and women in language.",
        "女性记忆较好，男性语言较好。",
        "Men did better in memory, and women",
    ),
    (
        "治疗组症状改善，对照组无变化。",
        "The control group had milder symptoms, and the treatment group no change.",
        "治疗组症状改善，对照",
    ),
)
STRAIGHT = (
    ("Weight increased and appetite decreased.", "食欲减退，体重增加。"),
    ("Mild colds in adults and children worldwide, and fever", "在全世界儿童和成人中引起轻度感冒和发热"),
    ("Pressure was taken before and 6 months after surgery, and sleep was studied.", "于睡眠监测前及术后6个月测血压。"),
    ("X rose in men and fell in women, respectively.", "男性和女性中X分别下降和上升。"),
)


@pytest.mark.parametrize(("source", "target", "said"), TURNED)
def test_what_changed_places_is_told_from_one_to_the_other(source: str, target: str, said: str) -> None:
    found = [finding.source.text for finding in asked(RULE.id, source, target) if finding.source]
    assert found == [said]


@pytest.mark.parametrize(("source", "target"), STRAIGHT)
def test_another_order_is_no_exchange(source: str, target: str) -> None:
    assert not asked(RULE.id, source, target)


def test_what_renders_a_term_only_in_its_place_tells_no_order() -> None:
    english = (
        "From May 2020 through June 2021, infants born at 26–30 weeks who were diagnosed with RDS and required oxygen "
        "(FiO2) above 0.35 on nasal continuous positive airway pressure within 4 hours of birth were enrolled in the "
        "neonatal intensive care units of 12 hospitals."
    )
    chinese = (
        "2020年5月至2021年6月，在12家医院新生儿重症监护病房，纳入胎龄26～30周、诊断为RDS且生后4 h内经鼻持续气道正压通气"
        "支持下吸入氧浓度（FiO2）>0.35的早产儿。"
    )
    for texts in ((english, chinese), (chinese, english)):
        assert not [f for f in aligner.check(aligner.document(*texts)).findings if f.rule == RULE.id]
