"""How alike the two sides of the pairs are, in 0 to 1: the mean of the aligner's own score.

Labels such as `METHODS:` are left out where there is anything else, since they say nothing about the
translation; so are pairs with an empty side, which coverage counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean

from aligner.model import Pair, Score
from aligner.scores._score import ScoreContext, Scorer, signature, two_sided


def compute(pairs: Sequence[Pair], context: ScoreContext) -> Iterator[Score]:
    """Yield the mean score of the pairs that have two sides."""
    per_pair = tuple(pair.score if two_sided(pair) else None for pair in pairs)
    texts = [pair.score for pair in pairs if two_sided(pair) and not _is_label(pair)]
    values = texts or [value for value in per_pair if value is not None]
    methods = "+".join(sorted({pair.method for pair in pairs})) or "none"
    how = signature(mean="pairs", without="labels,empty", method=methods, n=len(values))
    yield Score("similarity", fmean(values) if values else None, how, per_pair=per_pair)


def _is_label(pair: Pair) -> bool:
    return all(segment.role == "label" for segment in (*pair.source, *pair.target))


SCORE = Scorer("similarity", "how alike the sides of the pairs are", compute, figures=("similarity",), best=1)
