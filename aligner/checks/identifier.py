"""Registry numbers, DOIs and addresses that are not the source's.

What it finds
    A trial's registration (NCT, ChiCTR, ISRCTN, PROSPERO and others), a DOI, PMID or PMC number, an accession or SNP
    number, a URL or an e-mail address in the source that the translation changes (critical) or leaves out (major).

Why it matters
    One wrong digit leads to another study, to another gene, or nowhere.

What it leaves alone
    Case, and the sign between prefix and number (`NCT 01234567`, `PMID: 123`); an identifier that stands in another
    sentence of the translation; and those that only the translation has.

How to fix it
    Copy the identifier from the source.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from aligner.model import Context, Example, Hit, Pair, Rule, Span
from aligner.text.identifiers import Identifier, identifiers

_ALIKE = 0.6  # from here on, two identifiers of a kind are one that was changed


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    target = [(pair, identifier) for pair in pairs for identifier in identifiers(pair.target_text)]
    source = [(pair, identifier) for pair in pairs for identifier in identifiers(pair.source_text)]
    given, written = ({identifier.key for _, identifier in side} for side in (source, target))
    for pair, identifier in source:
        if pair.target and identifier.key not in written:
            others = [i for p, i in target if p.id == pair.id and i.key not in given]
            yield _hit(pair, identifier, _changed(identifier, others))


def _changed(identifier: Identifier, others: Sequence[Identifier]) -> Identifier | None:
    """Return what stands in the place of an identifier, None where it was left out."""

    def likeness(other: Identifier) -> float:
        return difflib.SequenceMatcher(None, identifier.key, other.key, autojunk=False).ratio()

    best = max((o for o in others if o.kind == identifier.kind), key=likeness, default=None)
    return best if best and likeness(best) >= _ALIKE else None


def _hit(pair: Pair, identifier: Identifier, changed: Identifier | None) -> Hit:
    source = Span(identifier.start, identifier.end, identifier.text)
    if changed is None:
        message = f"the {identifier.kind} {identifier.text} is missing in the translation"
        return Hit(message, source=source, severity="major", pair=pair.id)
    target = Span(changed.start, changed.end, changed.text)
    message = f"the {identifier.kind} was changed: the source has {identifier.text}"
    return Hit(message, source, target, identifier.text, pair=pair.id)


RULE = Rule(
    id="identifier",
    title="Identifiers changed or lost",
    category="Accuracy/Mistranslation",
    severity="critical",
    scope="document",
    check=_check,
    bad=(
        Example("Registered as NCT01234567.", "注册号：NCT01234576。"),
        Example("See https://example.org/a1.", "见https://example.org/al。"),
        Example("注册号：ChiCTR2000012345。", "The trial was registered."),
    ),
    good=(
        Example("Registered as NCT01234567.", "注册号：NCT 01234567。"),
        Example("See https://example.org/a1.", "见（https://example.org/a1）。"),
        Example("邮箱：li@example.org。", "E-mail: li@example.org."),
    ),
    source="MQM: Accuracy",
)
