"""The JSON report, schema 1: everything there is to know, for other programs.

One document is an object, several are `{"schema": 1, "documents": [...]}`. `schema1.json`, beside this file,
describes every field. Adding a field leaves the schema's number alone; changing one would raise it.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from typing import Any

from aligner.model import Abbreviation, Block, Finding, Known, Match, Pair, Place, Result, Score, Span
from aligner.reports._place import Region, region
from aligner.reports._report import RenderOptions, Report, peek
from aligner.text.placeholders import placed

SCHEMA = 1
_INDENT = 2
_DIGITS = 6  # beyond these, figures differ from machine to machine
# What JSON allows as it is, but could drive a terminal, turn the reading direction, or has no UTF-8 form.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield the report, one chunk a document; a single document stands alone, without a list around it."""
    several, documents = peek(results)
    chunks = (dump(as_dict(result)) for result in documents)
    first = next(chunks, None)
    if first is not None and not several:
        yield f"{first}\n"
        return
    yield f'{{\n  "schema": {SCHEMA},\n  "documents": ['
    if first is not None:
        yield f"\n{_deeper(first)}"
    for chunk in chunks:
        yield f",\n{_deeper(chunk)}"
    yield "]\n}\n" if first is None else "\n  ]\n}\n"


def as_dict(result: Result) -> dict[str, Any]:
    """Return the JSON object of one document, its keys in the order in which they are written."""
    document = result.document
    return {
        "schema": SCHEMA,
        "version": result.version,
        "id": document.id,
        "path": document.path,
        "source_path": document.path_of("source"),
        "target_path": document.path_of("target"),
        "format": document.format,
        "source_lang": document.source_lang,
        "target_lang": document.target_lang,
        "pairs": [_pair(pair, result) for pair in result.pairs],
        "findings": [_finding(finding, result) for finding in result.findings],
        "matches": [_match(match) for match in result.matches],
        "abbreviations": [_abbreviation(entry) for entry in result.abbreviations],
        "scores": [score_dict(score) for score in result.scores],
        "set_aside": [_set_aside(block) for block in result.set_aside],
        "skipped": [{"what": s.what, "why": s.why, "failed": s.failed} for s in result.skipped],
        "warnings": list(document.warnings),
        "rules": list(result.rules),
        "breaches": list(result.breaches),
    }


def dump(value: Any, indent: int | None = _INDENT) -> str:
    """Write a value as JSON, what could drive a terminal escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _deeper(chunk: str) -> str:
    # Line feeds inside strings are escaped, so every one here is layout.
    margin = " " * 2 * _INDENT
    return margin + chunk.replace("\n", f"\n{margin}")


def _pair(pair: Pair, result: Result) -> dict[str, Any]:
    return {
        "id": pair.id,
        "source": [segment.index for segment in pair.source],
        "target": [segment.index for segment in pair.target],
        "source_text": pair.source_text,
        "target_text": pair.target_text,
        "score": _number(pair.score),
        "risk": _number(result.risk(pair.id)),
        "method": pair.method,
        **_own(pair.address),
        **({"tags": tags} if (tags := list(_tags(pair))) else {}),
    }


def _tags(pair: Pair) -> Iterator[dict[str, Any]]:
    for side in ("source", "target"):
        for at, tag in placed(pair, side):
            yield {"side": side, "at": at, "kind": tag.kind, "id": tag.id, "shown": tag.shown}


def _finding(finding: Finding, result: Result) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "pair": finding.pair,
        "message": finding.message,
        "source": _span(finding.source),
        "target": _span(finding.target),
        "places": _places(finding.places),
        "count": finding.count,
        "suggestion": finding.suggestion,
        "fingerprint": finding.fingerprint,
        "location": _location(region(finding, result)),
        "known": _known(finding.known),
    }


def _location(at: Region) -> dict[str, Any]:
    return {
        "path": at.path,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        **_own(at.address),
    }


def _known(known: Known | None) -> dict[str, Any] | None:
    if known is None:
        return None
    return {"by": known.by, "reason": known.reason, "author": known.author or None, "date": known.date or None}


def _match(match: Match) -> dict[str, Any]:
    return {
        "term": match.term.id,
        "en": match.term.en.preferred,
        "zh": match.term.zh.preferred,
        "pair": match.pair,
        "status": match.status,
        "source": _span(match.source),
        "target": _span(match.target),
        "form": match.form or None,
    }


def _abbreviation(entry: Abbreviation) -> dict[str, Any]:
    return {
        "key": entry.key,
        "side": entry.side,
        "written": entry.written,
        "expansions": list(entry.expansions),
        "terms": list(entry.terms),
        "introduced": _places(entry.introduced),
        "uses": _places(entry.uses),
    }


def _places(places: Iterable[Place]) -> list[dict[str, Any]]:
    return [{"pair": place.pair, "source": _span(place.source), "target": _span(place.target)} for place in places]


def score_dict(score: Score) -> dict[str, Any]:
    """Return the JSON object of a score."""
    return {
        "name": score.name,
        "value": _number(score.value),
        "signature": score.signature,
        "ci": None if score.ci is None else [_number(bound) for bound in score.ci],
        "per_segment": [_number(value) for value in score.per_pair],
    }


def _set_aside(block: Block) -> dict[str, Any]:
    return {"text": block.text, "role": block.role, "line": block.line, **_own(block.own_address)}


def _own(address: str) -> dict[str, str]:
    return {"address": address} if address else {}


def _span(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}


def _number(value: float | None) -> float | None:
    # JSON knows neither NaN nor infinity.
    return None if value is None or not math.isfinite(value) else round(float(value), _DIGITS)


REPORT = Report("json", "everything, for other programs (schema 1)", (".json",), render, holds_pairs=True)
