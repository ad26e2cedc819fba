"""How likely a professional would change each pair: an order to read the pairs in, the riskiest first.

It is a risk, not a quality: it says where to look first, and nothing of how good a text is. A logistic regression
weighs a few features of the pair, of which each may only raise the risk; `data/risk.json` holds the weights, what they
were fitted on, and the command that fits them anew.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from statistics import median
from typing import Protocol

from aligner.model import RIGHT, Finding, Lang, Match, Pair, Role
from aligner.text.lengths import counts, expected_letters

_GRAVE = ("major", "critical")
_WORDED: tuple[Role, ...] = ("body", "title", "heading")
_PRIOR = 5  # pairs that the usual ratio of lengths weighs beside the document's own
_LARGEST_MISFIT = 1.0


class Words(Protocol):
    """What is asked of a lexicon."""

    def translates(self, en_text: str, zh_text: str, /) -> float:
        """Return how well the words of two texts cover each other, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of the pairs besides themselves."""

    source_lang: Lang
    lexicon: Words
    matches: Sequence[Match] = ()
    findings: Sequence[Finding] = ()


def risks(pairs: Sequence[Pair], known: Evidence) -> tuple[float | None, ...]:
    """Return the risk of each pair in 0 to 1, to be read beside that of other pairs.

    A sentence without counterpart is sure to be changed where a finding names it. Where none does, it has no risk, and
    neither has a label.

    >>> from aligner import lexicon, pipeline
    >>> pairs = pipeline.align(pipeline.document("Knee pain. Fever.", "膝关节疼痛。发热。"))
    >>> found = risks(pairs, Evidence("en", lexicon.load()))
    >>> [0 < risk < 1 for risk in found]
    [True, True]
    """
    weights = _weights()
    reported = {finding.pair for finding in known.findings}
    told = features(pairs, known)
    found: list[float | None] = []
    for pair, row in zip(pairs, told, strict=True):
        if row is None:
            alone = bool(pair.source) != bool(pair.target)
            found.append(1.0 if alone and pair.id in reported else None)
        else:
            total = weights["constant"] + sum(weights[name] * value for name, value in row.items())
            found.append(1 / (1 + math.exp(-total)))
    return tuple(found)


def features(pairs: Sequence[Pair], known: Evidence) -> list[dict[str, float] | None]:
    """Return what is weighed of each pair, None for labels and for pairs with an empty side."""
    findings: dict[int | None, list[Finding]] = {}
    for finding in known.findings:
        for pair_id in {finding.pair, *(place.pair for place in finding.places)}:
            findings.setdefault(pair_id, []).append(finding)
    matches: dict[int, list[Match]] = {}
    for match in known.matches:
        matches.setdefault(match.pair, []).append(match)
    misfits = _misfits(pairs, known.source_lang)
    return [
        {
            **_of_findings(findings.get(pair.id, ())),
            **_of_terms(matches.get(pair.id, ())),
            **_of_words(pair, known),
            "length misfit": misfits.get(pair.id, 0.0),
        }
        if _is_worded(pair)
        else None
        for pair in pairs
    ]


def _is_worded(pair: Pair) -> bool:
    return bool(pair.source and pair.target) and any(s.role in _WORDED for s in pair.source)


def _sides(pair: Pair, source_lang: Lang) -> tuple[str, str]:
    """Return the English and the Chinese text."""
    texts = pair.source_text, pair.target_text
    return texts if source_lang == "en" else (texts[1], texts[0])


def _misfits(pairs: Sequence[Pair], source_lang: Lang) -> dict[int, float]:
    """Return how far the lengths of the sides of pairs are from what is usual in their document, as a logarithm."""
    ratios: dict[int, float] = {}
    for pair in filter(_is_worded, pairs):
        english, chinese = _sides(pair, source_lang)
        letters, expected = counts(english)[1], expected_letters(chinese)
        if letters and expected:
            ratios[pair.id] = math.log(expected / letters)
    usual = median(ratios.values()) * len(ratios) / (len(ratios) + _PRIOR) if ratios else 0.0
    return {number: min(abs(ratio - usual), _LARGEST_MISFIT) for number, ratio in ratios.items()}


def _of_findings(findings: Sequence[Finding]) -> dict[str, float]:
    """Count them by what they are about and how grave they are; the second of a kind says less than the first."""
    counts = dict.fromkeys(("meaning, grave", "meaning, minor", "term, grave", "term, minor", "form"), 0)
    for finding in findings:
        about, _, _ = finding.category.partition("/")
        grave = "grave" if finding.severity in _GRAVE else "minor"
        name = {"Accuracy": f"meaning, {grave}", "Terminology": f"term, {grave}"}.get(about, "form")
        counts[name] += finding.severity != "neutral"
    return {name: math.log1p(count) for name, count in counts.items()}


def _of_terms(matches: Sequence[Match]) -> dict[str, float]:
    return {"terms not as the glossary says": math.log1p(sum(match.status not in RIGHT for match in matches))}


def _of_words(pair: Pair, known: Evidence) -> dict[str, float]:
    return {
        "words unexplained": 1 - known.lexicon.translates(*_sides(pair, known.source_lang)),
        "doubt of the pairing": 1 - pair.score,
        "length": math.log(max(len(pair.source_text.strip()), 1)),
        "into English": float(known.source_lang == "zh"),
    }


@cache
def _weights() -> Mapping[str, float]:
    weights: dict[str, float] = json.loads(files("aligner.data").joinpath("risk.json").read_text("utf-8"))["weights"]
    return weights
