"""A country, province or city that stands for another: Sweden for 瑞士, Hunan for 湖北.

What it finds
    A country, a province of China or one of its larger cities that only the translation names, where the source names
    another one that the translation has not.

Why it matters
    Names of places look alike in both languages (Austria and Australia, 尼日尔 and 尼日利亚, Shanxi and Shaanxi), and
    no other word of the sentence shows that one is wrong.

What it leaves alone
    Places that only one side names, since either language may leave them out or say 我国; another name of the same
    country, such as 英国 for *England*; a province named by its capital.

How to fix it
    Write the place of the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.model import Context, Example, Hit, Pair, Rule, Span
from aligner.text.places import Named, named, written


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    here = [*named(pair.source_text, context.source_lang)]
    there = [*named(pair.target_text, context.target_lang)] if here else []
    strange = _lone(there, here)
    for place in _lone(here, there):
        other = next((other for other in strange if other.kind == place.kind), None)
        if other:
            strange = [named for named in strange if named.places != other.places]
            yield _hit(pair, place, other, context)


def _lone(own: Sequence[Named], other: Sequence[Named]) -> list[Named]:
    """Return the places of one side that the other names nowhere, each at its first place."""
    met = {place for named in other for place in named.places}
    first = {named.places: named for named in reversed(own) if named.sure and not named.places & met}
    return sorted(first.values(), key=lambda named: named.start)


def _hit(pair: Pair, place: Named, other: Named, context: Context) -> Hit:
    source = Span.of(pair.source_text, place.start, place.end)
    target = Span.of(pair.target_text, other.start, other.end)
    plain = target.text in {written(name, context.target_lang) for name in other.places}
    right = written(min(place.places), context.target_lang) if plain and len(place.places) == 1 else None
    return Hit(f"the source has {source.text}, the translation has {target.text}", source, target, suggestion=right)


RULE = Rule(
    id="place-name",
    title="Places that stand for others",
    category="Accuracy/Mistranslation",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("We asked 40 nurses in Sweden.", "调查瑞士的40名护士。"),
        Example("在陕西省抽取12个县。", "Twelve counties were sampled in Shanxi Province."),
        Example("Twelve wards in the north of England took part.", "苏格兰北部12个病房参加。"),
        Example("A Nigerian cohort", "尼日尔队列"),
    ),
    good=(
        Example("Deaths in England fell.", "英国死亡人数下降。"),
        Example("The virus spread in China and Japan.", "该病毒在我国和日本传播。"),
        Example("在湖北省武汉市进行。", "It was done in Wuhan."),
        Example("Papua New Guinea and Guinea pigs", "巴布亚新几内亚和豚鼠"),
        Example("近日本院收治40例。", "Our hospital in Korea admitted 40 patients."),
    ),
    source="ISO 3166-1; GB/T 2260",
)
