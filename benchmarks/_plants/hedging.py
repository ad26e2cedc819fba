"""Hedges that are lost or put in, where the source has a claim."""

from __future__ import annotations

import random
import re

from _plants import Damage, Plant, Sentence, found, written

_VERBS = ("cause", "increase", "reduce", "improve", "prevent", "promote", "affect", "contribute", "lead", "help")
_ZH_CLAIM = "(?=[^，。；]{0,4}(?:导致|引起|造成|增加|降低|减少|改善|预防|促进|影响|有关|有助|发挥|有效))"
_ZH_HEDGE = rf"(?<![尽不有])可能会?(?!性){_ZH_CLAIM}"
_ZH_CLAIMS = "导致|引起|增加了|降低了|减少了|改善了|促进|影响了|与[^，。]{1,12}有关"
_BE = "be(?= (?:associated|related|due|caused|effective|useful))"
_EN_HEDGE = rf"\b(?:may|might) (?:also )?(?P<verb>{_BE}|{'|'.join(_VERBS)})\b"
_EN_CLAIM = r"\b(?:causes|increases|reduces|improves|prevents|promotes|affects)(?= [a-z])"
_LESS_SURE = r"(?i)\b(?:may|might|could|can|likely|possibl[ey]|potential|suggest\w*)\b|[可或能会]|似乎"


def _dropped(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Make a claim of the target sure, where it is the only one that the source hedges."""
    hedges = list(re.finditer(r"\b(?:may|might)\b" if sentence.lang == "en" else "可能", sentence.source))
    if len(hedges) != 1:
        return None
    place = re.search(_ZH_HEDGE if sentence.target_lang == "zh" else _EN_HEDGE, sentence.target)
    if not place:
        return None
    if sentence.target_lang == "zh":
        return written(sentence, *place.span(), "", hedges[0].span())
    verb = place["verb"]
    return written(sentence, *place.span(), "is" if verb == "be" else f"{verb}s", hedges[0].span())


def _added(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Hedge a claim of the target, where the source hedges nothing."""
    if re.search(_LESS_SURE, sentence.source) or re.search(_LESS_SURE, sentence.target):
        return None
    if sentence.target_lang == "zh":
        place = found(f"(?<![的不未无])(?={_ZH_CLAIMS})", sentence.target, chance)
        return written(sentence, *place.span(), "可能") if place else None
    place = re.search(_EN_CLAIM, sentence.target)
    return written(sentence, *place.span(), f"may {place.group()[:-1]}") if place else None


def _proved(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Write that something was proved where the source says that it is suggested."""
    if not re.search(r"\bsuggest(?:s|ed)?\b" if sentence.lang == "en" else "提示", sentence.source):
        return None
    place = re.search("提示|表明" if sentence.target_lang == "zh" else r"\bsuggest(?:s|ed)? that\b", sentence.target)
    if not place:
        return None
    return written(sentence, *place.span(), "证实" if sentence.target_lang == "zh" else "proved that")


PLANTS = (
    Plant("hedge lost", ("hedging",), _dropped),
    Plant("hedge put in", ("hedging",), _added),
    Plant("suggested written as proved", ("hedging",), _proved),
)
