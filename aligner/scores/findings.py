"""How many findings of each severity there are; known ones count too, and one that stands for several counts once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from aligner.model import SEVERITIES, Pair, Score
from aligner.scores._score import ScoreContext, Scorer, signature


def compute(pairs: Sequence[Pair], context: ScoreContext) -> Iterator[Score]:
    """Yield `findings_critical`, `findings_major`, `findings_minor` and `findings_neutral`; none without pairs."""
    for severity in reversed(SEVERITIES):
        found = Counter(finding.pair for finding in context.findings if finding.severity == severity)
        each = tuple(float(found[pair.id]) for pair in pairs)
        how = signature(count="findings", known="included")
        value = float(found.total()) if pairs else None
        yield Score(f"findings_{severity}", value, how, per_pair=each, lower_is_better=True)


SCORE = Scorer(
    "findings",
    "how many findings of each severity there are",
    compute,
    figures=tuple(f"findings_{name}" for name in SEVERITIES),
)
