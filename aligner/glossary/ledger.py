"""The ledger of abbreviations: for each side of a document, where one is introduced, for what, and where it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from aligner.model import Abbreviation, Lang, Match, Pair, Place, Side, Span, other_lang
from aligner.text.abbreviations import Introduction, introductions, uses

_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")


@dataclass(slots=True)
class _Entry:
    """An entry while the document is read."""

    written: str
    expansions: list[str] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    introduced: list[Place] = field(default_factory=list)
    uses: list[Place] = field(default_factory=list)
    bracketed: bool = False


def ledger(pairs: Sequence[Pair], matches: Sequence[Match], source_lang: Lang) -> tuple[Abbreviation, ...]:
    """Return the abbreviations of both sides, the source's first, each side in order of first use.

    >>> from aligner.model import Block, Segment
    >>> text = "Magnetic resonance imaging (MRI) was done. MRI was normal."
    >>> pair = Pair(1, (Segment(Block(text), 0, text, "en"),), (), 0.0, "lines")
    >>> [(a.key, a.expansions, len(a.uses)) for a in ledger([pair], [], "en")]
    [('MRI', ('Magnetic resonance imaging',), 2)]
    """
    named: dict[int, list[Match]] = {}
    for match in matches:
        named.setdefault(match.pair, []).append(match)
    found: list[Abbreviation] = []
    for side in _sides():
        entries: dict[str, _Entry] = {}
        lang = source_lang if side == "source" else other_lang(source_lang)
        for pair in pairs:
            _read(pair, side, lang, named.get(pair.id, []), entries)
        found += [_frozen(key, side, entry) for key, entry in entries.items()]
    return tuple(found)


def _sides() -> Iterator[Side]:
    yield "source"
    yield "target"


def _read(pair: Pair, side: Side, lang: Lang, matches: Sequence[Match], entries: dict[str, _Entry]) -> None:
    """Enter the abbreviations of one text."""
    text = pair.text(side)
    introduced = {i.start: i for i in introductions(text, lang)}
    for key, start, end in uses(text):
        span = Span.of(text, start, end)
        entry = entries.setdefault(key, _Entry(span.text))
        place = Place(pair.id, span) if side == "source" else Place(pair.id, None, span)
        entry.uses.append(place)
        if start in introduced:
            entry.introduced.append(place)
            _name(entry, text, introduced[start], lang, [(_span(m, side), m) for m in matches])
    for bracket in _BRACKETED.finditer(text):
        for key, _, _ in uses(bracket.group()):
            if key in entries:
                entries[key].bracketed = True


def _span(match: Match, side: Side) -> Span | None:
    return match.source if side == "source" else match.target


def _name(
    entry: _Entry, text: str, introduction: Introduction, lang: Lang, spans: Sequence[tuple[Span | None, Match]]
) -> None:
    """Enter what an abbreviation is introduced for: the term that ends before the bracket, or the English words."""
    for span, match in spans:
        if span and span.end == introduction.long_end and match.status != "abbreviation":
            entry.expansions.append(span.text)
            entry.terms.append(match.term.id)
            return
    long = text[introduction.long_start : introduction.long_end]
    if lang == "en" or long.isascii():  # where a Chinese name begins, only a term can tell
        entry.expansions.append(long)


def _frozen(key: str, side: Side, entry: _Entry) -> Abbreviation:
    return Abbreviation(
        key,
        side,
        entry.written,
        tuple(dict.fromkeys(entry.expansions)),
        tuple(dict.fromkeys(entry.terms)),
        tuple(entry.introduced),
        tuple(entry.uses),
        entry.bracketed,
    )
