"""Inline tags of a CAT tool's file that are missing, added or closed in the wrong order.

What it finds
    A tag of the source that the translation lacks, one that only the translation has, and pairs of tags that are
    closed in another order than they were opened, or closed before they are opened. A single tag (an image, a
    variable) and half of a pair are major, a line break and a pair with what stands in it minor.

Why it matters
    Tags carry formatting, links, footnotes, images and variables. Where one is lost or broken, the file cannot be
    turned back into the original format, or the text comes out without them.

What it leaves alone
    Tags in another order, as the translation needs it, as long as pairs stay nested; and what is broken in the source
    already. Files without inline tags have nothing to compare.

How to fix it
    Copy the tag from the source to where it belongs in the translation; delete one that the source has not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from aligner.model import Context, Example, Hit, Pair, Rule, Severity, Side, Span, Tag
from aligner.text.placeholders import tags_of

_SIDES: tuple[Side, Side] = ("source", "target")


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    if not (pair.source and pair.target):
        return
    source, target = (tags_of(pair, side) for side in _SIDES)
    yield from _hits(pair, "source", _without(source, target), "missing in the translation")
    yield from _hits(pair, "target", _without(target, source), "not in the source")
    broken = _broken(_common(target, source))
    if broken and not _broken(_common(source, target)):
        where = Span(broken.at, broken.at, "")
        yield Hit(
            f"the tag {broken.shown} closes before what was opened inside it, or before it was opened", None, where
        )


def _without(own: Sequence[Tag], other: Sequence[Tag]) -> list[Tag]:
    """Return the tags that the other side has not, or not as often; the last ones of several alike."""
    spare = Counter((tag.kind, tag.id) for tag in other)
    found = []
    for tag in own:
        spare[tag.kind, tag.id] -= 1
        if spare[tag.kind, tag.id] < 0:
            found.append(tag)
    return found


def _hits(pair: Pair, side: Side, tags: Sequence[Tag], what: str) -> Iterator[Hit]:
    """Yield a hit a tag, and one for the two tags of a pair."""
    ends = {tag.id: tag for tag in tags if tag.kind == "close"}
    starts = {tag.id for tag in tags if tag.kind == "open"}
    for tag in tags:
        if tag.kind == "close" and tag.id in starts:
            continue
        end = ends.get(tag.id) if tag.kind == "open" else None
        both = end is not None and end.at >= tag.at
        severity: Severity = "minor" if both or tag.kind == "break" else "major"
        named = f"the tags {tag.shown} and {end.shown} are" if end is not None and both else f"the tag {tag.shown} is"
        until = end.at if end is not None and both else tag.at + (tag.kind == "break")
        span = Span.of(pair.text(side), tag.at, until)
        source, target = (span, None) if side == "source" else (None, span)
        yield Hit(f"{named} {what}", source, target, severity=severity)


def _common(own: Sequence[Tag], other: Sequence[Tag]) -> list[Tag]:
    """Return the halves of the pairs that both sides have once and whole."""
    counts = [Counter((tag.kind, tag.id) for tag in tags) for tags in (own, other)]
    return [tag for tag in own if all(c["open", tag.id] == c["close", tag.id] == 1 for c in counts)]


def _broken(tags: Sequence[Tag]) -> Tag | None:
    """Return the first tag that closes what is not the innermost open pair."""
    opened: list[str] = []
    for tag in tags:
        if tag.kind == "open":
            opened.append(tag.id)
        elif tag.kind == "close" and (not opened or opened.pop() != tag.id):
            return tag
    return None


RULE = Rule(
    id="inline-tags",
    title="Inline tags missing, added or broken",
    category="Design and markup/Markup tag",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example('Take <g id="1">aspirin</g> daily.', "每日服用阿司匹林。"),
        Example('Fever<x id="2"/> and cough', "发热和咳嗽"),
        Example("发热和咳嗽", 'Fever<x id="2"/> and cough'),
        Example(
            '<bx id="1"/>Rest <bx id="2"/>helps<ex id="2"/>.<ex id="1"/>',
            '<bx id="1"/>休息<bx id="2"/>有益<ex id="1"/>。<ex id="2"/>',
        ),
    ),
    good=(
        Example('Take <g id="1">aspirin</g> daily.', '每日服用<g id="1">阿司匹林</g>。'),
        Example('<g id="1">Rest</g> and <g id="2">warmth</g> help.', '<g id="2">保暖</g>和<g id="1">休息</g>有益。'),
        Example('发热<x id="2"/>和咳嗽', 'Fever and<x id="2"/> cough'),
    ),
    source="MQM: Design and markup",
)
