"""Matches the terms of a term base in the pairs of a document: which occur in the source, and how each is rendered.

Finding a term in the source is strict: the longest form wins, an abbreviation counts only where the document
means that concept by it, and a Chinese form must begin and end where words do. Recognising a rendering in the
target is generous, since a finding that a professional would wave away costs more than one that is missed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from aligner.glossary.certainty import Meanings, judged, named_so
from aligner.glossary.english import Occurrence
from aligner.glossary.finding import Finder, Group, Words
from aligner.glossary.rendering import Rendering, Target
from aligner.glossary.termbase import TermBase
from aligner.model import Lang, Match, Pair, Span, Term

_INTRODUCING = ("(", "（", "[", "［", ",", "，")
_OPEN_BRACKET = re.compile(r"\s*[(（\[［]\s*")


_Chosen = tuple[Group, Rendering, Term]


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
            matches += _rendered(finder, pair, [group for group in meant if group.occurrences], meanings)
    return tuple(matches)


def _source_groups(finder: Finder, text: str) -> list[Group]:
    """Return the terms of a source text: longest first, none overlapping, homonyms together."""
    found = [o for o in finder.find(text, finder.source_lang) if o.kind != "forbidden"]
    found = [o for o in found if not finder.excepted(o, text)]
    if finder.source_lang == "zh":
        found = [o for o in found if o.end - o.start > 1]  # one character is a part of words
        found = _at_word_edges(found, finder.lexicon.simplify(text), finder.lexicon.longest)
    taken: list[Group] = []
    for start, end in sorted({(o.start, o.end) for o in found}, key=lambda s: (s[0] - s[1], s[0])):
        if all(end <= group.start or start >= group.end for group in taken):
            same = {o.term.id: o for o in reversed(found) if (o.start, o.end) == (start, end)}
            taken.append(Group(start, end, tuple(reversed(same.values()))))
    return sorted(taken, key=lambda g: g.start)


def _meanings(finder: Finder, pairs: Sequence[Pair], groups: Mapping[int, list[Group]]) -> Meanings:
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
                    found.setdefault(group.occurrences[0].form, _named(finder, named, group))
    return found


def _introduces(text: str, name: Group, abbreviation: Group) -> bool:
    """Tell whether an opening bracket, perhaps with the name in the other language, is all that parts the two."""
    if name.abbreviated or name.end > abbreviation.start:
        return False
    between = text[name.end : abbreviation.start]
    opening = _OPEN_BRACKET.match(between)
    return opening is not None and not re.search(r"[)）\]］;；.。]", between)


def _named(finder: Finder, named: Sequence[Group], abbreviation: Group) -> frozenset[str]:
    """Return the concepts that stand before an abbreviation, with those of its own that they name a kind of."""
    terms = [o.term for group in named for o in group.occurrences]
    kinds = [o.term for o in abbreviation.occurrences]
    wider = {k.id for k in kinds for t in terms if finder.base.contains(t, k, finder.source_lang)}
    return frozenset({term.id for term in terms} | wider)


def _meant(group: Group, meanings: Meanings) -> Group:
    """Drop from an abbreviation the concepts that this document does not mean by it."""
    meant = tuple(
        o
        for o in group.occurrences
        if o.kind != "abbreviation" or o.form not in meanings or o.term.id in meanings[o.form]
    )
    return replace(group, occurrences=meant)


def _rendered(finder: Finder, pair: Pair, groups: Sequence[Group], meanings: Meanings) -> list[Match]:
    """Return how each group of a pair is rendered in its target."""
    target = Target(finder, pair.target_text, {o.term.id for g in groups for o in g.occurrences})
    terms = {o.term.id: o.term for g in groups for o in g.occurrences}
    found: dict[tuple[Group, str], Rendering] = {}
    for term in terms.values():
        named = [g for g in groups if any(o.term.id == term.id for o in g.occurrences)]
        for group, rendering in zip(named, target.renderings(term, named, pair.source_text), strict=True):
            found[group, term.id] = rendering
    chosen = []
    for group in groups:
        best = min(
            (o.term for o in group.occurrences),
            key=lambda term: (
                found[group, term.id].rank,
                not named_so(finder, term, pair.source_text[group.start : group.end]),
            ),
        )
        chosen.append((group, found[group, best.id], best))
    taken = [(r.start, r.end) for _, r, _ in chosen if r.status != "missing"]
    chosen = _intruded(pair, target, chosen, taken)
    matches = []
    for group, rendering, term in chosen:
        absent = rendering.status == "missing" and not group.abbreviated
        instead = target.in_its_place(pair.source_text[group.start : group.end], term, taken) if absent else None
        matches.append(_match(pair, group, instead or rendering, term))
    return judged(target, matches, pair.source_text, meanings)


def _intruded(pair: Pair, target: Target, chosen: list[_Chosen], taken: Sequence[tuple[int, int]]) -> list[_Chosen]:
    """Give a term that nothing in the source accounts for the place of the rendering that is wanting."""
    named = [k for k, (group, _, _) in enumerate(chosen) if not group.abbreviated]
    wanting = [k for k in named if chosen[k][1].status == "missing"]
    shared = next((chosen[k][2].id for k in named if chosen[k][1].shared), None)
    rivals = wanting or [k for k in named if chosen[k][2].id == shared]
    intruder = target.intruder(pair.source_text, taken) if rivals else None
    if not intruder or target.names(intruder.form, chosen[rivals[0]][2]):
        return chosen
    known = {(r.start, r.end): replace(r, shared=False) for _, r, _ in (chosen[k] for k in rivals) if r.start >= 0}
    renderings = [*known.values(), intruder]
    result = list(chosen)
    for k, (number, own) in zip(
        rivals, target.partners(pair.source_text, [chosen[k][0] for k in rivals], renderings), strict=True
    ):
        if own or not wanting:
            result[k] = (chosen[k][0], replace(renderings[number], shared=not own), chosen[k][2])
    return result


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


def _match(pair: Pair, group: Group, rendering: Rendering, term: Term) -> Match:
    source = Span.of(pair.source_text, group.start, group.end)
    target = Span.of(pair.target_text, rendering.start, rendering.end) if rendering.start >= 0 else None
    return Match(term, pair.id, rendering.status, source, target, rendering.form, rendering.shared)
