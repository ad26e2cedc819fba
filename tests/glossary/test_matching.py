"""The rules of matching, on a small term base and sentences of our own."""

from collections.abc import Sequence

import pytest

from aligner import lexicon
from aligner.glossary import TermBase, match_terms
from aligner.model import Block, Forbidden, Forms, Lang, Match, Pair, Segment, Term, other_lang
from aligner.pipeline import Pipeline

_TERMS = (
    Term("pain", Forms("pain"), Forms("疼痛", ("痛",))),
    Term("knee-pain", Forms("knee pain"), Forms("膝关节疼痛", ("膝关节痛",))),
    Term("ankle-pain", Forms("ankle pain"), Forms("踝关节疼痛")),
    Term("arthritis", Forms("arthritis"), Forms("关节炎")),
    Term("oa", Forms("osteoarthritis", abbreviations=("OA",)), Forms("骨关节炎")),
    Term("ra", Forms("rheumatoid arthritis", abbreviations=("RA",)), Forms("类风湿关节炎", ("类风湿性关节炎",))),
    Term("right-atrium", Forms("right atrium", abbreviations=("RA",)), Forms("右心房")),
    Term("oedema", Forms("bone marrow oedema", ("marrow oedema",)), Forms("骨髓水肿")),
    Term(
        "arthralgia",
        Forms("migratory arthralgia"),
        Forms("游走性关节痛", forbidden=(Forbidden("迁移性关节痛", "major", "固定译法"),)),
    ),
    Term("hbv", Forms("hepatitis B"), Forms("乙型肝炎", forbidden=(Forbidden("丙型肝炎", "critical"),))),
    Term("hazard-ratio", Forms("hazard ratio"), Forms("风险比")),
    Term("integral", Forms("integral"), Forms("积分")),
    Term("score", Forms("score"), Forms("评分", ("积分",)), exceptions=("core score", "核心积分")),
    Term("infection", Forms("infection"), Forms("感染")),
    Term("discharge-1", Forms("discharge"), Forms("出院")),
    Term("discharge-2", Forms("discharge"), Forms("分泌物")),
    Term("follow-up", Forms("follow-up"), Forms("随访")),
    Term("retina", Forms("retina", ("retinal",)), Forms("视网膜"), domain="eye"),
    Term("occlusion", Forms("retinal vein occlusion", abbreviations=("RVO",)), Forms("视网膜静脉阻塞"), domain="eye"),
    Term("endophthalmitis", Forms("endophthalmitis"), Forms("眼内炎"), domain="eye"),
    Term("vision", Forms("vision", ("sight",)), Forms("视力"), domain="eye"),
    Term("mask", Forms("face mask", ("mask",)), Forms("口罩")),
    Term("cell-line", Forms("cell line"), Forms("细胞系", ("细胞株",))),
    Term("sprain", Forms("ankle sprain"), Forms("踝关节扭伤"), domain="joints"),
    Term("spread", Forms("lymph node metastasis"), Forms("淋巴结转移")),
    Term("april", Forms("APRIL"), Forms("增殖诱导配体"), case=True),
)


def _pairs(rows: Sequence[tuple[str, str]], source_lang: Lang) -> tuple[Pair, ...]:
    target_lang = other_lang(source_lang)
    pairs = []
    for number, (source, target) in enumerate(rows):
        sides = [
            (Segment(Block(text), 0, text, lang, number),) if text else ()
            for text, lang in ((source, source_lang), (target, target_lang))
        ]
        pairs.append(Pair(number + 1, sides[0], sides[1], 1.0, "given"))
    return tuple(pairs)


def _matches(*rows: tuple[str, str], source: Lang = "en") -> tuple[Match, ...]:
    words = lexicon.load()
    return match_terms(_pairs(rows, source), TermBase.of([_TERMS], words.simplify), words, source)


def _statuses(*rows: tuple[str, str], source: Lang = "en") -> list[tuple[str, str]]:
    return [(m.term.id, m.status) for m in _matches(*rows, source=source)]


def test_preferred_and_admitted() -> None:
    assert _statuses(("Knee pain was reported.", "患者诉膝关节疼痛。")) == [("knee-pain", "ok")]
    assert _statuses(("Knee pain was reported.", "患者诉膝关节痛。")) == [("knee-pain", "admitted")]


