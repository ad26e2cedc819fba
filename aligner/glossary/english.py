"""Finds terms in English text: by word keys, so that inflection, spelling, hyphens and case do not matter.

Every form is cut into words, each word becomes its key (`aligner.text.variants.english_key`), and the keys joined
are looked up in one dictionary; a window of words over the text is looked up the same way. The cost grows with
the text, not with the term base.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from aligner.glossary.occurrences import (
    BREAK,
    Entry,
    Occurrence,
    Reading,
    Stretch,
    entry,
    in_order,
    occurrences,
    parted,
)
from aligner.model import Term
from aligner.text.memo import kept
from aligner.text.variants import english_key

# ASCII boundaries and not `\b`, which sees none between a Han character and a letter (患者HbA1c水平).
WORD = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ɏΑ-ω²³¹⁰⁴-⁹₀-₉]+(?:['’][A-Za-z]+)?")
# What may stand between the words of one term.
_JOINT = re.compile(r"[\s\-‐‑‒–/]{0,3}|\s*[-‐‑‒–]\s*")
_HYPHENS = "-‐‑‒–"
_LETTERS = re.compile(r"[0-9A-Za-z]+")
# What denies a word is no part of it, as in two words: noncirrhotic, unvaccinated.
_DENIED = re.compile(r"(?:[Nn]on|[Uu]n)(?=[a-z]{5})")
_CUT = re.compile(f"({WORD.pattern})")
_entry = partial(entry, "en")
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


def form_keys(form: str) -> set[tuple[str, ...]]:
    """Return the keys of a form's words with the commas behind them, as writers put them in a list, and without.

    >>> sorted(form_keys("foot and mouth")), len(form_keys("hand, foot and mouth"))
    ([('foot', 'and', 'mouth')], 3)
    """
    words = [*WORD.finditer(form)]
    keys = [english_key(m.group()) for m in words]
    commas = {k for k, m in enumerate(words) if form.startswith(",", m.end())}
    serial = {k - 1 for k, key in enumerate(keys) if key in ("and", "or") and commas}
    return {tuple(key + "," * (k in own) for k, key in enumerate(keys)) for own in (set(), commas, commas | serial)}


def beginnings(keys: Sequence[str]) -> tuple[str, ...]:
    """Return what the joined keys of a form's words begin with, word by word.

    >>> beginnings(word_keys("co-infection rate"))
    ('co', 'coinfection')
    """
    return tuple(beginning.removesuffix(",") for beginning in accumulate(keys[:-1]))


class _Word(NamedTuple):
    """What the index knows of a word: whether forms begin with it, and what it is by itself, if anything.

    `abbreviations` are those that begin with the letters at a place in it, as (place, written).
    """

    key: str
    begins: bool
    reading: Reading | None
    abbreviations: tuple[tuple[int, str], ...]


class _Form(NamedTuple):
    """A form with the keys of its words; `as_written` says that case, and all but hyphens and spaces, must agree."""

    entry: Entry
    keys: tuple[str, ...]
    as_written: bool


class _Window(NamedTuple):
    """What the index knows of words in a row: the forms that they may be, and whether longer ones begin with them.

    `reading` is what they are where their keys are enough to know that.
    """

    forms: tuple[_Form, ...]
    begins: bool
    reading: Reading | None


@dataclass(frozen=True)
class EnglishIndex:
    """The English forms of a compiled term base; `term` gives the Term of a row, `begun` see `beginnings`."""

    by_key: Mapping[str, list[tuple[int, str, str, tuple[str, ...]]]]
    begun: Container[str]
    by_abbreviation: Mapping[str, list[int]]
    patterns: list[int]
    term: Callable[[int], Term]

    @cached_property
    def _compiled_patterns(self) -> list[tuple[re.Pattern[str], Reading]]:
        terms = [self.term(row) for row in self.patterns]
        return [
            (re.compile(f, 0 if t.case else re.IGNORECASE), Reading.of([_entry(t, f, "accepted", lambda _: True)]))
            for t in terms
            for f in t.en.accepted
        ]

    def find(self, text: str) -> list[Occurrence]:
        """Return every occurrence of every form, overlapping ones too, in order of their start."""
        return occurrences(self.stretches([text])[0])

    def stretches(self, texts: Sequence[str]) -> list[list[Stretch]]:
        """Return for each text where forms stand, in order of their start, the longest first."""
        whole = BREAK.join(texts)
        parts = parted(in_order(self._found(whole)), texts)
        if not self.patterns:
            return parts
        return [in_order([*part, *self._by_pattern(text)]) for part, text in zip(parts, texts, strict=True)]

    def _by_pattern(self, text: str) -> Iterator[Stretch]:
        for pattern, reading in self._compiled_patterns:
            yield from ((*m.span(), reading) for m in pattern.finditer(text) if m.group())

    def abbreviations(self, texts: Sequence[str]) -> list[list[Stretch]]:
        """Return where abbreviations stand in texts of either language: as written, but for a plural s.

        One that holds a hyphen or other marks (`TNF-α`) is found from its first letters on.
        """
        whole = BREAK.join(texts)
        return parted(self._abbreviations(whole, self._begun_in(whole)), texts)

    def _found(self, text: str) -> list[Stretch]:
        """Return where forms stand in a text, in no order.

        A window of words grows while a form begins so, and over a hyphen, since the form may have one word there.
        """
        between, edges, parts = cut(text)
        between[-1] = BREAK  # over which nothing grows
        words, joints, window = [*map(self._word, parts)], [*map(_joint, between)], self._window
        found: list[Stretch] = []
        short = []
        for first, (keys, begins, reading, abbreviations) in enumerate(words):
            if reading:
                found.append((edges[2 * first], edges[2 * first + 1], reading))
            if abbreviations:
                short += [(edges[2 * first] + at, written) for at, written in abbreviations]
            last = first + 1
            while (joint := joints[last]) == "-" or (begins and joint):
                keys = f"{keys}, {words[last][0]}" if joint == "," else f"{keys} {words[last][0]}"  # noqa: PLW2901 - grows
                forms, begins, reading = window(keys)  # noqa: PLW2901
                if forms:
                    start, end = edges[2 * first], edges[2 * last + 1]
                    if reading or (reading := self._reading(keys, text[start:end])):
                        found.append((start, end, reading))
                last += 1
        return [*found, *self._abbreviations(text, short)]

    @cached_property
    def _word(self) -> Callable[[str], _Word]:
        return kept(self._looked_up, _KEPT)

    def _looked_up(self, word: str) -> _Word:
        key = english_key(word)
        forms, begins, reading = self._window(key)
        if not forms and not begins and (denied := _DENIED.match(word)):
            reading = self._looked_up(word[denied.end() :]).reading
        reading = reading or (self._reading(key, word) if forms else None)
        return _Word(key, begins, reading, tuple(self._begun_in(word)))

    @cached_property
    def _window(self) -> Callable[[str], _Window]:
        return kept(self._window_of, _KEPT)

    def _window_of(self, keys: str) -> _Window:
        """Return what the index knows of words whose keys, between blanks, are these."""
        joined = keys.replace(" ", "")
        forms = tuple(self._form(*row) for row in self.by_key.get(joined, ()))
        certain = all(not form.as_written and " ".join(form.keys) == keys for form in forms)
        return _Window(forms, joined in self.begun, Reading.of(f.entry for f in forms) if forms and certain else None)

    @cached_property
    def _reading(self) -> Callable[[str, str], Reading | None]:
        return lru_cache(maxsize=_KEPT)(self._reading_of)

    def _reading_of(self, keys: str, text: str) -> Reading | None:
        """Return what words with these keys are, since they are written so."""
        entries = [form.entry for form in self._window(keys).forms if _agrees(form, keys, text)]
        return Reading.of(entries) if entries else None

    def _form(self, row: int, form: str, kind: str, keys: tuple[str, ...]) -> _Form:
        term = self.term(row)
        return _Form(_entry(term, form, kind, WORD.search), keys, term.case or term.match == "exact")

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
    def _short(self) -> Callable[[str], Reading]:
        rows, term = self.by_abbreviation, self.term
        return cache(
            lambda written: Reading.of(_entry(term(row), written, "abbreviation", WORD.search) for row in rows[written])
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


def _joint_of(between: str) -> str:
    """Return a hyphen or a comma where one stands between words that may be of one term, a space, or nothing."""
    if between.rstrip() == ",":
        return ","
    if not _JOINT.fullmatch(between):
        return ""
    return "-" if any(h in between for h in _HYPHENS) else " "


_joint = kept(_joint_of, 1024)


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
