"""The examples of the rule, which needs the dictionary, and the words it names."""

import pytest

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
    assert not RULE.on_by_default
