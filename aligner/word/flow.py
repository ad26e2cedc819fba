"""The text of a Word file as a reader sees it, paragraph by paragraph, each character with its place in the XML.

The order is that of the body; then come text boxes, which stand anywhere on a page, footnotes, endnotes, and headers
and footers, each once. Tracked changes are taken as accepted or as rejected; what is hidden, the codes of fields and
what a newer program writes twice for an older one are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate
from typing import Any, Literal

from aligner.config import Changes
from aligner.text.raised import RAISED
from aligner.word import symbols
from aligner.word.markup import attribute, child, inside, kind, switch
from aligner.word.package import Package, opened
from aligner.word.styles import Look, Styles

Story = Literal["body", "text box", "footnote", "endnote", "header", "footer"]
_GONE: dict[Changes, frozenset[str]] = {
    "accepted": frozenset(("w:del", "w:moveFrom", "w:cellDel")),
    "rejected": frozenset(("w:ins", "w:moveTo", "w:cellIns")),
}
_CHANGES = _GONE["accepted"] | _GONE["rejected"]
# What stands around text and says nothing about it. A run in a ruby is its base, without the reading above it.
_AROUND = _CHANGES | {f"w:{name}" for name in ("sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple")}
_AROUND |= {"w:bdo", "w:dir", "w:ruby", "w:rubyBase", "m:oMathPara"}
_TEXTS = ("w:t", "w:delText", "w:sym", "w:txbxContent", "m:t")
_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_LINE_ENDS = str.maketrans("\r\n\t", "   ")  # of the XML; those of the text are elements
_GENERATED = (["TOC"], ["INDEX"], ["TOA"])  # fields that say again what stands in the text, with numbers of pages
_PAGES = (["PAGE"], ["NUMPAGES"], ["SECTION"], ["SECTIONPAGES"])
_MOST_COLUMNS = 63  # that Word allows in a table
_BREAK = "\n\n"
_UNREAD = {"chart": "charts", "diagramData": "diagrams", "aFChunk": "embedded documents", "subDocument": "subdocuments"}


@dataclass(slots=True, eq=False)
class Piece:
    """Characters that stand together in the XML; `start` is their place in the text of `node`, None for a sign."""

    text: str
    node: Any
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, all from 1; `columns` are those of the grid that it takes. Several of a row may be merged."""

    table: int
    row: int
    columns: range
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """Where a paragraph stands. `anchor` is what it belongs to in the body, None for what stands on each page."""

    story: Story = "body"
    address: str = ""
    cell: Cell | None = None
    anchor: Any = None


@dataclass(slots=True)
class Paragraph:
    """A paragraph as it is seen, which may be several of the file. `generated` says that a field of Word wrote it."""

    where: Where
    element: Any
    pieces: list[Piece] = field(default_factory=list)
    generated: bool = False

    @property
    def text(self) -> str:
        """The characters of its pieces."""
        return "".join(piece.text for piece in self.pieces)


