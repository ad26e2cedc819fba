"""How often something is done, and which share of something: phrases whose number word is surely a number.

Number words such as `twice` or 一半 are too often no numbers to be compared one by one. Where both sides use the
same kind of phrase equally often, they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from aligner.model import Lang, Span
from aligner.text import numerals


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase: its kind, such as `per day` or `share`, its value, the part that says the value, and the whole."""

    kind: str
    value: Fraction
    span: Span
    whole: Span

    @property
    def said(self) -> tuple[str, Fraction]:
        """What it says, in whatever words."""
        return self.kind, self.value


def disagreeing(source: str, target: str, langs: tuple[Lang, Lang]) -> Iterator[tuple[Phrase, Phrase]]:
    """Yield the phrases of two texts that differ in value, in kinds of which both have equally many.

    >>> found = disagreeing("Half of them took it twice daily.", "三分之一的患者每日服用三次。", ("en", "zh"))
    >>> [(a.span.text, b.span.text) for a, b in found]
    [('twice', '三次'), ('Half', '三分之一')]
    """
    sides = [*_phrases(source, langs[0])], [*_phrases(target, langs[1])]
    kinds = dict.fromkeys(phrase.kind for phrase in sides[0])
    for kind in kinds:
        here, there = ([phrase for phrase in side if phrase.kind == kind] for side in sides)
        if len(here) == len(there):
            yield from zip(_lone(here, there), _lone(there, here), strict=True)


def other_intervals(source: str, target: str, langs: tuple[Lang, Lang]) -> Iterator[tuple[Phrase, Phrase]]:
    """Yield the frequencies that are as many times of another interval, where both texts have equally many.

    >>> texts = "Three times a week, then once daily.", "先每日3次，后每日1次。"
    >>> [(a.whole.text, b.whole.text) for a, b in other_intervals(*texts, ("en", "zh"))]
    [('Three times a week', '每日3次')]
    """
    here, there = (
        [phrase for phrase in _phrases(text, lang) if phrase.kind.startswith("per ")]
        for text, lang in zip((source, target), langs, strict=True)
    )
    said, written = Counter(phrase.said for phrase in here), Counter(phrase.said for phrase in there)
    lone = [phrase for phrase in here if phrase.said in said - written]
    strange = [phrase for phrase in there if phrase.said in written - said]
    if len(here) == len(there) and len(lone) == len(strange) == 1 and lone[0].value == strange[0].value:
        yield lone[0], strange[0]


def _lone(own: Sequence[Phrase], other: Sequence[Phrase]) -> list[Phrase]:
    met, lone = Counter(phrase.value for phrase in other), []
    for phrase in own:
        if not met[phrase.value]:
            lone.append(phrase)
        met[phrase.value] -= met[phrase.value] > 0
    return lone


def _phrases(text: str, lang: Lang) -> Iterator[Phrase]:
    for pattern, read in _READERS[lang]:
        for found in pattern.finditer(text):
            kind, value, group = read(found)
            yield Phrase(kind, value, Span.of(text, *found.span(group)), Span.of(text, *found.span()))