def test_spans_are_slices_of_the_pair() -> None:
    (match,) = _matches(("Shifting marrow edemas were seen.", "可见转移的骨髓 水肿。"))
    assert match.source is not None and match.source.text == "marrow edemas"
    assert match.target is not None and match.target.text == "骨髓 水肿"
    assert match.form == "骨髓水肿"


def test_the_longest_term_wins() -> None:
    assert _statuses(("Rheumatoid arthritis is chronic.", "类风湿关节炎为慢性病。")) == [("ra", "ok")]


def test_a_longer_term_of_another_concept_does_not_render_this_one() -> None:
    (match,) = _matches(("Arthritis is common.", "骨关节炎很常见。"))
    assert match.status == "other"
    assert match.target is not None and match.target.text == "骨关节炎"


def test_a_longer_term_that_names_this_one_renders_it() -> None:
    assert _statuses(("Pain in the knee was reported.", "患者诉膝关节疼痛。")) == [("pain", "ok")]
    assert _statuses(("Arthritis is common.", "类风湿关节炎很常见。")) == [("arthritis", "ok")]


def test_who_has_it_leaves_a_condition_what_it_is() -> None:
    terms = (
        Term("diagnosis", Forms("diagnosis", ("diagnosed",)), Forms("诊断", ("确诊",))),
        Term("confirmed-case", Forms("confirmed case"), Forms("确诊病例", ("确诊患者", "确诊率"))),
    )
    rows = (("Patients diagnosed last year", "去年的确诊患者"), ("The disease was diagnosed.", "疾病的确诊率。"))
    words = lexicon.load()
    found = match_terms(_pairs(rows, "en"), TermBase.of([terms], words.simplify), words, "en")
    assert [match.status for match in found if match.pair == 1] == ["admitted"]
    assert "admitted" not in [match.status for match in found if match.pair == 2]


def test_parts_of_a_rendering_may_stand_apart() -> None:
    rows = ("Knee pain and ankle pain were reported.", "患者诉膝关节和踝关节疼痛。")
    assert _statuses(rows) == [("knee-pain", "admitted"), ("ankle-pain", "ok")]


def test_a_forbidden_form_is_named_and_counts_once() -> None:
    (match,) = _matches(("Migratory arthralgia was noted.", "可见迁移性关节痛。"))
    assert match.status == "forbidden"
    assert match.target is not None and match.target.text == "迁移性关节痛"


def test_a_name_that_the_source_says_otherwise_is_not_forbidden() -> None:
    """A leaflet that tells of kidneys and liver names both, one of them by a form that is not searched for."""
    words, kidney, liver = lexicon.load(), "肾功能损害", "肝功能损害"
    terms = (
        Term(
            "kidney", Forms("renal impairment", forbidden=(Forbidden("hepatic impairment", "critical"),)), Forms(kidney)
        ),
        Term("liver", Forms("hepatic impairment"), Forms(liver, ("肝功能异常",)), exceptions=("肝功能异常",)),
    )
    base, target = TermBase.of([terms], words.simplify), "With poor kidneys or hepatic impairment, take less."
    for source, status in ((f"{kidney}或肝功能异常者减量。", "missing"), (f"{kidney}者减量。", "forbidden")):
        (match,) = match_terms(_pairs([(source, target)], "zh"), base, words, "zh")
        assert match.status == status


def test_a_coordination_is_not_its_last_part() -> None:
    assert _statuses(("Hepatitis B and C were tested.", "检测乙型和丙型肝炎。")) == [("hbv", "admitted")]
    assert _statuses(("Hepatitis B was tested.", "检测丙型肝炎。")) == [("hbv", "forbidden")]


def test_what_denies_a_word_is_no_part_of_it() -> None:
    assert _statuses(("无感染。", "Noninfection was the rule."), source="zh") == [("infection", "ok")]
    assert _statuses(("Noninfection was the rule.", "均未感染。")) == [("infection", "ok")]
    assert _statuses(("Uniform masks", "统一的口罩"), ("A nonface mask", "口罩")) == [("mask", "ok")] * 2


def test_a_right_and_a_wrong_rendering_of_two_occurrences() -> None:
    row = ("Migratory arthralgia began; migratory arthralgia ended.", "游走性关节痛开始，迁移性关节痛结束。")
    assert [status for _, status in _statuses(row)] == ["ok", "forbidden"]


