"""XLIFF 1.2 and 2.x, and what CAT tools make of 1.2: SDLXLIFF and MQXLIFF.

A unit is a pair, or each of its segments is one: the `mrk` of `seg-source` in 1.2, `segment` in 2.x. What a tool says
is not translated yet is left out, and so is what must not be translated.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from aligner.config import Config
from aligner.model import Block, Document, Lang
from aligner.readers import _inline
from aligner.readers._bilingual import (
    FOREIGN,
    NO_TEXT,
    PROTECTED,
    UNNAMED,
    UNTRANSLATED,
    Left,
    Unit,
    documents,
    require_root,
    told,
)
from aligner.readers._reader import Reader
from aligner.text import xliff, xml
from aligner.text.languages import lang_of_code

if TYPE_CHECKING:
    from lxml import etree

_UNITS = ("trans-unit", "unit")
_NOT_BEGUN = ("new", "needs-translation", "initial")
_STATUS_OF_MEMOQ = "{MQXliff}status"


def stream(file: BinaryIO, name: str, config: Config) -> Iterator[Document]:
    """Yield the units in parts."""
    with told(name):
        yield from documents(_units(file, name, config), name, READER.id, config)


def _units(file: BinaryIO, name: str, config: Config) -> Iterator[Unit | Left]:
    root, files = None, 0
    for event, element in xml.events(file, config.encoding, embeds=True):
        kind = xml.local_name(element)
        if root is None:
            root = element
            xml.refuse_entities(element)
            require_root(kind, "xliff", name)
        if event == "start":
            files += kind == "file"
        elif kind in _UNITS:
            yield from _of_unit(element, xliff.unit(kind, element.get("id") or "", files))
            xml.release(element)


def _of_unit(unit: etree._Element, address: str) -> Iterator[Unit | Left]:
    source, target = _languages(unit)
    lang = lang_of_code(source)
    if _inherited(unit, "translate") == "no":
        yield Left(address, PROTECTED)
    elif not source:
        yield Left(address, UNNAMED)
    elif lang is None or (target and lang_of_code(target) in (None, lang)):
        yield Left(address, FOREIGN)
    else:
        segments = _segments(unit, address) if xml.local_name(unit) == "unit" else _marked(unit, address)
        yield from (_pair(*segment, lang) for segment in segments)


def _pair(where: str, source: etree._Element, target: etree._Element | None, state: str, lang: Lang) -> Unit | Left:
    one = _inline.block(source, where)
    two = _inline.block(target, where) if target is not None else Block("")
    if not _inline.has_text(one):
        return Left(where, NO_TEXT)
    # 2.x says that nothing was begun where nothing is said, so a text that differs tells more.
    begun = state not in _NOT_BEGUN or (state == "initial" and one.text != two.text)
    return Unit(one, two, lang) if begun and _inline.has_text(two) else Left(where, UNTRANSLATED)


_Found = tuple[str, "etree._Element", "etree._Element | None", str]


def _segments(unit: etree._Element, address: str) -> Iterator[_Found]:
    """Yield the segments of a unit of 2.x; what is between them, `ignorable`, is white space and codes."""
    for number, segment in enumerate((child for child in unit if xml.local_name(child) == "segment"), start=1):
        source, target = _child(segment, "source"), _child(segment, "target")
        if source is not None:
            name = xliff.segment(address, segment.get("id") or "", number)
            yield name, source, target, segment.get("state") or "initial"


def _marked(unit: etree._Element, address: str) -> Iterator[_Found]:
    """Yield the segments of a unit of 1.2, or the unit where it has none."""
    source, target = _child(unit, "source"), _child(unit, "target")
    state = (target.get("state") if target is not None else None) or ""
    state = "new" if unit.get(_STATUS_OF_MEMOQ) == "NotStarted" else state
    marks, others = _marks(_child(unit, "seg-source")), _marks(target)
    if marks and (others or target is None or not _inline.has_text(_inline.block(target, address))):
        for mid, mark in marks.items():
            yield xliff.mark(address, mid), mark, others.get(mid), state
    elif source is not None:
        yield address, source, target, state


def _marks(element: etree._Element | None) -> dict[str, etree._Element]:
    if element is None:
        return {}
    marks = (e for e in element.iter() if xml.local_name(e) == "mrk" and e.get("mtype") == "seg")
    return {mark.get("mid") or str(number): mark for number, mark in enumerate(marks, start=1)}


def _languages(unit: etree._Element) -> tuple[str, str]:
    """Return the codes that hold for a unit: those of its file in 1.2, of the whole in 2.x."""
    source = _inherited(unit, "source-language") or _inherited(unit, "srcLang")
    return source, _inherited(unit, "target-language") or _inherited(unit, "trgLang")


def _inherited(element: etree._Element, attribute: str) -> str:
    """Return what the nearest element around has for an attribute, empty where none has it."""
    around = (element, *element.iterancestors())
    return next((str(value) for e in around if (value := e.get(attribute)) is not None), "")


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if xml.local_name(child) == name), None)


def _recognises(head: bytes, name: str) -> bool:
    return xml.root_name(head) == "xliff"


READER = Reader(
    "xliff",
    "XLIFF 1.2 and 2.x, SDLXLIFF, MQXLIFF",
    (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"),
    stream=stream,
    recognises=_recognises,
    drafts=True,
)
