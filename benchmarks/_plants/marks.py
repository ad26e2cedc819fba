"""Marks halved, doubled, lost or out of place, and spaces likewise, in both languages."""

from __future__ import annotations

import random
import re

from _terms import Text

from _plants import Damage, Plant, Sentence, TextDamage, TextPlant, found, with_target, written

_HAN = "[\u4e00-\u9fff]"
_HALF = dict(zip("，；：？！。（）", ",;:?!.()", strict=True))
_FULL = {"en": dict(zip(",;:?!.()", "，；：？！。（）", strict=True))}
_BOTH = {"zh": "，；：。、", "en": ",;."}


def _halved(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Type a full-width mark beside a Chinese character half-width."""
    place = found(rf"(?<={_HAN})[，；：？！。（）]|[（）](?={_HAN})", sentence.target, chance)
    if sentence.target_lang != "zh" or place is None:
        return None
    return written(sentence, *place.span(), _HALF[place[0]])


def _brackets_halved(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Type both brackets of an aside in the Chinese half-width."""
    place = found(rf"(?<={_HAN})（([^（）()]+)）", sentence.target, chance)
    if sentence.target_lang != "zh" or place is None:
        return None
    return written(sentence, *place.span(), f"({place[1]})")


def _doubled(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = found(rf"(?<=\w)[{_BOTH[sentence.target_lang]}](?!\d)", sentence.target, chance)
    return written(sentence, *place.span(), place[0] * 2) if place else None


def _bracket_dropped(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Lose one half of a pair of brackets or curly quotation marks; what it held is the place of the error."""
    place = found(r"（[^（）()]+）|\([^（）()]+\)|“[^“”]+”|《[^《》]+》|【[^【】]+】", sentence.target, chance)
    if place is None:
        return None
    at = chance.choice((place.start(), place.end() - 1))
    target = sentence.target[:at] + sentence.target[at + 1 :]
    return Damage(target, place.start(), place.end() - 1)


def _emptied(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Lose what stands between brackets."""
    place = found(r"(?<=（)[^（）()]+(?=）)|(?<=[ \u4e00-\u9fff]\()[^（）()]+(?=\))", sentence.target, chance)
    return written(sentence, *place.span(), "") if place else None


def _stop_dropped(text: Text, chance: random.Random) -> TextDamage | None:
    """Lose the full stop of a sentence whose source ends with one."""
    return _at_the_end(text, chance, "")


def _stop_a_comma(text: Text, chance: random.Random) -> TextDamage | None:
    return _at_the_end(text, chance, "，" if text.lang == "en" else ",")


def _at_the_end(text: Text, chance: random.Random, mark: str) -> TextDamage | None:
    ended = [k for k, row in enumerate(text.rows) if row.target[-1:] in "。." and row.source.rstrip()[-1:] in "。."]
    rows = [k for k in ended if len(text.rows[k].target) > 10]
    if len(rows) < 5 or len(rows) < 0.8 * len(text.rows):
        return None
    k = chance.choice(rows)
    target = text.rows[k].target[:-1] + mark
    return TextDamage(with_target(text, k, target), k, Damage(target, len(target) - len(mark), len(target)))


def _spaced_chinese(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Put a space between two Chinese characters of a sentence, not near its beginning, where labels stand."""
    place = found(rf"(?<=.{{8}}{_HAN})(?={_HAN})", sentence.target, chance)
    if sentence.target_lang != "zh" or place is None:
        return None
    return written(sentence, *place.span(), " ")


def _comma_for_list(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Part two clauses with the mark for lists."""
    place = found(rf"(?<={_HAN}{{6}})，(?={_HAN}{{6}})", sentence.target, chance)
    if sentence.target_lang != "zh" or place is None:
        return None
    return written(sentence, *place.span(), "、")


def _comma_before_and(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Set the mark for lists before the `and` of the last member, as English does."""
    place = found(rf"、{_HAN}{{2,6}}()[和及]{_HAN}{{2}}", sentence.target, chance)
    if sentence.target_lang != "zh" or place is None:
        return None
    return written(sentence, *place.span(1), "、")


def _space_dropped(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Run the word behind a mark, or an opening bracket, into the one before it."""
    place = found(r"(?<=[a-z]{3}[,;]) (?=[A-Za-z]{3})|(?<=[a-z]{3}\.) (?=[A-Z][a-z]+ )|(?<=[a-z]{3}) (?=\([A-Za-z]{2})",
                  sentence.target, chance)  # fmt: skip
    if sentence.target_lang != "en" or place is None:
        return None
    at = place.start()
    return Damage(sentence.target[:at] + sentence.target[at + 1 :], at, at)


def _space_doubled(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = found(r"(?<=\w) (?=\w)", sentence.target, chance)
    if sentence.target_lang != "en" or place is None:
        return None
    return written(sentence, *place.span(), "  ")


def _space_before(sentence: Sentence, chance: random.Random) -> Damage | None:
    place = found(r"(?<=[a-z]{2})(?=[,;.](?:\s|$))", sentence.target, chance)
    if sentence.target_lang != "en" or place is None:
        return None
    return written(sentence, *place.span(), " ")


def _full_width(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Type a mark of the English as a Chinese one."""
    place = found(r"(?<=[a-z)])[,;:?.](?=\s|$)|[()]", sentence.target, chance)
    if sentence.target_lang != "en" or place is None:
        return None
    return written(sentence, *place.span(), _FULL["en"][place[0]])


def _tilde(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Join the figures of an English range by a tilde."""
    place = found(r"(?<![\d.-])(\d{1,3})(?:-|–| to )(\d{1,3})(?![\d-])(?=\s[a-z(]|%)", sentence.target, chance)
    if sentence.target_lang != "en" or place is None or int(place[1]) >= int(place[2]):
        return None
    return written(sentence, *place.span(), f"{place[1]}~{place[2]}")


def _wide_letters(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Type an abbreviation or a figure of the Chinese full-width."""
    place = found(r"(?<![A-Za-z\d.])(?:[A-Z]{2,6}|\d{1,4})(?![A-Za-z\d.])", sentence.target, chance)
    if sentence.target_lang != "zh" or place is None:
        return None
    return written(sentence, *place.span(), re.sub(r".", lambda c: chr(ord(c[0]) + 0xFEE0), place[0]))


def _makeshift(sentence: Sentence, chance: random.Random) -> Damage | None:
    """Type curly quotation marks, an ellipsis or a dash of the Chinese as a typewriter would."""
    place = found(rf"“[^“”]*{_HAN}[^“”]*”|(?<={_HAN})(?:……|——)(?={_HAN}|$)", sentence.target, chance)
    if sentence.target_lang != "zh" or place is None:
        return None
    other = {"……": "...", "——": "--"}.get(place[0]) or f'"{place[0][1:-1]}"'
    return written(sentence, *place.span(), other)


PLANTS = (
    Plant("mark halved", ("half-width-punctuation",), _halved),
    Plant("brackets halved", ("half-width-punctuation",), _brackets_halved),
    Plant("mark of a typewriter", ("makeshift-mark",), _makeshift),
    Plant("mark doubled", ("doubled-mark",), _doubled),
    Plant("bracket dropped", ("unpaired-bracket",), _bracket_dropped),
    Plant("brackets emptied", ("empty-brackets",), _emptied),
    TextPlant("full stop dropped", ("final-stop",), _stop_dropped),
    TextPlant("full stop a comma", ("final-stop",), _stop_a_comma),
    Plant("space in Chinese", ("space-in-chinese",), _spaced_chinese),
    Plant("comma of lists between clauses", ("enumeration-comma",), _comma_for_list),
    Plant("comma of lists before and", ("enumeration-comma",), _comma_before_and),
    Plant("space dropped", ("english-spacing",), _space_dropped),
    Plant("space doubled", ("english-spacing",), _space_doubled),
    Plant("space before a mark", ("english-spacing",), _space_before),
    Plant("full-width mark in English", ("full-width-in-english",), _full_width),
    Plant("tilde in a range", ("tilde-range",), _tilde),
    Plant("full-width letters", ("full-width-letters",), _wide_letters),
)
