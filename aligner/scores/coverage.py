"""How much of each side has a counterpart, in 0 to 1: the share of its characters that stand in two-sided pairs.

Counted in characters without white space, so that a lost label weighs little and a lost sentence by its length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from aligner.model import Pair, Score, Side
from aligner.scores._score import ScoreContext, Scorer, share, signature, two_sided


def compute(pairs: Sequence[Pair], context: ScoreContext) -> Iterator[Score]:
    """Yield `coverage_source` and `coverage_target`."""
    for side in get_args(Side):
        yield _of_side(pairs, side)


def _of_side(pairs: Sequence[Pair], side: Side) -> Score:
    sizes = [sum(len("".join(segment.text.split())) for segment in pair.segments(side)) for pair in pairs]
    covered = [two_sided(pair) for pair in pairs]
    in_pairs = sum(size for size, both in zip(sizes, covered, strict=True) if both)
    per_pair = tuple(float(both) if size else None for size, both in zip(sizes, covered, strict=True))
    how = signature(share="characters", n=sum(sizes))
    return Score(f"coverage_{side}", share(in_pairs, sum(sizes)), how, per_pair=per_pair)


SCORE = Scorer(
    "coverage",
    "how much of each side has a counterpart",
    compute,
    figures=("coverage_source", "coverage_target"),
    best=1,
)
