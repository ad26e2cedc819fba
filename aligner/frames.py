"""A Result as pandas DataFrames: pure functions, plain columns, one row a thing.

Every frame begins with `doc`, the document's id, so that those of many results concatenate. Texts are Python
strings in columns of dtype object, None where there is none; numbers that may be missing are `Int64` or
`float64`. A span stands in three columns, `X_start`, `X_end` (code points of the pair's text on side X) and
`X_text`. An empty frame keeps its columns and dtypes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from aligner.model import RIGHT, Abbreviation, Match, Result, Span

if TYPE_CHECKING:
    import pandas as pd

_SPANS = {
    "source_start": "Int64",
    "source_end": "Int64",
    "source_text": "object",
    "target_start": "Int64",
    "target_end": "Int64",
    "target_text": "object",
}
_PAIRS = {
    "doc": "object",
    "pair": "int64",
    "source": "object",
    "target": "object",
    "source_segments": "object",
    "target_segments": "object",
    "score": "float64",
    "risk": "float64",
    "method": "object",
}
_FINDINGS = {
    "doc": "object",
    "rule": "object",
    "category": "object",
    "severity": "object",
    "pair": "Int64",
    "message": "object",
    **_SPANS,
    "count": "int64",
    "suggestion": "object",
    "fingerprint": "object",
}
_MATCHES = {
    "doc": "object",
    "term": "object",
    "en": "object",
    "zh": "object",
    "domain": "object",
    "pair": "int64",
    "status": "object",
    **_SPANS,
    "form": "object",
}
_TERMS = {
    "doc": "object",
    "term": "object",
    "en": "object",
    "zh": "object",
    "domain": "object",
    "count": "int64",
    "right": "int64",
    "forms": "object",
}
_ABBREVIATIONS = {
    "doc": "object",
    "key": "object",
    "side": "object",
    "written": "object",
    "expansions": "object",
    "terms": "object",
    "uses": "int64",
    "introduced": "int64",
    "pair": "Int64",
    "introduced_start": "Int64",
    "introduced_end": "Int64",
    "introduced_text": "object",
}
_SCORES = {
    "doc": "object",
    "name": "object",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "signature": "object",
}


def pairs(result: Result) -> pd.DataFrame:
    """Return one row a pair.

    Columns: `doc`, `pair` (its id, from 1), `source` and `target` (verbatim, empty for no counterpart),
    `source_segments` and `target_segments` (lists of segment numbers, from 0), `score` (0 to 1), `risk` (0 to 1, how
    likely a professional would change it, missing where that cannot be told), `method`.
    """
    rows = (
        (
            pair.id,
            pair.source_text,
            pair.target_text,
            [segment.index for segment in pair.source],
            [segment.index for segment in pair.target],
            pair.score,
            result.risk(pair.id),
            pair.method,
        )
        for pair in result.pairs
    )
    return _frame(result, rows, _PAIRS)


def findings(result: Result) -> pd.DataFrame:
    """Return one row a finding, in the order of the result.

    Columns: `doc`, `rule`, `category` (MQM), `severity`, `pair` (missing for the document as a whole),
    `message`, the source and target spans, `count` (of the places it stands for), `suggestion` (what to write
    for the target span), `fingerprint`.
    """
    rows = (
        (
            finding.rule,
            finding.category,
            finding.severity,
            finding.pair,
            finding.message,
            *_span(finding.source),
            *_span(finding.target),
            finding.count,
            finding.suggestion,
            finding.fingerprint,
        )
        for finding in result.findings
    )
    return _frame(result, rows, _FINDINGS)


def matches(result: Result) -> pd.DataFrame:
    """Return one row a glossary term found.

    Columns: `doc`, `term` (the concept's id), `en` and `zh` (its preferred forms), `domain`, `pair`, `status`,
    the source and target spans, `form` (the glossary's spelling of what stands in the target).
    """
    rows = (
        (
            match.term.id,
            match.term.en.preferred,
            match.term.zh.preferred,
            match.term.domain,
            match.pair,
            match.status,
            *_span(match.source),
            *_span(match.target),
            match.form or None,
        )
        for match in result.matches
    )
    return _frame(result, rows, _MATCHES)


def terms(result: Result) -> pd.DataFrame:
    """Return one row a concept that occurs, in the order of first occurrence: its matches summed up.

    Columns: `doc`, `term` (the concept's id), `en` and `zh` (its preferred forms), `domain`, `count` (of its
    occurrences in the source), `right` (of those that are rendered as the glossary says), `forms` (list of what
    stands for it in the target, each once).
    """
    found: dict[str, list[Match]] = {}
    for match in result.matches:
        found.setdefault(match.term.id, []).append(match)
    rows = (
        (
            term,
            matched[0].term.en.preferred,
            matched[0].term.zh.preferred,
            matched[0].term.domain,
            len(matched),
            sum(match.status in RIGHT for match in matched),
            list(dict.fromkeys(match.target.text for match in matched if match.target)),
        )
        for term, matched in found.items()
    )
    return _frame(result, rows, _TERMS)


def abbreviations(result: Result) -> pd.DataFrame:
    """Return one row an abbreviation of a side: the entries of the ledger.

    Columns: `doc`, `key` (the same on both sides), `side`, `written` (as it is first written), `expansions` (list
    of the names it is introduced for), `terms` (list of the ids of the concepts that these are), `uses` and
    `introduced` (how often), `pair` and the span `introduced_start`, `introduced_end`, `introduced_text` of the
    first introduction.
    """
    rows = (
        (
            entry.key,
            entry.side,
            entry.written,
            list(entry.expansions),
            list(entry.terms),
            len(entry.uses),
            len(entry.introduced),
            *_introduction(entry),
        )
        for entry in result.abbreviations
    )
    return _frame(result, rows, _ABBREVIATIONS)


def _introduction(entry: Abbreviation) -> tuple[int | None, int | None, int | None, str | None]:
    if not entry.introduced:
        return (None, None, None, None)
    first = entry.introduced[0]
    return (first.pair, *_span(first.source if entry.side == "source" else first.target))


def scores(result: Result) -> pd.DataFrame:
    """Return one row a score.

    Columns: `doc`, `name`, `value` (missing where it cannot be computed), `low` and `high` (of the confidence
    interval), `signature`.
    """
    rows = ((score.name, score.value, *(score.ci or (None, None)), score.signature) for score in result.scores)
    return _frame(result, rows, _SCORES)


def _span(span: Span | None) -> tuple[int | None, int | None, str | None]:
    return (None, None, None) if span is None else (span.start, span.end, span.text)


def _frame(result: Result, rows: Iterable[Sequence[Any]], dtypes: dict[str, str]) -> pd.DataFrame:
    import pandas as pd

    columns = list(zip(*((result.document.id, *row) for row in rows), strict=True)) or [()] * len(dtypes)
    series = {
        name: pd.Series(list(values), dtype=dtype)
        for (name, dtype), values in zip(dtypes.items(), columns, strict=True)
    }
    return pd.DataFrame(series, columns=list(dtypes))
