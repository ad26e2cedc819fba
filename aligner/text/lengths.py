"""How long a text is, as translators count it."""

from __future__ import annotations

import re

from aligner.model import Lang

_WORD = re.compile(r"[^\W_]+(?:[-'’.,/][^\W_]+)*")
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_CHARACTER = re.compile(rf"[{_HAN}]|(?:[^\W_{_HAN}])+(?:[-'’.,/][^\W_{_HAN}]+)*")
UNITS: dict[Lang, str] = {"en": "words", "zh": "characters"}


def length(text: str, lang: Lang) -> int:
    """Count English words, or Chinese characters, where a word or number in other letters counts as one.

    Marks are not counted; what a hyphen, an apostrophe, a point or a stroke joins is one word.

    >>> length("A 3.5-year-old girl's X-ray.", "en"), length("3.5岁女孩的MRI。", "zh")
    (4, 6)
    """
    return sum(1 for _ in (_WORD if lang == "en" else _CHARACTER).finditer(text))
