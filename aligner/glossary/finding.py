"""Finds the forms of a term base in texts of both languages; what the source side and the target side share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

from aligner.glossary.english import Occurrence
from aligner.glossary.termbase import TermBase
from aligner.model import Lang, other_lang


class Words(Protocol):
    """What matching asks of a lexicon, see `aligner.lexicon.lexicon.Lexicon`."""

    def longest(self, text: str, at: int) -> int:
        """Return the length of the longest Chinese word that starts there."""

    def words(self, text: str) -> list[tuple[int, int]]:
        """Return the Chinese words of a text as (start, end)."""

    def stem(self, word: str) -> str:
        """Return the stem of an English word."""

    def renderings(self, word: str) -> Mapping[str, float]:
        """Return the stems that a Chinese word is rendered by, with their shares."""

    def simplify(self, text: str) -> str:
        """Return the text in Simplified characters, one for one."""

    def translates(self, en_text: str, zh_text: str) -> float:
        """Return how well two short texts translate each other, 0 to 1."""


class Group(NamedTuple):
    """The concepts that one stretch of the source may mean; several where forms are homonyms.

    `abbreviated` says that it is an abbreviation, whatever it means.
    """

    start: int
    end: int
    occurrences: tuple[Occurrence, ...]
    abbreviated: bool

    @classmethod
    def of(cls, occurrences: Sequence[Occurrence]) -> Group:
        """Make a group of occurrences at one place."""
        abbreviated = all(o.kind == "abbreviation" for o in occurrences)
        return cls(occurrences[0].start, occurrences[0].end, tuple(occurrences), abbreviated)


@lru_cache(maxsize=16)
def _folded(simplify: Callable[[str], str], text: str) -> str:
    """Fold a text as exceptions are; kept, since one text is asked about for each of its terms."""
    return simplify(text).casefold()


@lru_cache(maxsize=4096)
def _casefolded(exceptions: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(exception.casefold() for exception in exceptions)


@dataclass(frozen=True, slots=True)
class Finder:
    """A term base and a lexicon, for one direction of translation."""

    base: TermBase
    lexicon: Words
    source_lang: Lang

    @property
    def target_lang(self) -> Lang:
        """The language translated into."""
        return other_lang(self.source_lang)

    def find(self, text: str, lang: Lang) -> list[Occurrence]:
        """Return every form of every term in a text; abbreviations stand in both languages."""
        return self.find_each([text], lang)[0]

    def find_each(self, texts: Sequence[str], lang: Lang) -> list[list[Occurrence]]:
        """Return what `find` does for each of several texts, in less time."""
        english = self.base.english
        if lang == "en":
            return [english.find(text) for text in texts]
        found = zip(self.base.chinese.find_each(texts), map(english.abbreviations, texts), strict=True)
        return [[*chinese, *abbreviations] for chinese, abbreviations in found]

    def excepted(self, found: Occurrence, text: str, *, longer: bool = False) -> bool:
        """Tell whether an occurrence lies inside one of its term's exceptions, or only in a `longer` one.

        An exception equal to a form of its term keeps that form from being looked for in a source; in a target
        it is recognised all the same.
        """
        if not found.term.exceptions:
            return False
        folded = _folded(self.lexicon.simplify, text)
        form, size = found.form.casefold(), found.end - found.start
        for wanted in _casefolded(found.term.exceptions):
            if not longer and wanted == form:  # however it is inflected and spaced
                return True
            if longer and len(wanted) <= size:
                continue
            # Only where it may hold the occurrence; the letters around it cost nothing to look at.
            if folded.find(wanted, max(0, found.end - len(wanted)), found.start + len(wanted)) >= 0:
                return True
        return False
