"""A sentence of the translation that nothing in the source stands for.

What it finds
    A sentence, title, heading, label or keyword line of the translation that the alignment pairs with nothing; in a
    unit of several sentences, one that has nothing opposite there.

Why it matters
    The translation says something the author did not. It may be a remark of the translator, a sentence
    translated twice, or one that has lost its source in a later version of the text.

What it leaves alone
    Blank lines, front matter, and one source sentence rendered as several. A label or heading that the
    translation adds is minor, as is a line without words.

How to fix it
    Delete the sentence, mark it as the translator's note, or bring the source up to date.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks._unmatched import unmatched
from aligner.model import Context, Example, Hit, Pair, Rule


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    return unmatched(pair, "target", context, "this {} has no counterpart in the source")


RULE = Rule(
    id="addition",
    title="Sentence without a source",
    category="Accuracy/Addition",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("The joint was swollen.\n", "关节肿胀。\n建议患者尽早就诊。"),
        Example("关节肿胀。\n", "The joint was swollen.\nPatients should see a doctor early."),
    ),
    good=(
        Example("The joint was swollen.\n", "关节肿胀。\n"),
        Example("关节肿胀。\n未见骨折。", "The joint was swollen.\nNo fracture was seen."),
    ),
    source="MQM: Accuracy, Addition",
)
