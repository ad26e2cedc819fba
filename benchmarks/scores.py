"""How far scores agree with expert judgements, and what scoring costs beside checking.

    python benchmarks/scores.py DATA [--json FILE]

DATA holds `biomqm-dev`: Medline abstracts, 14 and 15 machine translations of each, and what experts marked in them
(MQM). A segment's agreement is Kendall's tau-b between a score and the experts' figures over the systems, 0 where the
score cannot tell them apart; segments that experts found equal everywhere are left out. The figure is the mean over
segments, with 95% from resampling the documents. Annotators are averaged, human translations are no systems; the first
of them is the reference, the second is left out. `pooled` is tau-b over all translations of all segments, which
even the length of the source has, as long sentences hold more errors: it says nothing where it is not above that.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import _terms
import numpy as np

from aligner.comparison import agreement
from aligner.model import MQM_WEIGHTS, Lang, Score, other_lang
from aligner.pipeline import Pipeline, document
from aligner.scores import Parallel, ScoreContext, Scorer, run
from aligner.scores.bleu import SCORE as BLEU
from aligner.scores.chrf import SCORE as CHRF
from aligner.scores.chrf_words import SCORE as CHRF_WORDS
from aligner.scores.ter import SCORE as TER

REFERENCE = "reference"
RESAMPLES = 1000
Values = dict["Key", float]
"""What a score gives each translation, more for better ones."""


@dataclass(frozen=True)
class Key:
    doc: str
    seg: int
    system: str


@dataclass(frozen=True)
class Judged:
    """A translation of a segment; `mqm` is 0 where experts found nothing, else negative."""

    source: str
    target: str
    mqm: float


@dataclass(frozen=True)
class Corpus:
    """One direction: the translations of the systems, and the reference of each (doc, seg) that has one."""

    lang: Lang
    judged: dict[Key, Judged]
    references: dict[tuple[str, int], str]


def corpus(data: Path, lang: Lang, docs: Sequence[str] = ()) -> Corpus:
    """Read the judged translations from a language, of some documents or of all."""
    path = data / "biomqm-dev" / f"{lang}-{other_lang(lang)}.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    rows = [row for row in rows if not docs or row["doc"] in docs]
    figures: dict[Key, list[float]] = {}
    texts: dict[Key, tuple[str, str]] = {}
    for row in rows:
        key = Key(row["doc"], row["seg"], row["system"])
        figures.setdefault(key, []).append(row["mqm"])
        texts[key] = row["source"], row["target"]
    machines = {key for key in texts if key.system not in _terms.REFERENCES}
    references = {(key.doc, key.seg): target for key, (_, target) in texts.items() if key.system == REFERENCE}
    judged = {key: Judged(*texts[key], fmean(figures[key])) for key in sorted(machines, key=repr)}
    return Corpus(lang, judged, references)


def against_reference(found: Corpus, scorer: Scorer) -> Values:
    """Return a score of each segment that has a reference, the other way round where less is better."""
    keys = [key for key in found.judged if (key.doc, key.seg) in found.references]
    ours = tuple(found.judged[key].target for key in keys)
    theirs = tuple(found.references[key.doc, key.seg] for key in keys)
    target = other_lang(found.lang)
    asked = ScoreContext(found.lang, target, reference=Parallel(ours, (theirs,), of_pair=tuple(range(len(keys)))))
    (score,) = scorer.compute((), asked)
    return _by_key(keys, score)


def _by_key(keys: Sequence[Key], score: Score) -> Values:
    sign = -1 if score.lower_is_better else 1
    return {key: sign * value for key, value in zip(keys, score.per_pair, strict=True) if value is not None}


def consensus(found: Corpus) -> Values:
    """Return how far each translation agrees with the other ones of its segment, as `aligner compare` counts it."""
    values: Values = {}
    for keys in segments(found.judged):
        if len(keys) > 1:
            scores = agreement([[found.judged[key].target] for key in keys], other_lang(found.lang))
            values |= {key: score.value or 0.0 for key, score in zip(keys, scores, strict=True)}
    return values


def length(found: Corpus) -> Values:
    return {key: -float(len(judged.source)) for key, judged in found.judged.items()}


def checked(found: Corpus, pipe: Pipeline) -> dict[str, Values]:
    """Return what needs no reference: minus the number of findings, and minus their MQM penalty."""
    counts: Values = dict.fromkeys(found.judged, 0.0)
    penalties: Values = dict.fromkeys(found.judged, 0.0)
    weights = dict(MQM_WEIGHTS)
    texts: dict[tuple[str, str], list[Key]] = {}
    for key in sorted(found.judged, key=lambda key: (key.doc, key.system, key.seg)):
        texts.setdefault((key.doc, key.system), []).append(key)
    for (doc, system), keys in texts.items():
        rows = tuple(_terms.Row(found.judged[key].source, found.judged[key].target) for key in keys)
        for finding in _terms.checked(_terms.Text(f"{doc} {system}", found.lang, rows), pipe).findings:
            if finding.pair is not None:
                counts[keys[finding.pair - 1]] -= 1
                penalties[keys[finding.pair - 1]] -= weights[finding.severity]
    return {"number of findings": counts, "MQM penalty of the findings": penalties}


def segments(keys: Iterable[Key]) -> list[list[Key]]:
    """Group translations by what they translate."""
    groups: dict[tuple[str, int], list[Key]] = {}
    for key in keys:
        groups.setdefault((key.doc, key.seg), []).append(key)
    return list(groups.values())


def tau_b(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Return Kendall's tau-b: 0 where the first does not tell anything apart, None where the second does not.

    >>> tau_b([1, 2, 3], [10, 20, 30]), tau_b([1, 1], [1, 2]), tau_b([1, 2], [1, 1])
    (1.0, 0.0, None)
    """
    x, y = (np.sign(np.subtract.outer(values, values)) for values in map(np.asarray, (one, other)))
    if not y.any():
        return None
    if not x.any():
        return 0.0
    return float((x * y).sum() / np.sqrt((x * x).sum() * (y * y).sum()))


