"""The readers, one file a format: each turns a file into a Document."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path, PurePath
from typing import BinaryIO

from aligner import registry
from aligner.config import Config
from aligner.errors import AlignerError, InputError
from aligner.model import Block, Document, Lang
from aligner.readers import _document, _parts, text
from aligner.readers._reader import HEAD, Reader, Source
from aligner.text import languages

__all__ = [
    "Reader",
    "Source",
    "document",
    "documents",
    "drafts",
    "extensions",
    "find",
    "in_parts",
    "lacks",
    "lang_of",
    "read",
    "read_lines",
    "read_side",
    "stream",
]

Progress = Callable[[float], None]
STANDARD_INPUT = "-"
_PACKAGE, _ATTRIBUTE = "aligner.readers", "READER"
_DEFAULT = Config()
_LARGE = 8 << 20  # bytes, some ten thousand units


def read(
    path: str | os.PathLike[str], path2: str | os.PathLike[str] | None = None, config: Config = _DEFAULT
) -> Document:
    """Read two files of one language each, or one that holds both; `-` is standard input.

    Raises:
        InputError: a file cannot be read, is no text, or a language is missing.
    """
    names = _names(path, path2)
    if len(names) == 1:
        return _parts.joined(_documents(names[0], config), _shown(names[0]))
    return _built(names, [_source(name, config) for name in names], config)


def documents(path: str | os.PathLike[str], config: Config = _DEFAULT) -> tuple[Document, ...]:
    """Read all the documents of a file, each as a whole.

    Raises:
        InputError: as `read` does.
    """
    return _parts.whole(_documents(os.fspath(path), config), _shown(os.fspath(path)))


def stream(
    path: str | os.PathLike[str],
    path2: str | os.PathLike[str] | None = None,
    config: Config = _DEFAULT,
    progress: Progress = lambda share: None,
) -> Iterator[Document]:
    """Yield the documents of a file one after the other, or the one that `read` gives; those of one id are its parts.

    `progress` is told again and again which share of the file is read.

    Raises:
        InputError: as `read` does; what is wrong further on in a file is told when it is reached.
    """
    names = _names(path, path2)
    yield from _documents(names[0], config, progress) if len(names) == 1 else (read(path, path2, config),)


def in_parts(path: str | os.PathLike[str], config: Config = _DEFAULT) -> bool:
    """Say whether a file is large and of a format that can be read in parts.

    Raises:
        InputError: it cannot be read.
    """
    name = os.fspath(path)
    if not Path(name).is_file() or Path(name).stat().st_size < _LARGE:
        return False
    with _file(name) as file:
        return _reader(file, name, config).stream is not None


def lacks(path: str | os.PathLike[str], config: Config = _DEFAULT) -> str:
    """Say why a file is no translation by itself, as one in a single language or a glossary is; empty where it is one.

    Of a file that comes in parts, the first one is looked at.
    """
    name = os.fspath(path)
    try:
        with closing(_documents(name, config)) as found:
            first = next(found)
    except InputError as error:
        return error.problem.removeprefix(f"{name}: ")
    except AlignerError as error:
        return str(error).removeprefix(f"{name}: ")
    return _document.lacks(first)


def lang_of(path: str | os.PathLike[str], config: Config = _DEFAULT) -> Lang | None:
    """Return the language that a file of text is mostly in, None where it has none, or cannot be read."""
    try:
        return languages.lang_of(_source(os.fspath(path), config).text)
    except AlignerError:
        return None


def read_side(path: str | os.PathLike[str], lang: Lang, config: Config = _DEFAULT) -> tuple[Block, ...]:
    """Read a file of one language alone, as a reference translation is.

    Raises:
        InputError: the file cannot be read, or is of the other language.
    """
    return _document.side(_source(os.fspath(path), config), lang, config)


def read_lines(path: str | os.PathLike[str], config: Config = _DEFAULT) -> Source:
    """Read a file as text whatever its format, its lines as they stand; those of a file without lines are paragraphs.

    Raises:
        InputError: the file cannot be read.
    """
    name = os.fspath(path)
    with _file(name) as file:
        reader = _reader(file, name, config)
        data = _taken(file, name)
    found = reader.read(data, name, config) if reader.recognises and reader.read else None
    if isinstance(found, Source) and found.places:
        return Source("".join(f"{line}\n" for line in found.text.split("\n") if line.strip()), name, found.warnings)
    return text.read(data, name, config)


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


def drafts() -> frozenset[str]:
    """Return the extensions, with their dot, of formats that hold a text beside its translation, as CAT tools work."""
    return frozenset(extension for reader in _ours() if reader.drafts for extension in reader.extensions)


def find(reader_id: str) -> Reader:
    """Return the reader of this id.

    Raises:
        ConfigError: there is none.
    """
    found: Reader = registry.find(_PACKAGE, _ATTRIBUTE, reader_id)
    return found


def _names(*paths: str | os.PathLike[str] | None) -> list[str]:
    names = [os.fspath(path) for path in paths if path is not None]
    if names == [STANDARD_INPUT, STANDARD_INPUT]:
        raise InputError("standard input can be read once only", "give one of the texts as a file")
    return names


def _built(names: list[str], sources: list[Source], config: Config) -> Document:
    doc_id = "stdin" if names[0] == STANDARD_INPUT else Path(names[0]).stem
    return _document.document(tuple(sources), doc_id, config)


def _documents(name: str, config: Config, progress: Progress = lambda share: None) -> Generator[Document]:
    with _file(name) as file:
        reader = _reader(file, name, config)
        if reader.stream:
            size = file.seek(0, io.SEEK_END)
            file.seek(0)
            for part in reader.stream(file, _shown(name), config):
                progress(0.0 if file.closed else file.tell() / max(size, 1))
                yield part
            return
        found = _read(reader, file, name, config)
    yield _built([name], [found], config) if isinstance(found, Source) else found


def _source(name: str, config: Config) -> Source:
    with _file(name) as file:
        reader = _reader(file, name, config)
        found = None if reader.stream else _read(reader, file, name, config)
    if not isinstance(found, Source):
        raise InputError(f"{_shown(name)}: holds both sides of a translation", "give it alone")
    return found


def _read(reader: Reader, file: BinaryIO, name: str, config: Config) -> Source | Document:
    assert reader.read is not None, f"{reader.id} has neither `read` nor `stream`"
    found = reader.read(_taken(file, name), _shown(name), config)
    return replace(found, name=name) if isinstance(found, Source) else found


def _reader(file: BinaryIO, name: str, config: Config) -> Reader:
    """Return the reader of a file: the one that was asked for, else by what it holds, else by its extension.

    What no format claims is read as text.
    """
    if config.format_in:
        return find(config.format_in)
    extension = PurePath(name).suffix.lower()
    head = _taken(file, name, HEAD)
    file.seek(0)
    if not head:
        raise InputError(f"{_shown(name)}: is empty", "give a file that holds text")
    found = [reader for reader in _ours() if reader.recognises and reader.recognises(head, name)]
    if len(found) > 1:
        found = [reader for reader in found if extension in reader.extensions] or found
    if not found and extension and extension not in text.READER.extensions:
        found = [reader for reader in _ours() if extension in reader.extensions] or [
            reader for reader in registry.load(_PACKAGE, _ATTRIBUTE) if extension in reader.extensions
        ]
    if len(found) > 1:
        ids = ", ".join(reader.id for reader in found)
        raise InputError(f"{_shown(name)}: may be of several formats ({ids})", "say which with --format-in")
    return found[0] if found else text.READER


def _ours() -> Iterator[Reader]:
    return (find(reader_id) for reader_id in registry.ids(_PACKAGE))


def _shown(name: str) -> str:
    return "standard input" if name == STANDARD_INPUT else name


def _file(name: str) -> BinaryIO:
    """Open a file that can be read more than once, standard input as well."""
    if name == STANDARD_INPUT:
        if sys.stdin is None:
            raise InputError("standard input: is closed", "give a file, or send a text")
        return io.BytesIO(sys.stdin.buffer.read())
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - whoever reads from it closes it
        return file if file.seekable() else io.BytesIO(file.read())
    except FileNotFoundError as error:
        raise InputError(f"{name}: there is no such file", "check the path") from error
    except IsADirectoryError as error:
        raise InputError(f"{name}: is a folder", "give a file") from error
    except PermissionError as error:
        raise InputError(f"{name}: may not be read", "check the file's permissions") from error
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error


def _taken(file: BinaryIO, name: str, size: int = -1) -> bytes:
    try:
        return file.read(size)
    except OSError as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str, error: Exception) -> InputError:
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(f"{name}: cannot be read ({reason})", "check the path")
