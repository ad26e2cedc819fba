"""What counts as front matter, and what only looks like it."""

import pytest

from aligner.model import Block, Lang
from aligner.text.front_matter import separate

TITLE: dict[Lang, str] = {"en": "A title of this page", "zh": "本页的标题在此"}
BODY: dict[Lang, str] = {
    "en": "We report that the first case of this very rare disease was seen in our clinic in the year 2009.",
    "zh": "我们报告了首例强直性脊柱炎患者发生的区域性迁移性骨质疏松症，并复习了有关的文献资料。",
}

TEXT_EN = """
Supported by evidence from 12 trials, we conclude that rest helps.
Supported by a strong foundation, the programme grew.
Acknowledging the risk, the committee agreed.
Corresponding authors were asked to fill in a form.
Published in 2009, the guideline recommends rest.
Published reports describe pain.
Received opinion holds that rest helps.
Received 3 doses of vaccine by May.
Accepted practice differs between countries.
Similar articles were found in PubMed and Embase.
Author information was missing in 12% of reports.
Copyright was never an issue here.
Conflicts of interest among authors of 120 guidelines were common and were not disclosed in most of them.
Open access journals charge authors.
Citation counts rose over time.
Tel Aviv patients were enrolled.
Doi Suthep is a mountain.
Epub readers are common.
Hospital readmission after hip fracture: a cohort study
University Hospital outcomes of hip fracture in Leiden, the Netherlands
Osteoporosis, Arthritis, Gout
Rheumatoid Arthritis, Osteoarthritis, and Gout
Knee Pain, Hip Pain, Ankle Pain, and Back Pain
Department of Rheumatology patients were enrolled.
The University of Leiden trial of methotrexate
Management of Sepsis in the University Hospital
Vitamin D, Calcium, and Bone
Hepatitis B and Hepatitis C
Hepatitis A, Hepatitis B, Hepatitis C
Smith J was the first to describe it in 2009.
We searched PubMed from 2009 to 2012; 120 (35%) of 343 were kept.
The trial (NCT00000000; doi: 10.1000/182) was registered.
Review of the literature
Trial registration: NCT00000000.
Funding: Example Trust.
Registration: PROSPERO CRD42000000000
In 2019; 12 (3): 45 patients came.
From the Department of Rheumatology, 45 patients were enrolled.
Patients were recruited at the Department of Rheumatology, Example Hospital, Leiden, the Netherlands.
Mayo Clinic, Cleveland Clinic, and Johns Hopkins patients compared
Journal of a plague year
Correspondence analysis was used.
Correspondence to the editor was analysed.
Email reminders were sent.
E-mail: a tool for adherence?
Editorial policies of journals
Editors: who are they and what do they do?
Reference ranges, Normal values
Metrics of quality
Fax machines
Disclosures: how patients see them
Type 2 Diabetes, Obesity, and Stroke
Bone Marrow Oedema
Paget Disease of Bone
Behçet Syndrome
Whipple Disease, Crohn Disease
Cushing Syndrome
Sjögren Syndrome, Still Disease, and Gout
"""

TEXT_ZH = """
版权问题未涉及。
第一作者单位以高校为主。
通讯作者为国内学者的论文占80%。
利益冲突是指南制定中的常见问题。
基金项目资助论文占60%。
全文共纳入12篇文献。
下载文献后逐篇筛选。
电话随访3个月。
邮箱验证后登录。
某大学附属医院护理人员职业倦怠与应对方式的关系研究
北京地区三级医院风湿科用药现状
高血压，糖尿病，白血病
高热 水肿 黄疸
医院感染，肺炎
本研究在某某大学第三医院进行。
综述类风湿关节炎的治疗进展
病例报告质量评价
参考文献质量评价
临床研究方法学
单位：mg/L
来源于某某医院的患者共60例。
收稿日期与发表日期间隔3个月。
作者信息不全者排除。
康复护理
安全
张力性气胸
金黄色葡萄球菌 大肠埃希菌
白细胞 血小板
钙 磷 镁
江苏省、安徽省、山东省
骨科 康复科 中医科
关节腔注射，康复锻炼
"""

