"""What makes a run fail: findings at or above the gate, thresholds that are not met, and what broke.

Thresholds hold for each document. Counts suit short texts, where one slip moves a score far.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from aligner import registry, selection
from aligner.config import Config
from aligner.errors import ConfigError
from aligner.model import SEVERITIES, Result

CLEAN, FOUND, BROKEN = 0, 1, 2


def judged(result: Result, config: Config) -> Result:
    """Return a result with the thresholds that it does not meet.

    Raises:
        ConfigError: a threshold names a score that there is none of, or of which less is better.
    """
    return replace(result, breaches=(*_low_scores(result, config), *_high_counts(result, config)))


def verdict(results: Iterable[Result]) -> int:
    """Return the exit code: 2 where something broke, 1 where something is at or above the gate, else 0."""
    worst = CLEAN
    for result in results:
        if any(skipped.failed for skipped in result.skipped):
            return BROKEN
        worst = max(worst, FOUND if _fails(result) else CLEAN)
    return worst


def _fails(result: Result) -> bool:
    config = result.config or Config()
    if result.breaches and config.fail_on != "never":
        return True
    return any(config.fails(finding.severity) for finding in result.counted)


def _low_scores(result: Result, config: Config) -> Iterator[str]:
    values = {score.name: score.value for score in result.scores}
    worse_high = {score.name for score in result.scores if score.lower_is_better}
    for name, least in dict(config.min_score).items():
        if values and name not in values:
            raise registry.unknown("score", name, values)
        if name in worse_high:
            raise ConfigError(
                f"min-score has '{name}', where less is better", "set [max-count], which suits short texts"
            )
        value = values.get(name)
        if value is not None and value < least:
            yield f"{name} is {_short(value, least)}, the least is {least:g}"


def _short(value: float, least: float) -> str:
    """Write a value with as many digits as show that it is below a bound.

    >>> _short(0.9499, 0.95), _short(0.7, 0.95)
    ('0.9499', '0.70')
    """
    digits = next((n for n in range(2, 9) if round(value, n) < least), 9)
    return f"{value:.{digits}f}"


def _high_counts(result: Result, config: Config) -> Iterator[str]:
    for name, most in dict(config.max_count).items():
        if name in SEVERITIES:
            count = sum(finding.severity == name for finding in result.counted)
        else:
            count = sum(selection.fits(name, finding.rule) for finding in result.counted)
        if count > most:
            kind = "" if name == selection.ALL else f"{name} "
            yield f"{count} {kind}finding{'' if count == 1 else 's'}, the most is {most}"
