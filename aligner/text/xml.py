"""XML as it comes from users: read a piece at a time, without entities, DTDs and the network.

Elements go by their local names, since files in the wild mix editions and name spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_PROLOG = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_HEAD = 1 << 16  # bytes in which the first element is looked for
_DECLARES = "declares entities, which are not read"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class EntityError(Exception):
    """A file declares entities, or uses some that it does not declare: what they stand for is not looked up."""


def events(
    file: IO[bytes], encoding: str | None = None, *, embeds: bool = False
) -> Iterator[tuple[str, etree._Element]]:
    """Yield (`start` or `end`, element) as a file is read; the text of an element is there at its end.

    Whoever reads a large file lets go of what was read, see `release`. `embeds` says that a file may hold another one
    as a text of more than 10 MB.

    Raises:
        SyntaxError: the file is not well-formed; lxml's own error. EntityError: it may hold a large text, and declares
        entities.
    """
    from lxml import etree  # only where it is needed

    if embeds:  # without limits, entities are refused before the parser sees them
        head = file.read(_HEAD)
        file.seek(0)
        embeds = bool(root_name(head))
        if embeds and "<!ENTITY" in _prolog(head):
            raise EntityError(_DECLARES)

    parsed = etree.iterparse(
        file,
        events=("start", "end"),
        remove_comments=True,
        remove_pis=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=embeds,
        encoding=encoding,
    )
    yield from parsed


def refuse_entities(root: etree._Element) -> None:
    """Refuse a file that declares entities, as one that would grow without end does.

    Raises:
        EntityError: it does.
    """
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise EntityError(_DECLARES)


def local_name(element: etree._Element) -> str:
    """Return an element's name without name space; empty for entities."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def release(element: etree._Element) -> None:
    """Let go of an element that was read, and of all that stands before it beside it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def reason(error: SyntaxError) -> str:
    r"""Return what a parser's error says, without the place, the line feed at its end and the text that it quotes.

    >>> reason(SyntaxError("Char 0x0 out of allowed range\n, line 3, column 7"))
    'Char 0x0 out of allowed range'
    """
    return (error.msg or "").partition(", line ")[0].partition("\n")[0].strip()


def root_name(head: bytes) -> str:
    """Return the local name of the element that a file begins with, from its first bytes; empty where it is no XML.

    >>> root_name(b'<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><!-- of 2020 --><tmx version="1.4">')
    'tmx'
    >>> root_name("\\ufeff<x:xliff/>".encode("utf-16-le")), root_name(b"a < b")
    ('xliff', '')
    """
    text = _decoded(head)
    found = _ROOT.match(text, len(_prolog(head)))
    return found[1] if found else ""


def _prolog(head: bytes) -> str:
    """Return what stands before the first element."""
    text, at = _decoded(head), 0
    while skipped := _PROLOG.match(text, at):
        at = skipped.end()
    return text[:at]


def _decoded(head: bytes) -> str:
    return head.decode(_family(head), "replace").lstrip("\ufeff")


def _family(head: bytes) -> str:
    """Return an encoding in which the names of elements can be read."""
    start = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")[:2]
    return {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(start, "utf-8")
