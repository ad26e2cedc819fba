"""What an alignment method is: a file in `methods/` that assigns one `METHOD`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from aligner.alignment.bead import Bead
from aligner.model import Segment
from aligner.neural import Running

Progress = Callable[[float], None]
Align = Callable[[Sequence[Segment], Sequence[Segment], Any, Progress], list[Bead]]


def unseen(share: float) -> None:
    """Take note of no progress."""


@dataclass(frozen=True, slots=True)
class Method:
    """A way to pair English with Chinese segments.

    `align` takes English and Chinese segments, the lexicon of the run, and what is told the share of the work that is
    done; it returns beads in order that hold every segment once, scored from 0 to 1. `uses_lexicon` says whether it
    looks into the lexicon at all, `keeps_locks` whether it heeds the kinds of segments (see `roles`), by which anchors
    of the user are kept. A method with `load` takes an encoder in the lexicon's place, which that gets by its name and
    how it is to run.
    """

    id: str
    title: str
    align: Align
    uses_lexicon: bool = True
    keeps_locks: bool = True
    load: Callable[[str | None, Running], Any] | None = None
