"""Markdown, to be put into an issue, a pull request or a wiki: the counts, the findings, and the pairs as a table.

Where nothing was checked, it is the table alone. What the texts hold is never markup.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from aligner.model import SEVERITIES, Finding, Lang, Result
from aligner.reports._place import region
from aligner.reports._report import RenderOptions, Report, names, reason, shown_pairs, told
from aligner.text.screen import harmless, one_line

_MARKUP = re.compile(r"([\\`*_\[\]<>|~$&#])")
_NAMES: dict[Lang, str] = {"en": "English", "zh": "Chinese"}


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield the documents one after the other."""
    lead = ""
    for result in results:
        checked = bool(result.rules or result.findings)
        yield f"{lead}## {_line(names(result.document))}\n\n"
        if checked:
            yield "".join(f"{line}\n" for line in _checked(result))
        yield "".join(_table(result, options))
        lead = "\n"


def _checked(result: Result) -> Iterator[str]:
    counts = Counter(finding.severity for finding in result.counted)
    listed = ", ".join(f"{counts[severity]} {severity}" for severity in reversed(SEVERITIES) if counts[severity])
    known = len(result.findings) - len(result.counted)
    yield f"{len(result.pairs)} pairs; findings: {listed or 'none'}{f' ({known} known)' if known else ''}"
    yield ""
    found = [f"- {_finding(finding, result)}" for finding in result.counted]
    found += [f"- not checked: {_line(reason(skipped, result))}" for skipped in result.skipped]
    found += [f"- threshold: {_line(breach)}" for breach in result.breaches]
    yield from [*found, ""] if found else []


def _finding(finding: Finding, result: Result) -> str:
    at = region(finding, result)
    where = at.address or at.unit or f"{at.line}:{at.column}"
    pair = "" if finding.pair is None else f"pair {finding.pair}, "
    return f"**{finding.severity}** `{finding.rule}` ({pair}{_line(where)}): {_line(told(finding))}"


def _table(result: Result, options: RenderOptions) -> Iterator[str]:
    document = result.document
    yield f"| | {_NAMES[document.source_lang]} | {_NAMES[document.target_lang]} |\n| ---: | --- | --- |\n"
    for pair, found in shown_pairs(result, options):
        if options.findings_only and not found:
            continue
        yield f"| {pair.id} | {_cell(pair.source_text)} | {_cell(pair.target_text)} |\n"


def _line(text: str) -> str:
    """Write a text so that nothing in it is markup.

    >>> print(_line("a*b | <i>"))
    a\\*b \\| \\<i\\>
    """
    return _MARKUP.sub(r"\\\1", one_line(text))


def _cell(text: str) -> str:
    return "<br>".join(_MARKUP.sub(r"\\\1", harmless(line)).strip() for line in text.splitlines())


REPORT = Report("markdown", "findings and pairs, for issues and wikis", (".md", ".markdown"), render, holds_pairs=True)
