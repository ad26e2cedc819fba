"""Spaces inside a Chinese text.

What it finds
    A space between two Chinese characters, as in 骨髓 水肿, and a space before or behind a full-width mark, each
    reported once for the document with all places.

Why it matters
    Chinese is written without spaces. One inside a word shows that the text was pasted from lines or tokens, breaks
    the search for the word, and is set as a gap.

What it leaves alone
    The space that many set between Chinese and Latin letters or figures, the one behind a label (`目的 观察疗效`),
    lists of keywords or names, spaces of a table's width, the one that some type behind 。, and sentences whose source
    is cut into tokens as well.

How to fix it
    Delete the space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks._flaws import HAN, Flaw, between, by_kind
from aligner.model import Context, Example, Pair, Rule
from aligner.text.addresses import masked
from aligner.text.sections import is_label

_BLANK = "[ \u00a0\u3000]"
_BETWEEN = re.compile(rf"(?<={HAN.pattern}){_BLANK}{{1,2}}(?={HAN.pattern})")
_BEFORE_MARK = re.compile(rf"(?<=[^\s\0]){_BLANK}(?=[，。；：、！？”）》】])")
_BEHIND_MARK = re.compile(rf"(?<=[，；：、“（《【]){_BLANK}(?={HAN.pattern}|[（“《])")
_TOKENS = re.compile(r"\w [,.;](?:\s|$)")
_LIST = 5  # characters to a space: where there are fewer, it is a list, a table or a poem
_ROLES = frozenset({"body", "title"})


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    text = pair.target_text
    if any(segment.role not in _ROLES for segment in pair.target):
        return
    clean = masked(text)
    spaces = [found.span() for found in _BETWEEN.finditer(clean) if not _behind_label(text, found.start())]
    if len(spaces) * _LIST < len(HAN.findall(text)):
        for start, end in spaces:
            message = "a space between Chinese characters; delete it"
            yield Flaw("between", message, *between(text, start, end, ""))
    if _TOKENS.search(pair.source_text):
        return
    for name, pattern in (("before", _BEFORE_MARK), ("behind", _BEHIND_MARK)):
        for found in pattern.finditer(clean):
            message = f"a space {name} a full-width mark; delete it"
            yield Flaw(name, message, *between(text, *found.span(), ""))


def _behind_label(text: str, at: int) -> bool:
    """Whether the words before a space are a label such as 目的, or an ordinal such as 第一."""
    head = re.split(r"[。；\n]\s*", text[:at])[-1].strip()
    return is_label(head) or bool(re.fullmatch(r"[（(]?[第一二三四五六七八九十\d]+[章节条款项、）)]*", head))


RULE = Rule(
    id="space-in-chinese",
    title="Spaces inside Chinese text",
    category="Linguistic conventions/Punctuation",
    severity="minor",
    scope="document",
    target_lang="zh",
    check=by_kind(_flaws),
    bad=(
        Example("Bone marrow oedema was seen on MRI.", "MRI显示股骨头骨髓 水肿，无骨折。"),
        Example("The pain, however, was gone.", "但是 ，疼痛已消失。"),
    ),
    good=(
        Example("Objective To study the effect", "目的 观察疗效"),
        Example("The MRI of 12 patients was normal.", "12 例患者的 MRI 正常。"),
        Example("Keywords: hip; knee", "关键词：髋关节 膝关节"),
    ),
    source="GB/T 15834-2011",
)
