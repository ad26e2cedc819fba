"""JATS, the XML of journals: articles with `abstract` and `trans-abstract`, their titles and keywords.

A translation may also stand in a `sub-article`. The language translated from is that of the article. Captions are read
where they are in both languages, and so is the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from aligner.config import Config
from aligner.model import Block, Document, Lang
from aligner.readers import _article_body
from aligner.readers._articles import LANGS, Article, block_of, blocks, documents, text_of
from aligner.readers._bilingual import told
from aligner.readers._reader import Reader
from aligner.text import xml
from aligner.text.languages import lang_of, lang_of_code
from aligner.text.sections import KEYWORDS_LABEL

if TYPE_CHECKING:
    from lxml import etree

_ROOTS = ("article", "articles", "pmc-articleset", "article-set")
_JATS = re.compile(rb"<(?:[\w-]+:)?(?:front|article-meta)\b|JATS|NLM//DTD")  # DocBook has articles as well
_KEYWORDS: dict[Lang, tuple[str, str]] = {"en": ("Keywords: ", "; "), "zh": ("关键词：", "；")}
_TEXTS = ("p", "list", "disp-quote", "def-list")
_AROUND = ("front", "front-stub", "article-meta", "title-group", "trans-title-group")
_EXTRACTS = ("graphical", "key-points", "precis", "teaser", "toc", "video", "web-summary")
_ABSTRACTS = ("abstract", "trans-abstract")


def stream(file: BinaryIO, name: str, config: Config) -> Iterator[Document]:
    """Yield the articles one after the other."""
    with told(name):
        yield from documents(_articles(file, config), name, READER.id, config)


def _articles(file: BinaryIO, config: Config) -> Iterator[Article]:
    number, root = 0, True
    for event, element in xml.events(file, config.encoding):
        if root:
            root = False
            xml.refuse_entities(element)
        if event == "end" and xml.local_name(element) == "article":
            number += 1
            yield _article(element, number)
            xml.release(element)


def _article(article: etree._Element, number: int) -> Article:
    ids = {found.get("pub-id-type"): text_of(found) for found in _all(article, "article-id")}
    kind = next((kind for kind in ("pmid", "doi", "pmcid", "pmc", "publisher-id") if ids.get(kind)), "")
    name = {"": f"article {number}", "pmid": f"PMID {ids.get('pmid')}"}.get(kind, ids.get(kind, ""))
    own = lang_of_code(article.get(xml.LANG) or "en")  # JATS says that nothing named means English
    found = Article(name, own or "en")
    typed: dict[Lang, dict[str, list[Block]]] = {lang: {} for lang in LANGS}
    for element in _metadata(article):
        kind = xml.local_name(element)
        address = f"{name} {kind}"
        lang = _lang(element, own)
        if lang is None:
            continue
        if kind in ("article-title", "trans-title"):
            found.titles.setdefault(lang, block_of(element, address, "title"))
        elif kind == "kwd-group":
            found.keywords.setdefault(lang, _keywords(element, address, lang))
        else:
            typed[lang].setdefault(element.get("abstract-type") or "", _abstract(element, address))
    for lang in LANGS:
        common = [kind for kind in typed[lang] if all(kind in typed[other] for other in LANGS)]
        taken = common or [kind for kind in typed[lang] if kind not in _EXTRACTS][:1]
        found.abstracts[lang] = [block for kind in taken for block in typed[lang][kind]]
    _article_body.add(article, lambda element: _lang(element, own), found)
    return found


def _metadata(article: etree._Element) -> Iterator[etree._Element]:
    """Yield titles, abstracts and keywords of an article, those of its translation behind its own."""
    for part in article:
        kind = xml.local_name(part)
        translation = kind == "sub-article" and part.get("article-type") in (None, "translation")
        if translation or kind in _AROUND:
            yield from _metadata(part)
        elif kind in ("article-title", "trans-title", "kwd-group", *_ABSTRACTS):
            yield part


def _lang(element: etree._Element, own: Lang | None) -> Lang | None:
    """Return the language of an element, None for another: what it or its surroundings name, else that of the text.

    Where English and Chinese are confused, what is written counts.
    """
    at: etree._Element | None = element
    while at is not None and not at.get(xml.LANG):
        at = at.getparent()
    named = own if at is None else lang_of_code(at.get(xml.LANG) or "")
    return named and (lang_of(text_of(element)) or named)


def _abstract(element: etree._Element, address: str) -> list[Block]:
    """Return the paragraphs of an abstract; the titles of its sections are labels."""
    found: list[Block] = []
    title = ""
    for child in element:
        kind = xml.local_name(child)
        if kind == "sec":
            found += _abstract(
                child, f"{address}/sec[{1 + sum(1 for _ in child.itersiblings(child.tag, preceding=True))}]"
            )
        elif kind == "title":
            title = "" if xml.local_name(element) in _ABSTRACTS else text_of(child)  # `Abstract` is no section
        elif kind in _TEXTS:
            found += blocks(child, address, title)
            title = ""
    return found


def _keywords(element: etree._Element, address: str, lang: Lang) -> Block:
    """Return a line of keywords as journals print it."""
    label, separator = _KEYWORDS[lang]
    named = next((text_of(child) for child in element if xml.local_name(child) in ("title", "label")), "")
    if KEYWORDS_LABEL.fullmatch(named):
        label = named if named.endswith((":", "：")) else f"{named}{label[-2:] if lang == 'en' else label[-1]}"
    words = [text_of(word) for word in _all(element, "kwd")]
    return Block(label + separator.join(filter(None, words)), "keywords", address, element.sourceline or 1, offsets=())


def _all(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (found for found in element.iter() if xml.local_name(found) == name)


def _recognises(head: bytes, name: str) -> bool:
    root = xml.root_name(head)
    return root in _ROOTS and (root != "article" or _JATS.search(head.replace(b"\0", b"")) is not None)


READER = Reader("jats", "JATS, the XML of journals", (".xml", ".nxml"), stream=stream, recognises=_recognises)
