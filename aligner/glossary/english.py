"""Finds terms in English text: by word keys, so that inflection, spelling, hyphens and case do not matter.

Every form is cut into words, each word becomes its key (`aligner.text.variants.english_key`), and the keys joined
are looked up in one dictionary; a window of words over the text is looked up the same way. The cost grows with
the text, not with the term base.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from aligner.model import Term
from aligner.text.variants import english_key

# ASCII boundaries and not `\b`, which sees none between a Han character and a letter (患者HbA1c水平).
WORD = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ɏΑ-ω]+(?:['’][A-Za-z]+)?")
# What may stand between the words of one term.
_JOINT = re.compile(r"[\s\-‐‑‒–/]{0,3}|\s*[-‐‑‒–]\s*")
_HYPHENS = "-‐‑‒–"
_LETTERS = re.compile(r"[0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A form of a term found in a text at `start:end`; `form` is the glossary's spelling.

    `kind` is accepted, forbidden or abbreviation.
    """

    start: int
    end: int
    term: Term
    form: str
    kind: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text with its key."""

    start: int
    end: int
    key: str


def words(text: str) -> list[Word]:
    """Cut English text into words with their keys."""
    return [Word(m.start(), m.end(), english_key(m.group())) for m in WORD.finditer(text)]


def word_keys(form: str) -> tuple[str, ...]:
    """Return the keys of a form's words.

    >>> word_keys("Bone-marrow edemas") == word_keys("bone marrow oedema")
    True
    """
    return tuple(english_key(m.group()) for m in WORD.finditer(form))


def beginnings(form: str) -> tuple[str, ...]:
    """Return the keys that a text's writing of a form may begin with: its first word, and those joined by hyphens.

    >>> beginnings("co-infection rate")
    ('co', 'coinfection')
    """
    found = [*WORD.finditer(form)]
    keys = [english_key(found[0].group())] if found else []
    for before, after in pairwise(found):
        if not any(h in form[before.end() : after.start()] for h in _HYPHENS):
            break
        keys.append(keys[-1] + english_key(after.group()))
    return tuple(keys)


@dataclass(frozen=True)
class EnglishIndex:
    """The English forms of a compiled term base; `term` gives the Term of a row, `reach` see `beginnings`."""

    by_key: Mapping[str, list[tuple[int, str, str, tuple[str, ...]]]]
    reach: Mapping[str, int]
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
        for first in range(len(tokens)):
            for last, joined in self._joined(text, tokens, first):
                for row, form, kind, keys in self.by_key.get(joined, ()):
                    window = tokens[first : last + 1]
                    start, end, term = window[0].start, window[-1].end, self.term(row)
                    same_words = keys == tuple(word.key for word in window)
                    if _agrees(term, form, text[start:end], same_words=same_words):
                        yield Occurrence(start, end, term, form, kind)

    def _joined(self, text: str, tokens: Sequence[Word], first: int) -> Iterator[tuple[int, str]]:
        """Yield the windows that begin with a word, as long as a form may be: the last word and the joined keys."""
        joined, last = tokens[first].key, first
        limit, hyphenated = self.reach.get(joined, 0), True
        yield first, joined
        for token in tokens[first + 1 :]:
            joint = text[tokens[last].end : token.start]
            hyphenated = hyphenated and joint != " " and any(h in joint for h in _HYPHENS)
            if not (hyphenated or len(joined) < limit) or not (joint == " " or _JOINT.fullmatch(joint)):
                return
            joined, last = joined + token.key, last + 1
            if hyphenated:
                limit = max(limit, self.reach.get(joined, 0))
            yield last, joined

    def abbreviations(self, text: str) -> Iterator[Occurrence]:
        """Yield the abbreviations in a text of either language: as written, but for a plural s.

        One that holds a hyphen or other marks (`TNF-α`) is found from its first letters on.
        """
        for match in _LETTERS.finditer(text):
            for written in self._abbreviations_from.get(match.group().removesuffix("s"), ()):
                end = match.start() + len(written)
                if text.startswith(written, match.start()) and not _LETTERS.match(text[end:].removeprefix("s")):
                    for row in self.by_abbreviation[written]:
                        yield Occurrence(match.start(), end, self.term(row), written, "abbreviation")

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
