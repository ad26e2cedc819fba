"""The configuration file: which one it is, what it holds, and in which line each setting stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aligner.errors import ConfigError

OWN, SHARED = "aligner.toml", "pyproject.toml"
_TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]#]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_WORD = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")

Address = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A configuration file: its path, its table of settings, and its text, for the lines."""

    path: Path
    table: dict[str, Any]
    text: str
    above: tuple[str, ...] = ()

    def where(self, *address: str | int) -> str:
        """Name the file and, where it can be found, the line of a setting."""
        line = line_of(self.text, (*self.above, *address))
        return f"{shown(self.path)}, line {line}" if line else shown(self.path)


def shown(path: Path) -> str:
    """Return a path as it is written from here, where it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def find(folder: Path) -> File | None:
    """Return the nearest configuration: `aligner.toml`, or a `pyproject.toml` with `[tool.aligner]`.

    It is looked for in a folder and in those above it; the first folder that has one counts.

    Raises:
        ConfigError: it cannot be read.
    """
    for place in (folder, *folder.parents):
        if (place / OWN).is_file():
            return read(place / OWN)
        if (place / SHARED).is_file() and (found := _shared(place / SHARED)):
            return found
    return None


def read(path: Path) -> File:
    """Read a configuration file; of a `pyproject.toml`, its table `[tool.aligner]`.

    Raises:
        ConfigError: it cannot be read, or is no TOML; the message names the line.
    """
    if path.name == SHARED:
        return _shared(path) or File(path, {}, "")
    text = _text(path)
    return File(path, _parsed(path, text), text)


def _shared(path: Path) -> File | None:
    """Return our table of a file that is not ours; its faults are not ours either, where it does not name us."""
    text = _text(path)
    if "tool" not in text or "aligner" not in text:
        return None
    tool = _parsed(path, text).get("tool")
    table = tool.get("aligner") if isinstance(tool, dict) else None
    if table is None:
        return None
    if not isinstance(table, dict):
        raise ConfigError(f"{shown(path)}: tool.aligner is no table", "write [tool.aligner]")
    return File(path, table, text, ("tool", "aligner"))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown(path)}: byte {error.start} is not UTF-8", "save it as UTF-8") from error
    except OSError as error:
        raise ConfigError(
            f"{shown(path)}: cannot be read ({(error.strerror or str(error)).lower()})", "check it"
        ) from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said, _, place = str(error).removesuffix(")").partition(" (at ")
        place = place if place.startswith("line") else f"line {len(text.splitlines())}"
        twice = "'ignore'" in said  # a list and [[ignore]] cannot both be
        remedy = 'write all of it as ignore = ["rule", {rule = "...", reason = "..."}]' if twice else "correct it"
        raise ConfigError(f"{shown(path)}, {place}: is no TOML ({said[:1].lower()}{said[1:]})", remedy) from error


def line_of(text: str, address: Sequence[str | int]) -> int | None:
    """Return the line of a setting, or of the nearest table around it; None where nothing of it is found.

    >>> line_of("select = []\\n[[ignore]]\\nrule = 'a'\\n[[ignore]]\\nrule = 'b'", ("ignore", 1, "rule"))
    5
    """
    best: tuple[int, int] | None = None
    for number, found in _addresses(text):
        size = len(found)
        if found == tuple(address[:size]) and (best is None or size > best[0]):
            best = size, number
    return best[1] if best else None


def _addresses(text: str) -> Iterator[tuple[int, Address]]:
    """Yield the line and the address of each header and key, as far as a look at single lines tells."""
    current: Address = ()
    counts: dict[Address, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _TABLE.match(line):
            current = _inside(_words(header[2]), counts)
            if header[1] == "[[":
                counts[current] = counts.get(current, -1) + 1
                current = (*current, counts[current])
            yield number, current
        elif key := _KEY.match(line):
            yield number, (*current, *_words(key[1]))


def _inside(words: Address, counts: dict[Address, int]) -> Address:
    """Add to an address the number of the entry that each array of tables is at; the last word is the header's own."""
    found: Address = ()
    for word in words:
        if found in counts:
            found = (*found, counts[found])
        found = (*found, word)
    return found


def _words(dotted: str) -> Address:
    return tuple(word.strip("\"'") for word in _WORD.findall(dotted))
