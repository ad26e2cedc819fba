"""How far the score of a pair can be taken for the probability that it is right.

    python benchmarks/confidence.py DATA

DATA is a folder of gold corpora (src, tgt, gold). Prints a reliability table, the expected calibration error over
ten bins of equal width, and the mean score where each document is paired with the translation of another one.
"""

from __future__ import annotations

import argparse
import itertools
from pathlib import Path

import _corpus
import numpy as np

from aligner.alignment import align
from aligner.lexicon import load
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Segment

EDGES = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01)
EXCERPT = 100  # sentences of each document that are paired with a foreign translation


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    args = parser.parse_args()
    lexicon = load()
    documents = [document for corpus in _corpus.corpora(args.data) for document in _corpus.documents(corpus)]
    found = [row for document in documents for row in judged(document, lexicon)]
    score, right = np.array(found).T
    print(f"{'score':>11} {'pairs':>6} {'mean':>6} {'right':>6}")
    for low, high in itertools.pairwise(EDGES):
        inside = (score >= low) & (score < high)
        if inside.any():
            means = f"{score[inside].mean():6.3f} {right[inside].mean():6.3f}"
            print(f"{low:.2f} - {min(high, 1):.2f} {inside.sum():6} {means}")
    print(f"expected calibration error {calibration_error(score, right):.4f}")
    foreign = [s for one, other in itertools.pairwise(documents) for s in unrelated(one, other, lexicon)]
    print(f"unrelated texts: {len(foreign)} pairs, mean score {np.mean(foreign):.3f}, highest {max(foreign):.3f}")


def judged(document: _corpus.Gold, lexicon: Lexicon) -> list[tuple[float, bool]]:
    """Return score and rightness of every pair with two sides."""
    pairs = align(document.source, document.target, lexicon=lexicon)
    return [
        (p.score, (tuple(s.index for s in p.source), tuple(s.index for s in p.target)) in document.beads)
        for p in pairs
        if p.source and p.target
    ]


def calibration_error(score: np.ndarray, right: np.ndarray) -> float:
    bins = np.minimum((score * 10).astype(int), 9)
    present = [bins == k for k in range(10) if (bins == k).any()]
    return float(sum(abs(score[b].mean() - right[b].mean()) * b.mean() for b in present))


def unrelated(one: _corpus.Gold, other: _corpus.Gold, lexicon: Lexicon) -> list[float]:
    """Return the scores of an excerpt beside the translation of another document."""
    source = one.source[:EXCERPT]
    translation = other.target if other.target[0].lang != source[0].lang else other.source
    target: tuple[Segment, ...] = translation[:EXCERPT]
    return [pair.score for pair in align(source, target, lexicon=lexicon) if pair.source and pair.target]


if __name__ == "__main__":
    main()
