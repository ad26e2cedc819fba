"""Front matter that is none: what was set aside on one side only, while its translation was kept on the other.

Whether a line is front matter is told for each side by itself, before anything is paired: an address that closes a
letter may look like an affiliation in English and like text in Chinese.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from aligner.model import Block, Document, Lang, Pair
from aligner.text.languages import lang_of

if TYPE_CHECKING:
    from aligner.lexicon.lexicon import Lexicon

_ALIKE = 0.5  # of `Lexicon.translates`
_MOST = 40  # sentences without a partner; where there are more, the texts have other faults
_DOUBTFUL = 0.3  # the score of a pair that holds what has lost its own partner


def kept(document: Document, pairs: Sequence[Pair], lexicon: Lexicon) -> Document:
    """Return the document with what was set aside back in its place, where the other side has more than its own."""
    if document.links is not None or not document.set_aside or lonely(pairs) > _MOST:
        return document
    left = {lang: list(_left_over(pairs, lang)) for lang in (document.source_lang, document.target_lang)}
    back: list[Block] = []
    for block in document.set_aside:
        lang = lang_of(block.text)
        other = document.target_lang if lang == document.source_lang else document.source_lang
        if lang and any(_alike(block.text, text, lang, lexicon) for text in left[other]):
            back.append(block)
    return _with(document, back) if back else document


def lonely(pairs: Sequence[Pair]) -> int:
    """Count what has no partner, or hardly any: pairs that lack a side or are doubtful."""
    return sum(pair.score < _DOUBTFUL for pair in pairs)


def _left_over(pairs: Sequence[Pair], lang: Lang) -> Iterator[str]:
    """Yield the sentences of a language whose partner may be missing: of which a pair has more, or that fit badly."""
    for pair in pairs:
        sides = pair.source, pair.target
        for own, other in (sides, sides[::-1]):
            if own and own[0].lang == lang and (len(own) > len(other) or pair.score < _DOUBTFUL):
                yield from (segment.text for segment in own if segment.role != "label")


def _alike(text: str, other: str, lang: Lang, lexicon: Lexicon) -> bool:
    english, chinese = (text, other) if lang == "en" else (other, text)
    return lexicon.translates(english, chinese) >= _ALIKE


def _with(document: Document, back: Sequence[Block]) -> Document:
    """Put blocks back among those of their language, each where it stands in its file."""
    sides = {document.source_lang: list(document.source), document.target_lang: list(document.target)}
    for block in back:
        if lang := lang_of(block.text):
            sides[lang].append(replace(block, role="body"))
    source, target = (
        tuple(sorted(sides[lang], key=lambda block: (block.line, block.column)))
        for lang in (document.source_lang, document.target_lang)
    )
    aside = tuple(block for block in document.set_aside if block not in back)
    return replace(document, source=source, target=target, set_aside=aside)
