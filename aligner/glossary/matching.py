"""Matches the terms of a term base in the pairs of a document: which occur in the source, and how each is rendered.

Finding a term in the source is strict: the longest form wins, an abbreviation counts only where the document
means that concept by it, and a Chinese form must begin and end where words do. Recognising a rendering in the
target is generous, since a finding that a professional would wave away costs more than one that is missed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from aligner.glossary.certainty import Meanings, judged, named_so
from aligner.glossary.dictionary import accidental, in_its_place, intruder, lost, spoken_for, unnamed
from aligner.glossary.finding import Finder, Group, Words
from aligner.glossary.introduced import Introduced
from aligner.glossary.occurrences import Entry, Occurrence, Reading, Stretch, in_order
from aligner.glossary.rendering import APART, MISSING, Rendering, Target
from aligner.glossary.termbase import TermBase
from aligner.model import Lang, Match, Pair, Span, Term

_INTRODUCING = ("(", "（", "[", "［", ",", "，")
_ACCEPTED = ("ok", "admitted", "abbreviation")
_ABBREVIATION = re.compile(r"\s*[(（]\s*([\w-]*[A-Z][\w-]*)\s*[)）]", re.ASCII)
_OPEN_BRACKET = re.compile(r"\s*[(（\[［]\s*")
_SHORT = frozenset({"abbreviation"})

_Chosen = tuple[Group, Rendering, Term]
_ILL = re.compile("病(?:[灶变损区房]|程(?![度序])|情(?![况形绪感])|因(?![素此为而])|原(?![因发有则])|理(?![论解念]))")
"""What may begin with the last character of a disease."""


def match_terms(
    pairs: Sequence[Pair],
    base: TermBase,
    lexicon: Words,
    source_lang: Lang,
    progress: Callable[[float], None] = lambda share: None,
) -> tuple[Match, ...]:
    """Return a Match for every term found in the source of a two-sided pair, in order.

    What was found in the source but may be another word there is left out unless its rendering confirms it.
    `progress` is told, again and again, which share of the pairs is done.
    """
    finder = Finder(base, lexicon, source_lang)
    texts = {pair.id: (pair.source_text, pair.target_text) for pair in pairs if pair.source and pair.target}
    sources, targets = [source for source, _ in texts.values()], [target for _, target in texts.values()]
    here = dict(zip(texts, finder.find_each(sources, source_lang), strict=True))
    there = dict(zip(texts, finder.find_each(targets, finder.target_lang), strict=True))
    groups = {number: _source_groups(finder, source, here[number]) for number, (source, _) in texts.items()}
    meanings = _meanings(finder, texts, groups)
    matches: list[Match] = []
    before: set[str] = set()
    shorts = Introduced(finder.target_lang)
    for done, (number, (source, target)) in enumerate(texts.items(), start=1):
        progress(done / len(texts))
        meant = groups[number]
        if meanings:
            meant = _meant(meant, meanings)
        found = Target(finder, target, there[number], {form.term.id for group in meant for form in group.entries})
        new = judged(found, _rendered(number, source, found, meant), source, meanings, before=before)
        before.update([match.term.id for match in new if match.status in _ACCEPTED])
        matches += shorts.rendered(target, new)
    return tuple(matches)


def _source_groups(finder: Finder, text: str, found: Sequence[Stretch]) -> list[Group]:
    """Return the terms of a source text: longest first, none overlapping, homonyms together."""
    least = 1 if finder.source_lang == "zh" else 0  # a single Chinese character is a part of words
    named = [stretch for stretch in found if stretch[2].named and stretch[1] - stretch[0] > least]
    named = _unexcepted(finder, text, named)
    if finder.source_lang == "zh":
        named = in_order(_at_word_edges(named, text, finder.lexicon))
    return [Group(start, end, reading.named, reading.kinds == _SHORT) for start, end, reading in _longest(named)]


def _longest(found: Sequence[Stretch]) -> list[Stretch]:
    """Return the longest stretches, none overlapping; what stands at one place becomes one. They are in order."""
    kept: list[Stretch] = []
    reach = 0
    for stretch in found:
        start, end, _ = stretch
        if start >= reach:
            kept.append(stretch)
            reach = end
        elif end > reach or (end == reach and start == kept[-1][0]):
            break
    else:
        return kept  # each of the others lies inside one of these
    taken: dict[tuple[int, int], Reading] = {}
    covered = 0  # a bit for each character
    for start, end, reading in sorted(found, key=lambda stretch: (stretch[0] - stretch[1], stretch[0])):
        own = ((1 << end - start) - 1) << start
        if not covered & own:
            taken[start, end] = reading
            covered |= own
        elif (start, end) in taken:
            taken[start, end] = Reading.of((*taken[start, end].entries, *reading.entries))
    return [(*place, reading) for place, reading in sorted(taken.items())]


def _unexcepted(finder: Finder, text: str, found: list[Stretch]) -> list[Stretch]:
    """Leave out what stands in an exception of its term."""
    if not [stretch for stretch in found if stretch[2].exceptions]:
        return found
    folded = finder.folded(text)
    kept = []
    for stretch in found:
        start, end, reading = stretch
        if [exception for exception in reading.exceptions if exception in folded]:
            left = [e for e in reading.entries if not finder.excepted(Occurrence(start, end, *e), folded)]
            reading = Reading.of(left)
        if reading.named:
            kept.append((start, end, reading))
    return kept


def _at_word_edges(found: Sequence[Stretch], text: str, words: Words) -> list[Stretch]:
    """Keep what begins and ends where words do: 积分 is not in 累积|分布.

    A term is a word itself where it is longer than the dictionary's word there: 风险比 in 风险比为, which the
    dictionary alone would cut 风险|比为.
    """
    terms: dict[int, int] = {}
    for start, end, _ in found:
        if end > terms.get(start, 0):
            terms[start] = end
    edges = words.edges(text, terms, max(terms.values(), default=0))
    kept = []
    for stretch in found:
        start, end, reading = stretch
        if _ILL.match(text, end - 1) and any(one[:2] == (start, end - 1) for one in found):
            continue  # 淋巴结病 in 淋巴结|病灶
        if start in edges and end in edges:
            kept.append(stretch)
        elif "abbreviation" in reading.kinds:
            kept.append((start, end, Reading.of(e for e in reading.entries if e.kind == "abbreviation")))
    return kept


def _meanings(finder: Finder, texts: Mapping[int, tuple[str, str]], groups: Mapping[int, list[Group]]) -> Meanings:
    """Return for each abbreviation that the source introduces the ids of the concepts it is introduced for.

    `ankylosing spondylitis (AS)` fixes AS; an abbreviation in brackets behind words that are no term means
    something the term base does not know, and has an empty set.
    """
    found: dict[str, frozenset[str]] = {}
    for number, (source, _) in texts.items():
        for group in groups[number]:
            if group.abbreviated and (before := source[: group.start].rstrip()).endswith(_INTRODUCING):
                named = [g for g in groups[number] if _introduces(source, g, group)]
                if named or before.endswith(_INTRODUCING[:2]):
                    found.setdefault(group.entries[0].form, _named(finder, named, group))
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
    terms = [form.term for group in named for form in group.entries]
    kinds = [form.term for form in abbreviation.entries]
    wider = {k.id for k in kinds for t in terms if finder.base.contains(t, k, finder.source_lang)}
    return frozenset({term.id for term in terms} | wider)


def _meant(groups: Sequence[Group], meanings: Meanings) -> list[Group]:
    """Drop from abbreviations the concepts that this document does not mean by them."""
    kept = []
    for group in groups:
        if not (group.abbreviated or len(group.entries) > 1):  # most are names
            kept.append(group)
        elif entries := tuple(entry for entry in group.entries if _means(entry, meanings)):
            kept.append(group._replace(entries=entries))
    return kept


def _means(entry: Entry, meanings: Meanings) -> bool:
    return entry.kind != "abbreviation" or entry.form not in meanings or entry.term.id in meanings[entry.form]


def _rendered(number: int, source: str, target: Target, groups: Sequence[Group]) -> list[Match]:
    """Return how each group of a pair is rendered in its target."""
    chosen = _chosen(source, target, groups)
    borrowed = _borrowed(source, target, chosen)
    if borrowed or not _settled(chosen):
        chosen = _replaced(source, target, _swallowed(target, chosen, borrowed), borrowed)
    matches = []
    for group, rendering, term in chosen:
        status, start, end, form, shared, _ = rendering
        written = Span(group.start, group.end, source[group.start : group.end])
        there = Span(start, end, target.text[start:end]) if start >= 0 else None
        matches.append(Match(term, number, status, written, there, form, shared))
    return matches


def _settled(chosen: list[_Chosen]) -> bool:
    """Tell whether each term has a whole rendering and a place of its own, so that nothing can stand in another's."""
    return len({r.start for _, r, _ in chosen if r.start >= 0 and not (r.shared or r.apart)}) == len(chosen)


