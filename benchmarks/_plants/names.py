"""Abbreviations, names and identifiers that come out changed."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from _terms import Row, Text

from _plants import Damage, Plant, Sentence, TextDamage, TextPlant, written

_SHORT = r"(?<![A-Za-z\d-])[A-Z]{3,6}(?![A-Za-z\d-])"
_NAME = (
    r"(?<![A-Za-z\d/-])[A-Z][A-Za-z]+-?\d+[A-Za-z]?(?![A-Za-z\d/-])"
    r"|(?<![A-Za-z\d-])[A-Z][a-z]+[A-Z][A-Za-z]+(?![A-Za-z\d])"
)
_LONG = r"(?<![A-Za-z-])[A-Z][a-z]{6,}(?![A-Za-z-])"


def _shared(sentence: Sentence, chance: random.Random, pattern: str) -> re.Match[str] | None:
    """Return a name that stands in the target once, and in the source."""
    places = [m for m in re.finditer(pattern, sentence.target)
              if re.search(rf"(?<![A-Za-z\d]){re.escape(m[0])}(?![A-Za-z\d])", sentence.source)
              and sentence.target.count(m[0]) == 1]  # fmt: skip
    return chance.choice(places) if places else None


def _source_span(sentence: Sentence, name: str) -> tuple[int, int]:
    at = sentence.source.index(name)
    return at, at + len(name)


def _changed(sentence: Sentence, place: re.Match[str] | None, text: str) -> Damage | None:
    if place is None or text == place[0]:
        return None
    return written(sentence, *place.span(), text, _source_span(sentence, place[0]))


def _swapped(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Swap two letters of an abbreviation."""
    place = _shared(sentence, chance, _SHORT)
    if place is None:
        return None
    k = chance.randrange(len(place[0]) - 1)
    letters = list(place[0])
    letters[k], letters[k + 1] = letters[k + 1], letters[k]
    return _changed(sentence, place, "".join(letters))


def _small(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Write an abbreviation as if it were a word."""
    place = _shared(sentence, chance, _SHORT)
    return (
        _changed(sentence, place, place[0].capitalize() if chance.random() < 0.5 else place[0].lower())
        if place
        else None
    )


def _broken(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Put a space into a name."""
    place = _shared(sentence, chance, _NAME)
    if place is None:
        return None
    at = chance.choice([m.start() for m in re.finditer(r"(?<=[A-Za-z\d])(?=[A-Z\d])", place[0])])
    return _changed(sentence, place, f"{place[0][:at]} {place[0][at:]}")


def _mistyped(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Lose, double or swap a letter inside a long name that both languages share."""
    place = _shared(sentence, chance, _LONG)
    if place is None:
        return None
    word = place[0]
    k = chance.randrange(1, len(word) - 2)
    slip = chance.choice(
        (word[:k] + word[k + 1 :], word[:k] + word[k] + word[k:], word[:k] + word[k + 1] + word[k] + word[k + 2 :])
    )
    return _changed(sentence, place, slip)


def _lost(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Leave out a symbol of letters and figures."""
    place = _shared(sentence, chance, r"(?<![A-Za-z\d/-])[A-Z]{2,}-?\d+(?![A-Za-z\d/-])")
    if place is None or place[0].startswith(("COVID", "SARS", "MERS")):
        return None
    return written(sentence, *place.span(), "", _source_span(sentence, place[0]))


_IDENTIFIERS = (
    "NCT0{:07}", "ChiCTR20000{:05}", "ISRCTN{:08}", "CRD420{:08}", "10.1016/j.ab.2020.{:06}", "PMID: 3{:07}",
    "https://www.example.org/study/{:05}", "trial{:04}@example.org",
)  # fmt: skip


def _digit_changed(text: Text, chance: random.Random) -> TextDamage | None:
    """Put an identifier into a sentence and its translation, with another digit there."""
    k = chance.randrange(len(text.rows))
    row = text.rows[k]
    if len(row.target) < 10:
        return None
    right = chance.choice(_IDENTIFIERS).format(chance.randrange(10**5))
    at = chance.choice([m.start() for m in re.finditer(r"\d", right)][-5:])
    wrong = right[:at] + str((int(right[at]) + chance.randrange(1, 10)) % 10) + right[at + 1 :]
    return _with_identifiers(text, k, right, wrong, at)


def _identifier_lost(text: Text, chance: random.Random) -> TextDamage | None:
    k = chance.randrange(len(text.rows))
    right = chance.choice(_IDENTIFIERS).format(chance.randrange(10**5))
    return _with_identifiers(text, k, right, "", 0)


def _with_identifiers(text: Text, k: int, right: str, wrong: str, at: int) -> TextDamage:
    row = text.rows[k]
    opening, closing = ("（", "）") if text.lang == "en" else (" (", ")")
    here, there = (" (", ")") if text.lang == "en" else ("（", "）")
    target = row.target + (opening + wrong + closing if wrong else "")
    start = len(row.target) + len(opening) + at if wrong else len(target)
    source = row.source + here + right + there
    rows = (*text.rows[:k], Row(source, target), *text.rows[k + 1 :])
    span = len(row.source) + len(here), len(source) - len(there)
    return TextDamage(replace(text, rows=rows), k, Damage(target, start, start + bool(wrong), span))


PLANTS = (
    Plant("abbreviation mistyped", ("abbreviation", "mistyped-name"), _swapped),
    Plant("abbreviation in small letters", ("letter-case",), _small),
    Plant("name broken", ("broken-name",), _broken),
    Plant("name mistyped", ("mistyped-name",), _mistyped),
    Plant("symbol lost", ("lost-name",), _lost),
    TextPlant("identifier changed", ("identifier",), _digit_changed),
    TextPlant("identifier lost", ("identifier",), _identifier_lost),
)
