"""Matches the terms of a term base in the pairs of a document: which occur in the source, and how each is rendered.

Finding a term in the source is strict: the longest form wins, an abbreviation counts only where the document
means that concept by it, and a Chinese form must begin and end where words do. Recognising a rendering in the
target is generous, since a finding that a professional would wave away costs more than one that is missed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from aligner.glossary.english import Occurrence, words
from aligner.glossary.termbase import TermBase
from aligner.model import Lang, Match, Pair, Span, Status, Term, other_lang
from aligner.text.variants import chinese_key

# How far apart, in characters, the parts of a rendering may stand (膝关节和踝关节疼痛 for 膝关节疼痛).
_SPREAD = 16
_INTRODUCING = ("(", "（", "[", "［", ",", "，")
_OPEN_BRACKET = re.compile(r"\s*[(（\[［]\s*")


class Words(Protocol):
    """What matching asks of a lexicon."""

    def longest(self, text: str, at: int) -> int:
        """Return the length of the longest Chinese word that starts there."""

    def stem(self, word: str) -> str:
        """Return the stem of an English word."""

    def simplify(self, text: str) -> str:
        """Return the text in Simplified characters, one for one."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The concepts that one stretch of the source may mean; several where forms are homonyms."""

    start: int
    end: int
    occurrences: tuple[Occurrence, ...]

    @property
    def abbreviated(self) -> bool:
        return all(o.kind == "abbreviation" for o in self.occurrences)


@dataclass(frozen=True, slots=True)
class _Rendering:
    status: Status
    start: int = -1
    end: int = -1
    form: str = ""

    @property
    def rank(self) -> int:
        return ("ok", "admitted", "abbreviation", "forbidden", "other", "missing").index(self.status)


def match_terms(pairs: Sequence[Pair], base: TermBase, lexicon: Words, source_lang: Lang) -> tuple[Match, ...]:
    """Return a Match for every term found in the source of a two-sided pair, in order."""
    matcher = _Matcher(base, lexicon, source_lang)
    groups = {pair.id: matcher.source_groups(pair.source_text) for pair in pairs if pair.source and pair.target}
    meanings = matcher.meanings(pairs, groups)
    matches: list[Match] = []
    for pair in pairs:
        if pair.id in groups:
            kept = [g for g in (_meant(group, meanings) for group in groups[pair.id]) if g.occurrences]
            matches += matcher.render(pair, kept)
    return tuple(m for m in matches if m.status != "missing" or matcher.sure(m, meanings))


def _introduces(text: str, name: _Group, abbreviation: _Group) -> bool:
    """Tell whether an opening bracket, perhaps with the name in the other language, is all that parts the two."""
    if name.abbreviated or name.end > abbreviation.start:
        return False
    between = text[name.end : abbreviation.start]
    opening = _OPEN_BRACKET.match(between)
    return opening is not None and not re.search(r"[)）\]］;；.。]", between)


def _meant(group: _Group, meanings: dict[str, frozenset[str]]) -> _Group:
    """Drop from an abbreviation the concepts that this document does not mean by it."""
    meant = tuple(
        o
        for o in group.occurrences
        if o.kind != "abbreviation" or o.form not in meanings or o.term.id in meanings[o.form]
    )
    return replace(group, occurrences=meant)


