"""Pairs are measured by what is usual in their document."""

from tests.checks.asking import asked

SOURCE = (
    "Patients were seen every three months, and those who missed a visit were called by a nurse the same week, "
    "visited at home if they did not answer, and asked about pain, falls and medication."
)
FULL = "患者每三个月随访一次，未按时就诊者由护士于同周内电话联系，未接听者予以家访，询问疼痛、跌倒和用药情况。"
SHORT = "患者每三个月随访一次，未按时就诊者由护士联系。"


def test_half_a_sentence_is_too_short() -> None:
    (finding,) = asked("length", SOURCE, SHORT)
    assert "short" in finding.message
    assert asked("length", SOURCE, FULL) == []


def test_a_clause_too_many_is_too_long() -> None:
    (finding,) = asked("length", SHORT, SOURCE + " All of them were thankful for the attention that they received.")
    assert "long" in finding.message


def test_a_terse_document_is_measured_by_itself() -> None:
    twenty = "\n".join([SOURCE] * 20)
    assert asked("length", twenty, "\n".join([SHORT] * 20)) == []
    assert len(asked("length", twenty, "\n".join([FULL] * 19 + [SHORT]))) == 1


def test_an_original_in_brackets_does_not_count() -> None:
    source = "Crohn and Leonard Oppenheimer Ginzburg described regional ileitis in New York City."
    names = "克罗恩（Crohn）和金兹伯格（Leonard Oppenheimer Ginzburg）在纽约（New York City）描述了局限性回肠炎。"
    assert asked("length", source, names) == []


HERBS = "The decoction held Huanglian ({}, 6 g), Huangqin ({}, 9 g), Gancao ({}, 3 g) and Ganjiang ({}, 5 g)."
LATIN = ("Coptidis Rhizoma", "Scutellariae Radix", "Glycyrrhizae Radix et Rhizoma", "Zingiberis Rhizoma")
DECOCTION = "方中黄连6 g、黄芩9 g、甘草3 g、干姜5 g。"


def test_names_in_brackets_make_no_side_too_long() -> None:
    english = HERBS.format(*LATIN)
    assert asked("length", DECOCTION, english) == []
    assert asked("length", english, DECOCTION) == []
    assert asked("length", "检测胰高血糖素样肽1（glucagon-like peptide 1，GLP-1）水平。", "GLP-1 was measured.") == []


def test_brackets_excuse_no_lost_number_and_no_clause() -> None:
    (lost,) = asked("length", HERBS.format(*LATIN), "方中黄连6 g、黄芩、甘草、干姜。")
    assert "short" in lost.message
    clause = "which the pharmacy of the hospital had bought from several growers"
    (added,) = asked("length", DECOCTION, HERBS.format(*[clause] * 4))
    assert "long" in added.message
    wards = "surgery, cardiology, neurology, obstetrics, oncology and urology"
    (listed,) = asked(
        "length", "五个科室参加（外科、内科、妇产科）。", f"Five departments took part ({wards}; {wards})."
    )
    assert "long" in listed.message
