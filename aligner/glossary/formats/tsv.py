"""Tab-separated tables: as CSV, quotes and all, with tabs in place of commas."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.glossary.formats import _text
from aligner.glossary.formats._format import TermFormat
from aligner.model import Term


def write(terms: Sequence[Term]) -> bytes:
    """Write the columns with tabs between them."""
    return _text.write(terms, "\t")


FORMAT = TermFormat("tsv", (".tsv",), _text.read, write)
