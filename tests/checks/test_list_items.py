"""Items of lists: lost, put in, and rendered in words that no dictionary has."""

import pytest

from aligner.checks.list_items import RULE
from tests.checks.asking import asked

LOST = (
    ("Patients had pain, fever, cough and vomiting.", "患者有疼痛、咳嗽和呕吐。", "fever"),
    ("患者有疼痛、发热、咳嗽和呕吐。", "Patients had pain, fever and vomiting.", "咳嗽"),
    ("We asked about age, sex, height, and smoking, as planned.", "按计划询问年龄、性别和吸烟情况。", "height"),
)
WHOLE = (
    ("Patients had pain, fever, cough and vomiting.", "患者有疼痛、发热、咳嗽和呕吐。"),
    ("Patients had pain, fever, cough, and the like.", "患者有疼痛、发热、咳嗽等。"),
    ("二、疼痛、发热和咳嗽", "2. Pain, fever and cough"),
    ("Those aged 5 years, 18 years and 65 years or older were asked.", "询问5岁、18岁和65岁以上者。"),
)


@pytest.mark.parametrize(("source", "target", "item"), LOST)
def test_an_item_between_neighbours_that_meet_is_lost(source: str, target: str, item: str) -> None:
    (finding,) = asked(RULE.id, source, target)
    assert finding.source is not None
    assert (finding.source.text, finding.target) == (item, None)
    (back,) = asked(RULE.id, target, source)
    assert back.target is not None
    assert (back.source, back.target.text) == (None, item)


@pytest.mark.parametrize(("source", "target"), WHOLE)
def test_a_list_that_is_whole_is_left_alone(source: str, target: str) -> None:
    assert not asked(RULE.id, source, target)
    assert not asked(RULE.id, target, source)
