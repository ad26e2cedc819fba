"""What is found in a text: the occurrences of forms, and the stretches of the text where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from aligner.model import Lang, Status, Term

BREAK = "\0"  # stands between texts that are searched at once, which costs less than one by one; and in no form


class Entry(NamedTuple):
    """A form of a term, in the glossary's spelling: all that does not depend on the text where it stands.

    `kind` is accepted, forbidden or abbreviation, `status` what it makes of a rendering. `exceptions` are those of its
    term that may hold it, in lower case.
    """

    term: Term
    form: str
    kind: str
    exceptions: tuple[str, ...]
    status: Status


class Occurrence(NamedTuple):
    """An `Entry` found in a text at `start:end`."""

    start: int
    end: int
    term: Term
    form: str
    kind: str
    exceptions: tuple[str, ...]
    status: Status


class Reading(NamedTuple):
    """The forms that some characters may be, made once for all texts that hold them.

    `named` is what a source may mean by them: for each concept the first form, but for those that are forbidden or an
    exception of their own. `kinds` are the kinds of these, and `exceptions` all that they have.
    """

    entries: tuple[Entry, ...]
    named: tuple[Entry, ...]
    kinds: frozenset[str]
    exceptions: tuple[str, ...]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Reading:
        """Make the reading of some forms."""
        every = tuple(entries)
        meant = [form for form in every if form.kind != "forbidden" and form.form.casefold() not in form.exceptions]
        first: dict[str, Entry] = {}
        for form in meant:
            first.setdefault(form.term.id, form)
        exceptions = {exception: None for form in meant for exception in form.exceptions}
        return cls(every, (*first.values(),), frozenset(form.kind for form in meant), tuple(exceptions))


# A stretch of a text, from start to end, and what it may be: a bare tuple, since texts hold so many.
Stretch = tuple[int, int, Reading]


def entry(lang: Lang, term: Term, form: str, kind: str, may_hold: Callable[[str], object]) -> Entry:
    """Make the entry of a form; most exceptions of a term cannot hold one form of it, as they are of both languages."""
    folded = [exception.casefold() for exception in term.exceptions]
    exceptions = tuple(e for e in folded if e == form.casefold() or may_hold(e))
    accepted: Status = "ok" if form == term.forms(lang).preferred else "admitted"
    status: dict[str, Status] = {"accepted": accepted, "forbidden": "forbidden", "abbreviation": "abbreviation"}
    return Entry(term, form, kind, exceptions, status[kind])


def occurrences(stretches: Iterable[Stretch]) -> list[Occurrence]:
    """Return the occurrences at some stretches, made in half the time that their constructor takes."""
    new = tuple.__new__
    return [new(Occurrence, (start, end, *form)) for start, end, reading in stretches for form in reading.entries]


def in_order(found: Iterable[Stretch]) -> list[Stretch]:
    """Sort stretches by their start, the longest first."""
    return sorted(found, key=lambda stretch: (stretch[0], -stretch[1]))


def parted(found: Iterable[Stretch], texts: Sequence[str]) -> list[list[Stretch]]:
    """Return for each text the stretches found in all of them, joined by a `BREAK`; these are in order of their start.

    >>> pain = Reading.of([])
    >>> parted([(5, 9, pain), (10, 14, pain)], ["knee pain", "pain"]) == [[(5, 9, pain)], [(0, 4, pain)]]
    True
    """
    parts: list[list[Stretch]] = [[] for _ in texts]
    number, begin, after = -1, 0, 0
    for start, end, reading in found:
        while start >= after:
            number += 1
            begin, after = after, after + len(texts[number]) + len(BREAK)
        parts[number].append((start - begin, end - begin, reading))
    return parts
