"""One key for the spellings of a word: inflection, British and American, accents, case; and for Chinese, width.

A key is for comparing, never for showing: two spellings that professionals take for one word have the same key,
and the verbatim text is reached through offsets. The rules are applied to both sides of a comparison, so a rule
that also touches words it is not meant for (`four` and `for`) does harm only where two terms meet.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Word forms that no ending rule connects.
_IRREGULAR = {
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "men": "man",
    "women": "woman",
    "mice": "mouse",
    "lice": "louse",
    "phalanges": "phalanx",
    "pharynges": "pharynx",
    "larynges": "larynx",
    "meninges": "meninx",
    "femora": "femur",
    "corpora": "corpus",
    "genera": "genus",
    "foramina": "foramen",
    "lumina": "lumen",
    "viscera": "viscus",
    "stigmata": "stigma",
    "stomata": "stoma",
    "sarcomata": "sarcoma",
    "carcinomata": "carcinoma",
    "data": "datum",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "ganglia": "ganglion",
    "axes": "axis",
    "testes": "testis",
    "lenses": "lens",
}

# (ending, what it becomes), first fit; each pair of a singular and a plural ending meets in one key.
_ENDINGS = (
    ("itides", "itis"),
    ("sses", "ss"),
    ("exes", "ic"),
    ("ixes", "ic"),
    ("ums", "a"),
    ("ices", "ic"),
    ("ies", "y"),
    ("ae", "a"),
    ("sis", "se"),
    ("ses", "se"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("zes", "ze"),
    ("oes", "o"),
    ("um", "a"),
    ("ix", "ic"),
    ("ex", "ic"),
)

# British and American: applied after the ending rules, to words of five letters and more.
_SPELLING = (
    (re.compile(r"(?<=[a-z])our(?=$|al|ed|er|ing|less)"), "or"),
    (re.compile(r"oe|ae"), "e"),
    (re.compile(r"sulph"), "sulf"),
    (re.compile(r"is(?=(?:e|ed|ing|ation|er)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|ing|er)$)"), "yz"),
    (re.compile(r"(?<=[bt])re$"), "er"),
    (re.compile(r"ll(?=(?:ed|ing|er)$)"), "l"),
    (re.compile(r"mme$"), "m"),
    (re.compile(r"ogue$"), "og"),
)

_WHOLE_WORDS = {"aluminium": "aluminum", "grey": "gray", "practise": "practice", "disc": "disk"}

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−－", "-"))
# Marks that Chinese writes inside foreign names (哈弗斯·…) in several shapes or not at all.
_MIDDLE_DOTS = "·•・‧∙⋅"


@lru_cache(maxsize=65536)
def english_key(word: str) -> str:
    """Return the key of one English word: the same for its singular and plural and its spellings.

    >>> english_key("Oedemas") == english_key("edema")
    True
    >>> english_key("arthritides") == english_key("arthritis")
    True
    >>> english_key("diagnoses") == english_key("Diagnosis")
    True
    >>> english_key("thrombi") == english_key("thrombus")
    True
    """
    word = unaccented(word).casefold()
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    word = _IRREGULAR.get(word, word)
    if len(word) < 4 or not word.isalpha():
        return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word
    word = _singular(word)
    word = _WHOLE_WORDS.get(word, word)
    if len(word) > 4:
        for pattern, replacement in _SPELLING:
            word = pattern.sub(replacement, word)
    return word


def _singular(word: str) -> str:
    """Bring the plural and the singular ending to one form; not a dictionary form."""
    if word.endswith("us") and len(word) > 4:
        return word[:-2] + "i"
    if word.endswith("uses") and len(word) > 5 and word[-5] not in "aof":  # not causes, spouses, infuses
        return word[:-4] + "i"
    for ending, replacement in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + replacement
    if word.endswith("s") and not word.endswith(("ss", "is")):
        return word[:-1]
    return word


def unaccented(text: str) -> str:
    """Return the text without accents, one character for each.

    >>> unaccented("Sjögren")
    'Sjogren'
    """
    if text.isascii():
        return text
    return "".join((unicodedata.normalize("NFKD", c)[:1] or c) if c.isalpha() else c for c in text)


def chinese_key(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the text with one width, lower case, no inner spaces or middle dots, and each character's offset.

    The tuple has one entry more than the key: the offset behind the last character.

    >>> chinese_key("Ｃ 反应·蛋白")
    ('c反应蛋白', (0, 2, 3, 5, 6, 7))
    """
    kept, offsets = [], []
    for offset, char in enumerate(text.translate(_DASHES)):
        if char in _MIDDLE_DOTS or char.isspace():
            continue
        folded = chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char
        lower = folded.lower()
        kept.append(lower if len(lower) == 1 else folded)
        offsets.append(offset)
    return "".join(kept), (*offsets, offsets[-1] + 1 if offsets else 0)
