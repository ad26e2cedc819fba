"""The text of a segment of a CAT tool's file: each inline element is one placeholder, and its native code is not shown.

One table does for TMX and XLIFF 1.2 and 2.x, which mean the same by the names that they share.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aligner.model import PLACEHOLDER, Block, Tag, TagKind
from aligner.text.xml import EntityError, local_name

if TYPE_CHECKING:
    from lxml import etree

_AROUND = ("g", "pc", "hi")  # stand around text; all others stand for native code
_KINDS: dict[str, TagKind] = {
    **dict.fromkeys(("bpt", "bx", "sc"), "open"),
    **dict.fromkeys(("ept", "ex", "ec"), "close"),
    **dict.fromkeys(("ph", "x", "it", "ut", "cp"), "alone"),
}
_POSITIONS: dict[str, TagKind] = {
    **dict.fromkeys(("begin", "open"), "open"),
    **dict.fromkeys(("end", "close"), "close"),
}  # of `it`, half of a pair whose other half is in another segment
_IDS = ("startRef", "rid", "x", "id")  # what names an element on both sides, the most telling first
_DELETED = ("x-sdl-deleted", "x-sdl-feedback-deleted")  # tracked changes are read as accepted
_BREAKS = ("lb", "x-lb", "xlf:lb", "linebreak", "x-linebreak", "br", "x-br", "pb", "x-pb")  # as attributes name them
_BREAK = re.compile(r"<(?:w:)?br\b[^>]*>|\\n|\\r\\n|\\line|\\par", re.IGNORECASE)  # as native code has it
_LONGEST = 24  # characters of native code that name a tag


def block(element: etree._Element, address: str) -> Block:
    """Return the text of an element with its placeholders.

    Raises:
        EntityError: it uses an entity.
    """
    inline = _Inline()
    inline.inside(element)
    return Block(
        "".join(inline.text), address=address, line=element.sourceline or 1, offsets=(), tags=tuple(inline.tags)
    )


def has_text(block: Block) -> bool:
    """Say whether there is something to read besides placeholders."""
    return any(char != PLACEHOLDER and not char.isspace() for char in block.text)


class _Inline:
    """Collects the text of one segment."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.tags: list[Tag] = []
        self._length = 0
        self._opened: dict[str, Tag] = {}  # by the number that TMX gives the two halves of a pair

    def inside(self, element: etree._Element) -> None:
        """Take what stands between an element's tags."""
        self._put(element.text or "")
        for child in element:
            self._take(child)
            self._put(child.tail or "")

    def _take(self, element: etree._Element) -> None:
        name = local_name(element)
        if not name:
            raise EntityError(f"uses the entity {element.text}, which it does not declare")
        if name in _AROUND:
            number = _identity(element)
            self._tag("open", number, f"<{name} {number}>")
            self.inside(element)
            self._tag("close", number, f"</{name} {number}>")
        elif name in _KINDS:
            self._code(element, name)
        elif element.get("mtype") not in _DELETED:
            self.inside(element)

    def _code(self, element: etree._Element, name: str) -> None:
        half = element.get("i") or ""
        native = " ".join("".join(element.itertext()).split()) or element.get("disp") or ""
        number = _identity(element) or native or element.get("type") or half
        kind = _POSITIONS.get(element.get("pos") or "") or _KINDS[name]
        if kind == "alone" and _breaks(element, native):
            kind = "break"
        if kind == "close" and half in self._opened:
            number = self._opened.pop(half).id
        self._tag(kind, number, native if 0 < len(native) <= _LONGEST else f"<{name} {number}>")
        if kind == "open" and half:
            self._opened[half] = self.tags[-1]

    def _tag(self, kind: TagKind, number: str, shown: str) -> None:
        self.tags.append(Tag(self._length, kind, number, shown))
        self._put(PLACEHOLDER)

    def _put(self, text: str) -> None:
        self.text.append(text)
        self._length += len(text)


def _breaks(element: etree._Element, native: str) -> bool:
    named = {(element.get(name) or "").lower() for name in ("ctype", "type", "subType")}
    return not named.isdisjoint(_BREAKS) or bool(_BREAK.fullmatch(native))


def _identity(element: etree._Element) -> str:
    return next((value for name in _IDS if (value := element.get(name))), "")
