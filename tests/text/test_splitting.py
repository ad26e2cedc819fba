import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.model import Block, Lang
from aligner.text.splitting import split, whole

LANGS: tuple[Lang, ...] = ("en", "zh")


def texts(text: str, lang: Lang) -> list[str]:
    return [s.text for s in split([Block(text)], lang)]


# `|` marks where a sentence ends; a text without it is one sentence.
ENGLISH = """
Pain fell from 3.5 to 2.1 mmol/L vs. placebo.| It was safe.
Smith et al. described E. coli and S. aureus in 2009.| Others did not.
See Fig. 2 and Figs. 3-4 for details.| No. 5 was lost.
It was given i.v. at 5 mg.| Then p.o. doses followed.
The difference was significant (P < .05).| We stopped.
J. A. Smith and Dr. Jones wrote it.| They were wrong.
He was seen in the U.S. Army hospital.| She lived in the U.S.| They met at 5 p.m.| We do not know why.
The knee healed (see Table 1).| (It took a year. Or two.)| Then he left.
"It hurts."| She said so.
It was shown before.[12]| Next we asked why.| It was known.12,13| We asked again.
It was shown before [12].| Next we asked why.
The volume was 46.2 L.| CrCl was the only covariate.
Flow was 500 mL/min.| Hypotension was rare at 80/min. of it.
Pain was reduced.|The joint healed.| RMO is rare.|It heals.
We found p.Arg117His and c.35delG at www.example.com in file.txt today.
IL.6 rose in vivo, e.g. in mice, i.e. not in men.
Ph.D. students took part.| Why?!| Nobody knows...| Perhaps later.
1. Rest the knee.| 2. Do not walk.
The steps are: 1. Rest 2. Wait.
p53 was raised.| mTOR fell.| α-Synuclein rose.| 10 patients died.
miR-21 rose.| metformin was given.| pH was 7.4.
Patients had hepatitis B.| The rest were in group A.| Patients in group B left.| It was stage I.| Nobody died.
Candida spp. were found.| Candida sp. was not.
About ca. 10% (approx. 3 of 30; cf. Table 2) resp. 5% improved.
St. John's wort was used.| Mt. Sinai was not.
It cost 3.5 million (approx.).| That was much.
The mean was .35 and the range .1-.9.
We used SPSS ver. 22.0 (IBM Corp., Armonk, N.Y.) and R v. 4.1.| Tests were two-sided.
Levels (mean [SD]: 3.1 [0.2]. n = 5) rose.
He asked, "Why now?" and left.| "Because," she said.
An open bracket (like this does not hurt.| The next sentence stands.
It rose 2-fold etc.| No change followed.
Data from Jan. 2010 to Dec. 2012 were used.
See ref. 12 and refs. [3,4] on pp. 3-9.
The drug (Pfizer Inc., New York) was safe.| Roche Ltd.| The end.
It was 37 °C.| The rate was 5%.| It fell to 3.| In all, 5 died.
Lower the pressure. (Grade A, level I) |Stop smoking. (1B) |(A) Rest in bed.
""".strip().split("\n")

CHINESE = """
骨髓水肿消退（P<0.05）。|随访3.5年。|患者好转！
为什么？！|不清楚。|真的吗?|是的!
水肿消退.|随访12个月.|结束
治疗有效. |患者出院.
大肠杆菌（E. coli）及S. aureus感染。|治愈。
剂量为3.5 mg/d；疗程3个月；无不良反应。
他说：“疼。”|随后离开。
“你疼吗？”他问。|患者点头。
见图2（图中箭头所示。另见表1。）及表3。|结束。
包括：1.目的；2.方法；3.结果。|见下文。
1．目的明确。|2．方法可行。
阈值为0．05，面积3．5cm。|其余同前。
未闭合的（括号不影响切分。|下一句仍在。
结果显示……两组无差异。|结论如下。
如前所述[1]。[2]|我们认为有效。
诊断为RMO.|随访良好.
患者 J.M.史密斯来自美国。|已治愈。
疗效确切（P<0.01）.|TNF-α亦升高.
骨質疏鬆症很常見。|「會痛嗎？」|病人說：「不會。」
Smith 等 (Smith et al. 2009) 报道了该病。|少见。
推荐控制血压。（A级推荐，Ⅰ级证据）|建议戒烟。（B，Ⅱ）|（A）甲组。|（1）乙组。
""".strip().split("\n")


