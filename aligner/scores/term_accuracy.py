"""How many of the glossary terms found are rendered by a form that the glossary accepts, in 0 to 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from aligner.model import RIGHT, Pair, Score
from aligner.scores._interval import wilson
from aligner.scores._score import ScoreContext, Scorer, share, signature


def compute(pairs: Sequence[Pair], context: ScoreContext) -> Iterator[Score]:
    """Yield `term_accuracy`: matches with an accepted form over all matches."""
    found = Counter(match.pair for match in context.matches)
    right = Counter(match.pair for match in context.matches if match.status in RIGHT)
    per_pair = tuple(share(right[pair.id], found[pair.id]) for pair in pairs)
    how = signature(right="preferred,admitted,abbreviation", n=found.total(), ci="wilson")
    interval = wilson(right.total(), found.total())
    yield Score("term_accuracy", share(right.total(), found.total()), how, interval, per_pair)


SCORE = Scorer(
    "term-accuracy",
    "how many glossary terms are rendered as the glossary says",
    compute,
    figures=("term_accuracy",),
    best=1,
)
