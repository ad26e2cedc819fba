"""The rules about names, identifiers and characters: what they tell, and what they leave alone."""

import pytest

from tests.checks.told import en, hits, suggestions, words, zh


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Registered: NCT01234567.", "注册号NCT01234576。", ("NCT01234576", "NCT01234567")),
        ("PROSPERO CRD42020123456", "PROSPERO（CRD42020123465）", ("CRD42020123465", "CRD42020123456")),
        ("doi:10.1000/abc.12(3)", "doi：10.1000/abc.13(3)", ("10.1000/abc.13(3)", "10.1000/abc.12(3)")),
        ("Write to a.li@example.org.", "联系：a.1i@example.org。", ("a.1i@example.org", "a.li@example.org")),
        ("the variant rs12345", "变异rs12354", ("rs12354", "rs12345")),
    ],
)
def test_a_changed_identifier_is_critical(source: str, target: str, expected: tuple[str, str]) -> None:
    (hit,) = hits("identifier", [(source, target)])
    assert hit.severity is None
    assert hit.target is not None
    assert (hit.target.text, hit.suggestion) == expected


def test_an_identifier_that_is_missing_is_told_at_the_source() -> None:
    (hit,) = hits("identifier", [("Registered: ChiCTR2000012345.", "试验已注册。")])
    assert (hit.severity, hit.target) == ("major", None)
    assert hit.source is not None
    assert hit.source.text == "ChiCTR2000012345"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("NCT01234567", "NCT 01234567"),
        ("PMID: 12345678", "PMID：12345678"),
        ("see http://www.example.org/a/.", "见https://example.org/a。"),
        ("see https://www.who.int/en/news/a.", "见https://www.who.int/zh/news/a。"),
        ("version 1.10.2 of 10/2020", "2020年10月的1.10.2版"),
    ],
)
def test_identifiers_that_are_the_same(source: str, target: str) -> None:
    assert hits("identifier", [(source, target)]) == []


def test_an_identifier_may_stand_in_another_sentence() -> None:
    assert hits("identifier", [("NCT01234567 it is.", "是。"), ("Good.", "好（NCT01234567）。")]) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("anti-VEGF", "抗Vegf", ["Vegf"]),
        ("5 mmol/L", "5 Mmol/L", ["Mmol"]),
        ("the pH of STAT3/BAX", "STAT3/Bax的PH", ["Bax", "PH"]),
        ("COVID-19 and NSAIDs", "Covid-19与NSAID", []),
        ("Influenza is a virus", "流感（influenza）", []),
        ("ACE and Ace were used", "ACE与Ace", []),
        ("5 mL of 3 mmol/L at 2 kDa", "3 mmol/l，5 ml，2 kda", ["kda"]),
    ],
)
def test_capitals_of_names(source: str, target: str, expected: list[str]) -> None:
    assert sorted(zh("letter-case", target, source)) == sorted(expected)


def test_words_are_no_abbreviations_in_small_letters() -> None:
    assert en("letter-case", "Those who care say that it is all right.", "WHO认为ALL患者应接受CARE。") == []


def test_an_abbreviation_in_brackets_is_no_word() -> None:
    assert en("letter-case", "Acute lymphocytic leukemia (all) is rare.", "急性淋巴细胞白血病（ALL）罕见。") == ["all"]


def test_many_names_are_one_finding() -> None:
    source = "检测STAT3、BAX、VEGF、APTT和K562。"
    (hit,) = hits("letter-case", [(source, "We measured stat3, bax, vegf, aptt and k562.")], "zh")
    assert len(hit.places) == 5


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("K562细胞", "K 562 cells", ["K 562"]),
        ("K562/STAT3细胞", "K 562 / STAT3 cells", ["K 562 / STAT3"]),
        ("p.Gly276Glu", "p. Gly276 Glu", ["p. Gly276 Glu"]),
        ("COVID-19", "CO VID-19", ["CO VID-19"]),
        ("thromboangiitis obliterans", "th rombo angiitis obliterans", ["th rombo angiitis"]),
        ("IL-6与5mg，LSD-t检验", "IL-6 and 5 mg, LSD t test", []),
        ("CD4+T细胞", "CD4+ T cells", []),
        ("K 562细胞", "K 562 cells", []),
        ("K562与K 562", "K562 and K 562", []),
        ("K562与K562", "K562 and K 562", ["K 562"]),
    ],
)
def test_names_that_are_broken(source: str, target: str, expected: list[str]) -> None:
    assert en("broken-name", target, source) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Helicobacter pylori", "Helicobacter pilori", ["pilori"]),
        ("the Bonferroni test", "Bonferonni检验", ["Bonferonni"]),
        ("Staphylococcus aureus", "Staphylococus aureus", ["Staphylococus"]),
        ("tumor and tumour", "tumours", []),
        ("statistics", "Statistica软件", []),
        ("Kaplan-Meier", "Kaplan-Meier", []),
    ],
)
def test_names_that_are_mistyped(source: str, target: str, expected: list[str]) -> None:
    assert zh("mistyped-name", target, source) == expected


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("STAT3 and K562/STAT3 cells rose.", "细胞升高。", "STAT3, K562 are missing in the translation"),
        ("SH-4-54 was used.", "使用了抑制剂。", "SH-4-54 is missing in the translation"),
        ("IL-6, GLP-1, NASDAQ-100", "白细胞介素-6，胰高血糖素样肽-1，纳斯达克100", None),
        ("ACE2-positive cells, anti-CD20, SAR-CoV-2", "ACE2阳性细胞，抗CD20，SAR-CoV-2", None),
        ("HbA1c, SpO2, FEV1, COVID-19, H1N1 in phase 2", "糖化血红蛋白、血氧饱和度、用力呼气容积", None),
        ("USD500,000 under Article 5 of Chapter VI-1", "五十万美元，第六章之一第五条", None),
    ],
)
def test_symbols_that_are_lost(source: str, target: str, lost: str | None) -> None:
    assert [hit.message for hit in hits("lost-name", [(source, target)])] == ([lost] if lost else [])


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("E. Coli and staphylococcus aureus", ["E. Coli", "staphylococcus aureus"]),
        ("Escherichia Coli", ["Escherichia Coli"]),
        ("E. coli, Candida albicans, a streptococcus, C. difficile", []),
    ],
)
def test_species(target: str, expected: list[str]) -> None:
    assert en("species-name", target, "大肠埃希菌") == expected


