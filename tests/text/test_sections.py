import pytest

from aligner.text.sections import is_label, section_of, starts_label


@pytest.mark.parametrize(
    ("label", "section"),
    [
        ("BACKGROUND:", "background"),
        ("Objective", "objective"),
        ("Aims:", "objective"),
        ("Methods and results:", "methods-results"),
        ("Methods/Results", "methods-results"),
        ("MATERIALS & METHODS", "methods"),
        ("Conclusions.", "conclusions"),
        ("1. Introduction", "background"),
        ("Trial registration:", "registration"),
        ("[Abstract]", "abstract"),
        ("目的：", "objective"),
        ("【方法】", "methods"),
        ("目　的", "objective"),
        ("材料與方法：", "methods"),
        ("結論", "conclusions"),
        ("结果与结论", "results-conclusions"),
        ("试验注册号：", "registration"),
        ("Inclusion criteria:", "data sources"),
        ("纳入标准：", "data sources"),
        ("设计、场所与研究对象：", "methods"),
        ("设计和地点", "methods"),
        ("Exclusion criteria:", "exclusion"),
        ("排除标准", "exclusion"),
        ("纳入与排除标准", "inclusion and exclusion"),
        ("Knee", None),
        ("骨髓", None),
        ("", None),
        ("Methods of Bland", None),
    ],
)
def test_section_of(label: str, section: str | None) -> None:
    assert section_of(label) == section


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Background", "背景"),
        ("Aim", "目的"),
        ("Patients and methods", "对象与方法"),
        ("Results", "结果"),
        ("Discussion", "讨论"),
        ("Conclusion", "结论"),
        ("Funding", "资助"),
        ("Case report", "病例报告"),
        ("Limitations", "局限性"),
        ("Summary", "摘要"),
        ("Highlights", "亮点"),
        ("Interpretation", "解释"),
        ("Setting", "地点"),
        ("Participants", "受试者"),
    ],
)
def test_both_languages_name_a_section_alike(english: str, chinese: str) -> None:
    assert section_of(english) == section_of(chinese) is not None


def test_is_label_wants_nothing_else() -> None:
    assert is_label("Key words:")
    assert is_label("关　键　词")
    assert not is_label("Keywords: hip")


@pytest.mark.parametrize("text", ["摘要：目的", "【方法】随机", "Keywords: hip", "RESULTS: Pain fell."])
def test_starts_label(text: str) -> None:
    assert starts_label(text)


@pytest.mark.parametrize(
    "text", ["方法学研究", "Results were good: none died.", "The knee: a review", "一项研究：方法"]
)
def test_starts_label_needs_a_label_and_its_mark(text: str) -> None:
    assert not starts_label(text)


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("Impact.", "影响："),
        ("Importance:", "重要性："),
        ("Significance:", "意义："),
        ("Meaning:", "意义："),
        ("Question:", "问题："),
        ("Relevance:", "相关性："),
        ("Implications:", "启示："),
        ("Implications for practice:", "对实践的启示："),
        ("Lay summary:", "通俗摘要："),
        ("What is known:", "已知信息："),
    ],
)
def test_unusual_labels_are_known_in_both_languages(en: str, zh: str) -> None:
    assert section_of(en) == section_of(zh) is not None


def test_a_slash_of_either_width_joins_two_sections() -> None:
    assert section_of("結論／實務應用") == section_of("Conclusions / Implications for Practice:") == "conclusions"
    assert section_of("方法／結果") == "methods-results"
