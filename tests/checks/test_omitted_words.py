"""The examples of the rule, which needs the dictionary, and the words it names."""

import pytest

import aligner
from aligner.checks.omitted_words import RULE
from aligner.model import Example
from tests.checks.asking import asked


@pytest.mark.parametrize("example", RULE.bad)
def test_it_fires_on_its_bad_examples(example: Example) -> None:
    assert asked(RULE.id, example.source, example.target)


@pytest.mark.parametrize("example", RULE.good)
def test_it_is_silent_on_its_good_examples(example: Example) -> None:
    assert asked(RULE.id, example.source, example.target) == []


def test_it_names_the_words_without_counterpart() -> None:
    (finding,) = asked(RULE.id, RULE.bad[0].source, RULE.bad[0].target)
    assert finding.source is not None
    assert finding.source.text.endswith("medication")
    assert finding.target is None
    assert finding.severity == "major"


def test_free_translation_of_the_usual_length_is_none() -> None:
    english = "Little is known about how clinicians weigh these trade-offs in everyday practice when time is short."
    assert (
        asked(RULE.id, english, "在日常诊疗中时间紧迫之际，临床医生如何权衡利弊、取舍得失，目前尚知之甚少，有待探讨。")
        == []
    )


def test_what_is_surely_left_out_is_told_once() -> None:
    source = (
        "Two women stopped the drug because of nausea, and their symptoms resolved within a week without any further "
        "antiemetic treatment; all other patients tolerated it well for the twelve weeks of the study."
    )
    target = "2例女性患者因恶心停药；其余患者在研究的12周内均耐受良好。"
    told = aligner.check(aligner.document(source, target)).findings
    assert [(finding.rule, finding.severity) for finding in told] == [("omitted-words", "major")]
