"""An English sentence that breaks off: an article without its noun.

What it finds
    An article in front of a preposition, a conjunction, a verb or a stop (*the of patients*, *the was higher*, *an.*)
    in an English translation.

Why it matters
    A word fell out while the sentence was edited, and mostly it is the one that matters: a term.

What it leaves alone
    What can follow an article (an in vitro study, the at risk group, the above), code and addresses, and all other
    gaps, which are not sure.

How to fix it
    Write the noun that the source has, or delete the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.model import Context, Example, Hit, Pair, Rule, Span
from aligner.text.addresses import masked
from aligner.text.gaps import gaps


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    text = pair.target_text
    for start, end in gaps(masked(text)):
        yield Hit(f"a word is missing in “{text[start:end]}”", target=Span.of(text, start, end))


RULE = Rule(
    id="missing-word",
    title="Article without its noun",
    category="Linguistic conventions/Grammar",
    severity="major",
    scope="pair",
    target_lang="en",
    check=_check,
    bad=(
        Example("两组发生率相似。", "The of the two groups was similar."),
        Example("对照组较高。", "Levels were higher in the than before."),
        Example("取自股骨。", "It was taken from the."),
    ),
    good=(
        Example("体外研究", "An in vitro study of the at risk group; the above and the by-product."),
        Example("WHO与OR", "The WHO and the OR (odds ratio); the on-treatment analysis; the, so to speak, old way."),
    ),
    source="MQM: Linguistic conventions, Grammar",
)
