"""Finds terms in Chinese text, in a normalised copy with an offset map back.

The copy has one width, no inner spaces or middle dots, lower-case Latin and Simplified characters
(`aligner.text.variants.chinese_key`, `Lexicon.simplify`), so that one form of a term finds them all. Every stretch
that begins with the first character of a form and is as long as one is looked up in a dictionary: as fast as an
automaton on texts of this kind, and nothing has to be built before the first look.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from aligner.glossary.english import Occurrence
from aligner.model import Term
from aligner.text.variants import chinese_key


@dataclass(frozen=True)
class ChineseIndex:
    """The Chinese forms of a compiled term base; `term` gives the Term of a row.

    `simplify` turns Traditional characters into Simplified ones, one for one.
    """

    by_key: Mapping[str, list[tuple[int, str, str]]]
    term: Callable[[int], Term]
    simplify: Callable[[str], str]

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        """The lengths of the forms that begin with a character."""
        lengths: dict[str, set[int]] = {}
        for key in self.by_key:
            lengths.setdefault(key[0], set()).add(len(key))
        return {char: sorted(found) for char, found in lengths.items()}

    def find(self, text: str) -> list[Occurrence]:
        """Return every occurrence of every form, overlapping ones too, in order of their start."""
        key, offsets = chinese_key(self.simplify(text))
        found = []
        for first, char in enumerate(key):
            for length in self._lengths.get(char, ()):
                forms = self.by_key.get(key[first : first + length])
                if forms and first + length <= len(key):
                    start, end = offsets[first], offsets[first + length - 1] + 1
                    if _bounded(text, start, end):
                        found += [Occurrence(start, end, self.term(row), form, kind) for row, form, kind in forms]
        return sorted(found, key=lambda o: (o.start, -o.end))


def _bounded(text: str, start: int, end: int) -> bool:
    """Tell whether a form that begins or ends in Latin letters or figures is not cut out of a longer run of them."""
    before, after = text[start - 1 : start], text[end : end + 1]
    cut_before = _latin(before) and _latin(text[start : start + 1])
    return not (cut_before or (_latin(after) and _latin(text[end - 1 : end])))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
