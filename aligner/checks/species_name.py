"""Latin names of species with wrong capitals.

What it finds
    A species written with a capital in its second word (Staphylococcus Aureus, E. Coli) or without one in its first
    (staphylococcus aureus, e. coli). Each is reported once for the document, with all its places.

Why it matters
    The codes of nomenclature know one way: the genus with a capital, the species in small letters.

What it leaves alone
    The genus alone, which is an English word in small letters (staphylococcus); Chinese names; text in capitals; what
    the source writes in the same way.

How to fix it
    Write `Staphylococcus aureus`, `E. coli`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks._flaws import Flaw, by_kind
from aligner.model import Context, Example, Pair, Rule, Span
from aligner.text.species import EPITHETS, SPECIES

_BINOMIAL = re.compile(r"(?<![A-Za-z.])([A-Za-z][a-z]{2,}|[A-Za-z]\.)(?=\s?([A-Z]?[a-z]{3,})(?![A-Za-z]))")


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    for found in _BINOMIAL.finditer(pair.target_text):
        genus, epithet = found[1].lower(), found[2].lower()
        if epithet not in (EPITHETS if genus.endswith(".") else SPECIES.get(genus, ())):
            continue
        right = f"{genus.capitalize()} {epithet}"
        written = Span.of(pair.target_text, found.start(1), found.end(2))
        if written.text.replace(" ", "") != right.replace(" ", "") and written.text not in pair.source_text:
            yield Flaw(written.text, f"“{written.text}” is written {right}", written, right)


RULE = Rule(
    id="species-name",
    title="Species with wrong capitals",
    category="Linguistic conventions/Spelling",
    severity="minor",
    scope="document",
    check=by_kind(_flaws),
    bad=(
        Example("Staphylococcus aureus was found.", "检出Staphylococcus Aureus。"),
        Example("检出大肠埃希菌。", "E. Coli was found."),
        Example("检出金黄色葡萄球菌。", "There was staphylococcus aureus."),
    ),
    good=(
        Example("Staphylococcus aureus was found.", "检出金黄色葡萄球菌（Staphylococcus aureus）。"),
        Example("检出大肠埃希菌。", "E. coli and a staphylococcus were found."),
    ),
    source="International Code of Nomenclature of Prokaryotes; AMA Manual of Style, 11th edition, 14.14",
)
