"""How much of each side has a counterpart."""

import pytest

from aligner.scores import ScoreContext
from aligner.scores.coverage import SCORE
from tests import factory


def values(texts):
    return {score.name: score.value for score in SCORE.compute(factory.pairs_of(texts), ScoreContext("en", "zh"))}


def test_all_of_it():
    assert values([("Knee pain.", "膝痛。", "body")]) == {"coverage_source": 1.0, "coverage_target": 1.0}


def test_by_characters_without_white_space():
    found = values([("Knee pain.", "膝痛。", "body"), ("Fe ver.", "", "body"), ("", "无。", "body")])
    assert found["coverage_source"] == pytest.approx(9 / 15)
    assert found["coverage_target"] == pytest.approx(3 / 5)


def test_a_lost_label_weighs_little():
    long = "The patients were followed for two years after the injection of the sacroiliac joint."
    assert values([("AIM:", "", "label"), (long, "随访两年。", "body")])["coverage_source"] > 0.9


def test_a_side_without_text_has_no_coverage():
    assert values([("Pain.", "", "body")]) == {"coverage_source": 0.0, "coverage_target": None}


def test_by_pair():
    pairs = factory.pairs_of([("Pain.", "疼痛。", "body"), ("Fever.", "", "body")])
    source, target = SCORE.compute(pairs, ScoreContext("en", "zh"))
    assert (source.per_pair, target.per_pair) == ((1.0, 0.0), (1.0, None))
