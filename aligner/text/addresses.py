"""Stretches of a text that are no prose: addresses and code. Marks and words inside them follow other customs."""

from __future__ import annotations

import re

ADDRESS = re.compile(
    r"""(?:https?://|ftp://|www\.)[!-~]*[\w/=#&-]
    | (?:doi:\s?)?10\.\d{4,9}/[!-~]*\w
    | (?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+
    | (?<![\w.@-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}?\.(?:com|org|net|gov|edu|cn|io)\b(?:/[!-~]*)?""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_CODE = re.compile(r":[a-z:]{1,20}:(?=`)|(`{1,3})[^`]+\1|</?[a-zA-Z][^<>\n]{0,80}>|&#?\w{2,8};|\{\w*\}|\$\w+")


def masked(text: str) -> str:
    """Return the text with addresses and code painted over by NUL, so that offsets stay.

    >>> masked("见 (www.who.int), 图1").replace(chr(0), "_")
    '见 (___________), 图1'
    """
    for pattern in (ADDRESS, _CODE):
        text = pattern.sub(lambda found: "\0" * len(found[0]), text)
    return text
