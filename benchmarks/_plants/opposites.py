"""Words written for their opposites, where the source says them too."""

from __future__ import annotations

import random
import re

from _plants import Damage, Plant, Sentence, found, swapped, written

# English, Chinese, and the opposites of both.
_WORDS = (
    ("acute", "急性", "chronic", "慢性"),
    ("benign", "良性", "malignant", "恶性"),
    ("men", "男性", "women", "女性"),
    ("male", "男", "female", "女"),
    ("artery", "动脉", "vein", "静脉"),
    ("systolic", "收缩", "diastolic", "舒张"),
    ("retrospective", "回顾性", "prospective", "前瞻性"),
    ("minimum", "最小", "maximum", "最大"),
    ("primary", "原发", "secondary", "继发"),
    ("sensitive", "敏感", "resistant", "耐药"),
)


_QUANTITIES = (
    ("all", "所有", "some", "部分"),
    ("most", "大多数", "some", "少数"),
    ("most", "多数", "some", "部分"),
    ("some", "部分", "all", "所有"),
)
_PEOPLE = {
    "en": r"(?= (?:of the )?(?:\w+ )?(?:patients|people|cases|children|women|men)\b)",
    "zh": "(?=患者|病例|儿童|女性|男性)",
}


def _other_quantity(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Write another quantity of people, where the source has this one."""
    for english, chinese, other_english, other_chinese in chance.sample(_QUANTITIES, len(_QUANTITIES)):
        patterns = {"en": rf"(?i)\b{english}{_PEOPLE['en']}", "zh": f"(?<![大]){chinese}{_PEOPLE['zh']}"}
        place = found(patterns[sentence.target_lang], sentence.target, chance)
        if place and re.search(patterns[sentence.lang], sentence.source):
            other = other_english if sentence.target_lang == "en" else other_chinese
            return written(sentence, *place.span(), other.capitalize() if place.group()[0].isupper() else other)
    return None


def _damaged(sentence: Sentence, chance: random.Random) -> Damage | None:
    rows = [row for one in _WORDS for row in (one, (*one[2:], *one[:2]))]
    for english, chinese, other_english, other_chinese in chance.sample(rows, len(rows)):
        said = re.search(rf"(?i)\b{english}\b" if sentence.lang == "en" else chinese, sentence.source)
        if said:
            other = {english: other_english} if sentence.target_lang == "en" else {chinese: other_chinese}
            damage = swapped(sentence, chance, other)
            if damage:
                return damage
    return None


PLANTS = (
    Plant("opposite written", ("opposites",), _damaged),
    Plant("another quantity written", ("opposites",), _other_quantity),
)
