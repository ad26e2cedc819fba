"""Comma-separated tables: the format of our own glossaries, see `aligner.glossary.load`."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.glossary.formats import _text
from aligner.glossary.formats._format import TermFormat
from aligner.model import Term


def write(terms: Sequence[Term]) -> bytes:
    """Write the columns with commas between them."""
    return _text.write(terms, ",")


FORMAT = TermFormat("csv", (".csv",), _text.read, write)
