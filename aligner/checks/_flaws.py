"""What the rules about the look of a text share: a flaw of the target, and one finding for all its places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_letters

from aligner.model import Context, Hit, Pair, Place, Severity, Span
from aligner.text.languages import HAN as _HAN

HAN = re.compile(f"[{_HAN}]")
_WORD = 24  # letters of a word that are shown


@dataclass(frozen=True, slots=True)
class Flaw:
    """A stretch of the target that is wrong: `kind` is what all flaws of one finding share, and its subject.

    `source` is the stretch of the source that it stands for, where there is one.
    """

    kind: str
    message: str
    target: Span
    suggestion: str | None = None
    severity: Severity | None = None
    source: Span | None = None


def between(text: str, start: int, end: int, instead: str) -> tuple[Span, str]:
    """Return the span and the suggestion for what cannot be seen or is missing: with a character or word on each side.

    >>> between("骨髓 水肿", 2, 3, "")
    (Span(start=1, end=4, text='髓 水'), '髓水')
    >>> between("bone  marrow", 4, 6, " ")
    (Span(start=0, end=12, text='bone  marrow'), 'bone marrow')
    """
    first, last = max(0, start - 1), min(len(text), end + 1)
    before, behind = text[max(0, first - _WORD) : first + 1], text[last - 1 : last + _WORD]
    first -= max(0, len(before) - len(before.rstrip(ascii_letters)) - 1)
    last += max(0, len(behind) - len(behind.lstrip(ascii_letters)) - 1)
    return Span.of(text, first, last), text[first:start] + instead + text[end:last]


Find = Callable[[Pair, Context], Iterable[Flaw]]


def by_kind(find: Find) -> Callable[[Sequence[Pair], Context], Iterator[Hit]]:
    """Return the check of a rule of document scope that reports each kind of flaw once, with all its places."""

    def check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
        yield from told_once((pair, flaw) for pair in pairs if pair.target for flaw in find(pair, context))

    return check


def told_once(found: Iterable[tuple[Pair, Flaw]]) -> Iterator[Hit]:
    """Yield one hit a kind: at its place where there is one only, else about the document with its places.

    Where all places have one suggestion, the hit has it too.
    """
    kinds: dict[str, list[tuple[Pair, Flaw]]] = {}
    for pair, flaw in found:
        kinds.setdefault(flaw.kind, []).append((pair, flaw))
    for kind, flaws in kinds.items():
        pair, first = flaws[0]
        suggestions = {flaw.suggestion for _, flaw in flaws}
        hit = Hit(
            first.message, suggestion=first.suggestion if len(suggestions) == 1 else None, severity=first.severity
        )
        yield _placed(hit, kind, flaws) if len(flaws) > 1 else _single(hit, kind, pair, first)


def _single(hit: Hit, kind: str, pair: Pair, flaw: Flaw) -> Hit:
    return Hit(hit.message, flaw.source, flaw.target, hit.suggestion, hit.severity, pair.id, subject=kind)


def _placed(hit: Hit, kind: str, flaws: Sequence[tuple[Pair, Flaw]]) -> Hit:
    places = tuple(Place(pair.id, flaw.source, flaw.target) for pair, flaw in flaws)
    return Hit(hit.message, suggestion=hit.suggestion, severity=hit.severity, places=places, subject=kind)
