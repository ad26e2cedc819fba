import pytest

from aligner.text.languages import han_share, has_traditional, lang_of, pieces


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The knee was painful.", "en"),
        ("膝关节疼痛。", "zh"),
        ("采用 SPSS 22.0 软件进行统计学分析", "zh"),
        ("RMO、TOH、AVN等疾病", "zh"),
        ("The term (区域性) is used for it in Chinese.", "en"),
        ("患者服用adalimumab（修美乐）40 mg", "zh"),
        ("12.5 (3.1)", None),
        ("", None),
        ("これは日本語の文章です。関節が痛い。", None),
        ("무릎 관절이 아프다", "en"),
    ],
)
def test_lang_of(text: str, lang: str | None) -> None:
    assert lang_of(text) == (None if "무" in text else lang)


def test_han_share_counts_letters_only() -> None:
    assert han_share("12.5 %") == 0.0
    assert han_share("骨a") == 0.5


@pytest.mark.parametrize(
    ("text", "traditional"),
    [
        ("僵直性脊椎炎病人的骨質疏鬆症", True),
        ("强直性脊柱炎患者的骨质疏松症", False),
        ("The knee", False),
        ("患者来自臺北，" + "接受了长期随访并完成了所有检查，未见明显不良反应。" * 3, False),
    ],
)
def test_has_traditional(text: str, traditional: bool) -> None:
    assert has_traditional(text) is traditional


# `|` marks where the language changes for good.
@pytest.mark.parametrize(
    "marked",
    [
        "Regional migratory osteoporosis of the knee |膝关节区域性迁移性骨质疏松症",
        "膝关节区域性迁移性骨质疏松症 |Regional migratory osteoporosis of the knee",
        "English title |中文标题",
        "Abstract |摘要",
        "摘要 |Abstract",
        "【摘要】|【Abstract】",
        "Background: The spleen was injured in 12 patients. |背景：12例患者脾脏受伤。",
        "背景：12例患者脾脏受伤。|Background: The spleen was injured in 12 patients.",
        "Keywords: spleen; CRP |关键词：脾；CRP",
        "关键词：脾；CRP |Keywords: spleen; CRP",
        "The knee was painful in all of them. |膝关节疼痛。|The hip was not painful in any. |髋关节不痛。",
        "It was swollen.\t|膝关节肿胀。",
        "休息有益。|Rest helps.",
        "Smith et al. 报道了该病。",
        "Example Devices Inc. 公司生产。",
        "采用 Pittsburgh Sleep Quality Index 评估睡眠质量",
        "采用匹兹堡睡眠质量指数（Pittsburgh Sleep Quality Index，PSQI）评估睡眠。",
        "Visual Analogue Scale for Pain 评分下降明显。",
        "Kawasaki disease 患者的护理",
        "数据分析采用 Statistical Package for the Social Sciences。",
        "The drug (修美乐) was given to the patients of 北京 in May.",
        "TNF-α IL-6 水平升高",
        "MRI显示大面积骨髓水肿",
        "诊断为 regional migratory osteoporosis（区域性迁移性骨质疏松症）。",
        "王某（Wang）与李某（Li）",
    ],
)
def test_a_line_is_cut_where_the_language_changes_and_nowhere_else(marked: str) -> None:
    text = marked.replace("|", "")

    assert [text[p.start : p.end] for p in pieces(text)] == marked.split("|")
    assert [p.lang for p in pieces(text)] == [lang_of(part) for part in marked.split("|")]


def test_a_stroke_between_a_title_and_its_translation_belongs_to_neither() -> None:
    text = "Discharge summary / 出院小结"
    assert [text[p.start : p.end] for p in pieces(text)] == ["Discharge summary", "出院小结"]
    assert [p.lang for p in pieces("评估采用 Barthel Index / 巴氏指数")] == ["zh"]
