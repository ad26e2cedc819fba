"""SARIF 2.1.0, which code hosts and editors read.

Columns count code points. A finding is fixed by its suggestion where the file's own text can be replaced. Findings
that are known already are there with a suppression that gives the reason. What broke is a notification of the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from aligner import selection
from aligner.model import Finding, Known, Result, Rule, Severity
from aligner.reports._place import Region, other_regions, region, source_region, uri_path
from aligner.reports._report import RenderOptions, Report, advice, file_of, reason, told
from aligner.reports.json import dump
from aligner.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"critical": "error", "major": "error", "minor": "warning", "neutral": "note"}
_ROOT = "%SRCROOT%"
_MOST_PLACES = 100  # related places of one finding


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield the log: its head, a chunk a finding, and what the run has to say of itself."""
    rules = selection.rules()
    number = {rule.id: index for index, rule in enumerate(rules)}
    driver = {"name": "aligner", "version": __version__, "rules": [_rule(rule) for rule in rules]}
    yield f'{{"$schema": {dump(_SCHEMA)}, "version": "2.1.0", "runs": [{{\n'
    yield f'"tool": {dump({"driver": driver}, indent=None)},\n"columnKind": "unicodeCodePoints",\n"results": ['
    lead, notifications = "\n", []
    for result in results:
        for finding in result.findings:
            yield lead + dump(_result(finding, result, number), indent=None)
            lead = ",\n"
        notifications += _notifications(result)
        yield ""
    broken = any(entry["level"] == "error" for entry in notifications)
    invocation = {"executionSuccessful": not broken, "toolExecutionNotifications": notifications}
    yield f'\n],\n"invocations": [{dump(invocation, indent=None)}]\n}}]}}\n'


def _rule(rule: Rule) -> dict[str, Any]:
    page = selection.manual(rule) or rule.title
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": " ".join(page.split("\n\n")[0].split())},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.on_by_default},
        "properties": {"tags": ["translation", rule.category], "severity": rule.severity},
    }


def _result(finding: Finding, result: Result, number: dict[str, int]) -> dict[str, Any]:
    at = region(finding, result)
    found: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": told(finding)},
        "locations": [_location(at)],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
            "alignerFingerprint/v1": finding.fingerprint,
        },
        "suppressions": [_suppression(finding.known)] if finding.known else [],
        "properties": {"severity": finding.severity, "category": finding.category},
    }
    if finding.rule in number:
        found["ruleIndex"] = number[finding.rule]
    if related := _related(finding, result):
        found["relatedLocations"] = related
    if finding.suggestion is not None and finding.target is not None and at.verbatim:
        found["fixes"] = [_fix(finding, at)]
    return found


def _location(at: Region) -> dict[str, Any]:
    """Return the stretch of the file, and the name of the place where lines do not tell it."""
    place = {"artifactLocation": _artifact(at.path), **({} if at.address else {"region": _span(at)})}
    name = at.address or at.unit
    return {"physicalLocation": place, **({"logicalLocations": [{"fullyQualifiedName": name}]} if name else {})}


def _span(at: Region) -> dict[str, int]:
    return {"startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}


def _artifact(path: str) -> dict[str, str]:
    """Return where a file is: from the root of the sources, or by itself where the path is absolute."""
    if PurePath(path).is_absolute():
        return {"uri": PurePath(path).as_uri()}
    return {"uri": quote(uri_path(path), errors="surrogateescape"), "uriBaseId": _ROOT}


def _related(finding: Finding, result: Result) -> list[dict[str, Any]]:
    """Return the source that the finding is about, then its further places."""
    source = source_region(finding, result)
    regions = [(source, "the source")] if source else []
    regions += [(at, "also here") for at in other_regions(finding, result)][:_MOST_PLACES]
    return [{"id": i, **_location(at), "message": {"text": text}} for i, (at, text) in enumerate(regions, start=1)]


def _fix(finding: Finding, at: Region) -> dict[str, Any]:
    replacement = {"deletedRegion": _span(at), "insertedContent": {"text": finding.suggestion}}
    change = {"artifactLocation": _artifact(at.path), "replacements": [replacement]}
    return {"description": {"text": advice(finding)}, "artifactChanges": [change]}


def _suppression(known: Known) -> dict[str, Any]:
    properties = {"by": known.by, "author": known.author, "date": known.date}
    return {
        "kind": "external",
        "status": "accepted",
        "justification": known.reason,
        "properties": {name: value for name, value in properties.items() if value},
    }


def _notifications(result: Result) -> list[dict[str, Any]]:
    """Return what was not checked in a document, and the thresholds that it does not meet."""
    found = [
        _notification("error" if s.failed else "note", f"not checked: {reason(s, result)}", file_of(s, result))
        for s in result.skipped
    ]
    path = result.document.path_of("target")
    return found + [_notification("warning", f"threshold: {breach}", path) for breach in result.breaches]


def _notification(level: str, text: str, path: str) -> dict[str, Any]:
    where = {"physicalLocation": {"artifactLocation": _artifact(path)}}
    return {"level": level, "message": {"text": text}, "locations": [where]}


REPORT = Report("sarif", "SARIF 2.1.0, for code hosts and editors", (".sarif",), render)