def _borrowed(source: str, target: Target, chosen: Sequence[_Chosen]) -> frozenset[int]:
    """Return the numbers of the terms whose rendering is a part of another's, or words for the rest of the source."""
    places = [(r.start, r.end) for _, r, _ in chosen if r.start >= 0]
    return frozenset(
        k
        for k, (group, r, term) in enumerate(chosen)
        if any(start <= r.start and r.end <= end and (start, end) != (r.start, r.end) for start, end in places)
        or (r.status == "admitted" and accidental(target, source, group, term, r.form))
    )


def _replaced(source: str, target: Target, chosen: list[_Chosen], borrowed: Collection[int]) -> list[_Chosen]:
    """Return for a term without a rendering of its own what else stands in its place."""
    taken = [(r.start, r.end) for _, r, _ in chosen if r.status != "missing"]
    return [
        (group, (_absent(group, r) and in_its_place(target, source, group, term, taken)) or r, term)
        for group, r, term in _intruded(source, target, chosen, borrowed)
    ]


def _swallowed(target: Target, chosen: list[_Chosen], borrowed: Collection[int]) -> list[_Chosen]:
    """Call lost the terms whose rendering is borrowed or stands apart, where the target has gaps for all of them."""
    doubtful = {*borrowed, *(k for k, (_, r, _) in enumerate(chosen) if r.apart)}
    if not doubtful or len(doubtful) > len(target.gaps):
        return chosen
    return [(g, MISSING if k in doubtful else r, term) for k, (g, r, term) in enumerate(chosen)]


