"""Tables of a file that hold a text and its translation side by side, a segment or paragraph in each row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import PurePath

from aligner.config import Config
from aligner.model import Block, Document, Lang, other_lang
from aligner.readers._grid import Laid
from aligner.readers._reader import Source
from aligner.text import front_matter, languages
from aligner.text.headers import plain
from aligner.word.flow import Cell

_LETTER = re.compile(r"[^\W\d_]")
_HEAD = re.compile(  # words of a row that says what stands in the columns
    r"(?:\b(?:source|target|original|translation|english|chinese|mandarin|simplified|traditional|language|text|segment"
    r"|version|draft|en|zh|cn|us|uk|gb|china|prc|hans|hant)\b"
    r"|[原译譯]文|源文|源语言?|目标语?言?|[中英][文语]|[英汉漢][语語]|[简簡繁][体體]中?文?|原稿|译稿|[\W_])+",
    re.IGNORECASE,
)
_LONGEST_HEAD = 60
_BOTH = re.compile(rf"[a-z]{{3}}.*[{languages.HAN}]|[{languages.HAN}].*[a-z]{{3}}", re.DOTALL)
_LONGEST_LABEL = 120
_MOST_LETTERS = 10  # of English for a Chinese character
_REST = 5  # of as many letters of a language at most one stands outside of the tables, where they hold the text


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph, or a part of one: `text[start:end]` of the file's text, without the white space around it."""

    start: int
    end: int
    text: str
    cell: Cell | None


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table that hold the two languages."""

    en: int
    zh: int

    def by_language(self, part: _Part) -> Iterator[tuple[Lang | None, _Part]]:
        """Yield a paragraph with the language of its column; one that goes across both is cut where its own changes."""
        columns = part.cell.columns if part.cell else range(0)
        if self.en in columns and self.zh in columns:
            found = languages.pieces(part.text)
            both = {"en", "zh"} <= {piece.lang for piece in found}
            for piece in found:
                yield piece.lang if both else None, _cut(part, piece.start, piece.end)
        else:
            yield "en" if self.en in columns else "zh" if self.zh in columns else None, part


def read(found: Laid, source: Source, config: Config) -> Source | Document:
    """Return the Document of a file whose translation stands in tables, the text itself where most of it does not.

    A stretch outside of them is paired where it holds both languages, as a title above does, and else set aside.
    """
    body = source.without_margins()
    parts = [part for part in _parts(found) if part.end <= len(body.text) and not source.leaves_out(part.start)]
    tables: dict[int, list[_Part]] = defaultdict(list)
    for part in parts:
        if part.cell:
            tables[part.cell.table].append(part)
    asked = {table: sides for table, own in tables.items() if (sides := _asked(own, config))}
    columns = asked or {
        table: sides for table, own in tables.items() if (sides := _columns(own)) and _is_even(found, table, sides)
    }
    if columns and not asked and config.columns:
        named = ", ".join(f"{role}={name}" for role, name in config.columns)
        body = replace(body, warnings=(*body.warnings, f"{body.name}: no table has the columns {named}"))
    builder = _Builder(body, config, columns)
    outside = [list(run) for (table, _), run in groupby(parts, key=builder.row_of) if not table]
    if not columns or (not asked and _is_elsewhere(outside, parts)):
        return replace(source, cells=tuple((start, _numbers(cell)) for start, _, cell in found.paragraphs))
    return builder.document(parts)


def _numbers(cell: Cell | None) -> tuple[int, int, int] | None:
    return (cell.table, cell.row, cell.columns.start) if cell else None


def _is_elsewhere(outside: Sequence[Sequence[_Part]], parts: Sequence[_Part]) -> bool:
    """Say whether the text stands around the tables: most of it, or much in each language, one apart from the other."""
    said = [part for run in outside for part in run]
    if _letters(part.text for part in said) * 2 > _letters(part.text for part in parts):
        return True
    own, total = (_by_language(among) for among in (said, parts))
    apart = all(own[lang] * _REST > total[lang] for lang in ("en", "zh"))
    return apart and not any(map(_languages, outside))


def _by_language(parts: Iterable[_Part]) -> Counter[Lang | None]:
    """Count the letters of paragraphs in each language."""
    count: Counter[Lang | None] = Counter()
    for part in parts:
        count[languages.lang_of(part.text)] += _letters([part.text])
    return count


def _asked(parts: Sequence[_Part], config: Config) -> _Columns | None:
    """Return the columns of a table that the user asks for, by the names in its first row or by their numbers."""
    asked = dict(config.columns)
    if not {"en", "zh"} <= asked.keys():
        return None
    cells = [part for part in parts if part.cell and len(part.cell.columns) == 1]
    first = min((part.cell.row for part in cells if part.cell), default=0)
    names = {plain(part.text): part.cell.columns.start for part in cells if part.cell and part.cell.row == first}
    there = {part.cell.columns.start for part in cells if part.cell}
    en, zh = (int(own) if (own := asked[lang]).isdecimal() else names.get(plain(own), 0) for lang in ("en", "zh"))
    return _Columns(en, zh) if {en, zh} <= there and en != zh else None


def shared(found: Laid) -> tuple[range, ...]:
    """Return where tables of data stand whose labels are in both languages, so that they belong to neither text."""
    tables: dict[int, dict[Cell, str]] = defaultdict(lambda: defaultdict(str))
    places: dict[int, range] = {}
    for start, text, cell in found.paragraphs:
        if cell is not None:
            tables[cell.table][cell] += f"{text}\n"
            first = places.get(cell.table, range(start, start))
            places[cell.table] = range(first.start, start + len(text))
    return tuple(places[table] for table, cells in tables.items() if _is_shared(cells.values()))


def _is_shared(cells: Iterable[str]) -> bool:
    labels, numbers = [], 0
    for text in cells:
        if _LETTER.search(text):
            labels.append(text)
        else:
            numbers += 1
    both = [text for text in labels if len(text) <= _LONGEST_LABEL and _BOTH.search(text)]
    return numbers > 1 and len(both) * 2 > len(labels)


def _parts(found: Laid) -> Iterator[_Part]:
    for start, text, cell in found.paragraphs:
        yield _cut(_Part(start, start + len(text), text, cell), 0, len(text))


def _cut(part: _Part, start: int, end: int) -> _Part:
    text = part.text[start:end]
    start += len(text) - len(text.lstrip())
    return replace(part, start=part.start + start, end=part.start + start + len(text.strip()), text=text.strip())


def _columns(parts: Sequence[_Part]) -> _Columns | None:
    """Return the column of each language, the one that holds most of it, where both hold running text."""
    texts: dict[int, dict[int, str]] = defaultdict(dict)
    for part in parts:
        if part.cell and len(part.cell.columns) == 1:
            column = texts[part.cell.columns.start]
            column[part.cell.row] = f"{column.get(part.cell.row, '')}{part.text}\n"
    sizes: dict[Lang, dict[int, int]] = {"en": {}, "zh": {}}
    for number, rows in texts.items():
        lang = languages.lang_of("".join(rows.values()))
        if lang:
            sizes[lang][number] = _letters(rows.values())
    if not sizes["en"] or not sizes["zh"]:
        return None
    en, zh = (max(sizes[lang], key=sizes[lang].__getitem__) for lang in ("en", "zh"))
    both = texts[en].keys() & texts[zh].keys()
    # A column of abbreviations beside their Chinese names is no text; English has two letters and more for a character.
    running = _letters(texts[en][row] for row in both) >= _letters(texts[zh][row] for row in both)
    return _Columns(en, zh) if both and running else None


def _letters(texts: Iterable[str]) -> int:
    return sum(len(_LETTER.findall(text)) for text in texts)


def _is_even(found: Laid, table: int, columns: _Columns) -> bool:
    """Say whether each row has a cell of its own in both columns, be it empty; one may go over several rows."""
    rows: dict[int, set[int]] = defaultdict(set)
    for cell in found.cells:
        if cell.table == table:
            rows[cell.row] |= {column for column in (columns.en, columns.zh) if column in cell.columns}
    return all(len(held) != 1 for held in rows.values())


def _languages(run: Iterable[_Part]) -> list[tuple[Lang | None, _Part]]:
    """Cut paragraphs between the languages; nothing is returned where they are not in both, about as much in each."""
    told = [(piece.lang, _cut(part, piece.start, piece.end)) for part in run for piece in languages.pieces(part.text)]
    en, zh = (_letters(part.text for one, part in told if one == lang) for lang in ("en", "zh"))
    return told if zh and zh <= en <= _MOST_LETTERS * zh else []


class _Builder:
    """Collects the blocks of both sides, row by row, and what is set aside."""

    def __init__(self, source: Source, config: Config, columns: Mapping[int, _Columns]) -> None:
        self.source, self.config, self.columns = source, config, columns
        self.sides: dict[Lang, list[Block]] = {"en": [], "zh": []}
        self.links: list[dict[Lang, tuple[int, ...]]] = []
        self.aside = list(source.aside)
        self._begun: set[int] = set()  # tables whose text was reached, below the rows that say what stands in them
        self.lines = (0, *(at + 1 for at, char in enumerate(source.text) if char == "\n"))

    def document(self, parts: Sequence[_Part]) -> Document:
        """Return the Document of the paragraphs of a file."""
        for (table, _), row in groupby(parts, key=self.row_of):
            if table:
                self._row(list(row), table)
            else:
                self._outside(list(row))
        sides = self.columns[min(self.columns)]
        first: Lang = "en" if sides.en < sides.zh else "zh"
        lang = self.config.source or first
        target = other_lang(lang)
        return Document(
            PurePath(self.source.name).stem,
            self.source.name,
            self.source.format,
            tuple(self.sides[lang]),
            tuple(self.sides[target]),
            lang,
            target,
            links=tuple((link[lang], link[target]) for link in self.links),
            set_aside=tuple(sorted(self.aside, key=lambda block: (block.line, block.column))),
            presegmented=self.config.sentences,
            first="source" if lang == first else "target",
            warnings=self.source.warnings,
        )

    def row_of(self, part: _Part) -> tuple[int, int]:
        """Return the numbers of the table and of the row that a paragraph is in, zeros outside of these tables."""
        return (part.cell.table, part.cell.row) if part.cell and part.cell.table in self.columns else (0, 0)

    def _outside(self, run: Sequence[_Part]) -> None:
        told: dict[Lang, list[Block]] = {"en": [], "zh": []}
        for lang, part in _languages(run) or [(None, part) for part in run]:
            if lang:
                told[lang].append(self._block(part))
            else:
                self._set_aside([self._block(part)])
        for lang, blocks in told.items():
            kept, front = front_matter.separate(blocks, lang)
            told[lang] = list(kept)
            self._set_aside(front)
        self._link(told)

    def _row(self, row: Sequence[_Part], table: int) -> None:
        found = [one for part in row for one in self.columns[table].by_language(part)]
        told: dict[Lang, list[Block]] = {"en": [], "zh": []}
        head = table not in self._begun and _is_head([part for lang, part in found if lang])
        self._begun |= set() if head else {table}
        for lang, one in found:
            if lang and not head:
                told[lang].append(self._block(one))
            elif _LETTER.search(one.text):
                self._set_aside([self._block(one)])
        self._link(told)

    def _set_aside(self, blocks: Iterable[Block]) -> None:
        self.aside.extend(replace(block, role="front matter") for block in blocks)

    def _link(self, told: Mapping[Lang, Sequence[Block]]) -> None:
        if told["en"] or told["zh"]:
            self.links.append({lang: self._added(lang, blocks) for lang, blocks in told.items()})

    def _added(self, lang: Lang, blocks: Sequence[Block]) -> tuple[int, ...]:
        """Take in the blocks of one cell, and return their numbers."""
        side = self.sides[lang]
        side.extend(blocks)
        return tuple(range(len(side) - len(blocks), len(side)))

    def _block(self, part: _Part) -> Block:
        line = bisect_right(self.lines, part.start)
        return self.source.block(part.start, part.end, line, part.start - self.lines[line - 1] + 1)


def _is_head(row: Sequence[_Part]) -> bool:
    """Say whether a row says what stands in the columns below it."""
    cells = [part.cell for part in row if part.cell]
    if not all(len(part.text) <= _LONGEST_HEAD for part in row):
        return False
    return any(cell.heads for cell in cells) or all(_HEAD.fullmatch(p.text) or not _LETTER.search(p.text) for p in row)
