"""From the rows of a table to Documents: a column for each language, every row a pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from aligner.config import Config
from aligner.errors import InputError
from aligner.model import Block, Document, Lang, other_lang
from aligner.readers import _columns
from aligner.text import paragraphs
from aligner.text.splitting import split

_SAMPLE = 200  # rows that show which column is which, and whether cells hold whole texts
PART = 1000  # rows of a part of a document
_WHOLE = 4  # sentences in each language that make a cell a text, not a segment


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, its place in the file, and that of each character where it is written otherwise.

    No places, as against None, say that only the beginning has one.
    """

    text: str
    line: int
    column: int = 1
    offsets: tuple[int, ...] | None = None

    def part(self, start: int, end: int) -> Cell:
        """Return a stretch of the cell."""
        offsets = None if self.offsets is None else self.offsets[start:end]
        line, column = Block(self.text, "body", "", self.line, self.column, () if offsets is not None else None).place(
            start
        )
        return Cell(self.text[start:end], line, column, offsets)

    def trimmed(self) -> Cell:
        """Leave out white space around the text."""
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, start + len(self.text.strip()))


@dataclass(frozen=True, slots=True)
class Row:
    """A row, with its number as a spreadsheet counts, from 1, and the line of the file in which it begins."""

    number: int
    line: int
    cells: tuple[Cell, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the cells."""
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """A table and how to read it.

    `headed` says that the first row surely names the columns. `even` says that a row which lacks a language's cell is
    broken, as in text, where it is not just empty. `sheet` and `unit` make the addresses. `line_starts` gives the
    offsets of the lines that were read so far, for cells with offsets; those before a line do not count.
    """

    name: str
    format: str
    rows: Iterable[Row]
    headed: bool = False
    even: bool = True
    sheet: str = ""
    unit: str = "row"
    warnings: tuple[str, ...] = ()
    line_starts: Callable[[int], tuple[int, ...]] = lambda first: ()


def documents(table: Table, config: Config) -> Iterator[Document]:
    """Yield a document for each value of the document column, or the one that the file is, in parts of `PART` rows.

    Raises:
        InputError: the columns cannot be told, or a row is broken.
    """
    rows = (row for row in table.rows if any(map(str.strip, row.texts)))
    head = list(islice(rows, _SAMPLE))
    width = _width(head)
    for row in head if table.even else ():
        _require_no_more(row, width, table.name)
    columns = _columns.find([row.texts for row in head], dict(config.columns), table.name, headed=table.headed)
    data = head[columns.begin :]
    ours = columns.begin > 0 and _columns.is_report(head[columns.begin - 1].texts)
    whole = not (config.sentences or ours) and any(_is_whole(row, columns) for row in data)
    part = _Part(table, columns, config, whole=whole)
    part.aside = [block for row in head[: columns.begin - 1] for block in _front(row, part)]
    for row in chain(data, rows):
        if table.even:
            _require_no_more(row, width, table.name)
            if len(row.cells) <= max(columns.en, columns.zh):
                raise _uneven(row, width, table.name)
        doc = _text(row, columns.doc) or part.doc
        if part.links and (doc != part.doc or len(part.links) == PART):
            yield part.document()
            part = _Part(table, columns, config, whole=whole)
        part.doc = doc
        part.add(row)
    if part.links:
        yield part.document()


def _text(row: Row, column: int | None) -> str:
    return " ".join(row.cells[column].text.split()) if column is not None and column < len(row.cells) else ""


def _width(rows: Sequence[Row]) -> int:
    """Return how many cells most rows have; of as many, the first."""
    counts = Counter(len(row.cells) for row in rows)
    return max(counts, key=lambda count: counts[count], default=0)


def _require_no_more(row: Row, width: int, name: str) -> None:
    if any(cell.text.strip() for cell in row.cells[width:]):
        raise _uneven(row, width, name)


def _uneven(row: Row, width: int, name: str) -> InputError:
    problem = f"{name}: line {row.line}: {len(row.cells)} cells where the others have {width}"
    return InputError(problem, "put a cell that holds the separator or a line end in double quotes")


def _is_whole(row: Row, columns: _columns.Columns) -> bool:
    """Say whether a row holds texts of several sentences each, as abstracts are."""
    for lang, column in (("en", columns.en), ("zh", columns.zh)):
        text = row.cells[column].text if column < len(row.cells) else ""
        found = split([Block(text)], "en" if lang == "en" else "zh")
        if sum(segment.role == "body" for segment in found) < _WHOLE:
            return False
    return True


class _Part:
    """Collects the rows of a document, or of a part of it."""

    def __init__(self, table: Table, columns: _columns.Columns, config: Config, *, whole: bool) -> None:
        self.table, self.columns, self.config, self.whole = table, columns, config, whole
        self.doc = ""
        self.links: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
        self.aside: list[Block] = []
        self._blocks: dict[Lang, list[Block]] = {"en": [], "zh": []}
        self._source: Lang = config.source or columns.first

    def add(self, row: Row) -> None:
        """Take both sides of a row; one that holds neither is no pair."""
        found = {lang: self._side(row, lang) for lang in ("en", "zh")}
        if found["en"] or found["zh"]:
            self.links.append((found[self._source], found[other_lang(self._source)]))

    def _side(self, row: Row, lang: Lang) -> tuple[int, ...]:
        column = self.columns.en if lang == "en" else self.columns.zh
        if column >= len(row.cells):
            return ()
        cell, blocks = row.cells[column].trimmed(), self._blocks[lang]
        before = len(blocks)
        for piece in _paragraphs(cell) if self.whole else [cell]:
            if piece.text:
                blocks.append(self.block(piece, row))
        return tuple(range(before, len(blocks)))

    def block(self, cell: Cell, row: Row) -> Block:
        """Make a block of a cell; its line starts come later, since they are the same for all."""
        key = _text(row, self.columns.id)
        address = " ".join(
            filter(None, (self.table.sheet, f"{self.table.unit} {row.number}", f"id={key}" if key else ""))
        )
        lineless = bool(self.table.sheet)  # rows of several sheets have the same numbers
        return Block(cell.text, "body", address, cell.line, cell.column, cell.offsets, lineless=lineless)

    def document(self) -> Document:
        """Return what was collected."""
        name, source = self.table.name, self._source
        target = other_lang(source)
        moved = [block.line for side in self._blocks.values() for block in side if block.offsets]
        starts = self.table.line_starts(min(moved)) if moved else ()
        sides = {lang: tuple(_placed(block, starts) for block in side) for lang, side in self._blocks.items()}
        return Document(
            self.doc or Path(name).stem,
            name,
            self.table.format,
            sides[source],
            sides[target],
            source,
            target,
            links=tuple(self.links),
            set_aside=tuple(self.aside),
            presegmented=not self.whole,
            first="source" if source == self.columns.first else "target",
            warnings=self.table.warnings,
        )


def _placed(block: Block, starts: tuple[int, ...]) -> Block:
    if block.offsets is None:
        return block
    return replace(block, line_starts=starts)


def _paragraphs(cell: Cell) -> Iterator[Cell]:
    for line in paragraphs.lines(cell.text):
        yield cell.part(line.start, line.end).trimmed()


def _front(row: Row, part: _Part) -> Iterator[Block]:
    """Yield what stands above the header."""
    for cell in row.cells:
        if cell.text.strip():
            yield Block(cell.text.strip(), "front matter", f"row {row.number}", cell.line, cell.column)
