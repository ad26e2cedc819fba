"""One term of the source rendered by two different forms in the same document.

What it finds
    A glossary term that the translation renders now by one accepted form, now by another: *index* as 指数 here and 指标
    there, *guideline* as 指南 and 准则. It is reported once, with all places, and names the form used most.

Why it matters
    A reader takes two words for two things. Each form is right by itself, so no other rule sees it.

What it leaves alone
    Abbreviations beside the full form; a form that is a part of the other (膝 beside 膝关节, *knee* beside *knee joint*),
    since a repeated name may be shortened; inflection and spelling in English; and a source that itself uses two
    names for the concept.

How to fix it
    Keep the form of the glossary, or the one used first, throughout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from aligner.model import Context, Example, Hit, Lang, Match, Pair, Place, Rule
from aligner.text.variants import chinese_key, english_key

_FULL = ("ok", "admitted")


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    del pairs
    by_name: dict[tuple[str, str], list[Match]] = {}
    for match in context.matches:
        if match.status in _FULL and match.source and match.target:
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
    odd = [m for m, key in zip(matches, keys, strict=True) if not (key in usual or usual in key)]
    if not odd:
        return
    written = {key: m.target.text for m, key in zip(matches, keys, strict=True) if m.target}
    others = "”, “".join(dict.fromkeys(m.target.text for m in odd if m.target))
    first = matches[0].source.text if matches[0].source else matches[0].term.id
    yield Hit(
        f"“{first}” is “{written[usual]}” in {count[usual]} places and “{others}” in {len(odd)}",
        places=tuple(Place(m.pair, m.source, m.target) for m in matches),
        subject=matches[0].term.id,
    )


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
            "The guideline is new.\nThe guideline is short.\nThe guideline is clear.",
            "该指南是新的。\n该指南很短。\n该准则很清楚。",
        ),
        Example(
            "骨髓水肿明显。\n骨髓水肿消退。\n骨髓水肿复发。",
            "Bone marrow oedema was marked.\nThe bone marrow oedema resolved.\nOedema of the marrow recurred.",
        ),
    ),
    good=(
        Example(
            "Knee pain was severe.\nThe knee pain resolved.\nKnee pain recurred.",
            "膝关节疼痛严重。\n膝关节疼痛缓解。\n膝关节疼痛复发。",
        ),
        Example(
            "骨髓水肿明显。\n骨髓水肿消退。\n骨髓水肿复发。",
            "Bone marrow oedema was marked.\nThe bone marrow edema resolved.\nMarrow oedema recurred.",
        ),
    ),
    source="ISO 12616-1: one concept, one term; MQM: Terminology, Inconsistent use of terminology",
)