def _absent(group: Group, rendering: Rendering) -> bool:
    return rendering.status == "missing" and not group.abbreviated


def _chosen(source: str, target: Target, groups: Sequence[Group]) -> list[_Chosen]:
    """Return for each group which of its concepts is meant, by what renders it best, and that rendering."""
    of_term: dict[str, tuple[Term, list[int]]] = {}
    for k, group in enumerate(groups):
        for entry in group.entries:
            if entry.term.id in of_term:
                of_term[entry.term.id][1].append(k)
            else:
                of_term[entry.term.id] = entry.term, [k]
    found: list[list[tuple[Rendering, Term]]] = [[] for _ in groups]
    for term, places in of_term.values():
        for k, rendering in zip(places, target.renderings(term, [groups[k] for k in places], source), strict=True):
            found[k].append((rendering, term))
    chosen = []
    for group, options in zip(groups, found, strict=True):
        rendering, term = options[0]
        if len(options) > 1 or rendering.status == "missing":
            rendering, term = _best(target, source, group, options)
        if rendering.apart and spoken_for(target, source, group, rendering.form):
            rendering = MISSING
        elif rendering.start >= 0 and not group.abbreviated and (short := _bracketed(source, group.end)):
            rendering = MISSING if unnamed(target, source, group, rendering, short) else rendering
        chosen.append((group, rendering, term))
    return chosen


def _best(
    target: Target, source: str, group: Group, renderings: Sequence[tuple[Rendering, Term]]
) -> tuple[Rendering, Term]:
    """Return the best rendering with its concept; of equal ones that whose preferred form is written.

    Words that stand apart are looked for only where no preferred form stands.
    """
    rank = min([rendering.rank for rendering, _ in renderings])
    if rank >= APART:
        renderings = [(target.apart(term) if r.status == "missing" else r, term) for r, term in renderings]
        rank = min([rendering.rank for rendering, _ in renderings])
    best = [(rendering, term) for rendering, term in renderings if rendering.rank == rank]
    if len(best) == 1:
        return best[0]
    written = source[group.start : group.end]
    return next((r for r in best if named_so(target.finder, r[1], written)), best[0])


