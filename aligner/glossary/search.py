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

    Those that only forbid the form come behind those that it names.

    >>> knee = Term("knee-pain", Forms("knee pain"), Forms("膝关节疼痛"))
    >>> pain = Term("pain", Forms("pain"), Forms("疼痛"))
    >>> search([knee, pain], "pains"), search([knee, pain], "疼 痛")
    (((1,), (0,)), ((1,), (0,)))
    """
    english, chinese = word_keys(word), _chinese(word, simplify)
    exact, forbidding, holding = [], [], []
    for place, term in enumerate(terms):
        found = set(_hits(term, english, chinese, simplify)) | set(_patterns(term, word))
        if "named" in found:
            exact.append(place)
        elif "forbidden" in found:
            forbidding.append(place)
        elif found:
            holding.append(place)
    return (*exact, *forbidding), tuple(holding)


def _hits(term: Term, english: tuple[str, ...], chinese: str, simplify: Callable[[str], str]) -> Iterator[str]:
    """Yield for each form that has the word what it is: named or forbidden by all of it, or held as a part."""
    for form, kind in () if term.match == "regex" or not english else _written(term.en):
        keys = word_keys(form)
        if "".join(keys) == "".join(english):
            yield kind
        elif f" {' '.join(english)} " in f" {' '.join(keys)} ":
            yield "held"
    for form, kind in _written(term.zh) if chinese else ():
        key = _chinese(form, simplify)
        # Latin letters inside a Chinese form count only as the whole of it: ra is not in HRA检查.
        if key == chinese or (chinese in key and not chinese.isascii()):
            yield kind if key == chinese else "held"


def _patterns(term: Term, word: str) -> Iterator[str]:
    for pattern in term.en.accepted if term.match == "regex" else ():
        if re.fullmatch(pattern, word, 0 if term.case else re.IGNORECASE):
            yield "named"


def _written(forms: Forms) -> Iterator[tuple[str, str]]:
    yield from ((form, "named") for form in (*forms.accepted, *forms.abbreviations))
    yield from ((entry.form, "forbidden") for entry in forms.forbidden)


def _chinese(form: str, simplify: Callable[[str], str]) -> str:
    return chinese_key(simplify(form))[0]
