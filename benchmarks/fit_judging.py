"""Fits the weights of aligner/alignment/judging.py and prints them.

    python benchmarks/fit_judging.py DATA [--folds]

Needs scipy, which aligner does not. Examples are the abstracts of `biomqm-dev`, the texts of `alignment` and stretches
of `parallel/tico19` in which sentences were joined, clean and damaged with other seeds than benchmarks/omissions.py
uses. Each kind of text, clean and damaged, weighs the same. The weights make the gold chains as probable as possible
among the chains of promising beads, with a ridge towards the scores of the search. With --folds, each third of the
documents is decided by weights fitted on the other two, on the damages of benchmarks/omissions.py, and the counts are
printed as there.
"""

from __future__ import annotations

import argparse
import gzip
import random
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import _corpus
import _damage
import numpy as np
import omissions

from aligner.alignment import judging
from aligner.alignment.bead import LOG_PRIORS, Bead
from aligner.alignment.chain import Lattice
from aligner.alignment.evidence import Links
from aligner.alignment.features import NAMES
from aligner.alignment.methods import lexical
from aligner.alignment.similarity import Edges, Text
from aligner.lexicon import load
from aligner.lexicon.lexicon import Lexicon

SEEDS = (1, 2)
FOLDS = 3
RIDGE = 0.3
GROUP = 300.0  # what the beads of a kind of text weigh together, so as to stand against the ridge
SIZES = (8, 15, 30, 60)  # sentences of a stretch of TICO-19
START = {"prior": 1.0, "words": 1.0, "lengths": 1.0, "marks": 1.0, "cost alone": 1.0}


@dataclass
class Example:
    """A text to learn from: what there is to decide, and the beads of the gold chain by number."""

    kind: str
    name: str
    problem: judging.Problem
    lattice: Lattice
    gold: list[int]

    @property
    def fold(self) -> int:
        return zlib.crc32(self.name.encode()) % FOLDS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", action="store_true")
    args = parser.parse_args()
    lexicon = load()
    found = [example for kind, text in texts(args.data, SEEDS) if (example := read(kind, text, lexicon))]
    if args.folds:
        held_out(found, args.data, lexicon)
    for name, value in zip(NAMES, fitted(found), strict=True):
        print(f'    "{name}": {value:.4f},')


def texts(data: Path, seeds: tuple[int, ...]) -> Iterator[tuple[str, _damage.Text]]:
    """Yield (kind of text, text), clean and damaged."""
    documents = _damage.abstracts(data / "biomqm-dev")
    for seed in seeds:
        yield from (("abstracts", text) for _, text in _damage.variants(documents, seed))
    corpora = {path.name: _damage.texts(path) for path in _corpus.corpora(data / "alignment")}
    for name, originals in (corpora | {"tico19": stretches(data / "parallel" / "tico19.en-zh.tsv.gz")}).items():
        for text in originals:
            yield name, text
            yield from ((f"{name}, damaged", _damage.thinned(text, seed)) for seed in seeds)


