"""chrF against a reference translation, in 0 to 100, by sacrebleu: shared runs of characters, so no tokenizer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.model import Pair, Score
from aligner.scores._reference import corpus, parallel
from aligner.scores._score import ScoreContext, Scorer


def compute(pairs: Sequence[Pair], context: ScoreContext) -> Iterator[Score]:
    """Yield `chrf`, over the whole document; by pair too, where the reference is given by pair."""
    from sacrebleu.metrics.chrf import CHRF

    metric, texts = CHRF(), parallel(pairs, context)
    value, how = corpus(metric, texts)
    per_pair: tuple[float | None, ...] = ()
    if texts is not None and texts.unit == "pairs":
        both = zip(texts.hypotheses, texts.references, strict=True)
        per_pair = tuple(float(metric.sentence_score(ours, [theirs]).score) for ours, theirs in both)
    yield Score("chrf", value, how, per_pair=per_pair)


SCORE = Scorer("chrf", "chrF against the reference (0 to 100)", compute, needs_reference=True)