@pytest.mark.parametrize("marked", ENGLISH)
def test_english_sentences(marked: str) -> None:
    assert texts(marked.replace("|", ""), "en") == [s.strip() for s in marked.split("|")]


@pytest.mark.parametrize("marked", CHINESE)
def test_chinese_sentences(marked: str) -> None:
    assert texts(marked.replace("|", ""), "zh") == [s.strip() for s in marked.split("|")]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "BACKGROUND: It hurts. METHODS: We looked.", ["BACKGROUND:", "It hurts.", "METHODS:", "We looked."]),
        ("en", "Methods and results: We looked.", ["Methods and results:", "We looked."]),
        ("en", "AIM. To look. RESULTS. Pain.", ["AIM.", "To look.", "RESULTS.", "Pain."]),
        ("en", "Background—Pain is common.", ["Background—", "Pain is common."]),
        ("en", "Objective To look. Methods We looked.", ["Objective", "To look.", "Methods", "We looked."]),
        (
            "en",
            "Question Is it safe? Main Outcomes and Measures The outcome was death. Meaning It is.",
            ["Question", "Is it safe?", "Main Outcomes and Measures", "The outcome was death.", "Meaning", "It is."],
        ),
        ("en", "STUDY DESIGN AND SETTING OF IT: We looked.", ["STUDY DESIGN AND SETTING OF IT:", "We looked."]),
        ("en", "[Abstract] Objective: To look.", ["[Abstract]", "Objective:", "To look."]),
        ("en", "Methods of Bland and Altman were used.", ["Methods of Bland and Altman were used."]),
        ("en", "Results The men were well.", ["Results The men were well."]),
        ("en", "COVID-19: a review of it.", ["COVID-19: a review of it."]),
        ("zh", "目的：探讨疗效。方法：随机分组。", ["目的：", "探讨疗效。", "方法：", "随机分组。"]),
        ("zh", "【摘要】 目的 探讨疗效。方法 随机分组。", ["【摘要】", "目的", "探讨疗效。", "方法", "随机分组。"]),
        (
            "zh",
            "目的 探讨疗效。设计、场所与研究对象 纳入30例。意义 有效。",
            ["目的", "探讨疗效。", "设计、场所与研究对象", "纳入30例。", "意义", "有效。"],
        ),
        ("zh", "目的　探讨疗效。结论　有效。", ["目的", "探讨疗效。", "结论", "有效。"]),
        ("zh", "目的探讨疗效。方法分组。结果有效。", ["目的", "探讨疗效。", "方法", "分组。", "结果", "有效。"]),
        ("zh", "材料與方法：分組。", ["材料與方法：", "分組。"]),
        ("zh", "目的探讨不清。结果显示有效。", ["目的探讨不清。", "结果显示有效。"]),
        ("zh", "方法学研究很多。结果可靠。", ["方法学研究很多。", "结果可靠。"]),
    ],
)
def test_labels_are_segments_of_their_own(lang: Lang, text: str, expected: list[str]) -> None:
    segments = split([Block(text)], lang)

    assert [s.text for s in segments] == expected


def test_roles() -> None:
    blocks = [
        Block("Migratory osteoporosis: a review"),
        Block("Abstract"),
        Block("RESULTS: Pain. Key words: hip; knee"),
        Block("What it means"),
        Block("It heals."),
    ]

    assert [(s.role, s.text) for s in split(blocks, "en")] == [
        ("title", "Migratory osteoporosis: a review"),
        ("label", "Abstract"),
        ("label", "RESULTS:"),
        ("body", "Pain."),
        ("keywords", "Key words: hip; knee"),
        ("heading", "What it means"),
        ("body", "It heals."),
    ]


def test_a_title_that_ends_in_a_full_stop_is_known_by_the_label_below_it() -> None:
    assert split([Block("A review of pain."), Block("AIM: To look.")], "en")[0].role == "title"
    assert split([Block("We report a case."), Block("It was rare.")], "en")[0].role == "body"


def test_the_role_a_reader_gave_is_kept() -> None:
    segments = split([Block("Pain. A review", role="title"), Block("Pain hurts. Yes.")], "en")

    assert [(s.role, s.text) for s in segments] == [
        ("title", "Pain. A review"),
        ("body", "Pain hurts."),
        ("body", "Yes."),
    ]


