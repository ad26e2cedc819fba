"""PubMed and MEDLINE XML: articles with their abstract in English and, as `OtherAbstract`, in Chinese.

The language translated from is that in which the article was published.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from aligner.config import Config
from aligner.model import Block, Document, Lang
from aligner.readers._articles import Article, block_of, blocks, documents
from aligner.readers._bilingual import told
from aligner.readers._reader import Reader
from aligner.text import xml
from aligner.text.languages import lang_of, lang_of_code

if TYPE_CHECKING:
    from lxml import etree

_ROOTS = ("PubmedArticleSet", "PubmedArticle", "MedlineCitationSet", "MedlineCitation")


def stream(file: BinaryIO, name: str, config: Config) -> Iterator[Document]:
    """Yield the articles one after the other."""
    with told(name):
        yield from documents(_articles(file, config), name, READER.id, config)


def _articles(file: BinaryIO, config: Config) -> Iterator[Article]:
    root = True
    for event, element in xml.events(file, config.encoding):
        if root:
            root = False
            xml.refuse_entities(element)
        kind = xml.local_name(element) if event == "end" else ""
        if kind == "MedlineCitation":
            yield _article(element)
        if kind == "PubmedArticle" or (kind == "MedlineCitation" and _stands_alone(element)):
            xml.release(element)


def _stands_alone(citation: etree._Element) -> bool:
    parent = citation.getparent()
    return parent is None or xml.local_name(parent) != "PubmedArticle"


def _article(citation: etree._Element) -> Article:
    name = f"PMID {(citation.findtext('PMID') or '').strip() or '?'}"
    languages = [lang_of_code(found.text or "") for found in citation.iterfind("Article/Language")]
    article = Article(name, "zh" if languages[:1] == ["zh"] else "en")
    for path in ("Article/ArticleTitle", "Article/VernacularTitle"):
        if (title := citation.find(path)) is not None:
            _take_title(article, title, f"{name} {xml.local_name(title)}")
    if (abstract := citation.find("Article/Abstract")) is not None:
        article.abstracts["en"] = _abstract(abstract, f"{name} Abstract")
    for other in citation.iterfind("OtherAbstract"):
        lang = lang_of_code(other.get("Language") or "eng")
        if lang and lang not in article.abstracts:
            article.abstracts[lang] = _abstract(other, f"{name} OtherAbstract")
    return article


def _take_title(article: Article, element: etree._Element, address: str) -> None:
    block = block_of(element, address, "title")
    inside = block.text.removesuffix(".")
    if inside.startswith("[") and inside.endswith("]"):  # a title that was translated
        block = replace(block, text=inside[1:-1].strip())
    lang: Lang | None = lang_of(block.text)
    if lang:
        article.titles.setdefault(lang, block)


def _abstract(abstract: etree._Element, address: str) -> list[Block]:
    texts = abstract.findall("AbstractText")
    found: list[Block] = []
    for number, text in enumerate(texts, 1):
        place = f"{address}[{number}]" if len(texts) > 1 else address
        found += blocks(text, place, text.get("Label") or "")
    return found


def _recognises(head: bytes, name: str) -> bool:
    return xml.root_name(head) in _ROOTS


READER = Reader("pubmed", "PubMed and MEDLINE XML", (".xml",), stream=stream, recognises=_recognises)
