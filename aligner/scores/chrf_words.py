"""chrF++ against reference translations, in 0 to 100, by sacrebleu: chrF with runs of one and two words.

Words are what stands between spaces, so that in Chinese those of a whole clause are one: chrF says more there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from aligner.model import Lang, Pair, Score
from aligner.scores._reference import against
from aligner.scores._score import ScoreContext, Scorer


def metric(lang: Lang) -> Any:
    """Return sacrebleu's chrF++, the same for every language."""
    from sacrebleu.metrics.chrf import CHRF

    return CHRF(word_order=2)


def compute(pairs: Sequence[Pair], context: ScoreContext) -> Iterator[Score]:
    """Yield `chrf++`."""
    yield against("chrf++", metric(context.target_lang), context)


SCORE = Scorer("chrf-words", "chrF++ against the reference (0 to 100)", compute, metric, figures=("chrf++",), best=100)
