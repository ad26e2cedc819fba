"""The rules about marks and characters in Chinese: what they tell, and what they leave alone."""

import pytest

from tests.checks.told import dictionary, en, hits, suggestions, words, zh


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("疼痛，，肿胀。", ["，，"]),
        ("疼痛、，肿胀。。", ["、，", "。。"]),
        ("疼痛。，肿胀", ["。，"]),
        ("疼痛……肿胀——发热！？", []),
        ("等等...", []),
        ("见https://example.org/a,,b。", []),
    ],
)
def test_doubled_marks(target: str, expected: list[str]) -> None:
    assert sorted(zh("doubled-mark", target)) == sorted(expected)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Pain,, swelling.; fever,. cough", [",,", ".;", ",."]),
        ("It was given p.o.; Wang et al.; etc., and so on ...", []),
        ("It was gone..", [".."]),
    ],
)
def test_doubled_marks_in_english(target: str, expected: list[str]) -> None:
    assert sorted(en("doubled-mark", target)) == sorted(expected)


def test_a_doubled_mark_of_the_source_is_the_sources() -> None:
    assert zh("doubled-mark", "疼痛，，肿胀", "Pain,, swelling") == []


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("骨髓 水肿，无骨折，膝关节肿胀。", ["髓 水"]),
        ("疼痛 ，肿胀", ["痛 ，"]),
        ("疼痛， 肿胀", ["， 肿"]),
        ("（ 疼痛）", ["（ 疼"]),
        ("目的 观察疗效", []),
        ("第一 章", []),
        ("12 例患者的 MRI 正常", []),
        ("张三 李四 王五 赵六", []),
        ("疼痛消失。 患者可行走。", []),
    ],
)
def test_spaces_in_chinese(target: str, expected: list[str]) -> None:
    assert zh("space-in-chinese", target) == expected


def test_spaces_are_the_sources_where_it_is_cut_into_tokens() -> None:
    assert zh("space-in-chinese", "疼痛 ，肿胀", "Pain , swelling .") == []


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("因此、停用该药", ["、"]),
        ("在这种情况下，疗效提高的同时、风险降低", ["、"]),
        ("疼痛、发热、和咳嗽", ["、"]),
        ("病毒可能会变弱、最终消失", ["、"]),
        ("疼痛、发热、", ["、"]),
        ("出现乏力，疼痛，发热和咳嗽", ["，"]),
        ("疼痛消失，此外，发热和咳嗽缓解", []),
        ("一、方法", []),
        ("症状缓解、及时就诊、或许复发", []),
        ("心、肝、脾、肺和肾", []),
        ("目前、将来和过去", ["、"]),
    ],
)
def test_commas_of_lists(target: str, expected: list[str]) -> None:
    assert zh("enumeration-comma", target) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ('称为"静默"，"无声"者', "称为“静默”，“无声”者"),
        ("疼痛等等...", "疼痛等等……"),
        ("疼痛--发热", "疼痛——发热"),
        ('长6"，型号"Pro"', '长6"，型号"Pro"'),
        ('称为"静默，者', '称为"静默，者'),
        ("`a...b`与1--2", "`a...b`与1--2"),
    ],
)
def test_marks_of_a_typewriter(target: str, expected: str) -> None:
    text = target
    for hit in hits("makeshift-mark", [("A sentence.", target)]):
        for span in [place.target for place in hit.places] or [hit.target]:
            assert span is not None
            mark = hit.suggestion or f"“{span.text[1:-1]}”"
            text = text.replace(span.text, mark)
    assert text == expected


def test_full_width_letters_suggest_plain_ones() -> None:
    found = hits("full-width-letters", [("MRI of 12 patients", "１２例患者的ＭＲＩ（Ｐ＜0.05）")])
    assert words(found) == ["１２", "ＭＲＩ", "Ｐ"]
    assert suggestions(hits("full-width-letters", [("MRI", "行ＭＲＩ检查")])) == ["MRI"]


def test_the_rarer_kind_of_range_is_told() -> None:
    rows = [("5 to 10 days", "5～10天"), ("20 to 35 years", "20～35岁"), ("12 to 15", "12-15个")]
    found = hits("mixed-ranges", rows)
    assert words(found) == ["12-15"]
    assert suggestions(found) == ["12～15"]


@pytest.mark.parametrize(
    "target",
    [
        "2019-2020年，5～10天",
        "5～10天，电话010-1234567",
        "5～10天[4-6]",
        "5～10天\t2.2\t-1.4",
        "5～10天（货号40-1120）",
        "1-2月，5～10天",
        "5~10天，8～9岁",
    ],
)
def test_years_and_numbers_are_no_ranges(target: str) -> None:
    assert zh("mixed-ranges", target) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Objective To study pain", "目的研究疼痛", ["目的"]),
        ("Methods: Twelve patients", "方法12例患者", ["方法"]),
        ("Conclusion Rest helps", "结论：休息有效", []),
        ("Results showed that rest helps", "结果表明休息有效", []),
        ("Results: Rest helped", "结果显示休息有效", []),
        ("The method was good", "方法良好", []),
    ],
)
def test_labels_that_run_in(source: str, target: str, expected: list[str]) -> None:
    assert zh("run-in-label", target, source) == expected


def test_characters_of_the_other_script_are_told_and_corrected() -> None:
    found = hits("traditional-character", [("The pain was gone.", "患者经治疗后膝關節疼痛消失，活动度改善。")])
    assert words(found) == ["關節"]
    assert suggestions(found) == ["关节"]


def test_a_traditional_text_is_traditional() -> None:
    simplified = "患者经治疗后膝关节疼痛消失，活动度明显改善，血压恢复正常。"
    assert zh("traditional-character", simplified) == []
    assert zh("traditional-character", dictionary().traditional(simplified)) == []


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("疼痛显着减轻，即往体健，甘油三脂升高", ["显着", "即往", "甘油三脂"]),
        ("自己经历的痛苦，立即往医院，辨证状况，消炎证据，否决对他", []),
        ("其它粘膜和成份", []),
    ],
)
def test_wrong_characters(target: str, expected: list[str]) -> None:
    assert zh("wrong-character", target) == expected


def test_older_spellings_are_told_where_they_are_asked_for() -> None:
    assert zh("variant-spelling", "其它粘膜") == ["粘膜", "其它"]
