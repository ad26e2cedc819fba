"""Full-width letters and figures in a Chinese text.

What it finds
    Letters and figures of the width of a Chinese character, such as ＭＲＩ or １２, reported once for the document with
    all places.

Why it matters
    Figures and Latin letters are half-width in Chinese, too (GB/T 15835); full-width ones are not found by a search,
    and programs do not read them as numbers.

What it leaves alone
    Full-width signs such as ＜ or ％, about which houses differ, and marks.

How to fix it
    Type them half-width.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from aligner.checks._flaws import Flaw, by_kind
from aligner.model import Context, Example, Pair, Rule, Span

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:[．－][０-９Ａ-Ｚａ-ｚ]+)*")


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    for found in _WIDE.finditer(pair.target_text):
        plain = unicodedata.normalize("NFKC", found.group())
        yield Flaw("wide", "full-width letters or figures; write them half-width", Span(*found.span(), found[0]), plain)


RULE = Rule(
    id="full-width-letters",
    title="Full-width letters and figures",
    category="Linguistic conventions/Punctuation",
    severity="minor",
    scope="document",
    target_lang="zh",
    check=by_kind(_flaws),
    bad=(
        Example("MRI was normal.", "ＭＲＩ检查正常。"),
        Example("There were 12 patients.", "共１２例患者。"),
    ),
    good=(
        Example("MRI was normal in 12 patients.", "12例患者MRI正常。"),
        Example("P<0.05", "P＜0.05"),
    ),
    source="GB/T 15835-2011",
)
