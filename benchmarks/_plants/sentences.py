"""Sentences that are lost or put in, paired as they should be; benchmarks/omissions.py has them found unpaired."""

from __future__ import annotations

import random
from dataclasses import replace

from _terms import Row, Text

from _plants import Damage, TextDamage, TextPlant, with_target

_LEAST = 20  # characters: shorter rows may be labels


def _dropped(text: Text, chance: random.Random) -> TextDamage | None:
    """Leave a sentence untranslated."""
    long = [k for k, row in enumerate(text.rows) if len(row.source) > _LEAST]
    if not long:
        return None
    k = chance.choice(long)
    return TextDamage(with_target(text, k, ""), k, Damage("", 0, 0, (0, len(text.rows[k].source))))


def _put_in(text: Text, chance: random.Random) -> TextDamage | None:
    """Leave a sentence without its source, as if the translator had added it."""
    long = [k for k, row in enumerate(text.rows) if len(row.target) > _LEAST]
    if not long:
        return None
    k = chance.choice(long)
    target = text.rows[k].target
    rows = (*text.rows[:k], Row("", target), *text.rows[k + 1 :])
    return TextDamage(replace(text, rows=rows), k, Damage(target, 0, len(target)))


PLANTS = (TextPlant("sentence dropped", ("omission",), _dropped), TextPlant("sentence added", ("addition",), _put_in))
