"""The ledger of abbreviations: where a text introduces them, and where it uses them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from aligner.model import Lang

_LETTERS = "A-Za-zα-ωΑ-ΩⅠ-Ⅻ"
# A word behind a hyphen belongs to it only where it names a letter: TNF-alpha, but AS-related.
_WORD_BEHIND = r"(?!(?!alpha|beta|gamma|delta|kappa)[a-z]{3})"
_SHORT = rf"[{_LETTERS}]?[A-Z][{_LETTERS}0-9]*(?:[-&‑–]{_WORD_BEHIND}[{_LETTERS}0-9]+)*\+?"
_TOKEN = re.compile(rf"(?<![{_LETTERS}0-9-])({_SHORT})(?![{_LETTERS}0-9])")
_BRACKET = re.compile(r"[(（]([^()（）]{2,160})[)）]")
_ONLY = re.compile(rf"\s*(?P<short>{_SHORT})\s*(?:[,，;；].*)?", re.DOTALL)
_LAST = re.compile(
    r"(?P<long>.*[a-z].*?)(?:[,，;；、]\s?|\s[-–—]\s|或|简称为?|缩写为?|abbreviated(?: as)?\s)"
    rf"\s*(?P<short>{_SHORT})\s*",
    re.DOTALL,
)
_HAN = "\u3400-\u9fff"
_HAN_BEFORE = re.compile(rf"[{_HAN}][{_HAN}{_LETTERS}0-9·-]*\s?$")
_WORD = re.compile(rf"[{_LETTERS}0-9'’]+")
_BREAK = re.compile(r"[.;:!?()（）]\s")
_LATIN = str.maketrans("αβγδεκλμω", "abgdeklmo")  # alpha is spelt with an a
_REACH = 400  # characters before a bracket in which a long form is looked for
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
    >>> [key for key, _, _ in uses("AS-related pain, TNF-alpha, SARS-CoV-2")]
    ['AS', 'TNFALPHA', 'SARSCOV2']
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
    """Read one bracket: `(ABBR)`, or `(English words, ABBR)`, where the words must carry the letters."""
    inner = bracket.group(1)
    original = _LAST.fullmatch(inner)
    short = original or _ONLY.fullmatch(inner)
    if (
        not short
        or not is_abbreviation(short["short"])
        or (original and long_form(original["long"], short["short"]) is None)
    ):
        return None
    at = bracket.start(1)
    long = _long_before(text, bracket.start(), None if original else short["short"], lang)
    if original and not long:
        long = at, at + len(original["long"].rstrip())
    key, start, end = key_of(short["short"]), at + short.start("short"), at + short.end("short")
    return Introduction(key, start, end, *long) if long else None


def _long_before(text: str, at: int, abbreviation: str | None, lang: Lang) -> tuple[int, int] | None:
    """Return the long form before a bracket: the Chinese there, or the English words that carry the letters."""
    begin = max(0, at - _REACH)
    before = text[begin:at].rstrip()
    han = _HAN_BEFORE.search(before) if lang == "zh" else None
    start = han.start() if han else None
    if start is None and abbreviation:
        start = long_form(before, abbreviation)
    return None if start is None else (begin + start, begin + len(before))


def long_form(before: str, abbreviation: str) -> int | None:
    """Return where the long form begins in the text before a bracket, None where no words carry the letters.

    Every letter of the abbreviation must follow in order, the first at the beginning of a word, no more than
    twice as many words back as there are letters.

    >>> long_form("patients with bone mineral density", "BMD")
    14
    """
    letters = [c for c in key_of(abbreviation).lower().translate(_LATIN) if c.isalpha()]
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
