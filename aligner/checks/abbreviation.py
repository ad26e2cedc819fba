"""An abbreviation that the two sides do not introduce alike.

What it finds
    An abbreviation that the source introduces, as in *magnetic resonance imaging (MRI)*, and the translation uses
    without ever introducing it; one that is introduced with other letters (RMO as ROM); and, as a remark only, one
    that is introduced on one side and does not occur on the other.

Why it matters
    A reader meets letters that nobody explained, or takes them for another term. Journals ask for each abbreviation
    to be introduced once, at its first use.

What it leaves alone
    Plurals and spelling (NSAIDs and NSAID, SARS-CoV-2 and SARS-CoV2); abbreviations that stand unexplained in the
    source as well; those introduced and never used again on both sides; those that everybody knows, such as DNA;
    and an introduction that the translation adds to one that the source uses unexplained.

How to fix it
    Introduce it at its first use: `磁共振成像（magnetic resonance imaging，MRI）` or `磁共振成像（MRI）`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.model import Context, Example, Hit, Pair, Rule, Side, Span
from aligner.text.abbreviations import introductions, uses

_EVERYDAY = frozenset(
    """
    DNA RNA MRNA PCR HIV AIDS CT WHO UN EU UK USA US FDA CDC NIH COVID19 SARSCOV2 UNESCO UNICEF ID PDF SD CI OK AM PM
    """.split()  # noqa: SIM905 - a table of words is read as such
)
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")


@dataclass(frozen=True, slots=True)
class _Use:
    """An abbreviation in the text of a pair; `introduced` says that this is where it is explained."""

    key: str
    pair: int
    span: Span
    introduced: bool


@dataclass(frozen=True, slots=True)
class _Ledger:
    """What a side does with its abbreviations, in order of occurrence."""

    uses: tuple[_Use, ...]
    bracketed: frozenset[str]

    def first(self, key: str) -> _Use | None:
        return next((use for use in self.uses if use.key == key), None)

    def introductions(self) -> dict[str, _Use]:
        return {use.key: use for use in reversed(self.uses) if use.introduced}

    def keys(self, pair: int | None = None) -> set[str]:
        return {use.key for use in self.uses if pair is None or use.pair == pair}


def _ledger(pairs: Sequence[Pair], context: Context, side: Side) -> _Ledger:
    found: list[_Use] = []
    bracketed: set[str] = set()
    for pair in pairs:
        text = pair.text(side)
        introduced = {i.start for i in introductions(text, context.lang(side))}
        for key, start, end in uses(text):
            found.append(_Use(key, pair.id, Span.of(text, start, end), start in introduced))
        for bracket in _BRACKETED.finditer(text):
            bracketed.update(key for key, _, _ in uses(bracket.group()))
    return _Ledger(tuple(found), frozenset(bracketed))


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    source, target = (_ledger(pairs, context, side) for side in ("source", "target"))
    changed = dict(_changed(pairs, source, target))
    told: set[str] = set()
    for was, now in changed.values():
        told.update((was.key, now.key))
        yield _changed_hit(was, now)
    for key, use in source.introductions().items():
        if key not in told | _EVERYDAY and key not in target.bracketed:
            yield _not_introduced(use, target.first(key))
    known = source.keys()
    for key, use in target.introductions().items():
        if key not in told | _EVERYDAY and key not in known:
            message = f"{use.span.text} is introduced in the translation only"
            yield Hit(message, target=use.span, severity="neutral", pair=use.pair, subject=key)


def _not_introduced(use: _Use, used: _Use | None) -> Hit:
    """Return the hit for an abbreviation that only the source introduces, at its first use in the translation."""
    name = use.span.text
    if used is None:
        message = f"{name} is introduced in the source only; the translation does without it"
        return Hit(message, source=use.span, severity="neutral", pair=use.pair, subject=use.key)
    message = f"{name} is used in the translation without being introduced, as it is in the source"
    source = use.span if use.pair == used.pair else None
    return Hit(message, source=source, target=used.span, pair=used.pair, subject=use.key)


def _changed(
    pairs: Sequence[Pair], source: _Ledger, target: _Ledger
) -> Iterator[tuple[tuple[str, str], tuple[_Use, _Use]]]:
    """Yield abbreviations that stand in one pair, each on one side of the document only, with letters changed."""
    for pair in pairs:
        lost = source.keys(pair.id) - target.keys(pair.id)
        new = target.keys(pair.id) - source.keys()
        for key in sorted(new):
            was = next((k for k in sorted(lost) if _misspelt(k, key)), None)
            if was:
                uses_of = [
                    next(u for u in side.uses if (u.key, u.pair) == (k, pair.id))
                    for side, k in ((source, was), (target, key))
                ]
                yield (was, key), (uses_of[0], uses_of[1])


def _misspelt(key: str, other: str) -> bool:
    """Whether two abbreviations of one length differ in the order of their letters or in a single letter.

    >>> _misspelt("RMO", "ROM"), _misspelt("AST", "ALT"), _misspelt("IL6", "IL8")
    (True, True, False)
    """
    if len(key) != len(other) or len(key) < 3 or _digits(key) != _digits(other):
        return False
    return sorted(key) == sorted(other) or sum(a != b for a, b in zip(key, other, strict=True)) == 1


def _digits(key: str) -> str:
    return "".join(c for c in key if c.isdigit())


def _changed_hit(was: _Use, now: _Use) -> Hit:
    message = f"the source has {was.span.text}, the translation has {now.span.text}"
    return Hit(
        message,
        source=was.span,
        target=now.span,
        suggestion=was.span.text,
        severity="major",
        pair=now.pair,
        subject=f"{was.key} {now.key}",
    )


RULE = Rule(
    id="abbreviation",
    title="Abbreviations introduced differently",
    category="Terminology/Inconsistent use of terminology",
    severity="minor",
    scope="document",
    check=_check,
    bad=(
        Example(
            "Bone mineral density (BMD) was measured.\nBMD was low.",
            "测量骨密度。\nBMD降低。",
        ),
        Example("He had transient osteoporosis of the hip (TOH).", "患者有髋部一过性骨质疏松（THO）。"),
        Example(
            "测量骨密度（bone mineral density，BMD）。\nBMD降低。",
            "The density of bone was measured.\nBMD was low.",
        ),
    ),
    good=(
        Example(
            "Non-steroidal anti-inflammatory drugs (NSAIDs) were given.\nNSAIDs helped.",
            "给予非甾体抗炎药（NSAID）。\nNSAID有效。",
        ),
        Example("An MRI scan was made.", "行磁共振成像（MRI）检查。"),
        Example("行MRI检查。\n骨密度（BMD）降低。", "An MRI scan was made.\nBone mineral density (BMD) was low."),
    ),
    source="AMA Manual of Style, 11th edition, chapter 13",
)
