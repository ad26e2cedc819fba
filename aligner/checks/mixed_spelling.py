"""British and American spelling in one English translation.

What it finds
    Words in British spelling (tumour, oedema, randomised) in a translation that has others in American spelling
    (edema, behavior), or -ise beside -ize. The rarer kind is reported, once for the document.

Why it matters
    Journals take either and no mixture; it is among the first things that a copy editor corrects.

What it leaves alone
    Names with capitals (World Health Organization, Centers for Disease Control), quotations, -ize throughout a British
    text, which Oxford prefers, and words that differ in meaning (program, meter, gray).

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
    found: dict[str, list[_Found]] = {}
    for pair in pairs:
        for start, end, kind in spellings(masked(pair.target_text)):
            found.setdefault(kind, []).append((pair, Span.of(pair.target_text, start, end)))
    if "American" in found:
        yield from _mixed("British", found.get("British", []) + found.get("-ise", []), "American", found["American"])
    elif "-ise" in found:
        yield from _mixed("-ise", found["-ise"], "-ize", found.get("-ize", []))


def _mixed(name: str, ours: Sequence[_Found], other: str, theirs: Sequence[_Found]) -> Iterator[Hit]:
    """Yield the hit for the rarer of two ways to spell, where a text has both."""
    if not ours or not theirs:
        return
    if len(ours) > len(theirs):
        name, ours, other, theirs = other, theirs, name, ours
    message = f"{name} spelling, where the text has {other} elsewhere (“{theirs[0][1].text}”)"
    yield from told_once((pair, Flaw("spelling", message, span, other_spelling(span.text))) for pair, span in ours)


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
