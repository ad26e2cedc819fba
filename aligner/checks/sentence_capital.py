"""English sentences that begin with a small letter.

What it finds
    A sentence of the translation whose first word has no capital. All of them are one finding.

Why it matters
    The reader takes it for the rest of the sentence before, or for the raw output of a machine.

What it leaves alone
    First words that are written so: symbols and names such as `mRNA`, `p53`, `n-hexane`, `de Quervain`; what goes on
    from a segment that is not closed; items of a list, labels and keywords; and lines of chat, which have no full stop
    either.

How to fix it
    Write the capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.checks._flaws import Flaw, told_once
from aligner.model import Context, Example, Hit, Pair, Rule, Span
from aligner.text.addresses import masked
from aligner.text.english_sentences import abbreviates

_FIRST = re.compile(r"[\"“‘(\[\s]*([a-z][a-z]+)(?=[\s,’'-])")
_INSIDE = re.compile(r"((?<![.\w])[A-Za-z]{2,}|[\d%)\]])\.\s+([a-z][a-z]+)(?=[\s,’'])")
_WRITTEN_SMALL = re.compile(
    r"(?:de|da|di|du|del|della|van|von|der|den|la|le|el|al|bin|ibn|ter|ten|cis|trans|ortho|meta|para|tert|sec|iso|vs"
    r"|alpha|beta|gamma|delta|et|and|or|but|ie|eg|www|pH|i|ii|iii|iv|vi|vii|viii|ix|xi)\b"
)
_NUMBERED = re.compile(r"(?:^|[;:,]\s*|\s|[(\[])\d{1,3}[)\]]?$")
_CLOSED = re.compile(r"[.!?。！？][\"'”’)\]\s]*$")


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    found, before, labelled = [], "", False
    for pair in pairs:
        if pair.target and all(segment.role == "body" for segment in pair.target):
            closed = not labelled and (not before or bool(_CLOSED.search(before)))
            found += [(pair, flaw) for flaw in _flaws(pair, closed=closed)]
            before = pair.target_text
        labelled = pair.target_text.rstrip().endswith(":")
    yield from told_once(found)


def _flaws(pair: Pair, *, closed: bool) -> Iterator[Flaw]:
    text = masked(pair.target_text)
    first = _FIRST.match(text)
    if first and closed and (_CLOSED.search(text) or _CLOSED.search(pair.source_text)):
        yield from _small(pair, first, 1)
    for found in _INSIDE.finditer(text):
        if not abbreviates(found[1].lower()) and not _NUMBERED.search(text[: found.end(1)]):
            yield from _small(pair, found, 2)


def _small(pair: Pair, found: re.Match[str], group: int) -> Iterator[Flaw]:
    """Yield the flaw of a first word, save one that is written small, or an abbreviation, which letter-case tells."""
    word = found[group]
    if _WRITTEN_SMALL.match(word) or word.upper() in pair.source_text:
        return
    message = "the sentence begins with a small letter; write a capital"
    yield Flaw("capital", message, Span(*found.span(group), word), word.capitalize())


RULE = Rule(
    id="sentence-capital",
    title="Sentences without a capital",
    category="Linguistic conventions/Spelling",
    severity="minor",
    scope="document",
    target_lang="en",
    check=_check,
    bad=(
        Example("疼痛消失。", "the pain was gone."),
        Example("疼痛消失。患者可行走。", "The pain was gone. he walked."),
    ),
    good=(
        Example("疼痛消失。", "The pain was gone."),
        Example("mRNA升高。p53突变。", "mRNA rose. p53 was mutated."),
        Example("诊断：\n肺腺癌。", "Diagnosis:\nadenocarcinoma of the lung."),
        Example("王等，2019年", "Wang et al. found it, e.g. in the knee."),
    ),
    source="AMA Manual of Style, 11th edition, 10.1",
)
