"""Errors planted in human translations, to see which rules find them: one file a group.

A file of this folder assigns `PLANTS`, a tuple of Plants; nothing else changes when one is added. A Plant makes one
error of its kind in a sentence, at a place drawn by `chance`, or returns None where the sentence gives no chance for
it. It must make an error that a professional would call one: the side that is swapped stands in the source as well,
the doubled word is no reduplication.

    def _side(sentence: Sentence, chance: random.Random) -> Damage | None:
        return swapped(sentence, chance, {"左": "右", "右": "左"}) if sentence.target_lang == "zh" else None

    PLANTS = (Plant("side swapped", ("sides",), _side),)

What needs more than a sentence, as one that is translated twice in different ways, is a TextPlant.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from _terms import Row, Text

from aligner.model import Lang, other_lang


@dataclass(frozen=True)
class Sentence:
    """A source sentence and its human translation; `lang` is the language translated from."""

    source: str
    target: str
    lang: Lang

    @property
    def target_lang(self) -> Lang:
        return other_lang(self.lang)


@dataclass(frozen=True)
class Damage:
    """The damaged translation: what was written stands at `start:end` of `target`, `start == end` where it is nothing.

    `source` are the offsets of the source words that the error concerns, where the planter knows them. A finding is at
    the right place where it touches `start:end` or these.
    """

    target: str
    start: int
    end: int
    source: tuple[int, int] | None = None


@dataclass(frozen=True)
class Plant:
    """A kind of error, the ids of the rules that should see it, and what makes it."""

    kind: str
    rules: tuple[str, ...]
    damage: Callable[[Sentence, random.Random], Damage | None]


@dataclass(frozen=True)
class TextDamage:
    """A damaged text; the error is in its row `row` (from 0), at `damage`. Any finding in `rows` is right as well."""

    text: Text
    row: int
    damage: Damage
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class TextPlant:
    """A kind of error that takes a whole text to be seen."""

    kind: str
    rules: tuple[str, ...]
    damage: Callable[[Text, random.Random], TextDamage | None]


def load() -> tuple[Plant | TextPlant, ...]:
    """Return the plants of every file of this folder, in the order of the files' names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(plant for name in names for plant in importlib.import_module(f"{__name__}.{name}").PLANTS)


def written(sentence: Sentence, start: int, end: int, text: str, source: tuple[int, int] | None = None) -> Damage:
    """Write something else, or nothing, at `start:end` of the target; a blank that would be left double goes too.

    >>> written(Sentence("手痛。", "The hand hurt.", "zh"), 4, 8, "")
    Damage(target='The hurt.', start=4, end=4, source=None)
    """
    target = sentence.target
    if not text and target[end : end + 1] == " " and target[:start][-1:] in ("", " "):
        end += 1
    return Damage(target[:start] + text + target[end:], start, start + len(text), source)


def found(pattern: str | re.Pattern[str], text: str, chance: random.Random) -> re.Match[str] | None:
    """Return one of the places where a pattern matches, drawn by chance."""
    places = list(re.finditer(pattern, text))
    return chance.choice(places) if places else None


def swapped(sentence: Sentence, chance: random.Random, others: Mapping[str, str]) -> Damage | None:
    """Write the opposite for one of the words of a table where the target has it, in the case it has there."""
    words = "|".join(map(re.escape, sorted(others, key=len, reverse=True)))
    edge = r"\b" if sentence.target_lang == "en" else ""
    place = found(rf"(?i){edge}(?:{words}){edge}", sentence.target, chance)
    if place is None:
        return None
    other = others[place.group().lower()]
    return written(sentence, *place.span(), other.capitalize() if place.group()[0].isupper() else other)


def with_target(text: Text, row: int, target: str) -> Text:
    """Return a text with another target in one of its rows; its annotated errors no longer hold."""
    rows: Sequence[Row] = text.rows
    return replace(text, rows=(*rows[:row], Row(rows[row].source, target), *rows[row + 1 :]))