@dataclass
class Flow:
    """The text of a Word file.

    `generated` are paragraphs that are not part of it, since Word wrote them: a table of contents, an index, numbers
    of pages. `cells` holds the first paragraph of each cell, be it empty; `hidden` what was left out for being hidden;
    `unread` what else there is. `changed` says that there are tracked changes.
    """

    package: Package
    root: Any
    paragraphs: list[Paragraph] = field(default_factory=list)
    generated: list[Paragraph] = field(default_factory=list)
    cells: dict[Cell, Any] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    changed: bool = False
    unread: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """The paragraphs, a blank line between them."""
        return _BREAK.join(paragraph.text for paragraph in self.paragraphs)

    @cached_property
    def margins(self) -> int | None:
        """Where in the text headers and footers begin, None where there are none."""
        shown = zip(self.starts, self.paragraphs, strict=True)
        return next((start for start, one in shown if one.where.story in ("header", "footer")), None)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where in the text each paragraph begins."""
        lengths = (len(paragraph.text) + len(_BREAK) for paragraph in self.paragraphs)
        return tuple(accumulate(lengths, initial=0))[: len(self.paragraphs)]


def read(data: bytes, name: str, changes: Changes) -> Flow:
    """Read a Word file.

    Raises:
        InputError: it is none, is damaged, encrypted or too large.
    """
    package = opened(data, name)
    flow = Flow(package, package.tree(package.main))
    styles = package.related(package.main, "styles")
    walk = _Walk(flow, Styles(package.tree(styles) if styles else None), changes)
    walk.body()
    walk.floating()
    walk.notes("footnote")
    walk.notes("endnote")
    walk.margins("header")
    walk.margins("footer")
    kinds = {relation.kind for relation in package.relations(package.main)}
    flow.unread = tuple(text for key, text in _UNREAD.items() if key in kinds)
    return flow


class _Walk:
    """Goes through the parts of a file and collects the paragraphs."""

    def __init__(self, flow: Flow, styles: Styles, changes: Changes) -> None:
        self.flow, self.styles, self.changes = flow, styles, changes
        self.where = Where()
        self.paragraph: Paragraph | None = None  # the one that is being read
        self.look = Look()
        self.fields: list[list[str]] = []  # the open fields: the code of each, and its end once the result begins
        self.boxes: list[tuple[Any, Where]] = []  # text boxes that were met
        self.references: dict[str, list[tuple[str, Any]]] = {"footnote": [], "endnote": []}
        self.counts = {"p": 0, "table": 0, "textbox": 0}

    def body(self) -> None:
        self._story(next(inside(self.flow.root, "w:body"), ()), Where())

    def floating(self) -> None:
        """Read the text boxes, those in others after them."""
        while self.boxes:
            self._story(*self.boxes.pop(0))

    def notes(self, sort: Literal["footnote", "endnote"]) -> None:
        """Read the notes that the text refers to, in the order in which it does."""
        part = self.flow.package.related(self.flow.package.main, f"{sort}s")
        if not part:
            return
        notes = {attribute(note, "id"): note for note in self.flow.package.tree(part) if kind(note) == f"w:{sort}"}
        for number, (note, run) in enumerate(self.references[sort], start=1):
            if note in notes:
                self._story(notes[note], Where(sort, f"{sort}[{number}]", anchor=run))

    def margins(self, sort: Literal["header", "footer"]) -> None:
        """Read the headers or footers that are shown, those that say the same once."""
        seen: set[str] = set()
        for part in self._margins(sort):
            before = len(self.flow.paragraphs), len(self.flow.generated)
            self._story(self.flow.package.tree(part), Where(sort, f"{sort}[{len(seen) + 1}]"))
            self.floating()
            for found, length in zip((self.flow.paragraphs, self.flow.generated), before, strict=True):
                said = _BREAK.join(paragraph.text for paragraph in found[length:])
                if said in seen or not any(char.isalpha() for char in said):
                    del found[length:]
                seen |= {said} if found[length:] else set()

    def _margins(self, sort: str) -> Iterator[str]:
        package = self.flow.package
        targets = {relation.id: relation.target for relation in package.relations(package.main)}
        settings = package.related(package.main, "settings")
        even = bool(settings) and switch(package.tree(settings), "w:evenAndOddHeaders")
        for section in inside(self.flow.root, "w:sectPr"):
            shown = {"default", *(["even"] if even else []), *(["first"] if switch(section, "w:titlePg") else [])}
            for one in section:
                number = next((value for name, value in one.attrib.items() if name.endswith("}id")), "")
                part = targets.get(number, "")
                if kind(one) == f"w:{sort}Reference" and attribute(one, "type") in shown and package.has(part):
                    yield part

    def _story(self, root: Any, where: Where) -> None:
        """Read a text of its own, with fields of its own."""
        outer = self.where, self.fields
        self.where, self.fields = where, []
        self._blocks(root)
        self.where, self.fields = outer

    def _blocks(self, root: Any) -> None:
        for one in self._members(root):
            if kind(one) == "w:p":
                self._paragraph(one)
            elif kind(one) == "w:tbl":
                self._end()
                self._table(one)
        self._end()

    def _members(self, root: Any) -> Iterator[Any]:
        """Yield what an element holds, whatever stands around it; what the tracked changes took away is left out."""
        for one in root:
            name = kind(one)
            self.flow.changed = self.flow.changed or name in _CHANGES
            if name == "mc:AlternateContent":
                yield from self._members(_alternative(one))
            elif name == "w:sdt":
                if child(child(one, "w:sdtPr"), "w:showingPlcHdr") is None:
                    yield from self._members(one)
            elif name in _AROUND:
                if name not in _GONE[self.changes]:
                    yield from self._members(one)
            elif name:
                yield one

    def _paragraph(self, element: Any) -> None:
        if self.paragraph is None:
            anchor = element if self.where.story == "body" else self.where.anchor
            self.paragraph = Paragraph(replace(self.where, anchor=anchor), element)
        properties = child(element, "w:pPr")
        look = self.styles.paragraph(properties)
        for one in self._members(element):
            if kind(one) == "w:r":
                self._run(one, look)
            elif kind(one) == "m:oMath":
                self.look = Look()
                self._formula(one)
        if not self._joins(properties):
            self._end()

    def _joins(self, properties: Any | None) -> bool:
        """Say whether a paragraph goes on with the next one, since its mark was deleted or is hidden."""
        mark = child(properties, "w:rPr")
        if mark is None:
            return False
        changes = {kind(one) for one in mark} & _CHANGES
        self.flow.changed = self.flow.changed or bool(changes)
        return bool(changes & _GONE[self.changes]) or bool(switch(mark, "w:vanish"))

    def _end(self) -> None:
        """Take down the paragraph that was read."""
        paragraph, self.paragraph = self.paragraph, None
        if paragraph is not None and paragraph.text.strip():
            if not paragraph.where.address:
                self.counts["p"] += 1
                paragraph.where = replace(paragraph.where, address=f"p[{self.counts['p']}]")
            (self.flow.generated if paragraph.generated else self.flow.paragraphs).append(paragraph)

    def _table(self, table: Any) -> None:
        """Read a table row by row; what stands in a table within a cell belongs to that cell."""
        outer = self.where
        nested = bool(outer.address)
        if not nested:
            self.counts["table"] += 1
        number = self.counts["table"]
        rows = (row for row in self._members(table) if kind(row) == "w:tr" and self._is_shown(child(row, "w:trPr")))
        for place, row in enumerate(rows, start=1):
            heads = bool(switch(child(row, "w:trPr"), "w:tblHeader"))
            for cell, columns in self._cells(row):
                if not nested:
                    here = Cell(number, place, columns, heads)
                    self.where = Where("body", f"table[{number}] row {place}", here)
                    self.flow.cells[here] = next(inside(cell, "w:p"), None)
                self._blocks(cell)
        self.where = outer

    def _cells(self, row: Any) -> Iterator[tuple[Any, range]]:
        column = 1 + _number(child(row, "w:trPr"), "w:gridBefore", 0)
        for cell in self._members(row):
            if kind(cell) == "w:tc":
                properties = child(cell, "w:tcPr")
                width = _number(properties, "w:gridSpan", 1)
                merged = child(properties, "w:vMerge")
                goes_on = merged is not None and attribute(merged, "val") != "restart"
                if not goes_on and self._is_shown(properties):
                    yield cell, range(column, column + width)
                column += width

    def _is_shown(self, properties: Any | None) -> bool:
        """Say whether a row or a cell is there, by its properties."""
        names = {kind(one) for one in properties} if properties is not None else set()
        self.flow.changed = self.flow.changed or bool(names & _CHANGES)
        return not names & _GONE[self.changes] and not switch(properties, "w:hidden")

    def _run(self, run: Any, paragraph: Look) -> None:
        self.look = self.styles.run(child(run, "w:rPr"), paragraph)
        for one in self._members(run):
            name = kind(one)
            if name in ("w:t", "w:delText"):
                self._text(one)
            elif name in _CHARACTERS:
                self._add(_CHARACTERS[name], one)
            elif name == "w:sym":
                self._add(symbols.shown(_code(one), attribute(one, "font") or ""), one)
            elif name == "w:r":  # the base of a ruby
                self._run(one, paragraph)
            else:
                self._other(one, name, run)

    def _other(self, one: Any, name: str, run: Any) -> None:
        """Note what says nothing here, but leads to other text or begins or ends some."""
        if name == "w:fldChar":
            self._field(attribute(one, "fldCharType"))
        elif name in ("w:instrText", "w:delInstrText") and self.fields:
            self.fields[-1][0] += one.text or ""
        elif name in ("w:footnoteReference", "w:endnoteReference") and not self.look.hidden:
            anchor = run if self.where.story == "body" else self.where.anchor
            self.references[name[2:].removesuffix("Reference")].append((attribute(one, "id") or "", anchor))
        elif name in ("w:drawing", "w:pict", "w:object") and not self.look.hidden:
            self.boxes += ((box, self._of_box()) for box in self._boxes(one))

    def _of_box(self) -> Where:
        if self.where.story not in ("body", "text box") or self.paragraph is None:
            return self.where
        self.counts["textbox"] += 1
        return Where("text box", f"textbox[{self.counts['textbox']}]", anchor=self.paragraph.where.anchor)

    def _boxes(self, root: Any) -> Iterator[Any]:
        for one in root:
            if kind(one) == "mc:AlternateContent":
                yield from self._boxes(_alternative(one))
            elif kind(one) == "w:txbxContent":
                yield one
            else:
                yield from self._boxes(one)

    def _field(self, place: str | None) -> None:
        if place == "begin":
            self.fields.append([""])
        elif place == "separate" and self.fields:
            self.fields[-1].append("")
        elif place == "end" and self.fields:
            self.fields.pop()

    def _formula(self, root: Any) -> None:
        """Write a formula in a line: numerator/denominator, digits raised in an exponent."""
        for one in root:
            name = kind(one)
            if name == "m:t":
                self._text(one)
            elif name == "m:den":
                self._add("/", one)
                self._formula(one)
            elif name == "m:sup":
                self.look = Look(raised=True)
                self._formula(one)
                self.look = Look()
            elif name.startswith("m:") or name in _AROUND - _GONE[self.changes]:
                self._formula(one)

    def _text(self, node: Any) -> None:
        written = node.text or ""
        start = 0
        if node.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            start = len(written) - len(written.lstrip(" \t\r\n"))
            written = written.strip(" \t\r\n")
        shown = written.translate(_LINE_ENDS)
        if any("\uf000" <= char <= "\uf0ff" for char in shown):
            shown = "".join(symbols.shown(ord(char), self.look.font or "") for char in shown)
        self._add(shown.translate(RAISED) if self.look.raised else shown, node, start)

    def _add(self, text: str, node: Any, start: int | None = None) -> None:
        if any(len(one) == 1 for one in self.fields) or not text or self.paragraph is None:
            return
        if self.look.hidden:
            self.flow.hidden.append(text)
            return
        codes = [one[0].split()[:1] for one in self.fields]
        written = _GENERATED + (_PAGES if self.where.story in ("header", "footer") else ())
        self.paragraph.generated |= any(code in written for code in codes)
        self.paragraph.pieces.append(Piece(text, node, start))


def _alternative(element: Any) -> Any:
    """Return the one of several ways to write something that is to be read: the first that has text."""
    ways = [one for one in element if kind(one) in ("mc:Choice", "mc:Fallback")]
    return next((one for one in ways if next(inside(one, *_TEXTS), None) is not None), ())


def _code(symbol: Any) -> int:
    value = attribute(symbol, "char") or ""
    return int(value, 16) if re.fullmatch("[0-9A-Fa-f]{1,6}", value) else 0


def _number(properties: Any | None, name: str, default: int) -> int:
    found = child(properties, name)
    value = "" if found is None else attribute(found, "val") or ""
    return min(int(value), _MOST_COLUMNS) if re.fullmatch("[0-9]{1,9}", value) else default
