"""Journal articles in XML whose abstract stands in both languages: a Document each, its labels kept as labels."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from aligner.config import Config
from aligner.errors import InputError
from aligner.model import Block, Document, Lang, Role, other_lang
from aligner.readers._flat import Flat
from aligner.readers._left_out import LeftOut
from aligner.text.languages import lang_of
from aligner.text.sections import is_label
from aligner.text.xml import local_name

if TYPE_CHECKING:
    from lxml import etree

LANGS: tuple[Lang, Lang] = ("en", "zh")
NAMES: dict[Lang, str] = {"en": "English", "zh": "Chinese"}
FLOATS = ("fig", "table-wrap")  # stand inside of paragraphs, and are no part of them
_UNSEEN = ("tex-math", "annotation", *FLOATS)  # the first two are a formula once more, for machines
_PARTED = ("break", "p", "list-item", "sec", "title")  # elements that white space goes with


@dataclass
class Article:
    """An article on its way: what stands in it in each language; `lang` is the one it was written in.

    `more` is what it holds behind the abstracts, in both languages; `left` what is left out, with the reason.
    """

    id: str
    lang: Lang = "en"
    titles: dict[Lang, Block] = field(default_factory=dict)
    abstracts: dict[Lang, list[Block]] = field(default_factory=dict)
    keywords: dict[Lang, Block] = field(default_factory=dict)
    more: dict[Lang, list[Block]] = field(default_factory=lambda: {lang: [] for lang in LANGS})
    left: list[tuple[str, str]] = field(default_factory=list)

    def add(self, texts: Mapping[Lang, Iterable[Block]]) -> None:
        """Take in what stands behind the abstracts."""
        for lang, found in texts.items():
            self.more[lang] += found

    def lacks(self) -> str:
        """Say what it lacks to be a text and its translation; empty where it is one."""
        missing = [lang for lang in LANGS if not _is_written(lang, [*self.abstracts.get(lang, ()), *self.more[lang]])]
        return f"no abstract in {' or '.join(NAMES[lang] for lang in missing)}" if missing else ""


def documents(articles: Iterable[Article], name: str, format_id: str, config: Config) -> Iterator[Document]:
    """Yield a Document for each article in both languages; the last one says which were left out.

    Raises:
        InputError: there is none.
    """
    left, held = LeftOut("article"), None
    parts: dict[str, LeftOut] = {}
    for article in articles:
        if why := article.lacks():
            left.add(article.id, why)
            continue
        for kind, reason in article.left:
            parts.setdefault(kind, LeftOut(kind)).add(article.id, reason)
        if held:
            yield held
        held = _document(article, name, format_id, config)
    if held is None:
        problem = f"no article can be checked: {left.told()}" if left.told() else "holds no article"
        raise InputError(f"{name}: {problem}", "give a file whose abstracts are in English and Chinese")
    yield replace(held, skipped=tuple(skipped for kind in (left, *parts.values()) for skipped in kind.skipped()))


def _document(article: Article, name: str, format_id: str, config: Config) -> Document:
    sides: dict[Lang, list[Block]] = {lang: [*article.abstracts.get(lang, ()), *article.more[lang]] for lang in LANGS}
    aside: list[Block] = []
    for found, leads in ((article.titles, True), (article.keywords, False)):
        if len(found) == len(LANGS):
            for lang in LANGS:
                sides[lang].insert(0 if leads else len(sides[lang]), found[lang])
        else:  # what stands in one language alone is no omission in the other
            aside += found.values()
    source = config.source or article.lang
    target = other_lang(source)
    return Document(
        article.id, name, format_id, tuple(sides[source]), tuple(sides[target]), source, target,
        set_aside=tuple(aside), first="source" if source == article.lang else "target",
    )  # fmt: skip


def _is_written(lang: Lang, blocks: Iterable[Block]) -> bool:
    """Say whether a text is in the language that it is said to be in, and no remark that there is none."""
    return lang_of("\n".join(block.text for block in blocks)) == lang


def blocks(element: etree._Element, address: str, label: str = "") -> list[Block]:
    """Return the paragraphs of a section, behind its label where it has one."""
    found = [] if label.upper() in ("", "UNLABELLED", "UNASSIGNED") else [_labelled(label, element, address)]
    return [*found, *(block for block in (block_of(element, address),) if block.text)]


def _labelled(label: str, element: etree._Element, address: str) -> Block:
    text = " ".join(label.split())
    return Block(text, "label" if is_label(text) else "heading", address, element.sourceline or 1, offsets=())


def block_of(element: etree._Element, address: str, role: Role = "body") -> Block:
    """Return the text of an element without markup."""
    return Block(text_of(element), role, address, element.sourceline or 1, offsets=())


def text_of(element: etree._Element) -> str:
    """Return the text of an element: white space collapsed, raised digits as such, other markup left out.

    >>> from lxml import etree
    >>> text_of(etree.fromstring("<p>CD4<sup>+</sup> <i>T</i> cells,\\n 10<sup>9</sup>/L</p>"))
    'CD4⁺ T cells, 10⁹/L'
    """
    flat = Flat("")
    _collect(element, flat)
    return flat.source("", "", ()).text.strip()


def _collect(element: etree._Element, flat: Flat) -> None:
    flat.text(element.text or "", 0)
    for child in element:
        kind = local_name(child)
        if not kind:  # the name of a character, which the file's document type would declare
            flat.text(html.unescape(child.text or ""), 0)
        elif kind in _UNSEEN:
            pass
        elif kind == "sup":
            flat.raised = True
            _collect(child, flat)
            flat.raised = False
        else:
            flat.text(" " if kind in _PARTED else "", 0)
            _collect(child, flat)
            flat.text(" " if kind in _PARTED else "", 0)
        flat.text(child.tail or "", 0)
