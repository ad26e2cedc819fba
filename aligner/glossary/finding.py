"""Finds the forms of a term base in texts of both languages; what the source side and the target side share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

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
        if lang == "en":
            return self.base.english.find(text)
        return [*self.base.chinese.find(text), *self.base.english.abbreviations(text)]

    def excepted(self, found: Occurrence, text: str, *, longer: bool = False) -> bool:
        """Tell whether an occurrence lies inside one of its term's exceptions, or only in a `longer` one.

        An exception equal to a form of its term keeps that form from being looked for in a source; in a target
        it is recognised all the same.
        """
        if not found.term.exceptions:
            return False
        folded = self.lexicon.simplify(text).casefold()
        for exception in found.term.exceptions:
            if longer and len(exception) <= found.end - found.start:
                continue
            for m in re.finditer(re.escape(exception.casefold()), folded):
                if m.start() <= found.start and found.end <= m.end():
                    return True
        return False
