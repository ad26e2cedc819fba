"""Looks a word up in the forms of terms, in either language, with the folding of the matcher."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from aligner.glossary.english import word_keys
from aligner.model import Forms, Term
from aligner.text.variants import chinese_key


def search(
    terms: Sequence[Term], word: str, simplify: Callable[[str], str] = str
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the places of the terms that have the word as a form, and of those that hold it in one.

    >>> knee = Term("knee-pain", Forms("knee pain"), Forms("膝关节疼痛"))
    >>> pain = Term("pain", Forms("pain"), Forms("疼痛"))
    >>> search([knee, pain], "pains"), search([knee, pain], "疼 痛")
    (((1,), (0,)), ((1,), (0,)))
    """
    english, chinese = word_keys(word), _chinese(word, simplify)
    exact, holding = [], []
    for place, term in enumerate(terms):
        found = set(_hits(term, english, chinese, simplify)) | set(_patterns(term, word))
        if True in found:
            exact.append(place)
        elif found:
            holding.append(place)
    return tuple(exact), tuple(holding)


def _hits(term: Term, english: tuple[str, ...], chinese: str, simplify: Callable[[str], str]) -> Iterator[bool]:
    """Yield for each form that has the word whether it is the whole form."""
    for form in () if term.match == "regex" or not english else _written(term.en):
        keys = word_keys(form)
        if "".join(keys) == "".join(english):
            yield True
        elif f" {' '.join(english)} " in f" {' '.join(keys)} ":
            yield False
    for form in _written(term.zh) if chinese else ():
        key = _chinese(form, simplify)
        # Latin letters inside a Chinese form count only as the whole of it: ra is not in HRA检查.
        if key == chinese or (chinese in key and not chinese.isascii()):
            yield key == chinese


def _patterns(term: Term, word: str) -> Iterator[bool]:
    for pattern in term.en.accepted if term.match == "regex" else ():
        if re.fullmatch(pattern, word, 0 if term.case else re.IGNORECASE):
            yield True


def _written(forms: Forms) -> tuple[str, ...]:
    return (*forms.accepted, *(entry.form for entry in forms.forbidden), *forms.abbreviations)


def _chinese(form: str, simplify: Callable[[str], str]) -> str:
    return chinese_key(simplify(form))[0]
