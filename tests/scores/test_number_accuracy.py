"""How many numbers agree."""

import pytest

from aligner.model import Finding, Span
from aligner.scores import ScoreContext
from aligner.scores.number_accuracy import SCORE
from tests import factory

PAIRS = factory.pairs_of(
    [
        ("We followed 48 patients for 12 months.", "我们对84例患者随访12个月。", "body"),
        ("Pain fell.", "疼痛减轻。", "body"),
        ("The dose was 5 mg.", "", "body"),
    ]
)
WRONG = Finding(
    "numbers", "Accuracy", "major", 1, "48 against 84",
    factory.span(PAIRS[0].source_text, "48"), factory.span(PAIRS[0].target_text, "84"),
)  # fmt: skip


def score(pairs=PAIRS, findings=(WRONG,), **options):
    (found,) = SCORE.compute(pairs, ScoreContext("en", "zh", findings=tuple(findings), **options))
    return found


def test_figures_reported_or_in_a_lost_sentence_are_wrong():
    found = score()
    assert found.value == pytest.approx(2 / 5)
    assert found.per_pair == (0.5, None, 0.0)
    assert "|n:5|" in found.signature


def test_figures_that_nothing_is_reported_of_are_right():
    assert score(PAIRS[:2], []).value == 1.0


def test_other_rules_do_not_count():
    other = Finding("terminology", "Terminology", "major", 1, "", WRONG.source, WRONG.target)
    assert score(PAIRS[:2], [other]).value == 1.0


def test_what_the_rule_reports_counts_however_it_is_written():
    word = Finding("numbers", "Accuracy", "major", 2, "", None, Span.of(PAIRS[1].target_text, 0, 2))
    assert score(PAIRS[:2], [word]).value == pytest.approx(4 / 5)


def test_without_numbers_or_without_the_rule_there_is_no_value():
    assert score(PAIRS[1:2], []).value is None
    assert score(rules=("omission",)).value is None
    assert score(rules=("omission", "numbers")).value is not None
