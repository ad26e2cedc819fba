"""Comments at the exact words of a Word file; nothing else in it changes.

Word marks a stretch by two points between runs, so that runs are cut where the words begin and end. That changes
neither what is read nor how it looks. A text box, a note, a header and a footer can hold no comment: there the body's
paragraph, or the mark of the note, gets it.
"""

from __future__ import annotations

import copy
import posixpath
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import count
from typing import Any

from aligner.word.flow import Flow, Paragraph, Piece
from aligner.word.markup import attribute, child, inside, kind, tag
from aligner.word.package import new_root, written

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AS_ONE = ("w:r", "m:oMath", "m:oMathPara")  # what may stand between the two points


class Comments:
    """Adds comments to a Word file that was read."""

    def __init__(self, flow: Flow, author: str, initials: str) -> None:
        self._flow, self._author, self._initials = flow, author, initials
        package = flow.package
        self._part = package.related(package.main, "comments")
        self._root = package.tree(self._part) if self._part else self._empty()
        self._ids = {attribute(one, "id") for one in self._root}
        self._added = 0

    def add(self, start: int, end: int, told: Sequence[str]) -> None:
        """Comment on characters of the text, as far as they are of one paragraph; the first line is in bold."""
        number = bisect_right(self._flow.starts, start) - 1
        paragraph, before = self._flow.paragraphs[number], self._flow.starts[number]
        if paragraph.where.story != "body":
            self.add_at(paragraph.where.anchor, told)
            return
        for at in (start, end):
            _cut(paragraph, at - before)
        first, last = (_holder(_piece(paragraph, at - before)[1].node) for at in (start, end - 1))
        self._mark(first, last, told)

    def add_at(self, element: Any, told: Sequence[str]) -> None:
        """Comment on a run, or at the beginning of a paragraph, that of the whole text where None is given."""
        if element is None:
            body = next(inside(self._flow.root, "w:body"))
            element = next(inside(body, "w:p"), None)
            if element is None:
                body.insert(0, element := self._element("p"))
        if kind(element) == "w:r":
            self._mark(element, element, told)
            return
        begin, end, reference = self._marks(told)
        properties = child(element, "w:pPr")
        if properties is None:
            element.insert(0, begin)
        else:
            properties.addnext(begin)
        begin.addnext(end)
        end.addnext(reference)

    def written(self) -> bytes:
        """Return the file with its comments; without any it is the file that was read."""
        package = self._flow.package
        if not self._added:
            return package.copy({})
        parts = {} if self._part else package.with_part(self._new_part(), "comments", _TYPE)
        parts |= {self._part or self._new_part(): written(self._root), package.main: written(self._flow.root)}
        return package.copy(parts)

    def _new_part(self) -> str:
        folder = posixpath.dirname(self._flow.package.main)
        names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(10**6))
        return next(name for name in names if not self._flow.package.has(name))

    def _mark(self, first: Any, last: Any, told: Sequence[str]) -> None:
        begin, end, reference = self._marks(told)
        first.addprevious(begin)
        last.addnext(end)
        outermost = end  # the mark of a comment is no part of a link or of an insertion
        while kind(outermost.getparent()) != "w:p":
            outermost = outermost.getparent()
        outermost.addnext(reference)

    def _marks(self, told: Sequence[str]) -> tuple[Any, Any, Any]:
        """Write a comment; return the points where it begins and ends, and the run that refers to it."""
        number = next(str(n) for n in count(self._added) if str(n) not in self._ids)
        self._ids.add(number)
        self._added += 1
        comment = self._element("comment", id=number, author=self._author, initials=self._initials)
        self._root.append(comment)
        for line, text in enumerate(told):
            comment.append(self._line(text, first=line == 0))
        begin, end = (self._element(f"commentRange{name}", id=number) for name in ("Start", "End"))
        return begin, end, self._run(self._element("commentReference", id=number), style="CommentReference")

    def _line(self, text: str, *, first: bool) -> Any:
        paragraph = self._element("p")
        properties = self._element("pPr")
        properties.append(self._element("pStyle", val="CommentText"))
        paragraph.append(properties)
        if first:
            paragraph.append(self._run(self._element("annotationRef"), style="CommentReference"))
        words = self._element("t")
        words.text = _NO_XML.sub("\ufffd", text)
        words.set(_SPACE, "preserve")
        paragraph.append(self._run(words, bold=first))
        return paragraph

    def _run(self, content: Any, *, style: str = "", bold: bool = False) -> Any:
        run, properties = self._element("r"), self._element("rPr")
        if style:
            properties.append(self._element("rStyle", val=style))
        if bold:
            properties.append(self._element("b"))
        if len(properties):
            run.append(properties)
        run.append(content)
        return run

    def _empty(self) -> Any:
        root = self._flow.root
        return new_root(tag(root, "comments"), {"w": root.tag[1:].partition("}")[0]})

    def _element(self, name: str, **attributes: str) -> Any:
        root = self._flow.root
        made = root.makeelement(tag(root, name), nsmap={"w": root.tag[1:].partition("}")[0]})
        for key, value in attributes.items():
            made.set(tag(root, key), value)
        return made


def _piece(paragraph: Paragraph, at: int) -> tuple[int, Piece]:
    """Return the piece with a character, the last one behind all, and where in it that is."""
    piece = paragraph.pieces[-1]
    for piece in paragraph.pieces:
        if at < len(piece.text):
            break
        at -= len(piece.text)
    return at, piece


def _cut(paragraph: Paragraph, at: int) -> None:
    """Make a piece, and a run, begin at a character; what cannot be cut, as a formula, stays whole."""
    within, piece = _piece(paragraph, at)
    if within >= len(piece.text):
        return
    if within and piece.start is not None and kind(piece.node.getparent()) == "w:r":
        half = _halved(piece, within)
        paragraph.pieces.insert(paragraph.pieces.index(piece) + 1, half)
        piece = half
    _begin_run(piece.node)


def _halved(piece: Piece, at: int) -> Piece:
    """Cut a piece, and return its second half."""
    node, start = piece.node, piece.start or 0
    shown = (node.text or "")[start : start + len(piece.text)]
    rest = node.makeelement(node.tag, node.attrib, node.nsmap)
    node.text, rest.text = shown[:at], shown[at:]
    for one in (node, rest):
        one.set(_SPACE, "preserve")  # what was not shown at either end is gone
    node.addnext(rest)
    half = Piece(piece.text[at:], rest, 0)
    piece.text, piece.start = piece.text[:at], 0
    return half


def _begin_run(node: Any) -> None:
    """Cut a run before a node, so that it begins a run of its own, which looks like the first."""
    run = node.getparent()
    before = [one for one in node.itersiblings(preceding=True) if kind(one) != "w:rPr"]
    if _holder(node) is not run or not before:
        return
    rest = run.makeelement(run.tag, run.attrib, run.nsmap)
    properties = child(run, "w:rPr")
    if properties is not None:
        rest.append(copy.deepcopy(properties))
    for one in [node, *node.itersiblings()]:
        rest.append(one)
    run.addnext(rest)


def _holder(node: Any) -> Any:
    """Return the outermost element of its paragraph that a stretch can only take as a whole: a run, a formula."""
    held = node
    while kind(node) != "w:p":
        held = node if kind(node) in _AS_ONE else held
        node = node.getparent()
    return held
