"""Fits the weights of aligner/risk.py, and prints them and what they come to on documents not fitted on.

    python benchmarks/fit_risk.py DATA [--write]

DATA holds `biomqm-dev`, of which every other document is used; the rest is kept apart, for scores.py to report on. A
translation counts as one that a professional would change where an expert marked any error in it but neutral ones. How
grave the errors are counts as well: each translation stands in the fit twice, once for any error and once, with a
constant of its own, for a major one (proportional odds, McCullagh 1980). What is a sign of faults can only raise the
risk: a feature with a weight below 0 is left out, and gets 0. The figures printed are of folds, a document each.
--write writes aligner/data/risk.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import _terms
import numpy as np
import scores
from fit_confidence import logistic

import aligner
from aligner import risk
from aligner.model import other_lang
from aligner.pipeline import Pipeline

FILE = Path(aligner.__file__).parent / "data" / "risk.json"
ABOUT = (
    "Fitted by `python benchmarks/fit_risk.py DATA --write` on half of the documents of biomqm-dev: Medline abstracts, "
    "machine translations, experts' MQM annotations (amazon-science/bio-mqm-dataset, development split, Apache-2.0). "
    "The risk is 1 / (1 + exp(-x)), x the constant and each feature times its weight; see aligner/risk.py."
)
DIGITS = 4


@dataclass(frozen=True)
class Example:
    """A translation with the features of its pair, and what experts found in it: any error, a major one."""

    found: scores.Corpus
    key: scores.Key
    features: dict[str, float]
    any_error: bool
    major: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    pipe = Pipeline()
    rows = [row for lang in _terms.DIRECTIONS for row in examples(scores.corpus(args.data, lang), pipe)]
    weights = fitted(rows)
    for name, weight in weights.items():
        print(f"{name:32} {weight:8.4f}")
    for lang in _terms.DIRECTIONS:
        auc, tau = of_folds(rows, [row for row in rows if row.found.lang == lang])
        print(f"{lang}-{other_lang(lang)}: AUC {auc:.3f}, tau-b within segments {tau:.3f}, by folds")
    if args.write:
        FILE.write_text(json.dumps({"about": ABOUT, "weights": weights}, indent=1) + "\n", encoding="utf-8")


def examples(found: scores.Corpus, pipe: Pipeline) -> list[Example]:
    """Return the translations of the documents to fit on that the program pairs with their source, one to one."""
    apart = scores.kept_apart(key.doc for key in found.judged)
    ours = scores.Corpus(found.lang, {key: row for key, row in found.judged.items() if key.doc not in apart}, {})
    rows = []
    for keys, result in scores.read_as_written(ours, pipe):
        known = risk.Evidence(found.lang, pipe.lexicon, result.matches, result.findings)
        for pair, told in zip(result.pairs, risk.features(result.pairs, known), strict=True):
            numbers = {segment.index for segment in (*pair.source, *pair.target)}
            if told is not None and len(numbers) == 1:
                key = keys[numbers.pop()]
                judged = ours.judged[key]
                rows.append(Example(ours, key, told, judged.worst != "neutral", judged.has_major))
    return rows


def fitted(rows: Sequence[Example]) -> dict[str, float]:
    """Return the constant and the weight of each feature, none of these below 0."""
    names = list(rows[0].features)
    once = np.array([[1.0, *(row.features[name] for name in names)] for row in rows])
    design = np.block([[once, np.zeros((len(rows), 1))], [once, -np.ones((len(rows), 1))]])
    truth = np.array([row.any_error for row in rows] + [row.major for row in rows], float)
    kept = list(range(design.shape[1]))
    while True:
        found = logistic(design[:, kept], truth, np.ones(len(truth)))
        below = {k for k, weight in zip(kept, found, strict=True) if weight < 0 and k > 0}
        if not below:
            break
        kept = [k for k in kept if k not in below]
    weights = dict(zip(kept, found.tolist(), strict=True))
    return {name: round(weights.get(k, 0.0), DIGITS) for k, name in enumerate(["constant", *names])}


def of_folds(rows: Sequence[Example], shown: Sequence[Example]) -> tuple[float, float]:
    """Return AUC and tau-b of some rows, each document by weights fitted on the others."""
    values: scores.Values = {}
    docs = sorted({row.key.doc for row in shown})
    for doc in docs:
        weights = fitted([row for row in rows if row.key.doc != doc])
        for row in shown:
            if row.key.doc == doc:
                values[row.key] = -sum(weights[name] * value for name, value in row.features.items())
    found = shown[0].found
    return scores.auc(values, found, docs), scores.summed(values, found)["tau"]


if __name__ == "__main__":
    main()
