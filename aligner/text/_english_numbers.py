"""Numbers written in English words, and the names of the months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from aligner.text import numerals
from aligner.text._number import Canvas, Number, amount_of

_SCALE = "|".join(numerals.SCALES)
_COUNTED = rf"(?:{'|'.join(sorted(numerals.CARDINALS, key=len)[::-1])}|{_SCALE})(?!s\b)"
_LAST = "|".join(sorted({*numerals.ORDINALS, *numerals.DENOMINATORS}, key=len)[::-1])
_SHARE = "(?:an? |one )?half|(?:an? |one )?quarter|three[ -]quarters"
_RUN = re.compile(
    rf"\b(?:(?:(?:an?|(?P<share>{_SHARE})(?: of)?(?: an?)?)[ -](?=(?:{_SCALE})\b))?{_COUNTED}"
    rf"(?:(?:-| | and ){_COUNTED})*(?:(?:-| )(?:{_LAST}))?"
    rf"|{_LAST})(?P<half> and a half)?(?P<fold>-?fold)?\b",
    re.IGNORECASE,
)
_HINTS: dict[str, tuple[int | Fraction, ...]] = {
    "a an per each every any one once single sole unique primary mono initial monthly daily weekly yearly annual "
    "annually another unilateral": (1,),
    "both twice double doubled doubles doubling pair pairs paired couple dual two secondary bilateral duplicate "
    "binary second-line either biweekly biennial biennially bimonthly": (2,),
    "thrice triple tripled triples triplicate tertiary trio threefold tertile tertiles": (3,),
    "quadruple quadrupled quartile quartiles": (4,),
    "quintuple quintile quintiles": (5,),
    "decade decades decile": (10,),
    "dozen dozens": (12,),
    "fortnight fortnights fortnightly": (2, 14),
    "century centuries centennial centenary": (100,),
    "bicentennial bicentenary": (200,),
    "no none nil null without not never": (0,),
    "midnight": (0, 24, 12),
    "noon": (12,),
    "all complete completely entire entirely fully": (100,),
    "half halved halves halving semi hemi": (Fraction(1, 2), 50, 30),
    "quarter quarterly": (Fraction(1, 4), 25, 15, 3, 1),
    "biannual biannually semiannual semiannually": (2, 6, Fraction(1, 2)),
}
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_HINTS |= {word: (10 * i, 10 * i + 9, 10 * i + 10, 1900 + 10 * i) for i, word in enumerate(_DECADES, 2)}
_HINT_VALUES = {word: tuple(map(Fraction, values)) for words, values in _HINTS.items() for word in words.split()}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)$"
)
_BEFORE_MONTH = re.compile(
    r"\d(?:st|nd|rd|th)?(?: of)? $|\b(?:in|of|by|since|until|till|early|late|mid|from|to|through|and|last|next)[ -]$",
    re.IGNORECASE,
)
_BEFORE_YEAR = re.compile(r"[-. ]{1,2}(?:\d{1,2},? ?)?(?:19|20)\d\d|-\d\d\b")
_ROUND_THE_CLOCK = re.compile(r"\ba?round[ -]the[ -]clock\b|\bday and night\b|(?<![\d/])24/7(?![\d/])", re.IGNORECASE)
_TWICE_A_DAY = re.compile(r"\bmornings? and (?:evening|night)s?\b", re.IGNORECASE)
_PHRASES = ((_ROUND_THE_CLOCK, (Fraction(24), Fraction(7))), (_TWICE_A_DAY, (Fraction(2),)))
_TENTH = "two three four five six seven eight nine ten twelve twenty hundred".replace(" ", "|")
_IN_TEN = re.compile(
    rf"\b(?P<above>one|{_TENTH})[ -](?:in|out of)[ -](?:every )?(?:a )?(?P<below>{_TENTH})\b"
    r"(?![ -](?:hundred|thousand|million|billion|\d|(?:second|minute|hour|day|week|month|year)s?\b))"
    r"|(?<![\d.,])\b(?P<one>1) (?:in|out of) (?:every )?(?P<many>10{1,5}|[2-9]|10?,000)"
    r"(?= (?:people|persons|patients|women|men)\b)",
    re.IGNORECASE,
)
"""A share in words, *nine in ten*, which Chinese tells as 九成 and 90% as well, and one person *in 100 people*."""
_DECADE = ((("month", 1),), Fraction(120))
_WORD = re.compile(r"[A-Za-z]+")


def english_phrases(canvas: Canvas) -> Iterator[Number]:
    """Yield the set phrases that may stand for a number, and paint them over."""
    for pattern, values in _PHRASES:
        found = list(canvas.each(pattern))
        yield from (Number(*match.span(), values, written="hint") for match in found)
        canvas.paint(match.span() for match in found)
    shares = [match for match in canvas.each(_IN_TEN) if _values(match)[0] < _values(match)[1]]
    for match in shares:
        above, below = _values(match)
        share = Fraction(above) / below
        yield Number(*match.span(), (share, 100 * share), (below, above), written="word")
    canvas.paint(match.span() for match in shares)


def _values(share: re.Match[str]) -> tuple[Fraction, Fraction]:
    if share["one"]:
        return Fraction(1), Fraction(share["many"].replace(",", ""))
    above, below = (numerals.english_readings([share[name].lower()])[0] for name in ("above", "below"))
    return above, below


def english_numbers(canvas: Canvas) -> Iterator[Number]:
    """Yield the numbers written in English words, and what may stand for one, such as `both` for 2."""
    runs = [found for found in canvas.each(_RUN) if not _is_abbreviation(found, canvas.plain)]
    yield from (_run(found, canvas.left) for found in runs)
    canvas.paint(found.span() for found in runs)
    for found in canvas.each(_WORD):
        word = found.group().lower()
        if word in _HINT_VALUES:
            time = amount_of(_HINT_VALUES[word][0], canvas.left[found.end() : found.end() + 12], "en")
            time = _DECADE if word.startswith("decade") else time
            yield Number(*found.span(), _HINT_VALUES[word], written="hint", amount=time)
        elif _MONTH.match(word):
            value = Fraction(_MONTHS.index(word[:3]) + 1)
            yield Number(*found.span(), (value,), written="figure" if _is_date(found, canvas.plain) else "hint")


def _is_abbreviation(found: re.Match[str], text: str) -> bool:
    """Whether a word is an abbreviation (TEN, toxic epidermal necrolysis), and not of a title in capitals."""
    return found.group().isupper() and not text.isupper()


def _is_date(found: re.Match[str], text: str) -> bool:
    """Whether the name of a month stands in a date, and is not the verb may or a woman called April."""
    if not found.group()[0].isupper():
        return False
    before, after = text[max(0, found.start() - 9) : found.start()], text[found.end() : found.end() + 10]
    if _is_abbreviation(found, text):  # OCT, optical coherence tomography
        return bool(_BEFORE_YEAR.match(after))
    return bool(_BEFORE_MONTH.search(before) or re.match(r"\.?,? \d", after))


def _run(found: re.Match[str], text: str) -> Number:
    """Read a run of number words; the words one by one count as readings too, since `two three-day` is two runs."""
    run = found.group().lower().removesuffix("fold")
    words = [word for word in re.findall(r"[a-z]+", run) if word != "and"]
    words = words[:-2] if found.group("half") else words
    readings = list(numerals.english_readings(words))
    if share := found.group("share"):
        of_all = numerals.english_readings(share.lower().replace("-", " ").split())[0]
        whole = re.findall(r"[a-z]+", run[found.end("share") - found.start() :].removeprefix(" of"))
        readings = [of_all * value for value in numerals.english_readings(whole)]
    if found.group("half"):
        readings.insert(0, readings[0] + Fraction(1, 2))
    percent = [100 * value for value in readings if 0 < value < 1]
    row = () if numerals.is_one_number(words) else words
    single = [value for word in row for value in numerals.english_readings([word])]
    after = re.sub(r"^[ -](?:of )?an?\b", "", text[found.end() : found.end() + 16])
    return Number(
        *found.span(),
        tuple(dict.fromkeys((*readings, *percent, *single))),
        written="word" if _is_sure(words, readings[0]) else "hint",
        amount=amount_of(readings[0], after, "en"),
    )


def _is_sure(words: list[str], value: Fraction) -> bool:
    """Whether the words are certainly a number: not `one`, an ordinal, `half`, `hundred` or `million` alone."""
    if len(words) > 1 and (value < 1 or words[-1] in numerals.SCALES):
        return True
    return value > 1 and words[-1] in numerals.CARDINALS
