"""A medical term that is not rendered as the glossary says.

What it finds
    A term of the glossaries in use stands in the source, and the paired translation holds none of its preferred or
    admitted forms, nor its abbreviation. Where the translation holds a form that the glossary names as wrong, the
    finding quotes it, with the glossary's reason and the form to write instead.

Why it matters
    Wrong terms are the largest group of grave errors in translated abstracts: 迁移性关节痛 reads well, yet no
    rheumatologist calls migratory arthralgia so (游走性关节痛).

What it leaves alone
    Admitted variants; abbreviations; parts of a rendering that stand apart, as in 膝关节和踝关节疼痛; an
    abbreviation that the document never explains. A term that was rendered in an earlier sentence and is dropped
    or shortened in a later one is minor, since a repeated name may be.

How to fix it
    Write the form given. Where your form is right as well, add it to a glossary of your own (`zh_admitted` or
    `en_admitted`) and pass it with `--glossary`; an entry of yours replaces ours of the same English.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from aligner.model import Context, Example, Forbidden, Forms, Hit, Match, Pair, Place, Rule, Severity
from aligner.text.languages import has_traditional

_FINDINGS = ("forbidden", "other", "missing")


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    """Yield one hit for each term and pair; document scope, as it matters what came before."""
    traditional = context.target_lang == "zh" and any(has_traditional(pair.target_text) for pair in pairs)
    rendered: set[str] = set()
    reported: set[tuple[int, str]] = set()
    for match in context.matches:
        if match.status not in _FINDINGS:
            rendered.add(match.term.id)
            continue
        if (match.pair, match.term.id) in reported:
            continue
        reported.add((match.pair, match.term.id))
        same = [
            m for m in context.matches if (m.pair, m.term.id, m.status) == (match.pair, match.term.id, match.status)
        ]
        forms = match.term.forms(context.target_lang)
        if traditional and context.lexicon:  # the glossaries are in Simplified characters
            forms = replace(forms, preferred=context.lexicon.traditional(forms.preferred))
        yield _hit(match, same, forms, repeated=match.term.id in rendered)


def _hit(match: Match, same: Sequence[Match], forms: Forms, *, repeated: bool) -> Hit:
    bad = next((f for f in forms.forbidden if f.form == match.form), None)
    return Hit(
        _message(match, forms.preferred, bad),
        source=match.source,
        target=match.target,
        suggestion=forms.preferred if bad else None,
        severity=_severity(match, bad, repeated=repeated),
        pair=match.pair,
        places=tuple(Place(m.pair, m.source, m.target) for m in same) if len(same) > 1 else (),
    )


def _message(match: Match, preferred: str, bad: Forbidden | None) -> str:
    term = match.source.text if match.source else match.term.en.preferred
    if match.status == "forbidden" and match.target:
        reason = f" ({bad.reason})" if bad and bad.reason else ""
        return f"“{term}” is not “{match.target.text}”{reason}; write “{preferred}”"
    if match.status == "other" and match.target:
        return f"“{term}” is rendered “{match.target.text}”, which the glossary does not know; it has “{preferred}”"
    return f"“{term}” has no rendering here that the glossary knows; it has “{preferred}”"


def _severity(match: Match, bad: Forbidden | None, *, repeated: bool) -> Severity:
    if match.status == "forbidden":
        return (bad.severity if bad else None) or "major"
    return "minor" if repeated and _dropped(match) else "major"


def _dropped(match: Match) -> bool:
    """Tell whether a term is left out or shortened (疫苗 for 流感疫苗), and not replaced by another."""
    if match.target is None:
        return True
    forms = (*match.term.en.accepted, *match.term.zh.accepted)
    return any(match.target.text.lower() in form.lower() for form in forms)


RULE = Rule(
    id="terminology",
    title="Term not rendered as the glossary says",
    category="Terminology/Inconsistent with terminology resource",
    severity="major",
    scope="document",
    check=_check,
    bad=(
        Example("She had migratory arthralgia.", "她有迁移性关节痛。"),
        Example("患者诊断为类风湿关节炎。", "The patient was diagnosed with osteoarthritis."),
    ),
    good=(
        Example("She had migratory arthralgia.", "她有游走性关节痛。"),
        Example("Rheumatoid arthritis (RA) is common. RA is chronic.", "类风湿关节炎（RA）很常见。RA为慢性病。"),
        Example("患者诊断为类风湿关节炎。", "The patient was diagnosed with rheumatoid arthritis."),
    ),
    source="The glossaries in use; MQM: Terminology",
)
