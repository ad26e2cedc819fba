"""Ranges joined by a tilde in English.

What it finds
    Ranges of figures such as `8~16 months` or `2 ～ 3` in an English translation. All of them are one finding.

Why it matters
    In English a tilde means “about”; ranges take an en dash or the word “to”. Experts mark the tilde as a wrong number
    format.

What it leaves alone
    A tilde before a single figure (`~30%`).

How to fix it
    Write `8–16 months` or `8 to 16 months`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks._flaws import Flaw, by_kind
from aligner.model import Context, Example, Pair, Rule, Span
from aligner.text.addresses import masked

_RANGE = re.compile(r"(?<![\w.])[+-]?(\d+(?:[.,]\d+)*%?)\s?[~～〜∼]\s?(\d+(?:[.,]\d+)*)(?![\w]*[~～〜∼])")


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    for found in _RANGE.finditer(masked(pair.target_text)):
        message = "a range with a tilde; English takes a dash"
        yield Flaw("tilde", message, Span(*found.span(), found[0]), f"{found[1]}–{found[2]}")


RULE = Rule(
    id="tilde-range",
    title="Ranges with a tilde in English",
    category="Locale conventions/Number format",
    severity="minor",
    scope="document",
    target_lang="en",
    check=by_kind(_flaws),
    bad=(Example("随访8～16个月。", "They were followed up for 8~16 months."),),
    good=(Example("随访8～16个月，约30%复发。", "They were followed up for 8–16 months; ~30% relapsed."),),
    source="AMA Manual of Style, 11th edition, 8.3.2",
)
