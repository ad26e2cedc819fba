"""What omission and addition share: a side that stands for nothing opposite, and how grave that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.model import Context, Hit, Pair, Segment, Severity, Side, Span, other_side
from aligner.text.quantities import quantities
from aligner.text.sections import section_of

_WEIGHTY_ROLES = ("body", "title")
_FORMULA = re.compile(r"\W*(?:此致|敬礼|顺祝|此复)\W*")  # what ends a Chinese letter
_BULLET = re.compile(r"\s*[-–—•·●▪◦*]\s")


def weight(segments: Sequence[Segment], *, has_terms: bool = False) -> Severity | None:
    """Return how grave the loss of the segments is, None where nothing is lost.

    An item of a list without a stop looks like a heading, and weighs as much as a sentence where it holds an amount,
    or behind a bullet a number or a term.
    """
    told = [s for s in segments if s.text.strip() and s.role != "front matter" and not _goes_without(s)]
    if not told:
        return None
    heavy = any(
        (s.role in _WEIGHTY_ROLES or _states(s, has_terms=has_terms)) and any(c.isalpha() for c in s.text) for s in told
    )
    return "major" if heavy else "minor"


def _states(segment: Segment, *, has_terms: bool) -> bool:
    """Say whether a heading or label tells what a sentence would."""
    found = quantities(segment.text, segment.lang)
    if _BULLET.match(segment.text) and (found or has_terms):
        return True
    return segment.role == "heading" and any(q.is_sure and (q.unit or q.comparison) for q in found)


def _goes_without(segment: Segment) -> bool:
    """Say whether a segment is only the word Abstract, or a formula of letters, whose loss is none."""
    named = segment.role in ("label", "heading") and section_of(segment.text) == "abstract"
    return named or bool(_FORMULA.fullmatch(segment.text))


def unmatched(pair: Pair, side: Side, context: Context, message: str) -> Iterator[Hit]:
    """Yield the hits for one side of a pair whose other side is empty, or lacks sentences that stand here.

    `message` has a gap for what is lost: a part of the text, or the row of a table, which is told at its first cell.
    A sentence that was moved is no hit.
    """
    part = f"part of the {'source' if side == 'source' else 'translation'}"
    for span in context.lone_in(pair, side):
        yield _hit(message.format(part), side, span, "major")
    severity = weight(pair.segments(side), has_terms=side == "source" and bool(context.matches_of(pair)))
    if pair.segments(other_side(side)) or severity is None or context.has_moved(pair):
        return
    row = _row(pair, side, context)
    if row and row[0].id != pair.id:
        return
    text = pair.text(side)
    whole = Span.of(text, 0, len(text))
    listed = f": {' | '.join(one.text(side) for one in row)}" if row else ""
    told = message.format("row of a table" if row else part)
    yield _hit(f"{told}{listed}", side, whole, "major" if row else severity)


def _hit(message: str, side: Side, span: Span, severity: Severity) -> Hit:
    source, target = (span, None) if side == "source" else (None, span)
    return Hit(message, source=source, target=target, severity=severity)


def _row(pair: Pair, side: Side, context: Context) -> list[Pair]:
    """Return the pairs of the row that a cell is in, where all of it has no counterpart; none where it has but one."""
    cell = pair.segments(side)[0].block.cell
    if not cell:
        return []
    beside = [one for one in context.pairs if any((s.block.cell or ())[:2] == cell[:2] for s in one.segments(side))]
    lost = not any(one.segments(other_side(side)) or context.has_moved(one) for one in beside)
    return beside if lost and len(beside) > 1 else []
