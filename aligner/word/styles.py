"""How a run of text looks, as far as it matters to what it says: hidden, raised, in a font of signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aligner.word.markup import attribute, child, kind, switch


@dataclass(frozen=True, slots=True)
class Look:
    """What is said of a run, None where nothing is."""

    hidden: bool | None = None
    raised: bool | None = None
    font: str | None = None

    def over(self, other: Look) -> Look:
        """Fill in what is not said here by what is said there."""
        return Look(
            other.hidden if self.hidden is None else self.hidden,
            other.raised if self.raised is None else self.raised,
            other.font if self.font is None else self.font,
        )


_PLAIN = Look()


class Styles:
    """The styles of a document; `root` is that of its part, None where it has none."""

    def __init__(self, root: Any | None) -> None:
        styles = [one for one in (root if root is not None else ()) if kind(one) == "w:style"]
        self._styles = {attribute(one, "styleId"): one for one in styles}
        self._known: dict[str | None, Look] = {}
        self._defaults = {attribute(s, "type"): attribute(s, "styleId") for s in styles if attribute(s, "default")}

    def paragraph(self, properties: Any | None) -> Look:
        """Return what the style of a paragraph says of its text."""
        return self._of(_named(properties, "w:pStyle") or self._defaults.get("paragraph"))

    def run(self, properties: Any | None, paragraph: Look) -> Look:
        """Return the look of a run in a paragraph of that look."""
        if properties is None:
            return paragraph
        return _own(properties).over(self._of(_named(properties, "w:rStyle"))).over(paragraph)

    def _of(self, style: str | None) -> Look:
        chain: list[str | None] = []
        while style in self._styles and style not in chain and style not in self._known:
            chain.append(style)
            style = _named(self._styles[style], "w:basedOn")
        look = self._known.get(style, _PLAIN)
        for one in reversed(chain):
            look = self._known[one] = _own(child(self._styles[one], "w:rPr")).over(look)
        return look


def _named(element: Any | None, name: str) -> str | None:
    found = child(element, name)
    return None if found is None else attribute(found, "val")


def _own(properties: Any | None) -> Look:
    if properties is None:
        return _PLAIN
    aligned, fonts = _named(properties, "w:vertAlign"), child(properties, "w:rFonts")
    font = None if fonts is None else attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
    return Look(switch(properties, "w:vanish"), None if aligned is None else aligned == "superscript", font)
