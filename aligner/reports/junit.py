"""JUnit XML: a suite a document, a case a rule, so that a CI server shows which rule fails where.

A rule fails where it has a finding at or above the gate (`fail-on`) that is not known already; what it found else is
in the output of its case. A rule that broke is an error, and what else was not checked is a skipped case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aligner.config import Config
from aligner.model import Finding, Result
from aligner.reports._place import region
from aligner.reports._report import RenderOptions, Report, file_of, told
from aligner.reports._xml import escaped, quoted


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield one chunk a document."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="aligner">\n'
    for result in results:
        yield _suite(result)
    yield "</testsuites>\n"


def _suite(result: Result) -> str:
    path = result.document.path_of("target") or result.document.id
    rules = [*result.rules, *sorted({f.rule for f in result.findings} - set(result.rules))]
    cases = [_case(path, rule, *_of_rule(rule, result)) for rule in rules]
    cases += [_lone(file_of(s, result), s.what, "error" if s.failed else "skipped", s.why) for s in result.skipped]
    cases += [_lone(path, f"threshold: {breach}", "failure", breach) for breach in result.breaches]
    counts = {
        "tests": len(cases),
        "failures": sum("<failure" in case for case in cases),
        "errors": sum("<error" in case for case in cases),
        "skipped": sum("<skipped" in case for case in cases),
    }
    attributes = "".join(f' {name}="{count}"' for name, count in counts.items())
    return f"  <testsuite name={quoted(path)}{attributes}>\n{''.join(cases)}  </testsuite>\n"


def _of_rule(rule: str, result: Result) -> tuple[list[str], list[str]]:
    """Return what a rule found in lines: what fails, and what is only said."""
    own = [finding for finding in result.findings if finding.rule == rule]
    failing = [_text(finding, result) for finding in own if _fails(finding, result)]
    return failing, [_text(finding, result) for finding in own if not _fails(finding, result)]


def _fails(finding: Finding, result: Result) -> bool:
    return finding.known is None and (result.config or Config()).fails(finding.severity)


def _text(finding: Finding, result: Result) -> str:
    at = region(finding, result)
    known = f" (known: {finding.known.reason})" if finding.known else ""
    return f"{at.where}: {finding.severity}: {at.named}{told(finding)}{known}"


def _case(path: str, rule: str, failing: Sequence[str], said: Sequence[str]) -> str:
    body = ""
    if failing:
        more = f" and {len(failing) - 1} more" if len(failing) > 1 else ""
        message = quoted(failing[0] + more)
        body += f"      <failure message={message}>{escaped(chr(10).join(failing))}</failure>\n"
    if said:
        body += f"      <system-out>{escaped(chr(10).join(said))}</system-out>\n"
    return _named(path, rule, body)


def _lone(path: str, name: str, outcome: str, why: str) -> str:
    return _named(path, name, f"      <{outcome} message={quoted(why)}/>\n")


def _named(path: str, name: str, body: str) -> str:
    head = f"    <testcase classname={quoted(path)} name={quoted(name)}"
    return f"{head}>\n{body}    </testcase>\n" if body else f"{head}/>\n"


REPORT = Report("junit", "JUnit XML, for CI servers", (".xml",), render)