def _intruded(source: str, target: Target, chosen: list[_Chosen], borrowed: Collection[int]) -> list[_Chosen]:
    """Give a term that nothing in the source accounts for the place of the rendering that is wanting."""
    kinds, introduced = _rivals(chosen, borrowed), _introduced(source, chosen)
    whole = [(r.start, r.end) for _, r, _ in chosen if r.start >= 0 and not r.apart]
    found = intruder(target, source, whole) if kinds or introduced else None
    if found and (name := introduced.get(_bracketed(target.text, found.end))) is not None:
        return [*chosen[:name], (chosen[name][0], found, chosen[name][2]), *chosen[name + 1 :]]
    meant = _meant_by(target, source, found, chosen, kinds) if found else {}
    rivals = [*meant]
    if not found or not rivals or target.names(found.form, meant[rivals[0]]):
        return chosen
    known = {
        (r.start, r.end): r._replace(shared=False)
        for _, r, _ in (chosen[k] for k in rivals if k not in borrowed)
        if r.start >= 0 and (r.end <= found.start or found.end <= r.start)
    }
    renderings = [*known.values(), found]
    result = list(chosen)
    partners = target.partners(source, [chosen[k][0] for k in rivals], renderings)
    for k, (number, own) in zip(rivals, partners, strict=True):
        if own or result[k][1].status != "missing":
            term = meant[k] if renderings[number] is found else chosen[k][2]
            result[k] = (chosen[k][0], renderings[number]._replace(shared=not own), term)
    return result


def _rivals(chosen: Sequence[_Chosen], borrowed: Collection[int]) -> list[list[int]]:
    """Return the numbers of the terms that may have lost their place to another, kind by kind, the likeliest first.

    Terms without a rendering come first, then the occurrences of one that the target repeats less often, names of
    one concept side by side that share a rendering (扑热息痛（对乙酰氨基酚）), words that stand apart or are borrowed,
    abbreviations.
    """
    named = [k for k, (group, _, _) in enumerate(chosen) if not group.abbreviated]
    missing = [k for k, (_, r, _) in enumerate(chosen) if r.status == "missing"]
    shared = next((chosen[k][2].id for k in named if chosen[k][1].shared), None)
    places = Counter((r.start, term.id) for k in named for _, r, term in [chosen[k]])
    kinds = (
        [k for k in missing if k in named],
        [k for k in named if chosen[k][2].id == shared],
        [k for k in named if places[chosen[k][1].start, chosen[k][2].id] > 1],
        [k for k in named if chosen[k][1].apart],
        [k for k in named if k in borrowed],
        missing,
    )
    return [kind for kind in kinds if kind]


def _meant_by(
    target: Target, source: str, found: Rendering, chosen: Sequence[_Chosen], kinds: Sequence[list[int]]
) -> dict[int, Term]:
    """Return the terms in whose place another may stand: of one kind, which has one of its field.

    Where several kinds have, what stands beside the intruder tells. What has a whole rendering is no rival where other
    words of the target may stand for it as well.
    """
    options = []
    for kind in kinds:
        meant = {k: term for k in kind if (term := _mistaken(target, found, chosen[k]))}
        if wanting := {k: term for k, term in meant.items() if _wanting(target, source, chosen[k])}:
            options.append(wanting)
    if len(options) < 2:
        return options[0] if options else {}
    numbers = sorted({k for wanting in options for k in wanting})
    fits = target.partners(source, [chosen[k][0] for k in numbers], [found])
    best = next(k for k, (_, own) in zip(numbers, fits, strict=True) if own)
    return next(wanting for wanting in options if best in wanting)


def _wanting(target: Target, source: str, choice: _Chosen) -> bool:
    group, rendering, _ = choice
    return rendering.status == "missing" or rendering.apart or lost(target, source, group.start, group.end)


def _introduced(source: str, chosen: Sequence[_Chosen]) -> dict[str, int]:
    """Return by the abbreviation in brackets behind a name the number of that name, if no rendering is its own."""
    places = Counter(r.start for _, r, _ in chosen)
    return {
        short: k
        for k, (group, r, _) in enumerate(chosen)
        if (r.start < 0 or r.shared or r.apart or places[r.start] > 1)
        and not group.abbreviated
        and (short := _bracketed(source, group.end))
    }


def _bracketed(text: str, at: int) -> str:
    """Return the abbreviation in brackets at a place."""
    found = _ABBREVIATION.match(text, at)
    return found[1] if found else ""


def _mistaken(target: Target, found: Rendering, choice: _Chosen) -> Term | None:
    """Return the concept that a term may stand for by mistake, of its field: lens is no slip for proteinuria."""
    group, _, term = choice
    base, lang = target.finder.base, target.finder.target_lang
    meant = (term, *(entry.term for entry in group.entries))
    return next((t for t in meant if not t.domain or base.domain_of(found.form, lang, t)), None)