_NUMBER = rf"\d{{1,2}}|{'|'.join(word for word, value in numerals.CARDINALS.items() if 0 < value < 13)}"
_EN_TIMES = re.compile(
    rf"(?<!or )(?<!to )(?<![-–/])\b(?P<times>once|twice|thrice|(?:{_NUMBER}) times)"
    r"[ -](?:a |an |per |each |every )?(?P<unit>dai?ly|day|week(?:ly)?|month(?:ly)?|year(?:ly)?)\b"
    rf"(?! (?:to|or) (?:{_NUMBER}|\d|once|twice|thrice|every|each|more|less|fewer|daily|weekly|monthly)\b)",
    re.IGNORECASE,
)
_EN_LATIN = re.compile(r"(?<![\w.])(?:(q\.?d)|(b\.?i\.?d)|(t\.?i\.?d)|(q\.?i\.?d))(?![A-Za-z])", re.IGNORECASE)
_HN = rf"(?:\d{{1,2}}|[{numerals.HAN_NUMERALS}]{{1,3}})"
_NO_RANGE = r"(?<![\d.~～\-–—至到或第])"
_ZH_TIMES = re.compile(
    rf"(?:(?:每(?:一|1\s?)?|(?<![\d.~～\-–—至到或第])[一1]\s?)(?P<every>[天日周月年])[^\d{numerals.HAN_NUMERALS}，。；,;]{{0,4}}{_NO_RANGE}(?P<after>{_HN}\s?次)(?![~～至到或/])"
    rf"|{_NO_RANGE}(?P<before>{_HN}\s?次)\s?[/／](?P<per>[天日周月年d])(?![A-Za-z]))"
)
_EN_EVERY = re.compile(
    rf"\bevery (?P<number>{_NUMBER}|other)[ -](?P<unit>day|week|month|year)s?\b"
    rf"(?! (?:to|or) (?:every|{_NUMBER})\b)",
    re.IGNORECASE,
)
_ZH_EVERY = re.compile(
    rf"每\s?(?P<number>{_HN})\s?个?(?P<unit>[天日周月年])(?!\s?[2-9二两三四五六七八九]\s?次|[~～至到或/])"
)
_WORDS_OF_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_UNITS = {"天": "day", "日": "day", "d": "day", "周": "week", "月": "month", "年": "year", "daily": "day"}
_SHARES = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_PARTS = "|".join(_SHARES)
_DIGITS = "|".join(word for word, value in numerals.CARDINALS.items() if 0 < value < 10)
_EN_SHARE = re.compile(
    rf"\b(?:(?P<half>one[ -]half\b(?! of an? )|half(?= of (?!an?\b)| the\b)|halv(?:ed|es|ing)\b)"
    rf"|(?P<share>(?P<above>{_DIGITS}|a(?=[ -](?:{_PARTS}) of\b)|(?<=\b[tb][oy] )a(?=[ -](?:{_PARTS})\b))"
    rf"[ -](?P<below>{_PARTS})s?)\b(?! of an? ))",
    re.IGNORECASE,
)
_ZH_SHARE = re.compile(
    r"(?P<share>(?P<below>[二三四五六七八九十])分之(?P<above>[一二三四五六七八九])(?![点十百又]))|(?P<half>一半|半数|减半)"
)


def _en_times(found: re.Match[str]) -> tuple[str, Fraction, str]:
    first = found["times"].lower().split()[0]
    value = _WORDS_OF_TIMES.get(first) or numerals.CARDINALS.get(first) or int(first)
    unit = found["unit"].lower()
    return f"per {_UNITS.get(unit, unit.removesuffix('ly'))}", Fraction(value), "times"


def _en_latin(found: re.Match[str]) -> tuple[str, Fraction, int]:
    return "per day", Fraction(found.lastindex or 1), 0


def _zh_times(found: re.Match[str]) -> tuple[str, Fraction, str]:
    group = "after" if found["after"] else "before"
    numeral = found[group].rstrip("次").rstrip()
    value = int(numeral) if numeral.isdecimal() else numerals.han_value(numeral)
    return f"per {_UNITS[found['every'] or found['per']]}", Fraction(value), group


def _en_every(found: re.Match[str]) -> tuple[str, Fraction, str]:
    number = found["number"].lower()
    value = 2 if number == "other" else numerals.CARDINALS.get(number) or int(number)
    return f"per {found['unit'].lower()}", Fraction(1, value or 1), "number"


def _zh_every(found: re.Match[str]) -> tuple[str, Fraction, str]:
    number = found["number"]
    value = int(number) if number.isdecimal() else numerals.han_value(number)
    return f"per {_UNITS[found['unit']]}", Fraction(1, value or 1), "number"


def _en_share(found: re.Match[str]) -> tuple[str, Fraction, str]:
    if found["half"]:
        return "share", Fraction(1, 2), "half"
    above = numerals.CARDINALS.get(found["above"].lower(), 1)
    return "share", Fraction(above, _SHARES[found["below"].lower()]), "share"


def _zh_share(found: re.Match[str]) -> tuple[str, Fraction, str]:
    if found["half"]:
        return "share", Fraction(1, 2), "half"
    return "share", Fraction(numerals.han_value(found["above"]), numerals.han_value(found["below"])), "share"


_Reader = Callable[[re.Match[str]], tuple[str, Fraction, str]] | Callable[[re.Match[str]], tuple[str, Fraction, int]]
_READERS: dict[Lang, tuple[tuple[re.Pattern[str], _Reader], ...]] = {
    "en": ((_EN_TIMES, _en_times), (_EN_EVERY, _en_every), (_EN_LATIN, _en_latin), (_EN_SHARE, _en_share)),
    "zh": ((_ZH_TIMES, _zh_times), (_ZH_EVERY, _zh_every), (_EN_LATIN, _en_latin), (_ZH_SHARE, _zh_share)),
}
