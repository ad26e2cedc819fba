"""Names that were broken by spaces.

What it finds
    A name or a long word that the source writes in one and the translation in several pieces: `K 562` for K562,
    `ULB P1` for ULBP1, `Mutation Taster` for MutationTaster, `p. Gly276 Glu` for p.Gly276Glu. Each is reported once
    for the document, with all its places.

Why it matters
    The name is no longer found by a search, and reads as two.

What it leaves alone
    Spaces that the source has as well, figures with their units (`5 mg`), groups of figures, and a hyphen for a space.

How to fix it
    Write the name as the source does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from aligner.checks._flaws import Flaw, by_kind
from aligner.model import Context, Example, Pair, Rule, Span
from aligner.text.addresses import masked
from aligner.text.names import Name, bare, names

_MOST = 5  # pieces
_LONG_WORD = 12  # letters
_VIRUS = re.compile(r"[A-Z][A-Za-z]?V \d{1,3}")
"""A type of virus, which is written in both ways: HPV 16, HPV16."""
_COLUMN = re.compile(r"(?:mm|cm) ?(?:Hg|H2O)", re.IGNORECASE)
"""A unit of pressure, which journals write in both ways: mmHg, mm Hg."""
_GAP = re.compile(r"[ \u00a0]?[-/.+:&]?[ \u00a0]?")


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    text = masked(pair.target_text)
    source = {name.key: name for name in names(masked(pair.source_text)) if _is_name(name.text)}
    pieces = list(names(text)) if source else []
    at = 0
    while at < len(pieces):
        size = next((n for n in range(_MOST, 1, -1) if _written_apart(text, pieces[at : at + n], source, n)), 1)
        if size > 1:
            run = Span.of(pair.target_text, pieces[at].start, pieces[at + size - 1].end)
            own = source[bare(run.text).casefold()]
            if run.text not in pair.source_text and not (_VIRUS.fullmatch(run.text) or _COLUMN.fullmatch(run.text)):
                yield Flaw(own.text, f"“{run.text}” is one name in the source: {own.text}", run, own.text,
                           source=Span(own.start, own.end, own.text))  # fmt: skip
        at += size


def _is_name(text: str) -> bool:
    """Whether a run of letters and figures is a name with capitals inside or figures, or a long word; no measure."""
    if text[0].isdigit() or len(bare(text)) < 3 or not text.isascii() or "+" in text or text.isdigit():
        return False
    return any(c.isupper() or c.isdigit() for c in text[1:]) or (text.isalpha() and len(text) >= _LONG_WORD)


def _written_apart(text: str, pieces: list[Name], source: dict[str, Name], size: int) -> bool:
    if len(pieces) < size:
        return False
    gaps = [text[a.end : b.start] for a, b in pairwise(pieces)]
    if not all(_GAP.fullmatch(gap) for gap in gaps) or not any(gap.isspace() or " " in gap for gap in gaps):
        return False
    run = text[pieces[0].start : pieces[-1].end]
    own = source.get(bare(run).casefold())
    return own is not None and _partings(run) > _partings(own.text)


def _partings(text: str) -> int:
    """Return how many spaces, hyphens and other signs part a name."""
    return len(text) - len(bare(text))


RULE = Rule(
    id="broken-name",
    title="Names broken by spaces",
    category="Linguistic conventions/Spelling",
    severity="minor",
    scope="document",
    check=by_kind(_flaws),
    bad=(
        Example("K562细胞表达ULBP1。", "K 562 cells expressed ULB P1."),
        Example("MutationTaster predicted p.Gly276Glu.", "Mutation Taster预测p. Gly276 Glu。"),
    ),
    good=(
        Example("K562细胞，5mg", "K562 cells, 5 mg"),
        Example("血压108/66 mmHg", "Blood pressure was 108/66 mm Hg."),
        Example("HPV16阳性", "HPV 16 positive"),
        Example("IL-6 and SARS-CoV-2 in 12 patients", "12例患者的IL-6和SARS-CoV2"),
    ),
    source="MQM: Linguistic conventions, Spelling",
)