ASIDE_EN = """
Straten V H H P, Franssen M J A M, den Broeder A A
Smith JA(1)(2), O'Neill P(3).
Jane A. Smith1,2, Wei Li*, and Anna van den Berg³
Jane Smith, MD, PhD; Wei Li, MSc
ZHANG Xiao-ming, LI Gang
Zhang XM, Li G, et al.
J. A. Smith, W. Li
Department of Medicine, Example Hospital, Leiden, the Netherlands
1Department of Medicine, Example Hospital, Leiden.
a School of Nursing, Example University, Beijing, China
From the Department of Nursing, Example University.
Division of Rheumatology, Example Medical College Hospital, Academy of Sciences, Beijing 100000, China. a@example.cn
Scand J Example. 2009 Jan-Feb;38(1):63-5. doi: 10.1080/00000000.
Lancet 2021; 398: 1325–36
Nutrients Ex. 2022, 14(3), 456; https://doi.org/10.3390/nu00000000
N Engl J Med Ex 2019;380:11-22.
doi: 10.1000/182
https://doi.org/10.1000/182
PMID: 12345678
PMCID: PMC123456 DOI: 10.1000/182
Received: 12 May 2019 / Accepted: 3 June 2019
Received 3 May 2019; accepted 12 July 2019
Available online 3 May 2019
Epub 2019 May 3.
Published: 03 May 2020
© 2019 The Authors.
Copyright © 2019 by the Society. All rights reserved.
(c) 2019 Elsevier
Published by Elsevier Ltd.
Published online 3 May 2019
Email: a@example.org
Correspondence to: J. Smith, Example Hospital
*Corresponding author: J. Smith
Conflict of interest: none declared.
Conflicts of interest: The authors declare that they have no competing interests.
Declaration of competing interest
The authors declare no conflict of interest.
Supported by grants from the National Foundation (No. 123).
This work was supported by the National Fund (grant 123).
Author information
Author affiliations
Similar articles
Original Article
Case Report
Chinese Journal of Rheumatology
Foundation item: National Fund (No. 123)
CLC number: R593
Document code: A
Article ID: 1000-0000(2020)01-0001-04
Fund program: Example Fund (123)
Volume 12, Article number: 123 (2020)
Sci Rep Ex 2020;10(1):1234
Ann Intern Med. 2005 Mar 1;142(5):311.
Chin J Rheumatol, January 2009, Vol. 13, No. 1
"""

ASIDE_ZH = """
张三，李四，王五
张三 李四 王五
张　三，李四¹，王小五²
张三1，李四2*
张三[1] 李四[2]
欧阳明、司马光、李四
北京某医院风湿免疫科，北京 100000
1.某大学第三医院骨科，北京 100000；2.某医科大学
（某大学附属第一医院骨科，合肥 230022）
某某省人民医院心内科 某某 410000
中华某某杂志 2009年1月 第13卷第1期 63-65页
中华某某杂志, 2020, 59(3): 123-128.
中华某某杂志
DOI：10.3760/cma.j.00000
收稿日期：2019-11-02
[收稿日期] 2019-11-02
基金项目：国家自然科学基金（No.123）
【基金项目】国家自然科学基金（123）
通信作者：王五，Email：w@example.cn
通讯作者：王五
*通讯作者 王五
作者单位：100000 北京，某医院
作者简介：张三，男，主任医师
第一作者：张三
中图分类号：R593
【中图分类号】R593 【文献标识码】A
文献标识码：A
文章编号：1000-0000(2020)01-0001-04
版权所有，未经许可不得转载
利益冲突：无
利益冲突
利益冲突 所有作者声明无利益冲突
所有作者均声明不存在利益冲突
引用本文：张三. 题目[J]. 某杂志, 2020, 1(2): 3-4.
·论著·
论著
责任编辑：李四
"""


def lines_of(table: str) -> list[str]:
    return table.strip().split("\n")


def aside(lang: Lang, *lines: str) -> list[str]:
    return [b.text for b in separate([Block(line) for line in lines], lang)[1]]


@pytest.mark.parametrize(
    ("lang", "line"), [("en", x) for x in lines_of(TEXT_EN)] + [("zh", x) for x in lines_of(TEXT_ZH)]
)
def test_a_title_or_sentence_stays(lang: Lang, line: str) -> None:
    assert aside(lang, TITLE[lang], line, BODY[lang]) == []
    assert aside(lang, line, BODY[lang]) == []
    assert aside(lang, TITLE[lang], BODY[lang], line) == []


