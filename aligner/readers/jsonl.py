"""JSON lines: an object a line, with a text for each language, also one level down as `translation.en`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any, BinaryIO, TextIO

from aligner.config import Config
from aligner.errors import InputError
from aligner.model import Document
from aligner.readers._reader import Reader
from aligner.readers._table import Cell, Row, Table, documents
from aligner.text.decoding import open_text

_SAMPLE = 200  # lines whose keys are the columns
_LONGEST = 16_000_000  # characters of a line
Object = dict[str, Any]


def stream(file: BinaryIO, name: str, config: Config) -> Iterator[Document]:
    """Yield the documents of a file, each line a pair."""
    text, warnings = open_text(file, name, config.encoding)
    with text:
        yield from documents(_table(text, name, warnings), config)


def _table(text: TextIO, name: str, warnings: tuple[str, ...]) -> Table:
    objects = _objects(text, name)
    head = list(islice(objects, _SAMPLE))
    names = list(dict.fromkeys(key for _, found in head for key in found))
    keys = Row(1, 1, tuple(Cell(key, 1) for key in names))
    rows = (
        Row(number, number, tuple(_cell(found.get(key), number) for key in names))
        for number, found in chain(head, objects)
    )
    return Table(name, READER.id, chain([keys], rows), headed=True, even=False, unit="line", warnings=warnings)


def _objects(text: Iterable[str], name: str) -> Iterator[tuple[int, Object]]:
    for number, line in enumerate(text, 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line) if len(line) <= _LONGEST else None
        except (ValueError, RecursionError) as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else "too deeply nested"
            raise InputError(f"{name}: line {number}: is no JSON ({reason})", "each line must be an object") from None
        if not isinstance(found, dict):
            raise InputError(f"{name}: line {number}: is no JSON object", 'write {"en": "...", "zh": "..."} a line')
        yield number, _flat(found)


def _flat(found: Object) -> Object:
    """Take up what is one level down.

    >>> _flat({"id": 7, "translation": {"en": "Pain.", "zh": "疼痛。"}})
    {'id': 7, 'translation.en': 'Pain.', 'translation.zh': '疼痛。'}
    """
    flat: Object = {}
    for key, value in found.items():
        inner = value.items() if isinstance(value, dict) else ()
        flat |= {f"{key}.{name}": text for name, text in inner} if inner else {key: value}
    return flat


def _cell(value: object, line: int) -> Cell:
    text = value if isinstance(value, str) else "" if value is None or isinstance(value, dict | list) else str(value)
    return Cell(text, line, 1, ())  # escapes move what is inside


def recognises(head: bytes, name: str) -> bool:
    """Say whether the first line is an object with two texts."""
    line = head.partition(b"\n")[0].removeprefix(b"\xef\xbb\xbf").strip()
    if not line.startswith(b"{"):
        return False
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return sum(isinstance(value, str) for value in _flat(found).values()) >= 2


READER = Reader("jsonl", "JSON lines", (".jsonl", ".ndjson"), stream=stream, recognises=recognises)