def test_a_forbidden_name_with_its_abbreviation_is_wrong_once() -> None:
    pathway = Forms("enhanced recovery pathway", abbreviations=("ERP",))
    term = Term("erp", pathway, Forms("加速康复路径", forbidden=(Forbidden("快速恢复通道"),)))
    words = lexicon.load()
    rows = (
        ("They followed the enhanced recovery pathway (ERP).", "均按照快速恢复通道（ERP）管理。"),
        ("The ERP is new. The enhanced recovery pathway helps.", "ERP为新方案。快速恢复通道有效。"),
    )
    found = match_terms(_pairs(rows, "en"), TermBase.of([[term]], words.simplify), words, "en")
    assert [m.status for m in found] == ["forbidden", "abbreviation", "abbreviation", "forbidden"]
    assert [m.target and m.target.text for m in found] == ["快速恢复通道", "ERP", "ERP", "快速恢复通道"]


def test_an_abbreviation_renders_the_term() -> None:
    rows = [
        ("Rheumatoid arthritis (RA) is chronic.", "类风湿关节炎（RA）为慢性病。"),
        ("Rheumatoid arthritis needs care.", "RA需要治疗。"),
        ("RA hurts.", "类风湿关节炎会疼。"),
    ]
    found = _matches(*rows)
    assert [(m.pair, m.term.id, m.status) for m in found] == [
        (1, "ra", "ok"),
        (1, "ra", "abbreviation"),
        (2, "ra", "abbreviation"),
        (3, "ra", "ok"),
    ]


def test_an_abbreviation_means_what_the_document_says() -> None:
    rows = [("The right atrium (RA) was large.", "右心房（RA）增大。"), ("RA was dilated.", "右心房扩张。")]
    assert [(m.term.id, m.status) for m in _matches(*rows) if m.pair == 2] == [("right-atrium", "ok")]


def test_an_abbreviation_of_something_else_is_no_term() -> None:
    assert _statuses(("The reading age (RA) was low.", "阅读年龄低。"), ("RA rose.", "阅读年龄上升。")) == []


def test_an_abbreviation_never_explained_is_not_missed() -> None:
    assert _statuses(("OA was present.", "病变存在。")) == []


def test_homonyms_are_rendered_by_either() -> None:
    assert _statuses(("At discharge he was well.", "出院时状况良好。")) == [("discharge-1", "ok")]
    assert _statuses(("Purulent discharge was seen.", "可见脓性分泌物。")) == [("discharge-2", "ok")]


def test_exceptions_in_both_languages() -> None:
    assert _statuses(("The core score rose.", "核心分上升。")) == []
    assert _statuses(("The score rose.", "核心积分上升。")) == [("score", "missing")]


@pytest.mark.parametrize("written", ["follow-up", "follow up", "followup", "Follow–ups", "follow-\nup"])
def test_ways_to_join_the_parts(written: str) -> None:
    assert _statuses((f"At {written} he was well.", "随访时状况良好。")) == [("follow-up", "ok")]


def test_case_where_it_matters() -> None:
    assert _statuses(("In April it rose.", "四月上升。")) == []
    assert _statuses(("APRIL rose.", "增殖诱导配体上升。")) == [("april", "ok")]


def test_letters_next_to_chinese_are_boundaries() -> None:
    rows = [("骨关节炎（OA）很常见。", "Osteoarthritis (OA) is common."), ("患者OA加重。", "OA worsened.")]
    assert [(m.term.id, m.pair) for m in _matches(*rows, source="zh") if m.pair == 2] == [("oa", 2)]


def test_chinese_source_needs_word_edges() -> None:
    assert _statuses(("累积分布如图。", "The cumulative distribution is shown."), source="zh") == []
    assert _statuses(("感染很常见。", "Infections are common."), source="zh") == [("infection", "ok")]


def test_a_term_is_a_word_where_the_dictionary_has_a_shorter_one() -> None:
    assert _statuses(("风险比为0.7。", "The hazard ratio was 0.7."), source="zh") == [("hazard-ratio", "ok")]