@pytest.mark.parametrize(
    ("lang", "line"), [("en", x) for x in lines_of(ASIDE_EN)] + [("zh", x) for x in lines_of(ASIDE_ZH)]
)
def test_front_matter_is_set_aside(lang: Lang, line: str) -> None:
    assert aside(lang, TITLE[lang], line, BODY[lang]) == [line]


@pytest.mark.parametrize(
    ("lang", "text", "kept", "front"),
    [
        (
            "en",
            "Ex J Med. 2009;38(1):63-5. We report a case of pain. It was rare.",
            "We report a case of pain. It was rare.",
            "Ex J Med. 2009;38(1):63-5.",
        ),
        (
            "en",
            "doi: 10.1000/182. Background: Knee pain is common.",
            "Background: Knee pain is common.",
            "doi: 10.1000/182.",
        ),
        ("en", "Copyright © 2009 Example. We report on two men.", "We report on two men.", "Copyright © 2009 Example."),
        ("en", "PMID: 123 Abstract We describe two men.", "Abstract We describe two men.", "PMID: 123"),
        (
            "en",
            "It hurts. © 2009 The Authors. Published by Example.",
            "It hurts.",
            "© 2009 The Authors. Published by Example.",
        ),
        ("en", "It hurts. PMID: 123 [Indexed for MEDLINE]", "It hurts.", "PMID: 123 [Indexed for MEDLINE]"),
        ("zh", "DOI：10.1000/182。目的：探讨临床特点。", "目的：探讨临床特点。", "DOI：10.1000/182。"),
        ("zh", "早期诊断很重要。版权所有©2020作者。", "早期诊断很重要。", "版权所有©2020作者。"),
        ("zh", "关键词：甲；乙 中图分类号：R593 文献标识码：A", "关键词：甲；乙", "中图分类号：R593 文献标识码：A"),
    ],
)
def test_front_matter_on_the_line_of_a_text_is_cut_off(lang: Lang, text: str, kept: str, front: str) -> None:
    body, cut = separate([Block(text, line=7, column=3)], lang)

    assert [b.text for b in body] == [kept]
    assert [(b.text, b.role) for b in cut] == [(front, "front matter")]
    for block in (*body, *cut):
        assert (block.line, block.column) == (7, 3 + text.index(block.text))


def test_keywords_behind_the_rights_stay() -> None:
    kept, cut = separate([Block("It hurts. © 2009 Example. Keywords: hip; knee")], "en")

    assert [b.text for b in kept] == ["It hurts.", "Keywords: hip; knee"]
    assert [b.text for b in cut] == ["© 2009 Example."]


@pytest.mark.parametrize("town", ["Xi'an", "Xi’an"])
def test_an_article_in_the_name_of_a_town_makes_no_prose(town: str) -> None:
    affiliation = f"1 Department of Medicine, First Hospital, {town}; 2 Department of Radiology, First Hospital, {town}"
    assert aside("en", TITLE["en"], affiliation, BODY["en"]) == [affiliation]


def test_a_bare_name_is_one_between_title_and_affiliation_only() -> None:
    affiliation = "Department of Medicine, Example Hospital, Leiden"

    assert aside("en", TITLE["en"], "Jane Smith", affiliation, BODY["en"]) == ["Jane Smith", affiliation]
    assert aside("en", TITLE["en"], "Jane Smith", BODY["en"]) == []


def test_authors_may_come_first() -> None:
    lines = ("Jane Smith, Wei Li", "Department of Medicine, Example Hospital, Leiden")

    assert aside("en", *lines, TITLE["en"], BODY["en"]) == list(lines)


def test_front_matter_may_come_last() -> None:
    line = "Department of Medicine, Example University Hospital, Leiden, the Netherlands."

    assert aside("en", TITLE["en"], BODY["en"], line, "PMID: 123") == [line, "PMID: 123"]


def test_blocks_with_a_role_are_left_alone() -> None:
    blocks = [Block("Case Report", role="heading"), Block("PMID: 123", role="keywords")]

    assert separate(blocks, "en") == (tuple(blocks), ())


def test_offsets_follow_the_cut() -> None:
    text = "It hurts. © 2009 Example."
    kept, cut = separate([Block(text, offsets=tuple(range(100, 100 + len(text))))], "en")

    assert kept[0].offsets == tuple(range(100, 109))
    assert cut[0].offsets == tuple(range(110, 125))


