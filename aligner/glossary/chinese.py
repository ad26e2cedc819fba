"""Finds terms in Chinese text: Aho-Corasick over a normalised copy with an offset map back.

The copy has one width, no inner spaces or middle dots, lower-case Latin and Simplified characters
(`aligner.text.variants.chinese_key`, `Lexicon.simplify`), so that one form of a term finds them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from aligner.glossary.english import Occurrence
from aligner.model import Term
from aligner.text.variants import chinese_key


class ChineseIndex:
    """The Chinese forms of a term base, ready to be looked up.

    `simplify` turns Traditional characters into Simplified ones, one for one.

    >>> from aligner.model import Forms
    >>> term = Term("oedema", Forms("bone marrow oedema"), Forms("骨髓水肿"))
    >>> [(o.start, o.end) for o in ChineseIndex([term]).find("显示骨髓 水肿。")]
    [(2, 7)]
    """

    def __init__(self, terms: Iterable[Term], simplify: Callable[[str], str] = str) -> None:
        self.terms = tuple(terms)
        self._simplify = simplify

    @cached_property
    def _automaton(self) -> Any:
        import ahocorasick

        by_key: dict[str, list[tuple[Term, str, str]]] = {}
        for term, form, kind in _forms(self.terms):
            key = chinese_key(self._simplify(form))[0]
            by_key.setdefault(key, []).append((term, form, kind))
        automaton = ahocorasick.Automaton()
        for key, entries in by_key.items():
            if key:
                automaton.add_word(key, (len(key), entries))
        if len(automaton):
            automaton.make_automaton()
        return automaton

    def find(self, text: str) -> list[Occurrence]:
        """Return every occurrence of every form, overlapping ones too, in order of their start."""
        if not len(self._automaton):
            return []
        key, offsets = chinese_key(self._simplify(text))
        found = []
        for last, (length, entries) in self._automaton.iter(key):
            start, end = offsets[last - length + 1], offsets[last] + 1
            if _bounded(text, start, end):
                found += [Occurrence(start, end, term, form, kind) for term, form, kind in entries]
        return sorted(found, key=lambda o: (o.start, -o.end))


def _forms(terms: Iterable[Term]) -> Iterator[tuple[Term, str, str]]:
    for term in terms:
        for form in term.zh.accepted:
            yield term, form, "accepted"
        for abbreviation in term.zh.abbreviations:
            yield term, abbreviation, "abbreviation"
        for forbidden in term.zh.forbidden:
            yield term, forbidden.form, "forbidden"


def _bounded(text: str, start: int, end: int) -> bool:
    """Tell whether a form that begins or ends in Latin letters or figures is not cut out of a longer run of them."""
    before, after = text[start - 1 : start], text[end : end + 1]
    cut_before = _latin(before) and _latin(text[start : start + 1])
    return not (cut_before or (_latin(after) and _latin(text[end - 1 : end])))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
