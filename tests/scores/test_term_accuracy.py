"""How many glossary terms are rendered as the glossary says."""

import pytest

from aligner.scores import ScoreContext
from aligner.scores.term_accuracy import SCORE
from tests import factory

PAIRS = factory.pairs_of([("Knee pain and hip pain.", "膝痛与髋部疼痛。", "body"), ("Pain.", "疼痛。", "body")])


def score(*statuses):
    matches = tuple(factory.match(PAIRS[0], "hip pain", "髋部疼痛", status) for status in statuses)
    (found,) = SCORE.compute(PAIRS, ScoreContext("en", "zh", matches))
    return found


@pytest.mark.parametrize(
    ("status", "value"),
    [("ok", 1), ("admitted", 1), ("abbreviation", 1), ("forbidden", 0), ("other", 0), ("missing", 0)],
)
def test_what_is_right(status, value):
    assert score(status).value == value


def test_the_share_and_how_many():
    found = score("ok", "missing", "admitted", "ok")
    assert (found.value, found.per_pair) == (0.75, (0.75, None))
    assert "|n:4|" in found.signature


def test_without_terms_there_is_no_value():
    assert score().value is None
