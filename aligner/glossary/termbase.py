"""The term base of a run: our glossaries and the user's, merged, with their search indexes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from aligner.config import Config
from aligner.glossary.chinese import ChineseIndex
from aligner.glossary.english import EnglishIndex, words
from aligner.glossary.load import load
from aligner.glossary.locate import own_files
from aligner.model import Lang, Term
from aligner.text.variants import chinese_key


class TermBase:
    """Terms of several glossaries, later ones before earlier ones of the same English and domain.

    >>> from aligner.model import Forms
    >>> ours = Term("pain", Forms("knee pain"), Forms("膝关节疼痛"), domain="orthopaedics")
    >>> theirs = Term("pain-2", Forms("Knee Pain"), Forms("膝痛"))
    >>> [term.zh.preferred for term in TermBase([[ours], [theirs]]).terms]
    ['膝痛']
    """

    def __init__(self, glossaries: Iterable[Iterable[Term]], simplify: Callable[[str], str] = str) -> None:
        self.terms = _merged(glossaries)
        self._simplify = simplify

    @cached_property
    def english(self) -> EnglishIndex:
        """The index of the English forms and of the abbreviations used in both languages."""
        return EnglishIndex(self.terms)

    @cached_property
    def chinese(self) -> ChineseIndex:
        """The index of the Chinese forms."""
        return ChineseIndex(self.terms, self._simplify)

    def contains(self, whole: Term, part: Term, lang: Lang) -> bool:
        """Tell whether one concept is named as part of another: `pain` of `knee pain`, not `arthritis` of
        `osteoarthritis`.

        >>> from aligner.model import Forms
        >>> knee_pain = Term("knee-pain", Forms("knee pain"), Forms("膝关节疼痛"))
        >>> pain = Term("pain", Forms("pain"), Forms("疼痛"))
        >>> base = TermBase([[knee_pain, pain]])
        >>> base.contains(knee_pain, pain, "en"), base.contains(pain, knee_pain, "en")
        (True, False)
        """
        wholes = [self.key(form, lang) for form in whole.forms(lang).accepted]
        parts = [self.key(form, lang) for form in part.forms(lang).accepted]
        return any(p in w for p in parts for w in wholes)

    def key(self, form: str, lang: Lang) -> str:
        """Return what two spellings of a form have in common; English words stand between spaces."""
        if lang == "zh":
            return chinese_key(self._simplify(form))[0]
        return f" {' '.join(word.key for word in words(form))} "


def open_termbase(config: Config, simplify: Callable[[str], str] = str) -> TermBase:
    """Load the glossaries that the configuration asks for.

    Raises:
        GlossaryError: a file is missing or broken.
    """
    files: list[str | Path] = [*(own_files() if config.own_glossaries else ()), *config.glossaries]
    return TermBase((load(file) for file in files), simplify)


def _merged(glossaries: Iterable[Iterable[Term]]) -> tuple[Term, ...]:
    """Let a later entry replace an earlier one of the same English: in its domain or, where it has none, in all."""
    kept: dict[str, list[Term]] = {}
    for glossary in glossaries:
        by_english: dict[str, list[Term]] = {}
        for term in glossary:
            by_english.setdefault(_english(term), []).append(term)
        for english, new in by_english.items():
            domains = {term.domain for term in new}
            old = [t for t in kept.get(english, ()) if "" not in domains and t.domain not in domains]
            kept[english] = old + new
    return tuple(term for terms in kept.values() for term in terms)


def _english(term: Term) -> str:
    return " ".join(word.key for word in words(term.en.preferred)) or term.en.preferred