PUBMED = """Case Reports   Ex J Ophthalmol. 2020 Sep 4;20(1):355.
A title of this page
Ingrid M Solheim 1 , Pieter van der Hoek 2 3
Affiliations collapse
Affiliations
1 Eye Clinic, Fjordvik Hospital, Bergen, Norway.
3 These authors contributed equally.
Free PMC article
Erratum in
Ex J Ophthalmol. 2021 Jan 1;21(1):2.
Abstract
We report that the first case of this very rare disease was seen in our clinic in the year 2009.
Keywords: Glaucoma; Migraine.
PubMed Disclaimer
Comment in
Should we worry about it?
Similar articles
Drug-induced closure of the angle: a review of what is known of it, how it is seen and how it is treated.
See all similar articles
Cited by 12 articles.
Another title.
Publication types
Case Reports
MeSH terms
Substances
Topiramate
LinkOut - more resources
Medical"""


def test_a_page_of_a_database_leaves_title_abstract_and_keywords() -> None:
    kept, _ = separate([Block(line) for line in PUBMED.split("\n")], "en")

    assert [b.text for b in kept] == [TITLE["en"], "Abstract", BODY["en"], "Keywords: Glaucoma; Migraine."]


def test_figures_of_a_database_are_set_aside_and_legends_of_a_manuscript_stay() -> None:
    figures = ("Figures", "Figure 1", "Flow of participants.")

    assert aside("en", TITLE["en"], "PMID: 123", BODY["en"], *figures) == ["PMID: 123", *figures]
    assert aside("en", TITLE["en"], BODY["en"], *figures) == []


def test_a_list_below_the_text_ends_where_prose_begins() -> None:
    lines = (BODY["en"], "References", "Smith J. Pain. 2009.", BODY["en"], "Substances", "Iron", "METHODS: We asked.")

    assert aside("en", *lines) == ["References", "Smith J. Pain. 2009."]


def test_a_text_does_not_become_empty_by_names() -> None:
    assert aside("zh", "张三，李四，王五") == []
    assert aside("zh", "1000万至2000万人", BODY["zh"]) == []
    assert aside("zh", "PMID: 123") == ["PMID: 123"]


def test_labels_of_a_database_take_the_value_below_them() -> None:
    lines = ("分类号：", "R587.1", "年，卷(期)：", "2021, 29(8)", "在线出版日期：", "2021-09-10", "参考文献", "(12)")

    assert aside("zh", TITLE["zh"], BODY["zh"], *lines) == list(lines)


def test_the_rest_of_a_wrapped_line_of_the_journal_goes_with_it() -> None:
    line = "1. Ex J Cardiol. 2022 Apr;12(4):101-9. doi: 10.1999/ejc.2022.04.001. Epub 2022"

    assert aside("en", line, "Feb 3.", TITLE["en"], BODY["en"]) == [line, "Feb 3."]


def test_a_row_of_buttons_is_set_aside_and_a_heading_like_one_is_not() -> None:
    assert aside("zh", "首页", "学术期刊", TITLE["zh"], BODY["zh"], "引用", BODY["zh"]) == ["首页", "学术期刊"]
    assert aside("zh", TITLE["zh"], "早期诊断很重要。更多") == ["更多"]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "张某, 李某, 等. 老年患者的危险因素分析[J]. 中国某某杂志, 2023, 43(12): 1021-1026."),
        ("zh", "*某醫院護理部護理師 **某大學護理系副教授 ***某醫院護理部督導"),
        ("zh", "接受刊載：108年2月18日"),
        ("zh", "通訊作者地址：王某　某市某路1號"),
        ("zh", "原著 Original Article"),
        ("zh", "某某大学学报(医学版) . 2020 ,41 (06) 查看该刊数据库收录来源"),
        ("zh", "受理日期：2018年1月5日；接受日期：2018年4月9日"),
        ("zh", "聯絡人：王某"),
        ("zh", "下载：132 页码：55-59 页数：5"),
        ("en", "Skip to main page content"),
    ],
)
def test_lines_of_journals_in_chinese(lang: Lang, line: str) -> None:
    assert aside(lang, TITLE[lang], line, BODY[lang]) == [line]
