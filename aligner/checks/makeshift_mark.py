"""Marks typed as on a typewriter in Chinese text.

What it finds
    Straight quotation marks around Chinese (`"静默"`), dots for an ellipsis (`等等...`) and hyphens for a dash
    (`疼痛--发热`). Each kind is reported once for the document, with all its places.

Why it matters
    Chinese has marks of its own for these: “ ”, …… and ——, each as wide as one or two characters (GB/T 15834).

What it leaves alone
    Quotations without any Chinese, marks for inches and seconds, code, addresses, and a run of dots that stands for
    nothing left out.

How to fix it
    Type “ ”, …… or ——.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks._flaws import HAN, Flaw, by_kind
from aligner.model import Context, Example, Pair, Rule, Span
from aligner.text.addresses import masked

_LONGEST = 80  # characters of a quotation
_DOTS = re.compile(rf"(?<={HAN.pattern})\.{{3,6}}(?![\w.\])`(])|。{{3,6}}")
_HYPHENS = re.compile(rf"(?<={HAN.pattern})--+(?={HAN.pattern})")


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    text = pair.target_text
    clean = masked(text)
    for start, end in _quotations(clean):
        if HAN.search(clean, start, end):
            message = 'straight quotation marks " " in Chinese text; write “ ”'
            yield Flaw("quotation marks", message, Span.of(text, start, end), f"“{text[start + 1 : end - 1]}”")
    for kind, pattern, mark in (("ellipsis", _DOTS, "……"), ("dash", _HYPHENS, "——")):
        for found in pattern.finditer(clean):
            message = f"{found[0]} for the {kind} of Chinese; write {mark}"
            yield Flaw(kind, message, Span.of(text, *found.span()), mark)


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield where quotations in straight marks begin and end; none where a mark lacks its partner.

    >>> list(_quotations('称为"静默"者')), list(_quotations('长6"，称为"静默"者'))
    ([(2, 6)], [(6, 10)])
    """
    marks = [found.start() for found in re.finditer(r'(?<!\d)"|(?<=\d)"(?=[^"]*$)', text)]
    if len(marks) % 2 == 0:
        pairs = zip(marks[::2], marks[1::2], strict=True)
        yield from ((start, end + 1) for start, end in pairs if end - start <= _LONGEST)


RULE = Rule(
    id="makeshift-mark",
    title="Typewriter marks in Chinese",
    category="Linguistic conventions/Punctuation",
    severity="minor",
    scope="document",
    target_lang="zh",
    check=by_kind(_flaws),
    bad=(
        Example("They call it “silent”.", '人们称之为"静默"。'),
        Example("Pain, fever and so on ...", "疼痛、发热等等..."),
        Example("There was pain – and fever.", "出现疼痛--还有发热。"),
    ),
    good=(
        Example("They call it “silent”.", "人们称之为“静默”。"),
        Example('The screw was 6" long: "Pro".', '螺钉长6"："Pro"。'),
        Example("Pain ... and fever", "疼痛……发热——"),
    ),
    source="GB/T 15834-2011, 4.8, 4.10 and 4.11",
)