def test_english_renderings_may_be_inflected_or_stand_apart() -> None:
    assert _statuses(("术后感染很常见。", "Many were infected."), source="zh") == [("infection", "admitted")]
    assert _statuses(("患者诉膝关节疼痛。", "He had pain in the knee."), source="zh") == [("knee-pain", "admitted")]
    spread = ("淋巴结转移可能性大。", "Metastases to the lymph nodes are likely.")  # nodes and node have other stems
    assert _statuses(spread, source="zh") == [("spread", "admitted")]


def test_traditional_text_matches_simplified_terms() -> None:
    (match,) = _matches(("Knee pain was reported.", "病人主訴膝關節疼痛。"))
    assert match.status == "ok"
    assert match.target is not None and match.target.text == "膝關節疼痛"


def test_a_one_sided_pair_has_no_matches() -> None:
    assert _statuses(("Knee pain was reported.", "")) == []


def test_a_term_that_the_source_does_not_name_stands_for_the_one_wanting() -> None:
    (match,) = _matches(("Retinal vein occlusion was seen.", "可见眼内炎。"))
    assert (match.status, match.target and match.target.text) == ("other", "眼内炎")


def test_such_a_term_makes_an_uncertain_word_certain_within_its_field() -> None:
    assert _statuses(("Sight was lost.", "病变未见好转。")) == []
    assert _statuses(("Sight was lost.", "出现眼内炎。")) == [("vision", "other")]
    assert _statuses(("Sight was lost.", "出现踝关节扭伤。")) == []


def test_such_a_term_wins_over_words_that_stand_apart() -> None:
    base = (
        Term("indication", Forms("indication"), Forms("适应证"), domain="care"),
        Term("morphine", Forms("morphine"), Forms("吗啡"), domain="care"),
    )
    words = lexicon.load()
    for written, status in (("an indication", "ok"), ("an morphine", "other"), ("the thing", "admitted")):
        row = (
            "这是该技术的适应证，另一种也可选用。",
            f"This is {written} for it. The other may also indicate its use.",
        )
        (match,) = match_terms(_pairs([row], "zh"), TermBase.of([base], words.simplify), words, "zh")
        assert match.status == status, written


def test_such_a_term_wins_over_words_cut_out_of_its_name() -> None:
    base = (
        Term("flu-vaccine", Forms("influenza vaccine"), Forms("流感疫苗")),
        Term("flu", Forms("influenza"), Forms("流感")),
        Term("rabies-vaccine", Forms("rabies vaccine"), Forms("狂犬病疫苗")),
        Term("gene-test", Forms("gene testing", ("gene test",)), Forms("基因检测")),
        Term("expression", Forms("gene expression"), Forms("基因表达")),
    )
    words = lexicon.load()
    row = ("Influenza vaccine: use in the influenza season.", "流感季节狂犬病疫苗的使用。")
    (match, _) = match_terms(_pairs([row], "en"), TermBase.of([base], words.simplify), words, "en")
    assert (match.status, match.form) == ("other", "狂犬病疫苗")
    row = ("采用基因检测试剂盒。", "Gene expression in the test kit was used.")
    (match,) = match_terms(_pairs([row], "zh"), TermBase.of([base], words.simplify), words, "zh")
    assert match.status == "missing"


def test_a_name_of_one_word_is_found_inside_the_name_of_another_concept() -> None:
    base = (
        Term("resection", Forms("resection", ("-ectomy",)), Forms("切除")),
        Term("thyroidectomy", Forms("thyroidectomy"), Forms("甲状腺切除术")),
    )
    words = lexicon.load()
    row = ("甲状腺全切除。", "Total thyroidectomy.")
    (match,) = match_terms(_pairs([row], "zh"), TermBase.of([base], words.simplify), words, "zh")
    assert (match.term.id, match.status) == ("resection", "admitted")


def test_a_part_of_another_name_is_missed_where_the_source_lists_both() -> None:
    base = (
        Term("bronchitis", Forms("bronchitis"), Forms("支气管炎")),
        Term("bronchiolitis", Forms("bronchiolitis"), Forms("细支气管炎")),
    )
    words = lexicon.load()
    for source, statuses in (
        ("支气管炎或细支气管炎。", ["missing", "ok"]),
        ("细支气管炎累及支气管炎的部位。", ["ok"]),
    ):
        row = (source, "Cough or bronchiolitis.")
        found = match_terms(_pairs([row], "zh"), TermBase.of([base], words.simplify), words, "zh")
        assert [match.status for match in found] == statuses


