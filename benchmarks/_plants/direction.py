"""Changes, comparisons and signs written for their opposites, where the source says them too."""

from __future__ import annotations

import random
import re

from _plants import Damage, Plant, Sentence, written

# In each row: words of the target, their opposite, and what the source must say for the swap to be an error.
_Table = dict[str, tuple[tuple[str, str, str], ...]]
_CHANGES: _Table = {
    "zh": (
        ("增加|升高|上升|提高|增高", "降低", r"(?i)\b(?:increas|rise|rose|elevat|higher|rais)"),
        ("减少|降低|下降", "升高", r"(?i)\b(?:decreas|reduc|lower|declin|fell|fall)"),
        ("高于", "低于", r"(?i)\bhigher\b"),
        ("低于", "高于", r"(?i)\b(?:lower|less)\b"),
    ),
    "en": (
        (r"\bincreased\b", "decreased", "增|升|提高|高"),
        (r"\bhigher\b", "lower", "高"),
        (r"\b(?:decreased|reduced)\b", "increased", "降|减|低|少"),
        (r"\blower\b", "higher", "低|降|少"),
    ),
}
_SIGNS: _Table = {
    "zh": (("阳性", "阴性", r"(?i)positiv"), ("阴性", "阳性", r"(?i)negativ")),
    "en": ((r"\bpositive\b", "negative", "阳性|正"), (r"\bnegative\b", "positive", "阴性|负")),
}
_PHASES: _Table = {
    "zh": (
        ("(?<=[术疗])前(?!后)", "后", r"(?i)\b(?:pre-?op|before|prior)"),
        ("(?<=[术疗])后", "前", r"(?i)\b(?:post-?op|after|following)"),
    ),
    "en": (
        (r"\bpreoperative", "postoperative", "[术]前"),
        (r"\bpostoperative", "preoperative", "[术]后"),
        (r"\bafter (?=surgery|treatment|the operation)", "before ", "[术疗]后"),
        (r"\bbefore (?=surgery|treatment|the operation)", "after ", "[术疗]前"),
    ),
}
_PREFIXES: _Table = {
    "zh": (
        ("高(?=血压|血糖|血脂|钾|钠|钙)", "低", r"(?i)\bhyper"),
        ("低(?=血压|血糖|血脂|钾|钠|钙)", "高", r"(?i)\bhypo"),
    ),
    "en": (
        (r"\bhyper(?=tension|glyc|kal|natr|calc)", "hypo", "高"),
        (r"\bhypo(?=tension|glyc|kal|natr|calc)", "hyper", "低"),
    ),
}


def _swapped(sentence: Sentence, chance: random.Random, table: _Table) -> Damage | None:
    rows = table[sentence.target_lang]
    for pattern, opposite, said in chance.sample(rows, len(rows)):
        if re.search(said, sentence.source):
            places = list(re.finditer(pattern, sentence.target))
            if places:
                return written(sentence, *chance.choice(places).span(), opposite)
    return None


_COMPARED = {
    "zh": r"(?:(?<=[，。；：])|^)(?:因此|因而|但是?|而且?|并且?|虽然?|使)?(?P<one>[^，。；：、的]{2,12}?)"
    r"(?P<between>(?:的[^，。；：]{1,12})?(?:显著|明显|均)?[高低大小多少长短早晚快慢强弱优劣]于)"
    r"(?P<other>[^，。；：（）()\d]{2,14})(?=[，。；（(])",
    "en": r"\b(?:in|for|among) (?P<one>[^,.;:()]{3,30}?)(?P<between> than (?:in|for|among) )"
    r"(?P<other>[^,.;:()\d]{3,30})(?=[,.;(])",
}
"""Two sides of a comparison that can change places."""


def _exchanged(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Exchange what is compared and what it is compared with."""
    place = re.search(_COMPARED[sentence.target_lang], sentence.target)
    if not place or not re.search("比|于" if sentence.lang == "zh" else r"\bthan\b", sentence.source):
        return None
    return written(sentence, place.start("one"), place.end(), place["other"] + place["between"] + place["one"])


PLANTS = (
    Plant("increase and decrease swapped", ("direction",), lambda s, chance: _swapped(s, chance, _CHANGES)),
    Plant("positive and negative swapped", ("direction",), lambda s, chance: _swapped(s, chance, _SIGNS)),
    Plant("before and after swapped", ("direction",), lambda s, chance: _swapped(s, chance, _PHASES)),
    Plant("sides of a comparison exchanged", ("direction",), _exchanged),
    Plant("hyper and hypo swapped", ("direction",), lambda s, chance: _swapped(s, chance, _PREFIXES)),
)
