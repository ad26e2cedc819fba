"""Code Quality for GitLab: a list of issues, which a merge request shows beside the lines.

GitLab compares the lists of two branches by their fingerprints, which must differ within one list. Findings that are
known already are left out. What broke and thresholds that are not met are issues of the whole file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from aligner.model import Result, Severity
from aligner.reports._place import Region, region, uri_path
from aligner.reports._report import RenderOptions, Report, file_of, reason, told
from aligner.reports.json import dump

_SEVERITIES: dict[Severity, str] = {"critical": "critical", "major": "major", "minor": "minor", "neutral": "info"}


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield the list, one chunk an issue."""
    lead = "["
    for result in results:
        for issue in _issues(result):
            yield f"{lead}\n{dump(issue, indent=None)}"
            lead = ","
        yield ""
    yield "[]\n" if lead == "[" else "\n]\n"


def _issues(result: Result) -> Iterator[dict[str, Any]]:
    for finding in result.counted:
        at, severity = region(finding, result), _SEVERITIES[finding.severity]
        yield _issue(at, finding.rule, severity, told(finding), finding.fingerprint or finding.message)
    for skipped in result.skipped:
        if skipped.failed:
            at = Region(file_of(skipped, result))
            yield _issue(at, "not-checked", "blocker", f"not checked: {reason(skipped, result)}", skipped.what)
    for breach in result.breaches:
        yield _issue(Region(result.document.path_of("target")), "threshold", "major", breach, breach)


def _issue(at: Region, check: str, severity: str, text: str, identity: str) -> dict[str, Any]:
    path, text = uri_path(at.path), f"{at.address}: {text}" if at.address else f"{at.named}{text}"
    digest = hashlib.sha256("\x1f".join((path, check, identity)).encode("utf-8", "surrogatepass")).hexdigest()
    return {
        "description": text,
        "check_name": check,
        "fingerprint": digest[:32],
        "severity": severity,
        "location": {"path": path, "lines": {"begin": at.line, "end": at.end_line}},
    }


REPORT = Report("gitlab", "Code Quality for GitLab", (), render)
