"""Words left in the source language, and text that an encoding or a program garbled."""

from __future__ import annotations

import random

from _plants import Damage, Plant, Sentence, found, written

_HAN = "[\u4e00-\u9fff]"
_SYLLABLES = ("mo", "xin", "fei", "gan", "zhong", "yan", "shen", "wei", "xue", "gu")
_HIDDEN = ("\u200b", "\ufeff", "\u00ad", "\u0008", "\u2060", "\u200e")


def _latin_left(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Write a word of the English source in the place of a Chinese word of two characters or more."""
    word = found(r"(?<![\w-])[a-z]{5,}(?![\w-])", sentence.source, chance) if sentence.lang == "en" else None
    place = found(f"(?<={_HAN}){_HAN}{{2,3}}(?={_HAN})", sentence.target, chance)
    if word is None or place is None:
        return None
    return written(sentence, *place.span(), word[0], word.span())


def _half_translated(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Write a syllable of Latin letters in the place of one character within a word, as in 胸mo炎."""
    place = found(f"(?<={_HAN}){_HAN}(?={_HAN})", sentence.target, chance)
    if sentence.target_lang != "zh" or place is None:
        return None
    return written(sentence, *place.span(), chance.choice(_SYLLABLES))


def _chinese_left(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Write a Chinese word of the source in the place of an English word outside brackets."""
    word = found(f"{_HAN}{{2,4}}", sentence.source, chance) if sentence.lang == "zh" else None
    place = found(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])(?![^()]*\))", sentence.target, chance)
    if word is None or place is None:
        return None
    return written(sentence, *place.span(), word[0], word.span())


def _copied(sentence: Sentence, _: random.Random) -> Damage | None:
    """Leave a whole sentence as it is in the source."""
    words = sentence.source.split() if sentence.lang == "en" else list(sentence.source)
    if len(words) < 8:
        return None
    return Damage(sentence.source, 0, len(sentence.source), (0, len(sentence.source)))


def _as_latin(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Decode a stretch, which is UTF-8, as Windows-1252 or Latin-1."""
    place = found(rf"{_HAN}{{3,8}}" if sentence.target_lang == "zh" else "[’“”–±≥≤éïöü°µα-ω]", sentence.target, chance)
    if place is None:
        return None
    data = place[0].encode("utf-8")
    try:
        wrong = data.decode(chance.choice(("cp1252", "latin-1")))
    except UnicodeDecodeError:
        wrong = data.decode("latin-1")
    return written(sentence, *place.span(), wrong)


def _as_gbk(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Decode a stretch of the Chinese, which is UTF-8, as GBK; what cannot be read becomes a question mark."""
    place = found(rf"{_HAN}{{4,12}}", sentence.target, chance)
    if sentence.target_lang != "zh" or place is None:
        return None
    return written(sentence, *place.span(), place[0].encode("utf-8").decode("gbk", "replace").replace("\ufffd", "?"))


def _gbk_as_latin(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = found(rf"{_HAN}{{2,8}}", sentence.target, chance)
    if sentence.target_lang != "zh" or place is None:
        return None
    return written(sentence, *place.span(), place[0].encode("gbk", "ignore").decode("latin-1"))


def _replaced(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = found(r"\w", sentence.target, chance)
    return written(sentence, *place.span(), "\ufffd") if place else None


def _hidden(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = found(r"(?<=\w)(?=\w)", sentence.target, chance)
    return written(sentence, *place.span(), chance.choice(_HIDDEN)) if place else None


def _escaped(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Write a sign as a program would."""
    signs = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "±": "&plusmn;", "≥": "&ge;", "'": "\\'", '"': "&quot;"}
    place = found("[<>&±≥'\"]", sentence.target, chance)
    return written(sentence, *place.span(), signs[place[0]]) if place else None


PLANTS = (
    Plant("Latin left in", ("untranslated",), _latin_left),
    Plant("half-translated word", ("untranslated",), _half_translated),
    Plant("Chinese left in", ("untranslated",), _chinese_left),
    Plant("sentence not translated", ("untranslated",), _copied),
    Plant("UTF-8 read as Latin-1", ("garbled-text",), _as_latin),
    Plant("UTF-8 read as GBK", ("garbled-text",), _as_gbk),
    Plant("GBK read as Latin-1", ("garbled-text",), _gbk_as_latin),
    Plant("character replaced", ("garbled-text",), _replaced),
    Plant("invisible character", ("invisible-character",), _hidden),
    Plant("sign escaped", ("escaped-character",), _escaped),
)
