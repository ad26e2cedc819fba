"""Which files are translations of each other: pairs by the patterns of their names, in folders or lists of files."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
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


_REGIONS = r"(?:[-_](?:us|gb|uk|au|ca|cn|sg|tw|hk|mo|hans|hant))*"
_TAGS = {  # how names of files say which language they are in, besides the patterns
    "en": re.compile(
        rf"(?:^|[\W_])[(（\[]?(?:(?:en|eng|english){_REGIONS}|英[文语])[)）\]]?(?=$|[\W_])", re.IGNORECASE
    ),
    "zh": re.compile(
        rf"(?:^|[\W_])[(（\[]?(?:(?:zh|zho|chi|cn|chn|chinese){_REGIONS}|中文|汉语|译文)[)）\]]?(?=$|[\W_])",
        re.IGNORECASE,
    ),
}
_HIDDEN = (".", "~$")  # the second is what Word puts beside a file that is open
DEFAULT = (Pattern("{name}.en.{ext}", "{name}.zh.{ext}"), Pattern("en/{name}.{ext}", "zh/{name}.{ext}"))


@dataclass(frozen=True, slots=True)
class Search:
    """Where to look and for what: patterns count from `root`; `{ext}` is an extension (with dot) of a known format.

    A file with one of the extensions `drafts` holds a text and its translation, so it is a document by itself. So is
    one that fits no pattern and of which `lacks`, where it is given, has nothing to say; else it says why it is none.
    `lang_of` says which language a file is in whose name does not.
    """

    patterns: tuple[Pattern, ...] = DEFAULT
    exclude: tuple[str, ...] = ()
    root: Path = field(default_factory=Path.cwd)
    extensions: frozenset[str] = frozenset({".txt"})
    drafts: frozenset[str] = frozenset()
    lacks: Callable[[str], str] | None = None
    lang_of: Callable[[str], str | None] = lambda path: None


@dataclass(frozen=True, slots=True)
class Found:
    """What belongs together, each the paths of a document, and what does not.

    `alone` are files with the partner that they should have, `unmatched` those that were named and fit no pattern,
    `others` those of a folder that fit none and are no translation by themselves, with the folder and the reason,
    `empty` folders that were named and hold no translation, `unreadable` those that could not be looked into, with why.
    """

    documents: tuple[tuple[str, ...], ...] = ()
    alone: tuple[tuple[str, str], ...] = ()
    unmatched: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[str, str, str], ...] = ()
    empty: tuple[str, ...] = ()
    unreadable: tuple[tuple[str, str], ...] = ()


def find(paths: Sequence[str], search: Search) -> Found:
    """Look through folders and lists of files; the order is that of the names, whatever the file system's is.

    Raises:
        InputError: a path does not exist.
    """
    unreadable: list[tuple[str, str]] = []
    files = list(_files(paths, search, unreadable))
    fitting = {path: list(_fitting(path, search)) for _, path in files}
    there = {path: _there(fits) for path, fits in fitting.items()}
    if search.lacks:
        left = [path for path, whole in there.items() if not whole and _is_read(path, search)]
        there |= _by_tags(left, search.lang_of)
    documents: dict[tuple[str, ...], None] = {}
    alone: dict[str, str] = {}
    unmatched: dict[str, str] = {}
    others: dict[str, tuple[str, str]] = {}
    fruitful: set[str] = set()
    for given, path in files:
        whole, reason = there[path], ""
        if not whole and not fitting[path] and search.lacks and _is_read(path, search):
            reason = search.lacks(path)
            whole = None if reason else (path,)
        if whole or fitting[path]:
            fruitful.add(given)
        if whole:
            documents[whole] = None
        elif fitting[path]:
            alone[path] = next(p for p in fitting[path][0] if p != path)
        elif not Path(given).is_dir():
            unmatched[path] = reason
        elif reason:
            others[path] = (given, reason)
    closed = {folder for folder, _ in unreadable}
    empty = [given for given in paths if Path(given).is_dir() and given not in fruitful | closed]
    apart = tuple((path, *told) for path, told in others.items())
    return Found(
        tuple(documents), tuple(alone.items()), tuple(unmatched.items()), apart, tuple(empty), tuple(unreadable)
    )


def _there(documents: Iterable[tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return the first of the documents that a file could belong to whose files are there."""
    return next((document for document in documents if all(Path(path).exists() for path in document)), None)


def _by_tags(paths: Iterable[str], lang_of: Callable[[str], str | None]) -> dict[str, tuple[str, ...] | None]:
    """Pair what is left by names such as `A_EN.txt` and `A_ZH.txt`, or `A.txt` and `A_zh.txt`, where that is plain.

    >>> _by_tags(["A-en_GB.txt", "A（中文）.txt", "B.txt"], lambda path: None)["A（中文）.txt"]
    ('A-en_GB.txt', 'A（中文）.txt')
    """
    kin: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for path in paths:
        place = Path(path)
        tag = next((lang for lang, tagged in _TAGS.items() if tagged.search(place.stem)), "")
        bare = _TAGS[tag].sub("", place.stem) if tag else place.stem
        kin[str(place.parent / bare.strip(" ._-").casefold()), place.suffix.casefold()].append((tag, path))
    found: dict[str, tuple[str, ...] | None] = {}
    for family in kin.values():
        if sorted(tag for tag, _ in family) in (["", "en"], ["", "zh"], ["en", "zh"]):
            told = {tag or lang_of(path): path for tag, path in family}
            if {"en", "zh"} == told.keys():
                found |= dict.fromkeys(told.values(), (told["en"], told["zh"]))
    return found


def _is_read(path: str, search: Search) -> bool:
    return Path(path).suffix.lower() in search.extensions


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
