"""Two groups, sides or changes that change places between clauses, each of them named once."""

from __future__ import annotations

import random
import re

from _plants import Damage, Plant, Sentence, written
from aligner.model import Lang

_GROUP = "(?= (?:group|arm))"
# Two that may be taken for each other, in English and in Chinese; of a choice of words the target keeps its own.
_PAIRS: tuple[dict[Lang, tuple[str, str]], ...] = (
    {"en": (r"\b[Mm]en\b", r"\b[Ww]omen\b"), "zh": ("男性?", "女性?")},
    {"en": (r"\b[Mm]ales?\b", r"\b[Ff]emales?\b"), "zh": ("男性?", "女性?")},
    {"en": (r"\b[Cc]hildren\b", r"\b[Aa]dults\b"), "zh": ("儿童", "成[年人]人?")},
    {"en": (rf"\bcontrol{_GROUP}", rf"\b(?:treatment|trial|experimental|study|observation){_GROUP}"),
     "zh": ("对照(?=组)", "(?:治疗|试验|实验|观察|研究)(?=组)")},
    {"en": (r"\bgroup A\b", r"\bgroup B\b"), "zh": ("A组", "B组")},
    {"en": (r"\bleft\b", r"\bright\b"), "zh": ("左", "右")},
    {"en": (r"\bpositive\b", r"\bnegative\b"), "zh": ("阳性", "阴性")},
    {"en": (r"\bincreased\b", r"\b(?:decreased|reduced)\b"), "zh": ("增加|升高|上升|增高", "减少|降低|下降")},
    {"en": (r"\bhigher\b", r"\blower\b"), "zh": ("[较更]高|高于", "[较更]低|低于")},
    {"en": (r"\bsensitivity\b", r"\bspecificity\b"), "zh": ("[敏灵][感敏][度性]", "特异[度性]")},
    {"en": (r"\bmild\b", r"\bsevere\b"), "zh": ("轻[度症]", "重[度症]")},
    {"en": (r"\bacute\b", r"\bchronic\b"), "zh": ("急性", "慢性")},
    {"en": (r"\bbefore\b", r"\bafter\b"), "zh": ("前", "后")},
)  # fmt: skip
_BETWEEN = re.compile("[，；]|[,;] |\\b(?:and|while|whereas|but)\\b")
_LEAST: dict[Lang, int] = {"en": 12, "zh": 4}
"""Characters between the two, so that something is said of either: *before and after* is none."""
_ORDERED = re.compile(r"respectively|分别|依次|\bthan\b|比|versus|\bvs\b|相比|较")
"""Where the order counts, or one is compared with the other: to exchange these is another kind of error."""


def _exchanged(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Let two that stand in different clauses change places."""
    if _ORDERED.search(sentence.source) or _ORDERED.search(sentence.target):
        return None
    for pair in chance.sample(_PAIRS, len(_PAIRS)):
        said = [list(re.finditer(word, sentence.source)) for word in pair[sentence.lang]]
        there = [list(re.finditer(word, sentence.target)) for word in pair[sentence.target_lang]]
        if not all(len(places) == 1 for places in (*said, *there)):
            continue
        first, last = sorted((places[0] for places in there), key=lambda place: place.start())
        between = sentence.target[first.end() : last.start()]
        if not _BETWEEN.search(between) or len(between) < _LEAST[sentence.target_lang]:
            continue
        source = min(p[0].start() for p in said), max(p[0].end() for p in said)
        return written(sentence, first.start(), last.end(), last.group() + between + first.group(), source)
    return None


PLANTS = (Plant("two things exchanged", ("exchanged", "direction", "sides", "opposites", "numbers"), _exchanged),)
