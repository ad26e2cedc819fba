"""Finds where a word is missing from a sentence: between function words that cannot follow each other.

An article in front of a preposition, a conjunction, a verb or a stop has lost its noun (*the of patients*); nobody
writes so on purpose. Other breaks (*of and*, empty brackets) are right in rare sentences: they count only beside
other evidence that something is missing. In Chinese nearly any word may end a clause, and few breaks tell anything.
"""

from __future__ import annotations

import re

_END = r"(?![\w-])"
_VERB = r"was|were|is|are|has|have|had"
_ARTICLE = r"(?<![\w'’-])(?:[Tt]he|[Aa]n)"
# Article and preposition may stand together before a name of place or time: an in vitro study, the at risk group.
_SURE = re.compile(
    rf"{_ARTICLE}(?: (?:of|with|for|from|into|among|than|and|or|but|which|who|{_VERB}){_END}| ?[.;:)](?!\S))"
)
_PREPOSITION = r"(?<![\w-])(?:of|with|from|into|among|between|during|by)"
# Nouns that end as participles do: a need for, a hundred of, an accused in.
_NOUN = r"(?!\w*eed |(?:bed|shed|sled|hundred|accused|\w*ped) )"
# Verbs alone: a report that was sent is no gap.
_REPORTING = (
    r"(?:(?:suggest|indicat|demonstrat|confirm|conclud|reveal|believ)(?:e?s|ed?|ing)?"
    r"|report(?:ed|ing)|show(?:ed|n|ing)|found)"
)
_MODAL = r"may|might|can|could|will|would|should"
# All but one begin where a word does, and are tried only there.
_LIKELY = re.compile(
    r"(?<=[\w)]), ?,(?!\S)|(?<![\w-])(?:"
    rf"{_ARTICLE} (?:\(?(?:which|who|that|because|when|while)|below|by|to|on|at|during"
    rf"|in(?! (?:vitro|vivo|situ|utero))){_END}|{_ARTICLE} ,(?!\S)"
    rf"|(?<= )a (?:\(?(?:of|with|for|from|into|on|among|than|but|which|{_VERB}){_END}|(?:and|or) [\w-]{{2,}})"
    rf"|{_ARTICLE} (?:reflects|indicates|suggests|includes|requires|involves|provides|depends|occurs|consists){_END}"
    rf"|{_PREPOSITION} (?:(?:{_VERB}|when|while|because|although){_END}|[.,;:)](?!\S)|\()"
    rf"|{_PREPOSITION} (?:and|or|but)(?! (?:without|not|outside)){_END}"
    rf"|(?<![\w-])(?:and|or) (?:than|into|and|or){_END}"
    rf"|(?!with than){_PREPOSITION} (?:of|with|for|into|than|among){_END}|(?<![\w-])of from (?!\d)"
    rf"|(?<![\w-])(?:of|with|from|about) that (?:was|were|are|have|had){_END}|(?<![\w-])including ?[.,;)](?!\S)"
    rf"|(?<![\w-])(?:reported|observed|estimated|undetected|reduced|elevated|increased|decreased) of{_END}"
    rf"|(?<= )[Aa] (?:can|may|could|might|would|should) (?!of )[a-z]"
    rf"|(?:^|(?<=[.!?] ))[A-Z][a-z]+ly, (?:{_VERB}){_END}"
    rf"|(?<![\w-])(?:[Bb]oth|but) (?:and|or){_END}"
    rf"|(?<![\w'’-])[Aa]n? {_NOUN}[a-z]+ed (?:with|by|in|to|for|from|of){_END}"
    rf"|(?<![\w-]){_REPORTING} that (?:{_VERB}|{_MODAL}){_END}"
    r"|(?<![\w-])(?:highly|extremely|very) ?[.;)](?!\S)"
    rf"|(?<=\s)-(?:themed|related|associated|based|like|induced|specific|infected|positive|negative|free|dependent){_END}"
    r"|(?<=\s)(?:\(\s*\)|\[\s*\])(?!\w))"
)
# A blank that an editor left where a word went: before the one mark of a text that has one.
_BLANK = re.compile(r"(?<=[^\s.,;:?]) (?=[.,;:?)](?![^\sA-Z]))|\( (?=\w)|(?<=\w-) (?=-\w)|(?<=\w) (?=[”\"](?!\w))")
_MARK = re.compile(r"(?<=[^\s.,;:?])[.,;:?)](?!\S)|\(\w")

_CHINESE = re.compile(r"(?:或|以及|这是|即使|(?<![温缓柔平饱总中调共祥亲谦暖随违讲议求媾])和)(?=[。，；、])")


def gaps_in_chinese(text: str) -> list[tuple[int, int]]:
    """Return the doubtful gaps of a Chinese text.

    >>> gaps_in_chinese("可能是感冒或。病情缓和。")
    [(5, 6)]
    """
    return [m.span() for m in _CHINESE.finditer(text)]


def gaps(text: str, *, likely: bool = False) -> list[tuple[int, int]]:
    """Return the stretches between whose words one is missing for sure; with `likely` the doubtful ones too.

    >>> gaps("The of patients was low."), gaps("The knowledge of and attitude towards it."), gaps("An in vitro study.")
    ([(0, 6)], [], [])
    >>> gaps("Cases of and of the flu.", likely=True)
    [(6, 12)]
    """
    found = {m.span() for m in _SURE.finditer(text)}
    if likely:
        found |= {m.span() for m in _LIKELY.finditer(text)}
        found |= {b for b in _lone_blank(text) if not any(start <= b[0] < end for start, end in found)}
    return sorted(found)


def _lone_blank(text: str) -> list[tuple[int, int]]:
    """Return the blank before a mark, or behind a bracket, where the text has one such blank and other marks without.

    >>> _lone_blank("It is highly . So, we stop."), _lone_blank("Tokens , all of them , apart .")
    ([(12, 13)], [])
    """
    blanks = [m.span() for m in _BLANK.finditer(text)]
    return blanks if len(blanks) == 1 and _MARK.search(text) else []
