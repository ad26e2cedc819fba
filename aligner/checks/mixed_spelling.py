"""British and American spelling in one English translation.

What it finds
    Words in British spelling (tumour, oedema, randomised) in a translation that has others in American spelling
    (edema, behavior), or the reverse. The rarer kind is reported, once for the document.

Why it matters
    Journals take either and no mixture; it is among the first things that a copy editor corrects.

What it leaves alone
    Names with capitals (World Health Organization, Centers for Disease Control), quotations, -ize in British text,
    which Oxford prefers, and words that differ in meaning (program, meter, gray).

How to fix it
    Follow the journal, or the kind that prevails.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.checks._flaws import Flaw, told_once
from aligner.model import Context, Example, Hit, Pair, Rule, Span
from aligner.text.addresses import masked
from aligner.text.spelling import other_spelling, spellings

_Found = tuple[Pair, Span]


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    british: list[_Found] = []
    american: list[_Found] = []
    for pair in pairs:
        for start, end, kind in spellings(masked(pair.target_text)):
            (british if kind == "British" else american).append((pair, Span.of(pair.target_text, start, end)))
    if not british or not american:
        return
    rare, usual = (british, american) if len(british) <= len(american) else (american, british)
    names = ("British", "American") if rare is british else ("American", "British")
    message = f"{names[0]} spelling, where the text has {names[1]} elsewhere (“{usual[0][1].text}”)"
    yield from told_once((pair, Flaw("spelling", message, span, other_spelling(span.text))) for pair, span in rare)


RULE = Rule(
    id="mixed-spelling",
    title="British and American spelling mixed",
    category="Style/Inconsistent style",
    severity="minor",
    scope="document",
    target_lang="en",
    check=_check,
    bad=(
        Example("肿瘤周围水肿。\n行为改变。", "There was oedema around the tumour.\nThe behavior changed."),
        Example("肿瘤复发。\n肿瘤切除。", "The tumour recurred.\nThe tumor was removed."),
    ),
    good=(
        Example("肿瘤周围水肿。", "There was oedema around the tumour; it was randomized."),
        Example("世卫组织，肿瘤", "The Centers for Disease Control saw a tumour."),
    ),
    source="AMA Manual of Style, 11th edition, 10.3.6",
)
