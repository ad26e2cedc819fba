"""Text in XML, and what the reports for CAT tools share: the two sides of a pair, cut at their tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from aligner.model import Pair, Side, Tag, TagKind
from aligner.text.placeholders import placed

# What XML 1.0 has no place for, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escaped(text: str) -> str:
    r"""Write a text; a carriage return, which a reader would turn into a line feed, is kept as a reference.

    >>> escaped("a < b\r")
    'a &lt; b&#13;'
    """
    return escape(_FORBIDDEN.sub("\ufffd", text), {"\r": "&#13;"})


def quoted(text: str) -> str:
    r"""Write an attribute; line ends and tabs, which a reader would turn into spaces, are kept as references.

    >>> quoted('a < "b"')
    '\'a &lt; "b"\''
    """
    return quoteattr(_FORBIDDEN.sub("\ufffd", text))


def parts(pair: Pair, side: Side) -> Iterator[str | Tag]:
    """Yield the stretches of one side's text and the tags between them."""
    text, at = pair.text(side), 0
    for place, tag in placed(pair, side):
        yield text[at:place]
        yield tag
        at = place + 1
    yield text[at:]


class Numbers:
    """Numbers the tags of a pair from 1: those of both sides that are alike, and the two of a pair, have one number."""

    def __init__(self) -> None:
        self._of: dict[tuple[str, int], int] = {}

    def numbered(self, found: Iterable[str | Tag]) -> Iterator[str | tuple[Tag, int, bool]]:
        """Yield the text, and each tag with its number and whether the other half of its pair is there."""
        items = tuple(found)
        tags = [item for item in items if not isinstance(item, str)]
        seen: Counter[tuple[TagKind, str]] = Counter()
        halves = Counter((tag.kind, tag.id) for tag in tags)
        for item in items:
            if isinstance(item, str):
                yield item
                continue
            seen[item.kind, item.id] += 1
            time = seen[item.kind, item.id]
            if item.kind not in ("open", "close"):
                yield item, self._number(f"{item.kind} {item.id}", time), True
            else:
                other: TagKind = "close" if item.kind == "open" else "open"
                yield item, self._number(f"pair {item.id}", time), halves[other, item.id] >= time

    def _number(self, what: str, time: int) -> int:
        return self._of.setdefault((what, time), len(self._of) + 1)
