"""Lines and paragraphs of plain text: a paragraph is a line, or several where the text is set to a fixed width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from aligner.model import Lang
from aligner.text.sections import KEYWORDS, KEYWORDS_LABEL

_LINE_END = re.compile(r"\r\n|\r|\n")
NARROWEST, WIDEST = 40, 132  # columns that text is set to; a Chinese character takes two
_DANGLING = re.compile(
    r"(?:[,，、(（\-–—/]|\b(?:the|an?|of|and|or|in|on|to|for|with|by|from|at|as|is|was|were|are|that|which|than"
    r"|vs\.|between|due|its|their|our|no)"
    r"|[的和与與及在对對为為是由将將])$"
)
_SEPARATED = re.compile(r"[;；,，、·•|]")
_LONGEST_LIST, _LONGEST_ITEM = 15, 50
_LISTING = re.compile(r"[;；,，、]\s*$")
_BRACKETS = {"(": ")", "（": "）"}
_LONGEST_BRACKET = 500  # characters; one that is open for longer was forgotten
_NUMBER = re.compile(r"\d[\d.,]*%?[.。]")  # the end of a sentence; the number of a list has its item beside it
_ENDED = re.compile(r"[.!?。！？…:：;；][\"'”’」』)）\]】]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a part of one: `text[start:end]`, without its line end. `number` and `column` are 1-based."""

    start: int
    end: int
    number: int
    column: int = 1
    lang: Lang | None = None
    entire: bool = True


def lines(text: str) -> Iterator[Line]:
    """Yield every line; lines end at LF, CRLF or CR and nowhere else. A last line end opens no further line.

    >>> [(line.number, line.start, line.end) for line in lines("a\\r\\n\\nb\\u2028c")]
    [(1, 0, 1), (2, 3, 3), (3, 4, 7)]
    """
    start = number = 0
    for number, m in enumerate(_LINE_END.finditer(text), 1):
        yield Line(start, m.start(), number)
        start = m.end()
    if start < len(text):
        yield Line(start, len(text), number + 1)


def width(text: str) -> int:
    """Return the columns that a text takes.

    >>> width("MRI检查")
    7
    """
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def join(text: str, found: Sequence[Line], barrier: Callable[[str], bool]) -> list[Line]:
    """Join the lines of paragraphs that were set to a fixed width; blank lines are left out.

    A line was wrapped where the first word of the next would not have fitted into the width of its
    neighbours. `barrier` says of a line that it stands alone: a label, keywords, front matter. The list under a
    line that says only `Keywords` is joined to it. Keywords that end with a separator go on in the next line, and a
    line that begins with a bracket until that is closed, as affiliations do.
    """
    joined: list[Line] = []
    for run in _runs(text, _with_lists(text, found, barrier)):
        joined.extend(_join_run(text, run, barrier))
    return joined


def _with_lists(text: str, found: Sequence[Line], barrier: Callable[[str], bool]) -> list[Line]:
    """Join a label of keywords that has a line of its own with the list below it."""
    result: list[Line] = []
    at = 0
    while at < len(found):
        line = found[at]
        at += 1
        if KEYWORDS_LABEL.fullmatch(text[line.start : line.end].strip()):
            last = at + _list_length(text, line, found[at : at + _LONGEST_LIST], barrier) - 1
            if last >= at:
                line = Line(line.start, found[last].end, line.number, line.column, line.lang, entire=False)
                at = last + 1
        result.append(line)
    return result


def _list_length(text: str, label: Line, below: Sequence[Line], barrier: Callable[[str], bool]) -> int:
    """Return how many of the lines below a label of keywords are the list: one with separators, or several items."""
    count, before = 0, label
    for number, line in enumerate(below, 1):
        string = text[line.start : line.end].strip()
        if not string and number == 1:
            continue
        if not string or (line.lang not in {label.lang, None}) or barrier(string) or _ENDED.search(string.rstrip(".")):
            break
        if _parted(text, before, line):
            break
        before = line
        if _SEPARATED.search(string):
            return count or number
        if len(string) > _LONGEST_ITEM or string.endswith((".", "。")):
            break
        count = number
    return count if count > 1 else 0


