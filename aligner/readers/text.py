"""Plain text, in any encoding that can be told."""

from __future__ import annotations

from aligner.config import Config
from aligner.readers._reader import Reader, Source
from aligner.text.decoding import decode


def read(data: bytes, name: str, config: Config) -> Source:
    """Return the text as it stands."""
    text, warnings = decode(data, name, config.encoding)
    return Source(text, name, warnings)


READER = Reader("text", "plain text", (".txt", ".text"), read)
