"""Cells of a table: where a row meets a row with as many cells, each meets the one in its place.

A cell may be a word or a number, of which the table has many; where it stands says more than what it says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from aligner.alignment.bead import Bead, alone
from aligner.model import Segment

_SCORE = 0.5
Row = tuple[int, int]  # the number of a table, and that of a row in it


def straightened(beads: Sequence[Bead], english: Sequence[Segment], chinese: Sequence[Segment]) -> list[Bead]:
    """Pair the cells of rows by their places, where half of them meet so already.

    >>> from aligner.model import Block
    >>> def row(lang, *texts):
    ...     blocks = [Block(text, cell=(1, 1, column)) for column, text in enumerate(texts)]
    ...     return [Segment(block, 0, block.text, lang, number) for number, block in enumerate(blocks)]
    >>> english, chinese = row("en", "Drug", "Use", "Note"), row("zh", "药物", "用法", "备注")
    >>> found = straightened([Bead(0, 1, 0, 1), Bead(1, 2, 1, 1), Bead(2, 2, 1, 2), Bead(2, 3, 2, 3)], english, chinese)
    >>> [bead[:4] for bead in found]
    [(0, 1, 0, 1), (1, 2, 1, 2), (2, 3, 2, 3)]
    """
    rows = _rows(english), _rows(chinese)
    found = list(beads)
    for e_row, z_row in _meeting(beads, english, chinese):
        if e_row in rows[0] and z_row in rows[1]:
            found = _by_place(found, rows[0][e_row], rows[1][z_row], english, chinese)
    return found


def _rows(segments: Sequence[Segment]) -> Mapping[Row, range]:
    """Return the segments of the rows with several cells, each of which is one segment."""
    found: dict[Row, list[int]] = defaultdict(list)
    for number, segment in enumerate(segments):
        if segment.block.cell:
            found[segment.block.cell[:2]].append(number)
    return {
        row: range(own[0], own[-1] + 1)
        for row, own in found.items()
        if len(own) > 1 and own[-1] - own[0] + 1 == len(own) == len({_column(segments[number]) for number in own})
    }


def _column(segment: Segment) -> int:
    return segment.block.cell[2] if segment.block.cell else 0


def _meeting(beads: Sequence[Bead], english: Sequence[Segment], chinese: Sequence[Segment]) -> list[tuple[Row, Row]]:
    """Return the rows of which most cells meet each other."""
    votes: Counter[tuple[Row, Row]] = Counter()
    for bead in beads:
        cells = (english[bead.e0].block.cell, chinese[bead.z0].block.cell) if not bead.empty else (None, None)
        if cells[0] and cells[1]:
            votes[cells[0][:2], cells[1][:2]] += 1
    ranked = [pair for pair, _ in votes.most_common()]
    return [
        pair
        for pair in ranked
        if pair == next(p for p in ranked if p[0] == pair[0]) == next(p for p in ranked if p[1] == pair[1])
    ]


def _by_place(
    beads: list[Bead], e_row: range, z_row: range, english: Sequence[Segment], chinese: Sequence[Segment]
) -> list[Bead]:
    """Pair two rows by the places of their cells; what one of these was paired with besides is left alone."""
    own = [number for number, bead in enumerate(beads) if _touches(bead, e_row, z_row)]
    first, last = own[0], own[-1] + 1
    inside = beads[first:last]
    if [_column(english[e]) for e in e_row] != [_column(chinese[z]) for z in z_row]:
        return beads
    known = {bead[:4]: bead for bead in inside}
    wanted = [(e, e + 1, z, z + 1) for e, z in zip(e_row, z_row, strict=True)]
    met = sum(place in known for place in wanted)
    if met * 2 < len(wanted) or any(max(bead.shape) > 1 for bead in inside):
        return beads
    before = alone(Bead(inside[0].e0, e_row.start, inside[0].z0, z_row.start))
    behind = alone(Bead(e_row.stop, inside[-1].e1, z_row.stop, inside[-1].z1))
    return [
        *beads[:first],
        *before,
        *(known.get(place) or Bead(*place, _SCORE) for place in wanted),
        *behind,
        *beads[last:],
    ]


def _touches(bead: Bead, e_row: range, z_row: range) -> bool:
    return any(e in e_row for e in range(bead.e0, bead.e1)) or any(z in z_row for z in range(bead.z0, bead.z1))