class _Matcher:
    """The rules of matching for one direction."""

    def __init__(self, base: TermBase, lexicon: Words, source_lang: Lang) -> None:
        self.base, self.lexicon = base, lexicon
        self.source_lang, self.target_lang = source_lang, other_lang(source_lang)

    def meanings(self, pairs: Sequence[Pair], groups: dict[int, list[_Group]]) -> dict[str, frozenset[str]]:
        """Return for each abbreviation that the source introduces the ids of the concepts it is introduced for.

        `ankylosing spondylitis (AS)` fixes AS; an abbreviation in brackets behind words that are no term means
        something the term base does not know, and has an empty set.
        """
        found: dict[str, frozenset[str]] = {}
        for pair in pairs:
            for group in groups.get(pair.id, ()):
                before = pair.source_text[: group.start].rstrip()
                if group.abbreviated and before.endswith(_INTRODUCING):
                    named = [g for g in groups[pair.id] if _introduces(pair.source_text, g, group)]
                    if named or before.endswith(_INTRODUCING[:2]):
                        found.setdefault(group.occurrences[0].form, self._named(named, group))
        return found

    def _named(self, named: Sequence[_Group], abbreviation: _Group) -> frozenset[str]:
        """Return the concepts that stand before an abbreviation, with those of its own that they name a kind of."""
        terms = [o.term for group in named for o in group.occurrences]
        kinds = [o.term for o in abbreviation.occurrences]
        wider = {k.id for k in kinds for t in terms if self.base.contains(t, k, self.source_lang)}
        return frozenset({term.id for term in terms} | wider)

    def source_groups(self, text: str) -> list[_Group]:
        """Return the terms of a source text: longest first, none overlapping, homonyms together."""
        found = [o for o in self._find(text, self.source_lang) if o.kind != "forbidden"]
        found = [o for o in found if not self._excepted(o, text)]
        if self.source_lang == "zh":
            found = [o for o in found if o.end - o.start > 1]  # one character is a part of words
            found = _at_word_edges(found, self.lexicon.simplify(text), self.lexicon.longest)
        taken: list[_Group] = []
        for start, end in sorted({(o.start, o.end) for o in found}, key=lambda s: (s[0] - s[1], s[0])):
            if all(end <= group.start or start >= group.end for group in taken):
                same = {o.term.id: o for o in reversed(found) if (o.start, o.end) == (start, end)}
                taken.append(_Group(start, end, tuple(reversed(same.values()))))
        return sorted(taken, key=lambda g: g.start)

    def _find(self, text: str, lang: Lang) -> list[Occurrence]:
        if lang == "en":
            return self.base.english.find(text)
        return [*self.base.chinese.find(text), *self.base.english.abbreviations(text)]

    def _excepted(self, found: Occurrence, text: str, *, longer: bool = False) -> bool:
        """Tell whether the occurrence lies inside one of its term's exceptions, or only in a `longer` one."""
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

    def sure(self, match: Match, meanings: dict[str, frozenset[str]]) -> bool:
        """Tell whether what was found in the source is the term for sure, so that its absence is worth a finding.

        The preferred form is; an admitted form where it is long enough to mean nothing else; an abbreviation where
        the document explains it.
        """
        written = match.source.text if match.source else ""
        forms = match.term.forms(self.source_lang)
        if written in (*match.term.en.abbreviations, *match.term.zh.abbreviations):
            return written in meanings
        key = self.base.key(written, self.source_lang)
        if key == self.base.key(forms.preferred, self.source_lang) or match.term.match == "regex":
            return True
        return _specific(key, self.source_lang) and key not in self.base.key(forms.preferred, self.source_lang)

    def render(self, pair: Pair, groups: Sequence[_Group]) -> list[Match]:
        """Return how each group of a pair is rendered in its target."""
        target = _Target(self, pair.target_text, {o.term.id for g in groups for o in g.occurrences})
        turn: dict[str, int] = {}
        matches = []
        for group in groups:
            best: tuple[_Rendering, Term] | None = None
            for occurrence in group.occurrences:
                term = occurrence.term
                count = sum(any(o.term.id == term.id for o in g.occurrences) for g in groups)
                rendering = target.rendering(term, turn.get(term.id, 0), count, abbreviated=group.abbreviated)
                turn[term.id] = turn.get(term.id, 0) + 1
                if best is None or rendering.rank < best[0].rank:
                    best = rendering, term
            if best:
                matches.append(_match(pair, group, *best))
        return matches


