"""What is found in a text: the occurrences of forms, and the stretches of the text where they stand."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from aligner.model import Term

BREAK = "\0"  # stands between texts that are searched at once, which costs less than one by one; and in no form


class Occurrence(NamedTuple):
    """A form of a term found in a text at `start:end`; `form` is the glossary's spelling.

    `kind` is accepted, forbidden or abbreviation.
    """

    start: int
    end: int
    term: Term
    form: str
    kind: str


# A form of a term: the term, the glossary's spelling, and the kind of form, as in `Occurrence`.
Entry = tuple[Term, str, str]
# A stretch of a text, from start to end, and the forms that stand there: a bare tuple, since texts hold so many.
Stretch = tuple[int, int, tuple[Entry, ...]]


def occurrences(stretches: Iterable[Stretch]) -> list[Occurrence]:
    """Return the occurrences at some stretches, made in half the time that their constructor takes."""
    new = tuple.__new__
    return [new(Occurrence, (start, end, *entry)) for start, end, entries in stretches for entry in entries]


def occurrences_of(terms: Container[str], stretches: Iterable[Stretch]) -> list[Occurrence]:
    """Return at some stretches the occurrences of some terms, which their ids name."""
    new = tuple.__new__
    return [
        new(Occurrence, (start, end, *entry))
        for start, end, entries in stretches
        for entry in entries
        if entry[0].id in terms
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
