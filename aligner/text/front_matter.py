"""What a copied page holds beside its text: authors, affiliations, the journal's line, identifiers, dates, rights.

A line is set aside for what it is made of, all of it, not for a word it contains: a title that names a hospital
and a sentence that cites a doi stay. Authors and affiliations without marks of their own are looked for only
where pages have them, before the abstract.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from aligner.model import Block, Lang
from aligner.text import chinese_sentences, english_sentences, keywords, sections
from aligner.text._imprint import identifies, is_imprint, is_text
from aligner.text._people import affiliation, authors, is_name

_LINE_END = re.compile(r"\r\n|\r|\n")
_ENDED = (".", "。", "!", "?", "！", "？")
# Rights and identifiers at the end of an abstract, in the paragraph of its last sentence.
_TAIL = re.compile(
    r"(?:(?<=[.!?。)\]])|(?<=[.!?。)\]]\s))(?=\s*(?:(?:Copyright\s*)?(?:©|\([Cc]\)\s*(?:19|20)\d\d|&copy;)"
    r"|Copyright\s+(?:19|20)\d\d|版权所有|版權所有|(?:This article is|This is an) (?:protected by copyright"
    r"|open[\s-]access)"
    r"|PMID\s*[:：]\s*\d|DOI\s*[:：]\s*10\.|doi\s*[:：]\s*10\.|\(ABSTRACT TRUNCATED|All rights reserved))"
    r"|(?<=[。.])(?=\s*(?:更多|收起|展开)(?:全部|还原)?\W{0,3}$)"
    r"|(?:(?<=\s)|(?<=[。；;.\u3000]))(?=[【\[［]?(?:中图分类号|中圖分類號|文献标[识志]码|文獻標識碼|文章编号"
    r"|文章編號"
    r"|CLC\s+number|Document\s+code|Article\s+ID)\s*[】\]］:：\s])"
)
_ABSTRACT = re.compile(r"(?<=\s)(?:Abstract|ABSTRACT|Summary|SUMMARY)\b[:.]?(?=\s+[A-Z])|(?<=\s)[【\[［]?摘\s{0,2}要")
_LONGEST_TAIL = _LONGEST_HEAD = 600
_REFERENCE = re.compile(r"\W?\d{1,3}(?:[\].)、．]\s*|\s+)\S.*\b(?:19|20)\d\d\b")
# The buttons of a site, each on a line of its own; one of them alone may be a heading.
_BUTTONS = frozenset(
    ("首页", "学术期刊", "在线阅读", "下载", "引用", "收藏", "分享", "打印", "导出", "展开", "收起", "更多", "目录")
)
# What is left over of a journal's line that was wrapped: `Epub 2022` / `Feb 3.`
_REST = re.compile(r"(?:(?:19|20)\d\d\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?:\s+\d{1,2})?\.")
# A label of front matter that has its value on the next line, as databases print them.
_ALONE = re.compile(r"[^:：]{1,24}[:：]")
# Headings of a database's page below the abstract. Under these stands no more text, whatever it looks like ...
_LINKED = re.compile(
    r"\W{0,3}(?:similar articles|cited by(?:\s+\d.{0,30})?|linkout\b.{0,20}|(?:相似文献|引证文献|相关文[献章])\s?\d*)"
    r"\W{0,3}",
    re.I,
)
# ... and under these a list: up to the next line of prose.
_LISTED = re.compile(
    r"\W{0,3}(?:references|publication types?|mesh terms?|substances|grants? and funding|associated data"
    r"|related information|(?:comments?|erratum|update|retraction|republished) (?:in|on)|full text sources"
    r"|(?:参考文献|參考文獻)\s?\d*)\W{0,3}",
    re.I,
)


def separate(blocks: Sequence[Block], lang: Lang) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the blocks of one side that are its text, and those that are front matter, each in order.

    A block that begins or ends with front matter (`... joints. © 2009 The Authors.`) is cut there.

    >>> lines = "Smith JA, van der Berg K", "Department of Medicine, Leiden, the Netherlands.", "We report a case."
    >>> kept, aside = separate([Block(line) for line in lines], "en")
    >>> [b.text for b in kept], [b.role for b in aside]
    (['We report a case.'], ['front matter', 'front matter'])
    """
    parts = [part for block in blocks for part in _cut(block, lang)]
    verdicts = [part.role == "front matter" or (part.role == "body" and is_imprint(part.text)) for part in parts]
    head = _head(parts, verdicts, lang)
    for i, part in enumerate(parts):
        if not verdicts[i] and part.role == "body":
            beside = i > 0 or (len(parts) > 1 and (verdicts[1] or affiliation(parts[1].text, lang) > 0))
            verdicts[i] = _of_people(part.text, lang, in_head=i < head and beside)
    _neighbours(parts, verdicts, head, lang)
    _below(parts, verdicts, head, lang)
    _printed(parts, verdicts, head, lang)
    if all(verdicts):  # a text does not become empty by names alone
        verdicts = [part.role == "front matter" or is_imprint(part.text) for part in parts]
    marked = list(zip(parts, verdicts, strict=True))
    kept = tuple(part for part, aside in marked if not aside)
    return kept, tuple(replace(part, role="front matter") for part, aside in marked if aside)