def test_an_intruder_beside_a_second_name_stands_for_the_first() -> None:
    base = (
        Term(
            "paracetamol",
            Forms("paracetamol", ("acetaminophen",)),
            Forms("对乙酰氨基酚", ("扑热息痛",)),
            domain="drugs",
        ),
        Term("tramadol", Forms("tramadol"), Forms("曲马多"), domain="drugs"),
    )
    words = lexicon.load()
    for target, statuses in (
        ("Tramadol (acetaminophen) was taken.", ["other", "admitted"]),
        ("Paracetamol was taken.", ["ok", "ok"]),
    ):
        row = ("服用扑热息痛（对乙酰氨基酚）。", target)
        found = match_terms(_pairs([row], "zh"), TermBase.of([base], words.simplify), words, "zh")
        assert [match.status for match in found] == statuses


def test_an_everyday_name_is_missed_where_the_sentence_has_a_gap() -> None:
    base = (Term("common-cold", Forms("common cold", ("cold",)), Forms("普通感冒", ("感冒",))),)
    words = lexicon.load()
    for target, statuses in (
        ("Mild illness includes the and other diseases.", ["missing"]),
        ("Mild illness includes other diseases.", []),
    ):
        row = ("轻症包括感冒和其他疾病。", target)
        found = match_terms(_pairs([row], "zh"), TermBase.of([base], words.simplify), words, "zh")
        assert [match.status for match in found] == statuses


def _zh_statuses(base: Sequence[Term], source: str, target: str) -> list[tuple[str, str]]:
    words = lexicon.load()
    found = match_terms(_pairs([(source, target)], "zh"), TermBase.of([base], words.simplify), words, "zh")
    return [(match.term.id, "dropped" if match.dropped else match.status) for match in found]


_CASES = (
    Term("case", Forms("confirmed case", ("case",)), Forms("确诊病例", ("确诊",)), exceptions=("case",), domain="care"),
    Term("mortality", Forms("mortality", ("deaths",)), Forms("死亡率"), exceptions=("deaths",), domain="care"),
    Term("prescription", Forms("prescription drug"), Forms("处方药"), domain="care"),
    Term("antibody", Forms("antibody"), Forms("抗体"), domain="care"),
    Term("patient", Forms("identification"), Forms("鉴别"), domain="words"),
    Term("pathogen", Forms("coronavirus"), Forms("冠状病毒"), domain="care"),
    Term("covid", Forms("coronavirus disease"), Forms("冠状病毒病"), domain="care"),
    Term("roundworm", Forms("roundworm"), Forms("蛔虫", ("蛔虫感染",)), domain="care"),
)


def test_words_for_the_rest_of_the_source_do_not_keep_a_place_from_another_concept() -> None:
    source = "首批41例确诊的病例已公布。"
    assert _zh_statuses(_CASES, source, "The first 41 prescription drug cases were reported.") == [("case", "other")]
    assert _zh_statuses(_CASES, source, "The first 41 cases were reported.") == [("case", "admitted")]


def test_words_for_the_rest_of_the_source_fill_no_gap() -> None:
    source = "死亡人数上升，而死亡率下降。"
    assert _zh_statuses(_CASES, source, "The number of deaths rose and the of it fell.") == [("mortality", "missing")]
    assert _zh_statuses(_CASES, source, "The number of deaths rose and the rate fell.") == [("mortality", "admitted")]


def test_a_part_of_another_rendering_does_not_keep_a_place_from_another_concept() -> None:
    source = "冠状病毒引起冠状病毒病。"
    assert _zh_statuses(_CASES, source, "A roundworm causes coronavirus disease.")[0] == ("pathogen", "other")
    assert _zh_statuses(_CASES, source, "A coronavirus causes coronavirus disease.")[0] == ("pathogen", "ok")


def test_a_repeated_term_loses_its_place_to_another_concept_where_no_missing_one_is_of_its_field() -> None:
    source = "鉴别编码抗体的基因，并筛选有效抗体。"
    target = "Find the genes that encode the prescription drug, and screen for antibodies."
    assert ("antibody", "other") in _zh_statuses(_CASES, source, target)


