"""How alike the sides of the pairs are."""

import pytest

from aligner.model import Pair
from aligner.scores import ScoreContext
from aligner.scores.similarity import SCORE
from tests import factory


def score(pairs):
    (found,) = SCORE.compute(pairs, ScoreContext("en", "zh"))
    return found


def test_labels_and_empty_sides_are_left_out():
    pairs = factory.pairs_of([("RESULTS:", "结果：", "label"), ("Pain.", "疼痛。", "body"), ("Fever.", "", "body")])
    found = score(pairs)
    assert found.value == pairs[1].score
    assert found.per_pair == (pairs[0].score, pairs[1].score, None)
    assert "|n:1|" in found.signature and "method:lexical" in found.signature


def test_labels_count_where_there_is_nothing_else():
    pairs = factory.pairs_of([("RESULTS:", "结果：", "label")])
    assert score(pairs).value == pairs[0].score


def test_the_mean():
    pairs = factory.pairs_of([("Pain.", "疼痛。", "body"), ("Fever.", "发热。", "body")])
    assert score(pairs).value == pytest.approx((0.55 + 0.6) / 2)


def test_a_line_empty_on_both_sides_says_nothing():
    blank = factory.segment("", "en", 0), factory.segment("", "zh", 0)
    pairs = (*factory.pairs_of([("Pain.", "疼痛。", "body")]), Pair(2, blank[:1], blank[1:], 0.0, "lexical"))
    assert score(pairs).value == 0.55
    assert score(pairs).per_pair == (0.55, None)
