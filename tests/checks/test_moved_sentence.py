"""A moved sentence is one finding, not an omission and an addition: through the whole program."""

import pytest

import aligner
from aligner.checks.moved_sentence import RULE
from aligner.model import Example


def _rules(example: Example) -> list[str]:
    result = aligner.check(aligner.document(example.source, example.target, sentences=True))
    return [f.rule for f in result.findings if f.rule in ("moved-sentence", "omission", "addition")]


@pytest.mark.parametrize("example", RULE.bad)
def test_a_moved_sentence_is_one_finding(example: Example) -> None:
    assert _rules(example) == ["moved-sentence"]


@pytest.mark.parametrize("example", RULE.good)
def test_one_in_its_place_is_none(example: Example) -> None:
    assert _rules(example) == []
