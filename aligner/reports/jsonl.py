"""JSON lines: a document a line, each the same object as in the JSON report (schema 1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aligner.model import Result
from aligner.reports._report import RenderOptions, Report
from aligner.reports.json import as_dict, dump


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield one line a document."""
    for result in results:
        yield f"{dump(as_dict(result), indent=None)}\n"


REPORT = Report("jsonl", "the JSON report, a document a line", (".jsonl", ".ndjson"), render, holds_pairs=True)
