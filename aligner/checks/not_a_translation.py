"""The two texts are no translations of each other.

What it finds
    A source and a target that have no more to do with each other than any two texts: the wrong file was named, or
    the translation of another document. The pairing of such texts means nothing, so this is the only finding then;
    what other rules would say of the pairs is left out, and the report says so.

Why it matters
    Without it, the report would be a hundred findings about noise, of which a reader has to guess the reason.

What it leaves alone
    Translations of which a part is missing, in which other text stands too, that are free or bad, and texts in
    another order: of these at least some sentences are recognised. Nothing is said of texts of fewer than four
    sentences, since so little text proves nothing, nor where the alignment does not look at the words.

How to fix it
    Compare the names of the files. Where the texts do belong together, lock some pairs with --anchors.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.model import Context, Example, Hit, Pair, Rule

_ROAD = """\
The committee met in April to discuss the new road across the marshes.
Prices of wheat rose sharply after the harvest failed in the southern provinces.
She painted landscapes until her eyesight declined, and sold hardly any of them.
The train leaves at seven and arrives before noon, weather permitting."""
_BACK_PAIN = """\
腰痛是全世界各年龄段成人活动受限和残疾的最常见原因。
我们在三家医院的门诊患者中比较了规律运动与卧床休息的效果。
休息组有两名患者发生下肢深静脉血栓，均经抗凝治疗后痊愈。
随访一年，运动组的疼痛和步行距离均较休息组改善，未发生骨折。"""


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    if pairs and context.unrelated:
        yield Hit(
            "these texts do not look like translations of each other; nothing else is reported",
            subject="document",
        )


RULE = Rule(
    id="not-a-translation",
    title="Texts that do not belong together",
    category="Accuracy",
    severity="critical",
    scope="document",
    check=_check,
    bad=(
        Example(_ROAD, _BACK_PAIN),
        Example(_BACK_PAIN, _ROAD),
    ),
    good=(
        Example("The joint was swollen.\nNo fracture was seen.", "关节肿胀。\n未见骨折。"),
        Example("关节肿胀。\n未见骨折。", "The joint was swollen.\nNo fracture was seen."),
        Example("The joint was swollen.", "患者已出院。"),
    ),
)
