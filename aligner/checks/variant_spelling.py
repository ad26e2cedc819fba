"""Chinese spellings that many houses no longer accept.

What it finds
    粘膜 for 黏膜, 其它 for 其他, 成份 for 成分, 适应症 for 适应证, 综合症 for 综合征 and their like. Each is
    reported once for the document, with all its places.

Why it matters
    The committee for scientific terms and most medical journals have settled on the other form. A reader understands
    both.

What it leaves alone
    Everything where the two forms differ in meaning.

How to fix it
    Follow your journal. The rule is off by default, since both forms are in use: human translations of medical texts
    have the older one once in 100 to 800 sentences, and experts do not mark it.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks._flaws import Flaw, by_kind
from aligner.model import Context, Example, Pair, Rule, Span
from aligner.text.confusables import STYLE, confused


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    for start, old, new in confused(pair.target_text, STYLE):
        message = f"“{old}” is written {new} by most journals"
        yield Flaw(old, message, Span(start, start + len(old), old), new)


RULE = Rule(
    id="variant-spelling",
    title="Older spellings",
    category="Style/Organizational style",
    severity="neutral",
    scope="document",
    target_lang="zh",
    check=by_kind(_flaws),
    bad=(
        Example("The gastric mucosa was normal.", "胃粘膜正常。"),
        Example("Other causes", "其它原因"),
    ),
    good=(
        Example("The gastric mucosa was normal.", "胃黏膜正常。"),
        Example("Adhesions and other causes", "粘连及其他原因"),
    ),
    source="第一批异形词整理表 (GF 1001-2001); 全国科学技术名词审定委员会",
    on_by_default=False,
)