def within(values: Values, found: Corpus) -> dict[str, list[float]]:
    """Return, for each document, tau-b in each of its segments."""
    taus: dict[str, list[float]] = {}
    for keys in segments(values):
        tau = tau_b([values[key] for key in keys], [found.judged[key].mqm for key in keys])
        if tau is not None:
            taus.setdefault(keys[0].doc, []).append(tau)
    return taus


def summed(values: Values, found: Corpus) -> dict[str, float]:
    """Return the mean agreement within segments, its interval, and the agreement over all translations."""
    taus = within(values, found)
    chance = random.Random(1)
    docs = sorted(taus)
    means = sorted(_mean(taus, chance.choices(docs, k=len(docs))) for _ in range(RESAMPLES))
    keys = list(values)
    pooled = tau_b([values[key] for key in keys], [found.judged[key].mqm for key in keys])
    return {
        "tau": _mean(taus, docs),
        "low": means[RESAMPLES // 40],
        "high": means[-RESAMPLES // 40 - 1],
        "pooled": pooled or 0.0,
        "segments": sum(map(len, taus.values())),
    }


def _mean(taus: dict[str, list[float]], docs: Sequence[str]) -> float:
    return fmean(tau for doc in docs for tau in taus[doc])


WITH_REFERENCE = {"BLEU": BLEU, "chrF": CHRF, "chrF++": CHRF_WORDS, "TER": TER}


def measured(found: Corpus, pipe: Pipeline) -> dict[str, dict[str, float]]:
    values = {f"{name}, one reference": against_reference(found, one) for name, one in WITH_REFERENCE.items()}
    values["agreement with the other translations"] = consensus(found)
    values |= checked(found, pipe)
    values["length of the source"] = length(found)
    return {name: summed(those, found) for name, those in values.items()}


def cost(found: Corpus, pipe: Pipeline) -> dict[str, float]:
    """Return which share of a check the scores take, of one system's abstracts; and its seconds in all."""
    system = max(Counter(key.system for key in found.judged).items(), key=lambda item: item[1])[0]
    total = scoring = 0.0
    for keys in documents(found, system):
        rows = [found.judged[key] for key in keys]
        text = document("\n".join(row.source for row in rows), "\n".join(row.target for row in rows), source=found.lang)
        start = time.process_time()
        result = pipe.check(text)
        total += time.process_time() - start
        asked = ScoreContext(text.source_lang, text.target_lang, result.matches, result.findings)
        start = time.process_time()
        run(result.pairs, asked)
        scoring += time.process_time() - start
    return {"share": scoring / total, "seconds": total}


def documents(found: Corpus, system: str) -> list[list[Key]]:
    groups: dict[str, list[Key]] = {}
    for key in sorted(found.judged, key=lambda key: key.seg):
        if key.system == system:
            groups.setdefault(key.doc, []).append(key)
    return list(groups.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    pipe = Pipeline()
    results = {}
    for lang in _terms.DIRECTIONS:
        found = corpus(args.data, lang)
        direction, rows = f"{lang}-{other_lang(lang)}", measured(found, pipe)
        results[direction] = {"agreement": rows, "cost": cost(found, pipe)}
        print(f"\n{direction}")
        print(_terms.table(["", "tau-b", "95%", "pooled", "segments"], [_row(name, row) for name, row in rows.items()]))
        print(f"the scores that need no reference: {results[direction]['cost']['share']:.1%} of a check")
    if args.json:
        args.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def _row(name: str, row: dict[str, float]) -> list[str]:
    interval = f"{row['low']:.3f} to {row['high']:.3f}"
    return [name, f"{row['tau']:.3f}", interval, f"{row['pooled']:.3f}", str(row["segments"])]


if __name__ == "__main__":
    main()
