"""Half-width marks count where Chinese stands beside them."""

import pytest

from aligner.checks.half_width_punctuation import RULE
from aligner.model import Block, Context, Pair, Segment


def found(text: str) -> list[tuple[str, list[str]]]:
    segment = Segment(Block(text), 0, text, "zh")
    pairs = (Pair(1, (), (segment,), 0.0, "lines"),)
    hits = RULE.check(pairs, Context(pairs, (), "en", "zh"))
    spans = ((hit.subject, [place.target for place in hit.places] or [hit.target]) for hit in hits)
    return [(subject, [span.text for span in of if span]) for subject, of in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("疼痛,肿胀,发热", [("comma", [",", ","])]),
        ("强直性脊柱炎(AS)和骨水肿(BME)", [("brackets", ["(AS)", "(BME)"])]),
        ("MRI显示水肿,无骨折(图1).", [("comma", [","]), ("brackets", ["(图1)"]), ("full stop", ["."])]),
        ("疼痛（AS)加重", [("brackets", ["（AS)"])]),
        ("目的:观察疗效;方法", [("colon", [":"]), ("semicolon", [";"])]),
        ("风险比为0.73;95% CI 0.6～0.9", [("semicolon", [";"])]),
        ("疼痛减轻（P=0.02）;P值见表1", [("semicolon", [";"])]),
        ("患者/(家属)", [("brackets", ["(家属)"])]),
        ("疼痛吗?", [("question mark", ["?"])]),
        ("P<0.05,差异显著", [("comma", [","])]),
        ("患者(n=12)均存活", [("brackets", ["(n=12)"])]),
    ],
)
def test_reports_each_kind_once_with_its_places(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "共1,200例，比例1:2，时间8:30",
        "（95% CI: 1.2, 3.4）",
        "CD4(+)T细胞和f(x)函数，print()函数",
        "平均5 (2-9) 天",
        "3.方法",
        "et al.研究",
        "见https://example.org/a,b.html。",
        "A, B和C",
        "等等...",
        "In English, only (AS).",
        "25～75 mL/(min·1.73 m²)且尿白蛋白升高",
        "5 μg/(kg·min)静脉泵入",
        "疗效肯定（HR 0.73; 95% CI 0.6, 0.9）",
        "核型为46,XY,t(9;22)(q34;q11)",
        "《柳叶刀》2020;395:497",
        "作者Smith A; Jones B",
        "温度&lt;38℃",
        "参见 :func:`open`。",
    ],
)
def test_leaves_numbers_formulae_and_latin_alone(text: str) -> None:
    assert found(text) == []


def test_suggests_a_replacement_where_all_places_share_it() -> None:
    text = "疼痛,肿胀(AS)和(BME)"
    segment = Segment(Block(text), 0, text, "zh")
    pairs = (Pair(1, (), (segment,), 0.0, "lines"),)
    hits = RULE.check(pairs, Context(pairs, (), "en", "zh"))
    assert {hit.subject: hit.suggestion for hit in hits} == {"comma": "，", "brackets": None}
