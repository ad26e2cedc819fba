"""A sentence that the translation has in another place than the source.

What it finds
    A source sentence and a translated one that are left over on either side and belong together.

Why it matters
    The order of an abstract carries its argument: a limitation moved behind the conclusion reads otherwise. And what
    looks like an omission here and an addition there is neither.

What it leaves alone
    Clauses that change their order within a sentence, and sentences that were merged or divided.

How to fix it
    Put the sentence where the source has it, or accept the finding where the order was changed on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.model import Context, Example, Hit, Pair, Place, Rule, Span


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    by_id = {pair.id: pair for pair in pairs}
    for lost, found in context.moved:
        source, target = by_id[lost].source_text, by_id[found].target_text
        here, there = Span.of(source, 0, len(source)), Span.of(target, 0, len(target))
        yield Hit(
            f"this sentence stands in another place in the translation: see pair {found}",
            source=here,
            pair=lost,
            places=(Place(lost, here), Place(found, None, there)),
        )


_STORY_EN = (
    "The knee was swollen and painful for three weeks.\nNo fracture was found on the radiographs.\n"
    "Ibandronate was given once by infusion.\nAll symptoms had resolved after nine months."
)
_STORY_ZH = "膝关节肿胀疼痛三周。\nX线片未见骨折。\n静脉输注伊班膦酸一次。\n九个月后所有症状均已缓解。"
_MOVED_EN = (
    "No fracture was found on the radiographs.\nIbandronate was given once by infusion.\n"
    "All symptoms had resolved after nine months.\nThe knee was swollen and painful for three weeks."
)
_MOVED_ZH = "X线片未见骨折。\n静脉输注伊班膦酸一次。\n九个月后所有症状均已缓解。\n膝关节肿胀疼痛三周。"

RULE = Rule(
    id="moved-sentence",
    title="Sentence in another place",
    category="Style/Organizational style",
    severity="minor",
    scope="document",
    check=_check,
    bad=(Example(_STORY_EN, _MOVED_ZH), Example(_STORY_ZH, _MOVED_EN)),
    good=(Example(_STORY_EN, _STORY_ZH), Example(_STORY_ZH, _STORY_EN)),
    source="MQM: Style, Organizational style",
)
