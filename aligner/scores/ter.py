"""TER against reference translations, by sacrebleu: edits in 100 words of the reference, so that 0 is best.

Chinese is cut into its characters, which sacrebleu does only where it both normalises and knows of Asian scripts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from aligner.model import Lang, Pair, Score
from aligner.scores._reference import against
from aligner.scores._score import ScoreContext, Scorer

_REMEMBERED = 1 << 14  # texts


def metric(lang: Lang) -> Any:
    """Return sacrebleu's TER for a target language."""
    return _remembering()(normalized=lang == "zh", asian_support=lang == "zh")


@cache
def _remembering() -> Any:
    """Return a TER that edits a text once: its segments, the whole and a test of significance all ask for that.

    It takes a tenth of a second where a sentence of 60 characters was rewritten.
    """
    from sacrebleu.metrics.ter import TER

    @lru_cache(_REMEMBERED)
    def edits(hypothesis: str, references: tuple[tuple[str, ...], ...]) -> tuple[float, ...]:
        return tuple(TER()._compute_segment_statistics(hypothesis, {"ref_words": list(map(list, references))}))

    class Remembering(TER):
        def _compute_segment_statistics(self, hypothesis: str, ref_kwargs: dict[str, Any]) -> list[float]:
            return list(edits(hypothesis, tuple(map(tuple, ref_kwargs["ref_words"]))))

    return Remembering


def compute(pairs: Sequence[Pair], context: ScoreContext) -> Iterator[Score]:
    """Yield `ter`."""
    yield replace(against("ter", metric(context.target_lang), context), lower_is_better=True)


SCORE = Scorer("ter", "translation edit rate against the reference (0 is best)", compute, metric, figures=("ter",))
