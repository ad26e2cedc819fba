"""What a score is, and what it may ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aligner.model import MQM_WEIGHTS, Finding, Lang, Match, Pair, Score, Severity
from aligner.neural import Progress, Running
from aligner.scores._parallel import Parallel
from aligner.version import __version__


@dataclass(frozen=True, slots=True)
class Model:
    """A model that a score uses: what its `load` returned, the name it has in signatures, how many texts at once."""

    loaded: Any
    name: str
    batch_size: int


@dataclass(frozen=True, slots=True)
class ScoreContext:
    """What a score may ask besides the pairs.

    `reference` is the translation set beside its reference translations.
    `rules` names the rules that ran, None where all did. `weights` are the penalties of the severities. `models` are
    those that were asked for, by the id of the score; what takes long tells `progress` which share is done.
    """

    source_lang: Lang
    target_lang: Lang
    matches: tuple[Match, ...] = ()
    findings: tuple[Finding, ...] = ()
    reference: Parallel | None = None
    rules: tuple[str, ...] | None = None
    weights: Mapping[Severity, float] = field(default_factory=lambda: dict(MQM_WEIGHTS))
    models: Mapping[str, Model] = field(default_factory=dict)
    progress: Progress = lambda share: None


@dataclass(frozen=True, slots=True)
class Scorer:
    """A score: one file in `aligner/scores/` that assigns `SCORE`; `compute` may yield several figures.

    One against references has its `metric`, which makes sacrebleu's metric for a target language. `figures` are the
    names of what it yields, and `best` is the highest value of these, None where less is better. One with `load` needs
    a model, which that gets by its name, and is left out where none is named.
    """

    id: str
    title: str
    compute: Callable[[Sequence[Pair], ScoreContext], Iterable[Score]]
    metric: Callable[[Lang], Any] | None = None
    figures: tuple[str, ...] = ()
    best: float | None = None
    load: Callable[[str, Running], Any] | None = None

    @property
    def needs_reference(self) -> bool:
        """Whether it can be computed only against a reference translation."""
        return self.metric is not None


def signature(**fields: object) -> str:
    """Say how a figure was computed, in the manner of sacrebleu: `name:value` joined by `|`, our version last.

    >>> signature(n=3, over="pairs")
    'n:3|over:pairs|version:...'
    """
    return "|".join(f"{name}:{value}" for name, value in {**fields, "version": __version__}.items())


def share(part: float, whole: float) -> float | None:
    """Divide, or say None where there is nothing to divide by.

    >>> share(3, 4), share(0, 0)
    (0.75, None)
    """
    return part / whole if whole else None


def two_sided(pair: Pair) -> bool:
    """Say whether there is text on both sides; a blank line is none."""
    return bool(pair.source_text.strip() and pair.target_text.strip())
