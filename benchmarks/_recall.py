"""Plants errors in human translations and sees which rules find them, at the right place."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from _fires import places
from _plants import Damage, Plant, Sentence, TextDamage, TextPlant, with_target
from _terms import Checked, Text

from aligner.model import Finding, Lang, Place, Span

Check = Callable[[Text], Checked]


@dataclass(frozen=True)
class Outcome:
    """A planted error and the rules among those that should see it that did, at the right place."""

    kind: str
    lang: Lang
    before: Text
    after: Text
    row: int
    damage: Damage
    by: frozenset[str]


@dataclass(frozen=True)
class Planter:
    """Plants `number` errors a kind and direction in texts of human translations, drawn with one seed.

    `corpora` are drawn from in their order, so that the later ones fill up what is rare in the earlier ones.
    """

    corpora: Sequence[Sequence[Text]]
    check: Check
    number: int
    seed: int

    def outcomes(self, plant: Plant | TextPlant) -> Iterator[Outcome]:
        """Yield what became of the errors of one kind; only where its rules had been silent are they planted."""
        for lang in ("en", "zh"):
            chance = random.Random(f"{self.seed} {plant.kind} {lang}")
            count = 0
            for text in self._drawn(plant, lang, chance):
                made = _made(plant, text, chance)
                if made is None or any(finding.rule in plant.rules for finding in self.check(text).findings):
                    continue
                yield _judged(plant, text, made, self.check(made.text))
                count += 1
                if count == self.number:
                    break

    def _drawn(self, plant: Plant | TextPlant, lang: str, chance: random.Random) -> Iterator[Text]:
        """Yield texts in random order: whole ones, or each sentence as a text of its own."""
        for corpus in self.corpora:
            texts = [text for text in corpus if text.lang == lang]
            if isinstance(plant, Plant):
                texts = [Text(text.name, text.lang, (row,)) for text in texts for row in text.rows]
            yield from chance.sample(texts, len(texts))


def _made(plant: Plant | TextPlant, text: Text, chance: random.Random) -> TextDamage | None:
    if isinstance(plant, TextPlant):
        return plant.damage(text, chance)
    row = text.rows[0]
    damage = plant.damage(Sentence(row.source, row.target, text.lang), chance)
    if damage is None or damage.target == row.target:
        return None
    return TextDamage(with_target(text, 0, damage.target), 0, damage)


def _judged(plant: Plant | TextPlant, before: Text, made: TextDamage, after: Checked) -> Outcome:
    by = frozenset(f.rule for f in after.findings if f.rule in plant.rules and _is_right(f, made))
    return Outcome(plant.kind, before.lang, before, made.text, made.row, made.damage, by)


def _is_right(finding: Finding, made: TextDamage) -> bool:
    return any(
        place.pair - 1 in made.rows or (place.pair - 1 == made.row and _meets(place, made.damage))
        for place in places(finding)
    )


def _meets(place: Place, damage: Damage) -> bool:
    """Tell whether a place touches the damage, or the source words that it concerns."""
    if place.target is not None and _touches(place.target, damage.start, damage.end):
        return True
    return damage.source is not None and place.source is not None and _touches(place.source, *damage.source)


def _touches(span: Span, start: int, end: int) -> bool:
    """Tell whether a span overlaps a stretch, or stands at it where something was deleted."""
    return span.start < end and start < span.end if start < end else span.start <= start <= span.end
