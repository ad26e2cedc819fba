"""Finds the forms of a term base in texts of both languages; what the source side and the target side share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Protocol

from aligner.glossary.occurrences import Entry, Occurrence, Stretch, occurrences
from aligner.glossary.termbase import TermBase
from aligner.model import Lang, other_lang


class Words(Protocol):
    """What matching asks of a lexicon, see `aligner.lexicon.lexicon.Lexicon`."""

    def longest(self, text: str, at: int) -> int:
        """Return the length of the longest Chinese word that starts there."""

    def edges(self, text: str, known: Mapping[int, int], last: int) -> set[int]:
        """Return where Chinese words start and end, up to a place; more that are `known` by their start: end."""

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
    """The concepts that one stretch of the source may mean, a form of each; several where forms are homonyms.

    `abbreviated` says that it is an abbreviation, whatever it means.
    """

    start: int
    end: int
    entries: tuple[Entry, ...]
    abbreviated: bool


@dataclass(frozen=True)
class Finder:
    """A term base and a lexicon, for one direction of translation; what was found in a text is kept."""

    base: TermBase
    lexicon: Words
    source_lang: Lang
    _found: dict[tuple[str, Lang], list[Stretch]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def target_lang(self) -> Lang:
        """The language translated into."""
        return other_lang(self.source_lang)

    def find(self, text: str, lang: Lang) -> list[Occurrence]:
        """Return every form of every term in a text; abbreviations stand in both languages."""
        found = self._found.get((text, lang))
        return occurrences(self.find_each([text], lang)[0] if found is None else found)

    def find_each(self, texts: Sequence[str], lang: Lang) -> list[list[Stretch]]:
        """Return for each of several texts where forms stand: in order of their start, abbreviations perhaps last."""
        if lang == "en":
            found = self.base.english.stretches(texts)
        else:
            both = zip(self.base.chinese.stretches(texts), self.base.english.abbreviations(texts), strict=True)
            found = [[*chinese, *abbreviations] for chinese, abbreviations in both]
        self._found.update(((text, lang), own) for text, own in zip(texts, found, strict=True))
        return found

    def folded(self, text: str) -> str:
        """Fold a text as exceptions are."""
        return self.lexicon.simplify(text).casefold()

    def excepted(self, found: Occurrence, folded: str, *, longer: bool = False) -> bool:
        """Tell whether an occurrence lies inside one of its term's exceptions, or only in a `longer` one.

        `folded` is the text that holds it. An exception equal to a form of its term keeps that form from being
        looked for in a source; in a target it is recognised all the same.
        """
        start, end, _, form, _, exceptions, _ = found
        if not longer and form.casefold() in exceptions:  # however it is inflected and spaced
            return True
        for exception in [exception for exception in exceptions if exception in folded]:  # most stand nowhere in a text
            size = len(exception)
            around = folded.find(exception, max(0, end - size), start + size) >= 0  # only where it holds the occurrence
            if around and not (longer and size <= end - start):
                return True
        return False
