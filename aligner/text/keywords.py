"""The items of a line of keywords."""

from __future__ import annotations

import re

from aligner.text.sections import KEYWORDS, KEYWORDS_BARE, KEYWORDS_LABEL

_STRONG = re.compile(r"[;；|•·∙]|(?<=[\s])/(?=\s)")
_WEAK = re.compile(r"[,，、](?!\d)|\n|\r")
_WIDE = re.compile(r"[ \t\u3000\u00a0]{2,}|[\u3000\t\u2002\u2003]")
_HAN_SPACE = re.compile(
    r"(?<=[\u3400-\u9fff）)])[ \u00a0](?=[\u3400-\u9fffA-Za-z])|(?<=[A-Za-z])[ ](?=[\u3400-\u9fff])"
)
_EDGE = " \t\r\n\u3000\u00a0\u2002\u2003.。．;；,，、:："


def is_keywords(text: str) -> bool:
    """Say whether a line begins with a label for keywords.

    A label without colon counts where a list follows, not where a sentence does.

    >>> is_keywords("Key words: hip; knee"), is_keywords("关键词 髋关节；膝关节")
    (True, True)
    >>> is_keywords("Keywords were chosen by hand.")
    False
    """
    if KEYWORDS.match(text):
        return True
    bare = KEYWORDS_BARE.match(text)
    if not bare:
        return bool(KEYWORDS_LABEL.fullmatch(text.strip()))
    rest = text[bare.end() :].rstrip()
    # An English sentence may begin with "Keywords"; it holds no list and ends with a full stop.
    return bool(_STRONG.search(rest)) or (not rest.endswith((".", "。")) and bool(_separator(rest)))


def ends_with_list(text: str) -> bool:
    """Say whether all of what is left of a Chinese text is a list of keywords behind a label without colon.

    >>> ends_with_list("关键词 髋关节；膝关节"), ends_with_list("关键词 由两人选定；意见不一时讨论。结果如下。")
    (True, False)
    """
    bare = KEYWORDS_BARE.match(text)
    return bare is not None and "。" not in text[bare.end() :].rstrip("。 \n") and is_keywords(text)


def items(text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each keyword in a keywords line, the label left out.

    Semicolons separate where there are any, else commas, else wide spaces.

    >>> line = "Key words: arthritis, rheumatoid; hip joint."
    >>> [line[a:b] for a, b in items(line)]
    ['arthritis, rheumatoid', 'hip joint']
    """
    label = KEYWORDS.match(text) or KEYWORDS_BARE.match(text) or re.match(r"\s*", text)
    start = label.end() if label else 0
    body = text[start:]
    separator = _separator(body)
    edges = [(m.start(), m.end()) for m in separator.finditer(body)] if separator else []
    starts = [0, *(end for _, end in edges)]
    ends = [*(begin for begin, _ in edges), len(body)]
    found = (_trim(text, start + a, start + b) for a, b in zip(starts, ends, strict=True))
    return tuple((a, b) for a, b in found if a < b)


def _separator(body: str) -> re.Pattern[str] | None:
    trimmed = body.strip(_EDGE)
    return next((p for p in (_STRONG, _WEAK, _WIDE, _HAN_SPACE) if p.search(trimmed)), None)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end
