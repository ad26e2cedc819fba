"""A label of a structured abstract that runs into its sentence.

What it finds
    A label such as 目的, 方法, 结果 or 结论 at the beginning of a Chinese sentence with neither a colon nor a space
    behind it, as in 目的探讨, where the source sets its label off.

Why it matters
    结果使用 reads as “as a result, used”: the reader takes the label for a word of the sentence, and programs that
    read structured abstracts miss the section.

What it leaves alone
    Sentences that begin with such a word and have no label opposite (结果表明).

How to fix it
    Write `目的：` or, as many Chinese journals do, `目的` with a space behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks._flaws import HAN, Flaw, by_kind
from aligner.model import Context, Example, Pair, Rule, Span
from aligner.text.sections import section_of

_ENGLISH = re.compile(r"\s*([A-Z][A-Za-z]+(?: and [A-Za-z]+)?|[A-Z]{4,})(?:\s?[:.：]\s*|\s+)(?=[A-Z0-9(\[])")
_CHINESE = re.compile(
    rf"\s*(资料与方法|材料与方法|对象与方法|背景与目的|目的|背景|方法|结果|结论|讨论)(?={HAN.pattern}|[A-Z0-9])"
)
_OF_A_WORD = re.compile(r"(?:方法学|结果[为是显表提发证示中与和及]|目的[是在为]|结论[是为]|背景[下中是为]|方法[是为])")
_SECTIONS = frozenset({"objective", "methods", "results", "conclusions", "background", "discussion"})


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    text = pair.target_text
    label, found = _ENGLISH.match(pair.source_text), _CHINESE.match(text)
    if label and found and not _OF_A_WORD.match(text.lstrip()) and _same_section(label[1], found[1]):
        source = Span.of(pair.source_text, *label.span(1))
        yield _flaw(Span.of(text, *found.span(1)), source)
    for segment in pair.target:
        behind = segment.block.text[segment.end : segment.end + 1]
        opens = _OF_A_WORD.match(segment.block.text, segment.start)
        if segment.role == "label" and pair.source and segment.text.isalpha() and behind.isalnum() and not opens:
            at = segment.start - pair.target[0].start
            yield _flaw(Span.of(text, at, at + len(segment.text)), None)


def _same_section(label: str, other: str) -> bool:
    return section_of(label) in _SECTIONS and section_of(label) == section_of(other)


def _flaw(label: Span, source: Span | None) -> Flaw:
    message = "the label runs into the sentence; set it off, with a colon for example"
    return Flaw("label", message, label, f"{label.text}：", source=source)


RULE = Rule(
    id="run-in-label",
    title="Labels that run into the sentence",
    category="Linguistic conventions/Punctuation",
    severity="minor",
    scope="document",
    target_lang="zh",
    check=by_kind(_flaws),
    bad=(
        Example("Objective To study the effect of rest.", "目的研究休息的效果。"),
        Example("Results: Pain was gone in 12 patients.", "结果12例患者疼痛消失。"),
    ),
    good=(
        Example("Objective To study the effect of rest.", "目的 研究休息的效果。"),
        Example("Results: Pain was gone in 12 patients.", "结果：12例患者疼痛消失。"),
        Example("The results show that rest helps.", "结果表明休息有效。"),
    ),
    source="GB/T 7713.2-2022",
)
