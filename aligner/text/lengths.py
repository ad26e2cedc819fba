"""How long a text is, as translators count it."""

from __future__ import annotations

import re

from aligner.model import Lang

_WORD = re.compile(r"[^\W_]+(?:[-'’.,/][^\W_]+)*")
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_CHARACTER = re.compile(rf"[{_HAN}]|(?:[^\W_{_HAN}])+(?:[-'’.,/][^\W_{_HAN}]+)*")
_COMMON_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTER = re.compile(r"[^\W_\u3400-\u9fff]")
LETTERS_A_CHARACTER = 3.02  # English letters that a Chinese character stands for, by benchmarks/fit_length.py
UNITS: dict[Lang, str] = {"en": "words", "zh": "characters"}


def length(text: str, lang: Lang) -> int:
    """Count English words, or Chinese characters, where a word or number in other letters counts as one.

    Marks are not counted; what a hyphen, an apostrophe, a point or a stroke joins is one word.

    >>> length("A 3.5-year-old girl's X-ray.", "en"), length("3.5岁女孩的MRI。", "zh")
    (4, 6)
    """
    return sum(1 for _ in (_WORD if lang == "en" else _CHARACTER).finditer(text))


def counts(text: str) -> tuple[int, int]:
    """Return the numbers of Chinese characters and of letters and figures.

    >>> counts("MRI显示3处骨折。")
    (5, 4)
    """
    return len(_COMMON_HAN.findall(text)), len(_LETTER.findall(text))


def expected_letters(chinese: str) -> float:
    """Return how many letters the English of a Chinese text has, as a rule.

    >>> round(expected_letters("MRI显示3处骨折。"), 1)
    19.1
    """
    characters, letters = counts(chinese)
    return LETTERS_A_CHARACTER * characters + letters