@pytest.mark.parametrize(
    ("target", "was"),
    [
        ("æ‚£è€…康复", "患者"),
        ("»¼Õß康复", "患者"),
        ("但鎴愭灉明显", "成果"),
        ("平均5Â±1", "±"),
        ("锟斤拷康复", None),
        ("患\ufffd者", None),
        ("患者???康复", None),
        ("因子\ue5e5", None),
    ],
)
def test_garbled_text(target: str, was: str | None) -> None:
    assert suggestions(hits("garbled-text", [("It was well.", target)])) == [was]


@pytest.mark.parametrize(
    "target", ["Sjögren综合征，37℃±1°，5 μg", "“你好吗？？”", "naïve、Ménière、10²·m³", "患者鍼灸"]
)
def test_text_that_is_not_garbled(target: str) -> None:
    assert hits("garbled-text", [("It was well??", target)]) == []


def test_invisible_characters_are_told_by_kind() -> None:
    found = hits("invisible-character", [("oedema", "骨\u200b髓\u200b水\ufeff肿")])
    assert [len(hit.places) or 1 for hit in found] == [2, 1]


@pytest.mark.parametrize(
    ("target", "source", "expected"),
    [
        ("P &gt; 0.05", "P>0.05", [">"]),
        ("the patient\\'s", "患者的", ["'"]),
        ("\\u60a3", "患", ["患"]),
        ("a <sub>2</sub>", "a2", ["", ""]),
        ("a &gt; b", "a &gt; b", []),
        ("AT&T; R&D; `&gt;`", "AT&T", []),
    ],
)
def test_escape_sequences(target: str, source: str, expected: list[str]) -> None:
    assert suggestions(hits("escaped-character", [(source, target)], "zh")) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("患有强直性脊柱炎（AS。", ["（"]),
        ("称之为“静默。", ["“"]),
        ("称为”静默“者", ["”", "“"]),
        ("称为“静默“者", ["“"]),
        ("他说\"静默。", ['"']),
        ("（见图1]）", ["]"]),
        ("1）疼痛；2）发热", []),
        ("区间[0, 1)与(0, 1]", []),
        ("5'与6\"，（a（b）c）", []),
        ("（www.example.org）", []),
    ],
)  # fmt: skip
def test_brackets_without_partner(target: str, expected: list[str]) -> None:
    assert zh("unpaired-bracket", target) == expected


def test_a_bracket_may_close_in_the_next_sentence() -> None:
    assert words(hits("unpaired-bracket", [("A.", "（疼痛。"), ("B.", "发热。）")])) == []


def test_a_bracket_that_the_source_lacks_as_well() -> None:
    assert zh("unpaired-bracket", "疼痛（发热", "Pain (fever") == []


ROWS = [("Pain was gone.", "疼痛消失。"), ("He walked.", "患者可行走。"), ("He left.", "患者出院")]


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("患者出院", ["院"]),
        ("患者出院，", ["，"]),
        ("包括：", []),
        ("等……", []),
        ("（临床试验注册号：NCT01234567）", []),
        ("[DOI：10.1000/ab.c1]", []),
        ("（患者自行离院）", ["）"]),
        ("注册号：NCT01234567；患者出院", ["院"]),
    ],
)
def test_full_stops_are_missed_where_they_are_the_custom(last: str, expected: list[str]) -> None:
    assert words(hits("final-stop", [*ROWS[:2], ("He left.", last)])) == expected


def test_a_lone_sentence_shows_no_custom() -> None:
    assert hits("final-stop", [ROWS[2]]) == []
    assert hits("final-stop", [(a, b.rstrip("。")) for a, b in ROWS]) == []
