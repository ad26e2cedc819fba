"""Annotations for GitHub Actions: a workflow command a finding, shown beside the line of the translation.

GitHub shows ten annotations of each level a step, and no more; the log holds all of them. Findings that are known
already are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aligner.model import Finding, Result, Severity
from aligner.reports._place import Region, region, uri_path
from aligner.reports._report import RenderOptions, Report, file_of, reason, told

_LEVELS: dict[Severity, str] = {"critical": "error", "major": "error", "minor": "warning", "neutral": "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield one line a finding, then what there is to say of the file."""
    for result in results:
        for finding in result.counted:
            yield _finding(finding, region(finding, result))
        for level, path, message in _about_files(result):
            yield _command(level, {"file": uri_path(path), "title": "aligner"}, message)
        yield ""


def _about_files(result: Result) -> Iterator[tuple[str, str, str]]:
    """Yield level, file and message of what was not checked, and of thresholds that are not met."""
    for skipped in result.skipped:
        yield (
            "error" if skipped.failed else "notice",
            file_of(skipped, result),
            f"not checked: {reason(skipped, result)}",
        )
    for breach in result.breaches:
        yield "error", result.document.path_of("target"), f"threshold: {breach}"


def _finding(finding: Finding, at: Region) -> str:
    title = f"aligner {finding.rule} ({finding.severity})"
    if at.address:
        properties = {"file": uri_path(at.path), "title": title}
        return _command(_LEVELS[finding.severity], properties, f"{at.address}: {told(finding)}")
    where = {"file": uri_path(at.path), "line": str(at.line), "endLine": str(at.end_line)}
    if at.line == at.end_line:  # GitHub takes columns within one line only; its end is the last one marked
        where |= {"col": str(at.column), "endColumn": str(max(at.column, at.end_column - 1))}
    return _command(_LEVELS[finding.severity], {**where, "title": title}, f"{at.named}{told(finding)}")


def _command(level: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    return f"::{level} {given}::{_escaped(message, _DATA)}\n"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    """Write the characters that would end a field or the command.

    >>> _escaped("50%, a:b", _PROPERTY)
    '50%25%2C a%3Ab'
    """
    return text.translate({ord(char): escape for char, escape in escapes.items()})


REPORT = Report("github", "annotations for GitHub Actions", (), render, for_people=True)
