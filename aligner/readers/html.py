"""HTML: its text by paragraphs, without tags, scripts and what belongs to the page rather than the text."""

from __future__ import annotations

import codecs
import contextlib
import html
import re
from html.parser import HTMLParser

from aligner.config import Config
from aligner.model import Document
from aligner.readers import _side_by_side
from aligner.readers._flat import Flat
from aligner.readers._reader import Reader, Source
from aligner.text.decoding import decode

_CHARSET = re.compile(rb"<meta\b[^>]*\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page names its encoding
# fmt: off
_UNSEEN = frozenset((
    "script", "style", "template", "head", "svg", "math", "nav", "button", "select", "textarea", "noscript",
))
_PARAGRAPHS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
))
# fmt: on


def read(data: bytes, name: str, config: Config) -> Source | Document:
    """Return the text of a page, or its pairs where they stand side by side in a table; offsets lead into the file."""
    text, warnings = decode(data, name, config.encoding or _declared(data))
    flat = Flat(text)
    flatten(flat, 0, len(text))
    source = flat.source(name, READER.id, warnings)
    return _side_by_side.read(flat.laid(), source, config)


def _declared(data: bytes) -> str | None:
    """Return the encoding that a page names for itself, where it is known and the bytes are not UTF-8 anyhow."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        found = _CHARSET.search(data[:_HEAD])
        name = found[1].decode("ascii").lower() if found else ""
        with contextlib.suppress(LookupError):
            # Pages that say GB2312 mean its successors, and browsers take it so.
            return codecs.lookup("gb18030" if name in ("gb2312", "gbk") else name).name
    return None


def flatten(flat: Flat, start: int, end: int) -> None:
    """Collect the text of a stretch of HTML.

    >>> flat = Flat("<p>Pain &lt; 3<br>5 &times; 10<sup>9</sup>/L</p>")
    >>> flatten(flat, 0, len(flat.original))
    >>> flat.source("a.html", "html", ()).text
    'Pain < 3\\n5 × 10⁹/L\\n\\n'
    """
    parser = _Parser(flat, start, end)
    parser.feed(flat.original[start:end])
    parser.close()
    flat.raised = False


class _Parser(HTMLParser):
    """Hands text on with its place, which the standard parser knows."""

    def __init__(self, flat: Flat, start: int, end: int) -> None:
        super().__init__(convert_charrefs=False)
        self._flat = flat
        part = flat.original[start:end]
        self._starts = [start]  # of lines as the parser counts them, by line feeds alone
        self._starts += [start + at + 1 for at, char in enumerate(part) if char == "\n"]
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":  # the end of a head may be left out
            self._unseen.clear()
        if tag in _UNSEEN:
            self._unseen.append(tag)
        self._break(tag)
        self._lay(tag, dict(attrs))
        if tag == "sup":
            self._flat.raised = True

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            del self._unseen[self._unseen.index(tag) :]
        if tag == "sup":
            self._flat.raised = False
        if tag in _PARAGRAPHS:
            self._break(tag)
        if tag in ("td", "th"):
            self._flat.grid.end_cell()
        elif tag == "table":
            self._flat.grid.end_table()
        if tag in ("td", "th", "table"):
            self._flat.cell(self._flat.grid.now)

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        at = self._at()
        if self._flat.original.startswith(data, at):
            self._flat.slice(at, at + len(data))
        else:  # what a parser of another version makes of broken markup
            self._flat.text(data, at)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Take `<![...` for a comment, as browsers do; the standard parser fails on some."""
        return self.parse_bogus_comment(i, bool(report))

    def _reference(self, written: str) -> None:
        if self._unseen:
            return
        at = self._at()
        end = at + len(written)
        end += self._flat.original.startswith(";", end)
        written = self._flat.original[at:end]
        meant = html.unescape(written)
        rest = 0  # what is meant literally: `&ampa` is `&a`, and `&T` is itself
        while rest < min(len(meant), len(written)) and meant[-rest - 1] == written[-rest - 1]:
            rest += 1
        self._flat.text(meant[: len(meant) - rest], at)
        self._flat.slice(end - rest, end)

    def _break(self, tag: str) -> None:
        if tag == "br":
            self._flat.line()
        elif tag in _PARAGRAPHS:
            self._flat.paragraph()

    def _lay(self, tag: str, attributes: dict[str, str | None]) -> None:
        """Note where in a table what follows stands."""
        grid = self._flat.grid
        if tag == "table":
            grid.table()
        elif tag == "tr":
            grid.row()
        elif tag in ("td", "th"):
            columns, rows = (_number(attributes.get(name)) for name in ("colspan", "rowspan"))
            self._flat.cell(grid.cell(columns=columns, rows=rows, heads=tag == "th"))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column


def _number(written: str | None) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 5 else 1


READER = Reader("html", "HTML", (".html", ".htm", ".xhtml"), read)
