"""The findings counted and weighed."""

import pytest

from aligner.model import Finding
from aligner.scores import ScoreContext
from aligner.scores._interval import gamma, wilson
from aligner.scores.findings import SCORE as FINDINGS
from aligner.scores.mqm import SCORE as MQM
from aligner.text.lengths import length
from tests import factory

PAIRS = factory.pairs_of([("Knee pain in 12 women.", "12名女性膝痛。", "body"), ("It went.", "疼痛消失。", "body")])
REVERSED = tuple(type(p)(p.id, p.target, p.source, p.score, p.method) for p in PAIRS)


def findings(*severities):
    return tuple(Finding("rule", "Accuracy", severity, 1, "") for severity in severities)


def mqm(found, pairs=PAIRS, source="en", target="zh", **options):
    (score,) = MQM.compute(pairs, ScoreContext(source, target, findings=found, **options))
    return score


def test_the_penalty_is_the_sum_of_the_weights_for_1000_words_of_the_source():
    found = mqm(findings("critical", "major", "minor", "minor", "neutral"))
    assert found.name == "mqm_per_1000_words"
    assert found.value == pytest.approx(1000 * (25 + 5 + 2) / 7)
    assert "|weights:neutral=0,minor=1,major=5,critical=25|n:7|" in found.signature


def test_from_chinese_it_counts_characters():
    found = mqm(findings("minor"), REVERSED, "zh", "en")
    assert (found.name, found.value) == ("mqm_per_1000_characters", 100)


def test_the_weights_can_be_set():
    assert mqm(findings("major"), weights={"major": 2.5}).value == pytest.approx(2500 / 7)
    assert mqm(findings("major"), weights={"major": 0}).ci == (0, 0)


def test_the_interval_holds_the_value_and_is_wide_in_a_short_text():
    short, long = mqm(findings("major")), mqm(findings("major") * 50, PAIRS * 50)
    assert short.value == pytest.approx(long.value)
    for found in (short, long):
        assert found.ci[0] < found.value < found.ci[1]
    assert long.ci[1] - long.ci[0] < (short.ci[1] - short.ci[0]) / 5
    assert mqm(()).ci[1] > 0


def test_without_text_there_is_none():
    assert (mqm((), ()).value, mqm((), ()).ci) == (None, None)


def test_findings_are_counted_by_severity_and_pair():
    scores = FINDINGS.compute(PAIRS, ScoreContext("en", "zh", findings=findings("major", "major", "neutral")))
    found = {score.name: (score.value, score.per_pair) for score in scores}
    assert found["findings_major"] == (2, (2, 0)) and found["findings_critical"] == (0, (0, 0))


@pytest.mark.parametrize(
    ("counts", "low", "high"), [([(10, 1.0)], 4.795, 18.390), ([(3, 1.0)], 0.619, 8.767), ([(10, 5.0)], 23.98, 91.95)]
)
def test_events_of_one_weight_have_the_interval_of_a_poisson_count(counts, low, high):
    """The exact bounds (Garwood 1936), from tables; the approximation is off where there are few."""
    assert gamma(counts, 1.0) == (pytest.approx(low, rel=0.1), pytest.approx(high, rel=0.01))


def test_wilsons_interval_stays_within_0_and_1():
    assert wilson(0, 5)[0] == pytest.approx(0) and wilson(5, 5)[1] == pytest.approx(1) and wilson(0, 0) is None
    assert wilson(81, 263) == (pytest.approx(0.2553, abs=1e-4), pytest.approx(0.3662, abs=1e-4))  # Newcombe 1998


@pytest.mark.parametrize(
    ("text", "lang", "count"),
    [
        ("", "en", 0),
        ("Well-known side effects (p < 0.05), isn't it?", "en", 7),
        ("COVID-19疫苗，共3,000剂。", "zh", 6),
        ("（）", "zh", 0),
    ],
)
def test_lengths(text, lang, count):
    assert length(text, lang) == count
