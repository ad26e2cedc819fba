"""Finds terms in Chinese text, in a normalised copy with an offset map back.

The copy has one width, no inner spaces or middle dots, lower-case Latin and Simplified characters
(`aligner.text.variants.chinese_key`, `Lexicon.simplify`), so that one form of a term finds them all. Every stretch
that begins with the first three characters of a form and is as long as one is looked up in a dictionary: as fast as an
automaton on texts of this kind, and nothing has to be built before the first look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from aligner.glossary.english import Occurrence
from aligner.model import Term
from aligner.text.variants import chinese_key

_FOLDED = str.maketrans({chr(k): chr(k - 0xFEE0) for k in range(0xFF01, 0xFF5F)} | dict.fromkeys("‐‑‒–—−－", "-"))
_LEFT_OUT = re.compile(r"[\s·•・‧∙⋅]+")
_KEPT = re.compile(r"[^\s·•・‧∙⋅]")


@dataclass(frozen=True)
class ChineseIndex:
    """The Chinese forms of a compiled term base; `term` gives the Term of a row.

    `simplify` turns Traditional characters into Simplified ones, one for one; `lengths` see there.
    """

    by_key: Mapping[str, list[tuple[int, str, str]]]
    lengths: Mapping[str, list[int]]
    term: Callable[[int], Term]
    simplify: Callable[[str], str]

    def find(self, text: str) -> list[Occurrence]:
        """Return every occurrence of every form, overlapping ones too, in order of their start."""
        key, offsets = normalised(self.simplify(text))
        found: list[Occurrence] = []
        for first, length in self._stretches(key):
            start, end = offsets[first], offsets[first + length - 1] + 1
            if _bounded(text, start, end):
                forms = self.by_key[key[first : first + length]]
                found += [Occurrence(start, end, self.term(row), form, kind) for row, form, kind in forms]
        return sorted(found, key=lambda o: (o.start, -o.end))

    def _stretches(self, key: str) -> list[tuple[int, int]]:
        """Return where forms stand, and how long they are."""
        forms, sizes, size = self.by_key, self.lengths, len(key)
        twos = list(map(str.__add__, key, key[1:]))
        found = [(first, 2) for first, two in enumerate(twos) if two in forms]
        found += [
            (first, length)
            for first, beginning in enumerate(map(str.__add__, twos, key[2:]))
            if beginning in sizes
            for length in sizes[beginning]
            if key[first : first + length] in forms and first + length <= size
        ]
        if not self._characters.isdisjoint(key):
            found += [(first, 1) for first, char in enumerate(key) if char in self._characters]
        return found

    @cached_property
    def _characters(self) -> frozenset[str]:
        """The forms of a single character."""
        return frozenset(key for key in self.by_key if len(key) == 1)


def lengths(keys: Iterable[str]) -> dict[str, list[int]]:
    """Return the lengths of the keys that begin with three characters.

    >>> lengths(["骨髓水肿", "骨髓水", "骨髓"])
    {'骨髓水': [3, 4]}
    """
    found: dict[str, set[int]] = {}
    for key in keys:
        if len(key) > 2:
            found.setdefault(key[:3], set()).add(len(key))
    return {beginning: sorted(sizes) for beginning, sizes in found.items()}


def normalised(text: str) -> tuple[str, Sequence[int]]:
    """Return what `chinese_key` does, faster on whole texts.

    >>> key, offsets = normalised("Ｃ 反应·蛋白")
    >>> (key, tuple(offsets)) == chinese_key("Ｃ 反应·蛋白")
    True
    """
    if "Σ" in text:  # lower-case at the end of a word has a letter of its own
        return chinese_key(text)
    folded = text.translate(_FOLDED)
    lower = folded.lower()
    if len(lower) != len(text):
        return chinese_key(text)
    if not _LEFT_OUT.search(lower):
        return lower, range(len(lower) + 1)
    offsets = [m.start() for m in _KEPT.finditer(lower)]
    return _LEFT_OUT.sub("", lower), [*offsets, offsets[-1] + 1 if offsets else 0]


def _bounded(text: str, start: int, end: int) -> bool:
    """Tell whether a form that begins or ends in Latin letters or figures is not cut out of a longer run of them."""
    if not (text[start].isascii() or text[end - 1].isascii()):
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    cut_before = _latin(before) and _latin(text[start : start + 1])
    return not (cut_before or (_latin(after) and _latin(text[end - 1 : end])))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
