"""From texts to a Document: two texts, or one page that holds both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from aligner.config import Config
from aligner.errors import InputError
from aligner.model import Block, Document, Lang, other_lang
from aligner.readers._reader import Source
from aligner.text import front_matter, keywords, languages, paragraphs, sections
from aligner.text.paragraphs import Line

_TABLES = ("csv", "tsv", "xlsx", "jsonl")
_SENTENCE = 4  # English words; a term has seldom more
_LEAST_TEXT = 10  # of as many rows of a table one at least is that long, where it is no list of terms
_LONG_COPY = 40  # letters; what is shorter, as a label, may well stand twice
_LONGEST_NAME: dict[Lang, int] = {"en": 3, "zh": 8}  # words or characters of a line that may be a name, a drug, a unit
_WORDED = re.compile(rf"[{languages.HAN}]|[A-Za-z][a-z]{{3}}")  # a word of either language, no unit or abbreviation
_FULL_WIDTH = re.compile("[（），、。；：～]")
_FEW = 8  # times as much makes a text of the other language
NAMES: dict[Lang, str] = {"en": "English", "zh": "Chinese"}


def document(sources: tuple[Source, ...], doc_id: str, config: Config) -> Document:
    """Build the Document of one mixed text, or of two texts of one language each.

    Raises:
        InputError: a language is missing, or both texts are of the same one.
    """
    if any(source.margins is None for source in sources):
        sources = tuple(source.without_margins() for source in sources)
    if len(sources) == 1:
        return _mixed(sources[0], doc_id, config)
    return _two(sources[0], sources[1], doc_id, config)


def _mixed(source: Source, doc_id: str, config: Config) -> Document:
    source = source.without_margins()  # a page of two languages seldom has a header in both
    text = source.text
    if config.sentences:
        found = [line for line in _found(source) if text[line.start : line.end].strip()]
        parts = _attach([_with_lang(text, line) for line in found])
    else:
        parts = [part for line in _found(source) for part in _by_language(text, line)]
        parts = _attach(_wordless(source, parts))
        parts = _untranslated(text, parts)
    kept: dict[Lang, tuple[Block, ...]] = {}
    aside = list(source.aside)
    for lang in ("en", "zh"):
        own = [line for line in parts if line.lang == lang]
        blocks = _lines(source, own) if config.sentences else _paragraphs(source, own)
        kept[lang], front = (tuple(blocks), ()) if config.sentences else front_matter.separate(blocks, lang)
        aside.extend(front)
    if not config.sentences:
        _leave_names(kept, aside)
        _require_text(kept, source.name)
    _require_both(kept, source.name)
    first: Lang = min(kept, key=lambda lang: (kept[lang][0].line, kept[lang][0].column))
    return _document(doc_id, (source,), kept, first, config, aside)


def _two(one: Source, two: Source, doc_id: str, config: Config) -> Document:
    first, second = _languages(one, two)
    kept: dict[Lang, tuple[Block, ...]] = {}
    aside = [*one.aside, *two.aside]
    for source, lang in ((one, first), (two, second)):
        found = [_as(line, lang) for line in _found(source)]
        if config.sentences:
            kept[lang] = tuple(_lines(source, found))
            continue
        kept[lang], front = front_matter.separate(_paragraphs(source, found), lang)
        aside.extend(front)
        if not kept[lang]:
            raise InputError(f"{source.name}: holds nothing but front matter", "give a file that holds the text")
    return _document(doc_id, (one, two), kept, first, config, aside)


def side(source: Source, lang: Lang, config: Config) -> tuple[Block, ...]:
    """Return the blocks of a text that is all of one language, as a reference translation is.

    Raises:
        InputError: it is of the other language, or holds nothing but front matter.
    """
    found = [_as(line, lang) for line in _found(source)]
    if languages.lang_of(source.text) == other_lang(lang):
        raise InputError(f"{source.name}: is {NAMES[other_lang(lang)]}", f"give a text in {NAMES[lang]}")
    if config.sentences:
        return tuple(_lines(source, found))
    kept, _ = front_matter.separate(_paragraphs(source, found), lang)
    if not kept:
        raise InputError(f"{source.name}: holds nothing but front matter", "give a file that holds the text")
    return tuple(kept)


def lacks(document: Document) -> str:
    """Say why a file that nobody called one is no text with its translation; empty where it is one."""
    sides = (document.source, document.target)
    english, chinese = sides if document.source_lang == "en" else sides[::-1]
    words = [languages.size(block.text, "en") for block in english]
    if document.format in _TABLES:
        running = sum(count > _SENTENCE for count in words) * _LEAST_TEXT >= len(words)
        return "" if running else "holds terms, and no text"
    even = languages.are_even("\n".join(b.text for b in english), "\n".join(b.text for b in chinese))
    return "" if even or document.links is not None else "holds much more of one language than of the other"


def _document(
    doc_id: str,
    sources: tuple[Source, ...],
    kept: dict[Lang, tuple[Block, ...]],
    first: Lang,
    config: Config,
    aside: list[Block],
) -> Document:
    source_lang = config.source or first
    target_lang = other_lang(source_lang)
    return Document(
        doc_id,
        sources[0].name,
        "+".join(dict.fromkeys(source.format for source in sources)),
        kept[source_lang],
        kept[target_lang],
        source_lang,
        target_lang,
        set_aside=tuple(sorted(aside, key=lambda b: (b.line, b.column))),
        presegmented=config.sentences,
        first="source" if source_lang == first else "target",
        warnings=tuple(warning for source in sources for warning in source.warnings),
        source_path=sources[0 if source_lang == first else -1].name,
        target_path=sources[-1 if source_lang == first else 0].name,
    )


def _languages(one: Source, two: Source) -> tuple[Lang, Lang]:
    """Return the language of each text; what one cannot tell, the other does."""
    first, second = languages.lang_of(one.text), languages.lang_of(two.text)
    if first is not None and first == second:
        shares = languages.han_share(one.text), languages.han_share(two.text)
        if first == "en" and max(shares) > 0.05 and min(shares) == 0.0:
            return ("zh", "en") if shares[0] else ("en", "zh")
        raise InputError(f"{one.name} and {two.name}: both are {NAMES[first]}", "give one English and one Chinese text")
    if first is None and second is None:
        raise InputError(
            f"{one.name} and {two.name}: neither is English or Chinese", "give one English and one Chinese text"
        )
    if first is None:
        return ("zh", "en") if second == "en" else ("en", "zh")
    return first, other_lang(first)


def _leave_names(kept: dict[Lang, tuple[Block, ...]], aside: list[Block]) -> None:
    """Set aside the side of a page that holds names only, where the other holds a text."""
    names = {
        lang: bool(blocks) and all(front_matter.stands_alone(b.text, lang) for b in blocks)
        for lang, blocks in kept.items()
    }
    for lang in ("en", "zh"):
        if names[lang] and not names[other_lang(lang)]:
            aside.extend(kept[lang])
            kept[lang] = ()


def _require_text(kept: dict[Lang, tuple[Block, ...]], name: str) -> None:
    """Refuse a page one language of which is nothing but doses, abbreviations and names in a text of the other."""
    sizes = {lang: sum(languages.size(block.text, lang) for block in blocks) for lang, blocks in kept.items()}
    for lang in ("en", "zh"):
        other = other_lang(lang)
        told = any(languages.size(block.text, lang) > _LONGEST_NAME[lang] for block in kept[lang])
        if not told and sizes[lang] * _FEW < sizes[other]:
            raise _one_only(other, name)


def _one_only(lang: Lang, name: str) -> InputError:
    return InputError(f"{name}: holds only {NAMES[lang]}", f"give the {NAMES[other_lang(lang)]} text as a second file")


def _require_both(kept: dict[Lang, tuple[Block, ...]], name: str) -> None:
    for lang in ("en", "zh"):
        if not kept[lang]:
            other = other_lang(lang)
            if kept[other]:
                raise _one_only(other, name)
            raise InputError(f"{name}: holds neither English nor Chinese text", "give one English and one Chinese text")


def _found(source: Source) -> list[Line]:
    return [line for line in paragraphs.lines(source.text) if not source.leaves_out(line.start)]


def _by_language(text: str, line: Line) -> list[Line]:
    """Cut a line where it changes its language."""
    string = text[line.start : line.end]
    found = languages.pieces(string)
    return [
        Line(line.start + p.start, line.start + p.end, line.number, p.start + 1, p.lang, entire=len(found) == 1)
        for p in found
    ]


def _with_lang(text: str, line: Line) -> Line:
    return _as(line, languages.lang_of(text[line.start : line.end]))


def _as(line: Line, lang: Lang | None) -> Line:
    return Line(line.start, line.end, line.number, line.column, lang, line.entire)


def _wordless(source: Source, parts: list[Line]) -> list[Line]:
    """Give values and abbreviations the language that their table or their signs tell: <30 in a cell, （1）10 mg."""
    tables: dict[int, set[Lang | None]] = {}
    for line in parts:
        cell = source.cell(line.start)
        if cell and _WORDED.search(source.text, line.start, line.end):
            tables.setdefault(cell[0], set()).add(line.lang)
    return [_as(line, _told(source, line, tables)) for line in parts]


def _told(source: Source, line: Line, tables: dict[int, set[Lang | None]]) -> Lang | None:
    """Return the language of a line; a table tells it where all its words are of one."""
    if _WORDED.search(source.text, line.start, line.end):
        return line.lang
    cell = source.cell(line.start)
    told = tables.get(cell[0], set()) if cell else set()
    if len(told) == 1:
        return next(iter(told))
    return "zh" if _FULL_WIDTH.search(source.text, line.start, line.end) else line.lang


def _attach(parts: list[Line]) -> list[Line]:
    """Give lines without letters (a number, a rule) the language of the line before them, or of the next."""
    known = next((line.lang for line in parts if line.lang is not None), None)
    attached = []
    for line in parts:
        known = line.lang or known
        attached.append(line if line.lang else _as(line, known))
    return attached


def _untranslated(text: str, parts: list[Line]) -> list[Line]:
    """Give to the translation what was left in the other language there: what the page has already, word for word.

    Where the languages take turns, a sentence that the source says twice may be translated twice.
    """
    told = [line.lang for line in parts if line.lang and text[line.start : line.end].strip()]
    if len(told) > 3 and sum(one != two for one, two in pairwise(told)) * 2 > len(told):
        return parts
    first = next(iter(told), None)
    said, found, changed = "", list[Line](), False
    for line in parts:
        words = " ".join(text[line.start : line.end].split())
        changed = changed or line.lang != first
        copied = changed and line.lang == first and len(words) >= _LONG_COPY and words in said
        if line.lang == first and not copied:
            said += f"{words} "
        found.append(_as(line, other_lang(line.lang)) if copied and line.lang else line)
    return found


def _lines(source: Source, found: Iterable[Line]) -> list[Block]:
    """Return a block a line; blank lines count, save between the paragraphs of a format that has some."""
    plain = source.offsets is None and not source.places
    lines = (line for line in found if plain or source.text[line.start : line.end].strip())
    return [source.block(line.start, line.end, line.number) for line in lines]


def _paragraphs(source: Source, found: list[Line]) -> list[Block]:
    blocks = []
    for line in paragraphs.join(source.text, found, _stands_alone):
        string = source.text[line.start : line.end]
        blank = len(string) - len(string.lstrip())
        start = line.start + blank
        blocks.append(source.block(start, start + len(string.strip()), line.number, line.column + blank))
    return blocks


def _stands_alone(string: str) -> bool:
    """Say whether a line must not be joined to the one before it."""
    lang = languages.lang_of(string) or "en"
    return (
        sections.starts_label(string[:80])
        or sections.is_label(string)
        or keywords.is_keywords(string)
        or front_matter.stands_alone(string, lang)
    )