def test_what_stands_beside_an_intruder_tells_which_term_it_stands_for() -> None:
    base = (*_CASES, Term("proband", Forms("proband"), Forms("先证者"), domain="care"))
    source = "检测血清抗体水平和唾液抗体水平，先证者高于其他患者。"
    target = (
        "We measured serum antibody levels and saliva prescription drug levels; she had more than the other patients."
    )
    found = _zh_statuses(base, source, target)
    assert ("antibody", "other") in found
    assert ("proband", "other") not in found


def test_a_general_word_of_one_of_many_names_accounts_for_no_intruder() -> None:
    base = (*_CASES, Term("fever", Forms("pyrexia"), Forms("体温升高"), domain="care"))
    source = "体温升高者应警惕感染。"
    assert _zh_statuses(base, source, "Those with roundworm should fear infection.") == [("fever", "other")]


def test_the_occurrence_that_fits_a_gap_is_the_dropped_one() -> None:
    base = (Term("mask", Forms("face mask", ("mask",)), Forms("口罩"), domain="care"),)
    source = "自制口罩，并建议无法购买的人戴上口罩。"
    assert _zh_statuses(base, source, "Make a face mask, and ask those who cannot buy one to put on the .") == [
        ("mask", "ok"),
        ("mask", "dropped"),
    ]
    assert _zh_statuses(base, source, "Make one, and ask people who cannot to put on the mask.") == [
        ("mask", "dropped"),
        ("mask", "admitted"),
    ]


def test_an_abbreviation_within_another_renders_nothing_else() -> None:
    base = (
        Term("sars", Forms("severe acute respiratory inflammation", abbreviations=("SARS",)), Forms("急性呼吸道发炎")),
        Term("virus", Forms("the new virus", abbreviations=("SARS-CoV-2",)), Forms("新病毒")),
        Term("inflammation", Forms("inflammation"), Forms("炎症", ("发炎",))),
    )
    assert ("inflammation", "admitted") not in _zh_statuses(
        base, "SARS-CoV-2通过发炎的眼睛进入体内。", "SARS-CoV-2 entered through his eyes."
    )


def test_a_term_of_another_field_is_no_slip_for_one() -> None:
    assert _statuses(("An ankle sprain was seen.", "可见眼内炎。")) == [("sprain", "missing")]


def test_the_parts_of_a_short_name_may_change_places() -> None:
    base = (Term("proteinuria", Forms("proteinuria"), Forms("蛋白尿")), Term("x", Forms("ray"), Forms("射线")))
    words = lexicon.load()
    found = match_terms(
        _pairs([("Proteinuria fell; rays.", "尿蛋白减少；线射。")], "en"),
        TermBase.of([base], words.simplify),
        words,
        "en",
    )
    assert [match.status for match in found] == ["admitted", "missing"]


def test_one_of_two_renderings_may_be_another_concept() -> None:
    row = ("Ankle pain began, ankle pain ended.", "踝关节疼痛开始，眼内炎结束。")
    assert _statuses(row) == [("ankle-pain", "ok"), ("ankle-pain", "other")]
    row = ("Ankle pain began, ankle pain ended.", "眼内炎开始，踝关节疼痛结束。")
    assert _statuses(row) == [("ankle-pain", "other"), ("ankle-pain", "ok")]


def _dropped(source: str, target: str, lang: Lang = "en") -> list[bool]:
    return [m.dropped for m in _matches((source, target), source=lang)]


def test_a_repeated_term_may_be_dropped() -> None:
    row = ("Ankle pain began, ankle pain ended.", "踝关节疼痛开始后结束。")
    assert _statuses(row) == [("ankle-pain", "ok"), ("ankle-pain", "ok")]
    assert _dropped(*row) == [False, True]


def test_a_repeated_term_that_is_said_otherwise_is_not_dropped() -> None:
    assert _dropped("关节炎开始，关节炎结束。", "Arthritis began and it ended.", "zh") == [False, False]
    assert _dropped("Pain was noted as pain grew.", "疼痛加重时有痛苦。") == [False, False]
    expletive = "It is known that arthritis began and then ended."
    assert _dropped("已知关节炎开始，关节炎结束。", expletive, "zh").count(True) == 1
    referring = "Arthritis began and it was used to define the end."
    assert _dropped("关节炎开始，以关节炎定义终点。", referring, "zh") == [False, False]
    assert _dropped("关节炎开始，关节炎结束。", "Arthritis began, and the of it ended.", "zh").count(True) == 1


