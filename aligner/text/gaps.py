"""Finds where a word is missing from an English sentence: between function words that cannot follow each other.

An article in front of a preposition, a conjunction, a verb or a stop has lost its noun (*the of patients*); nobody
writes so on purpose. Other breaks (*of and*, empty brackets) are right in rare sentences: they count only beside
other evidence that something is missing.
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
_LIKELY = re.compile(
    rf"{_ARTICLE} (?:\(?(?:which|who|that|because|when)|below|by|to|on|at|in(?! (?:vitro|vivo|situ|utero))|during)"
    rf"{_END}|{_ARTICLE} ,(?!\S)"
    rf"|(?<= )a (?:\(?(?:of|with|for|from|into|on|among|than|but|which|{_VERB}){_END}|(?:and|or) [\w-]{{2,}})"
    rf"|{_PREPOSITION} (?:(?:{_VERB}|when|while|because|although){_END}|[.,;:)](?!\S)|\()"
    rf"|{_PREPOSITION} (?:and|or|but)(?! (?:without|not|outside)){_END}"
    rf"|(?<![\w-])(?:and|or) (?:than|into|and|or){_END}"
    rf"|{_PREPOSITION} (?:of|with|for|into|than|among){_END}"
    r"|(?<=\s)(?:\(\s*\)|\[\s*\])(?!\w)"
)


def gaps(text: str, *, likely: bool = False) -> list[tuple[int, int]]:
    """Return the stretches between whose words one is missing for sure; with `likely` the doubtful ones too.

    >>> gaps("The of patients was low."), gaps("The knowledge of and attitude towards it."), gaps("An in vitro study.")
    ([(0, 6)], [], [])
    >>> gaps("Cases of and of the flu.", likely=True)
    [(6, 12)]
    """
    found = [m.span() for m in _SURE.finditer(text)]
    return sorted({*found, *(m.span() for m in _LIKELY.finditer(text))}) if likely else found
