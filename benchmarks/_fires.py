"""What rules report on translations that experts have marked: how often, and on marked words or elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from _terms import Checked, Error, Row

from aligner.model import SEVERITIES, Finding, Lang, Place, Severity


@dataclass(frozen=True)
class Fire:
    """A place that a finding names, in its row."""

    rule: str
    severity: Severity
    place: Place
    row: Row
    lang: Lang

    @property
    def marked(self) -> bool:
        """Whether it touches what an expert marked; without a place in the target, any error there counts."""
        return any(self._touches(error) for error in self.row.errors)

    def _touches(self, error: Error) -> bool:
        span = self.place.source if error.side == "source" else self.place.target
        if span is None:
            return error.side == "target" and _about_meaning(error)
        return span.start < max(error.end, error.start + 1) and error.start < max(span.end, span.start + 1)


def _about_meaning(error: Error) -> bool:
    return error.category.startswith(("Accuracy", "Terminology"))


def fires(texts: Iterable[Checked]) -> Iterator[Fire]:
    """Yield every place of every finding of the texts."""
    for text in texts:
        for finding in text.findings:
            for place in places(finding):
                row = text.text.rows[place.pair - 1]
                yield Fire(finding.rule, finding.severity, place, row, text.text.lang)


def places(finding: Finding) -> tuple[Place, ...]:
    """Return the places that a finding names; one about the document as a whole has none."""
    own = () if finding.pair is None else (Place(finding.pair, finding.source, finding.target),)
    return finding.places or own


def grave(severity: Severity) -> bool:
    return SEVERITIES.index(severity) >= SEVERITIES.index("major")


class BaseRate:
    """How often a place laid at random in the rows of a direction would touch what an expert marked.

    A span keeps its length and its side and is laid at each offset of each row with the same chance, so that long
    spans have a high base rate, as they should; a finding with a source span alone is laid on the rows as a whole.
    """

    def __init__(self, rows: Sequence[tuple[Lang, Row]]):
        self._rows = rows
        self._chance = cache(self._computed)

    def __call__(self, fire: Fire) -> float:
        span = fire.place.target
        return self._chance(fire.lang, None if span is None else max(1, span.end - span.start))

    def _computed(self, lang: Lang, length: int | None) -> float:
        rows = [row for at, row in self._rows if at == lang]
        if length is None:
            return sum(any(map(_about_meaning, row.errors)) for row in rows) / max(1, len(rows))
        met = [_touching(row, length) for row in rows]
        return sum(touching for touching, _ in met) / max(1, sum(starts for _, starts in met))


def _touching(row: Row, length: int) -> tuple[int, int]:
    """Return at how many offsets a span of this length touches an error of the target, and how many there are."""
    starts = max(1, len(row.target) - length + 1)
    touched = set()
    for error in row.errors:
        if error.side == "target":
            touched.update(range(max(0, error.start - length + 1), min(starts, max(error.end, error.start + 1))))
    return len(touched), starts
