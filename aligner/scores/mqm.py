"""The penalty of the findings for 1,000 words or characters of the source, as MQM weighs errors; 0 is best.

It counts what the rules report, which is a part of what is wrong, and it is no judgement of an expert. The source is
what is counted, so that a translation does not gain by being wordy. In a short text one finding more or less moves it
far: look at the interval, or count findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from aligner.model import Pair, Score
from aligner.scores._interval import gamma
from aligner.scores._score import ScoreContext, Scorer, signature
from aligner.text.lengths import UNITS, length

_PER = 1000


def compute(pairs: Sequence[Pair], context: ScoreContext) -> Iterator[Score]:
    """Yield `mqm_per_1000_words`, from Chinese `mqm_per_1000_characters`; no value without text."""
    unit, lang = UNITS[context.source_lang], context.source_lang
    size = sum(length(pair.source_text, lang) for pair in pairs)
    found = Counter(finding.severity for finding in context.findings)
    counts = [(found[severity], weight) for severity, weight in context.weights.items()]
    how = signature(
        penalty=f"{_PER}*sum(weight*findings)/source_{unit}",
        weights=",".join(f"{severity}={weight:g}" for severity, weight in context.weights.items()),
        n=size,
        known="included",
        ci="gamma",
    )
    value, interval = None, None
    if size:
        value = _PER * sum(n * weight for n, weight in counts) / size
        least = min(filter(None, context.weights.values()), default=0)
        low, high = gamma(counts, least) if least else (0.0, 0.0)
        interval = (_PER * low / size, _PER * high / size)
    yield Score(f"mqm_per_{_PER}_{unit}", value, how, interval, lower_is_better=True)


SCORE = Scorer(
    "mqm",
    "penalty of the findings, weighed by severity (0 is best)",
    compute,
    figures=tuple(f"mqm_per_{_PER}_{unit}" for unit in UNITS.values()),
)
