"""What the scores against a reference translation share: which text is compared with which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aligner.model import Pair
from aligner.scores._score import ScoreContext


@dataclass(frozen=True, slots=True)
class Parallel:
    """Translations and references, one to one. `unit` says of what: pairs, segments, or the document as one."""

    hypotheses: list[str]
    references: list[str]
    unit: str


def parallel(pairs: Sequence[Pair], context: ScoreContext) -> Parallel | None:
    """Set the translation beside its reference: segment by segment, or pair by pair, where their numbers agree.

    Where they don't, both are joined to one text: BLEU adds counts up over segments, so that figures of texts
    cut differently must not be compared. None where either side has no text.
    """
    reference = list(context.reference or ())
    by_pair = [pair.target_text for pair in pairs]
    by_segment = [segment.text for pair in pairs for segment in pair.target]
    if not any(by_segment) or not any(text.strip() for text in reference):
        return None
    if len(reference) == len(by_segment):
        one_to_one = all(len(pair.target) == 1 for pair in pairs)
        return Parallel(by_segment, reference, "pairs" if one_to_one else "segments")
    if len(reference) == len(by_pair):
        return Parallel(by_pair, reference, "pairs")
    glue = " " if context.target_lang == "en" else ""
    return Parallel([glue.join(filter(None, by_pair))], [glue.join(filter(None, reference))], "document")


def corpus(metric: Any, texts: Parallel | None) -> tuple[float | None, str]:
    """Return the value of one of sacrebleu's metrics, and sacrebleu's signature, marked where texts were joined."""
    if texts is None:
        return None, "segments:0"
    value = float(metric.corpus_score(texts.hypotheses, [texts.references]).score)
    joined = "|segments:1" if texts.unit == "document" else ""
    return value, f"{metric.get_signature()}{joined}"
