"""The article a or an before the wrong sound.

What it finds
    `a` before a word that is spoken with a vowel first (a hour, a MRI, a 8-week course) and `an` before one that is not
    (an unit, an one-year study, an UTI), in an English translation.

Why it matters
    English readers notice it at once; nothing shows more surely that no one who speaks the language has read the text.

What it leaves alone
    Words about which speakers differ (historical, herb), abbreviations that are spoken as a word by some and letter by
    letter by others (SNP, ROC), and the letter a that is a name (group a, hepatitis A).

How to fix it
    Write `an` where the next word begins with the sound of a vowel, `a` elsewhere: what counts is the sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.model import Context, Example, Hit, Pair, Rule, Span
from aligner.text.addresses import masked
from aligner.text.articles import article_before

_ARTICLE = re.compile(
    r"(?:(?<=[\s(“\"])a|(?<![\w.-])[Aa]n|(?:^|(?<=[.!?] ))A)(?=\s(?P<next>[A-Za-z0-9][A-Za-z0-9.,'’-]*))"
)


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    text = pair.target_text
    for found in _ARTICLE.finditer(masked(text)):
        right = article_before(found["next"])
        if right and right != found[0].lower():
            end = found.start() + len(found[0])
            shown = right.capitalize() if found[0][0].isupper() else right
            message = f"“{found[0]} {found['next']}”: write {shown}"
            yield Hit(message, target=Span.of(text, found.start(), end), suggestion=shown)


RULE = Rule(
    id="article",
    title="A or an",
    category="Linguistic conventions/Grammar",
    severity="minor",
    scope="pair",
    target_lang="en",
    check=_check,
    bad=(
        Example("行MRI检查1小时。", "A MRI scan took an hour."),
        Example("为期8周的研究", "It was a 8-week study."),
        Example("1例尿路感染", "He had an UTI."),
        Example("一年的研究", "It was an one-year study."),
    ),
    good=(
        Example(
            "一小时",
            "An HbA1c target; it took an hour; a unit of an hourly dose, a European, an X-ray, an HIV test.",
        ),
        Example("a组与b组", "In groups a and b, a one-year study; hepatitis A infection; a SARS case."),
    ),
    source="AMA Manual of Style, 11th edition, 11.9",
)
