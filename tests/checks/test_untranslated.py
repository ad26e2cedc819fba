"""Words left over are told from what Chinese medical writing keeps in Latin letters."""

import pytest

from aligner.checks.untranslated import RULE
from aligner.model import Block, Context, Lang, Pair, Segment


def left(source: str, target: str, langs: tuple[Lang, Lang] = ("en", "zh")) -> list[str]:
    sides = [(Segment(Block(t), 0, t, lang),) for t, lang in zip((source, target), langs, strict=True)]
    pair = Pair(1, sides[0], sides[1], 0.9, "lines")
    hits = RULE.check(pair, Context((pair,), (), *langs))
    return [hit.target.text for hit in hits if hit.target]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Patients had fever.", "患者出现fever。", ["fever"]),
        ("A placoid lesion", "placoid 病变", ["placoid"]),
        ("a pleural effusion", "出现pleural effusion", ["pleural effusion"]),
        ("Risk of Falls among Adults", "Risk of Falls among Adults", ["Risk of Falls among Adults"]),
        ("Scarce data were found.", "Scarce数据", ["Scarce"]),
        ("plate fixation of the plate group", "plate治疗（plate组）", ["plate", "plate"]),
        ("pleurisy", "胸mo炎", ["mo"]),
    ],
)
def test_finds_english_words_in_chinese(source: str, target: str, expected: list[str]) -> None:
    assert left(source, target) == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("in vitro and in vivo", "体外（in vitro）和in vivo实验"),
        ("a dose of 5 mg per kg", "剂量5 mg/kg"),
        ("infection with Escherichia coli", "Escherichia coli感染"),
        ("the limma package", "limma包"),
        ("Kaplan-Meier curves and Cox regression", "Kaplan-Meier曲线和Cox回归"),
        ("pandemic", "大流行（pandemic）"),
        ("norovirus or Norwalk virus", "诺如病毒(norovirus，又称诺瓦克，Norwalk)"),
        ("see www.example.org for mRNA", "mRNA见www.example.org"),
        ("the work of van Gogh", "van Gogh的作品"),
        ("P value and t test", "P值和t检验"),
        ("the phrase “good death”", "“good death”一词"),
    ],
)
def test_leaves_what_is_customary(source: str, target: str) -> None:
    assert left(source, target) == []


def test_finds_chinese_in_english() -> None:
    langs: tuple[Lang, Lang] = ("zh", "en")
    assert left("接受针灸治疗", "treated with 针灸 twice", langs) == ["针灸"]
    assert left("接受推拿治疗", "treated with tuina (推拿)", langs) == []
    assert left("未见不良反应。", "未见不良反应。", langs) == ["未见不良反应。"]


def test_a_sentence_left_in_english_is_one_finding() -> None:
    assert left("No side effects were seen.", "No side effects were seen.") == ["No side effects were seen."]
    assert left("MRI of the HIP", "MRI") == []
