"""What an alignment method is: a file in `methods/` that assigns one `METHOD`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aligner.alignment.bead import Bead
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Segment

Align = Callable[[Sequence[Segment], Sequence[Segment], Lexicon], list[Bead]]


@dataclass(frozen=True, slots=True)
class Method:
    """A way to pair English with Chinese segments.

    `align` takes English and Chinese segments and the lexicon of the run, and returns beads in order that hold
    every segment once, scored from 0 to 1. `uses_lexicon` says whether it looks into the lexicon at all,
    `keeps_locks` whether it heeds the kinds of segments (see `roles`), by which anchors of the user are kept.
    """

    id: str
    title: str
    align: Align
    uses_lexicon: bool = True
    keeps_locks: bool = True
