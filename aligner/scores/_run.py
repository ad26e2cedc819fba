"""Runs the scores over a document."""

from __future__ import annotations

from collections.abc import Sequence

from aligner import registry
from aligner.model import Pair, Score
from aligner.scores._score import ScoreContext, Scorer


def run(pairs: Sequence[Pair], context: ScoreContext, scorers: Sequence[Scorer] | None = None) -> tuple[Score, ...]:
    """Return the figures of every score; those that need a reference or a model which is not there are left out."""
    chosen: Sequence[Scorer] = registry.load("aligner.scores", "SCORE") if scorers is None else scorers
    return tuple(
        score
        for scorer in chosen
        if (context.reference is not None or not scorer.needs_reference)
        and (scorer.load is None or scorer.id in context.models)
        for score in scorer.compute(pairs, context)
    )
