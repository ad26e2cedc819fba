"""A sentence that does not end as a sentence.

What it finds
    A translated sentence without a full stop, or with a comma in its place, where the source sentence ends with one
    and the other sentences of the translation do. All such sentences are one finding.

Why it matters
    The sentence looks as if it had been cut off, and what follows is read on.

What it leaves alone
    Titles, labels and keywords; a note in brackets that ends with an identifier, as （注册号：NCT01234567）; a sentence
    that ends with another mark, such as a colon before a list; a translation whose sentences mostly do without, as
    subtitles do; and a single sentence, which shows no custom.

How to fix it
    End the sentence with 。 in Chinese, with a full stop in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.checks._flaws import Flaw, told_once
from aligner.model import Context, Example, Hit, Pair, Rule, Span
from aligner.text.identifiers import identifiers

_CLOSERS = "\\s\"'”’」』）)】》\\]"
_ENDED = re.compile(rf"[.。．｡！？!?][{_CLOSERS}]*$")
_ENDED_OTHERWISE = re.compile(rf"[…：:；;—][{_CLOSERS}]*$|\.{{3}}$")
_ITEM = re.compile(r"^[(（]?\d{1,2}[.)）、]|[;；]\s?(?:and|or)$")
_COMMA = re.compile(rf"[，,、][{_CLOSERS}]*$")
_NOTE = re.compile(r"[(（\[［【]([^()（）\[\]。]{1,60})[)）\]］】]")
_WORDS = re.compile(r"\w")
_CUSTOM = 2  # so many sentences with a full stop, at least, and for each one without it


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    asked = [pair for pair in pairs if _is_sentence(pair)]
    open_ended = [pair for pair in asked if not _ENDED.search(pair.target_text.rstrip())]
    if len(asked) - len(open_ended) >= _CUSTOM * max(1, len(open_ended)):
        stop = "。" if context.target_lang == "zh" else "."
        yield from told_once((pair, flaw) for pair in open_ended for flaw in _flaws(pair.target_text.rstrip(), stop))


def _is_sentence(pair: Pair) -> bool:
    """Whether a pair is running text whose source ends with a full stop."""
    segments = (*pair.source, *pair.target)
    plain = bool(pair.target) and all(segment.role == "body" for segment in segments)
    return plain and bool(_ENDED.search(pair.source_text.rstrip()))


def _flaws(text: str, stop: str) -> Iterator[Flaw]:
    if _is_note(text) or _ENDED_OTHERWISE.search(text) or _ITEM.search(text) or not _WORDS.search(text):
        return
    if comma := _COMMA.search(text):
        message = f"the sentence ends with a comma; write {stop}"
        yield Flaw("comma", message, Span.of(text, comma.start(), comma.start() + 1), stop)
        return
    at = max(0, len(text) - 1)
    yield Flaw(
        "missing", f"the sentence lacks its full stop; write {stop}", Span.of(text, at, len(text)), text[at:] + stop
    )


def _is_note(text: str) -> bool:
    """Whether a text is a label and an identifier in brackets, which is no sentence: （注册号：NCT01234567）."""
    note = _NOTE.fullmatch(text)
    return bool(note) and any(found.end == len(text) - 2 for found in identifiers(text[1:-1]))


RULE = Rule(
    id="final-stop",
    title="Full stop missing",
    category="Linguistic conventions/Punctuation",
    severity="minor",
    scope="document",
    check=_check,
    bad=(
        Example("Rest helped.\nThe pain was gone.\nHe walked.", "休息有效。\n疼痛消失\n患者可行走。"),
        Example("Rest helped.\nThe pain was gone.\nHe walked.", "休息有效。\n疼痛消失，\n患者可行走。"),
        Example("休息有效。\n疼痛消失。\n患者可行走。", "Rest helped.\nThe pain was gone\nHe walked."),
    ),
    good=(
        Example("Rest helped.\nThe pain was gone.", "休息有效\n疼痛消失"),
        Example(
            "Rest helped.\nThe pain was gone.\n(Trial registration: NCT01234567.)",
            "休息有效。\n疼痛消失。\n（临床试验注册号：NCT01234567）",
        ),
        Example("Rest helped.\nThese were:\nPain.", "休息有效。\n包括：\n疼痛。"),
        Example("休息有效。\n疼痛消失\n可行走。", "Rest helped.\nNo more pain\nHe walked."),
    ),
    source="GB/T 15834-2011, 4.1",
)
