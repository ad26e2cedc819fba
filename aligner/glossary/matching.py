"""Matches the terms of a term base in the pairs of a document: which occur in the source, and how each is rendered.

Finding a term in the source is strict: the longest form wins, an abbreviation counts only where the document
means that concept by it, and a Chinese form must begin and end where words do. Recognising a rendering in the
target is generous, since a finding that a professional would wave away costs more than one that is missed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from aligner.glossary.english import Occurrence
from aligner.glossary.finding import Finder, Words
from aligner.glossary.rendering import Rendering, Target
from aligner.glossary.termbase import TermBase
from aligner.model import Lang, Match, Pair, Span, Term

_INTRODUCING = ("(", "（", "[", "［", ",", "，")
# For an abbreviation as written, the ids of the concepts that the document means by it.
Meanings = dict[str, frozenset[str]]
_LEARNED = ("al", "ar", "ary", "ic", "ory")  # endings of adjectives
_OPEN_BRACKET = re.compile(r"\s*[(（\[［]\s*")


@dataclass(frozen=True, slots=True)
class _Group:
    """The concepts that one stretch of the source may mean; several where forms are homonyms."""

    start: int
    end: int
    occurrences: tuple[Occurrence, ...]

    @property
    def abbreviated(self) -> bool:
        return all(o.kind == "abbreviation" for o in self.occurrences)


_Chosen = tuple[_Group, Rendering, Term]


def match_terms(pairs: Sequence[Pair], base: TermBase, lexicon: Words, source_lang: Lang) -> tuple[Match, ...]:
    """Return a Match for every term found in the source of a two-sided pair, in order.

    What was found in the source but may be another word there is left out unless its rendering confirms it.
    """
    finder = Finder(base, lexicon, source_lang)
    groups = {pair.id: _source_groups(finder, pair.source_text) for pair in pairs if pair.source and pair.target}
    meanings = _meanings(finder, pairs, groups)
    matches: list[Match] = []
    for pair in pairs:
        if pair.id in groups:
            meant = (_meant(group, meanings) for group in groups[pair.id])
            rendered = _rendered(finder, pair, [group for group in meant if group.occurrences])
            matches += [m for m in rendered if m.status not in ("missing", "other") or _sure(finder, m, meanings)]
    return tuple(matches)


def _source_groups(finder: Finder, text: str) -> list[_Group]:
    """Return the terms of a source text: longest first, none overlapping, homonyms together."""
    found = [o for o in finder.find(text, finder.source_lang) if o.kind != "forbidden"]
    found = [o for o in found if not finder.excepted(o, text)]
    if finder.source_lang == "zh":
        found = [o for o in found if o.end - o.start > 1]  # one character is a part of words
        found = _at_word_edges(found, finder.lexicon.simplify(text), finder.lexicon.longest)
    taken: list[_Group] = []
    for start, end in sorted({(o.start, o.end) for o in found}, key=lambda s: (s[0] - s[1], s[0])):
        if all(end <= group.start or start >= group.end for group in taken):
            same = {o.term.id: o for o in reversed(found) if (o.start, o.end) == (start, end)}
            taken.append(_Group(start, end, tuple(reversed(same.values()))))
    return sorted(taken, key=lambda g: g.start)


def _meanings(finder: Finder, pairs: Sequence[Pair], groups: Mapping[int, list[_Group]]) -> Meanings:
    """Return for each abbreviation that the source introduces the ids of the concepts it is introduced for.

    `ankylosing spondylitis (AS)` fixes AS; an abbreviation in brackets behind words that are no term means
    something the term base does not know, and has an empty set.
    """
    found: Meanings = {}
    for pair in pairs:
        for group in groups.get(pair.id, ()):
            before = pair.source_text[: group.start].rstrip()
            if group.abbreviated and before.endswith(_INTRODUCING):
                named = [g for g in groups[pair.id] if _introduces(pair.source_text, g, group)]
                if named or before.endswith(_INTRODUCING[:2]):
                    found.setdefault(group.occurrences[0].form, _named(finder, named, group))
    return found


def _introduces(text: str, name: _Group, abbreviation: _Group) -> bool:
    """Tell whether an opening bracket, perhaps with the name in the other language, is all that parts the two."""
    if name.abbreviated or name.end > abbreviation.start:
        return False
    between = text[name.end : abbreviation.start]
    opening = _OPEN_BRACKET.match(between)
    return opening is not None and not re.search(r"[)）\]］;；.。]", between)


def _named(finder: Finder, named: Sequence[_Group], abbreviation: _Group) -> frozenset[str]:
    """Return the concepts that stand before an abbreviation, with those of its own that they name a kind of."""
    terms = [o.term for group in named for o in group.occurrences]
    kinds = [o.term for o in abbreviation.occurrences]
    wider = {k.id for k in kinds for t in terms if finder.base.contains(t, k, finder.source_lang)}
    return frozenset({term.id for term in terms} | wider)


def _meant(group: _Group, meanings: Meanings) -> _Group:
    """Drop from an abbreviation the concepts that this document does not mean by it."""
    meant = tuple(
        o
        for o in group.occurrences
        if o.kind != "abbreviation" or o.form not in meanings or o.term.id in meanings[o.form]
    )
    return replace(group, occurrences=meant)


def _rendered(finder: Finder, pair: Pair, groups: Sequence[_Group]) -> list[Match]:
    """Return how each group of a pair is rendered in its target."""
    target = Target(finder, pair.target_text, {o.term.id for g in groups for o in g.occurrences})
    turn: dict[str, int] = {}
    chosen: list[_Chosen] = []
    for group in groups:
        found = []
        for term in (o.term for o in group.occurrences):
            found.append((target.rendering(term, turn.get(term.id, 0), abbreviated=group.abbreviated), term))
            turn[term.id] = turn.get(term.id, 0) + 1
        chosen.append((group, *min(found, key=lambda f: f[0].rank)))
    taken = [(r.start, r.end) for _, r, _ in chosen if r.status != "missing"]
    chosen = _intruded(pair, target, chosen, taken)
    matches = []
    for group, rendering, term in chosen:
        absent = rendering.status == "missing" and not group.abbreviated
        instead = target.in_its_place(pair.source_text[group.start : group.end], term, taken) if absent else None
        matches.append(_match(pair, group, instead or rendering, term))
    return matches


def _intruded(pair: Pair, target: Target, chosen: list[_Chosen], taken: Sequence[tuple[int, int]]) -> list[_Chosen]:
    """Give a term that nothing in the source accounts for the place of the rendering that is wanting."""
    wanting = [k for k, (g, r, _) in enumerate(chosen) if r.status == "missing" and not g.abbreviated]
    short = {t.id for _, r, t in chosen if r.status in ("ok", "admitted")}
    short = {i for i in short if sum(t.id == i for _, _, t in chosen) > _available(target, chosen, i)}
    if not wanting and not short:
        return chosen
    intruder = target.intruder(pair.source_text, taken)
    if not intruder:
        return chosen
    if not wanting:
        same = [k for k, (_, _, t) in enumerate(chosen) if t.id == min(short)]
        before = sum(start < intruder.start for start in target.count(chosen[same[0]][2]))
        wanting = [same[min(before, len(same) - 1)]]
    group, _, term = chosen[wanting[0]]
    if target.names(intruder.form, term):
        return chosen
    return [*chosen[: wanting[0]], (group, intruder, term), *chosen[wanting[0] + 1 :]]


def _available(target: Target, chosen: Sequence[_Chosen], term_id: str) -> int:
    return len(target.count(next(t for _, _, t in chosen if t.id == term_id)))


def _sure(finder: Finder, match: Match, meanings: Meanings) -> bool:
    """Tell whether what was found in the source is the term for sure, so that its absence is worth a finding.

    The preferred form is; an admitted form where it is long enough to mean nothing else; an abbreviation where
    the document explains it.
    """
    written = match.source.text if match.source else ""
    if match.status == "other" and match.form and finder.base.domain_of(match.form, finder.target_lang, match.term):
        return True  # the term base knows what stands in its place: another concept of the same field
    if written in (*match.term.en.abbreviations, *match.term.zh.abbreviations):
        return written in meanings
    key = finder.base.key(written, finder.source_lang)
    preferred = finder.base.key(match.term.forms(finder.source_lang).preferred, finder.source_lang)
    if key == preferred or match.term.match == "regex":
        return True
    if finder.source_lang == "en" and _adjective(written.casefold(), match.term.en.preferred.casefold()):
        return True
    return _specific(key, finder.source_lang) and key not in preferred


def _adjective(written: str, noun: str) -> bool:
    """Tell whether a word is the learned adjective of a noun, which means nothing else (retinal, alveolar).

    Everyday adjectives have a noun in -ity (specificity), their own sense came first.

    >>> _adjective("alveolar", "alveolus"), _adjective("specific", "specificity"), _adjective("infected", "infection")
    (True, False, False)
    """
    shared = next(
        (k for k, (a, b) in enumerate(zip(written, noun, strict=False)) if a != b), min(len(written), len(noun))
    )
    learned = written.endswith(_LEARNED) and not noun.endswith("ity") and " " not in noun
    return learned and shared >= 3 and shared >= 0.6 * len(noun)


def _specific(key: str, lang: Lang) -> bool:
    """Tell whether a form is long enough not to be an everyday word as well."""
    return len(key) >= 4 if lang == "zh" else len(key.split()) >= 2


def _at_word_edges(found: Sequence[Occurrence], text: str, longest: Callable[[str, int], int]) -> list[Occurrence]:
    """Keep what begins and ends where words do: 积分 is not in 累积|分布.

    A term is a word itself where it is longer than the dictionary's word there: 风险比 in 风险比为, which the
    dictionary alone would cut 风险|比为.
    """
    terms = {o.start: o.end for o in sorted(found, key=lambda o: o.end)}
    starts, ends, at = set(), set(), 0
    last = max((o.end for o in found if o.kind != "abbreviation"), default=0)
    while at < last:
        starts.add(at)
        at = max(at + longest(text, at), terms.get(at, 0))
        ends.add(at)
    return [o for o in found if o.kind == "abbreviation" or (o.start in starts and o.end in ends)]


def _match(pair: Pair, group: _Group, rendering: Rendering, term: Term) -> Match:
    source = Span.of(pair.source_text, group.start, group.end)
    target = Span.of(pair.target_text, rendering.start, rendering.end) if rendering.start >= 0 else None
    return Match(term, pair.id, rendering.status, source, target, rendering.form)
