"""Patterns of paths: `*` stands for part of a name, `**` for any folders, `{name}` for what two files share.

A pattern matches the end of a path, from the beginning of a folder's or file's name; one that begins with `/` matches
the path as a whole. Paths are written with forward slashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

_PART = re.compile(r"\*\*/|\*\*|\*|\?|\{(\w+)\}|[^*?{]+|\{")


def relative(path: str, root: Path) -> str:
    """Return a path as patterns see it: from the root where it lies below, with forward slashes.

    >>> relative("/a/b/c.txt", Path("/a"))
    'b/c.txt'
    """
    whole = full(path)
    below = whole.relative_to(root) if whole.is_relative_to(root) else whole.relative_to(whole.anchor)
    return below.as_posix()


def full(path: str) -> Path:
    """Return a path from the root of the file system; where it is a link itself, it stays one."""
    return Path(path).parent.resolve() / Path(path).name


def matches(pattern: str, path: str) -> bool:
    """Say whether a pattern without `{}` matches a path, or a folder that the path lies in.

    >>> [matches(p, "letters/2024/a.txt") for p in ("*.txt", "letters/**", "2024", "/2024", "/letters/*")]
    [True, True, True, False, True]
    """
    parts = path.split("/")
    return any(_found(pattern, "/".join(parts[:end])) for end in range(len(parts), 0, -1))


def _found(pattern: str, path: str) -> bool:
    return next(captures(pattern, path), None) is not None


def captures(pattern: str, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each way in which a pattern matches the end of a path: what stands before, and what `{}` stand for.

    >>> list(captures("en/{name}.{ext}", "2024/en/a.txt"))
    [('2024/', {'name': 'a', 'ext': 'txt'})]
    """
    parts = path.split("/")
    compiled = _compiled(pattern.removeprefix("/"))
    for number in range(1 if pattern.startswith("/") else len(parts)):
        before = "".join(f"{part}/" for part in parts[:number])
        if match := compiled.fullmatch(path[len(before) :]):
            yield before, match.groupdict()


def filled(pattern: str, names: Mapping[str, str]) -> str:
    """Return a pattern with its `{}` replaced.

    >>> filled("zh/{name}.{ext}", {"name": "a", "ext": "txt"})
    'zh/a.txt'
    """
    return re.sub(r"\{(\w+)\}", lambda found: names[found[1]], pattern.removeprefix("/"))


def placeholders(pattern: str) -> frozenset[str]:
    """Return the names in `{}`.

    >>> sorted(placeholders("{name}.en.{ext}"))
    ['ext', 'name']
    """
    return frozenset(re.findall(r"\{(\w+)\}", pattern))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    seen: set[str] = set()
    return re.compile("".join(_regex(found, seen) for found in _PART.finditer(pattern)), re.DOTALL)


def _regex(found: re.Match[str], seen: set[str]) -> str:
    """Return the regular expression of one part of a pattern."""
    name = found[1]
    if name is None:
        return {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(found[0], re.escape(found[0]))
    if name in seen:
        return f"(?P={name})"
    seen.add(name)
    return f"(?P<{name}>[^/.]+)" if name == "ext" else f"(?P<{name}>.+)"