@pytest.mark.parametrize(
    ("source", "target", "dropped"),
    [
        (
            "左侧踝关节疼痛加重，右侧踝关节疼痛缓解。",
            "The left grew worse; right ankle pain was relieved.",
            [True, False],
        ),
        (
            "左侧踝关节疼痛加重，右侧踝关节疼痛缓解。",
            "Left ankle pain grew worse; the right was relieved.",
            [False, True],
        ),
    ],
)
def test_the_one_that_is_dropped_is_told_by_its_neighbours(source: str, target: str, dropped: list[bool]) -> None:
    assert _dropped(source, target, "zh") == dropped


def test_a_name_with_more_words_in_brackets_is_no_second_name() -> None:
    row = ("甲组随访一年（随访组）。", "Group A was seen for one year (follow-up group).")
    assert _dropped(*row, "zh") == [True, False]


def test_words_that_stand_apart_may_belong_elsewhere_in_the_source() -> None:
    both = "膝关节和踝关节疼痛常见，膝关节疼痛更重。"
    wrong = "Pain in the knee and ankle was common, and it was worse."
    right = "Pain in the knee and ankle was common, and knee pain was worse."
    assert _statuses((both, wrong), source="zh") == [("ankle-pain", "admitted"), ("knee-pain", "missing")]
    assert _statuses((both, right), source="zh") == [("ankle-pain", "admitted"), ("knee-pain", "ok")]


def test_a_second_name_in_brackets_need_not_be_repeated() -> None:
    row = ("Rheumatoid arthritis (RA) is chronic.", "类风湿关节炎为慢性病。")
    assert _statuses(row) == [("ra", "ok"), ("ra", "ok")]
    assert _dropped(*row) == [False, False]


def test_an_admitted_form_is_missed_where_no_word_of_the_target_is_one_for_it() -> None:
    assert _statuses(("Masks were worn.", "他们很小心。")) == [("mask", "missing")]
    assert _statuses(("Masks were worn.", "他们戴上面具。")) == []


def test_what_other_words_of_the_source_account_for_does_not_stand_for_a_term() -> None:
    assert _statuses(("细胞转染后建立细胞株。", "Cells were transfected."), source="zh") == [("cell-line", "missing")]
    assert _statuses(("转染后建立细胞株。", "Cells were transfected."), source="zh") == []


def test_an_exception_that_is_a_form_keeps_it_from_being_looked_for_whatever_its_blanks() -> None:
    base = (Term("report", Forms("case report"), Forms("病例报告", ("1例",)), exceptions=("1例",)),)
    words = lexicon.load()
    for source in ("收治1例患者。", "收治 1 例患者。"):
        assert match_terms(_pairs([(source, "One was admitted.")], "zh"), TermBase.of([base]), words, "zh") == ()


def test_an_exception_that_is_a_form_holds_for_its_plural() -> None:
    base = (Term("weight", Forms("body weight", ("weight",)), Forms("体重"), exceptions=("weight",)),)
    words = lexicon.load()
    pairs = _pairs([("Weights were lifted.", "举重。"), ("Body weights fell.", "体重下降。")], "en")
    found = match_terms(pairs, TermBase.of([base]), words, "en")
    assert [(m.pair, m.status) for m in found] == [(2, "ok")]


def test_an_intruder_takes_the_place_of_the_occurrence_beside_it() -> None:
    row = ("Left ankle pain grew, right ankle pain ended.", "左侧眼内炎加重，右侧踝关节疼痛缓解。")
    assert [status for _, status in _statuses(row)] == ["other", "ok"]


def test_a_name_inside_a_longer_word_is_a_rendering() -> None:
    base = (Term("fibrinogen", Forms("fibrinogen"), Forms("纤维蛋白原")),)
    words = lexicon.load()
    for target, status in (("It was hypofibrinogenemia.", "admitted"), ("It was non-specific.", "missing")):
        pairs = _pairs([("患者纤维蛋白原减少。", target)], "zh")
        (match,) = match_terms(pairs, TermBase.of([base], words.simplify), words, "zh")
        assert match.status == status


