"""Words with an opposite: counts them on both sides of a pair, and tells where the translation has the opposite.

Only where the pair settles it. The source has one pole and the translation the other, and nothing on either side
explains that; or both have both poles, as many words in all, and one of them stands for its opposite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from aligner.checks._links import Clauses, Links, links
from aligner.model import Context, Hit, Lang, Pair, Place, Span

_NEAR = 3  # words between a word and its neighbours


@dataclass(frozen=True)
class Pole:
    """One of two opposites as each language writes it, in regular expressions.

    English ones ignore case, and stand for the whole words that begin with what they match.
    `explained` is what may stand for the pole without saying so: abbreviations, looser words. It never makes a finding,
    and it prevents one where one side has more of it than the other.
    """

    en: str
    zh: str
    explained: str = ""

    def places(self, text: str, lang: Lang) -> list[tuple[int, int]]:
        """Return where a text says this pole."""
        pattern = self._english if lang == "en" else self._chinese
        return [found.span() for found in pattern.finditer(text)]

    def hints(self, text: str) -> int:
        """Return how often a text may mean this pole in looser words."""
        return len(self._looser.findall(text)) if self.explained else 0

    # Each is compiled when it is first asked for: few texts need the patterns of all poles.

    @cached_property
    def _english(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self.en})\w*", re.IGNORECASE)

    @cached_property
    def _chinese(self) -> re.Pattern[str]:
        return re.compile(self.zh)

    @cached_property
    def _looser(self) -> re.Pattern[str]:
        return re.compile(self.explained)


@dataclass(frozen=True)
class Opposition:
    """Two poles; `exchange` holds what to write for a word in place of its opposite, in either language.

    What stands within words of the first pole is none of the second: *significant* in *no significant difference*.
    A key that ends in a hyphen is a stem, whose words have the same endings as those of its opposite. `relations` says
    what either pole is to the other, where the translation has it. `kin`, in regular expressions, is all that may be
    said of either pole: with it, what stands beside the rendering of the same words is compared as well.
    """

    poles: tuple[Pole, Pole]
    exchange: Mapping[str, str] = field(default_factory=dict)
    relations: tuple[str, str] = ("its opposite", "its opposite")
    kin: tuple[str, str] | None = None

    def places(self, text: str, lang: Lang) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Return where a text says either pole."""
        one, other = self.poles
        first = one.places(text, lang)
        second = [(a, b) for a, b in other.places(text, lang) if not any(a < end and start < b for start, end in first)]
        return first, second

    def opposite(self, written: str) -> str | None:
        """Return a word or phrase with its pole exchanged, None where it is not known how that is written."""
        both = {**self.exchange, **{b: a for a, b in self.exchange.items()}}
        words = "|".join(
            stem if (stem := word.removesuffix("-")) != word else rf"{word}(?![a-z])"
            for word in sorted(both, key=len, reverse=True)
        )
        found = re.search(rf"(?<!\bun)(?:{words})", written, re.IGNORECASE) if both else None
        if not found:
            return None
        word = found.group().lower()
        other = both.get(word) or both[f"{word}-"].removesuffix("-")
        other = other.capitalize() if found.group()[0].isupper() else other
        return written[: found.start()] + other + written[found.end() :]


@dataclass(frozen=True)
class _Said:
    """Where one side says each of the poles."""

    text: str
    places: tuple[list[tuple[int, int]], list[tuple[int, int]]]
    poles: tuple[Pole, Pole]

    @cached_property
    def hints(self) -> tuple[int, int]:
        """How often the rest of the text may mean either pole; asked for only where it matters."""
        rest = self.text
        for start, end in (*self.places[0], *self.places[1]):
            rest = rest[:start] + " " * (end - start) + rest[end:]
        return self.poles[0].hints(rest), self.poles[1].hints(rest)

    @property
    def counts(self) -> tuple[int, int]:
        return len(self.places[0]), len(self.places[1])

    def order(self) -> list[tuple[tuple[int, int], int]]:
        """Return all places with the number of their pole, in the order of the text."""
        return sorted((span, pole) for pole in (0, 1) for span in self.places[pole])


def reversals(pair: Pair, context: Context, oppositions: Sequence[Opposition]) -> Iterator[Hit]:
    """Yield a hit for each opposition of which the translation has the wrong pole."""
    if not pair.source or not pair.target:
        return
    texts = pair.source_text, pair.target_text
    for opposition in oppositions:
        source = _said(texts[0], context.source_lang, opposition)
        if not any(source.counts):
            continue
        target = _said(texts[1], context.target_lang, opposition)
        if source.counts == target.counts and 0 in source.counts:
            continue  # what both say, and nothing of the opposite
        found = _all_reversed(source, target) or _one_reversed(source, target)
        if not found and opposition.kin and context.lexicon is not None:
            found = _beside_the_same(source, target, context, opposition.kin)
        if found:
            yield _hit(pair, source, target, found, opposition)


def _said(text: str, lang: Lang, opposition: Opposition) -> _Said:
    return _Said(text, opposition.places(text, lang), opposition.poles)


_Spans = list[tuple[int, int]]


def _all_reversed(source: _Said, target: _Said) -> tuple[_Spans, _Spans] | None:
    """Return what the source says and the opposite in the translation, where each has one pole alone."""
    for pole in (0, 1):
        other = 1 - pole
        only = source.counts[pole] and not source.counts[other] and source.hints[other] <= target.hints[other]
        if only and target.counts[other] and not target.counts[pole] and target.hints[pole] <= source.hints[pole]:
            return source.places[pole], target.places[other]
    return None


