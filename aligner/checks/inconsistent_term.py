"""One term of the source rendered by two different forms in the same document.

What it finds
    A glossary term that the translation renders now by one accepted form, now by another: *vaccination* as 疫苗接种
    here and 预防接种 there. It is reported once, with all places, and names the form used most.

Why it matters
    A reader takes two words for two things. Each form is right by itself, so no other rule sees it.

What it leaves alone
    Abbreviations beside the full form; a form that is a part of the other (膝 beside 膝关节, *knee* beside
    *knee joint*), since a repeated name may be shortened; the same words in another order (接种疫苗, 疫苗接种);
    a single character, of which words are made (孕前 beside 妊娠期); another part of speech (孕妇 and 怀孕, *mutation*
    and *mutated*, *after surgery* and *postoperative*); inflection and spelling; an everyday word that the glossary
    accepts for the term but does not look for (its exceptions); and a source that itself uses two names for the
    concept.

How to fix it
    Keep the form of the glossary, or the one used first, throughout.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from aligner.model import Context, Example, Hit, Lang, Match, Pair, Place, Rule
from aligner.text.fixed_names import in_fixed_name
from aligner.text.variants import chinese_key, english_key

_FULL = ("ok", "admitted")
_ROOT = 0.6  # of the letters of a word
_ABBREVIATED = re.compile(r"[A-Z]{2,}")
_ARTICLE = re.compile(r"^(?:the|an?) ")
_PEOPLE = re.compile(
    r"\b(?:adult|individual|patient|person|people|population|subject)s?\b"
)  # older adults, older people


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    targets = {pair.id: pair.target_text for pair in pairs}
    taken = Counter((match.pair, match.target) for match in context.matches if match.target)
    by_name: dict[tuple[str, str], list[Match]] = {}
    for match in context.matches:
        named = match.status in _FULL and match.form not in match.term.exceptions
        if named and match.source and match.target and _whole(match, context.target_lang):
            if taken[match.pair, match.target] > 1:
                continue  # the target says it less often, so that it is not known which it renders
            if in_fixed_name(targets[match.pair], match.target.start, match.target.end, context.target_lang):
                continue  # Beck Scale for Suicide Ideation
            name = _key(match.source.text, context.source_lang)
            by_name.setdefault((match.term.id, name), []).append(match)
    for matches in by_name.values():
        yield from _hits(matches, context)


def _hits(matches: Sequence[Match], context: Context) -> Iterator[Hit]:
    """Yield the hit for one name of a term that the translation renders by forms that are not parts of each other."""
    keys = [_key(m.target.text, context.target_lang) for m in matches if m.target]
    count = Counter(keys)
    if len(count) < 2 or len(matches) < 3:
        return
    usual = max(count, key=lambda key: (count[key], -keys.index(key)))
    written = {key: m.target.text for m, key in zip(matches, keys, strict=True) if m.target}
    odd = [
        m
        for m, key in zip(matches, keys, strict=True)
        if _another(key, usual, context.target_lang) and not _shortened(written[key], written[usual])
    ]
    if not odd:
        return
    others = "”, “".join(dict.fromkeys(m.target.text for m in odd if m.target))
    first = matches[0].source.text if matches[0].source else matches[0].term.id
    yield Hit(
        f"“{first}” is “{written[usual]}” in {count[usual]} places and “{others}” in {len(odd)}",
        places=tuple(Place(m.pair, m.source, m.target) for m in matches),
        subject=matches[0].term.id,
    )


def _whole(match: Match, lang: Lang) -> bool:
    """Tell whether the target holds the form in one piece."""
    return match.target is not None and _key(match.target.text, lang) == _key(match.form, lang)


def _another(form: str, usual: str, lang: Lang) -> bool:
    """Tell whether two keys are different names, and not one name in another shape."""
    if form in usual or usual in form:
        return False
    if lang == "zh":
        if min(len(form), len(usual)) == 1:
            return False
        named_alike = form[-1] == usual[-1] and min(len(form), len(usual)) >= 4
        return sorted(form) != sorted(usual) and (named_alike or not set(form) & set(usual))
    one, other = (_PEOPLE.sub("people", _ARTICLE.sub("", name)).split() for name in (form, usual))
    if len(one) == len(other) == 1:
        return form[:4] != usual[:4]
    if len(one) == len(other) and all(map(_of_one_root, one, other)):
        return False
    # *Respiratory infection* is *respiratory tract infection* with a word left out.
    return min(len(one), len(other)) > 1 and not (set(one) <= set(other) or set(other) <= set(one))


def _of_one_root(word: str, other: str) -> bool:
    """Tell whether two words differ in their endings alone: *ventricle*, *ventricular*, not *transport*, *transfer*."""
    size = math.ceil(_ROOT * max(len(word), len(other)))
    return word[:size] == other[:size]


def _shortened(form: str, usual: str) -> bool:
    """Tell whether one of two names has a word abbreviated that the other has in full: ACL reconstruction."""
    return {*_ABBREVIATED.findall(form)} != {*_ABBREVIATED.findall(usual)}


def _key(text: str, lang: Lang) -> str:
    if lang == "zh":
        return chinese_key(text)[0]
    return " ".join(english_key(word) for word in text.replace("-", " ").split())


RULE = Rule(
    id="inconsistent-term",
    title="One term rendered in two ways",
    category="Terminology/Inconsistent use of terminology",
    severity="minor",
    scope="document",
    check=_check,
    bad=(
        Example(
            "Vaccination began.\nVaccination was free.\nVaccination ended.",
            "疫苗接种开始。\n疫苗接种免费。\n预防接种结束。",
        ),
        Example(
            "诱导治疗开始。\n诱导治疗有效。\n诱导治疗结束。",
            "Induction therapy began.\nInduction therapy worked.\nInduction treatment ended.",
        ),
    ),
    good=(
        Example(
            "前交叉韧带重建术。\n前交叉韧带重建术。\n前交叉韧带重建术。",
            "Anterior cruciate ligament reconstruction.\nACL reconstruction.\nACL reconstruction.",
        ),
        Example(
            "Knee pain was severe.\nThe knee pain resolved.\nKnee pain recurred.",
            "膝关节疼痛严重。\n膝关节疼痛缓解。\n膝关节疼痛复发。",
        ),
        Example(
            "Pregnancy was planned.\nWeight before pregnancy was known.\nPregnancy was normal.",
            "妊娠期有计划。\n孕前体重已知。\n妊娠期正常。",
        ),
        Example(
            "左心室扩大。\n左心室肥厚。\n左心室收缩正常。",
            "Left ventricular dilatation was seen.\nLeft ventricular hypertrophy.\nThe left ventricle contracted well.",
        ),
        Example(
            "骨髓水肿明显。\n骨髓水肿消退。\n骨髓水肿复发。",
            "Bone marrow oedema was marked.\nThe bone marrow edema resolved.\nMarrow oedema recurred.",
        ),
        Example(
            "呼吸道感染常见。\n呼吸道感染可致发热。\n呼吸道感染复发。",
            "Respiratory tract infections are common.\nRespiratory tract infections cause fever.\n"
            "The respiratory infection recurred.",
        ),
    ),
    source="ISO 12616-1: one concept, one term; MQM: Terminology, Inconsistent use of terminology",
)
