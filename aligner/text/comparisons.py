"""Comparisons with a number: signs such as `<`, and words such as `at least` and 以上.

A comparison says in which direction the values lie and whether the number itself is among them. Words are less sure
than signs: 以上 and `over` leave open whether it is, and `not` may turn them round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from aligner.model import Lang

Direction = Literal["above", "below"]
_OPPOSITE: dict[Direction, Direction] = {"above": "below", "below": "above"}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where a comparison stands and what it says.

    `inclusive` says whether the number itself is meant, None where the words leave it open. `doubtful` says that a
    negation stands before it in the clause, so that the opposite may be meant, `denied` that it does before a sign or
    words that are not turned round by one, as `under` and 以上. `is_sign` tells signs from words.
    `may_last` says that it may tell how long something takes, as `over three weeks` and 3周内 both do.
    """

    start: int
    end: int
    direction: Direction
    inclusive: bool | None = None
    doubtful: bool = False
    is_sign: bool = False
    may_last: bool = False
    denied: bool = False
    reaching: bool = False


@dataclass(frozen=True, slots=True)
class _Sense:
    direction: Direction
    inclusive: bool | None
    turns: bool = True


_ABOVE, _AT_LEAST = _Sense("above", inclusive=False), _Sense("above", inclusive=True)
_BELOW, _AT_MOST = _Sense("below", inclusive=False), _Sense("below", inclusive=True)
_UPWARDS, _DOWNWARDS = _Sense("above", inclusive=None, turns=False), _Sense("below", inclusive=None, turns=False)
_LATER, _EARLIER = _Sense("above", inclusive=None), _Sense("below", inclusive=None)

_SIGNS = (
    (_AT_LEAST, r"≥|≧|⩾|>\s?=|=\s?>|&ge;|&gt;="),
    (_AT_MOST, r"≤|≦|⩽|<\s?=|=\s?<|&le;|&lt;="),
    (_ABOVE, r">|＞|﹥|&gt;"),
    (_BELOW, r"<|＜|﹤|&lt;"),
)
_ADJECTIVES = ("more|greater|higher|larger|older|newer|longer|heavier|taller|thicker|wider|deeper|faster|bigger",
               "less|fewer|lower|smaller|younger|shorter|lighter|thinner|narrower|shallower|slower")  # fmt: skip