def _one_reversed(source: _Said, target: _Said) -> tuple[_Spans, _Spans] | None:
    """Return the one word that stands for its opposite, where both have as many, in the same order but for it."""
    if sum(source.counts) != sum(target.counts) or source.hints != target.hints:
        return None
    both = zip(source.order(), target.order(), strict=True)
    differing = [(a, b) for (a, one), (b, other) in both if one != other]
    if len(differing) != 1:
        return None
    return [differing[0][0]], [differing[0][1]]


def _beside_the_same(
    source: _Said, target: _Said, context: Context, kin: tuple[str, str]
) -> tuple[_Spans, _Spans] | None:
    """Return a word whose opposite stands in the translation beside the rendering of the same words.

    The translation must say the opposite more often than the source does, or the word itself less often, and neither
    clause may hold anything that tells of both.
    """
    surplus = [target.counts[k] > source.counts[k] + source.hints[k] for k in (0, 1)]
    lacking = [target.counts[k] + target.hints[k] < source.counts[k] for k in (0, 1)]
    if not any((surplus[1 - k] or lacking[k]) and source.counts[k] and target.counts[1 - k] for k in (0, 1)):
        return None
    found = links(source.text, target.text, context.source_lang, context.lexicon)
    here = source, Clauses(source.text, context.source_lang, found.words)
    there = target, Clauses(target.text, context.target_lang, found.others)
    forth = {place: _beside(place, here, there, found) for place in source.order()}
    back = {place: _beside(place, there, here, found.turned()) for place in target.order()}
    for said, written in _facing(forth, back):
        pole = said[1]
        sure = forth[said] == written and back[written] == said
        if written[1] == pole or not (surplus[1 - pole] or (lacking[pole] and sure)):
            continue
        if not _tells(here, said[0], kin[1 - pole]) and not _tells(there, written[0], kin[pole]):
            return [said[0]], [written[0]]
    return None


_Place = tuple[tuple[int, int], int]
"""Where a text says a pole, and which."""


def _facing(
    forth: Mapping[_Place, _Place | None], back: Mapping[_Place, _Place | None]
) -> Iterator[tuple[_Place, _Place]]:
    """Yield the places that answer each other from either side, and from the other side to none else."""
    for said, met in forth.items():
        either = [place for place, answer in back.items() if place == met or answer == said]
        if len(either) == 1 and met in (either[0], None) and back[either[0]] in (said, None):
            yield said, either[0]


def _tells(side: tuple[_Said, Clauses], place: tuple[int, int], kin: str) -> bool:
    """Whether the clause of a place has, besides it, what may be said of a pole."""
    text, clauses = side[0].text, side[1]
    start, end = clauses.clauses[clauses.clause(place[0])]
    return bool(re.search(kin, text[start : place[0]] + " " + text[place[1] : end]))


def _beside(place: _Place, own: tuple[_Said, Clauses], other: tuple[_Said, Clauses], found: Links) -> _Place | None:
    """Return the place of the other text that stands beside what is linked to the neighbours of one of this text."""
    (text, here), said = own, place[0]
    near = [
        k for k in found.partner
        if here.clause(here.words[k].start) == here.clause(said[0])
        and abs(k - here.rank(said[0]) + 0.5) < _NEAR
        and not any(a <= here.words[k].start < b for (a, b), _ in text.order())
    ]  # fmt: skip
    met = {met for k in near if (met := _nearest(other[0], other[1], found.partner[k]))}
    return met.pop() if len(met) == 1 else None


def _nearest(text: _Said, there: Clauses, word: int) -> _Place | None:
    """Return the place that stands nearest to a word, within its clause."""
    clause = there.clause(there.words[word].start)
    apart = {
        place: abs(word - there.rank(place[0][0]) + 0.5)
        for place in text.order()
        if there.clause(place[0][0]) == clause
    }
    best = min(apart, key=lambda place: apart[place], default=None)
    if best is None or apart[best] >= _NEAR:
        return None
    others = [apart[place] for place in apart if place[1] != best[1]]
    return best if apart[best] + 1 < min(others, default=_NEAR + 2) else None


def _hit(pair: Pair, source: _Said, target: _Said, found: tuple[_Spans, _Spans], opposition: Opposition) -> Hit:
    said = [Span.of(source.text, *span) for span in found[0]]
    written = [Span.of(target.text, *span) for span in found[1]]
    places: tuple[Place, ...] = ()
    if len(written) > 1:
        sources = said if len(said) == len(written) else [said[0]] * len(written)
        places = tuple(Place(pair.id, a, b) for a, b in zip(sources, written, strict=True))
    relation = opposition.relations[0 if found[1][0] in target.places[0] else 1]
    message = f"the source has “{said[0].text}”, the translation has “{written[0].text}”, {relation}"
    suggestion = opposition.opposite(written[0].text)
    if suggestion and _breaks_article(target.text[: written[0].start], written[0].text, suggestion):
        suggestion = None
    return Hit(message, source=said[0], target=written[0], places=places, suggestion=suggestion)


def _breaks_article(before: str, written: str, suggestion: str) -> bool:
    """Whether the article before a word would not go with the other: *an increase*, *a decrease*."""
    vowels = written[0] in "aeiouAEIOU", suggestion[0] in "aeiouAEIOU"
    return vowels[0] != vowels[1] and bool(re.search(r"\ban? $", before, re.IGNORECASE))
