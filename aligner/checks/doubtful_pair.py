"""A pair that the aligner is not sure of, where --min-confidence asks for such pairs.

What it finds
    A pair whose confidence is below the figure given. Confidence is the probability, 0 to 1, that these sentences
    belong together as they stand: of pairs with 0.9, nine in ten are right. The message names it.

Why it matters
    What other rules say of a pair rests on its being right. A doubtful pair is a free translation, a sentence that
    is merged, split or moved, or a slip of the aligner; a look decides which.

What it leaves alone
    Everything, unless the option is given. Sentences without counterpart are reported as such; labels and blank
    lines prove nothing. It is neutral, so it fails no gate but --fail-on neutral.

How to fix it
    Where the pair is right, nothing. Where it is not, put the right one into a file and name it with --anchors.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.model import Context, Example, Hit, Pair, Rule


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    limit = context.min_confidence
    if limit is None or not (pair.source and pair.target) or pair.score >= limit:
        return
    if any(segment.role != "label" and segment.text.strip() for segment in (*pair.source, *pair.target)):
        yield Hit(f"these sentences may not belong together (confidence {pair.score:.2f}, below {limit:g})")


RULE = Rule(
    id="doubtful-pair",
    title="Pair below the confidence asked for",
    category="Accuracy",
    severity="neutral",
    scope="pair",
    check=_check,
    bad=(
        Example("The joint was swollen.", "膝部发红发热。"),
        Example("膝部发红发热。", "The joint was swollen."),
    ),
    good=(
        Example("The joint was swollen.", "关节肿胀。"),
        Example("关节肿胀。", "The joint was swollen."),
    ),
)
