"""Tables as text: our columns, with commas or tabs between them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from aligner.glossary.formats._cells import cells
from aligner.glossary.formats._format import Reading, checked
from aligner.glossary.load import COLUMNS, load
from aligner.model import Term


def read(path: Path) -> Reading:
    """Read a table; `load` sees by the header what parts the columns."""
    return Reading(load(path))


def write(terms: Iterable[Term], delimiter: str) -> bytes:
    """Write a table in UTF-8, quoted where it must be, lines ending in a line feed."""
    stream = io.StringIO(newline="")
    plain, quoted = (
        csv.writer(stream, delimiter=delimiter, lineterminator="\n", quoting=quoting)
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)
    )
    plain.writerow(COLUMNS)
    for term in checked(terms):
        row = cells(term)
        # A carriage return, which ends no line here, is not always quoted for itself.
        (quoted if any("\r" in cell for cell in row) else plain).writerow(row)
    return stream.getvalue().encode("utf-8")
