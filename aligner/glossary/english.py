"""Finds terms in English text: by word keys, so that inflection, spelling, hyphens and case do not matter.

Every form is cut into words, each word becomes its key (`aligner.text.variants.english_key`), and the keys joined
are looked up in one dictionary; a window of words over the text is looked up the same way. The cost grows with
the text, not with the term base.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from aligner.glossary.occurrences import BREAK, Entry, Occurrence, Stretch, entry, occurrences, parted
from aligner.model import Term
from aligner.text.variants import english_key

# ASCII boundaries and not `\b`, which sees none between a Han character and a letter (患者HbA1c水平).
WORD = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ɏΑ-ω²³]+(?:['’][A-Za-z]+)?")
# What may stand between the words of one term.
_JOINT = re.compile(r"[\s\-‐‑‒–/]{0,3}|\s*[-‐‑‒–]\s*")
_HYPHENS = "-‐‑‒–"
_LETTERS = re.compile(r"[0-9A-Za-z]+")
_CUT = re.compile(f"({WORD.pattern})")
_KEPT = 65536  # words whose place in the index is kept, since texts repeat theirs


def cut(text: str) -> tuple[list[str], list[int], list[str]]:
    """Cut a text into words; return what stands before each and behind, where they start and end in turn, the words.

    >>> cut("a knee")
    (['', ' ', ''], [0, 1, 2, 6, 6], ['a', 'knee'])
    """
    parts = _CUT.split(text)
    return parts[::2], [*accumulate(map(len, parts))], parts[1::2]


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


class _Word(NamedTuple):
    """What the index knows of a word: whether its key is that of a form, and whether forms begin with it.

    `abbreviations` are those that begin with the letters at a place in it, as (place, written).
    """

    key: str
    whole: bool
    begins: bool
    abbreviations: tuple[tuple[int, str], ...]


class _Cut(NamedTuple):
    """A text cut into words: where each starts and ends, what is known of it, what stands before and behind."""

    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[_Word]
    between: Sequence[str]


class _Form(NamedTuple):
    """A form with the keys of its words; `as_written` says that case, and all but hyphens and spaces, must agree."""

    entry: Entry
    keys: tuple[str, ...]
    as_written: bool


class _Forms(NamedTuple):
    """The forms that some words may be; where `certain`, the keys of the words are enough to know that they are."""

    forms: tuple[_Form, ...]
    entries: tuple[Entry, ...]
    certain: bool


@dataclass(frozen=True)
class EnglishIndex:
    """The English forms of a compiled term base; `term` gives the Term of a row, `begun` see `beginnings`."""

    by_key: Mapping[str, list[tuple[int, str, str, tuple[str, ...]]]]
    begun: Container[str]
    by_abbreviation: Mapping[str, list[int]]
    patterns: list[int]
    term: Callable[[int], Term]

    @cached_property
    def _compiled_patterns(self) -> list[tuple[re.Pattern[str], tuple[Entry]]]:
        terms = [self.term(row) for row in self.patterns]
        return [
            (re.compile(f, 0 if t.case else re.IGNORECASE), (entry(t, f, "accepted", lambda _: True),))
            for t in terms
            for f in t.en.accepted
        ]

    def find(self, text: str) -> list[Occurrence]:
        """Return every occurrence of every form, overlapping ones too, in order of their start."""
        return occurrences(self.stretches([text])[0])

    def stretches(self, texts: Sequence[str]) -> list[list[Stretch]]:
        """Return for each text where forms stand, in order of their start, the longest first."""
        whole = BREAK.join(texts)
        cut = self._cut(whole)
        short = (
            (at + start, a) for at, word in zip(cut.starts, cut.words, strict=True) for start, a in word.abbreviations
        )
        parts = parted(_in_order([*self._windows(whole, cut), *self._abbreviations(whole, short)]), texts)
        if not self.patterns:
            return parts
        return [_in_order([*part, *self._by_pattern(text)]) for part, text in zip(parts, texts, strict=True)]

    def _by_pattern(self, text: str) -> Iterator[Stretch]:
        for pattern, forms in self._compiled_patterns:
            yield from ((*m.span(), forms) for m in pattern.finditer(text) if m.group())

    def abbreviations(self, texts: Sequence[str]) -> list[list[Stretch]]:
        """Return where abbreviations stand in texts of either language: as written, but for a plural s.

        One that holds a hyphen or other marks (`TNF-α`) is found from its first letters on.
        """
        whole = BREAK.join(texts)
        return parted(self._abbreviations(whole, self._begun_in(whole)), texts)

    def _cut(self, text: str) -> _Cut:
        between, edges, words = cut(text)
        return _Cut(edges[:-1:2], edges[1::2], [*map(self._word, words)], between)

    @cached_property
    def _word(self) -> Callable[[str], _Word]:
        return lru_cache(maxsize=_KEPT)(self._looked_up)

    def _looked_up(self, word: str) -> _Word:
        key = english_key(word)
        return _Word(key, key in self.by_key, key in self.begun, tuple(self._begun_in(word)))

    def _windows(self, text: str, cut: _Cut) -> list[Stretch]:
        starts, ends, words, _ = cut
        found: list[Stretch] = []
        for first, last in self._windows_of(cut):
            start, end = starts[first], ends[last]
            keys = words[first].key if first == last else " ".join([word.key for word in words[first : last + 1]])
            forms, entries, certain = self._forms(keys)
            if not certain:
                entries = tuple(form.entry for form in forms if _agrees(form, keys, text[start:end]))
            if entries:
                found.append((start, end, entries))
        return found

    def _windows_of(self, cut: _Cut) -> list[tuple[int, int]]:
        """Return the windows of words whose keys are those of a form: the first and the last word.

        A window grows while a form begins so, and over a hyphen, since the form may have one word there.
        """
        by_key, begun, words, between = self.by_key, self.begun, cut.words, cut.between
        found = []
        for first, (joined, whole, begins, _) in enumerate(words):
            if whole:
                found.append((first, first))
            last = first + 1
            while begins or between[last] != " ":
                joint = _joint(between[last])
                if not joint or not (begins or joint == "-") or last == len(words):
                    break
                joined += words[last].key  # noqa: PLW2901 - the window grows
                if joined in by_key:
                    found.append((first, last))
                begins = joined in begun  # noqa: PLW2901
                last += 1
        return found

    @cached_property
    def _forms(self) -> Callable[[str], _Forms]:
        return lru_cache(maxsize=_KEPT)(self._forms_of)

    def _forms_of(self, keys: str) -> _Forms:
        """Return the forms that words with these keys, between blanks, may be."""
        forms = tuple(self._form(*row) for row in self.by_key[keys.replace(" ", "")])
        certain = all(not form.as_written and " ".join(form.keys) == keys for form in forms)
        return _Forms(forms, tuple(form.entry for form in forms), certain)

    def _form(self, row: int, form: str, kind: str, keys: tuple[str, ...]) -> _Form:
        term = self.term(row)
        return _Form(entry(term, form, kind, WORD.search), keys, term.case or term.match == "exact")

    def _abbreviations(self, text: str, begun: Iterable[tuple[int, str]]) -> list[Stretch]:
        """Return where those that have begun in a text stand, see `_begun_in`."""
        found: list[Stretch] = []
        for start, written in begun:
            end = start + len(written)
            if text.startswith(written, start) and not _LETTERS.match(text[end : end + 2].removeprefix("s")):
                found.append((start, end, self._short(written)))
        return found

    def _begun_in(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield the abbreviations whose first letters stand in a text or word, with the place."""
        for letters in _LETTERS.finditer(text):
            for written in self._abbreviations_from.get(letters[0].removesuffix("s"), ()):
                yield letters.start(), written

    @cached_property
    def _short(self) -> Callable[[str], tuple[Entry, ...]]:
        rows, term = self.by_abbreviation, self.term
        return cache(
            lambda written: tuple(entry(term(row), written, "abbreviation", WORD.search) for row in rows[written])
        )

    @cached_property
    def _abbreviations_from(self) -> dict[str, list[str]]:
        """The abbreviations by the letters they begin with, longest first."""
        index: dict[str, list[str]] = {}
        for written in sorted(self.by_abbreviation, key=len, reverse=True):
            first = _LETTERS.match(written)
            if first:
                index.setdefault(first.group().removesuffix("s"), []).append(written)
        return index


def _in_order(found: list[Stretch]) -> list[Stretch]:
    return sorted(found, key=lambda stretch: (stretch[0], -stretch[1]))


@lru_cache(maxsize=1024)
def _joint(between: str) -> str:
    """Return a hyphen where one stands between two words, a space where they may be of one term without, or nothing."""
    if not _JOINT.fullmatch(between):
        return ""
    return "-" if any(h in between for h in _HYPHENS) else " "


def _agrees(found: _Form, keys: str, text: str) -> bool:
    """Tell whether a window whose joined keys fit really is the form: same case or words where that is asked.

    `followup` may stand for `follow-up` and the reverse, but `a part` not for `apart`: parts may be
    joined or cut only where one of the two writes a hyphen.
    """
    term, form, *_ = found.entry
    if found.as_written:
        plain = re.sub(r"[\s‐‑‒–-]+", " ", text)
        wanted = re.sub(r"[\s‐‑‒–-]+", " ", form)
        if plain != wanted and (term.case or plain.lower() != wanted.lower()):
            return False
    return " ".join(found.keys) == keys or any(h in text or h in form for h in _HYPHENS)
