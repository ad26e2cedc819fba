"""What is found in a text: the occurrences of forms, and the stretches of the text where they stand."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from typing import NamedTuple

from aligner.model import Term

BREAK = "\0"  # stands between texts that are searched at once, which costs less than one by one; and in no form


class Occurrence(NamedTuple):
    """A form of a term found in a text at `start:end`; `form` is the glossary's spelling.

    `kind` is accepted, forbidden or abbreviation. `exceptions` are those of its term that may hold it, in lower case.
    """

    start: int
    end: int
    term: Term
    form: str
    kind: str
    exceptions: tuple[str, ...]


# A form of a term, with what an `Occurrence` has of it.
Entry = tuple[Term, str, str, tuple[str, ...]]
# A stretch of a text, from start to end, and the forms that stand there: a bare tuple, since texts hold so many.
Stretch = tuple[int, int, tuple[Entry, ...]]


def entry(term: Term, form: str, kind: str, may_hold: Callable[[str], object]) -> Entry:
    """Make the entry of a form; most exceptions of a term cannot hold one form of it, as they are of both languages."""
    folded = [exception.casefold() for exception in term.exceptions]
    return term, form, kind, tuple(e for e in folded if e == form.casefold() or may_hold(e))


def occurrences(stretches: Iterable[Stretch]) -> list[Occurrence]:
    """Return the occurrences at some stretches, made in half the time that their constructor takes."""
    new = tuple.__new__
    return [new(Occurrence, (start, end, *form)) for start, end, entries in stretches for form in entries]


def occurrences_of(terms: Container[str], stretches: Iterable[Stretch]) -> list[Occurrence]:
    """Return at some stretches the occurrences of some terms, which their ids name."""
    new = tuple.__new__
    return [
        new(Occurrence, (start, end, *form))
        for start, end, entries in stretches
        for form in entries
        if form[0].id in terms
    ]


def parted(found: Iterable[Stretch], texts: Sequence[str]) -> list[list[Stretch]]:
    """Return for each text the stretches found in all of them, joined by a `BREAK`; these are in order of their start.

    >>> parted([(0, 4, ()), (10, 14, ())], ["knee pain", "knee"])
    [[(0, 4, ())], [(0, 4, ())]]
    """
    parts: list[list[Stretch]] = [[] for _ in texts]
    number, begin, after = -1, 0, 0
    for start, end, entries in found:
        while start >= after:
            number += 1
            begin, after = after, after + len(texts[number]) + len(BREAK)
        parts[number].append((start - begin, end - begin, entries))
    return parts
