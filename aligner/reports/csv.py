r"""The pairs as CSV, a row each, as spreadsheets open it: UTF-8 with a byte order mark, commas, quotes where needed.

The columns are `id`, `score`, `source` and `target`, behind `doc` where there are several documents; where something
was checked, `risk`, `severity` and `findings` follow, the findings of a pair a line each. A text that begins with `=`,
`+`, `-`, `@`, a tab or a carriage return, which a spreadsheet would take for a formula, gets an apostrophe before it;
reading such a file takes that off again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from aligner.model import Result
from aligner.reports._report import RenderOptions, Report, peek, said, shown_pairs, worst

_PAIR = ("id", "score", "source", "target")
_CHECKED = ("risk", "severity", "findings")
_SPECIAL = re.compile(r"[\",\r\n]")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield the header, then the pairs of one document after the other."""
    several, documents = peek(results)
    head = ["doc", *_PAIR] if several else [*_PAIR]
    checked: bool | None = None
    for result in documents:
        if checked is None:
            checked = bool(result.rules or result.findings)
            yield "\ufeff" + _rows([[*head, *(_CHECKED if checked else ())]])
        yield _rows(_row(cells, result, several=several) for cells in _pairs(result, options, checked=checked))
    if checked is None:
        yield "\ufeff" + _rows([head])


def _pairs(result: Result, options: RenderOptions, *, checked: bool) -> Iterator[list[str]]:
    for pair, found in shown_pairs(result, options):
        cells = [str(pair.id), f"{pair.score:.4f}", pair.source_text, pair.target_text]
        if checked:
            risk = result.risk(pair.id)
            told = "\n".join(f"{finding.rule}: {said(finding)}" for finding in found)
            cells += ["" if risk is None else f"{risk:.4f}", worst(found) or "", told]
        yield cells


def _row(cells: Sequence[str], result: Result, *, several: bool) -> list[str]:
    return [harmless(cell) for cell in ([result.document.id, *cells] if several else cells)]


def harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula.

    >>> harmless("=1+1"), harmless("'Tis"), harmless("'=1")
    ("'=1+1", "'Tis", "''=1")
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _rows(rows: Iterable[Sequence[str]]) -> str:
    return "".join(",".join(map(_quoted, row)) + "\n" for row in rows)


def _quoted(cell: str) -> str:
    # Not the csv module's, which quotes no carriage return where lines end in a line feed.
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell


REPORT = Report("csv", "the pairs with their findings, for spreadsheets", (".csv",), render, holds_pairs=True)