def stands_alone(text: str, lang: Lang) -> bool:
    """Say whether a line is surely front matter, whatever its neighbours are.

    >>> stands_alone("PMID: 12345678", "en"), stands_alone("Pain was common.", "en")
    (True, False)
    """
    return is_imprint(text) or authors(text, lang) == 2 or affiliation(text, lang) == 2


def _cut(block: Block, lang: Lang) -> list[Block]:
    """Cut front matter off the beginning and the end of a paragraph."""
    if block.role != "body":
        return [block]
    at = _head_end(block.text, lang)
    if at:
        return [_front(_part(block, 0, at)), *_cut_tail(_part(block, at, len(block.text)))]
    return [block] if is_imprint(block.text) else _cut_tail(block)


def _head_end(text: str, lang: Lang) -> int:
    """Return where text follows an identifier or a journal's line at the head of a paragraph, 0 for nowhere."""
    if not identifies(text[:_LONGEST_HEAD]) and not re.search(r"\d[.;:]", text[:_LONGEST_HEAD]):
        return 0
    near = text[: 2 * _LONGEST_HEAD]
    cuts = english_sentences.cuts(near) if lang == "en" else chinese_sentences.cuts(near)
    for at, end in pairwise([*cuts, len(near)]):
        if at > _LONGEST_HEAD or not identifies(text[:at]):
            continue
        follows = text[at:end].strip()
        if sections.starts_label(follows[:80]) or is_text(follows):
            return at
    label = _ABSTRACT.search(near, 1)
    return label.start() if label and identifies(text[: label.start()]) else 0


def _cut_tail(block: Block) -> list[Block]:
    """Cut off what closes a paragraph and is not its text; keywords behind it stay."""
    text = block.text
    m = _TAIL.search(text, max(0, len(text) - _LONGEST_TAIL))
    if not m or not text[: m.start()].strip() or re.search(r"\b(?:We|we|were|was)\b", text[m.start() :]):
        return [block]
    listed = re.compile(r"(?<=\s)" + sections.KEYWORDS.pattern, re.IGNORECASE).search(text, m.start())
    end = listed.start() if listed else len(text)
    parts = [_part(block, 0, m.start()), _front(_part(block, m.start(), end))]
    return [*parts, _part(block, end, len(text))] if listed else parts


def _front(block: Block) -> Block:
    return replace(block, role="front matter")


def _part(block: Block, start: int, end: int) -> Block:
    """Return a slice of a block, trimmed, as a block of its own with its place in the file."""
    text = block.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    breaks = [m.end() for m in _LINE_END.finditer(text, 0, start)]
    column = start - breaks[-1] + 1 if breaks else block.column + start
    offsets = block.offsets[start:end] if block.offsets is not None else None
    return replace(block, text=text[start:end], line=block.line + len(breaks), column=column, offsets=offsets)


