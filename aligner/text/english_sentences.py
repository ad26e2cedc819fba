"""Where English sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.text import dotted_abbreviations as table
from aligner.text._brackets import BRACKETS, outermost

_MARKS = re.compile(r"[!?…。！？．]*\.(?:\s?\.(?!\d))*[.!?…。！？．]*|[!?…。！？．]+")
_CLOSERS = "\"'”’»)）]］}」』"
_CLOSING = re.compile(r"[\"'”’»)）\]］}」』]*")
# [12], [3,5-7], (12) or 12,13 set close behind the full stop belong to the sentence before it.
_CITATION = re.compile(
    r"(?:\s?\[\d[\d,;–\-\s]{0,30}\]|\((?:\d{1,3}[,–\-\s]{0,2}){1,8}\)|[¹²³⁰⁴-⁹][¹²³⁰⁴-⁹,–-]*|\d{1,3}(?:[,–-]\d{1,3})*(?=\s+[A-Z“\"]))+"
)
# Gene, protein and other names that keep their small letter at the head of a sentence: p53, mTOR, α-synuclein, c-Myc.
_SMALL_NAME = re.compile(r"(?:[a-z]{1,5}[A-Z0-9]|[Α-Ωα-ω]|[a-z]{1,2}-[A-Z]|[a-z]{2,3}-[A-Z]{2}|pH\b|n-3|n-6)[\w-]*")
_UNIT = re.compile(r"[A-Za-zµμ]{1,5}/(?:[A-Za-zµμ]{1,5}|\d[\d.]*\s?[A-Za-z²³]+)(?=$|[.])")
_PER_TIME = re.compile(r"/(?:s|sec|min|h|hr|d|wk|mo|yr)$")  # mL/min is no abbreviation that goes on
_UNITS_OF_A_LETTER = "hdgsmL"
_FIGURE = re.compile(r"\d$")
_OPEN = re.compile(r"[\"'“‘«(（\[［{「『]*")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_TOKEN_BEFORE = 48
_NOT_PROSE = re.compile(r"[@/\\_=]|www\.|https?:", re.IGNORECASE)
# The number of a list item or of a figure stays with what it numbers.
_NUMBERING = re.compile(
    r"[\s\"'“(（\[]*(?:(?:Figure|Fig\.?|Table|Chapter|Section|Box|Case|Example|Step|Part|Question|Appendix)\s+)?"
    r"(?:\d{1,3}(?:\.\d{1,3})*|[ivxIVX]{1,5}|[A-Za-z])[.．)）]*\s*"
)
# `... as follows: 1. Name 2. Address`: the first has a mark before it, the others count on.
_ITEM = re.compile(r"(?:(?P<mark>[:;])(?:\s(?:and|or))?)?\s(?P<number>\d{1,2}|[A-Za-z])\.\Z")
_SAYS = re.compile(
    r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s(?:said|says|asked|asks|replied|answered|cried|shouted|wrote|writes|added"
    r"|protested)\b"
)
_TOKEN_EDGE = re.compile("[\\s\u3000-\u303f\u3400-\u9fff\uff0c\uff1a\uff1b\uff08]+")
_INITIALS = re.compile(r"(?:[A-Za-z]{1,2}\.)+-?[A-Za-z]{1,2}")


def cuts(text: str) -> list[int]:
    """Return the offsets just behind each English sentence but the last, in order.

    A full stop counts with the quotes, brackets and citations that close behind it.

    >>> cuts("Pain (VAS, 3.5 vs. 4.1 cm) fell.[12] E. coli grew.")
    [36]
    """
    found: list[int] = []
    begin = items = 0
    for end in _candidates(text):
        if end <= begin or (end - begin < 24 and _NUMBERING.fullmatch(text, begin, end)):
            continue
        item = _ITEM.search(text, max(begin, end - 16), end)
        if item and (item["mark"] or (items and item["number"] == str(items + 1))):
            items = int(item["number"]) if item["number"].isdigit() else 0
            continue
        found.append(end)
        begin = end
    return found


def _candidates(text: str) -> Iterator[int]:
    spans = iter(outermost(text, BRACKETS))
    span = next(spans, None)
    for m in _MARKS.finditer(text):
        while span and span[1] <= m.start():
            span = next(spans, None)
        closing = _CLOSING.match(text, m.end())
        end = closing.end() if closing else m.end()
        if span and span[0] < m.start() and end < span[1]:
            continue
        if end == len(text.rstrip()):
            return
        cut = _ends(text, m.start(), m.end(), end)
        if cut:
            yield cut


def _ends(text: str, start: int, mark_end: int, end: int) -> int:
    """Return where the sentence whose mark stands at `start` ends, 0 where it does not end there."""
    mark = text[start:mark_end]
    citation = _CITATION.match(text, end)
    before = _token(text, start)
    if citation and (end > mark_end or _is_prose(before)) and not _numbered(before):
        end = citation.end()
    following = text[end : end + 40]
    spaced = following[:1].isspace()
    head = following.lstrip()
    if any(c in "。！？．" for c in mark):
        return end if head[:1] not in "，、；：" else 0
    if not spaced:
        return end if _glued(text, start, end, before, head) else 0
    return end if _opens(head) and _closes(text, start, mark_end, head, closed=end > mark_end) else 0


def _token(text: str, end: int) -> str:
    """Return the word that ends at `end`, dots inside it included; white space before the mark is skipped."""
    piece = text[max(0, end - _TOKEN_BEFORE) : end].rstrip()
    return _TOKEN_EDGE.split(piece)[-1]


def _is_prose(token: str) -> bool:
    """Say whether a token ends in an ordinary word of small letters, which no decimal or symbol does."""
    bare = token.rstrip(_CLOSERS).lstrip("\"'“‘([（")
    return bool(re.search(r"[a-z]{3,}$", bare)) and not _NOT_PROSE.search(bare) and not abbreviates(bare.lower())


def abbreviates(word: str) -> bool:
    """Say whether a word, in small letters and without its full stop, is a known abbreviation."""
    return word in table.NEVER_END or word in table.BEFORE_NUMBER or word in table.MAY_END


def _numbered(token: str) -> bool:
    return token.lstrip("([（").lower() in table.BEFORE_NUMBER | table.NEVER_END


def _opens(head: str) -> bool:
    """Say whether a text could begin a sentence: capital, digit, bracket, Greek, Chinese, or a name like p53."""
    bare = head[_open_end(head) :]
    first = bare[:1]
    if not first:
        return False
    return first.isupper() or first.isdigit() or first.isalpha() or first in "≥≤<>~±+−-–—•*#&$€£%"


def _open_end(text: str) -> int:
    m = _OPEN.match(text)
    return m.end() if m else 0


def _closes(text: str, start: int, mark_end: int, head: str, *, closed: bool) -> bool:
    """Say whether a mark followed by white space ends its sentence; `closed`: quotes or brackets close behind it."""
    mark, token = text[start:mark_end], _token(text, start)
    bare_head = head[_open_end(head) :]
    small = bare_head[:1].islower() and not _SMALL_NAME.match(bare_head)
    if "!" in mark or "?" in mark:
        return not (small and (closed or "!" in mark)) and not (closed and _SAYS.match(head))
    word = token.rstrip(_CLOSERS).lstrip("\"'“‘«([（{<>≤≥=~±")
    if len(mark) > 1 or "…" in mark:
        return not small and not (bare_head[:1].isdigit() and not closed)
    if small:
        return not closed and len(word) > 3 and word.isalpha() and word.islower() and not abbreviates(word)
    if bare_head[:1] in "+-–—−<>≤≥~±%&" and not (closed or _is_prose(token)):
        return False
    if closed and word.lower() in table.BEFORE_NUMBER:  # `[Approval No.] H123`
        return False
    return closed or _word_closes(word, bare_head, text, start)


def _word_closes(word: str, head: str, text: str, start: int) -> bool:
    """Say whether the full stop behind this word ends a sentence, given what follows."""
    low = re.split("[/–]", word.lower())[-1]
    opener = _opener(head)
    if low in table.NEVER_END:
        return False
    if _PER_TIME.search(word.lower()):
        return head[:1].isupper()
    if low in table.BEFORE_NUMBER or low in table.BEFORE_NAME:
        return opener
    if low in table.MAY_END:
        return not head[:1].isdigit()
    if len(word) == 1 and word.isalpha():
        return _letter_closes(word, head, text, start, opener=opener)
    return opener or not _INITIALS.fullmatch(word)


def _letter_closes(letter: str, head: str, text: str, start: int, *, opener: bool) -> bool:
    """Say whether the full stop behind a single letter ends a sentence: not behind an initial or a genus."""
    before = _token(text, start - 1).rstrip(",")
    if re.match(r"[A-Z]\.", head):
        return False
    if text[start - 1] in _CLOSERS or (letter in _UNITS_OF_A_LETTER and _FIGURE.search(before)):  # Part B). 24 h.
        return head[:1].isupper()
    if before.lower().lstrip("(") in table.CLASSES:
        return not head[:1].isdigit() or not letter.islower()
    return opener and letter != "a" and not before[:1].isupper()


def _opener(head: str) -> bool:
    m = _WORD.match(head)
    return bool(m) and m[0].lower() in table.OPENERS if m else False


def _glued(text: str, start: int, end: int, before: str, head: str) -> bool:
    """Say whether a sentence ends although no space follows: `reduced.The`, never `www.x.com` or `p.Arg117His`."""
    if not head or (end - start > 1 and text[start : start + 2] == ".."):
        return False
    after = text[end : end + 48].split()
    word = _WORD.match(head)
    if not word or not head[0].isupper() or word[0].lower() in table.FILE_ENDINGS or head[word.end() :][:1] == ".":
        return False
    opener = word[0].lower() in table.OPENERS
    token = before + text[start:end] + (after[0] if after else "")
    if _NOT_PROSE.search(_UNIT.sub("", token) if opener else token):
        return False
    left = before.rstrip(_CLOSERS).lstrip("\"'“‘([（")
    if re.search(r"[a-z]{3,}$", left):
        return left.count(".") == 0 and not abbreviates(left.lower()) and not re.search(r"[A-Z]", left[1:])
    return opener and bool(re.search(r"[\d)\]）%]$", before) or end > start + 1 or _UNIT.search(before))
