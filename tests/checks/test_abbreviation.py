"""Abbreviations are followed through the document, on both sides."""

import pytest

from aligner.checks.abbreviation import RULE
from aligner.glossary import ledger
from aligner.model import Block, Context, Hit, Lang, Pair, Segment


def hits(source: list[str], target: list[str], langs: tuple[Lang, Lang] = ("en", "zh")) -> list[Hit]:
    rows = zip(source, target, strict=True)
    pairs = tuple(
        Pair(i, (Segment(Block(a), 0, a, langs[0]),), (Segment(Block(b), 0, b, langs[1]),), 0.9, "lines")
        for i, (a, b) in enumerate(rows, 1)
    )
    return list(RULE.check(pairs, Context(pairs, (), *langs, abbreviations=ledger(pairs, (), langs[0]))))


def test_used_without_introduction() -> None:
    source = ["Magnetic resonance imaging (MRI) was done.", "MRI showed oedema."]
    found = hits(source, ["行磁共振成像。", "MRI示水肿。"])
    assert [(h.pair, h.target.text if h.target else "", h.severity) for h in found] == [(2, "MRI", None)]


def test_introduced_and_never_used_again_on_both_sides_is_nothing() -> None:
    assert hits(["Avascular necrosis (AVN) is rare."], ["缺血性坏死（AVN）罕见。"]) == []


def test_a_translation_that_does_without_it_is_a_remark_only() -> None:
    found = hits(["Avascular necrosis (AVN) is rare."], ["缺血性坏死罕见。"])
    assert [h.severity for h in found] == ["neutral"]


def test_changed_letters_are_one_major_finding() -> None:
    found = hits(["Regional migratory osteoporosis (RMO)"], ["区域性迁移性骨质疏松症（ROM）"])
    assert [(h.severity, h.suggestion) for h in found] == [("major", "RMO")]
    assert found[0].source and found[0].target
    assert (found[0].source.text, found[0].target.text) == ("RMO", "ROM")


@pytest.mark.parametrize(
    ("source", "target", "letters"),
    [
        ("The heart rate (HR) rose.", "心率（HZ）升高。", ("HR", "HZ")),
        ("Computed tomography (CT) was done.", "行计算机断层扫描（TC）。", ("CT", "TC")),
        ("Rheumatoid arthritis (RA) is chronic.", "类风湿关节炎（AR）为慢性病。", ("RA", "AR")),
    ],
)
def test_changed_two_letters_are_major_where_each_side_introduces_one(
    source: str, target: str, letters: tuple[str, str]
) -> None:
    found = hits([source], [target])
    assert [(h.severity, h.suggestion, h.message) for h in found] == [
        ("major", letters[0], f"the source has {letters[0]}, the translation has {letters[1]}")
    ]


def test_two_other_letters_that_the_source_uses_too_are_no_misspelling() -> None:
    source = ["The hazard ratio (HR) was low.", "The OR was high."]
    assert "major" not in [h.severity for h in hits(source, ["风险比（OR）低。", "OR高。"])]


def test_another_abbreviation_of_the_source_is_no_misspelling() -> None:
    assert hits(["AST and ALT rose."], ["ALT和AST升高。"]) == []


def test_an_introduction_added_for_a_known_one_is_nothing() -> None:
    assert hits(["MRI was done."], ["行磁共振成像（MRI）。"]) == []


def test_works_from_chinese() -> None:
    found = hits(["骨密度（BMD）降低。", "BMD低。"], ["Bone density fell.", "BMD was low."], ("zh", "en"))
    assert [(h.pair, h.subject) for h in found] == [(2, "BMD")]


def test_used_before_it_is_introduced() -> None:
    source = ["Bone density (BD) was low.", "BD rose."]
    found = hits(source, ["BD低。", "骨密度（BD）升高。"])
    assert [(h.pair, h.target.text if h.target else "") for h in found] == [(1, "BD")]
    assert hits(["BD was low.", "Bone density (BD) rose."], ["BD低。", "骨密度（BD）升高。"]) == []


def test_introduced_again_is_a_remark() -> None:
    source = ["Bone density (BD) was low.", "BD rose."]
    found = hits(source, ["骨密度（BD）低。", "骨密度（BD）升高。"])
    assert [(h.pair, h.severity) for h in found] == [(2, "neutral")]


@pytest.mark.parametrize(
    ("english", "chinese", "words"),
    [
        ("A confidence interval (CI)", "置信区间（confidence index，CI）", ("interval", "index")),
        (
            "An intraductal papillary mucinous neoplasm (IPMN)",
            "导管内乳头状黏液性肿瘤（intraductal papillary mucinous adenoma，IPMN）",
            ("neoplasm", "adenoma"),
        ),
    ],
)
def test_an_english_name_with_another_word_is_major(english: str, chinese: str, words: tuple[str, str]) -> None:
    there = [h for h in hits([english], [chinese]) if h.severity == "major"]
    back = [h for h in hits([chinese], [english], ("zh", "en")) if h.severity == "major"]
    assert [(h.suggestion, h.target.text if h.target else "") for h in there] == [words]
    assert [(h.suggestion, h.source.text if h.source else "") for h in back] == [(None, words[1])]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("A randomised controlled trial (RCT)", "随机对照试验（randomized control trial，RCT）"),
        ("Parkinson's disease (PD) is common.", "帕金森病（Parkinson disease，PD）常见。"),
        ("Sleep apnoea (OSA) is common.", "睡眠呼吸暂停（obstructive sleep apnea，OSA）常见。"),
        ("MDA was planned.", "计划全民服药（mass drug administration，MDA）。"),
    ],
)
def test_an_english_name_in_another_form_is_the_same(english: str, chinese: str) -> None:
    assert "major" not in [h.severity for h in hits([english], [chinese])]
