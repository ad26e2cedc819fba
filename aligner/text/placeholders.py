"""Inline tags in a text: each is one placeholder, which the stages between reading and reporting do not see.

They work on pairs without placeholders, save that a line break ends the line. There no word is split, and no number has
a neighbour that it has not in the file as people see it. What they find is then told in the offsets of the text as it
stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from aligner.model import PLACEHOLDER, Abbreviation, Block, Finding, Match, Pair, Place, Segment, Side, Span, Tag

_SIDES: tuple[Side, Side] = ("source", "target")
Spanning = TypeVar("Spanning", Finding, Match, Place)


def without(pairs: Sequence[Pair]) -> tuple[tuple[Pair, ...], Restore]:
    """Return pairs without their placeholders, and what leads from these back to the text as it stands.

    The blocks keep their tags, whose offsets are then those of what follows them.
    """
    tagged = {pair.id: pair for pair in pairs if any(s.block.tags for s in (*pair.source, *pair.target))}
    blocks = {id(s.block): s.block for pair in tagged.values() for s in (*pair.source, *pair.target) if s.block.tags}
    plain = {key: _bare(block) for key, block in blocks.items()}
    found = tuple(
        replace(pair, source=_segments(pair.source, plain), target=_segments(pair.target, plain))
        if pair.id in tagged
        else pair
        for pair in pairs
    )
    return found, Restore(tagged)


def tags_of(pair: Pair, side: Side) -> tuple[Tag, ...]:
    """Return the tags of one side of a pair without placeholders, their places counted from the start of its text."""
    found: list[Tag] = []
    begin = 0
    for segment in pair.segments(side):
        inside = (tag for tag in segment.block.tags if segment.start <= tag.at <= segment.end)
        found += (replace(tag, at=begin + tag.at - segment.start) for tag in inside)
        begin += len(segment.text) + 1
    return tuple(found)


def placed(pair: Pair, side: Side) -> Iterator[tuple[int, Tag]]:
    """Yield the places of the placeholders in the text of one side, with their tags."""
    text = pair.text(side)
    return ((tag.at, tag) for tag in tags_of(pair, side) if text.startswith(PLACEHOLDER, tag.at))


def bare(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return segments without their placeholders."""
    blocks = {id(s.block): _bare(s.block) for s in segments if s.block.tags}
    return _segments(segments, blocks)


def put_back(pairs: tuple[Pair, ...], source: Sequence[Segment], target: Sequence[Segment]) -> tuple[Pair, ...]:
    """Return pairs of `bare` segments as pairs of those that these were made of."""
    if not any(segment.block.tags for segment in (*source, *target)):
        return pairs
    return tuple(
        replace(
            pair,
            source=tuple(source[segment.index] for segment in pair.source),
            target=tuple(target[segment.index] for segment in pair.target),
        )
        for pair in pairs
    )


def _bare(block: Block) -> Block:
    """Return a block without the placeholders of its tags.

    >>> from aligner.model import Tag
    >>> block = _bare(Block("bone \\ufffcmarrow\\ufffc.", tags=(Tag(5, "open", "1", "b"), Tag(12, "close", "1", "b"))))
    >>> block.text, [tag.at for tag in block.tags]
    ('bone marrow.', [5, 11])
    """
    gone = _gone(block)
    breaks = {tag.at for tag in block.tags} - gone
    text = "".join("\n" if at in breaks else char for at, char in enumerate(block.text) if at not in gone)
    tags = tuple(replace(tag, at=tag.at - sum(at < tag.at for at in gone)) for tag in block.tags)
    return replace(block, text=text, tags=tags)


def _gone(block: Block) -> set[int]:
    """Return the places of the placeholders that leave nothing behind; a line break leaves the end of a line."""
    return {tag.at for tag in block.tags if tag.kind != "break"}


def _segments(segments: Sequence[Segment], plain: Mapping[int, Block]) -> tuple[Segment, ...]:
    return tuple(_without(s, plain[id(s.block)]) if id(s.block) in plain else s for s in segments)


def _without(segment: Segment, block: Block) -> Segment:
    gone = _gone(segment.block)
    start, end = (at - sum(place < at for place in gone) for at in (segment.start, segment.end))
    return replace(segment, block=block, start=start, text=block.text[start:end])


@dataclass(frozen=True, slots=True)
class Restore:
    """Leads from the offsets of pairs without placeholders back to those of the pairs as they are, by their ids."""

    pairs: Mapping[int, Pair]

    def findings(self, found: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings whose spans are those of the text as it stands."""
        if not self.pairs:
            return tuple(found)
        return tuple(replace(self._both(one, one.pair), places=self._places(one.places)) for one in found)

    def matches(self, found: Iterable[Match]) -> tuple[Match, ...]:
        """Return matches whose spans are those of the text as it stands."""
        return tuple(self._both(one, one.pair) for one in found) if self.pairs else tuple(found)

    def abbreviations(self, found: Iterable[Abbreviation]) -> tuple[Abbreviation, ...]:
        """Return entries of the ledger whose places are those of the text as it stands."""
        if not self.pairs:
            return tuple(found)
        return tuple(
            replace(one, introduced=self._places(one.introduced), uses=self._places(one.uses)) for one in found
        )

    def _places(self, places: tuple[Place, ...]) -> tuple[Place, ...]:
        return tuple(self._both(place, place.pair) for place in places)

    def _both(self, spanning: Spanning, pair_id: int | None) -> Spanning:
        """Lead the spans of both sides back."""
        source, target = (self._span(pair_id, side, getattr(spanning, side)) for side in _SIDES)
        return replace(spanning, source=source, target=target)

    def _span(self, pair_id: int | None, side: Side, span: Span | None) -> Span | None:
        """Return a span in the text as it stands; an empty one takes in the placeholders where it is."""
        if span is None or pair_id is None or pair_id not in self.pairs:
            return span
        pair = self.pairs[pair_id]
        text, kept = pair.text(side), _kept(pair.segments(side))
        if span.start < span.end:
            return Span.of(text, kept[span.start], kept[span.end - 1] + 1)
        start = kept[span.start - 1] + 1 if span.start else 0
        return Span.of(text, start, kept[span.start] if span.start < len(kept) else len(text))


def _kept(segments: Sequence[Segment]) -> list[int]:
    """Return the offsets, in the text of one side of a pair, of the characters that are no placeholders."""
    if not segments:
        return []
    first, last = segments[0], segments[-1]
    if all(s.block is first.block for s in segments):
        gone = _gone(first.block)
        return [at - first.start for at in range(first.start, last.end) if at not in gone]
    found, begin = list[int](), 0
    for segment in segments:
        if begin:
            found.append(begin - 1)  # the line feed between segments of two blocks
        found += (begin + at for at in _kept((segment,)))
        begin += len(segment.text) + 1
    return found