def test_whole_keeps_lines_as_they_stand() -> None:
    blocks = [Block("One. Two. "), Block(""), Block("Keywords: a; b")]

    assert [(s.index, s.start, s.text) for s in whole(blocks, "en")] == [
        (0, 0, "One. Two. "),
        (1, 0, ""),
        (2, 0, "Keywords: a; b"),
    ]


NASTY = st.text(
    alphabet=st.sampled_from(
        "aAbP19.。．!?？！…;；,，:： \n\r\t\u3000\u200b\ufeff\u2028\x0c()（）[]【】“”\"'’「」"
        "中骨目的方法果结论éαμ·-–—<>=%/@©"
    )
    | st.characters(codec="utf-8"),
    max_size=120,
)
PIECES = st.lists(
    st.sampled_from(
        [
            "METHODS:",
            "目的",
            "方法：",
            "Keywords:",
            "关键词：",
            "Dr. ",
            "et al. ",
            "(n = 3. ",
            ")",
            "3.5 ",
            "Fig. 2",
            "P<.05",
            ".",
            "。",
            " ",
            "\n",
            "The knee",
            "水肿",
            "“",
            "”",
            "...",
            "……",
            "[12]",
            "1. ",
            "U.S. ",
            "a.",
            "！？",
            "E. coli",
            "．",
        ]
    ),
    max_size=25,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(NASTY | PIECES, max_size=4), st.sampled_from(LANGS))
def test_segments_are_slices_in_order_with_white_space_between(strings: list[str], lang: Lang) -> None:
    blocks = [Block(s) for s in strings]
    segments = split(blocks, lang)

    assert [s.index for s in segments] == list(range(len(segments)))
    own = {id(b): [s for s in segments if s.block is b] for b in blocks}
    assert [s for b in blocks for s in own[id(b)]] == list(segments)
    for block in blocks:
        at = 0
        for segment in own[id(block)]:
            assert block.text[segment.start : segment.end] == segment.text
            assert not block.text[at : segment.start].strip()
            assert segment.text and segment.text == segment.text.strip()
            at = segment.end
        assert not block.text[at:].strip()


UNITS_EN = [
    "3.5 mmol/L",
    "P < .05",
    "et al. [12]",
    "i.v.",
    "E. coli",
    "Fig. 2",
    "vs.",
    "(n = 3. See Table 1.)",
    "J. A. Smith",
    "0.5–1.5 mg/kg",
    "e.g.",
    "approx. 10%",
    "c.35delG",
    "www.example.com",
    "doi:10.1000/182.3",
    "No. 5",
    "[3. 4]",
    "No. 12 (3.1)",
]
UNITS_ZH = [
    "3.5 mmol/L",
    "P<0.05",
    "（图2。见表1。）",
    "E.coli",
    "S. aureus",
    "3．5",
    "(n=3。)",
    "[12]",
    "《指南。第2版》",
    "0.5～1.5",
    "NCT0000.1",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(UNITS_EN), min_size=1, max_size=6))
def test_nothing_inside_an_english_sentence_is_cut(units: list[str]) -> None:
    sentence = "It was " + " and ".join(units) + " that rose."

    assert texts(f"Pain fell. {sentence} We stopped.", "en") == ["Pain fell.", sentence, "We stopped."]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(UNITS_ZH), min_size=1, max_size=6))
def test_nothing_inside_a_chinese_sentence_is_cut(units: list[str]) -> None:
    sentence = "患者" + "及".join(units) + "均升高。"

    assert texts(f"疼痛减轻。{sentence}随访结束。", "zh") == ["疼痛减轻。", sentence, "随访结束。"]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from([s.split("|") for s in ENGLISH if "open bracket" not in s and "steps are" not in s]),
        min_size=1,
        max_size=4,
    )
)
def test_english_sentences_come_out_of_a_running_paragraph(sentences: list[list[str]]) -> None:
    expected = [s.strip() for s in itertools.chain.from_iterable(sentences)]
    if any(e[:2] in {"1.", "2."} for e in expected) or any(e.startswith('"') for e in expected):
        return

    assert texts(" ".join(expected), "en") == expected


@pytest.mark.parametrize("mark", ["(", "（", "“", "[", "«"])
@pytest.mark.parametrize("lang", LANGS)
def test_a_bracket_that_never_closes_swallows_nothing(mark: str, lang: Lang) -> None:
    sentence, join = ("It hurt.", " ") if lang == "en" else ("很疼。", "")
    text = join.join([sentence, f"{mark}{sentence}", sentence, sentence])

    assert len(texts(text, lang)) == 4
