"""How many numbers have their counterpart on the other side, in 0 to 1: those that the rule `numbers` lets pass.

Counted are the figures of both sides, and whatever else the rule reported. A figure in a sentence without
counterpart has none either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from aligner.model import Pair, Score, Side, Span
from aligner.scores._interval import wilson
from aligner.scores._score import ScoreContext, Scorer, share, signature, two_sided
from aligner.text.numbers import numbers

RULE = "numbers"


def compute(pairs: Sequence[Pair], context: ScoreContext) -> Iterator[Score]:
    """Yield `number_accuracy`: numbers that agree over all numbers; no value where the rule did not run."""
    if context.rules is not None and RULE not in context.rules:
        yield Score("number_accuracy", None, signature(rule=f"{RULE} (did not run)", n=0))
        return
    reported = _reported(context)
    counts = [_count(pair, reported, context) for pair in pairs]
    total, wrong = sum(total for total, _ in counts), sum(wrong for _, wrong in counts)
    per_pair = tuple(share(total - wrong, total) for total, wrong in counts)
    how, interval = signature(rule=RULE, n=total, ci="wilson"), wilson(total - wrong, total)
    yield Score("number_accuracy", share(total - wrong, total), how, interval, per_pair)


def _reported(context: ScoreContext) -> dict[tuple[int | None, Side], list[Span]]:
    spans: dict[tuple[int | None, Side], list[Span]] = {}
    for finding in context.findings:
        if finding.rule == RULE and finding.source:
            spans.setdefault((finding.pair, "source"), []).append(finding.source)
        if finding.rule == RULE and finding.target:
            spans.setdefault((finding.pair, "target"), []).append(finding.target)
    return spans


def _count(pair: Pair, reported: dict[tuple[int | None, Side], list[Span]], context: ScoreContext) -> tuple[int, int]:
    """Return how many numbers a pair has, both sides together, and how many of these are wrong."""
    total = wrong = 0
    for side in get_args(Side):
        lang = context.source_lang if side == "source" else context.target_lang
        faults = reported.get((pair.id, side), [])
        figures = [number for number in numbers(pair.text(side), lang) if number.written == "figure"]
        right = [f for f in figures if not any(s.start < f.end and f.start < s.end for s in faults)]
        lost = 0 if two_sided(pair) else len(right)
        total += len(right) + len(faults)
        wrong += len(faults) + lost
    return total, wrong


SCORE = Scorer("number-accuracy", "how many numbers agree", compute, figures=("number_accuracy",), best=1)
