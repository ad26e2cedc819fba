"""CSV with a column for each language, parted by commas, semicolons or tabs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from aligner.config import Config
from aligner.model import Document
from aligner.readers import _delimited
from aligner.readers._reader import Reader


def stream(file: BinaryIO, name: str, config: Config) -> Iterator[Document]:
    """Yield the documents of a table, each row a pair."""
    return _delimited.read(file, name, config, READER.id)


def recognises(head: bytes, name: str) -> bool:
    """Say whether a file without a telling name begins with a header that names both languages."""
    return _delimited.looks_like(head, name, ",;")


READER = Reader("csv", "CSV", (".csv",), stream=stream, recognises=recognises)