def _parted(text: str, one: Line, other: Line) -> bool:
    """Say whether a line of the other language stands between two, as on a page where the languages take turns."""
    return bool(text[one.end : other.start].strip())


def _runs(text: str, found: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the runs of lines of one language between blank lines and those of the other."""
    run: list[Line] = []
    for line in found:
        blank = not text[line.start : line.end].strip()
        if run and (blank or not _goes_on(text, run[-1], line)):
            yield run
            run = []
        if not blank:
            run.append(line)
    if run:
        yield run


def _goes_on(text: str, one: Line, other: Line) -> bool:
    """Say whether two lines may be of one paragraph."""
    return one.entire and other.entire and one.lang == other.lang and not _parted(text, one, other)


def _join_run(text: str, run: Sequence[Line], barrier: Callable[[str], bool]) -> list[Line]:
    result = [run[0]]
    for line, goes_on in zip(run[1:], _going_on(text, run, barrier), strict=True):
        last = result[-1]
        if goes_on or _unfinished(text[last.start : last.end], text[line.start : run[-1].end], barrier):
            result[-1] = Line(last.start, line.end, last.number, last.column, last.lang)
        else:
            result.append(line)
    return result


def _unfinished(text: str, below: str, barrier: Callable[[str], bool]) -> bool:
    """Say whether a text is plainly not at its end: keywords behind a separator, an open bracket."""
    if KEYWORDS.match(text):
        return _LISTING.search(text) is not None and not barrier(_LINE_END.split(below, maxsplit=1)[0].rstrip())
    closing = _BRACKETS.get(text.lstrip()[:1], "")
    return bool(closing) and closing not in text and closing in below[:_LONGEST_BRACKET]


def _going_on(text: str, run: Sequence[Line], barrier: Callable[[str], bool]) -> list[bool]:
    """Say of each line but the first whether the one before was wrapped and goes on in it."""
    strings = [text[line.start : line.end].rstrip() for line in run]
    widths = [width(s) for s in strings]
    widest, ends = max(widths), range(len(run) - 1)
    if not NARROWEST <= widest <= WIDEST:
        return [False for _ in ends]
    full = [_full(strings, widths, widest, i) for i in ends]
    going_on = [full[i] and _continues(strings[i], strings[i + 1]) for i in ends]
    open_ended = [i for i in ends if not _ENDED.search(strings[i])]
    if not (any(going_on) and sum(full[i] for i in open_ended) * 3 >= 2 * len(open_ended) - 2):
        return [False for _ in ends]
    several = sum(going_on) >= 2
    sure = [going_on[i] or (several and _continues(strings[i], strings[i + 1])) for i in ends]
    return [
        (sure[i] or (full[i] and several and not barrier(strings[i]))) and not barrier(strings[i + 1]) for i in ends
    ]


def _full(strings: list[str], widths: list[int], widest: int, i: int) -> bool:
    """Say whether line i was as full as it could be: the first word of the next one did not fit."""
    head = strings[i + 1].lstrip()
    word = head.split(None, 1)[0] if head.split() else ""
    if word and ord(word[0]) > 0x2E80:
        return widths[i] + 4 >= widest  # a mark that must not open a line takes a character with it
    return widths[i] + 1 + min(width(word), 24) > widest


def _continues(line: str, following: str) -> bool:
    """Say whether a sentence runs over from one line to the next."""
    if _ENDED.search(line):
        return False
    head = following.lstrip()[:1]
    if _DANGLING.search(line) or head.islower() or head in ",;)，、；）" or _NUMBER.fullmatch(following.strip()):
        return True
    return ord(line[-1]) > 0x2E80 and any(mark in line for mark in "，。、；") and ord(head or " ") > 0x2E
