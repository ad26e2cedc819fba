"""The readers, one file a format: each turns a file into a Document."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath

from aligner import registry
from aligner.config import Config
from aligner.errors import InputError
from aligner.model import Block, Document, Lang
from aligner.readers import _document, text
from aligner.readers._reader import Reader, Source

__all__ = ["Reader", "Source", "document", "extensions", "read", "read_lines", "read_side"]

STANDARD_INPUT = "-"
_PACKAGE, _ATTRIBUTE = "aligner.readers", "READER"
_DEFAULT = Config()


def read(
    path: str | os.PathLike[str], path2: str | os.PathLike[str] | None = None, config: Config = _DEFAULT
) -> Document:
    """Read two files of one language each, or one that holds both; `-` is standard input.

    Raises:
        InputError: a file cannot be read, is no text, or a language is missing.
    """
    names = [os.fspath(p) for p in (path, path2) if p is not None]
    if names == [STANDARD_INPUT, STANDARD_INPUT]:
        raise InputError("standard input can be read once only", "give one of the texts as a file")
    found = [_open(name, config) for name in names]
    if len(found) == 1 and isinstance(found[0], Document):
        return found[0]
    doc_id = "stdin" if names[0] == STANDARD_INPUT else Path(names[0]).stem
    return _document.document(tuple(map(_text, found)), doc_id, config)


def read_side(path: str | os.PathLike[str], lang: Lang, config: Config = _DEFAULT) -> tuple[Block, ...]:
    """Read a file of one language alone, as a reference translation is.

    Raises:
        InputError: the file cannot be read, or is of the other language.
    """
    return _document.side(_text(_open(os.fspath(path), config)), lang, config)


def read_lines(path: str | os.PathLike[str], config: Config = _DEFAULT) -> Source:
    """Read a file as text whatever its format, its lines as they stand.

    Raises:
        InputError: the file cannot be read.
    """
    name = os.fspath(path)
    return text.read(_bytes(name), name, config)


def document(text: str, text2: str | None = None, config: Config = _DEFAULT) -> Document:
    """Build a Document from a text that holds both languages, or from two texts.

    >>> doc = document("The knee was painful.", "膝关节疼痛。")
    >>> doc.source_lang, doc.target[0].text
    ('en', '膝关节疼痛。')

    Raises:
        InputError: a language is missing, or both texts are of the same one.
    """
    given = [("text", text)] if text2 is None else [("first text", text), ("second text", text2)]
    for name, string in given:
        if not string.strip():
            raise InputError(f"{name}: is empty", "give a text in each language")
    return _document.document(tuple(Source(string, name) for name, string in given), "text", config)


def extensions() -> frozenset[str]:
    """Return the extensions, with their dot, of all the formats that can be read."""
    return frozenset(extension for reader in registry.load(_PACKAGE, _ATTRIBUTE) for extension in reader.extensions)


def _open(name: str, config: Config) -> Source | Document:
    data = _bytes(name)
    if name == STANDARD_INPUT:
        source = text.read(data, "standard input", config)
        return Source(source.text, name, source.warnings)
    return _reader(name).read(data, name, config)


def _reader(name: str) -> Reader:
    """Return the reader of a file by its extension; what no format claims is read as text."""
    extension = PurePath(name).suffix.lower()
    if not extension or extension in text.READER.extensions:
        return text.READER
    return next((reader for reader in _readers() if extension in reader.extensions), text.READER)


def _readers() -> Iterator[Reader]:
    """Yield ours first, since looking for those of other packages takes time."""
    for reader_id in registry.ids(_PACKAGE):
        yield registry.find(_PACKAGE, _ATTRIBUTE, reader_id)
    yield from registry.load(_PACKAGE, _ATTRIBUTE)


def _text(found: Source | Document) -> Source:
    if isinstance(found, Document):
        raise InputError(f"{found.path}: holds both sides of a translation", "give it alone")
    return found


def _bytes(name: str) -> bytes:
    if name == STANDARD_INPUT:
        if sys.stdin is None:
            raise InputError("standard input: is closed", "give a file, or send a text")
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{name}: there is no such file", "check the path") from error
    except IsADirectoryError as error:
        raise InputError(f"{name}: is a folder", "give a file") from error
    except PermissionError as error:
        raise InputError(f"{name}: may not be read", "check the file's permissions") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{name}: cannot be read ({reason})", "check the path") from error
