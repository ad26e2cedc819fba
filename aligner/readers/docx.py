"""Word files: .docx and its kin.

One file may hold one language, or both: by turns, one after the other, or side by side in a table. A table whose
rows hold English and Chinese is taken as paired by its rows, where it is most of what the file holds. What stands
around it in both languages is paired as well; what does in one, further columns (numbers, remarks), and the row that
names the languages are set aside. So is a table of data whose labels are in both languages.
"""

from __future__ import annotations

from dataclasses import replace

from aligner.config import Config
from aligner.errors import InputError
from aligner.model import Block, Document
from aligner.readers import _side_by_side
from aligner.readers._grid import Laid
from aligner.readers._reader import Reader, Source
from aligner.word import flow, package

_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_QUOTED = 40  # characters of hidden text that a warning shows


def read(data: bytes, name: str, config: Config) -> Source | Document:
    """Return the text of a Word file, or its pairs where they stand side by side in a table."""
    found = flow.read(data, name, config.changes)
    if not found.text:
        raise InputError(f"{name}: holds no text", "give a file with text in it")
    shown = zip(found.starts, found.paragraphs, strict=True)
    laid = Laid(tuple((start, one.text, one.where.cell) for start, one in shown), tuple(found.cells))
    source = _source(found, laid, name, config)
    return _side_by_side.read(laid, source, config)


def _source(found: flow.Flow, laid: Laid, name: str, config: Config) -> Source:
    places = tuple((start, p.where.address) for start, p in zip(found.starts, found.paragraphs, strict=True))
    generated = tuple(Block(p.text.strip(), "front matter", p.where.address, lineless=True) for p in found.generated)
    source = Source(found.text, name, _warnings(found, name, config), READER.id, aside=generated, places=places)
    return replace(source, margins=found.margins).without(_side_by_side.shared(laid))


def _warnings(found: flow.Flow, name: str, config: Config) -> tuple[str, ...]:
    warnings = []
    if found.changed:
        other = "rejected" if config.changes == "accepted" else "accepted"
        warnings.append(
            f"{name}: tracked changes are read as {config.changes}; --changes {other} reads them as {other}"
        )
    hidden = " ".join("".join(found.hidden).split())
    if any(char.isalnum() for char in hidden):
        shown = hidden if len(hidden) <= _QUOTED else f"{hidden[:_QUOTED]}…"
        warnings.append(f"{name}: hidden text is left out: “{shown}”")
    if found.unread:
        warnings.append(f"{name}: text in {' and '.join(found.unread)} is not read")
    return tuple(warnings)


def _recognises(head: bytes, name: str) -> bool:
    """Say whether a file is one of Word; or nearly one, to be refused with the reason rather than read as text."""
    named = name.lower().endswith((*READER.extensions, ".doc", ".dot"))
    if head.startswith(package.OLE):
        return named
    zipped = head.startswith(b"PK") and (named or b"word/" in head or _OPEN_DOCUMENT in head)
    return zipped or head.startswith(package.RICH_TEXT)


READER = Reader("docx", "Word", package.EXTENSIONS, read, recognises=_recognises)
