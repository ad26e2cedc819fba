"""Brackets or quotation marks with nothing between them.

What it finds
    `()`, `（）`, `“”` and the like in the translation where the source has none.

Why it matters
    What stood between them was lost: an abbreviation, a figure, a reference. A reader sees at once that it is missing.

What it leaves alone
    Code such as `print()`, and what the source writes as well.

How to fix it
    Write what the source has between them, or leave the brackets out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from aligner.checks._flaws import Flaw, by_kind
from aligner.model import Context, Example, Pair, Rule, Span
from aligner.text.addresses import masked

_EMPTY = re.compile(r"(?<![\w\])])\(\s*\)|（\s*）|\[\s*\](?![(\[])|【\s*】|“\s*”|《\s*》|(?<=[\u3400-\u9fff])\(\s*\)")


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    known = Counter(_kind(found.group()) for found in _EMPTY.finditer(masked(pair.source_text)))
    for found in _EMPTY.finditer(masked(pair.target_text)):
        kind = _kind(found.group())
        known[kind] -= 1
        if known[kind] < 0:
            span = Span.of(pair.target_text, *found.span())
            yield Flaw(kind, f"nothing stands between “{kind[0]}” and “{kind[1]}”", span)


def _kind(found: str) -> str:
    """Return the two marks, half-width brackets as full-width ones.

    >>> _kind("( )"), _kind("【】")
    ('（）', '【】')
    """
    return (found[0] + found[-1]).translate({0x28: "（", 0x29: "）"})


RULE = Rule(
    id="empty-brackets",
    title="Empty brackets",
    category="Accuracy/Omission",
    severity="minor",
    scope="document",
    check=by_kind(_flaws),
    bad=(
        Example("Magnetic resonance imaging (MRI) was done.", "行磁共振成像（）检查。"),
        Example("行磁共振成像（MRI）检查。", "Magnetic resonance imaging () was done."),
    ),
    good=(
        Example("Call reset() first.", "先调用reset()。"),
        Example("签名：（　）", "Sign here: ( )"),
        Example("Magnetic resonance imaging (MRI) was done.", "行磁共振成像（MRI）检查。"),
    ),
)
