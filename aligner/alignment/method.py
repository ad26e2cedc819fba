"""What an alignment method is: a file in `methods/` that assigns one `METHOD`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from aligner.alignment.bead import Bead
from aligner.model import Segment

Progress = Callable[[float], None]
Align = Callable[[Sequence[Segment], Sequence[Segment], Any, Progress], list[Bead]]


def unseen(share: float) -> None:
    """Take note of no progress."""


class Encoder(Protocol):
    """What makes vectors of sentences, as the models of sentence-transformers do."""

    def encode(self, sentences: list[str], /) -> Any:
        """Return an array with a row for each sentence."""


@dataclass(frozen=True, slots=True)
class Method:
    """A way to pair English with Chinese segments.

    `align` takes English and Chinese segments, the lexicon of the run, and what is told the share of the work that is
    done; it returns beads in order that hold every segment once, scored from 0 to 1. `uses_lexicon` says whether it
    looks into the lexicon at all, `keeps_locks` whether it heeds the kinds of segments (see `roles`), by which anchors
    of the user are kept. A method with `load` takes an encoder in the lexicon's place, which `load` gets by (name,
    download=...).
    """

    id: str
    title: str
    align: Align
    uses_lexicon: bool = True
    keeps_locks: bool = True
    load: Callable[..., Any] | None = None
