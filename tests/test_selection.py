"""Which rules run, and how severe their findings are."""

from dataclasses import replace

import pytest

import aligner
from aligner import registry, selection
from aligner.config import Config
from aligner.errors import ConfigError
from aligner.model import Rule
from aligner.pipeline import Pipeline

NUMBERS: Rule = registry.find("aligner.checks", "RULE", "numbers")
KNOWN = tuple(replace(NUMBERS, id=rule_id) for rule_id in ("half-brackets", "half-comma", "numbers", "stop"))
KNOWN = (*KNOWN, replace(NUMBERS, id="opinion", on_by_default=False))


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        (["default"], [], "half-brackets half-comma numbers stop"),
        (["all"], [], "half-brackets half-comma numbers stop opinion"),
        (["default", "opinion"], ["half"], "numbers stop opinion"),
        (["half-c", "numbers"], [], "half-comma numbers"),
        (["half-comma"], ["half"], ""),
        (["opinion"], ["default"], "opinion"),
        (["default"], ["all"], ""),
    ],
)
def test_rules_are_chosen_by_id_and_prefix(select: list[str], ignore: list[str], expected: str) -> None:
    assert " ".join(rule.id for rule in selection.chosen(KNOWN, select, ignore)) == expected


def test_a_name_that_fits_no_rule_names_the_nearest() -> None:
    with pytest.raises(ConfigError, match="there is no rule 'numbres'; did you mean 'numbers'"):
        selection.chosen(KNOWN, ["numbres"], [])
    with pytest.raises(ConfigError, match="aligner rules lists them"):
        selection.chosen(KNOWN, ["default"], ["xyzzy"])
    with pytest.raises(ConfigError):
        selection.chosen(KNOWN, [""], [])


def test_the_longest_name_says_the_severity_and_of_two_the_last() -> None:
    table = [("half-comma", "major"), ("half", "critical"), ("all", "neutral"), ("half-comma", "minor")]
    found = {rule: selection.severity(rule, table) for rule in ("half-comma", "half-brackets", "stop")}  # type: ignore[arg-type]
    assert found == {"half-comma": "minor", "half-brackets": "critical", "stop": "neutral"}
    assert selection.severity("stop", [("half", "minor")]) is None


@pytest.mark.parametrize("rule", selection.rules(), ids=lambda rule: rule.id)
def test_the_page_of_a_rule_is_that_of_its_own_file(rule: Rule) -> None:
    page = selection.manual(rule)
    others = [selection.manual(other) for other in selection.rules() if other.id != rule.id]
    assert len(page) > 40
    assert page not in others


def test_a_check_runs_what_is_selected_and_weighs_it() -> None:
    document = aligner.document("We saw 12 patients (RA).", "我们观察了21例患者(RA)。")
    result = aligner.check(document, select=("numbers",), severity=(("num", "minor"),))
    assert [(finding.rule, finding.severity) for finding in result.findings] == [("numbers", "minor")]
    assert result.rules == ("numbers",)
    assert "numbers" not in aligner.check(document, ignore=("numbers",)).rules
    scores = {score.name: score.value for score in aligner.check(document, ignore=("numbers",)).scores}
    assert scores["number_accuracy"] is None
    with pytest.raises(ConfigError):
        _ = Pipeline(Config(select=("nmbers",))).rules
