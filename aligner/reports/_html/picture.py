"""The picture of the alignment: sentences as blocks in two rows, and bands between those that are paired.

It comes in pieces of a phone's width, which stand beside each other where there is room.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from aligner.model import Pair, Segment, Side
from aligner.reports._html.markup import element, safe
from aligner.reports._html.view import SIDES, View, is_empty, worst

_PIECE = 320.0  # the widest piece
_TOP, _BAR, _GAP, _HEIGHT = 2, 9, 26, 64
_LEVELS = (0.5, 0.75, 0.9)  # confidences from which a band is darker
_NARROWEST, _WIDEST = 7.0, 150.0
_NARROWEST_MEAN, _WIDEST_MEAN = 10.0, 60.0


@dataclass(frozen=True, slots=True)
class _Bead:
    """A pair, how wide its place is, and how wide each of its sides is drawn in it."""

    pair: Pair
    width: float
    extents: Mapping[Side, float]


def picture(view: View) -> str:
    """Return the picture with what it shows in words; nothing where there are no pairs."""
    if not view.result.pairs:
        return ""
    pieces = "".join(_piece(beads, view) for beads in _pieces(view))
    drawn = element(
        "div", pieces, class_="picture", tabindex=0, role="group", aria_label=view.say("picture"),
    )  # fmt: skip
    return f"{element('p', _caption(view), class_='hint')}\n{drawn}\n{_legend(view)}\n{_in_words(view)}"


def level(confidence: float) -> int:
    """Return how dark the band of a confidence is, from 0 to 3.

    >>> level(0.4), level(0.5), level(0.97)
    (0, 1, 3)
    """
    return sum(confidence >= bound for bound in _LEVELS)


def _caption(view: View) -> str:
    document = view.result.document
    return safe(
        view.say("picture_caption", source=view.say(document.source_lang), target=view.say(document.target_lang))
    )


def _legend(view: View) -> str:
    bounds = [view.say("below", value="0.50"), "0.50–0.74", "0.75–0.89", "0.90–1.00"]
    keys = [_key(f"q{dark}", text) for dark, text in enumerate(bounds)]
    keys = [*reversed(keys), _key("none", view.say("unpaired"))]
    items = "".join(f"<li>{key}</li>" for key in keys)
    return f'<ul class="legend" role="list" aria-label="{safe(view.say("confidence"))}">{items}</ul>'


def _key(name: str, text: str) -> str:
    return f'<svg class="key" aria-hidden="true"><rect class="{name}" width="22" height="12"/></svg>{safe(text)}'


def _in_words(view: View) -> str:
    pairs = view.result.pairs
    shapes: dict[str, int] = {}
    for pair in pairs:
        shape = f"{len(pair.source)}–{len(pair.target)}"
        shapes[shape] = shapes.get(shape, 0) + 1
    told = view.say("and").join(view.say("shape", shape=s, n=n) for s, n in sorted(shapes.items(), key=lambda i: -i[1]))
    parts = [safe(view.say("shapes", shapes=told))]
    for name, lone in (
        ("pairs_none_target", [p.id for p in pairs if p.source and not p.target]),
        ("pairs_none_source", [p.id for p in pairs if p.target and not p.source]),
    ):
        if lone:
            before, after = view.say(name, pairs="\0").split("\0")
            parts.append(f"{safe(before)}{view.links(lone)}{safe(after)}")
    return element("p", view.say("space").join(parts))


def _beads(pairs: Sequence[Pair]) -> Iterator[_Bead]:
    """Yield each pair with its size, where each side is measured by its own mean."""
    width = min(max(900 / len(pairs), _NARROWEST_MEAN), _WIDEST_MEAN)
    means = {side: max(sum(len(p.text(side)) for p in pairs) / len(pairs), 1.0) for side in SIDES}
    for pair in pairs:
        shares = {side: len(pair.text(side)) / means[side] for side in SIDES}
        longest = max(*shares.values(), 0.001)
        room = round(min(max(longest * width, _NARROWEST), _WIDEST), 1)
        yield _Bead(pair, room, {side: max((room - 2) * shares[side] / longest, 3.0) for side in SIDES})


def _pieces(view: View) -> Iterator[list[_Bead]]:
    """Yield the beads that fit on a piece."""
    piece, used = list[_Bead](), 0.0
    for bead in _beads(view.result.pairs):
        if piece and used + bead.width > _PIECE:
            yield piece
            piece, used = [], 0.0
        piece.append(bead)
        used += bead.width
    yield piece


def _piece(beads: Sequence[_Bead], view: View) -> str:
    starts = list(accumulate((bead.width for bead in beads), initial=0.0))
    label = view.say("picture_label", first=beads[0].pair.id, last=beads[-1].pair.id)
    drawn = "".join(_drawn(bead, start, view) for bead, start in zip(beads, starts, strict=False))
    return (
        f'<svg role="img" aria-label="{safe(label)}" width="{starts[-1]:g}" height="{_HEIGHT}" '
        f'viewBox="0 0 {starts[-1]:g} {_HEIGHT}">{drawn}</svg>'
    )


def _drawn(bead: _Bead, left: float, view: View) -> str:
    pair, extents, middle = bead.pair, bead.extents, left + bead.width / 2
    parts = [element("title", safe(_title(pair, view)))]
    if not is_empty(pair):
        parts.append(_band(middle, extents["source"], extents["target"], level(pair.score)))
    for side in SIDES:
        top = _TOP if side == "source" else _TOP + _BAR + _GAP
        parts += _blocks(pair.segments(side), middle - extents[side] / 2, extents[side], top, lone=is_empty(pair))
    if severity := worst(view.findings_of(pair.id)):
        above = _TOP + _BAR + _GAP / 2 - 5
        parts.append(f'<use href="#s-{severity}" x="{middle - 5:.1f}" y="{above:g}" width="10" height="10"/>')
    if pair.id % 5 == 0 or pair.id == 1:
        parts.append(f'<text x="{middle:.1f}" y="{_HEIGHT - 5}">{pair.id}</text>')
    return f'<g data-p="{view.prefix}p{pair.id}">{"".join(parts)}</g>'


def _title(pair: Pair, view: View) -> str:
    shape = f"{len(pair.source)}–{len(pair.target)}"
    parts = [view.say("pair", n=pair.id), shape]
    if pair.source and pair.target:
        parts.append(view.say("confidence_of", value=f"{pair.score:.2f}"))
    else:
        parts.append(view.say("none_target" if pair.source else "none_source"))
    rules = dict.fromkeys(f.rule for f in view.findings_of(pair.id))
    return " · ".join([*parts, *rules])


def _band(middle: float, above: float, below: float, dark: int) -> str:
    top, bottom = _TOP + _BAR, _TOP + _BAR + _GAP
    corners = [(-above, top), (above, top), (below, bottom), (-below, bottom)]
    points = " ".join(f"{middle + width / 2:.1f} {y}" for width, y in corners)
    return f'<path class="q{dark}" d="M{points}Z"/>'


def _blocks(segments: Sequence[Segment], left: float, extent: float, top: float, *, lone: bool) -> Iterator[str]:
    total = sum(len(segment.text) for segment in segments) or 1
    for segment in segments:
        width = extent * len(segment.text) / total
        yield (
            f'<rect class="{"none" if lone else "s"}" x="{left + 0.4:.1f}" y="{top}" '
            f'width="{max(width - 0.8, 0.8):.1f}" height="{_BAR}"/>'
        )
        left += width
