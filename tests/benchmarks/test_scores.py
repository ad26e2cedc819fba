"""The agreement of scores with experts, counted anew in the plainest way."""

import json
from itertools import combinations
from math import sqrt
from pathlib import Path
from statistics import fmean

import fit_risk
import pytest
import sacrebleu
import scores
from scores import Corpus, Judged, Key

from aligner.pipeline import Pipeline
from aligner.scores.bleu import SCORE as BLEU
from aligner.scores.chrf import SCORE as CHRF
from aligner.scores.ter import SCORE as TER

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
BLEU_OPTIONS = {"en-zh": "zh", "zh-en": "13a"}
SHORT = ["doc17", "doc27", "doc75"]  # for TER, which is slow

needs_data = pytest.mark.skipif(not (DATA / "biomqm-dev").exists(), reason="needs the annotated abstracts")


def plain_tau_b(xs, ys):
    both = [(x - u, y - v) for (x, y), (u, v) in combinations(list(zip(xs, ys, strict=True)), 2)]
    agree, differ = sum(a * b > 0 for a, b in both), sum(a * b < 0 for a, b in both)
    told, judged = sum(a != 0 for a, _ in both), sum(b != 0 for _, b in both)
    if not judged:
        return None
    return (agree - differ) / sqrt(told * judged) if told else 0.0


def plain(direction, value, docs=()):
    """Return the mean of tau-b within segments from the file itself."""
    lines = (DATA / "biomqm-dev" / f"{direction}.jsonl").read_text(encoding="utf-8").splitlines()
    segments = {}
    for row in map(json.loads, lines):
        if not docs or row["doc"] in docs:
            system = segments.setdefault((row["doc"], row["seg"]), {}).setdefault(row["system"], (row["target"], []))
            system[1].append(row["mqm"])
    taus = []
    for systems in segments.values():
        machines = [texts for name, texts in systems.items() if name not in ("reference", "reference_r1")]
        if "reference" in systems:
            figures = [value(text, systems["reference"][0]) for text, _ in machines]
            taus.append(plain_tau_b(figures, [fmean(mqm) for _, mqm in machines]))
    return fmean(tau for tau in taus if tau is not None)


def ours(direction, scorer, docs=()):
    found = scores.corpus(DATA, direction[:2], docs)
    return scores.summed(scores.against_reference(found, scorer), found)["tau"]


@needs_data
@pytest.mark.parametrize("direction", ["en-zh", "zh-en"])
def test_agreement_of_bleu_and_chrf(direction):
    bleu = sacrebleu.BLEU(tokenize=BLEU_OPTIONS[direction], effective_order=True)
    assert ours(direction, BLEU) == pytest.approx(
        plain(direction, lambda a, b: bleu.sentence_score(a, [b]).score), abs=0.01
    )
    chrf = sacrebleu.CHRF()
    assert ours(direction, CHRF) == pytest.approx(
        plain(direction, lambda a, b: chrf.sentence_score(a, [b]).score), abs=0.01
    )


@needs_data
@pytest.mark.parametrize("direction", ["en-zh", "zh-en"])
def test_agreement_of_ter(direction):
    into_chinese = direction == "en-zh"
    ter = sacrebleu.TER(normalized=into_chinese, asian_support=into_chinese)
    expected = plain(direction, lambda a, b: -ter.sentence_score(a, [b]).score, SHORT)
    assert ours(direction, TER, SHORT) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    ("xs", "ys"), [([1, 2, 3, 3], [0, -1, 0, -5]), ([1, 1, 2], [3, 3, 3]), ([4, 4], [1, 2]), ([2, 1, 5], [1, 2, 2])]
)
def test_tau_b(xs, ys):
    assert scores.tau_b(xs, ys) == pytest.approx(plain_tau_b(xs, ys))


def test_systems_are_compared_within_their_segment_only():
    judged = {
        Key("d", 1, "a"): Judged("s", "t", 0.0),
        Key("d", 1, "b"): Judged("s", "t", -5.0),
        Key("d", 2, "a"): Judged("s", "t", -20.0),
        Key("d", 2, "b"): Judged("s", "t", -25.0),
        Key("e", 1, "a"): Judged("s", "t", -1.0),
        Key("e", 1, "b"): Judged("s", "t", -1.0),
    }
    values = dict(zip(judged, (0.2, 0.1, 0.9, 0.8, 0.5, 0.4), strict=True))
    found = scores.summed(values, Corpus("en", judged, {}))
    assert (found["tau"], found["segments"]) == (1.0, 2)
    assert found["pooled"] < 0


def test_auc_counts_every_pair_of_a_faulty_and_a_clean_translation():
    worst = {"a": "major", "b": "neutral", "c": "minor", "d": "critical", "e": "neutral"}
    judged = {Key("d", 1, name): Judged("s", "t", 0.0, severity) for name, severity in worst.items()}
    values = dict(zip(judged, (0.3, 0.3, 0.9, 0.1, 0.2), strict=True))
    faulty = [value for key, value in values.items() if judged[key].has_major]
    clean = [value for key, value in values.items() if not judged[key].has_major]
    won = [1.0 if bad < good else 0.5 if bad == good else 0.0 for bad in faulty for good in clean]
    assert scores.auc(values, Corpus("en", judged, {}), ["d"]) == pytest.approx(fmean(won))


@needs_data
def test_what_the_risk_was_fitted_on_is_not_what_is_reported():
    for lang in ("en", "zh"):
        docs = {key.doc for key in scores.corpus(DATA, lang).judged}
        apart = set(scores.kept_apart(docs))
        fitted = {row.key.doc for row in fit_risk.examples(scores.corpus(DATA, lang, sorted(docs)[:3]), Pipeline())}
        assert apart < docs and not fitted & set(scores.kept_apart(sorted(docs)[:3]))
