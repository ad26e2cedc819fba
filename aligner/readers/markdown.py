"""Markdown (CommonMark with tables): its text by paragraphs, without marks, links' addresses and code blocks.

The parser tells the lines of a paragraph, not the place of a character; it is made to note where in the paragraph
each piece begins, and a paragraph's lines are found in the file's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from aligner.config import Config
from aligner.model import Document
from aligner.readers import _side_by_side, html
from aligner.readers._flat import Flat
from aligner.readers._reader import Reader, Source
from aligner.text.decoding import decode

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_NOTE = re.compile(r"\[\^[^\]\s]+\]:?")  # a footnote's mark, which CommonMark does not know
_NEAR = 9  # lines in which a paragraph is looked for
_RUNS = ("*", "_", "~")
_TAG = re.compile(r"<(/?)(br|sup)\b", re.IGNORECASE)


def read(data: bytes, name: str, config: Config) -> Source | Document:
    """Return the text of a file, or its pairs where they stand side by side in a table; offsets lead back into it."""
    text, warnings = decode(data, name, config.encoding)
    flat = Flat(text)
    _Reading(flat).run()
    source = flat.source(name, READER.id, warnings)
    return _side_by_side.read(flat.laid(), source, config)


class _Reading:
    """One file on its way through the parser."""

    def __init__(self, flat: Flat) -> None:
        self.flat = flat
        original = flat.original
        self.ends = [*flat.line_starts[1:], len(original)]
        self.lines = [original[a:b].rstrip("\r\n") for a, b in zip(flat.line_starts, self.ends, strict=True)]
        self.notes = {at for m in _NOTE.finditer(original) for at in range(*m.span())}
        self.found: dict[int, int] = {}  # where the search for the next cell of a table's row begins

    def run(self) -> None:
        front = _FRONT.match(self.flat.original)
        skipped = 0
        if front:
            self.flat.set_aside(*front.span())
            skipped = sum(start < front.end() for start in self.flat.line_starts)
        shown = [*[""] * skipped, *self.lines[skipped:]]
        before = ""
        for token in _parser().parse("\n".join(shown)):
            self._lay(token.type)
            if token.type == "inline":
                self._inline(token, in_cell=before in ("th_open", "td_open"))
                self.flat.paragraph()
            elif token.map and token.type in ("fence", "code_block"):
                self.flat.set_aside(*self._stretch(token.map))
            elif token.map and token.type == "html_block":
                html.flatten(self.flat, *self._stretch(token.map))
                self.flat.paragraph()
            before = token.type

    def _lay(self, kind: str) -> None:
        """Note where in a table what follows stands."""
        grid = self.flat.grid
        if kind == "table_open":
            grid.table()
        elif kind == "tr_open":
            grid.row()
        elif kind in ("th_open", "td_open"):
            self.flat.cell(grid.cell(heads=kind == "th_open"))
        elif kind == "table_close":
            grid.end_table()
            self.flat.cell(grid.now)

    def _stretch(self, lines: Sequence[int]) -> tuple[int, int]:
        first, last = lines
        return self.flat.line_starts[first], self.ends[min(last, len(self.ends)) - 1]

    def _inline(self, token: Token, *, in_cell: bool) -> None:
        where = self._where(token.content, token.map[0] if token.map else 0, in_cell=in_cell)
        same, last = 0, -1  # the marks of a run such as *** begin in one place
        for child in token.children or ():
            at = child.meta.get("at", 0)
            if child.type == "text" or child.markup[:1] in _RUNS:
                same, last = (same + 1 if at == last else 0), at
            self._child(child, token.content, where, at + same if child.type == "text" else at)
        self.flat.raised = False

    def _child(self, child: Token, content: str, where: Sequence[int], at: int) -> None:
        """Hand on one piece: `where` leads from the paragraph to the file, `at` is the place in the paragraph."""
        if child.type in ("text", "code_inline") or (child.type == "text_special" and child.content == child.markup):
            start = at + len(child.markup) if child.type == "code_inline" else at
            self._text(child.content, content, where, start)
        elif child.type == "text_special":
            at += child.info == "escape"
            self.flat.text(child.content, where[min(at, len(where) - 1)])
        elif child.type == "softbreak":
            self.flat.text("\n", where[min(at, len(where) - 1)])
        elif child.type == "hardbreak":
            self.flat.line()
        elif child.type == "html_inline" and (tag := _TAG.match(child.content)):
            if tag[2].lower() == "sup":
                self.flat.raised = not tag[1]
            else:
                self.flat.line()

    def _text(self, text: str, content: str, where: Sequence[int], start: int) -> None:
        # `<address>` and `` ` code ` `` begin one character later.
        start = next((s for s in (start, start + 1) if content[s : s + len(text)].replace("\n", " ") == text), start)
        for number, char in enumerate(text, start):
            offset = where[min(number, len(where) - 1)]
            if offset not in self.notes:
                self.flat.text(char, offset)

    def _where(self, content: str, first: int, *, in_cell: bool) -> list[int]:
        """Return the offset in the file of each character of a paragraph."""
        where: list[int] = []
        lines = content.split("\n")
        # The parser strips more from a paragraph's beginning than it calls blank: a form feed alone on a line.
        near = range(first, min(first + _NEAR, len(self.lines)))
        begins = (n for n in near if lines[0].strip() in self.lines[n])
        for index, line in enumerate(lines, next(begins, first)):
            number = min(index, len(self.lines) - 1)
            start = self.flat.line_starts[number]
            columns = self._cell(line, number) if in_cell else self._line(line, number)
            where += [start + column for column in columns]
        return [min(offset, max(len(self.flat.original) - 1, 0)) for offset in where]

    def _line(self, line: str, number: int) -> Sequence[int]:
        """Return the columns of a paragraph's line and of its end: what stands before it in the file are marks."""
        raw, bare = self.lines[number], line.lstrip(" \t")
        indent = len(line) - len(bare)  # spaces that may stand for a tab
        if not raw.endswith(bare):  # the last line of a paragraph, which the parser strips
            raw, bare = raw.rstrip(), bare.rstrip()
        column = len(raw) - len(bare) if raw.endswith(bare) else max(raw.find(bare), 0)
        return [*[max(column - 1, 0)] * indent, *range(column, column + len(line) - indent + 1)]

    def _cell(self, cell: str, number: int) -> Sequence[int]:
        """Return the columns of a table's cell, where a stroke is written with a backslash, and of its end."""
        begin = self.found.get(number, 0)
        column = max(self.lines[number].find(cell.replace("|", "\\|"), begin), begin)
        columns = []
        for char in cell:
            column += char == "|"
            columns.append(column)
            column += 1
        self.found[number] = column
        return [*columns, column]


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from markdown_it.parser_inline import ParserInline
    from markdown_it.rules_inline import StateInline

    class State(StateInline):
        """Notes in each piece where it begins."""

        def push(self, *args: Any) -> Token:
            token = super().push(*args)
            token.meta["at"] = self.pos
            return token

        def pushPending(self) -> Token:  # noqa: N802 - the parser's own name
            token = super().pushPending()
            token.meta["at"] = max(self.src.rfind(token.content, 0, self.pos), 0)
            return token

    class Inline(ParserInline):
        def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
            state = State(src, md, env, tokens)
            self.tokenize(state)
            for rule in self.ruler2.getRules(""):
                rule(state)
            return state.tokens

    parser = MarkdownIt("commonmark")
    parser.inline = Inline()
    parser.configure("commonmark").enable(["table", "strikethrough"])
    return parser.disable(["text_join", "fragments_join"])


READER = Reader("markdown", "Markdown", (".md", ".markdown"), read)
