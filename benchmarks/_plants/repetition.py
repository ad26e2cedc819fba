"""Words and sentences that stand twice."""

from __future__ import annotations

import itertools
import logging
import random
import re

import jieba

from _plants import Damage, Plant, Sentence, found, written

jieba.setLogLevel(logging.WARNING)

_WORD = re.compile(r"(?<!-)\b[A-Za-z]{2,}\b(?!-)")
_HAN = re.compile(r"[\u4e00-\u9fff]+")


def _word(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Write a word twice, as an editor does who moves it and forgets to delete it."""
    if sentence.target_lang == "en":
        place = found(_WORD, sentence.target, chance)
        return written(sentence, place.end(), place.end(), f" {place.group()}") if place else None
    words = _chinese(sentence.target)
    if not words:
        return None
    start, end = chance.choice(words)
    return written(sentence, end, end, sentence.target[start:end])


def _phrase(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Write two or three words twice."""
    if sentence.target_lang == "en":
        place = found(r"(?<!-)\b[A-Za-z]{2,}(?: [A-Za-z]{2,}){1,2}\b(?!-)", sentence.target, chance)
        return written(sentence, place.end(), place.end(), f" {place.group()}") if place else None
    words = _chinese(sentence.target)
    joined = [(a[0], b[1]) for a, b in itertools.pairwise(words) if a[1] == b[0]]
    if not joined:
        return None
    start, end = chance.choice(joined)
    return written(sentence, end, end, sentence.target[start:end])


def _clause(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Write a clause twice, with the mark at its end."""
    place = found(r"(?:(?<=[，；])|^)[^，。；：、（）]{6,}，|(?<=, )[^,.;:()]{20,}, ", sentence.target, chance)
    return written(sentence, place.end(), place.end(), place.group()) if place else None


def _chinese(text: str) -> list[tuple[int, int]]:
    """Return where the Chinese words of two characters or more stand."""
    return [(a, b) for word, a, b in jieba.tokenize(text) if b - a >= 2 and _HAN.fullmatch(word)]


PLANTS = (
    Plant("word doubled", ("repetition",), _word),
    Plant("phrase doubled", ("repetition",), _phrase),
    Plant("clause doubled", ("repetition",), _clause),
)
