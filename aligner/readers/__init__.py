"""The readers, one file a format: each turns a file into a Document."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from aligner.config import Config
from aligner.errors import InputError
from aligner.model import Block, Document, Lang
from aligner.readers import text as plain_text
from aligner.readers._decode import decode

__all__ = ["document", "read", "read_side"]

STANDARD_INPUT = "-"
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
    sources = tuple(_source(name, config.encoding) for name in names)
    doc_id = "stdin" if names[0] == STANDARD_INPUT else Path(names[0]).stem
    return plain_text.document(sources, doc_id, config)


def read_side(path: str | os.PathLike[str], lang: Lang, config: Config = _DEFAULT) -> tuple[Block, ...]:
    """Read a file of one language alone, as a reference translation is.

    Raises:
        InputError: the file cannot be read, or is of the other language.
    """
    return plain_text.side(_source(os.fspath(path), config.encoding), lang, config)


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
    return plain_text.document(tuple(plain_text.Source(s, n) for n, s in given), "text", config)


def _source(name: str, encoding: str | None) -> plain_text.Source:
    shown = "standard input" if name == STANDARD_INPUT else name
    text, warnings = decode(_bytes(name), shown, encoding)
    return plain_text.Source(text, name, warnings)


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
