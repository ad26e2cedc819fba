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
