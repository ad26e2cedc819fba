"""Pairs the segments of both sides; one file a method in `methods/`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aligner import registry
from aligner.model import Pair, Segment, Term

if TYPE_CHECKING:
    from aligner.alignment.method import Method
    from aligner.lexicon.lexicon import Lexicon

__all__ = ["align"]


def align(
    source: Sequence[Segment],
    target: Sequence[Segment],
    *,
    method: str = "lexical",
    lexicon: Lexicon | None = None,
    terms: Sequence[Term] = (),
) -> tuple[Pair, ...]:
    """Pair the segments of a text and its translation, English and Chinese in either order.

    Every segment is in exactly one pair, and pairs are in the order of both sides. A pair's score is the probability
    that it is right as it stands: that no other grouping is better, and that its sides are related at all; 0 where a
    side is empty. `lexicon` is loaded if none is given; `terms` count as sure translations.

    Raises:
        ConfigError: there is no such method, or it cannot do a text of this size.
    """
    from aligner.lexicon import load

    found: Method = registry.find("aligner.alignment.methods", "METHOD", method)
    words = lexicon or load()
    if terms and found.uses_lexicon:
        words = words.with_terms(terms)
    turned = _lang(source, target) == "zh"
    english, chinese = (target, source) if turned else (source, target)
    pairs = []
    for number, bead in enumerate(found.align(english, chinese, words), 1):
        sides = tuple(english[bead.e0 : bead.e1]), tuple(chinese[bead.z0 : bead.z1])
        left, right = reversed(sides) if turned else sides
        pairs.append(Pair(number, left, right, round(bead.score, 4) if left and right else 0.0, found.id))
    return tuple(pairs)


def _lang(source: Sequence[Segment], target: Sequence[Segment]) -> str:
    """Return the language of the source, from the other side where it is empty."""
    if source:
        return source[0].lang
    return "zh" if target and target[0].lang == "en" else "en"
