"""A medical term that is not rendered as the glossary says.

What it finds
    A term of the glossaries in use stands in the source, and the paired translation holds none of its preferred or
    admitted forms, nor its abbreviation. Where the translation holds a form that the glossary names as wrong, the
    finding quotes it, with the glossary's reason and the form to write instead.

Why it matters
    Wrong terms are the largest group of grave errors in translated abstracts: 迁移性关节痛 reads well, yet no
    rheumatologist calls migratory arthralgia so (游走性关节痛).

What it leaves alone
    Admitted variants; abbreviations; parts of a rendering that stand apart, as in 膝关节和踝关节疼痛; an abbreviation
    that the document never explains; a plain word that is left out (*E-cadherin expression* for
    E-cadherin蛋白表达), and a phrase that is built anew from its words; an everyday word that the glossary lists
    for a term, where any word of the translation may stand for it. A term that was rendered in an earlier
    sentence and is dropped or shortened in a later one is minor, since a repeated name may be, and a remark
    only where two have rendered it; where a sentence repeats it and its translation does so less often, with
    no pronoun either, that is a remark only. A short everyday term for which nothing known stands (*rash*, 样本量)
    is minor, as are general words of trials and care, since professionals say these in many ways; names of drugs
    are not.

How to fix it
    Write the form given. Where your form is right as well, add it to a glossary of your own (`zh_admitted` or
    `en_admitted`) and pass it with `--glossary`; an entry of yours replaces ours of the same English.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aligner.model import Context, Example, Forbidden, Forms, Hit, Lang, Match, Pair, Place, Rule, Severity
from aligner.text.languages import has_traditional
from aligner.text.variants import chinese_key, english_key

_FINDINGS = ("forbidden", "other", "missing")
_TOPIC = 2  # what so many pairs have named goes without saying in a later one
_SHORT: dict[Lang, int] = {"en": 1, "zh": 3}  # words, characters
_TAKING_UP = re.compile(r"\b(?:the|th[eo]se|this|that|its|their|both)\s$", re.IGNORECASE)
_GENERAL = frozenset({"general medicine", "position", "statistics", "trial design"})


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    """Yield one hit for each term and pair; document scope, as it matters what came before."""
    traditional = context.target_lang == "zh" and any(has_traditional(pair.target_text) for pair in pairs)
    rendered: Counter[str] = Counter()  # in how many pairs so far
    alike: dict[tuple[int, str, str], list[Match]] = {}
    times = Counter((match.pair, match.term.id) for match in context.matches)
    for match in context.matches:
        alike.setdefault((match.pair, match.term.id, _what(match)), []).append(match)
    for (pair, term, what), same in alike.items():
        if not what:
            rendered[term] += 1
            continue
        forms = same[0].term.forms(context.target_lang)
        if traditional and context.lexicon:  # the glossaries are in Simplified characters
            forms = replace(forms, preferred=context.lexicon.traditional(forms.preferred))
        if what == "dropped":
            yield _dropped_hit(same, times[pair, term])
        else:
            repeats = rendered[term] if _shortened(same[0]) else 0
            if repeats and _refers(same[0], context):
                continue
            topic = same[0].target is None and repeats >= _TOPIC
            everyday = _everyday(same[0], context.source_lang)
            yield _hit(same, forms, "neutral" if topic else "minor" if repeats or everyday else "major")


def _what(match: Match) -> str:
    """Return what is wrong with a match, nothing where it is well rendered."""
    return match.status if match.status in _FINDINGS else "dropped" if match.dropped else ""


def _dropped_hit(same: Sequence[Match], times: int) -> Hit:
    """Return the hit for a term that its pair repeats less often in the target."""
    left = times - len(same)
    term = same[0].source.text if same[0].source else same[0].term.en.preferred
    return Hit(
        f"the source names “{term}” {times} times, the translation {left} time{'s' * (left > 1)}",
        source=same[0].source,
        severity="neutral",
        pair=same[0].pair,
        places=tuple(Place(m.pair, m.source) for m in same) if len(same) > 1 else (),
    )


def _hit(same: Sequence[Match], forms: Forms, severity: Severity) -> Hit:
    match = same[0]
    bad = next((f for f in forms.forbidden if f.form == match.form), None)
    return Hit(
        _message(match, forms.preferred, bad),
        source=match.source,
        target=match.target,
        suggestion=forms.preferred if bad else None,
        severity=(bad.severity if bad else None) or "major" if match.status == "forbidden" else severity,
        pair=match.pair,
        places=tuple(Place(m.pair, m.source, m.target) for m in same) if len(same) > 1 else (),
    )


def _message(match: Match, preferred: str, bad: Forbidden | None) -> str:
    term = match.source.text if match.source else match.term.en.preferred
    if match.status == "forbidden" and match.target:
        reason = f" ({bad.reason})" if bad and bad.reason else ""
        return f"“{term}” is not “{match.target.text}”{reason}; write “{preferred}”"
    if match.status == "other" and match.target and match.form:
        return f"“{term}” is rendered “{match.target.text}”, another term of the glossary; it has “{preferred}”"
    if match.status == "other" and match.target:
        return f"“{term}” is rendered “{match.target.text}”; the glossary does not know that, it has “{preferred}”"
    return f"“{term}” has no rendering here that the glossary knows, such as “{preferred}”"


def _shortened(match: Match) -> bool:
    """Tell whether a term is left out or shortened (疫苗 for 流感疫苗), and not replaced by another."""
    if match.target is None:
        return True
    if match.term.drug:
        return False  # ketamine is another drug than esketamine
    forms = (*match.term.en.accepted, *match.term.zh.accepted)
    return any(match.target.text.lower() in form.lower() for form in forms)


def _refers(match: Match, context: Context) -> bool:
    """Tell whether a shortened English form takes up what was named before: *the tendon* for 跟腱."""
    if match.target is None or context.target_lang == "zh":
        return False
    text = next((pair.target_text for pair in context.pairs if pair.id == match.pair), "")
    return bool(_TAKING_UP.search(text[: match.target.start]))


def _everyday(match: Match, lang: Lang) -> bool:
    """Tell whether nothing that the glossary knows stands for a short form or a general word: it may be paraphrased."""
    if match.status not in ("missing", "other") or match.form or not match.source or match.term.drug:
        return False
    return len(_key(match.source.text, lang)) <= _SHORT[lang] or match.term.domain in _GENERAL


def _key(form: str, lang: Lang) -> list[str]:
    return list(chinese_key(form)[0]) if lang == "zh" else [english_key(word) for word in form.split()]


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
        Example("检测蛋白表达。", "The mRNA expression was measured."),
    ),
    good=(
        Example("She had migratory arthralgia.", "她有游走性关节痛。"),
        Example("Rheumatoid arthritis (RA) is common. RA is chronic.", "类风湿关节炎（RA）很常见。RA为慢性病。"),
        Example("患者诊断为类风湿关节炎。", "The patient was diagnosed with rheumatoid arthritis."),
        Example("E-cadherin蛋白表达下降。", "E-cadherin expression declined."),
        Example("分析影响预后的因素。", "We analysed the factors influencing its prognosis."),
        Example("Death was less frequent (hazard ratio, 0.49).", "死亡较少（HR＝0.49）。"),
    ),
    source="The glossaries in use; MQM: Terminology",
)
