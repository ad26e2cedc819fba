"""Which files are translations of each other: pairs by the patterns of their names, in folders or lists of files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aligner import globs
from aligner.errors import InputError


@dataclass(frozen=True, slots=True)
class Pattern:
    """How files belong together: the English file and the Chinese one, or, in `page`, one that holds both."""

    en: str = ""
    zh: str = ""
    page: str = ""


_HIDDEN = (".", "~$")  # the second is what Word puts beside a file that is open
DEFAULT = (Pattern("{name}.en.{ext}", "{name}.zh.{ext}"), Pattern("en/{name}.{ext}", "zh/{name}.{ext}"))


@dataclass(frozen=True, slots=True)
class Search:
    """Where to look and for what: patterns count from `root`; `{ext}` is an extension (with dot) of a known format.

    A file with one of the extensions `drafts` holds a text and its translation, so it is a document by itself.
    """

    patterns: tuple[Pattern, ...] = DEFAULT
    exclude: tuple[str, ...] = ()
    root: Path = field(default_factory=Path.cwd)
    extensions: frozenset[str] = frozenset({".txt"})
    drafts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """What belongs together, each the paths of a document, and what does not.

    `alone` are files with the partner that they should have, `unmatched` those that were named and fit no pattern,
    `empty` folders that were named and hold neither, `unreadable` those that could not be looked into, with the reason.
    """

    documents: tuple[tuple[str, ...], ...] = ()
    alone: tuple[tuple[str, str], ...] = ()
    unmatched: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    unreadable: tuple[tuple[str, str], ...] = ()


def find(paths: Sequence[str], search: Search) -> Found:
    """Look through folders and lists of files; the order is that of the names, whatever the file system's is.

    Raises:
        InputError: a path does not exist.
    """
    documents: dict[tuple[str, ...], None] = {}
    alone: dict[str, str] = {}
    unmatched: dict[str, None] = {}
    unreadable: list[tuple[str, str]] = []
    fruitful: set[str] = set()
    for given, path in _files(paths, search, unreadable):
        fitting = list(_fitting(path, search))
        whole = next((document for document in fitting if all(Path(p).exists() for p in document)), None)
        if fitting:
            fruitful.add(given)
        if whole:
            documents[whole] = None
        elif fitting:
            alone[path] = next(p for p in fitting[0] if p != path)
        elif not Path(given).is_dir():
            unmatched[path] = None
    closed = {folder for folder, _ in unreadable}
    empty = [given for given in paths if Path(given).is_dir() and given not in fruitful | closed]
    return Found(tuple(documents), tuple(alone.items()), tuple(unmatched), tuple(empty), tuple(unreadable))


def _files(paths: Iterable[str], search: Search, unreadable: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the files, each with the path that was named: its own, or that of a folder."""
    for path in paths:
        if not os.path.lexists(path):
            raise InputError(f"{path}: there is no such file or folder", "check the path")
        if not Path(path).is_dir():
            if not _excluded(path, search):
                yield path, str(Path(path))
            continue

        def failed(error: OSError) -> None:
            unreadable.append((str(error.filename), (error.strerror or str(error)).lower()))

        for folder, folders, files in os.walk(path, onerror=failed):
            folders[:] = sorted(_seen(folder, folders, search))
            yield from ((path, str(Path(folder, name))) for name in sorted(_seen(folder, files, search)))


def _seen(folder: str, names: Iterable[str], search: Search) -> Iterator[str]:
    shown = (name for name in names if not name.startswith(_HIDDEN))
    return (name for name in shown if not _excluded(str(Path(folder, name)), search))


def _excluded(path: str, search: Search) -> bool:
    return any(globs.matches(pattern, globs.relative(path, search.root)) for pattern in search.exclude)


def _fitting(path: str, search: Search) -> Iterator[tuple[str, ...]]:
    """Yield the documents that a file could belong to, the English file first; the first pattern comes first."""
    if Path(path).suffix.lower() in search.drafts:
        yield (path,)
    seen = globs.relative(path, search.root)
    for pattern in search.patterns:
        if pattern.page and any(_known(names, search) for _, names in globs.captures(pattern.page, seen)):
            yield (path,)
        for own, other in ((pattern.en, pattern.zh), (pattern.zh, pattern.en)) if pattern.en else ():
            for before, names in globs.captures(own, seen):
                partner = _beside(path, seen[len(before) :], globs.filled(other, names))
                if _known(names, search) and not _excluded(partner, search) and partner != path:
                    yield (path, partner) if own == pattern.en else (partner, path)


def _known(names: dict[str, str], search: Search) -> bool:
    """Say whether the extension is that of a format that can be read."""
    return "ext" not in names or f".{names['ext'].lower()}" in search.extensions


def _beside(path: str, end: str, other: str) -> str:
    """Put another end in the place of a path's, written in the way in which the path is."""
    folders = end.count("/") + 1
    parts = Path(path).parts
    if len(parts) >= folders:
        return str(Path(*parts[:-folders], other))
    return os.path.relpath(Path(*globs.full(path).parts[:-folders], other))


def describe(patterns: Sequence[Pattern]) -> str:
    """Say in words what was looked for.

    >>> describe(DEFAULT)
    '{name}.en.{ext} with {name}.zh.{ext}, en/{name}.{ext} with zh/{name}.{ext}'
    """
    return ", ".join(pattern.page or f"{pattern.en} with {pattern.zh}" for pattern in patterns)
