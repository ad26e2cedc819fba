"""Sentences that come again with another translation, and translations pasted over another sentence's."""

from __future__ import annotations

import random
from dataclasses import replace

from _terms import Row, Text

from _plants import Damage, TextDamage, TextPlant, with_target

_LEAST = 40  # characters of a sentence, so that it is none of those that are said everywhere


def _long(text: Text, chance: random.Random, number: int) -> list[int]:
    long = [k for k, row in enumerate(text.rows) if min(len(row.source), 2 * len(row.target)) > _LEAST]
    return chance.sample(long, number) if len(long) >= number else []


def _repeated(text: Text, chance: random.Random) -> TextDamage | None:
    """Let a sentence come again at the end, its translation without its first word or two characters."""
    for k in _long(text, chance, 1):
        row = text.rows[k]
        other = row.target.partition(" ")[2] if text.lang == "zh" else row.target[2:]
        return TextDamage(
            replace(text, rows=(*text.rows, Row(row.source, other))), len(text.rows), Damage(other, 0, len(other)), (k,)
        )
    return None


def _pasted(text: Text, chance: random.Random) -> TextDamage | None:
    """Paste the translation of one sentence over another's."""
    both = _long(text, chance, 2)
    if not both or text.rows[both[0]].source == text.rows[both[1]].source:
        return None
    target = text.rows[both[0]].target
    return TextDamage(with_target(text, both[1], target), both[1], Damage(target, 0, len(target)), (both[0],))


PLANTS = (
    TextPlant("sentence translated otherwise", ("inconsistent-translation",), _repeated),
    TextPlant("translation pasted over another", ("inconsistent-translation",), _pasted),
)
