"""What the scores against reference translations share: sacrebleu's figures, their signature and their interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aligner.model import Score
from aligner.scores._parallel import Parallel
from aligner.scores._score import ScoreContext

RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class _Corpus:
    value: float
    signature: str
    interval: tuple[float, float] | None


def against(name: str, metric: Any, context: ScoreContext, by_segment: Any = None) -> Score:
    """Return one of sacrebleu's metrics over all texts, and over the text of each pair that has one of its own.

    `by_segment` is the metric for single texts, where that is another one. The interval is sacrebleu's: 95%, as far
    to each side of the mean of 1,000 resamples of the texts as half of the range that they fill. A single text has
    none.
    """
    texts = context.reference
    if texts is None or not all(any(map(str.strip, side)) for side in (texts.hypotheses, *texts.references)):
        return Score(name, None, "segments:0")
    found, each = _corpus(metric, texts), per_segment(by_segment or metric, texts)
    of_pair = tuple(None if k is None else each[k] for k in texts.of_pair)
    aligned = f"|aligned:{texts.aligned}" if texts.aligned else ""
    count = f"|segments:{len(texts.hypotheses)}"
    return Score(name, found.value, f"{found.signature}{count}{aligned}", found.interval, of_pair)


def _corpus(metric: Any, texts: Parallel) -> _Corpus:
    ours, theirs = list(texts.hypotheses), list(map(list, texts.references))
    if len(ours) == 1:
        return _Corpus(float(metric.corpus_score(ours, theirs).score), str(metric.get_signature()), None)
    from sacrebleu.significance import PairedTest

    # Of one system alone; unlike `corpus_score`, it bears resamples that hold nothing but blank lines.
    signatures, results = PairedTest([("", ours)], {"": metric}, theirs, "bs", RESAMPLES)()
    (name,) = signatures
    found: Any = results[name][0]
    interval = (float(max(found.mean - found.ci, 0.0)), float(found.mean + found.ci))
    return _Corpus(float(found.score), str(signatures[name]), interval)


def per_segment(metric: Any, texts: Parallel) -> list[float | None]:
    """Return the score of each text on its own, None for a line that is blank on all sides."""
    rows = zip(texts.hypotheses, *texts.references, strict=True)
    return [
        float(metric.sentence_score(ours, theirs).score) if any(map(str.strip, (ours, *theirs))) else None
        for ours, *theirs in rows
    ]
