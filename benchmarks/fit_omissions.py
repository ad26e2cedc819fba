"""Fits the logistic model of aligner/alignment/orphans.py and prints its weights.

    python benchmarks/fit_omissions.py DATA

Examples are the sentences at the edges of beads of several that the search finds in `biomqm-dev` and `alignment`
below DATA, clean and damaged with other seeds than benchmarks/omissions.py uses. Abstracts and longer texts, orphans
and others, weigh the same.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import _corpus
import _damage
import numpy as np

from aligner.alignment import orphans
from aligner.alignment.bead import Bead
from aligner.alignment.methods import lexical
from aligner.lexicon import load
from aligner.lexicon.lexicon import Lexicon

SEEDS = (1, 2, 3)
RIDGE = 0.5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    args = parser.parse_args()
    lexicon = load()
    rows: list[dict[str, float]] = []
    truth: list[tuple[bool, bool]] = []
    for is_long, text in jobs(args.data):
        for features, orphan in examples(text, lexicon):
            rows.append(features)
            truth.append((is_long, orphan))
    names = list(rows[0])
    design = np.array([[row[name] for name in names] for row in rows])
    kind = np.array(truth)
    weight = np.zeros(len(kind))
    for group in ((a, b) for a in (False, True) for b in (False, True)):
        inside = (kind == group).all(axis=1)
        weight[inside] = 1000 / inside.sum()
    print(f"{len(rows)} examples, {int(kind[:, 1].sum())} orphans")
    for name, value in zip(names, logistic(design, kind[:, 1].astype(float), weight), strict=True):
        print(f'    "{name}": {value:.4f},')


def jobs(data: Path) -> Iterator[tuple[bool, _damage.Text]]:
    documents = _damage.abstracts(data / "biomqm-dev")
    for seed in SEEDS:
        yield from ((False, text) for _, text in _damage.variants(documents, seed))
    for corpus in _corpus.corpora(data / "alignment"):
        for text in _damage.texts(corpus):
            yield True, text
            yield from ((True, _damage.thinned(text, seed)) for seed in SEEDS)


def examples(text: _damage.Text, lexicon: Lexicon) -> Iterator[tuple[dict[str, float], bool]]:
    """Yield the features of each edge sentence, and whether gold has it alone; those of wrong beads are left out."""
    partners: tuple[dict[int, tuple[int, ...]], dict[int, tuple[int, ...]]] = ({}, {})
    for bead in text.beads:
        for side in (0, 1):
            partners[side].update(dict.fromkeys(bead[side], bead[1 - side]))
    sides = _corpus.segments(text.english, "en"), _corpus.segments(text.chinese, "zh")
    for part, beads in lexical.searched(*sides, lexicon):
        judge = orphans.Judge.of(part, beads)
        for bead in beads:
            if bead.empty or sum(bead.shape) < 3:
                continue
            for edge in orphans.edges(bead):
                gold = partners[0].get(edge.e0, ()) if edge.e1 > edge.e0 else partners[1].get(edge.z0, ())
                if all(k in opposite(bead, edge) for k in gold):
                    yield judge.features(bead, edge), not gold


def opposite(bead: Bead, edge: Bead) -> range:
    return range(bead.z0, bead.z1) if edge.e1 > edge.e0 else range(bead.e0, bead.e1)


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
