"""Marks words in a text: those of findings and matched terms, which may overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aligner.model import SEVERITIES, Severity, Span
from aligner.reports._html.markup import element, worded


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be marked: those of the finding with the id `finding`, or of the term with the number `term`.

    `quiet` ones are no stop of the keyboard: terms, known findings, and the many places of one finding.
    """

    span: Span
    finding: str = ""
    severity: Severity | None = None
    term: str = ""
    status: str = ""
    quiet: bool = False


def marked(text: str, marks: Sequence[Mark], lang: str, han: str, *, live: bool = True) -> str:
    """Return a text as HTML with its words marked; where marks overlap, the text is cut, and each cut has its own.

    Where nothing is `live`, marks are only seen: they are no buttons, and no stops of the keyboard.

    >>> pain = Mark(Span(5, 9, "pain"), finding="d1f1", severity="major")
    >>> print(marked("knee pain", [pain], "en", "zh-Hans"))
    knee <mark class="major" data-n="d1f1" aria-describedby="d1f1" role="button" tabindex="0">pain</mark>
    """
    edges = sorted({0, len(text)} | {min(edge, len(text)) for m in marks for edge in (m.span.start, m.span.end)})
    points = {m.span.start for m in marks if m.span.start >= m.span.end}
    parts, stops = [], set[str]() if live else None
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        if start in points:
            parts.append(_run("", [m for m in marks if m.span.start == start >= m.span.end], stops, lang, han))
        if start < end:
            covering = [m for m in marks if m.span.start <= start and end <= m.span.end]
            whole = len(edges) == 2
            parts.append(_run(text[start:end], covering, stops, lang, han, whole=whole))
    return "".join(parts)


def _run(text: str, marks: Sequence[Mark], stops: set[str] | None, lang: str, han: str, *, whole: bool = False) -> str:
    """Mark one cut; `stops` are the findings that the keyboard has a stop for already, None where there are none."""
    if not marks:
        return worded(text, lang, han)
    findings = _unique(m.finding for m in marks)
    fresh = {m.finding for m in marks if m.finding and not m.quiet} - (stops or set())
    if stops is not None:
        stops |= fresh
    return element(
        "mark",
        worded(text, lang, han),
        class_=" ".join(_classes(text, marks, whole=whole)),
        data_n=" ".join(findings) or None,
        data_t=" ".join(_unique(f"{m.term}:{m.status}" for m in marks if m.term)) or None,
        aria_describedby=" ".join(findings) or None,
        role="button" if stops is not None else None,
        tabindex=None if stops is None else 0 if fresh else -1,
    )


def _classes(text: str, marks: Sequence[Mark], *, whole: bool) -> list[str]:
    severities = {m.severity for m in marks if m.severity}
    worst = next((severity for severity in reversed(SEVERITIES) if severity in severities), None)
    told = [m for m in marks if m.finding]
    classes: list[str] = [worst or "term"]
    if not worst and any(m.status in ("forbidden", "other", "missing") for m in marks):
        classes.append("doubt")
    if told and all(m.quiet for m in told):
        classes.append("quiet")
    if whole:
        classes.append("whole")
    if not text.strip():
        classes.append("blank" if text else "point")
    return classes


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))
