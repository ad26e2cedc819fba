"""How far scores and the risk agree with expert judgements, and what they cost beside checking.

    python benchmarks/scores.py DATA [--json FILE]

DATA holds `biomqm-dev`: Medline abstracts, 14 and 15 machine translations of each, and what experts marked in them
(MQM). A segment's agreement is Kendall's tau-b between a score and the experts' figures over the systems, 0 where the
score cannot tell them apart; segments that experts found equal everywhere are left out. The figure is the mean over
segments, with 95% from resampling the documents. Annotators are averaged, human translations are no systems; the first
of them is the reference, the second is left out. `pooled` is tau-b over all translations of all segments, which
even the length of the source has, as long sentences hold more errors: it says nothing where it is not above that.

The second table is of the documents that the risk was not fitted on, every other one (see fit_risk.py). AUC is the
probability that, of a translation with a major error and one without, the score finds the first one worse; 0.5 is
chance.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import _terms
import numpy as np

from aligner import risk
from aligner.comparison import agreement
from aligner.model import MQM_WEIGHTS, SEVERITIES, Block, Document, Lang, Result, Score, Severity, other_lang
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
    """A translation of a segment; `mqm` is 0 where experts found nothing, else negative, `worst` their gravest error.

    Of an omission only `worst` knows.
    """

    source: str
    target: str
    mqm: float
    worst: Severity = "neutral"

    @property
    def has_major(self) -> bool:
        return self.worst in ("major", "critical")


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
    errors: dict[Key, list[Severity]] = {}
    for row in rows:
        key = Key(row["doc"], row["seg"], row["system"])
        figures.setdefault(key, []).append(row["mqm"])
        texts[key] = row["source"], row["target"]
        errors.setdefault(key, ["neutral"]).extend(error["severity"] for error in row["errors"])
    machines = {key for key in texts if key.system not in _terms.REFERENCES}
    references = {(key.doc, key.seg): target for key, (_, target) in texts.items() if key.system == REFERENCE}
    worst = {key: max(found, key=SEVERITIES.index) for key, found in errors.items()}
    judged = {key: Judged(*texts[key], fmean(figures[key]), worst[key]) for key in sorted(machines, key=repr)}
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


def read_as_written(found: Corpus, pipe: Pipeline) -> Iterator[tuple[list[Key], Result]]:
    """Yield each document of each system with a check of it, in which the program pairs the sentences itself."""
    groups: dict[tuple[str, str], list[Key]] = {}
    for key in sorted(found.judged, key=lambda key: (key.doc, key.system, key.seg)):
        groups.setdefault((key.doc, key.system), []).append(key)
    for (doc, system), keys in groups.items():
        rows = [found.judged[key] for key in keys]
        source, target = (
            tuple(Block(text, line=line) for line, text in enumerate(texts, 1))
            for texts in ([row.source for row in rows], [row.target for row in rows])
        )
        name, langs = f"{doc} {system}", (found.lang, other_lang(found.lang))
        yield keys, pipe.check(Document(name, name, "given", source, target, *langs, presegmented=True))


def safety(found: Corpus, pipe: Pipeline) -> Values:
    """Return one minus the risk of the pair in which each translation is; 1 where there is none."""
    values: Values = {}
    for keys, result in read_as_written(found, pipe):
        for pair in result.pairs:
            values |= {keys[segment.index]: 1 - (result.risk(pair.id) or 0.0) for segment in pair.target}
    return values


def kept_apart(docs: Iterable[str]) -> list[str]:
    """Return the documents that the risk is not fitted on: every other one.

    >>> kept_apart(["doc3", "doc20", "doc17"])
    ['doc17']
    """
    return sorted(set(docs), key=lambda doc: (len(doc), doc))[1::2]


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


def auc(values: Values, found: Corpus, docs: Sequence[str]) -> float:
    """Return how often a score finds the worse of a translation with a major error and one without, ties half.

    >>> judged = {Key("d", 1, "a"): Judged("", "", -5, "major"), Key("d", 1, "b"): Judged("", "", 0)}
    >>> auc(dict(zip(judged, (0.1, 0.9))), Corpus("en", judged, {}), ["d"])
    1.0
    """
    by_doc: dict[str, tuple[list[float], list[float]]] = {}
    for key, value in values.items():
        by_doc.setdefault(key.doc, ([], []))[found.judged[key].has_major].append(value)
    clean, faulty = (np.concatenate([np.array(by_doc[doc][kind]) for doc in docs]) for kind in (0, 1))
    ranks = np.searchsorted(np.sort(clean), faulty, "left") + np.searchsorted(np.sort(clean), faulty, "right")
    return float(1 - ranks.mean() / (2 * len(clean)))


def resampled(docs: Sequence[str], figure: Callable[[list[str]], float]) -> tuple[float, float]:
    """Return 95% of a figure, from resampling the documents."""
    chance = random.Random(1)
    figures = sorted(figure(chance.choices(docs, k=len(docs))) for _ in range(RESAMPLES))
    return figures[RESAMPLES // 40], figures[-RESAMPLES // 40 - 1]


def summed(values: Values, found: Corpus) -> dict[str, float]:
    """Return the mean agreement within segments, its interval, and the agreement over all translations."""
    taus = within(values, found)
    docs = sorted(taus)
    low, high = resampled(docs, lambda drawn: _mean(taus, drawn))
    keys = list(values)
    pooled = tau_b([values[key] for key in keys], [found.judged[key].mqm for key in keys])
    return {
        "tau": _mean(taus, docs),
        "low": low,
        "high": high,
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


def measured_apart(found: Corpus, pipe: Pipeline) -> dict[str, dict[str, float]]:
    """Return AUC and tau-b of the risk, and of what it has to be better than, on the documents kept apart."""
    kept = kept_apart(key.doc for key in found.judged)
    apart = Corpus(
        found.lang,
        {key: judged for key, judged in found.judged.items() if key.doc in kept},
        {key: text for key, text in found.references.items() if key[0] in kept},
    )
    values: Mapping[str, Values] = {
        "risk": safety(apart, pipe),
        "chrF, one reference": against_reference(apart, CHRF),
        **checked(apart, pipe),
        "length of the source": length(apart),
    }
    results = {}
    for name, those in values.items():
        docs = sorted({key.doc for key in those})
        low, high = resampled(docs, lambda drawn, those=those: auc(those, apart, drawn))
        results[name] = {"auc": auc(those, apart, docs), "auc low": low, "auc high": high, **summed(those, apart)}
    return results


def cost(found: Corpus, pipe: Pipeline) -> dict[str, float]:
    """Return which share of a check the scores and the risk take, of one system's abstracts; and its seconds in all."""
    system = max(Counter(key.system for key in found.judged).items(), key=lambda item: item[1])[0]
    total = scoring = risking = 0.0
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
        known = risk.Evidence(text.source_lang, pipe.lexicon, result.matches, result.findings)
        start = time.process_time()
        risk.risks(result.pairs, known)
        risking += time.process_time() - start
    return {"share": scoring / total, "risk": risking / total, "seconds": total}


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
        direction, rows, apart = f"{lang}-{other_lang(lang)}", measured(found, pipe), measured_apart(found, pipe)
        spent = cost(found, pipe)
        results[direction] = {"agreement": rows, "risk": apart, "cost": spent}
        print(f"\n{direction}")
        print(_terms.table(["", "tau-b", "95%", "pooled", "segments"], [_row(name, row) for name, row in rows.items()]))
        kept = ", ".join(kept_apart(key.doc for key in found.judged))
        print(f"\n{direction}, documents that the risk was not fitted on: {kept}")
        heads = ["", "AUC", "95%", "tau-b", "95%", "pooled", "segments"]
        print(_terms.table(heads, [_row_apart(name, row) for name, row in apart.items()]))
        print(f"the scores that need no reference: {spent['share']:.1%} of a check, the risk: {spent['risk']:.1%}")
    if args.json:
        args.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def _row(name: str, row: dict[str, float]) -> list[str]:
    interval = f"{row['low']:.3f} to {row['high']:.3f}"
    return [name, f"{row['tau']:.3f}", interval, f"{row['pooled']:.3f}", str(row["segments"])]


def _row_apart(name: str, row: dict[str, float]) -> list[str]:
    _, *rest = _row(name, row)
    return [name, f"{row['auc']:.3f}", f"{row['auc low']:.3f} to {row['auc high']:.3f}", *rest]


if __name__ == "__main__":
    main()
