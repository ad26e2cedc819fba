"""A sentence of the source that nothing in the translation stands for.

What it finds
    A source sentence, title, heading, label or keyword line that the alignment pairs with nothing; in a unit of several
    sentences, as in a translation memory, one that has nothing opposite there.

Why it matters
    A reader of the translation cannot know what is missing. A lost result or a lost side effect changes what an
    abstract says; reviewers count it among the gravest errors.

What it leaves alone
    Blank lines, front matter such as authors and journal lines, a lone `Abstract`, and a sentence
    whose content went into a neighbouring sentence: the alignment pairs that as two sentences with one. A
    sentence that was moved is `moved-sentence`. A label or heading that is lost is minor, as is a line without
    words; an item of a list with an amount is not. A whole row of a table is one finding.

How to fix it
    Translate the sentence, unless it was left out on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks._unmatched import unmatched
from aligner.model import Context, Example, Hit, Pair, Rule


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    return unmatched(pair, "source", context, "this {} has no counterpart in the translation")


RULE = Rule(
    id="omission",
    title="Sentence without a translation",
    category="Accuracy/Omission",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("The joint was swollen.\nNo fracture was seen.", "关节肿胀。\n"),
        Example("关节肿胀。\n未见骨折。", "The joint was swollen.\n"),
    ),
    good=(
        Example("The joint was swollen.\n\nNo fracture was seen.", "关节肿胀。\n\n未见骨折。"),
        Example("关节肿胀。\n未见骨折。", "The joint was swollen.\nNo fracture was seen."),
    ),
    source="MQM: Accuracy, Omission",
)
