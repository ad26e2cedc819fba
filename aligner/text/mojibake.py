"""Text that was decoded with the wrong encoding, and what it was.

UTF-8 read as Latin-1 or Windows-1252 (æ‚£è€… for 患者), GBK read as these (»¼Õß), and UTF-8 read as GBK (鎮ｈ€呭). What
makes it sure is that the way back works: encoded as it was read, the bytes are valid in the other encoding and say
something that both languages write.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_CP1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_AS_WESTERN = re.compile(rf"[\u00c2-\u00f4][\u0080-\u00bf{_CP1252}][\u0080-\u00ff{_CP1252}]*")
_GBK_AS_WESTERN = re.compile(r"(?<![A-Za-zÀ-ÿ])[\u00a1-\u00fe]{2,}(?![A-Za-zÀ-ÿ])")
_AS_GBK = re.compile(r"[\u3400-\u9fff\uff00-\uffef\u3000-\u303f€\ue000-\uf8ff]{3,}")
_USUAL = frozenset("±×÷°µ·²³¹¼½¾®©™§¶«»ª º£¥¢")
_SYMBOLS = re.compile("[\u3400-\u9fff\u2160-\u217f\u2460-\u249b\u3000-\u303f\uff01-\uff5e]+")
_SHARE = 0.7  # of characters that the way back must make sense of


def mojibake(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what it was) of the stretches that were decoded wrongly.

    >>> list(mojibake("the æ‚£è€… had Â±5 and café"))
    [(4, 10, '患者'), (15, 17, '±')]
    >>> list(mojibake("activity of F ¢ò"))
    [(14, 16, 'Ⅱ')]
    >>> list(mojibake("患者Sjögren综合征±5°"))
    []
    """
    behind = 0
    readings = ((_AS_WESTERN, _from_western), (_GBK_AS_WESTERN, _gbk), (_AS_GBK, _from_gbk))
    found = ((*m.span(), restore(m[0])) for pattern, restore in readings for m in pattern.finditer(text))
    for start, end, was in sorted((f for f in found if f[2]), key=lambda f: (f[0], -f[1])):
        if was and start >= behind:
            yield start, end, was
            behind = end


def _western(text: str) -> bytes | None:
    """Return the bytes that were read as Windows-1252, with Latin-1 for those that it lacks."""
    out = bytearray()
    for c in text:
        try:
            out += c.encode("cp1252")
        except UnicodeEncodeError:
            if ord(c) > 0xFF:
                return None
            out.append(ord(c))
    return bytes(out)


def _from_western(text: str) -> str | None:
    data = _western(text)
    try:
        was = data.decode("utf-8") if data else ""
    except UnicodeDecodeError:
        return None
    return was if was and all(c.isprintable() for c in was) else None


def _gbk(text: str) -> str | None:
    if _USUAL.issuperset(text) or len(text) % 2:
        return None
    try:
        was = text.encode("latin-1").decode("gb2312")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None
    return was if _SYMBOLS.fullmatch(was) else None


def _from_gbk(text: str) -> str | None:
    """Return the UTF-8 text that was read as GBK; its last character may have lost bytes."""
    try:
        was = text.encode("gb18030").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return None
    sound = sum(1 for c in was if c != "\ufffd" and unicodedata.category(c) != "Cc")
    han = sum("\u4e00" <= c <= "\u9fff" or c in "，。、；：（）" for c in was)
    return was.replace("\ufffd", "?") if han >= 2 and sound >= _SHARE * len(was) and len(was) > 1 else None
