"""Text as HTML: everything escaped, every language named, so that Han characters get the right glyphs."""

from __future__ import annotations

import re
from html import escape

from aligner.text.screen import harmless

# Han with the marks among and right behind it, which take the width of a Chinese font.
_HAN = "\u2e80-\u2fff\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_HAN_RUN = re.compile(f"[{_HAN}]+(?:[“”‘’…—·]+[{_HAN}]+)*")


def safe(text: str) -> str:
    r"""Escape text for content and for attributes in double quotes; controls become visible signs.

    >>> safe("<b a='1'>\u2028&\x1b")
    '&lt;b a=&#x27;1&#x27;&gt; &amp;␛'
    """
    return escape(harmless(text))


def worded(text: str, lang: str, han: str = "zh-Hans") -> str:
    """Escape text of one language; Han in a text that is not Chinese says that it is.

    >>> worded("write 膝", "en")
    'write <span lang="zh-Hans">膝</span>'
    >>> worded("膝 <b>", "zh-Hans")
    '膝 &lt;b&gt;'
    """
    if lang.startswith("zh"):
        return safe(text)
    parts, done = [], 0
    for run in _HAN_RUN.finditer(text):
        parts += [safe(text[done : run.start()]), f'<span lang="{han}">{safe(run[0])}</span>']
        done = run.end()
    return "".join([*parts, safe(text[done:])])


def element(tag: str, content: str, **attributes: object) -> str:
    """Write an element of content that is markup already; attributes are escaped, `class_` and `data_f` are names.

    An attribute that is None or False is left out, one that is True has no value.

    >>> element("p", "a &amp; b", class_="x", hidden=True, title=None, data_f='"')
    '<p class="x" hidden data-f="&quot;">a &amp; b</p>'
    """
    return f"<{tag}{_attributes(attributes)}>{content}</{tag}>"


def _attributes(attributes: dict[str, object]) -> str:
    written = []
    for key, value in attributes.items():
        name = key.rstrip("_").replace("_", "-")
        if value is True:
            written.append(f" {name}")
        elif value is not None and value is not False:
            written.append(f' {name}="{safe(str(value))}"')
    return "".join(written)
