"""The ledger of abbreviations: where a text introduces them, and where it uses them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from aligner.model import Lang

_LETTERS = "A-Za-zα-ωΑ-ΩⅠ-Ⅻ"
_SHORT = rf"[{_LETTERS}]?[A-Z][{_LETTERS}0-9]*(?:[-&‑–][{_LETTERS}0-9]+)*\+?"
_TOKEN = re.compile(rf"(?<![{_LETTERS}0-9-])({_SHORT})(?![{_LETTERS}0-9])")
_BRACKET = re.compile(r"[(（]([^()（）]{2,160})[)）]")
_ONLY = re.compile(rf"\s*({_SHORT})\s*(?:[,，;；].*)?", re.DOTALL)
_LAST = re.compile(
    rf"(.*[a-z].*?)(?:[,，;；、]\s?|\s[-–—]\s|或|简称为?|缩写为?|abbreviated(?: as)?\s)\s*({_SHORT})\s*", re.DOTALL
)
_HAN = "\u3400-\u9fff"
_HAN_BEFORE = re.compile(rf"[{_HAN}][{_HAN}{_LETTERS}0-9·-]*\s?$")
_WORD = re.compile(rf"[{_LETTERS}0-9'’]+")
_BREAK = re.compile(r"[.;:!?()（）]\s")
_ROMAN = re.compile(r"[IVX]+")


@dataclass(frozen=True, slots=True)
class Introduction:
    """An abbreviation and the long form it is introduced with; offsets count from the start of the text.

    `key` is the abbreviation without plural and hyphens, for comparison. The long form of a Chinese text is the
    run of characters before the bracket: where it begins is for a reader with a dictionary to say.
    """

    key: str
    start: int
    end: int
    long_start: int
    long_end: int


def key_of(abbreviation: str) -> str:
    """Return an abbreviation as compared: without plural s, hyphens and case.

    >>> key_of("NSAIDs"), key_of("Covid-19")
    ('NSAID', 'COVID19')
    """
    short = re.sub(r"(?<=[A-Z0-9])['’]?s$", "", abbreviation)
    return re.sub(r"[^A-Za-z0-9α-ωΑ-Ω]", "", unicodedata.normalize("NFKC", short)).upper()


def is_abbreviation(token: str) -> bool:
    """Say whether a token is written as an abbreviation: at least two capitals, no Roman numeral, not too long.

    >>> [is_abbreviation(t) for t in ("MRI", "mRNA", "TNF-α", "III", "Table", "P")]
    [True, True, True, False, False, False]
    """
    capitals = sum(c.isupper() for c in token)
    return capitals >= 2 and len(token) <= 12 and not _ROMAN.fullmatch(token)


def uses(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield (key, start, end) of every token written as an abbreviation.

    >>> list(uses("MRI与 CT"))
    [('MRI', 0, 3), ('CT', 5, 7)]
    """
    for found in _TOKEN.finditer(text):
        if is_abbreviation(found.group(1)):
            yield key_of(found.group(1)), *found.span(1)


def introductions(text: str, lang: Lang) -> tuple[Introduction, ...]:
    """Return the abbreviations that a text introduces, in order.

    English is sure by the letters: those of the abbreviation stand in the words before the bracket in order.
    Chinese cannot be checked so; a bracket with nothing but the abbreviation behind Chinese counts.

    >>> text = "magnetic resonance imaging (MRI)"
    >>> [(i.key, text[i.long_start:i.long_end]) for i in introductions(text, "en")]
    [('MRI', 'magnetic resonance imaging')]
    >>> [i.key for i in introductions("磁共振成像（magnetic resonance imaging，MRI）", "zh")]
    ['MRI']
    """
    found = (_introduced(text, bracket, lang) for bracket in _BRACKET.finditer(text))
    return tuple(introduction for introduction in found if introduction)


def _introduced(text: str, bracket: re.Match[str], lang: Lang) -> Introduction | None:
    inner, at = bracket.group(1), bracket.start(1)
    before = text[: bracket.start()]
    if both := _LAST.fullmatch(inner):
        return _with_original(before, both, at, lang)
    only = _ONLY.fullmatch(inner)
    if not only or not is_abbreviation(only.group(1)):
        return None
    start, end = at + only.start(1), at + only.end(1)
    if lang == "zh" and (han := _HAN_BEFORE.search(before)):
        return Introduction(key_of(only.group(1)), start, end, han.start(), len(before.rstrip()))
    begin = long_form(before, only.group(1))
    return None if begin is None else Introduction(key_of(only.group(1)), start, end, begin, len(before.rstrip()))


def _with_original(before: str, both: re.Match[str], at: int, lang: Lang) -> Introduction | None:
    """Read `(English words, ABBR)`: the English words are the long form in an English text, else the Chinese."""
    short = both.group(2)
    if not is_abbreviation(short) or long_form(both.group(1), short) is None:
        return None
    start, end = at + both.start(2), at + both.end(2)
    han = _HAN_BEFORE.search(before) if lang == "zh" else None
    if han:
        return Introduction(key_of(short), start, end, han.start(), len(before.rstrip()))
    return Introduction(key_of(short), start, end, at, at + len(both.group(1).rstrip()))


def long_form(before: str, abbreviation: str) -> int | None:
    """Return where the long form begins in the text before a bracket, None where no words carry the letters.

    Every letter of the abbreviation must follow in order, the first at the beginning of a word, no more than
    twice as many words back as there are letters.

    >>> long_form("patients with bone mineral density", "BMD")
    14
    """
    letters = [c.lower() for c in key_of(abbreviation) if c.isalpha()]
    breaks = [m.end() for m in _BREAK.finditer(before)]
    words = [m for m in _WORD.finditer(before) if m.start() >= (breaks[-1] if breaks else 0)]
    nearest = words[: -(2 * len(letters) + 4) : -1]
    for word in nearest:
        if letters and word.group()[0].lower() == letters[0] and _in_order(letters, before[word.start() :].lower()):
            return word.start()
    return None


def _in_order(letters: list[str], text: str) -> bool:
    at = 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True
