"""Chinese words written with a wrong character.

What it finds
    Words such as 显着 (显著), 即往 (既往), 甘油三脂 (甘油三酯) or 针炙 (针灸), in which a character of the same sound
    or shape has taken the place of the right one. Each word is reported once for the document, with all its places.

Why it matters
    Such a slip is what input methods and conversion from Traditional leave behind. Copy editors count them, and some
    change the term: 酯 and 脂 are different substances.

What it leaves alone
    Spellings about which houses differ (粘膜 and 黏膜), see variant-spelling; and Traditional texts, where 顯著 becomes
    显着 only by conversion.

How to fix it
    Write the word that is suggested.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks._flaws import Flaw, by_kind
from aligner.model import Context, Example, Pair, Rule, Span
from aligner.text.confusables import WRONG, confused


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    for start, wrong, right in confused(pair.target_text, WRONG):
        message = f"“{wrong}” has a wrong character; write {right}"
        yield Flaw(wrong, message, Span(start, start + len(wrong), wrong), right)


RULE = Rule(
    id="wrong-character",
    title="Wrong characters",
    category="Linguistic conventions/Spelling",
    severity="minor",
    scope="document",
    target_lang="zh",
    check=by_kind(_flaws),
    bad=(
        Example("The pain was significantly reduced.", "疼痛显着减轻。"),
        Example("Past history and triglycerides", "即往史与甘油三脂"),
    ),
    good=(
        Example("The pain was significantly reduced.", "疼痛显著减轻。"),
        Example("The mucosa and other membranes", "粘膜和其它膜"),
        Example("Differentiation of the syndrome", "辨证状况"),
    ),
    source="现代汉语词典, 7th edition; 全国科学技术名词审定委员会",
)
