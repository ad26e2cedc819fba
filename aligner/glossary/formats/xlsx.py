"""Excel workbooks: the columns of our CSV files in the first sheet, every cell as text.

Written by XlsxWriter and read by openpyxl, which the extra `xlsx` installs.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from aligner.errors import GlossaryError, InputError, missing
from aligner.glossary.formats._cells import cells, entry_of
from aligner.glossary.formats._entries import check_columns, terms_of
from aligner.glossary.formats._format import Reading, TermFormat, checked, refused
from aligner.glossary.load import COLUMNS
from aligner.glossary.rows import columns_of
from aligner.model import Term
from aligner.text.workbooks import sheets

_LONGEST_CELL = 32767
_NO_DATE = datetime(2000, 1, 1)  # the same terms give the same file
_WIDE, _NARROW = 28, 12


def read(path: Path) -> Reading:
    """Read the first sheet of a workbook: a header, then one concept a row."""
    rows = list(_rows(path))
    header = list(columns_of(rows[0])) if rows else []
    missing = [name for name in ("en", "zh") if name not in header]
    if missing:
        what = f"row 1 of the first sheet lacks {' and '.join(missing)}"
        raise GlossaryError(f"{path}: {what}", "the first row names the columns, at least en and zh")
    check_columns(f"{path}: row 1", header)
    twice = next((name for name in header if name and header.count(name) > 1), None)
    if twice:
        raise GlossaryError(f"{path}: row 1 names '{twice}' twice", "leave one of them out")
    return Reading(terms_of(str(path), _entries(path, header, rows[1:])))


def _entries(path: Path, header: list[str], rows: Iterable[list[str]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, row in enumerate(rows, 2):
        if any(row):
            if any(row[len(header) :]):
                raise GlossaryError(f"{path}: row {number}: has more cells than the header", "give each a column")
            known = {name: cell for name, cell in zip(header, row, strict=False) if name in COLUMNS}
            if "case" in known:
                known["case"] = {"TRUE": "yes", "FALSE": "no"}.get(known["case"], known["case"])
            yield f"row {number}", entry_of(known, f"{path}: row {number}")


def _rows(path: Path) -> Iterator[list[str]]:
    try:
        with path.open("rb") as file, closing(sheets(file, str(path))) as found:
            yield from ([cell.strip() for cell in row] for row in next(found).rows)
    except FileNotFoundError:
        raise GlossaryError(f"{path}: there is no such glossary", "check the path") from None
    except InputError as error:
        raise GlossaryError(error.problem, error.remedy) from None
    except OSError as error:
        reason = error.strerror or "it is damaged"
        raise GlossaryError(f"{path}: cannot be read ({reason})", "name an .xlsx file") from None


def write(terms: Sequence[Term]) -> bytes:
    """Write a workbook of one sheet, whose header stays in sight."""
    try:
        import xlsxwriter
    except ModuleNotFoundError:
        raise missing("an Excel workbook", "XlsxWriter", "xlsx") from None
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"constant_memory": True, "in_memory": False}) as book:
        book.set_properties({"created": _NO_DATE})
        sheet = book.add_worksheet("terms")
        sheet.freeze_panes(1, 0)
        bold = book.add_format({"bold": True})
        for column, name in enumerate(COLUMNS):
            sheet.set_column(column, column, _WIDE if name.startswith(("en", "zh", "note")) else _NARROW)
            sheet.write_string(0, column, name, bold)
        for row, term in enumerate(checked(terms), 1):
            for column, cell in enumerate(cells(term)):
                if len(cell) > _LONGEST_CELL:
                    raise refused(term, f"{COLUMNS[column]} is longer than the {_LONGEST_CELL} characters of a cell")
                # As text, whatever it begins with.
                if cell and sheet.write_string(row, column, cell) != 0:
                    raise refused(term, "a sheet has no more rows", "write it as CSV")
    return buffer.getvalue()


FORMAT = TermFormat("xlsx", (".xlsx",), read, write)
