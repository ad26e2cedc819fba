"""Names of months, peoples, languages and places in small letters.

What it finds
    Words such as kenya, chinese, january or friday without their capital in an English translation. Each word is
    reported once for the document, with all its places.

Why it matters
    English writes these with a capital everywhere; in small letters they look like the raw output of a machine.

What it leaves alone
    Words that are common words as well (may, march, polish, turkey), those that medicine writes small (roman numerals,
    petri dish), addresses and code.

How to fix it
    Write the capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks._flaws import Flaw, by_kind
from aligner.model import Context, Example, Pair, Rule, Span
from aligner.text.addresses import masked
from aligner.text.proper_nouns import CUSTOMARY, MONTHS, PROPER

_WORD = re.compile(r"(?<![\w@#/._-])[a-z]{4,}(?![\w@/_]|\.[a-z])")


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    text = CUSTOMARY.sub(lambda found: "\0" * len(found[0]), masked(pair.target_text))
    found = [*(m for m in _WORD.finditer(text) if m[0] in PROPER), *MONTHS.finditer(text)]
    for match in found:
        name = match[0].capitalize()
        yield Flaw(match[0], f"“{match[0]}” takes a capital: {name}", Span(*match.span(), match[0]), name)


RULE = Rule(
    id="proper-noun-case",
    title="Proper nouns in small letters",
    category="Linguistic conventions/Spelling",
    severity="minor",
    scope="document",
    target_lang="en",
    check=by_kind(_flaws),
    bad=(
        Example("患者来自肯尼亚。", "The patients came from kenya."),
        Example("2019年1月至5月，纳入中国患者。", "From january to may 2019, chinese patients were included."),
    ),
    good=(
        Example("患者来自肯尼亚。", "The patients came from Kenya."),
        Example("患者可步行。", "The patients may march."),
    ),
    source="AMA Manual of Style, 11th edition, 10.3",
)
