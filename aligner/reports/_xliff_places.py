"""Where notes can be put into an XLIFF file: byte offsets, found by a parser that tells them."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from aligner.text import xliff

SDL, MEMOQ = "http://sdl.com/FileTypes/SdlXliff/1.0", "MQXliff"
_UNITS = ("trans-unit", "unit")
_TEXTS = ("source", "seg-source", "target")


@dataclass(slots=True)
class Stretch:
    """An element: where its tags and its content begin and end; of one that is a single tag, both at the end of it."""

    name: str
    start: int
    inner: int = -1
    inner_end: int = -1
    end: int = -1

    @property
    def prefix(self) -> str:
        """The prefix of its name, with the colon."""
        head, colon, _ = self.name.rpartition(":")
        return head + colon

    @property
    def is_empty(self) -> bool:
        """Whether it is one tag only, as `<notes/>`."""
        return self.inner_end == self.end


@dataclass(slots=True)
class Unit:
    """A unit: the parts of it that notes are put beside or into, and its marked segments by their names."""

    whole: Stretch
    texts: list[Stretch] = field(default_factory=list)
    segments: list[Stretch] = field(default_factory=list)  # and what goes with them, in 2.x
    notes: Stretch | None = None
    comments: Stretch | None = None  # of memoQ
    marks: dict[str, Stretch] = field(default_factory=dict)


@dataclass(slots=True)
class Places:
    """What was found in a file; `units` are by the names of the units and of their segments."""

    encoding: str = "utf-8"
    version: str = ""
    prefixes: dict[str, str] = field(default_factory=dict)  # of name spaces, as the root declares them
    root: Stretch | None = None
    info: Stretch | None = None  # `doc-info` of SDLXLIFF, and parts of it
    definitions: Stretch | None = None
    details: Stretch | None = None
    units: dict[str, Unit] = field(default_factory=dict)


def find(data: bytes) -> Places:
    """Find the places of a file.

    Raises:
        expat.ExpatError: it is not well-formed.
    """
    return _Search(data).places


class _Search:
    def __init__(self, data: bytes) -> None:
        self.places = Places(encoding=_by_mark(data) or "utf-8")
        self._stack: list[Stretch] = []
        self._unit: Unit | None = None
        self._address = ""
        self._files = self._segments = self._marks = 0
        self._waiting: list[Callable[[int], None]] = []  # for the place where the next thing begins
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = False
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.XmlDeclHandler = self._declared
        for handler in ("CharacterData", "Comment", "ProcessingInstruction", "StartCdataSection", "Default"):
            setattr(parser, f"{handler}Handler", self._other)
        parser.Parse(data, True)
        self._settle(len(data))

    def _settle(self, at: int | None = None) -> None:
        for told in self._waiting:
            told(self._parser.CurrentByteIndex if at is None else at)
        self._waiting.clear()

    def _other(self, *_: object) -> None:
        self._settle()

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and not self.places.encoding.startswith("utf-16"):
            self.places.encoding = encoding

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._settle()
        found = Stretch(name, self._parser.CurrentByteIndex)
        self._waiting.append(lambda at: setattr(found, "inner", at))
        self._note(found, name.rpartition(":")[2], attributes)
        self._stack.append(found)

    def _end(self, name: str) -> None:
        self._settle()
        found = self._stack.pop()
        found.inner_end = self._parser.CurrentByteIndex
        self._waiting.append(lambda at: setattr(found, "end", at))
        if self._unit and found is self._unit.whole:
            self._unit = None

    def _note(self, found: Stretch, kind: str, attributes: dict[str, str]) -> None:
        """Keep an element where it is one of those that notes go beside or into."""
        places, parent = self.places, self._stack[-1].name.rpartition(":")[2] if self._stack else ""
        if not self._stack:
            places.root, places.version = found, attributes.get("version", "")
            places.prefixes = {v: k.removeprefix("xmlns:") for k, v in attributes.items() if k.startswith("xmlns:")}
        elif kind == "file":
            self._files += 1
        elif kind in _UNITS:
            self._unit, self._segments = Unit(found), 0
            self._address = xliff.unit(kind, attributes.get("id", ""), self._files)
            places.units.setdefault(self._address, self._unit)
        elif kind == "doc-info":
            places.info = found
        elif parent == "doc-info" and kind in ("cmt-defs", "cmt-meta-defs"):
            setattr(places, "definitions" if kind == "cmt-defs" else "details", found)
        elif self._unit:
            self._within(self._unit, found, kind, attributes)

    def _within(self, unit: Unit, found: Stretch, kind: str, attributes: dict[str, str]) -> None:
        parent = self._stack[-1]
        if parent is unit.whole:
            if kind in _TEXTS:
                unit.texts.append(found)
            elif kind == "notes":
                unit.notes = found
            elif kind == "comments":
                unit.comments = found
            elif kind in ("segment", "ignorable", "originalData"):
                unit.segments.append(found)
            self._marks = 0
        if kind == "segment" and parent is unit.whole:
            self._segments += 1
            name = xliff.segment(self._address, attributes.get("id", ""), self._segments)
            self.places.units.setdefault(name, unit)
        elif kind == "mrk" and attributes.get("mtype") == "seg" and self._in_target(unit):
            self._marks += 1
            name = xliff.mark(self._address, attributes.get("mid") or str(self._marks))
            unit.marks.setdefault(name, found)
            self.places.units.setdefault(name, unit)

    def _in_target(self, unit: Unit) -> bool:
        below = self._stack.index(unit.whole) + 1
        return len(self._stack) > below and self._stack[below].name.rpartition(":")[2] == "target"


def _by_mark(data: bytes) -> str:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return encoding
    return {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(data[:2], "")
