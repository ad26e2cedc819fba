"""Cutting blocks into segments: sentences, labels of structured abstracts, titles, lines of keywords.

Nothing is altered, dropped or moved: a segment is a slice of its block, and between segments lies white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from aligner.model import Block, Lang, Role, Segment
from aligner.text import chinese_sentences, english_sentences, keywords, sections

_CUTS = {"en": english_sentences.cuts, "zh": chinese_sentences.cuts}
_LETTER = re.compile(r"\w")
_END = re.compile(r"[.!?。！？…．;；:：,，、][\"'”’」』)）\]】]*$")

# The grade of the recommendation that stands before it: `Rest is advised. (B, II)`; a lone letter or number may be that
# of the next point.
_LEVEL = r"(?:[IVX]{1,4}|[Ⅰ-Ⅻ]|\d)[A-Da-d]?"
_GRADE = re.compile(
    rf"[(（\[［]\s?(?:[A-E]\s?[,，、/]\s?{_LEVEL}|{_LEVEL}\s?[,，、/]\s?[A-E]|[1-5][A-D]"
    r"|[^()（）\[\].。]{0,40}(?:推荐|证据|质量|(?i:recommend|evidence|\bgrade |\blevel |\bclass ))"
    r"[^()（）\[\].。]{0,40})\s?[)）\]］][.。]?"
)

# A label with its mark. What stands before the mark is checked against the table of sections.
_BRACKETED = re.compile(r"[【\[［〔「『][^】\]］〕」』\n]{1,40}[】\]］〕」』][ \t\u3000]*[:：]?")
_MARKED = re.compile(r"[A-Z][A-Za-z0-9 ,/&'’.-]{1,58}?\s?[:：]|[\u3400-\u9fff][\u3400-\u9fff/／ \u3000、]{0,14}[:：]")
_DOTTED = re.compile(
    r"[A-Z][A-Za-z ,/&'’-]{1,58}?(?:\.(?=\s)|\s?[—–]\s?|\s-\s)|[\u3400-\u9fff]{2,8}[.．](?=\s|[\u3400-\u9fff])"
)
# `Objective To study`, `目的　探讨`: no mark at all.
_BARE_EN = re.compile(
    r"(?P<label>(?i:abstract|summary|background|introduction|importance|objectives?|aims?|purpose|design|setting"
    r"|interventions?|exposures?|participants?|question|meaning"
    r"|(?:(?:materials?|patients|subjects|participants) and )?methods?|methods and (?:results|findings|analysis)"
    r"|results?"
    r"|(?:main )?findings"
    r"|interpretation|conclusions?|conclusions? and relevance|discussion|limitations?|funding"
    r"|ethics and dissemination|(?:clinical )?trial registration(?: number)?|statement of problem"
    r"|main outcome measures?))"
    r"(?:[ \t\u00a0\u3000]{2,}|\s(?=[\"“(]?(?:[A-Z0-9≥≤<>]|[a-z]?[A-Z0-9])))"
)
_NEXT_CAPITAL = re.compile(r"\s(?=[\"“(]?[A-Z0-9])")
_LONGEST_NAME = 50
_BARE_ZH = re.compile(
    r"(?P<label>[\u3400-\u9fff]\s?[\u3400-\u9fff/／、]{1,10}|摘\s{0,2}要)(?P<space>[ \t\u00a0\u2002\u2003\u3000]+)"
    r"|(?P<tight>目的|背景|方法|结果|結果|结论|結論|讨论|討論|(?:材料|资料|資料|对象|對象)[与和及與]方法"
    r"|摘要)(?=[\u3400-\u9fffA-Za-z0-9])"
)
# The head of the abstract before its first label: `Abstract  Objective: To study`.
_HEAD = re.compile(r"(?i:abstract|summary|摘\s{0,2}要)\s+")
# An all-capital phrase before a colon is a label even where the table lacks it; a lone acronym is not.
_CAPITALS = re.compile(r"[A-Z][A-Z'’/&,-]{2,}(?:[ ][A-Z/&,'’-]+){1,7}\s?:|[A-Z]{7,}\s?:")


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    role: Role


def split(blocks: Sequence[Block], lang: Lang) -> tuple[Segment, ...]:
    """Cut the blocks of one side into segments, numbered from 0.

    >>> blocks = [Block("METHODS: We measured CRP (3.5 vs. 4.1 mg/L). None rose."), Block("Keywords: CRP; MRI")]
    >>> [(s.index, s.role, s.text) for s in split(blocks, "en")]
    [(0, 'label', 'METHODS:'), (1, 'body', 'We measured CRP (3.5 vs. 4.1 mg/L).'), (2, 'body', 'None rose.'),
     (3, 'keywords', 'Keywords: CRP; MRI')]
    """
    bare = _bare_labels(blocks, lang)
    segments: list[Segment] = []
    for number, block in enumerate(blocks):
        spans = list(_spans(block, lang, bare=bare))
        if block.role == "body" and len(spans) == 1 and spans[0].role == "body":
            following = blocks[number + 1].text if number + 1 < len(blocks) else None
            role = _line_role(block.text, following, lang, first=number == 0)
            spans = [_Span(spans[0].start, spans[0].end, role)]
        for span in spans:
            text = block.text[span.start : span.end]
            segments.append(Segment(block, span.start, text, lang, len(segments), span.role))
    return tuple(segments)


def whole(blocks: Sequence[Block], lang: Lang) -> tuple[Segment, ...]:
    """Take each block as one segment as it stands; an empty one keeps its number.

    >>> [s.text for s in whole([Block("One. Two."), Block(""), Block("Three")], "en")]
    ['One. Two.', '', 'Three']
    """
    return tuple(Segment(block, 0, block.text, lang, i, block.role) for i, block in enumerate(blocks))


def _spans(block: Block, lang: Lang, *, bare: bool) -> Iterator[_Span]:
    text = block.text
    if not text.strip():
        return
    if block.role != "body":
        yield _trim(text, 0, len(text), block.role)
        return
    if keywords.is_keywords(text):
        yield _trim(text, 0, len(text), "keywords")
        return
    yield from _merge(text, _sentences(text, lang, bare=bare))


def _sentences(text: str, lang: Lang, *, bare: bool) -> Iterator[_Span]:
    """Yield sentences and the labels before them; a keywords label takes the rest of the block."""
    edges = [0, *_CUTS[lang](text), len(text)]
    for start, end in pairwise(edges):
        at = _skip(text, start, end)
        while at < end:
            if sections.KEYWORDS.match(text[at : at + 60]) or (lang == "zh" and keywords.ends_with_list(text[at:])):
                yield _trim(text, at, len(text), "keywords")
                return
            size = _label(text[at : min(end, at + 80)], lang, bare=bare)
            if not size:
                break
            yield _trim(text, at, at + size, "label")
            at = _skip(text, at + size, end)
        if at < end:
            yield _trim(text, at, end, "body")


def _label(text: str, lang: Lang, *, bare: bool) -> int:
    """Return the length of the label that a sentence begins with, 0 where there is none."""
    for pattern in (_BRACKETED, _MARKED, _DOTTED):
        m = pattern.match(text)
        if m and sections.section_of(m[0]) is not None:
            return m.end()
    m = _CAPITALS.match(text)
    if m:
        return m.end()
    m = _HEAD.match(text)
    if m and _label(text[m.end() :], lang, bare=bare):
        return len(m[0].rstrip())
    if sections.section_of(text) is not None and len(text) < 80:
        return len(text)
    return _bare(text, lang)[0] if bare else 0


def _bare(text: str, lang: Lang) -> tuple[int, bool]:
    """Return the length of a label without mark, and whether white space sets it off; (0, False) for none."""
    if lang == "en":
        if not text[:1].isupper():
            return 0, False
        m = _BARE_EN.match(text)
        return (len(m["label"]), True) if m else (_name_of_words(text), True)
    m = _BARE_ZH.match(text)
    if not m or sections.section_of(m["label"] or m["tight"]) is None:
        return 0, False
    return len(m["label"] or m["tight"]), m["label"] is not None


def _name_of_words(text: str) -> int:
    """Return the length of a section's name of several words with a capital behind it, 0 where there is none.

    >>> _name_of_words("Main Outcomes and Measures The outcome was death."), _name_of_words("Main Street Hospital")
    (26, 0)
    """
    ends = [m.start() for m in _NEXT_CAPITAL.finditer(text[:_LONGEST_NAME]) if " " in text[: m.start()]]
    return next((end for end in ends[::-1] if sections.section_of(text[:end]) is not None), 0)


def _bare_labels(blocks: Sequence[Block], lang: Lang) -> bool:
    """Say whether this side marks its sections by a label without colon: two different ones show it, one does not.

    Chinese without even a space (`目的探讨…。方法选取…`) needs three of them.
    """
    seen: set[str | None] = set()
    tight: set[str | None] = set()
    for block in blocks:
        if block.role != "body":
            continue
        for start in (0, *_CUTS[lang](block.text)):
            at = _skip(block.text, start, len(block.text))
            at = _skip(block.text, at + _label(block.text[at : at + 80], lang, bare=False), len(block.text))
            text = block.text[at : at + 80]
            size, loose = _bare(text, lang)
            if size:
                (seen if loose else tight).add(sections.section_of(text[:size]))
    return len(seen) >= 2 or len(seen | tight) >= 3


def _merge(text: str, spans: Iterable[_Span]) -> list[_Span]:
    """Join to a span what belongs to it: one that holds no letter or digit (`***`, a stray full stop), or a grade."""
    merged: list[_Span] = []
    for span in spans:
        if merged and not _LETTER.search(text[span.start : span.end]):
            merged[-1] = _Span(merged[-1].start, span.end, merged[-1].role)
            continue
        grade = _GRADE.match(text, span.start, span.end) if merged and span.role == merged[-1].role == "body" else None
        if grade:
            merged[-1] = _Span(merged[-1].start, grade.end(), "body")
        rest = _trim(text, grade.end(), span.end, span.role) if grade else span
        if rest.end > rest.start:
            merged.append(rest)
    return merged


def _line_role(block: str, following: str | None, lang: Lang, *, first: bool) -> Role:
    """Return the role of a block that is one sentence: title, heading or body."""
    text = block.strip()
    longest = {"en": 300, "zh": 100}[lang] if first else {"en": 100, "zh": 36}[lang]
    if following is None or len(text) > longest or (lang == "en" and text[:1].islower() and not first):
        return "body"
    if _END.search(text) and not (first and _label(following.lstrip()[:80], lang, bare=False)):
        return "title" if first and text[-1] in "?？" else "body"
    return "title" if first else "heading"


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _trim(text: str, start: int, end: int, role: Role) -> _Span:
    start = _skip(text, start, end)
    while end > start and text[end - 1].isspace():
        end -= 1
    return _Span(start, end, role)
