"""Traditional or variant characters in a Simplified Chinese text.

What it finds
    Characters that Simplified Chinese does not write, such as those of 關節 for 关节, in a text that is otherwise
    Simplified. All places are one finding.

Why it matters
    They are the remains of a source or a memory in Traditional characters; readers stumble, and searches miss the
    word.

What it leaves alone
    Texts in Traditional characters, and words in which Simplified writes the character as well, such as 乾 in 乾隆.

How to fix it
    Write the Simplified characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.checks._flaws import HAN, Flaw, told_once
from aligner.model import Context, Example, Hit, Pair, Rule, Span
from aligner.text.traditional import TRADITIONAL

_MARKED = re.compile("t+")
_NAMES = frozenset("噁")  # in names of medicines, as the pharmacopoeia writes them: 磺胺甲噁唑
_TRADITIONAL_TEXT = 0.15  # of the characters; a Traditional text has .19 at least, a Simplified one .002 at most


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    flaws = [(pair, flaw) for pair in pairs for flaw in _flaws(pair.target_text, context)]
    length = sum(len(HAN.findall(pair.target_text)) for pair in pairs)
    if sum(len(flaw.target.text) for _, flaw in flaws) < _TRADITIONAL_TEXT * length:
        yield from told_once(flaws)


def _flaws(text: str, context: Context) -> Iterator[Flaw]:
    plain = context.lexicon.simplify(text) if context.lexicon else None
    strange = ((c != plain[k] if plain else c in TRADITIONAL) and c not in _NAMES for k, c in enumerate(text))
    marks = "".join("t" if is_strange else " " for is_strange in strange)
    for found in _MARKED.finditer(marks):
        start, end = found.span()
        message = "Traditional or variant characters in a Simplified text"
        yield Flaw("traditional", message, Span.of(text, start, end), plain[start:end] if plain else None)


RULE = Rule(
    id="traditional-character",
    title="Traditional characters in Simplified text",
    category="Linguistic conventions/Spelling",
    severity="minor",
    scope="document",
    target_lang="zh",
    check=_check,
    bad=(
        Example(
            "The pain of the knee joint was reduced after treatment.", "患者经治疗后膝關节疼痛减轻，活动度明显改善。"
        ),
    ),
    good=(
        Example("The knee joint was swollen.", "膝關節腫脹。"),
        Example("The knee joint was swollen.", "膝关节肿胀。"),
    ),
    source="通用规范汉字表 (2013)",
)
