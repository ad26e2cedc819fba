"""Where Chinese sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.text import english_sentences
from aligner.text._brackets import BRACKETS, outermost

_MARKS = re.compile(r"[。！？!?…｡]+|[.．](?:\s?[.．])*")
_CLOSING = re.compile(r"[”’\"'」』）)】〕》〉\]］}]*(?:\[\d[\d,，\-–~～]{0,20}\]|[¹²³⁰⁴-⁹][¹²³⁰⁴-⁹,，–-]*)?")
_JOINERS = "，、；：。,;:！？!?…—）)】」』”’"
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
# “你是谁？”他问。
_SPEECH = re.compile("[^。！？，；：\\s]{0,6}?[说說问問道喊叫答][道着]?[。，！]")
_LIST = re.compile(
    "(?:^|[\\s\u3000；;：:，,、。（(])[（(]?(?:\\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[IVX]{1,4})$"
)
_DIGITS = frozenset("〇○零一二三四五六七八九")
_COUNTED = re.compile("[图圖表式第约約号號]$")


def cuts(text: str) -> list[int]:
    """Return the offsets just behind each Chinese sentence but the last, in order.

    >>> cuts("骨髓水肿消退（P<0.05）。随访3.5年.患者“好转。”")
    [15, 22]
    """
    found: list[int] = []
    stop = len(text.rstrip())
    for end in _candidates(text):
        if end >= stop:
            break
        found.append(end)
    return found


def _candidates(text: str) -> Iterator[int]:
    spans = iter(outermost(text, BRACKETS))
    span = next(spans, None)
    begin = quotes = counted = 0
    for m in _MARKS.finditer(text):
        while span and span[1] <= m.start():
            span = next(spans, None)
        quotes += text.count('"', counted, m.start())
        counted = m.start()
        closing = _CLOSING.match(text, m.end())
        end = closing.end() if closing else m.end()
        if quotes % 2 == 0 and '"' in text[m.end() : end]:  # this one opens
            end = text.index('"', m.end())
        if span and span[0] < m.start() and (end < span[1] or not _is_aside(text, span, begin)):
            continue
        if _ends(text, m, end, begin):
            begin = end
            yield end


def _is_aside(text: str, span: tuple[int, int], begin: int) -> bool:
    """Say whether a bracket that ends with a full stop is a sentence of its own, not a reference inside one."""
    return not text[begin : span[0]].strip() or text[span[0] - 1] in "；;" or span[1] - span[0] > 24


def _ends(text: str, m: re.Match[str], end: int, begin: int) -> bool:
    head = text[end : end + 14].lstrip()
    if head[:1] in _JOINERS and head:
        return False
    if m[0][0] in ".．":
        return _stop_ends(text, m, end, begin)
    before = text[max(begin, m.start() - 1) : m.start()]
    if m[0][0] in "!?" and not (_HAN.match(before) or before in "”」』）)》"):
        return head[:1].isupper() or bool(_HAN.match(head))
    if end > m.end() and m[0][-1] in "！？!?…" and _SPEECH.match(head):
        return False
    return end > m.end() or m[0].strip("…") != ""


def _stop_ends(text: str, m: re.Match[str], end: int, begin: int) -> bool:
    """Say whether a half-width full stop, or the full-width `．`, ends a Chinese sentence here."""
    left = text[max(begin, m.start() - 30) : m.start()].rstrip()
    following = text[end : end + 14]
    spaced, head = following[:1].isspace(), following.lstrip()
    if len(m[0]) > 1:  # dots stand for something left out
        return False
    if not left or _LIST.search(left):
        return False
    last = left[-1]
    if end > m.end() and not _HAN.match(last):  # （Jones Jr.）
        return False
    if _HAN.match(last):
        return not ((head[:1].isdigit() and _COUNTED.match(last)) or (last in _DIGITS and head[:1] in _DIGITS))
    if last in "）)”」』】]］%％℃'\"":
        return spaced or bool(_HAN.match(head)) or head[:1].isupper() or head[:1] in "（【“「"
    if _HAN.match(head) or head[:1] in "【“「":
        return _latin_ends(left)
    return spaced and _english_ends(text, m.start())


def _latin_ends(left: str) -> bool:
    """Say whether a Latin word or number before the full stop closes a sentence that a Chinese one follows."""
    token = re.split("[\\s\u3400-\u9fff，；：（(]", left)[-1]
    if not token:
        return True
    if re.fullmatch(r"\d{1,2}|(?:[A-Za-z]\.)*[A-Za-z]", token):
        return False
    return not english_sentences.abbreviates(token.lower())


def _english_ends(text: str, at: int) -> bool:
    """Leave an English sentence in Chinese text to the English rules."""
    near = text[max(0, at - 80) : at + 80]
    return (min(at, 80) + 1) in english_sentences.cuts(near)
