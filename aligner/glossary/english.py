"""Finds terms in English text: by word keys, so that inflection, spelling, hyphens and case do not matter.

Every form is cut into words, each word becomes its key (`aligner.text.variants.english_key`), and the keys joined
are looked up in one dictionary; a window of words over the text is looked up the same way. The cost grows with
the text, not with the term base.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from aligner.model import Term
from aligner.text.variants import english_key

# ASCII boundaries and not `\b`, which sees none between a Han character and a letter (患者HbA1c水平).
WORD = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ɏΑ-ω]+(?:['’][A-Za-z]+)?")
# What may stand between the words of one term.
_JOINT = re.compile(r"[\s\-‐‑‒–/]{0,3}|\s*[-‐‑‒–]\s*")
_HYPHENS = "-‐‑‒–"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A form of a term found in a text at `start:end`; `form` is the glossary's spelling."""

    start: int
    end: int
    term: Term
    form: str
    kind: str  # accepted, forbidden or abbreviation


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class _Entry:
    term: Term
    form: str
    kind: str
    keys: tuple[str, ...]


class EnglishIndex:
    """The English forms of a term base, ready to be looked up.

    >>> from aligner.model import Forms
    >>> term = Term("oedema", Forms("bone marrow oedema"), Forms("骨髓水肿"))
    >>> [(o.start, o.end) for o in EnglishIndex([term]).find("Shifting bone-marrow edemas.")]
    [(9, 27)]
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)

    @cached_property
    def _by_key(self) -> dict[str, list[_Entry]]:
        index: dict[str, list[_Entry]] = defaultdict(list)
        for term, form, kind in _forms(self.terms):
            if term.match != "regex":
                keys = tuple(word.key for word in words(form))
                index["".join(keys)].append(_Entry(term, form, kind, keys))
        return index

    @cached_property
    def _longest(self) -> int:
        return max((len(e.keys) for entries in self._by_key.values() for e in entries), default=0)

    @cached_property
    def _abbreviations(self) -> dict[str, list[Term]]:
        index: dict[str, list[Term]] = defaultdict(list)
        for term in self.terms:
            for abbreviation in term.en.abbreviations:
                index[abbreviation].append(term)
        return index

    @cached_property
    def _patterns(self) -> list[tuple[Term, str, re.Pattern[str]]]:
        found = []
        for term in self.terms:
            if term.match == "regex":
                flags = 0 if term.case else re.IGNORECASE
                found += [(term, form, re.compile(form, flags)) for form in term.en.accepted]
        return found

    def find(self, text: str) -> list[Occurrence]:
        """Return every occurrence of every form, overlapping ones too, in order of their start."""
        found = [*self._windows(text), *self.abbreviations(text)]
        for term, form, pattern in self._patterns:
            found += [Occurrence(*m.span(), term, form, "accepted") for m in pattern.finditer(text) if m.group()]
        return sorted(found, key=lambda o: (o.start, -o.end))

    def _windows(self, text: str) -> Iterator[Occurrence]:
        tokens = words(text)
        for first in range(len(tokens)):
            joined = ""
            for last in range(first, min(first + self._longest + 1, len(tokens))):
                if last > first and not _JOINT.fullmatch(text, tokens[last - 1].end, tokens[last].start):
                    break
                joined += tokens[last].key
                window = tokens[first : last + 1]
                for entry in self._by_key.get(joined, ()):
                    start, end = window[0].start, window[-1].end
                    if _agrees(entry, window, text[start:end]):
                        yield Occurrence(start, end, entry.term, entry.form, entry.kind)

    def abbreviations(self, text: str) -> Iterator[Occurrence]:
        """Yield the abbreviations in a text of either language: as written, but for a plural s."""
        if not self._abbreviations:
            return
        for match in self._abbreviation_pattern.finditer(text):
            written = match["abbreviation"]
            for term in self._abbreviations[written]:
                yield Occurrence(match.start(), match.end("abbreviation"), term, written, "abbreviation")

    @cached_property
    def _abbreviation_pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._abbreviations, key=len, reverse=True)
        choices = "|".join(map(re.escape, longest_first))
        return re.compile(rf"(?<![0-9A-Za-z])(?P<abbreviation>{choices})s?(?![0-9A-Za-z])")


def words(text: str) -> list[_Word]:
    """Cut English text into words with their keys."""
    return [_Word(m.start(), m.end(), english_key(m.group())) for m in WORD.finditer(text)]


def _forms(terms: Iterable[Term]) -> Iterator[tuple[Term, str, str]]:
    for term in terms:
        for form in term.en.accepted:
            yield term, form, "accepted"
        for forbidden in term.en.forbidden:
            yield term, forbidden.form, "forbidden"


def _agrees(entry: _Entry, window: list[_Word], text: str) -> bool:
    """Tell whether a window whose joined keys fit really is the form: same case or words where that is asked.

    `followup` may stand for `follow-up` and the reverse, but `a part` not for `apart`: parts may be
    joined or cut only where one of the two writes a hyphen.
    """
    if entry.term.case or entry.term.match == "exact":
        plain = re.sub(r"[\s‐‑‒–-]+", " ", text)
        wanted = re.sub(r"[\s‐‑‒–-]+", " ", entry.form)
        if plain != wanted and (entry.term.case or plain.lower() != wanted.lower()):
            return False
    same_words = entry.keys == tuple(word.key for word in window)
    return same_words or any(h in text or h in entry.form for h in _HYPHENS)
