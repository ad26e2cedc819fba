"""What stands twice in a row, and what only looks so or is meant so."""

import pytest

from tests.checks.asking import asked


@pytest.mark.parametrize(
    ("source", "target", "marked", "suggestion"),
    [
        ("Smoking raised the risk.", "吸烟使风险风险风险升高。", "风险风险风险", "风险"),
        ("The effect was moderate.", "效应效应为中等。", "效应效应", "效应"),
        ("Give the influenza vaccine.", "接种流感疫苗流感疫苗。", "流感疫苗流感疫苗", "流感疫苗"),
        ("MRI was done.", "行MRI MRI检查。", "MRI MRI", "MRI"),
        ("患者无发热。", "The The patient had no fever.", "The The", "The"),
        ("该系统运行良好。", "The system system's state was good.", "system system's", "system"),
        ("术后12周，疼痛消失。", "At 12 weeks, at 12 weeks, all was well.", "At 12 weeks, at 12 weeks", "At 12 weeks"),
    ],
)  # fmt: skip
def test_a_unit_that_follows_itself_is_reported_once(source: str, target: str, marked: str, suggestion: str) -> None:
    (finding,) = asked("repetition", source, target)
    assert finding.target is not None
    assert (finding.target.text, finding.suggestion) == (marked, suggestion)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Single-character strings were stored.", "存储了单字符字符串。"),
        ("This qualitative study examined the causes.", "本项定性研究研究了病因。"),
        ("The insurance insured them.", "健康保险保险对象。"),
        ("Influenza vaccine vaccination is advised.", "建议进行流感疫苗疫苗接种。"),
        ("It got worse and worse.", "看起来越来越重。"),
        ("The list of the names of files", "文件的文件名清单"),
        ("He came from Pago Pago.", "他来自Pago Pago。"),
        ("Cells were lysed; cells were washed; and cells were stained.", "裂解细胞；洗涤细胞；染色细胞。"),
        ("长度为12英寸。", "It was 12 in in length."),
        ("总生存率、无事件生存率", "event-free survival, overall survival, overall recurrence"),
    ],
)
def test_what_is_meant_or_only_looks_so_is_left_alone(source: str, target: str) -> None:
    assert asked("repetition", source, target) == []


def test_a_clause_that_stands_twice_is_grave() -> None:
    (finding,) = asked(
        "repetition",
        "If the pain returns within a week, repeat it.",
        "如果疼痛在一周之内再次出现，如果疼痛在一周之内再次出现，可重复。",
    )
    assert finding.severity == "major"
