"""Text that was decoded with the wrong encoding, and what it was.

UTF-8 read as Latin-1 or Windows-1252 (æ‚£è€… for 患者), GBK read as these (»¼Õß), and UTF-8 read as GBK (鎮ｈ€呭). What
makes it sure is that the way back works: encoded as it was read, the bytes are valid in the other encoding and say
something that both languages write.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

_CP1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_AS_WESTERN = re.compile(rf"[\u00c2-\u00f4][\u0080-\u00bf{_CP1252}][\u0080-\u00ff{_CP1252}]*")
_GBK_AS_WESTERN = re.compile(r"(?<![A-Za-zÀ-ÿ])[\u00a1-\u00fe]{2,}(?![A-Za-zÀ-ÿ])|[\u00a1-\u00fe]{6,}")
_WIDE = re.compile(r"[\u3000-\uffef€?]{2,}")
_CHINESE = rb"(?:[\xe4-\xe9][\x80-\xbf]{2}|\xef\xbc[\x80-\xbf]|\xe3\x80[\x80-\xbf])"
_UTF8 = re.compile(_CHINESE + rb"{2,}(?:[\x80-\xff?]{0,3}?" + _CHINESE + rb"+)*")
_USUAL = frozenset("±×÷°µ·²³¹¼½¾®©™§¶«»ª º£¥¢")
_SYMBOLS = re.compile("[\u3400-\u9fff\u2160-\u217f\u2460-\u249b\u3000-\u303f\uff01-\uff5e]+")


def mojibake(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what it was) of the stretches that were decoded wrongly.

    >>> list(mojibake("the æ‚£è€… had Â±5 and café"))
    [(4, 10, '患者'), (15, 17, '±')]
    >>> list(mojibake("activity of F ¢ò"))
    [(14, 16, 'Ⅱ')]
    >>> list(mojibake("但鎴愭灉明显"))
    [(1, 4, '成果')]
    >>> list(mojibake("患者Sjögren综合征±5°"))
    []
    """
    behind = 0
    western = ((_AS_WESTERN, _from_western), (_GBK_AS_WESTERN, _gbk))
    found = [(*m.span(), restore(m[0])) for pattern, restore in western for m in pattern.finditer(text)]
    for start, end, was in sorted((*found, *_read_as_gbk(text)), key=lambda stretch: (stretch[0], -stretch[1])):
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


def _read_as_gbk(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches that were UTF-8 and read as GBK; `?` stands for bytes that were lost on the way.

    Two characters in a row whose GBK is the UTF-8 of Chinese are proof: in 3.7 million characters of good text there
    are none.
    """
    for run in _WIDE.finditer(text):
        data = [c.encode("gb18030", "ignore") for c in run[0]]
        ends = list(accumulate(map(len, data)))
        for found in _UTF8.finditer(b"".join(data)):
            first, last = bisect_right(ends, found.start()), bisect_left(ends, found.end())
            was = b"".join(data[first : last + 1]).decode("utf-8", "replace").replace("\ufffd", "?")
            yield run.start() + first, run.start() + last + 1, was