def _head(parts: Sequence[Block], verdicts: Sequence[bool], lang: Lang) -> int:
    """Return the number of the first block of the abstract: a label, or a sentence long enough to be prose."""
    for i, part in enumerate(parts):
        text = part.text.strip()
        if verdicts[i] or not text:
            continue
        if sections.starts_label(text[:80]) or sections.section_of(text) is not None:
            return i
        if _is_prose(text, lang) and not affiliation(text, lang) and not authors(text, lang):
            return i
    return len(parts)


def _is_prose(text: str, lang: Lang) -> bool:
    """Say whether a block is a sentence long enough to be no title, or several."""
    wordy = len(re.findall(r"[a-z]{2,}", text)) >= 12 if lang == "en" else len(text) >= 30
    return wordy and (text.rstrip("\"'”’)）").endswith(_ENDED) or len(text) > 300)


def _ends_list(text: str, lang: Lang) -> bool:
    """Say whether a block is prose, and no reference with its number and year."""
    return _is_prose(text, lang) and not _REFERENCE.match(text)


def _printed(parts: Sequence[Block], verdicts: list[bool], head: int, lang: Lang) -> None:
    """Set aside rows of buttons, and the value below a label of front matter: `分类号：`, `R587.1`."""
    button = [part.role == "body" and part.text.strip() in _BUTTONS for part in parts]
    for i, part in enumerate(parts):
        if verdicts[i] or part.role != "body":
            continue
        row = button[max(0, i - 1) : i + 2]
        label = parts[i - 1].text.strip() if i else ""
        follows = i > head and verdicts[i - 1] and part.line - parts[i - 1].line <= 2 and _ALONE.fullmatch(label)
        labelled = sections.starts_label(part.text[:80]) or sections.section_of(part.text) is not None
        rest = i > 0 and verdicts[i - 1] and _REST.fullmatch(part.text.strip()) is not None
        value = follows and not labelled and not _is_prose(part.text, lang)
        verdicts[i] = (button[i] and sum(row) >= 2) or bool(value) or rest


def _below(parts: Sequence[Block], verdicts: list[bool], head: int, lang: Lang) -> None:
    """Set aside what a database lists below an abstract: similar articles, references, publication types."""
    under: re.Pattern[str] | None = None
    for i in range(head + 1, len(parts)):
        text = parts[i].text.strip()
        if parts[i].role != "body":
            continue
        heading = _LINE_END.split(text, maxsplit=1)[0]
        opens = next((p for p in (_LINKED, _LISTED) if p.fullmatch(heading)), None)
        if under is None and heading.lower() == "substances":  # listed after others, else a heading like any
            opens = None
        if heading == "Figures" and any("PMID" in p.text for p in parts[:head]):
            opens = _LINKED  # pictures of a database's page; a manuscript's legends stay
        if opens is not None:
            under = _LINKED if under is _LINKED else opens
        elif sections.starts_label(text[:80]) or (under is _LISTED and not verdicts[i] and _ends_list(text, lang)):
            under = None
        verdicts[i] = verdicts[i] or under is not None


def _of_people(text: str, lang: Lang, *, in_head: bool) -> bool:
    """Say whether a block is a line of authors or of affiliations, where it stands."""
    if keywords.is_keywords(text) or sections.starts_label(text[:80]):
        return False
    strength = max(authors(text, lang), affiliation(text, lang))
    return strength == 2 or (strength == 1 and in_head)


def _neighbours(parts: Sequence[Block], verdicts: list[bool], head: int, lang: Lang) -> None:
    """Set aside what only the next line gives away: a name above an affiliation, a lone mark, half a journal's line."""
    for i in range(min(head, len(parts) - 1)):
        text, following = parts[i].text.strip(), parts[i + 1].text.lstrip()
        if verdicts[i] or parts[i].role != "body" or not verdicts[i + 1]:
            continue
        name = i > 0 and affiliation(following, lang) > 0 and is_name(text, lang)
        mark = len(text) < 12 and not re.search(r"[^\W\d_]{2,}", text)
        half = following[:1] in ".;" and len(text) <= 60 and len(text.split()) <= 8
        verdicts[i] = name or mark or half
