"""Places that stand for others, and those that only one side names."""

import pytest

from tests.checks.asking import asked


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        ("Forty surgeons in Iceland were asked.", "调查爱尔兰的40名外科医师。", "冰岛"),
        ("Deaths in China and Austria fell.", "我国和澳大利亚的死亡人数下降。", "奥地利"),
        ("在湖南省抽取12个县。", "Twelve counties of Henan were sampled.", "Hunan"),
    ],
)
def test_another_place_is_told_with_the_right_one(source: str, target: str, right: str) -> None:
    (finding,) = asked("place-name", source, target)
    assert (finding.severity, finding.suggestion) == ("major", right)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("We asked 40 nurses in Sweden.", "调查40名护士。"),
        ("Deaths in Wales fell.", "英国死亡人数下降。"),
        ("Nurses of our country and of Japan were asked.", "调查我国和日本的护士。"),
        ("The study was done in Changsha.", "研究在湖南省进行。"),
        ("Patients in Kenya paid in US dollars.", "肯尼亚患者以国内货币支付。"),
    ],
)
def test_what_only_one_side_names_is_nothing(english: str, chinese: str) -> None:
    assert asked("place-name", english, chinese) == []
    assert asked("place-name", chinese, english) == []
