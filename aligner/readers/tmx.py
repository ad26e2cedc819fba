"""TMX 1.4, translation memories of any size: each unit with both languages is a pair.

The language translated from is that of `srclang`, of the unit or the header, else that of the variant that comes first.
Where a unit has several variants in Chinese, that in Simplified characters counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from aligner.config import Config
from aligner.model import Document, Lang, other_lang
from aligner.readers import _inline
from aligner.readers._bilingual import FOREIGN, UNNAMED, UNTRANSLATED, Left, Unit, documents, require_root, told
from aligner.readers._reader import Reader
from aligner.text import xml
from aligner.text.languages import lang_of_code, names_traditional

if TYPE_CHECKING:
    from lxml import etree


def stream(file: BinaryIO, name: str, config: Config) -> Iterator[Document]:
    """Yield the units in parts."""
    with told(name):
        yield from documents(_units(file, name, config), name, READER.id, config)


def _units(file: BinaryIO, name: str, config: Config) -> Iterator[Unit | Left]:
    number, srclang, root = 0, "", ""
    for event, element in xml.events(file, config.encoding):
        kind = xml.local_name(element)
        if not root:
            root = kind
            xml.refuse_entities(element)
            require_root(root, "tmx", name)
        if event == "start" and kind == "header":
            srclang = element.get("srclang") or ""
        elif event == "end" and kind == "tu":
            number += 1
            yield _unit(element, number, element.get("srclang") or srclang)
            xml.release(element)


def _unit(element: etree._Element, number: int, srclang: str) -> Unit | Left:
    tuid = element.get("tuid")
    address = f"tu[{number}] tuid={tuid}" if tuid else f"tu[{number}]"
    variants = [(_code(child), child) for child in element if xml.local_name(child) == "tuv"]
    segments: dict[Lang, etree._Element] = {}
    for code, variant in sorted(variants, key=lambda found: names_traditional(found[0])):
        if lang := lang_of_code(code):
            segments.setdefault(lang, next((c for c in variant if xml.local_name(c) == "seg"), variant))
    if len(segments) < 2:
        return Left(address, FOREIGN if all(code for code, _ in variants) else UNNAMED)
    known = (lang_of_code(code) for code in (srclang, *(code for code, _ in variants)))
    first = next(lang for lang in known if lang)
    blocks = {lang: _inline.block(segment, address) for lang, segment in segments.items()}
    if not all(map(_inline.has_text, blocks.values())):
        return Left(address, UNTRANSLATED)
    return Unit(blocks[first], blocks[other_lang(first)], first)


def _code(variant: etree._Element) -> str:
    return variant.get(xml.LANG) or variant.get("lang") or ""


def _recognises(head: bytes, name: str) -> bool:
    return xml.root_name(head) == "tmx"


READER = Reader("tmx", "TMX, translation memories", (".tmx",), stream=stream, recognises=_recognises, drafts=True)
