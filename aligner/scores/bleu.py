"""BLEU against a reference translation, in 0 to 100, by sacrebleu, with the tokenizer of the target language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.model import Lang, Pair, Score
from aligner.scores._reference import corpus, parallel
from aligner.scores._score import ScoreContext, Scorer

TOKENIZERS: dict[Lang, str] = {"en": "13a", "zh": "zh"}


def compute(pairs: Sequence[Pair], context: ScoreContext) -> Iterator[Score]:
    """Yield `bleu`, over the whole document."""
    from sacrebleu.metrics.bleu import BLEU

    value, how = corpus(BLEU(tokenize=TOKENIZERS[context.target_lang]), parallel(pairs, context))
    yield Score("bleu", value, how)


SCORE = Scorer("bleu", "BLEU against the reference (0 to 100)", compute, needs_reference=True)
