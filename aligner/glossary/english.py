"""Finds terms in English text: by word keys, so that inflection, spelling, hyphens and case do not matter.

Every form is cut into words, each word becomes its key (`aligner.text.variants.english_key`), and the keys joined
are looked up in one dictionary; a window of words over the text is looked up the same way. The cost grows with
the text, not with the term base.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from aligner.model import Term
from aligner.text.variants import english_key

# ASCII boundaries and not `\b`, which sees none between a Han character and a letter (患者HbA1c水平).
WORD = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ɏΑ-ω]+(?:['’][A-Za-z]+)?")
# What may stand between the words of one term.
_JOINT = re.compile(r"[\s\-‐‑‒–/]{0,3}|\s*[-‐‑‒–]\s*")
_HYPHENS = "-‐‑‒–"
_LETTERS = re.compile(r"[0-9A-Za-z]+")
_MARKED = re.compile(r"(?<![0-9A-Za-z])[a-z]*[0-9A-Z][0-9A-Za-z]*")


class Occurrence(NamedTuple):
    """A form of a term found in a text at `start:end`; `form` is the glossary's spelling.

    `kind` is accepted, forbidden or abbreviation.
    """

    start: int
    end: int
    term: Term
    form: str
    kind: str


# Where a word of a text begins and ends, and its key; a plain tuple, since there is one for every word.
Word = tuple[int, int, str]


def words(text: str) -> list[Word]:
    """Cut English text into words with their keys."""
    return [(*m.span(), english_key(m[0])) for m in WORD.finditer(text)]


def word_keys(form: str) -> tuple[str, ...]:
    """Return the keys of a form's words.

    >>> word_keys("Bone-marrow edemas") == word_keys("bone marrow oedema")
    True
    """
    return tuple(english_key(m.group()) for m in WORD.finditer(form))


def beginnings(keys: Sequence[str]) -> tuple[str, ...]:
    """Return what the joined keys of a form's words begin with, word by word.

    >>> beginnings(word_keys("co-infection rate"))
    ('co', 'coinfection')
    """
    return tuple(accumulate(keys[:-1]))


@dataclass(frozen=True)
class EnglishIndex:
    """The English forms of a compiled term base; `term` gives the Term of a row, `begun` see `beginnings`."""

    by_key: Mapping[str, list[tuple[int, str, str, tuple[str, ...]]]]
    begun: Container[str]
    by_abbreviation: Mapping[str, list[int]]
    patterns: list[int]
    term: Callable[[int], Term]

    @cached_property
    def _compiled_patterns(self) -> list[tuple[Term, str, re.Pattern[str]]]:
        terms = [self.term(row) for row in self.patterns]
        return [(t, f, re.compile(f, 0 if t.case else re.IGNORECASE)) for t in terms for f in t.en.accepted]

    def find(self, text: str) -> list[Occurrence]:
        """Return every occurrence of every form, overlapping ones too, in order of their start."""
        found = [*self._windows(text), *self.abbreviations(text)]
        for term, form, pattern in self._compiled_patterns:
            found += [Occurrence(*m.span(), term, form, "accepted") for m in pattern.finditer(text) if m.group()]
        return sorted(found, key=lambda o: (o.start, -o.end))

    def _windows(self, text: str) -> Iterator[Occurrence]:
        tokens = words(text)
        for first, last, joined in self._windows_of(text, tokens):
            for row, form, kind, keys in self.by_key[joined]:
                start, end, term = tokens[first][0], tokens[last][1], self.term(row)
                same_words = keys == tuple(key for _, _, key in tokens[first : last + 1])
                if _agrees(term, form, text[start:end], same_words=same_words):
                    yield Occurrence(start, end, term, form, kind)

    def _windows_of(self, text: str, tokens: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
        """Yield the windows of words whose keys are those of a form: the first and the last word, and the joined keys.

        A window grows while a form begins so, and over a hyphen, since the form may have one word there.
        """
        by_key, begun = self.by_key, self.begun
        for first, (_, before, joined) in enumerate(tokens):
            if joined in by_key:
                yield first, first, joined
            if joined not in begun and text[before : before + 1] == " ":
                continue
            for last, (start, end, key) in enumerate(tokens[first + 1 :], first + 1):
                joint = text[before:start]
                if joint == " ":
                    if joined not in begun:
                        break
                elif not _JOINT.fullmatch(joint) or (joined not in begun and not any(h in joint for h in _HYPHENS)):
                    break
                joined, before = joined + key, end  # noqa: PLW2901 - the window grows
                if joined in by_key:
                    yield first, last, joined

    def abbreviations(self, text: str) -> Iterator[Occurrence]:
        """Yield the abbreviations in a text of either language: as written, but for a plural s.

        One that holds a hyphen or other marks (`TNF-α`) is found from its first letters on.
        """
        for match in self._likely.finditer(text):
            for written in self._abbreviations_from.get(match[0].removesuffix("s"), ()):
                end = match.start() + len(written)
                if text.startswith(written, match.start()) and not _LETTERS.match(text[end:].removeprefix("s")):
                    for row in self.by_abbreviation[written]:
                        yield Occurrence(match.start(), end, self.term(row), written, "abbreviation")

    @cached_property
    def _likely(self) -> re.Pattern[str]:
        """What may be an abbreviation: with a capital or a figure in it, unless one of ours has neither."""
        return _MARKED if all(_MARKED.match(letters) for letters in self._abbreviations_from) else _LETTERS

    @cached_property
    def _abbreviations_from(self) -> dict[str, list[str]]:
        """The abbreviations by the letters they begin with, longest first."""
        index: dict[str, list[str]] = {}
        for written in sorted(self.by_abbreviation, key=len, reverse=True):
            first = _LETTERS.match(written)
            if first:
                index.setdefault(first.group().removesuffix("s"), []).append(written)
        return index


def _agrees(term: Term, form: str, text: str, *, same_words: bool) -> bool:
    """Tell whether a window whose joined keys fit really is the form: same case or words where that is asked.

    `followup` may stand for `follow-up` and the reverse, but `a part` not for `apart`: parts may be
    joined or cut only where one of the two writes a hyphen.
    """
    if term.case or term.match == "exact":
        plain = re.sub(r"[\s‐‑‒–-]+", " ", text)
        wanted = re.sub(r"[\s‐‑‒–-]+", " ", form)
        if plain != wanted and (term.case or plain.lower() != wanted.lower()):
            return False
    return same_words or any(h in text or h in form for h in _HYPHENS)
