"""Negations that are lost or put in."""

from __future__ import annotations

import random
import re

from _plants import Damage, Plant, Sentence, written

_Rows = dict[str, tuple[tuple[str, str], ...]]
_SIGNIFICANT: _Rows = {
    "zh": (
        ("无(?=(?:显著|明显|统计学)(?:性)?(?:差异|意义|变化|相关))", "有"),
        ("(?<=差异)(?:均)?无(?=统计学|显著)", "有"),
        ("没有(?=显著|明显|统计学)", "有"),
    ),
    "en": (
        (r"\bno (?=(?:statistically )?significant)", ""),
        (r"(?<=were )not (?=(?:statistically )?significant)|(?<=was )not (?=(?:statistically )?significant)", ""),
    ),
}
_DROPPED: _Rows = {
    "zh": (("没有(?!关系)", "有"), ("未(?=见|发现|出现|观察)", ""), ("(?<=[^\\W\\d_])不(?=能|会|应|建议|推荐)", "")),
    "en": (
        (r"(?<=\b(?:was|has|can|did) )not ", ""),
        (r"(?<=\b(?:were|does|have) )not ", ""),
        (r"\bwithout\b", "with"),
        (r"(?<=\b(?:had|was|are) )no ", ""),
    ),
}
_ADDED: _Rows = {
    "zh": (
        ("(?<![不可只功性才智技职机潜效热产电就所否])(?=能够?[^力量])", "不"),
        ("(?<![不有是尽很极最更大])(?=可能(?![性的因]))", "不"),
        ("(?<![与有无未没不])有(?=明显|显著|效)", "没有"),
        ("(?=会[导引使]|应[该当])", "不"),
    ),
    "en": ((r"\b(?:is|are|was|were|can|should|may|will) (?!not)", "\\g<0>not "),),
}


def _damaged(sentence: Sentence, chance: random.Random, table: _Rows) -> Damage | None:
    rows = table[sentence.target_lang]
    for pattern, other in chance.sample(rows, len(rows)):
        places = list(re.finditer(pattern, sentence.target))
        if places:
            place = chance.choice(places)
            return written(sentence, *place.span(), place.expand(other), _denied(sentence))
    return None


def _denied(sentence: Sentence) -> tuple[int, int] | None:
    """Return where the source denies something, if it does so once."""
    pattern = r"(?i)\b(?:no|not|without)\b" if sentence.lang == "en" else "[无未没不]有?"
    places = list(re.finditer(pattern, sentence.source))
    return places[0].span() if len(places) == 1 else None


PLANTS = (
    Plant("significance turned", ("negation",), lambda s, chance: _damaged(s, chance, _SIGNIFICANT)),
    Plant("negation dropped", ("negation",), lambda s, chance: _damaged(s, chance, _DROPPED)),
    Plant("negation added", ("negation",), lambda s, chance: _damaged(s, chance, _ADDED)),
)