class _Target:
    """The renderings that one target text holds."""

    def __init__(self, matcher: _Matcher, text: str, wanted: set[str]) -> None:
        self.matcher, self.text, self.wanted = matcher, text, wanted
        found = [o for o in matcher._find(text, matcher.target_lang) if not matcher._excepted(o, text, longer=True)]
        self.accepted = self._free([o for o in found if o.kind == "accepted"])
        self.abbreviations = [o for o in found if o.kind == "abbreviation"]
        self.forbidden = [o for o in found if o.kind == "forbidden" and not self._accounted(o)]

    def _free(self, accepted: list[Occurrence]) -> list[Occurrence]:
        """Leave out what a longer term of another concept holds (关节炎 in 骨关节炎), unless that one contains this."""

        def held(o: Occurrence) -> bool:
            return any(
                w.start <= o.start
                and o.end <= w.end
                and w.end - w.start > o.end - o.start
                and w.term.id not in self.wanted
                and not self.matcher.base.contains(w.term, o.term, self.matcher.source_lang)
                for w in accepted
                if w.term.id != o.term.id
            )

        return [o for o in accepted if not held(o)]

    def _accounted(self, bad: Occurrence) -> bool:
        """Tell whether the words of a forbidden form are the right ones for a term that the source has."""
        return any(
            o.start < bad.end and bad.start < o.end
            for o in self.accepted
            if o.term.id in self.wanted and (o.start <= bad.start and bad.end <= o.end)
        )

    def rendering(self, term: Term, turn: int, count: int, *, abbreviated: bool) -> _Rendering:
        """Return how the `turn`-th of `count` occurrences of a term in the source is rendered."""
        full = _longest([o for o in self.accepted if o.term.id == term.id])
        short = [o for o in self.abbreviations if o.term.id == term.id]
        bad = [o for o in self.forbidden if o.term.id == term.id]
        if bad and turn >= len(full) + len(short):
            return _rendering("forbidden", bad[min(turn - len(full) - len(short), len(bad) - 1)])
        for pool in (short, full) if abbreviated else (full, short):
            if pool:
                found = pool[min(turn, len(pool) - 1)]
                return _rendering(self._status(found), found)
        return self._scattered(term) or _Rendering("missing")

    def _status(self, found: Occurrence) -> Status:
        if found.kind == "abbreviation":
            return "abbreviation"
        return "ok" if found.form == found.term.forms(self.matcher.target_lang).preferred else "admitted"

    def _scattered(self, term: Term) -> _Rendering | None:
        """Find a form whose words stand apart, as coordination and inflection make them."""
        find = self._scattered_zh if self.matcher.target_lang == "zh" else self._scattered_en
        for form in term.forms(self.matcher.target_lang).accepted:
            span = find(form)
            if span:
                return _Rendering("admitted", *span, form)
        return None

    def _scattered_zh(self, form: str) -> tuple[int, int] | None:
        key = chinese_key(self.matcher.lexicon.simplify(form))[0]
        text, offsets = chinese_key(self.matcher.lexicon.simplify(self.text))
        for cut in range(2, len(key) - 1):  # no part of one character: those are everywhere
            span = _in_order(text, (key[:cut], key[cut:]))
            if span:
                return offsets[span[0]], offsets[span[1] - 1] + 1
        return None

    def _scattered_en(self, form: str) -> tuple[int, int] | None:
        stem: Callable[[str], str] = self.matcher.lexicon.stem
        wanted = {stem(form[w.start : w.end].lower()) for w in words(form)}
        at = [(w.start, w.end) for w in words(self.text) if stem(self.text[w.start : w.end].lower()) in wanted]
        present = {stem(self.text[start:end].lower()) for start, end in at}
        return (at[0][0], at[-1][1]) if at and present == wanted else None


def _specific(key: str, lang: Lang) -> bool:
    """Tell whether a form is long enough not to be an everyday word as well."""
    return len(key) >= 4 if lang == "zh" else len(key.split()) >= 2


def _in_order(text: str, parts: Sequence[str]) -> tuple[int, int] | None:
    """Find the parts one after the other, not more than `_SPREAD` apart in all."""
    start = text.find(parts[0])
    while start >= 0:
        end = start + len(parts[0])
        for part in parts[1:]:
            at = text.find(part, end, start + _SPREAD + len(part))
            if at < 0:
                break
            end = at + len(part)
        else:
            return start, end
        start = text.find(parts[0], start + 1)
    return None


def _longest(found: Iterable[Occurrence]) -> list[Occurrence]:
    """Of overlapping forms of one term keep the longest."""
    kept: list[Occurrence] = []
    for o in sorted(found, key=lambda o: (o.start - o.end, o.start)):
        if all(o.end <= k.start or o.start >= k.end for k in kept):
            kept.append(o)
    return sorted(kept, key=lambda o: o.start)


def _at_word_edges(found: Sequence[Occurrence], text: str, longest: Callable[[str, int], int]) -> list[Occurrence]:
    """Keep what begins and ends where words do: 积分 is not in 累积|分布.

    A term is a word itself where it is longer than the dictionary's word there: 风险比 in 风险比为, which the
    dictionary alone would cut 风险|比为.
    """
    terms = {o.start: o.end for o in sorted(found, key=lambda o: o.end)}
    starts, ends, at = set(), set(), 0
    while at < len(text):
        starts.add(at)
        at = max(at + longest(text, at), terms.get(at, 0))
        ends.add(at)
    return [o for o in found if o.kind == "abbreviation" or (o.start in starts and o.end in ends)]


def _rendering(status: Status, found: Occurrence) -> _Rendering:
    return _Rendering(status, found.start, found.end, found.form)


def _match(pair: Pair, group: _Group, rendering: _Rendering, term: Term) -> Match:
    source = Span.of(pair.source_text, group.start, group.end)
    target = Span.of(pair.target_text, rendering.start, rendering.end) if rendering.start >= 0 else None
    return Match(term, pair.id, rendering.status, source, target, rendering.form)
