"""The term base of a run: our glossaries and the user's, merged, with their search indexes."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.config import Config
from aligner.errors import ConfigError
from aligner.glossary.chinese import ChineseIndex
from aligner.glossary.compiled import Compiled, cached, compile_terms, term_of
from aligner.glossary.english import EnglishIndex, word_keys
from aligner.glossary.locate import own_files
from aligner.model import Lang, Term
from aligner.text.variants import chinese_key

if TYPE_CHECKING:
    from aligner.lexicon.lexicon import Lexicon


_KEPT = 16384  # forms whose key is kept


class TermBase:
    """Terms of several glossaries; a row becomes a Term when it is first asked for.

    >>> from aligner.model import Forms
    >>> ours = Term("pain", Forms("knee pain"), Forms("膝关节疼痛"), domain="orthopaedics")
    >>> theirs = Term("pain-2", Forms("Knee Pain"), Forms("膝痛"))
    >>> [term.zh.preferred for term in TermBase.of([[ours], [theirs]]).terms]
    ['膝痛']
    """

    def __init__(self, compiled: Compiled, simplify: Callable[[str], str] = str) -> None:
        self._compiled = compiled
        self._simplify = simplify
        self._term = cache(lambda row: term_of(compiled.rows[row]))
        self._chinese_key = lru_cache(maxsize=_KEPT)(lambda form: chinese_key(simplify(form))[0])

    @classmethod
    def of(cls, glossaries: Iterable[Iterable[Term]], simplify: Callable[[str], str] = str) -> TermBase:
        """Make a term base of glossaries in memory, later ones before earlier ones of the same English and domain."""
        return cls(compile_terms(merged(glossaries), simplify), simplify)

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms."""
        return tuple(self._term(row) for row in range(len(self._compiled.rows)))

    @cached_property
    def english(self) -> EnglishIndex:
        """The index of the English forms and of the abbreviations used in both languages."""
        c = self._compiled
        return EnglishIndex(c.english, c.begun, c.abbreviations, c.patterns, self._term)

    @cached_property
    def chinese(self) -> ChineseIndex:
        """The index of the Chinese forms."""
        return ChineseIndex(self._compiled.chinese, self._compiled.lengths, self._term, self._simplify)

    def occurring(self, english: Sequence[str], chinese: Sequence[str]) -> tuple[Term, ...]:
        """Return the terms that the English texts and the Chinese texts both hold in some form.

        >>> from aligner.model import Forms
        >>> base = TermBase.of([[Term("hip", Forms("hip"), Forms("髋")), Term("knee", Forms("knee"), Forms("膝"))]])
        >>> [term.id for term in base.occurring(["The knee hurt.", "The hip too."], ["膝痛。"])]
        ['knee']
        """
        in_english = {o.term.id: o.term for text in english for o in self.english.find(text)}
        in_chinese = {o.term.id for text in chinese for o in self.chinese.find(text)}
        return tuple(term for term_id, term in in_english.items() if term_id in in_chinese)

    def contains(self, whole: Term, part: Term, lang: Lang) -> bool:
        """Tell whether one concept is named as part of another: `pain` of `knee pain`, not `pain` of `painter`.

        >>> from aligner.model import Forms
        >>> knee_pain = Term("knee-pain", Forms("knee pain"), Forms("膝关节疼痛"))
        >>> pain = Term("pain", Forms("pain"), Forms("疼痛"))
        >>> base = TermBase.of([[knee_pain, pain]])
        >>> base.contains(knee_pain, pain, "en"), base.contains(pain, knee_pain, "en")
        (True, False)
        """
        wholes = [self.key(form, lang) for form in whole.forms(lang).accepted]
        parts = [self.key(form, lang) for form in part.forms(lang).accepted]
        return any(p in w for p in parts for w in wholes)

    def is_kind_of(self, narrow: Term, wide: Term, lang: Lang) -> bool:
        """Tell whether a name of one concept ends with one of another: a knee pain is a pain, and no knee.

        >>> from aligner.model import Forms
        >>> knee_pain = Term("knee-pain", Forms("knee pain"), Forms("膝关节疼痛"))
        >>> pain, knee = Term("pain", Forms("pain"), Forms("疼痛")), Term("knee", Forms("knee"), Forms("膝关节"))
        >>> base = TermBase.of([[knee_pain, pain, knee]])
        >>> base.is_kind_of(knee_pain, pain, "zh"), base.is_kind_of(knee_pain, knee, "zh")
        (True, False)
        """
        ends = tuple(self.key(form, lang) for form in wide.forms(lang).accepted)
        return any(self.key(form, lang).endswith(ends) for form in narrow.forms(lang).accepted)

    def domain_of(self, form: str, lang: Lang, term: Term) -> bool:
        """Tell whether a form is an accepted one of a concept of the same domain as a term; drugs are of one."""
        found = self.english.find(form) if lang == "en" else self.chinese.find(form)
        return any(o.form == form and o.kind == "accepted" and _of_one_domain(o.term, term) for o in found)

    def key(self, form: str, lang: Lang) -> str:
        """Return what two spellings of a form have in common; English words stand between spaces."""
        return self._chinese_key(form) if lang == "zh" else _english_key(form)


