"""What an article holds behind its abstracts: captions in both languages, a body beside its translation, and the rest.

A Chinese journal prints the captions of figures and tables in both languages, and its body in Chinese. What stands in
one language alone is no omission in the other; it is left out, and told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from aligner.model import Block, Lang
from aligner.readers._articles import FLOATS, LANGS, NAMES, Article, block_of
from aligner.text import languages
from aligner.text.xml import local_name

if TYPE_CHECKING:
    from lxml import etree

    LangOf = Callable[[etree._Element], Lang | None]

_CAPTIONS = ("caption", "trans-caption", "table-wrap-foot")
_PARAGRAPHS = ("p", "title", "trans-title", "list", "disp-quote", "def-list")
_APART = ("table", "ref-list", *FLOATS)


def add(article: etree._Element, lang_of: LangOf, found: Article) -> None:
    """Add to an article what it holds in both languages besides its title, abstract and keywords."""
    bodies = [part for part in article.iter() if local_name(part) == "body"]
    text = _by_language((one for body in bodies for one in _paragraphs(body)), f"{found.id} body", lang_of)
    both = languages.are_even(*("\n".join(block.text for block in text[lang]) for lang in LANGS))
    if both:
        found.add(text)
    elif any(text.values()):
        lang = max(LANGS, key=lambda one: sum(len(block.text) for block in text[one]))
        found.left.append(("body", f"in {NAMES[lang]} only"))
    for number, part in enumerate((one for one in article.iter() if local_name(one) in FLOATS), 1):
        _add_float(part, f"{found.id} {part.get('id') or f'{local_name(part)} {number}'}", lang_of, found, whole=both)


def _add_float(part: etree._Element, name: str, lang_of: LangOf, found: Article, *, whole: bool) -> None:
    """Add the caption and the notes of a figure or table; where the whole article is translated, in either language."""
    for kind in _CAPTIONS:
        text = _by_language(
            (one for child in part if local_name(child) == kind for one in _paragraphs(child)), name, lang_of
        )
        if whole or all(text.values()):
            found.add(text)
        elif any(text.values()):
            found.left.append(("caption", "in one language only"))
    if any(local_name(child) == "table" for child in part.iter()):
        found.left.append(("table", "its cells are not read"))


def _paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the headings and paragraphs of an element, without figures, tables and references."""
    for child in element:
        kind = local_name(child)
        if kind in _PARAGRAPHS:
            yield child
        elif kind not in _APART:
            yield from _paragraphs(child)


def _by_language(elements: Iterable[etree._Element], address: str, lang_of: LangOf) -> dict[Lang, list[Block]]:
    """Return the text of elements by its language; one that holds both is cut where they change."""
    found: dict[Lang, list[Block]] = {lang: [] for lang in LANGS}
    for element in elements:
        block = block_of(element, address, "heading" if local_name(element) == "title" else "body")
        pieces = languages.pieces(block.text)
        named = lang_of(element)
        for piece in pieces:
            if lang := piece.lang if len(pieces) > 1 else named:
                text = block.text[piece.start : piece.end].strip()
                found[lang] += [replace(block, text=text)] if text else []
    return found
