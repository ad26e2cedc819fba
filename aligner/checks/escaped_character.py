"""Escape sequences of programs in the text.

What it finds
    HTML entities (`&gt;`, `&amp;`, `&#39;`), a backslash before a quotation mark (`patient\\'s`), `\\n` or `\\u60a3`
    written out, and HTML tags, where the source has none of it. Each is reported once for the document, with all its
    places.

Why it matters
    The reader sees the code in the place of the sign; `P &gt; 0.05` is not what the author wrote.

What it leaves alone
    What the source has in the same way, code between back-quotes, and LaTeX.

How to fix it
    Write the sign itself.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from aligner.checks._flaws import Flaw, by_kind
from aligner.model import Context, Example, Pair, Rule, Span

_ENTITY = re.compile(
    r"&(?:[lg]t|amp|quot|apos|nbsp|ge|le|plusmn|times|deg|micro|alpha|beta|gamma|mdash|ndash|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)
_BACKSLASH = re.compile(r"\\(?:['\"]|u[0-9a-fA-F]{4}|[nrt](?![a-zA-Z]))")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|sub|sup|br|p|span|div|font)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_CODE = re.compile(r"`[^`]*`")


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    text, source = pair.target_text, pair.source_text
    clean = _CODE.sub(lambda code: "\0" * len(code[0]), text)
    for pattern, read in ((_ENTITY, html.unescape), (_BACKSLASH, _plain), (_TAG, _nothing)):
        for found in pattern.finditer(clean):
            if found[0] not in source:
                sign = read(found[0])
                message = f"“{found[0]}” is an escape sequence" + (f"; write {sign}" if sign.strip() else "")
                yield Flaw(found[0], message, Span.of(text, *found.span()), sign)


def _plain(escape: str) -> str:
    if escape[1] == "u":
        return chr(int(escape[2:], 16))
    return escape[1] if escape[1] in "'\"" else " "


def _nothing(_: str) -> str:
    return ""


RULE = Rule(
    id="escaped-character",
    title="Escape sequences in the text",
    category="Linguistic conventions/Character encoding",
    severity="minor",
    scope="document",
    check=by_kind(_flaws),
    bad=(
        Example("两组无差异（P>0.05）。", "There was no difference (P &gt; 0.05)."),
        Example("P<0.05", "P&lt;0.05"),
        Example("患者的疼痛", "The patient\\'s pain"),
    ),
    good=(
        Example("P>0.05", "P＞0.05"),
        Example("患者的疼痛", "The patient's pain & fever"),
    ),
    source="MQM: Linguistic conventions, Character encoding",
)
