"""The formats that CI servers read: concise, github, gitlab, junit, jsonl."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from aligner.batch import unchecked
from aligner.model import Finding, Result
from aligner.reports import RenderOptions, find
from tests import factory


def text_of(report_id: str, *results: Result) -> str:
    return "".join(find(report_id).render(iter(results), RenderOptions()))


def test_concise_is_a_line_a_finding() -> None:
    lines = text_of("concise", factory.gated()).splitlines()
    assert (
        lines[0] == "injection.txt:3:6: numbers 48 in the source stands as 84 in the translation. Write: 48 [critical]"
    )
    assert len(lines) == len(factory.gated().counted) + 3
    assert "not checked: rule abbreviation in pair 3" in lines[-2]
    assert "term_accuracy is 0.67" in lines[-1]
    assert all(re.match(r"[^:]+:(\d+:\d+:)? ", line) for line in lines)


ONE_LINE = ("concise", "github", "gitlab", "junit", "sarif")


@pytest.mark.parametrize("report_id", [*ONE_LINE, "markdown"])
def test_units_of_a_file_that_is_all_one_line_are_told_apart(report_id: str) -> None:
    found = factory.gated()
    units = [
        replace(
            pair,
            target=tuple(
                replace(s, block=replace(s.block, line=1, offsets=(), address=f"unit {pair.id}")) for s in pair.target
            ),
        )
        for pair in found.pairs
    ]
    text = text_of(report_id, replace(found, pairs=tuple(units)))
    number = next(finding.pair for finding in found.counted if finding.rule == "numbers")
    assert f"unit {number}" in text


@pytest.mark.parametrize("report_id", ONE_LINE)
def test_every_format_says_places_words_and_advice_alike(report_id: str) -> None:
    text = text_of(report_id, factory.result())
    assert "Chinese text takes full-width commas: “,” (2 places). Write: ，" in text
    assert "Nothing in the translation stands for this sentence: “No adverse events occurred.”" in text
    assert "Nothing in the source stands for this sentence: “所有患者均签署了知情同意书。”. Leave it out." in text
    assert "48 in the source stands as 84 in the translation. Write: 48" in text


@pytest.mark.parametrize("report_id", ONE_LINE)
def test_what_could_not_be_read_is_a_fault_of_that_file(report_id: str) -> None:
    text = text_of(report_id, unchecked(("a.en.md", "a.zh.md"), "a.en.md: is empty; give a text", failed=True))
    places = {
        "concise": "a.en.md: not checked: is empty; give a text",
        "github": "::error file=a.en.md,title=aligner::not checked: is empty; give a text",
        "gitlab": '"location": {"path": "a.en.md"',
        "junit": '<testcase classname="a.en.md" name="a.en.md">',
        "sarif": '"artifactLocation": {"uri": "a.en.md"',
    }
    assert places[report_id] in text


def test_concise_keeps_a_message_of_several_lines_on_one() -> None:
    base = factory.clean()
    finding = Finding("rule", "c", "minor", 1, "one\ntwo \x1b[31m")
    (line,) = text_of("concise", Result(base.document, base.pairs, findings=(finding,))).splitlines()
    assert "one two" in line and "\x1b" not in line


def test_github_escapes_what_would_end_a_command() -> None:
    base = factory.clean("a,b:c")
    finding = Finding("rule", "c", "critical", 1, "50% lost:\nsee, there", suggestion="甲")
    (line,) = text_of("github", Result(base.document, base.pairs, findings=(finding,))).splitlines()
    assert line == (
        "::error file=a%2Cb%3Ac.txt,line=1,endLine=1,col=1,endColumn=5,title=aligner rule (critical)"
        "::50%25 lost:%0Asee, there. Write: 甲"
    )


def test_github_has_a_level_a_severity_and_leaves_known_findings_out() -> None:
    lines = text_of("github", factory.gated()).splitlines()
    levels = "error warning error error notice notice error error"
    assert [line.split(" ")[0] for line in lines] == [f"::{level}" for level in levels.split()]
    assert "half-width-comma" not in "".join(lines)


def test_gitlab_has_unique_fingerprints_and_its_own_severities() -> None:
    one, two = factory.gated(), factory.result()
    issues = json.loads(
        text_of("gitlab", one, Result(factory.document(two.pairs, "b"), two.pairs, (), (), two.findings))
    )
    assert {issue["severity"] for issue in issues} == {"critical", "major", "minor", "info", "blocker"}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 13
    assert issues[0]["location"] == {"path": "injection.txt", "lines": {"begin": 3, "end": 3}}
    assert json.loads(text_of("gitlab", factory.clean())) == []


def test_junit_has_a_suite_a_document_and_a_case_a_rule() -> None:
    suites = ET.fromstring(text_of("junit", factory.gated(), factory.hostile()))
    first = suites[0]
    cases = {case.attrib["name"]: case for case in first}
    assert int(first.attrib["tests"]) == len(first)
    outcomes = {name: [child.tag for child in case] for name, case in cases.items()}
    assert outcomes["numbers"] == ["failure"]
    assert outcomes["half-width-brackets"] == ["system-out"]  # minor, below the gate
    assert outcomes["rule abbreviation in pair 3"] == ["error"]
    assert outcomes["abbreviation"] == []
    assert (first.attrib["failures"], first.attrib["errors"], first.attrib["skipped"]) == ("4", "1", "1")
    known = cases["half-width-comma"].findtext("system-out")
    assert known is not None and "kept as printed" in known


def test_jsonl_is_the_json_report_a_document_a_line() -> None:
    lines = text_of("jsonl", factory.result(), factory.clean()).splitlines()
    assert [json.loads(line) for line in lines] == [
        json.loads(text_of("json", factory.result())),
        json.loads(text_of("json", factory.clean())),
    ]
