"""Tab-separated text with a column for each language."""

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
    """Say whether a file without a telling name holds even rows with both languages."""
    return _delimited.looks_like(head, name, "\t")


READER = Reader("tsv", "tab-separated text", (".tsv", ".tab"), stream=stream, recognises=recognises)
