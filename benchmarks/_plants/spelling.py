"""Slips of spelling: wrong characters, capitals, articles, British words in American text."""

from __future__ import annotations

import random
import re
from functools import cache

from _terms import Text

from _plants import Damage, Plant, Sentence, TextDamage, TextPlant, found, swapped, with_target, written
from aligner import lexicon
from aligner.lexicon.lexicon import Lexicon

_WRONG = {
    "显著": "显着", "既往": "即往", "症状": "证状", "炎症": "炎证", "自己": "自已", "作为": "做为", "覆盖": "复盖",
    "即使": "既使", "支气管": "枝气管", "辐射": "幅射", "图像": "图象", "内分泌": "内分秘", "肌酐": "肌肝",
    "甘油三酯": "甘油三脂", "妨碍": "防碍", "重叠": "重迭", "松弛": "松驰", "脉搏": "脉博", "烦躁": "烦燥",
    "浸润": "侵润",
}  # fmt: skip
_NAMES = """
    January February April June July August September October November December Monday Tuesday Friday Sunday
    China Chinese Italy Italian Iran Japan Japanese France French Germany German Spain Spanish Korea Korean
    Africa African America American Americans Asia Asian Europe European Australia India Indian Brazil Kenya
    Singapore Vietnam Russia Russian Wuhan Hubei Beijing London Paris Israel Canada Taiwan Thailand Sweden Iraq
    Egypt English Arabic Hispanic
    """.split()  # noqa: SIM905 - a table of words is read as such
_BRITISH = {
    "tumor": "tumour", "behavior": "behaviour", "center": "centre", "hospitalized": "hospitalised", "color": "colour",
    "pediatric": "paediatric", "edema": "oedema", "diarrhea": "diarrhoea", "leukemia": "leukaemia", "labor": "labour",
    "randomized": "randomised", "anemia": "anaemia", "fibers": "fibres", "analyzed": "analysed",
    "estrogen": "oestrogen",
    "ischemic": "ischaemic", "minimize": "minimise", "recognized": "recognised", "organized": "organised",
}  # fmt: skip


@cache
def _lexicon() -> Lexicon:
    return lexicon.load()


def _traditional(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Write one or two characters of a Simplified sentence in Traditional."""
    target = sentence.target
    if sentence.target_lang != "zh" or len(target) < 15:
        return None
    other = _lexicon().traditional(target)
    places = [k for k, (a, b) in enumerate(zip(target, other, strict=True)) if a != b]
    if not places:
        return None
    k = chance.choice(places)
    return written(sentence, k, k + 1, other[k])


def _wrong_character(sentence: Sentence, chance: random.Random) -> Damage | None:
    return swapped(sentence, chance, _WRONG) if sentence.target_lang == "zh" else None


def _capital_dropped(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Begin the sentence with a small letter."""
    first = re.match(r"([A-Z])[a-z]+(?= [a-z])", sentence.target) if sentence.target.endswith(".") else None
    if sentence.target_lang != "en" or first is None:
        return None
    return written(sentence, 0, 1, first[1].lower())


def _name_small(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = found(rf"(?<=[a-z,] )(?:{'|'.join(_NAMES)})\b(?!-)", sentence.target, chance)
    if sentence.target_lang != "en" or place is None:
        return None
    return written(sentence, *place.span(), place[0].lower())


def _article_swapped(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = found(r"\b(?:a|an)\b(?= [A-Za-z\d])(?<![.-])", sentence.target, chance)
    if sentence.target_lang != "en" or place is None:
        return None
    return written(sentence, *place.span(), "an" if place[0] == "a" else "a")


def _british_word(text: Text, chance: random.Random) -> TextDamage | None:
    """Write one word of an American text as the British do."""
    words = "|".join(_BRITISH)
    places = [(k, m) for k, row in enumerate(text.rows) for m in re.finditer(rf"\b(?:{words})\b", row.target)]
    if text.lang != "zh" or len({m[0] for _, m in places}) < 2:
        return None
    k, place = chance.choice(places)
    target = text.rows[k].target
    word = _BRITISH[place[0]]
    new = target[: place.start()] + word + target[place.end() :]
    return TextDamage(with_target(text, k, new), k, Damage(new, place.start(), place.start() + len(word)))


PLANTS = (
    Plant("Traditional character", ("traditional-character",), _traditional),
    Plant("wrong character", ("wrong-character",), _wrong_character),
    Plant("capital of a sentence dropped", ("sentence-capital",), _capital_dropped),
    Plant("proper noun in small letters", ("proper-noun-case",), _name_small),
    Plant("a and an swapped", ("article",), _article_swapped),
    TextPlant("British word in American text", ("mixed-spelling",), _british_word),
)