def _of_one_domain(a: Term, b: Term) -> bool:
    return a.domain == b.domain or (a.drug and b.drug)


@lru_cache(maxsize=_KEPT)
def _english_key(form: str) -> str:
    return f" {' '.join(word_keys(form))} "


def open_termbase(config: Config, lexicon: Lexicon) -> TermBase:
    """Load the glossaries that the configuration asks for.

    Raises:
        GlossaryError: a file is missing or broken. ConfigError: no entry has a domain that is asked for.
    """
    files: list[str | Path] = [*(own_files() if config.own_glossaries else ()), *config.glossaries]
    domains = tuple(sorted({fold(domain) for domain in config.domains}))
    merge = partial(_of_domains, domains=domains) if domains else merged
    return TermBase(cached(files, merge, lexicon.simplify, "|".join(domains)), lexicon.simplify)


def fold(domain: str) -> str:
    """Return a domain's name without case and superfluous white space."""
    return " ".join(domain.casefold().split())


def known_domains(wanted: Iterable[str], terms: Iterable[Term]) -> frozenset[str]:
    """Return the names of the domains that are wanted, folded, where each of them has an entry.

    Raises:
        ConfigError: one has none; names the nearest that has.
    """
    known = {fold(term.domain): term.domain for term in terms if term.domain}
    for domain in wanted:
        if fold(domain) not in known:
            near = [name for key, name in sorted(known.items()) if fold(domain) in key]
            near += (known[key] for key in difflib.get_close_matches(fold(domain), known) if known[key] not in near)
            hint = f"did you mean {' or '.join(map(repr, near[:3]))}?" if near else "`aligner terms stats` names all"
            raise ConfigError(f"no term has the domain '{domain}'", hint)
    return frozenset(map(fold, wanted))


def _of_domains(glossaries: Iterable[Iterable[Term]], domains: Sequence[str]) -> tuple[Term, ...]:
    """Merge glossaries, and keep what is of one of the domains or of none."""
    terms = merged(glossaries)
    wanted = known_domains(domains, terms)
    return tuple(term for term in terms if not term.domain or fold(term.domain) in wanted)


def merged(glossaries: Iterable[Iterable[Term]]) -> tuple[Term, ...]:
    """Let a later entry replace an earlier one of the same English: in its domain or, where it has none, in all."""
    kept: dict[str, list[Term]] = {}
    for glossary in glossaries:
        by_english: dict[str, list[Term]] = {}
        for term in glossary:
            by_english.setdefault(english_of(term), []).append(term)
        for english, new in by_english.items():
            domains = {term.domain for term in new}
            old = [t for t in kept.get(english, ()) if "" not in domains and t.domain not in domains]
            kept[english] = old + new
    return tuple(term for terms in kept.values() for term in terms)


def english_of(term: Term) -> str:
    """Return what the English of two terms has in common where one replaces the other."""
    return " ".join(word_keys(term.en.preferred)) or term.en.preferred
