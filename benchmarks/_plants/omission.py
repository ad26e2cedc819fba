"""Clauses that are lost inside a sentence, and clauses that are put in."""

from __future__ import annotations

import random
import re

from _plants import Damage, Plant, Sentence, found, written

_CLAUSE = {"zh": r"(?<=[，；])[^，。；（）]{8,}[，；]", "en": r"(?<=[,;] )[^,.;()]{25,}[,;] "}
_ADDED = {
    "zh": "，患者及其家属对此均表示充分理解并积极配合",
    "en": ", which the patients and their families accepted and fully understood",
}


def left_out(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Leave a clause out."""
    place = found(_CLAUSE[sentence.target_lang], sentence.target, chance)
    return written(sentence, *place.span(), "", (0, len(sentence.source))) if place else None


def _half(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Break off after half of a long sentence."""
    marks = [m.start() for m in re.finditer("[，；]|[,;] ", sentence.target) if m.start() < 0.55 * len(sentence.target)]
    if not marks or marks[-1] < 0.3 * len(sentence.target):
        return None
    stop = "。" if sentence.target_lang == "zh" else "."
    return Damage(sentence.target[: marks[-1]] + stop, marks[-1], marks[-1] + 1, (0, len(sentence.source)))


def _put_in(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Put a clause in at the end."""
    at = len(sentence.target.rstrip("。.!?！？ "))
    return written(sentence, at, at, _ADDED[sentence.target_lang]) if at > len(_ADDED[sentence.target_lang]) else None


_ITEM = {
    "zh": r"(?<=、)[^，。；：、（）()和及与或]{2,10}、(?=[^，。；：、（）()]{2,10}(?:、|[和及或]))",
    "en": r"(?<=[a-z], )(?!and\b|or\b)[a-z][a-z -]{3,28}, (?=[a-z][a-z -]{3,28},? (?:and|or) [a-z])",
}
"""An item between others, of a list that has at least four."""


def _item(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Leave an item of a list out."""
    place = found(_ITEM[sentence.target_lang], sentence.target, chance)
    return written(sentence, *place.span(), "", (0, len(sentence.source))) if place else None


PLANTS = (
    Plant("clause dropped", ("length", "omitted-words"), left_out),
    Plant("half of a sentence dropped", ("length", "omitted-words"), _half),
    Plant("item of a list dropped", ("list-items", "terminology", "numbers"), _item),
    Plant("clause added", ("length", "omitted-words"), _put_in),
)
