"""An Excel workbook for reviewers: sheets of pairs, findings, terms, scores, and of what was not checked.

The words of a finding are marked, severities have colours. In the sheet of findings, `decision` and `comment` are for
the reviewer, `keep` (the translation stays) or `fix` (it will be corrected); `aligner baseline import` reads them.
The sheet of pairs can be read again: its first columns are those of the report `tsv`.

Rows are written to the disk as they come, so that the memory does not grow with their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from aligner import review
from aligner.errors import missing
from aligner.model import RIGHT, Finding, Match, Pair, Place, Result, Severity, Side
from aligner.reports._place import places, region
from aligner.reports._report import RenderOptions, Report, advice, peek, said, shown_pairs, worst
from aligner.reports._sheets import Column, Level, Marked, Sheet, Styles, Value

_CHUNK = 1 << 20
_NO_DATE = datetime(2000, 1, 1)  # the same results give the same file
_SIDES: tuple[Side, ...] = ("source", "target")
_DOC = Column("doc", 18)
_SHEETS = {
    "pairs": (
        Column("id", 6), Column("score", 8, "0.00"), Column("source", 60), Column("target", 60),
        Column("risk", 8, "0.00"), Column("severity", 10), Column("findings", 50),
    ),
    review.SHEET: (
        Column("no", 6), Column("severity", 10), Column("rule", 18), Column("pair", 8), Column("place", 14),
        Column("source", 40), Column("target", 40), Column("message", 40), Column("suggestion", 20),
        Column("decision", 10), Column("comment", 30), Column("category", 22), Column("file", 24),
        *(Column(name, 20, hidden=True) for name in ("fingerprint", "source words", "target words")),
    ),
    "terms": (
        Column("term", 30), Column("en", 30), Column("zh", 24), Column("domain", 16), Column("count", 8),
        Column("right", 8), Column("rendered as", 40), Column("pairs", 24),
    ),
    "scores": (
        Column("score", 24), Column("value", 10), Column("low", 10), Column("high", 10), Column("signature", 90),
    ),
    "not checked": (Column("what", 40), Column("why", 90)),
}  # fmt: skip


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[bytes]:
    """Yield nothing for each document, and the workbook once all are in it."""
    try:
        import xlsxwriter
    except ModuleNotFoundError:
        raise missing("an Excel workbook", "XlsxWriter", "xlsx") from None
    several, documents = peek(results)
    with TemporaryDirectory(prefix="aligner-") as folder:
        path = Path(folder, "report.xlsx")
        with xlsxwriter.Workbook(str(path), {"constant_memory": True, "tmpdir": folder}) as book:
            book.set_properties({"created": _NO_DATE})
            yield from _filled(book, documents, options, [_DOC] if several else [])
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk


def _filled(book: Any, results: Iterable[Result], options: RenderOptions, lead: list[Column]) -> Iterator[bytes]:
    styles = Styles(book)
    sheets = {title: Sheet(book, styles, title, [*lead, *columns]) for title, columns in _SHEETS.items()}
    writers = dict(zip(_SHEETS, (_pairs, _findings, _terms, _scores, _unchecked), strict=True))
    for result in results:
        doc = [result.document.id] if lead else []
        for title, rows in writers.items():
            for row in rows(result, options):
                sheets[title].add([*doc, *row])
        yield b""
    for title, sheet in sheets.items():
        sheet.finish({"decision": review.VERDICTS} if title == review.SHEET else None)


def _pairs(result: Result, options: RenderOptions) -> Iterator[list[Value]]:
    for pair, found in shown_pairs(result, options):
        severity = worst(found)
        told = "\n".join(f"{finding.rule}: {said(finding)}" for finding in found)
        sides = (_marked(pair, side, found) for side in _SIDES)
        level = Level(severity) if severity else None
        yield [pair.id, round(pair.score, 4), *sides, result.risk(pair.id), level, told or None]


def _findings(result: Result, options: RenderOptions) -> Iterator[list[Value]]:
    for number, finding in enumerate(result.findings, 1):
        found = places(finding)
        first = found[0] if found else Place(0)
        pair = result.pair(first.pair) if found else None
        pairs = list(dict.fromkeys(place.pair for place in found))
        at, known = region(finding, result), finding.known
        yield [
            number,
            Level(finding.severity, known is not None),
            finding.rule,
            pairs[0] if len(pairs) == 1 else ", ".join(map(str, pairs)),
            (pair.address if pair else "") or f"line {at.line}:{at.column}",
            *(_marked(pair, side, [finding]) if pair else None for side in _SIDES),
            said(finding),
            finding.suggestion or advice(finding) or None,
            "keep" if known else None,
            known.reason if known else None,
            finding.category,
            result.document.path_of("target"),
            finding.fingerprint,
            *("" if span is None else span.text for span in (first.source, first.target)),
        ]


def _marked(pair: Pair, side: Side, findings: Iterable[Finding]) -> Marked:
    """Return the text of a side with the words that findings concern; what is all of it needs no mark."""
    text = pair.text(side)
    spans: list[tuple[int, int, Severity]] = []
    for finding in findings:
        for place in places(finding):
            span = place.source if side == "source" else place.target
            if place.pair == pair.id and span and (span.start, span.end) != (0, len(text)):
                spans.append((span.start, span.end, finding.severity))
    return Marked(text, tuple(spans))


def _terms(result: Result, options: RenderOptions) -> Iterator[list[Value]]:
    found: dict[str, list[Match]] = {}
    for match in result.matches:
        found.setdefault(match.term.id, []).append(match)
    for term, matches in found.items():
        forms = dict.fromkeys(match.target.text for match in matches if match.target)
        pairs = dict.fromkeys(match.pair for match in matches)
        concept = matches[0].term
        right = sum(match.status in RIGHT for match in matches)
        names = (term, concept.en.preferred, concept.zh.preferred, concept.domain)
        yield [*names, len(matches), right, ", ".join(forms), ", ".join(map(str, pairs))]


def _scores(result: Result, options: RenderOptions) -> Iterator[list[Value]]:
    for score in result.scores:
        figures = (score.value, *(score.ci or (None, None)))
        yield [score.name, *(None if figure is None else round(figure, 4) for figure in figures), score.signature]


def _unchecked(result: Result, options: RenderOptions) -> Iterator[list[Value]]:
    for block in result.set_aside:
        yield [block.text, f"set aside as {block.role} ({block.address or f'line {block.line}'})"]
    for skipped in result.skipped:
        yield [skipped.what, skipped.why]
    for warning in result.document.warnings:
        yield [warning, "warning"]
    for breach in result.breaches:
        yield [breach, "threshold that is not met"]


REPORT = Report("xlsx", "an Excel workbook for reviewers", (".xlsx",), render, binary=True, holds_pairs=True)
