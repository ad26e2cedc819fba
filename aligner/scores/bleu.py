"""BLEU against reference translations, in 0 to 100, by sacrebleu, with the tokenizer of the target language.

Segments are scored with effective order: those of less than four words would be 0 otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from aligner.model import Lang, Pair, Score
from aligner.scores._reference import against
from aligner.scores._score import ScoreContext, Scorer

TOKENIZERS: dict[Lang, str] = {"en": "13a", "zh": "zh"}


def metric(lang: Lang, *, by_segment: bool = False) -> Any:
    """Return sacrebleu's BLEU for a target language."""
    from sacrebleu.metrics.bleu import BLEU

    return BLEU(tokenize=TOKENIZERS[lang], effective_order=by_segment)


def compute(pairs: Sequence[Pair], context: ScoreContext) -> Iterator[Score]:
    """Yield `bleu`."""
    lang = context.target_lang
    yield against("bleu", metric(lang), context, metric(lang, by_segment=True))


SCORE = Scorer("bleu", "BLEU against the reference (0 to 100)", compute, metric, figures=("bleu",), best=100)
