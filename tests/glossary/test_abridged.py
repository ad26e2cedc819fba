"""Terms said in fewer or in other words, with the glossaries that come with the package."""

import pytest

from aligner.config import Config
from aligner.glossary import match_terms
from aligner.model import Block, Lang, Pair, Segment, other_lang
from aligner.pipeline import Pipeline

PIPELINE = Pipeline(Config())
_WRONG = ("missing", "other", "forbidden")


def _wrong(*rows: tuple[str, str], source: Lang = "zh") -> list[str]:
    """Return the ids of the terms that are not rendered."""
    langs = source, other_lang(source)
    pairs = tuple(
        Pair(n, *((Segment(Block(t), 0, t, lang, n),) for t, lang in zip(row, langs, strict=True)), 1.0, "given")
        for n, row in enumerate(rows)
    )
    matches = match_terms(pairs, PIPELINE.terms, PIPELINE.lexicon, source)
    return [match.term.id for match in matches if match.status in _WRONG]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("转染后细胞增殖率升高。", "The proliferation rate rose after transfection."),
        ("检测E-cadherin蛋白表达。", "E-cadherin expression was measured."),
        ("取SD大鼠30只。", "Thirty SD rats were used."),
        ("分析影响预后的因素。", "We analysed the factors influencing its prognosis."),
        ("高血压患者血压控制不佳。", "Hypertension was poorly controlled."),
    ],
)
def test_what_goes_without_saying_is_not_missed(source: str, target: str) -> None:
    assert _wrong((source, target)) == []


def test_a_notation_says_what_it_is() -> None:
    assert _wrong(("The median age was 58 (49, 66) years.", "年龄58（49，66）岁。"), source="en") == []
    assert _wrong(("The median age was 58 years.", "年龄58岁。"), source="en") == ["median"]
    assert _wrong(("两组比较，差异无统计学意义（P=0.42）。", "It was 12 and 13 in the two groups (P = 0.42).")) == []


@pytest.mark.parametrize(
    ("source", "target", "term"),
    [
        ("检测蛋白表达。", "The mRNA expression was measured.", "protein-expression"),
        ("细胞增殖受到抑制。", "Migration was inhibited.", "cell-proliferation"),
        ("取SD大鼠30只。", "Thirty SD mice were used.", "sprague-dawley-rat"),
    ],
)
def test_another_concept_is_no_shortening(source: str, target: str, term: str) -> None:
    assert term in _wrong((source, target))


def test_the_head_alone_serves_where_the_term_was_named_before() -> None:
    first = ("肝纤维化是常见病变。", "Liver fibrosis is a common lesion.")
    second = ("注射药物建立肝纤维化模型。", "Fibrosis was induced by injection.")
    assert _wrong(first, second) == []
    assert _wrong(second) == ["liver-fibrosis"]


def test_a_value_tells_an_abbreviation_in_brackets_from_a_second_name() -> None:
    rows = ("Death was less frequent (hazard ratio, 0.49).", "死亡较少（HR＝0.49）。")
    assert _wrong(rows, source="en") == []


_BEFORE = ("寻找中间宿主。", "The intermediate host was sought.")


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        (
            "尚不清楚哪种中间宿主让病毒跨越物种。",
            "It is unknown what let the virus cross species.",
            ["intermediate-host"],
        ),
        ("接触中间宿主后发病。", "They fell ill after contact with the species.", []),
    ],
)
def test_a_head_that_another_word_of_the_source_accounts_for_names_no_term_again(
    source: str, target: str, wrong: list[str]
) -> None:
    assert [term for term in _wrong(_BEFORE, (source, target)) if term == "intermediate-host"] == wrong


def test_the_name_of_a_monoclonal_antibody_says_what_it_is() -> None:
    assert _wrong(("加用西曲利单抗。", "Cetrelimab was added.")) == []
    assert _wrong(("加用一种单抗。", "A drug was added.")) == ["monoclonal-antibody"]


def test_a_leaflet_has_a_name_for_its_own_drug() -> None:
    row = "Rivaroxaban should be taken with food.", "本品应与食物同服。"
    assert _wrong(row, source="en") == []
    assert _wrong(("Warfarin or rivaroxaban may be taken.", "可服用本品。"), source="en") == ["warfarin", "rivaroxaban"]
    assert _wrong(("This product contains no rivaroxaban.", "本品不含该成分。"), source="en") == ["rivaroxaban"]


def test_a_head_with_an_adjective_that_the_source_lacks_names_another_concept() -> None:
    first = ("肝纤维化是常见病变。", "Liver fibrosis is a common lesion.")
    assert _wrong(first, ("注射药物建立肝纤维化模型。", "Renal fibrosis was induced.")) == ["liver-fibrosis"]
    assert _wrong(first, ("注射药物建立早期肝纤维化模型。", "Early fibrosis was induced.")) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("观察下肢静脉血栓的变化。", "Changes in thrombi of the leg veins were observed."),
        ("该药未产生任何影响。", "The drug had no effect at all."),
        ("淋巴结病灶缩小。", "Nodal lesions shrank."),
        ("高血压病程较长。", "They had had hypertension for longer."),
        ("分娩期间监测血压。", "Blood pressure was monitored during labour."),
        ("本例为肝肾亏虚证。", "This was a case of liver-kidney deficiency."),
    ],
)
def test_what_only_looks_like_a_shorter_term_is_not_looked_for(source: str, target: str) -> None:
    assert _wrong((source, target)) == []


def test_an_antibody_by_what_it_is_against() -> None:
    assert "antibody" not in _wrong(
        ("检测抗体。", "Antibodies were tested."), ("抗Ro52抗体阳性者多。", "Anti-Ro52 positivity was common.")
    )