def test_an_abbreviation_names_what_its_concept_is_named_by() -> None:
    base = (
        Term("nodule", Forms("nodule"), Forms("结节")),
        Term("ground-glass-nodule", Forms("ground-glass nodule", abbreviations=("GGN",)), Forms("磨玻璃结节")),
    )
    words = lexicon.load()
    for target, status in (("All GGNs were resected.", "admitted"), ("All were resected.", "missing")):
        pairs = _pairs([("结节均切除。", target)], "zh")
        (match,) = match_terms(pairs, TermBase.of([base], words.simplify), words, "zh")
        assert (match.term.id, match.status) == ("nodule", status)


def test_an_abbreviation_in_brackets_stands_beside_a_name_and_is_none() -> None:
    row = ("Retinal vein occlusion (RVO) was seen.", "可见（RVO）。")
    assert _statuses(row) == [("occlusion", "missing"), ("occlusion", "abbreviation")]
    row = ("Retinal vein occlusion (RVO) was seen.", "可见RVO。")
    assert _statuses(row) == [("occlusion", "abbreviation"), ("occlusion", "abbreviation")]


def test_a_learned_adjective_is_the_term() -> None:
    assert _statuses(("Retinal lesions were seen.", "可见病灶。")) == [("retina", "missing")]


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("co-infection rate", "The coinfection rate rose.", "coinfection rate"),
        ("coinfection", "A co-infection was seen.", "co-infection"),
        ("follow-up study", "A follow up study was done.", "follow up study"),
        ("knee joint pain score", "The knee joint pain score fell.", "knee joint pain score"),
        ("apart", "It is a part of it.", None),
    ],
)
def test_forms_are_found_however_long_and_joined(form: str, text: str, found: str | None) -> None:
    base = TermBase.of([[Term("it", Forms(form), Forms("其"))]])
    assert [text[o.start : o.end] for o in base.english.find(text)] == ([found] if found else [])


@pytest.mark.parametrize(
    ("source", "target", "term", "status"),
    [
        (
            "新型冠状病毒（COVID-19）的出现。",
            "Emergence of opportunistic infection (COVID-19).",
            "新型冠状病毒",
            "other",
        ),
        ("流感（IAV）发病率上升。", "The incidence of (IAV) rose.", "流感", "missing"),
        ("可见骨髓水肿（BME）。", "Bone marrow oedema (BME) was seen.", "骨髓水肿", "ok"),
        ("我们观察了确诊病例。", "We observed contact tracing.", "确诊病例", "other"),
        ("感染已确诊。", "The infection has become contact tracing.", "确诊", "other"),
    ],
)
def test_what_stands_before_the_abbreviation_renders_its_name(source: str, target: str, term: str, status: str) -> None:
    words = lexicon.load()
    matches = match_terms(_pairs([(source, target)], "zh"), Pipeline().terms, words, "zh")
    assert [m.status for m in matches if m.source and m.source.text == term] == [status]


def test_the_words_of_a_rendering_stand_in_one_sentence() -> None:
    base = (Term("trial", Forms("clinical trial", ("phase III study",)), Forms("临床试验")),)
    words = lexicon.load()
    row = ("III期临床试验已启动。", "Phase III has begun. It was studied before.")
    (match,) = match_terms(_pairs([row], "zh"), TermBase.of([base], words.simplify), words, "zh")
    assert match.status == "missing"


def test_a_concept_is_not_named_by_what_it_is_the_quality_of() -> None:
    base = (
        Term("contagious", Forms("contagious"), Forms("传染性")),
        Term("sars", Forms("severe acute respiratory syndrome", abbreviations=("SARS",)), Forms("传染性非典型肺炎")),
    )
    words = lexicon.load()
    (match,) = match_terms(
        _pairs([("该病传染性强。", "SARS is strong.")], "zh"), TermBase.of([base], words.simplify), words, "zh"
    )
    assert match.status == "missing"


def test_a_part_of_a_name_that_the_source_has_is_no_intruder() -> None:
    row = ("The COVID-19 pandemic might spread with influenza.", "新型冠状病毒肺炎（COVID-19）可能与流感交叉传播。")
    matches = match_terms(_pairs([row], "en"), Pipeline().terms, lexicon.load(), "en")
    assert {m.term.id: m.status for m in matches}["pandemic"] == "missing"
