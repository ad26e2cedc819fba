"""The sheet of findings that a reviewer fills in: its columns, the decisions, and reading them back.

The report `xlsx` writes it, `aligner baseline import` reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from aligner.errors import InputError
from aligner.text.workbooks import cell_name, sheets

SHEET = "findings"
Verdict = Literal["keep", "fix"]
VERDICTS: tuple[Verdict, ...] = ("keep", "fix")  # the translation stays as it is; it will be corrected
_WORDS: dict[str, Verdict] = {"keep": "keep", "fix": "fix", "保留": "keep", "修改": "fix"}
_REMEDY = f"write {' or '.join(VERDICTS)}, or leave it empty"
KEYS = ("file", "fingerprint", "rule", "severity", "message", "source words", "target words")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer says of a finding; `cell` is where, for what is wrong with it."""

    verdict: Verdict
    comment: str
    cell: str
    file: str
    fingerprint: str
    rule: str
    severity: str
    message: str
    source: str
    target: str


def read(path: str) -> Iterator[Decision]:
    """Yield the decisions of a workbook, in its order; findings without one are left out.

    Raises:
        InputError: it is no such workbook, or a decision is none of those there are; names the cell.
    """
    try:
        with Path(path).open("rb") as file, closing(sheets(file, path)) as found:
            rows = next((sheet.rows for sheet in found if sheet.title == SHEET), iter(()))
            header = next(rows, [])
            missing = [name for name in (*KEYS, "decision", "comment") if name not in header]
            if missing:
                what = f"its sheet '{SHEET}' lacks the column {missing[0]}" if header else f"has no sheet '{SHEET}'"
                raise InputError(f"{path}: {what}", "give a workbook that `aligner check -o FILE.xlsx` wrote")
            yield from _decisions(path, header, rows)
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read ({(error.strerror or str(error)).lower()})", "check the path"
        ) from None


def _decisions(path: str, header: list[str], rows: Iterator[list[str]]) -> Iterator[Decision]:
    at = header.index("decision")
    for number, row in enumerate(rows, 2):
        cells = dict(zip(header, row, strict=False))
        written = cells.get("decision", "").strip()
        if not written:
            continue
        cell = f"{path}: {SHEET}!{cell_name(number, at)}"
        if written.lower() not in _WORDS:
            raise InputError(f"{cell}: '{written}' is no decision", _REMEDY)
        values = [cells.get(key, "") for key in KEYS]
        if not (values[0] and values[1]):
            raise InputError(f"{cell}: belongs to no finding: file and fingerprint are empty", "restore the row")
        yield Decision(_WORDS[written.lower()], cells.get("comment", "").strip(), cell, *values)
