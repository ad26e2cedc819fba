"""What a format of term files is, and what reading one gives."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.errors import GlossaryError
from aligner.model import Forms, Term

_LINE_MARKS = "\t\n\r"
_NO_CHARACTERS = "\ufffe\uffff"


@dataclass(frozen=True, slots=True)
class Reading:
    """The terms of a file, with a line about each kind of thing that was left out."""

    terms: tuple[Term, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TermFormat:
    """A format: one file in `aligner/glossary/formats/` that assigns `FORMAT`.

    `extensions` are those of its files, with their dot. `read` raises a GlossaryError that names the place, `write`
    one that names the concept that the format cannot hold; what `write` returns is the whole file.
    """

    id: str
    extensions: tuple[str, ...]
    read: Callable[[Path], Reading]
    write: Callable[[Sequence[Term]], bytes]


def checked(terms: Iterable[Term]) -> Iterator[Term]:
    """Pass on the terms that every format can hold.

    Raises:
        GlossaryError: a value is empty where it must not be, begins or ends with white space, which reading takes
            off, or holds a control character.
    """
    for term in terms:
        for column, value in _values(term):
            if problem := _problem(column, value):
                raise refused(term, f"{column} {problem}")
        yield term


def refused(term: Term, what: str, remedy: str = "change it in the glossary that it comes from") -> GlossaryError:
    """Build the error for a concept that cannot be written."""
    return GlossaryError(f"the concept '{term.id}' cannot be written: {what}", remedy)


def _problem(column: str, value: str) -> str:
    if not value and column not in ("pos", "domain", "note", "origin", "reason"):
        return "is empty"
    if value != value.strip():
        return f"begins or ends with a space: {value!r}"
    for char in value:
        if _unwritable(char):
            return f"holds the control character U+{ord(char):04X}"
    return ""


def _unwritable(char: str) -> bool:
    return char not in _LINE_MARKS and (unicodedata.category(char) in ("Cc", "Cs") or char in _NO_CHARACTERS)


def _values(term: Term) -> Iterator[tuple[str, str]]:
    yield from (("id", term.id), ("pos", term.pos), ("domain", term.domain), ("note", term.note))
    yield "origin", term.origin
    yield from (("exceptions", value) for value in term.exceptions)
    yield from _values_of(term.en, "en", "abbreviation")
    yield from _values_of(term.zh, "zh", "zh_abbreviation")


def _values_of(forms: Forms, lang: str, abbreviation: str) -> Iterator[tuple[str, str]]:
    yield lang, forms.preferred
    yield from ((f"{lang}_admitted", value) for value in forms.admitted)
    yield from ((abbreviation, value) for value in forms.abbreviations)
    for entry in forms.forbidden:
        yield f"{lang}_forbidden", entry.form
        yield "reason", entry.reason