_EN_BEFORE = (
    (_AT_LEAST, rf"at least|at the least|a? ?minimum(?: \w+)? of|(?:{_ADJECTIVES[0]}) than or equal to"),
    (_AT_MOST, rf"at most|at the most|a? ?maximum(?: \w+)? of|(?:{_ADJECTIVES[1]}) than or equal to"),
    (_ABOVE, rf"(?:{_ADJECTIVES[0]}) than|exceed(?:s|ed|ing)?|in excess of|surpass(?:es|ed|ing)?"),
    (_BELOW, rf"(?:{_ADJECTIVES[1]}) than"),
    (_LATER, "later than"),
    (_EARLIER, "(?:earlier|sooner) than"),
    (_UPWARDS, "over|above|beyond|upwards? of"),
    (_DOWNWARDS, "under|below|up to|within"),
)
_EN_AFTER = (
    (
        _AT_LEAST,
        rf"or (?:even )?(?:{_ADJECTIVES[0]}|later)\b"
        r"|(?:or|and) (?:above|over|beyond|upwards?)@|and (?:older|greater|later|newer|higher)\b",
    ),
    (_AT_MOST, rf"(?<!more )or (?:even )?(?:{_ADJECTIVES[1]})\b|and younger\b|(?:or|and) (?:below|under)@"),
    (_UPWARDS, r"\+(?![\d/-])"),
)
_EN_END = r"(?=\s*(?:[,.;:)\]]|$)|\s(?:years?|days?|months?|weeks?|with|who|were|was|had|have|has|in|at|of|after)\b)"
_ZH_BEFORE = (
    (_AT_LEAST, r"大于或?等于|[高多]于或?等于|达到或超过|等于或[大高]于|至少|最少(?!\s?[（(])|起码|不下"),
    (_AT_MOST, r"小于或?等于|[低少]于或?等于|等于或[小低]于|至多|最多(?!\s?[（(])|顶多"),
    (_ABOVE, "大于|高于|多于|长于|重于|厚于|宽于|深于|快于|超过|超出|超|逾|不止"),
    (_BELOW, "小于|低于|少于|短于|轻于|薄于|窄于|浅于|慢于|不足|不到|未满|不满|未达|未及"),
    (_LATER, "晚于|(?<!至)迟于"),
    (_EARLIER, "早于|先于|至迟于?"),
    (_UPWARDS, "(?<![不未])满"),
    (_DOWNWARDS, "多达|高达|可达"),
)
_ZH_AFTER = (
    (_AT_LEAST, "[及或和]其?以上|(?<!涉)[及或](?:更[多高长大久早新]|[以之][后後]|多[个种项处名例次条位])|或超过"),
    (_AT_MOST, "[及或和]其?以下|(?<!涉)[及或](?:更[少低短小晚]|[以之]前)"),
    (_UPWARDS, r"(?:以上|之上|开外)(?![所述各几]|的?方法|[两三四]|结果|分析|研究|情况)|\+(?![\d/-])"),
    (
        _DOWNWARDS,
        r"(?:以下|之下|以内|之内|(?<=[年月周天日时钟米里岁])内(?!科))(?![列几各简]|[两三四]|方[法面]|[:：])",
    ),
)
_ZH_MORE = re.compile(r"\s?(?:余|餘|多(?![巴西柔糖肽发数少]))")
_ODD = re.compile(r"[多余餘]")
_FILLER = {
    "en": r"(?:\s(?:about|approximately|around|roughly|(?:the )?ages?(?: of)?|an?|some|even|as|only|a total of))*"
    r"[\s(]*[$€£¥]?\s?[-+±]?",
    "zh": r"(?:了|约|或|其|有|为|至|到|达|过|在|共|近|应|须|需|要|可|已|会)*[\s(（]*[$€£¥]?\s?[-+±]?",
}
_EN_UNIT = r"(?:[-\s]?(?!or\b)[^\s,;()\d]+){0,4}?[\s-]"
_ZH_UNIT = r"(?:\s?[A-Za-zμµ%‰°℃/·²³^-]{1,12}\d?|\s?[^\s，。；、,;:：()（）\d之所的]{0,4}?)\s?"
_NEGATION = {
    "en": re.compile(
        r"(?:\b(?:not|no|never|nor|neither|cannot|without|hardly|unable|fail\w*)|n't)"
        r"\s(?:(?:be|been|have|has|had|usually|necessarily)\s)?$",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"(?:不|未|没有|没|勿|非)(?:得|能|会|应|可|宜|曾|必|再|要|应当|可以|允许)?(?:有|被)?$"),
}
_NEGATED_ANYWHERE = {
    "en": re.compile(
        r"\b(?:not|no|never|nor|neither|cannot|none|without|unless|hardly|unlikely|\w+n't|fail\w*|except)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("不(?![良同断仅])|未|没|无|否|勿"),
}
_YEAR = re.compile(r"[12]\d{3}\s?年")
_OF_SIZE = ("大于", "小于", "高于", "低于", "多于", "少于")
"""What no year is: 低于2016年的产量 compares the output."""
_REACHING = re.compile("up to|within|[多高可]达|满", re.IGNORECASE)
_LASTING = re.compile(r"over\b|(?<=[年月周天日时钟期秒])[以之]?内", re.IGNORECASE)
_CLAUSE = {"en": re.compile(r"[.;:()\[\]?!](?!\d)"), "zh": re.compile(r"[，。；、,;.:：()（）\[\]？?！!]")}
_REACH = 48
_AWAY = {"en": 80, "zh": 16}
"""How far before a comparison a negation may still turn it round."""


_Patterns = tuple[tuple[_Sense, re.Pattern[str]], ...]


def _compiled(senses: tuple[tuple[_Sense, str], ...], shape: str, flags: int = 0) -> _Patterns:
    return tuple((sense, re.compile(shape.replace("@", words).replace("@", _EN_END), flags)) for sense, words in senses)


@cache  # when they are first asked for: compiling takes longer than the rest of an import
def _signs() -> _Patterns:
    return _compiled(_SIGNS, r"(@)\s?[(（]?[$€£¥]?\s?[-+±]?$")


@cache
def _before_number(lang: Lang) -> _Patterns:
    if lang == "en":
        return _compiled(_EN_BEFORE, rf"\b(@){_FILLER['en']}$", re.IGNORECASE)
    apart = ((_AT_LEAST, "至少|最少"), (_AT_MOST, "至多|最多"))
    return (
        *_compiled(_ZH_BEFORE, rf"(@){_FILLER['zh']}$"),
        *_compiled(apart, r"(@)[^，。；、,;:：()（）\d]{0,6}\s?$"),
    )


@cache
def _after_number(lang: Lang) -> _Patterns:
    if lang == "en":
        return _compiled(_EN_AFTER, rf"(?:{_EN_UNIT}|(?=\+))(@)", re.IGNORECASE)
    return _compiled(_ZH_AFTER, rf"{_ZH_UNIT}(@)")


@cache
def _anywhere(lang: Lang) -> _Patterns:
    if lang == "zh":
        return _compiled((*_SIGNS, *_ZH_BEFORE, *_ZH_AFTER), "@")
    words = _compiled((*_EN_BEFORE, *_EN_AFTER), r"(?<![A-Za-z])(?:@)(?![A-Za-z])", re.IGNORECASE)
    return (*_compiled(_SIGNS, "@"), *words)


def comparison_with(text: str, start: int, end: int, lang: Lang) -> Comparison | None:
    """Return what a text with plain signs, see `Canvas`, says of the number at `start:end`.

    >>> found = comparison_with("no more than 5 days", 13, 14, "en")
    >>> found.direction, found.inclusive
    ('below', True)
    >>> [comparison_with(text, 0, 2, "zh").direction for text in ("65岁以上", "65岁及以下")]
    ['above', 'below']
    """
    at = max(0, start - _REACH)
    before = text[at:start]
    for sense, pattern in _signs():
        if found := pattern.search(before):
            here, there = at + found.start(1), at + found.end(1)
            denied = _is_denied(_clause(text[:here], lang), lang)
            return Comparison(here, there, sense.direction, sense.inclusive, is_sign=True, denied=denied)
    for sense, pattern in _before_number(lang):
        found = pattern.search(before)
        if found and not (_YEAR.match(text, start) and found.group(1) in _OF_SIZE):
            return _worded(text, sense, (at + found.start(1), at + found.end(1)), lang)
    odd = (_ZH_MORE.match(text, end) or _ODD.search(text, start, end)) if lang == "zh" else None
    if odd:
        return Comparison(*odd.span(), "above")
    after = text[end : end + _REACH]
    for sense, pattern in _after_number(lang):
        found = pattern.match(after)
        if found and not (
            found.group(1).lower().endswith("older") and "." in text[start:end]
        ):  # older versions are below
            return _worded(text, sense, (end + found.start(1), end + found.end(1)), lang)
    return None


def _worded(text: str, sense: _Sense, span: tuple[int, int], lang: Lang) -> Comparison:
    """Make a comparison of words, turned round by a negation right before them."""
    start, end = span
    clause = _clause(text[:start], lang)
    made = Comparison(start, end, sense.direction, sense.inclusive, may_last=bool(_LASTING.match(text, start)))
    negation = _NEGATION[lang].search(clause)
    if negation and sense.turns:
        made = replace(
            made,
            start=start - len(clause) + negation.start(),
            direction=_OPPOSITE[sense.direction],
            inclusive=None if sense.inclusive is None else not sense.inclusive,
        )
        clause = clause[: negation.start()]
    denied = _is_denied(clause, lang)
    reaching = bool(_REACHING.match(text, start))
    plain = denied and not reaching and not sense.turns
    return replace(made, doubtful=denied, denied=plain, reaching=reaching)


def _clause(before: str, lang: Lang) -> str:
    """Return what stands before a comparison in its own clause."""
    cuts = [found.end() for found in _CLAUSE[lang].finditer(before)]
    return before[cuts[-1] :] if cuts else before


def _is_denied(clause: str, lang: Lang) -> bool:
    """Tell whether a negation in a clause may reach the comparison that ends it."""
    return bool(_NEGATED_ANYWHERE[lang].search(clause[-_AWAY[lang] :]))


def comparators(text: str, lang: Lang) -> Iterator[tuple[Direction, int, int]]:
    """Yield all signs and words that may compare, with a number beside them or not: with a negation, in both ways."""
    for sense, pattern in _anywhere(lang):
        for found in pattern.finditer(text):
            yield sense.direction, *found.span()
            if _NEGATION[lang].search(text, max(0, found.start() - _REACH), found.start()):
                yield _OPPOSITE[sense.direction], *found.span()