def stretches(path: Path) -> list[_damage.Text]:
    """Cut a file of sentence pairs into texts, with one sentence in twelve joined to the next on one side."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    chance = random.Random(5)
    found: list[_damage.Text] = []
    while len(rows) >= max(SIZES):
        size = chance.choice(SIZES)
        english, chinese = zip(*rows[:size], strict=True)
        text = _damage.Text(f"tico19 {len(found)}", english, chinese, tuple(((k,), (k,)) for k in range(size)))
        rows = rows[size:]
        for at in sorted(chance.sample(range(size // 2), size // 12 + 1), reverse=True):
            text = _damage.merged(text, 2 * at, chance.choice((0, 1)))
        found.append(text)
    return found


def read(kind: str, text: _damage.Text, lexicon: Lexicon) -> Example | None:
    """Return what the last search of a text leaves to decide; None where its gold chain cannot be built."""
    kept: list[Example] = []

    def decide(part: Text, links: Links, edges: Edges, lattice: Lattice) -> list[Bead]:
        gold = chain(text)
        if all(bead.empty or bead.shape in LOG_PRIORS for bead in gold):
            more = with_gold(edges, gold)
            whole = Lattice(more, (0, 0), lambda e, z: (e == part.en.n) & (z == part.zh.n))
            numbers = {bead[:4]: k for k, bead in enumerate(_beads(more))}
            problem = judging.Problem.of(part, links, more, whole)
            kept.append(Example(kind, text.name, problem, whole, [numbers[bead[:4]] for bead in gold]))
        return lattice.chain(edges.score, lattice.posteriors(edges.score))

    sides = _corpus.segments(text.english, "en"), _corpus.segments(text.chinese, "zh")
    for _ in lexical.searched(*sides, lexicon, decide):
        pass
    return kept[0] if len(kept) == 1 else None


def chain(text: _damage.Text) -> list[Bead]:
    """Return the gold beads as a chain through the text."""
    found, e, z = list[Bead](), 0, 0
    for left, right in _damage.in_order(text.beads):
        found.append(Bead(e, e + len(left), z, z + len(right)))
        e, z = e + len(left), z + len(right)
    return found


NEVER = -60.0  # what the search gives a gold bead that it did not find promising


def with_gold(edges: Edges, gold: list[Bead]) -> Edges:
    known = {bead[:4] for bead in _beads(edges)}
    new = [bead._replace(score=NEVER) for bead in gold if bead[:4] not in known]
    if not new:
        return edges
    columns = zip(*new, strict=True)
    old = edges.e0, edges.e1, edges.z0, edges.z1, edges.score
    return Edges(*(np.concatenate([a, np.array(b, a.dtype)]) for a, b in zip(old, columns, strict=True)))


def _beads(edges: Edges) -> list[Bead]:
    columns = (edges.e0, edges.e1, edges.z0, edges.z1, edges.score)
    return list(map(Bead, *(column.tolist() for column in columns)))


def fitted(examples: list[Example]) -> np.ndarray:
    """Return the weights that make the gold chains most probable, less a ridge on standardised features."""
    try:
        from scipy.optimize import minimize
    except ImportError as error:
        raise SystemExit("fitting needs scipy: pip install scipy") from error
    every = np.concatenate([example.problem.features for example in examples])
    scale = np.sqrt((every**2).sum(axis=0) / np.maximum((every != 0).sum(axis=0), 1)) + 1e-9
    start = np.array([START.get(name, 0.0) for name in NAMES]) * scale
    beads = Counter[str]()
    for example in examples:
        beads[example.kind] += len(example.gold)
    jobs = [(example, GROUP / beads[example.kind]) for example in examples]

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        value, slope = 0.0, np.zeros(len(point))
        for example, weight in jobs:
            scores = example.problem.scores(point / scale)
            total, posteriors = example.lattice.summed(scores)
            features = example.problem.features * example.problem.judged[:, None]
            value += weight * (total - float(scores[example.gold].sum()))
            slope += weight * (posteriors @ features - features[example.gold].sum(axis=0)) / scale
        return value + RIDGE / 2 * float(((point - start) ** 2).sum()), slope + RIDGE * (point - start)

    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x / scale)


def held_out(examples: list[Example], data: Path, lexicon: Lexicon) -> None:
    """Print the counts of benchmarks/omissions.py with weights that were fitted on other documents."""
    rows: dict[str, omissions.Row] = {}
    tests = list(damages(data))
    for fold in range(FOLDS):
        weights = fitted([example for example in examples if example.fold != fold])
        judging.WEIGHTS = dict(zip(NAMES, weights.tolist(), strict=True))
        for kind, text in tests:
            if zlib.crc32(text.name.encode()) % FOLDS == fold:
                rows.setdefault(kind, omissions.Row(kind)).add(text, omissions.aligned(text, lexicon))
    for _, row in sorted(rows.items()):
        print(row.line(), flush=True)


def damages(data: Path) -> Iterator[tuple[str, _damage.Text]]:
    for seed in omissions.SEEDS:
        yield from _damage.variants(_damage.abstracts(data / "biomqm-dev"), seed)
    for corpus in _corpus.corpora(data / "alignment"):
        for text in _damage.texts(corpus):
            yield corpus.name, text
            yield from ((f"{corpus.name}, damaged", _damage.thinned(text, seed)) for seed in omissions.SEEDS)
    for text in stretches(data / "parallel" / "tico19.en-zh.tsv.gz"):
        yield "tico19", text
        yield from (("tico19, damaged", _damage.thinned(text, seed)) for seed in omissions.SEEDS)


if __name__ == "__main__":
    main()
