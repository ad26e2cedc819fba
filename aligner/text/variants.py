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

_ENDING = tuple(ending for ending, _ in _ENDINGS)

# British spellings and their American ones. Both sides of every comparison go through the same rules, so a rule that
# also touches other words (`exercise`) does no harm.
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{2})our(?=$|s|al|ed|er|ing|less|able|ab|ite)"), "or"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"sulph"), "sulf"),
    (re.compile(r"(?<=[a-z]{2})is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|es|ed|ing|er|ers)$)"), "yz"),
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"),
    (re.compile(r"mme(?=s?$)"), "m"),
    (re.compile(r"ogue(?=s?$)"), "og"),
)
# What one of them needs, so that most words are not asked about each.
_BRITISH = re.compile(r"our|[ao]e|sulph|is[eai]|ys[ei]|[bt]re|mme|ogue")
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_DOUBLED = re.compile(r"ll(?=(?:ed|ing|er)$)")

_WHOLE_WORDS = {"aluminium": "aluminum", "grey": "gray", "practise": "practice", "disc": "disk"}

DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−－", "-"))
# Marks that Chinese writes inside foreign names (哈弗斯·…) in several shapes or not at all.
MIDDLE_DOTS = "·•・‧∙⋅"


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
    >>> english_key("χ²") == english_key("χ2"), english_key("D₃") == english_key("D3")
    (True, True)
    """
    word = word.lower() if word.isascii() else unaccented(word).casefold().translate(RAISED)
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    word = _IRREGULAR.get(word, word)
    if len(word) < 4 or not word.isalpha():
        return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word
    word = _singular(word)
    word = _WHOLE_WORDS.get(word, word)
    word = american_spelling(word)
    return _DOUBLED.sub("l", word) if "ll" in word else word


def american_spelling(word: str) -> str:
    """Return a word in lower case in American spelling; one of up to four letters as it is.

    >>> american_spelling("tumours"), american_spelling("oedema"), american_spelling("randomised")
    ('tumors', 'edema', 'randomized')
    """
    if len(word) > 4 and _BRITISH.search(word):
        for pattern, instead in _SPELLINGS:
            word = pattern.sub(instead, word)
    return word


def _singular(word: str) -> str:
    """Bring the plural and the singular ending to one form; not a dictionary form."""
    if word.endswith("us") and len(word) > 4:
        return word[:-2] + "i"
    if word.endswith("uses") and len(word) > 5 and word[-5] not in "aof":  # not causes, spouses, infuses
        return word[:-4] + "i"
    if word.endswith(_ENDING):
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
    for offset, char in enumerate(text.translate(DASHES).translate(RAISED)):
        if char in MIDDLE_DOTS or char.isspace():
            continue
        folded = chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char
        lower = folded.lower()
        kept.append(lower if len(lower) == 1 else folded)
        offsets.append(offset)
    return "".join(kept), (*offsets, offsets[-1] + 1 if offsets else 0)
