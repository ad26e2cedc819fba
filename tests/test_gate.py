"""What makes a run fail: severities, thresholds, what is known, what broke."""

from dataclasses import replace
from typing import Any

import pytest

from aligner import gate
from aligner.config import Config
from aligner.errors import ConfigError
from aligner.model import Known, Result, Score, Skipped
from tests import factory


def judged(**settings: Any) -> Result:
    config = Config(**settings)
    return gate.judged(replace(factory.result(), config=config), config)


@pytest.mark.parametrize(
    ("fail_on", "code"), [("never", 0), ("critical", 1), ("major", 1), ("minor", 1), ("neutral", 1)]
)
def test_findings_at_or_above_the_gate_fail(fail_on: str, code: int) -> None:
    assert gate.verdict([judged(fail_on=fail_on)]) == code
    assert gate.verdict([gate.judged(factory.clean(), Config()), judged(fail_on=fail_on)]) == code


def test_known_findings_do_not_count() -> None:
    result = judged()
    known = tuple(replace(finding, known=Known("baseline", "so")) for finding in result.findings)
    assert gate.verdict([replace(result, findings=known)]) == 0
    config = Config(max_count=(("all", 0),))
    assert gate.judged(replace(result, findings=known, config=config), config).breaches == ()


def test_thresholds_on_counts_name_severities_and_rules() -> None:
    result = judged(fail_on="critical", max_count=(("minor", 1), ("half-width", 1), ("all", 6), ("neutral", 1)))
    assert result.breaches == ("2 minor findings, the most is 1", "2 half-width findings, the most is 1")
    assert gate.verdict([replace(result, findings=())]) == 1


def test_thresholds_on_scores() -> None:
    result = judged(min_score=(("term_accuracy", 0.7), ("number_accuracy", 0.8), ("bleu", 99)))
    assert result.breaches == ("term_accuracy is 0.67, the least is 0.7",)
    with pytest.raises(ConfigError, match="did you mean 'term_accuracy'"):
        judged(min_score=(("term_acuracy", 0.7),))


def test_no_least_value_for_what_is_best_at_0():
    base = factory.result()
    scored = replace(base, scores=(Score("ter", 20.0, "", lower_is_better=True),))
    with pytest.raises(ConfigError, match="less is better"):
        gate.judged(scored, Config(min_score=(("ter", 10.0),)))


def test_a_later_threshold_takes_the_place_of_an_earlier_one() -> None:
    assert judged(max_count=(("minor", 0), ("minor", 5))).breaches == ()


def test_never_means_that_thresholds_do_not_fail_either() -> None:
    result = judged(fail_on="never", max_count=(("minor", 0),))
    assert result.breaches and gate.verdict([result]) == 0


def test_what_broke_comes_before_everything() -> None:
    broken = replace(factory.clean(), skipped=(Skipped("rule x", "it failed", failed=True),))
    assert gate.verdict([judged(), broken]) == 2
    assert gate.verdict([replace(broken, config=Config(fail_on="never"))]) == 2
    unread = replace(factory.clean(), skipped=(Skipped("a part", "no text"),))
    assert gate.verdict([unread]) == 0
