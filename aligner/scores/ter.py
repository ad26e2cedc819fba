"""TER against reference translations, by sacrebleu: edits in 100 words of the reference, so that 0 is best.

Chinese is cut into its characters, which sacrebleu does only where it both normalises and knows of Asian scripts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from aligner.model import Lang, Pair, Score
from aligner.scores._reference import against
from aligner.scores._score import ScoreContext, Scorer


def metric(lang: Lang) -> Any:
    """Return sacrebleu's TER for a target language."""
    from sacrebleu.metrics.ter import TER

    return TER(normalized=lang == "zh", asian_support=lang == "zh")


def compute(pairs: Sequence[Pair], context: ScoreContext) -> Iterator[Score]:
    """Yield `ter`."""
    yield replace(against("ter", metric(context.target_lang), context), lower_is_better=True)


SCORE = Scorer("ter", "translation edit rate against the reference (0 is best)", compute, needs_reference=True)
