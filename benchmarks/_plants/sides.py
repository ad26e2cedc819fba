"""Sides and positions written for their opposites, where the source says them too."""

from __future__ import annotations

import random
import re

from _plants import Damage, Plant, Sentence, swapped, written

# English word, its Chinese, the opposites of both.
_LEFT_RIGHT = (("left", "左", "right", "右"),)
_POSITIONS = (
    ("medial", "内侧", "lateral", "外侧"),
    ("proximal", "近端", "distal", "远端"),
    ("anterior", "前", "posterior", "后"),
    ("upper", "上", "lower", "下"),
    ("unilateral", "单侧", "bilateral", "双侧"),
)
# 左右: about. The parts of the body that make 前, 后, 上 and 下 a position.
_PLACED = {"左": "左(?!右)", "右": "(?<!左)右", **{c: f"{c}(?=[壁叶部侧肢段腹路呼消])" for c in "前后上下"}}


def _swapped(sentence: Sentence, chance: random.Random, table: tuple[tuple[str, str, str, str], ...]) -> Damage | None:
    """Swap one of the words of a table that stands on both sides."""
    rows = [row for one in table for row in (one, (*one[2:], *one[:2]))]
    for english, chinese, other_english, other_chinese in chance.sample(rows, len(rows)):
        mine, opposite = (english, other_english) if sentence.target_lang == "en" else (chinese, other_chinese)
        theirs = chinese if sentence.target_lang == "en" else rf"(?i)\b{english}\b(?! to\b| of\b)"
        if not re.search(_PLACED.get(theirs, theirs), sentence.source):
            continue
        if sentence.target_lang == "en":
            damage = swapped(sentence, chance, {mine: opposite})
        else:
            places = list(re.finditer(_PLACED.get(mine, mine), sentence.target))
            damage = written(sentence, *chance.choice(places).span(), opposite) if places else None
        if damage:
            return damage
    return None


PLANTS = (
    Plant("left and right swapped", ("sides",), lambda sentence, chance: _swapped(sentence, chance, _LEFT_RIGHT)),
    Plant("position swapped", ("sides",), lambda sentence, chance: _swapped(sentence, chance, _POSITIONS)),
)
