"""What the columns for the two languages are called in tables and glossaries."""

from __future__ import annotations

import re
import unicodedata

from aligner.model import Lang

_REGION = "us|gb|uk|au|ca|nz|ie|cn|tw|hk|sg|mo|hans|hant"
LANGUAGES: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(rf"(?:en|eng)(?: (?:{_REGION}))*|english(?: (?:us|uk|text))?|英[文语語]"),
    "zh": re.compile(
        rf"(?:zh|zho|chi|chn|cmn|cn|chs|cht)(?: (?:{_REGION}))*|(?:(?:simplified|traditional) )?(?:chinese|mandarin)"
        r"(?: (?:simplified|traditional|text))?|(?:[简簡繁][体體])?(?:中文|[汉漢][语語])"
    ),
}
"""Plain names of columns in these languages."""


def plain(name: str) -> str:
    """Return a column's name as it is compared: small letters, words parted by a space.

    >>> plain("Chinese (Simplified)"), plain("translation.zh_CN"), plain("ＥＮ")
    ('chinese simplified', 'translation zh cn', 'en')
    """
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", name).casefold()).strip()


def language_of(name: str) -> Lang | None:
    """Return the language that a column's name names, None where it names none.

    >>> [language_of(name) for name in ("English", "中文", "zh-CN", "note")]
    ['en', 'zh', 'zh', None]
    """
    found = plain(name)
    return next((lang for lang, names in LANGUAGES.items() if names.fullmatch(found)), None)
