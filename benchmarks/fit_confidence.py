"""Fits the log odds of aligner/alignment/confidence.py that the sides of a bead are related, and prints them.

    python benchmarks/fit_confidence.py DATA

Examples are the gold beads of `biomqm-dev` and `alignment` below DATA, and each source with the targets of two other
beads of its document. Texts count as they are before anything is learned from them.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterator
from pathlib import Path

import _corpus
import _damage
import numpy as np

from aligner.alignment import confidence, sides, similarity
from aligner.alignment.bead import Bead
from aligner.alignment.evidence import evidence
from aligner.alignment.similarity import Text
from aligner.lexicon import load
from aligner.lexicon.lexicon import Lexicon

MOST_BEADS = 250  # of a document
ABSTRACT_WEIGHT = 4.0
RIDGE = 0.5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    args = parser.parse_args()
    lexicon = load()
    texts = [(ABSTRACT_WEIGHT, text) for text in _damage.abstracts(args.data / "biomqm-dev")]
    for corpus in _corpus.corpora(args.data / "alignment"):
        texts += [(1.0, text) for text in _damage.texts(corpus)]
    rows = [(weight, *example) for weight, text in texts for example in examples(text, lexicon)]
    weight, related, words, mass, lengths = np.array(rows).T
    above = np.log(np.maximum(words / np.maximum(mass, 3) - math.log(similarity.UNEXPLAINED), 0) + confidence.FLOOR)
    size = np.log(mass + 1)
    fit = np.maximum(lengths, confidence.LEAST_LENGTHS)
    design = np.stack([np.ones(len(rows)), above, size, above * size, fit], axis=1)
    names = ("constant", "words", "size", "words x size", "lengths")
    print(f"{len(rows)} examples, {int(related.sum())} related")
    for name, value in zip(names, logistic(design, related, weight), strict=True):
        print(f"{name:14} {value:7.3f}")


def examples(text: _damage.Text, lexicon: Lexicon) -> Iterator[tuple[float, float, float, float]]:
    """Yield related or not, L, weight of tokens, length score, for gold beads and shuffled ones."""
    en = sides.english(_corpus.segments(text.english, "en"), lexicon)
    zh = sides.chinese(_corpus.segments(text.chinese, "zh"), lexicon)
    whole = Text.of(en, zh, evidence(en, zh, lexicon))
    chance = random.Random(4)
    gold = [Bead(a[0], a[-1] + 1, b[0], b[-1] + 1) for a, b in text.beads if a and b]
    gold = chance.sample(gold, min(len(gold), MOST_BEADS))
    for bead in gold:
        others = [bead._replace(z0=other.z0, z1=other.z1) for other in chance.sample(gold, 2) if other != bead]
        for related, candidate in [(1.0, bead), *((0.0, other) for other in others)]:
            words, mass, lengths = similarity.measured(whole, [candidate])
            yield related, float(words[0]), float(mass[0]), float(lengths[0])


def logistic(design: np.ndarray, truth: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Fit by Newton's method with a ridge on standardised features; the first column is the constant."""
    mean, spread = design.mean(axis=0), design.std(axis=0) + 1e-9
    mean[0], spread[0] = 0.0, 1.0
    scaled = (design - mean) / spread
    ridge = RIDGE * (np.arange(design.shape[1]) > 0)
    found = np.zeros(design.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(scaled @ found, -30, 30)))
        curvature = (scaled * (weight * chance * (1 - chance))[:, None]).T @ scaled + np.diag(ridge + 1e-6)
        found -= np.linalg.solve(curvature, scaled.T @ (weight * (chance - truth)) + ridge * found)
    result = found / spread
    result[0] -= (found[1:] * mean[1:] / spread[1:]).sum()
    return result


if __name__ == "__main__":
    main()
