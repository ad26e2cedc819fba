"""How near the vectors of the two sides of each pair are, by a sentence encoder: their cosine, and its mean.

It tells what is about something else, and little of how well something is said. Values of one encoder mean nothing
beside those of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean
from typing import Any

from aligner.model import Pair, Score
from aligner.neural import Encoder, Running, in_batches, sentence_encoder
from aligner.scores._score import Model, ScoreContext, Scorer, signature, two_sided

_BLOCK = 256  # pairs between two looks at the bar


def load(name: str, running: Running) -> Encoder:
    """Load a sentence encoder, see `aligner.neural.sentence_encoder`."""
    return sentence_encoder(name, "the score 'embedding-similarity'", running)


def compute(pairs: Sequence[Pair], context: ScoreContext) -> Iterator[Score]:
    """Yield `embedding_similarity`: the mean cosine of the pairs that have two sides."""
    model: Model = context.models["embedding-similarity"]
    texts = [(pair.source_text, pair.target_text) for pair in pairs if two_sided(pair)]
    found = in_batches(texts, _BLOCK, lambda some: _cosines(model.loaded, some), context.progress)
    each = iter(found)
    per_pair = tuple(next(each) if two_sided(pair) else None for pair in pairs)
    how = signature(mean="pairs", model=model.name, n=len(found))
    yield Score("embedding_similarity", fmean(found) if found else None, how, per_pair=per_pair)


def _cosines(encoder: Encoder, texts: Sequence[tuple[str, str]]) -> list[float]:
    sides = (_unit(encoder.encode(list(side))) for side in zip(*texts, strict=True))
    source, target = sides
    cosines: list[float] = (source * target).sum(axis=1).tolist()
    return cosines


def _unit(vectors: Any) -> Any:
    import numpy as np

    found = np.asarray(vectors, float)
    return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)


SCORE = Scorer(
    "embedding-similarity",
    "how near the sides of the pairs are to a sentence encoder (neural, optional)",
    compute,
    figures=("embedding_similarity",),
    best=1,
    load=load,
)
"""Its model is named in the settings; without one it is left out."""
