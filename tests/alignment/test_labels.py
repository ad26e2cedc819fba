"""Labels that one side cuts off and the other keeps in its sentence."""

import pytest

import aligner


def pairs(english: str, chinese: str) -> list[tuple[str, str]]:
    found = aligner.align(aligner.document(english, chinese))
    return [(pair.source_text, pair.target_text) for pair in found]


LINES = [
    ("WARNING: Keep the pump away from water.", "警告：请勿让泵接触水。"),
    ("Outcome: Recovered", "转归：痊愈"),
    ("Exclusion criteria were gout and asthma.", "排除标准：痛风和哮喘。"),
    ("[Storage] Store below 25 °C in a dry place.", "【贮藏】25 ℃以下干燥处保存。"),
    ("[Batch No.] Lot K7 of the vaccine was used.", "【批号】使用的疫苗批号为K7。"),
]


@pytest.mark.parametrize(("english", "chinese"), LINES)
def test_a_label_stays_with_its_sentence(english: str, chinese: str) -> None:
    before, after = ("The battery lasts for a week.", "电池可用一周。"), ("Call us if it leaks.", "如有泄漏请致电。")
    lines = [before, (english, chinese), after]
    found = pairs("\n".join(line for line, _ in lines), "\n".join(line for _, line in lines))
    assert all(source and target for source, target in found)
    assert "".join(source for source, _ in found).replace(" ", "") == "".join(e for e, _ in lines).replace(" ", "")


def test_headings_of_imaging_reports_meet() -> None:
    found = pairs("Findings\nThe liver is of normal size.", "影像所见\n肝脏大小正常。")
    assert found == [("Findings", "影像所见"), ("The liver is of normal size.", "肝脏大小正常。")]


def test_a_heading_meets_one_that_is_known_as_a_label() -> None:
    rows = [
        ("The aim was to count falls.", "目的是统计跌倒次数。"),
        ("Data synthesis", "数据合并"),
        ("We added them.", "予以相加。"),
    ]
    assert pairs("\n\n".join(e for e, _ in rows), "\n\n".join(c for _, c in rows)) == rows


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Background: None. Case: She fell.", "背景：无。病例：她跌倒了。"),
        (
            "Introduction Burns kill. Methods and analysis In a trial, we treat them. Ethics and dissemination We ask.",
            "引言　烧伤致死。方法与分析　本试验予以治疗。伦理与传播　征求同意。",
        ),
        ("Statement of problem. Crowns chip. Purpose. We count.", "问题陈述　牙冠崩瓷。目的　计数。"),
    ],
)
def test_labels_of_the_same_section_meet(english: str, chinese: str) -> None:
    assert all(source and target for source, target in pairs(english, chinese))


def test_a_label_that_is_missing_is_told() -> None:
    found = pairs(
        "The battery lasts for a week.\nWARNING: Keep the pump away from water.", "电池可用一周。\n泵须防水。"
    )
    assert ("WARNING:", "") in found
