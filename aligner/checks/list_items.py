"""An item of a list that is lost, or put in.

What it finds
    An item between two others, or the last one, of which nothing in the sentence is a rendering, where its neighbours
    follow each other in a list of the other side: *pain, insomnia, fever and cough* as 疼痛、发热和咳嗽.

Why it matters
    A list looks whole whatever is missing from it, and each of its items is a criterion or a side effect.

What it leaves alone
    Lists of as many items on both sides, where something stands for the item in words that no dictionary has; lists
    in which either side has such an item; the first item, which English does not part from what is said before it.

How to fix it
    Translate the item, or take out what the source does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.checks._links import Links, links
from aligner.model import Context, Example, Hit, Lang, Pair, Rule, Side, Span

_SHORTEST = 3  # items of a list
_LONGEST: dict[Lang, int] = {"en": 48, "zh": 16}  # characters of an item between two others
_STRETCH: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r"(?:[^,.;:()\[\]?!]|(?<=\d)[.,](?=\d))+(?:,(?:[^,.;:()\[\]?!]|(?<=\d)[.,](?=\d))+)+"),
    "zh": re.compile("[^，。；：（）()、？！]+(?:、[^，。；：（）()、？！]+)+"),
}
"""What holds commas of a list, and no other mark."""
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]|\[[^\]]*\]")
_NO_ITEM = re.compile(
    r"(?i:(?:among|and|or|many|several|some|any|the)? ?(?:others?|so (?:on|forth)|etc|the like|more|things?)\b)|"
    r"其[它他余]|等|[一二三四五六七八九十百]+$|(?:older|younger|above|below|more|less|later|over|under)\b|"
    r"(?:such as|including)\b|\W|.$|.*[\"“”]"
)
"""What ends a list or numbers it, or is too short to be named."""
_BETWEEN: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r"(?<!\d),(?:\s*(?:and|or|as well as)\b)?|,(?!\d)(?:\s*(?:and|or|as well as)\b)?"),
    "zh": re.compile("、"),
}
_LAST: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:and/or|and|or|as well as)\b"),
    "zh": re.compile(
        "以及|及其?|(?<!缓|总|饱|温)和(?!/)|与|或者?(?!许)|和/或|等(?![级待于同效量位渗张距人长])|并(?![发未非不且列存入行])"
    ),
}
"""What stands before the last item."""


@dataclass(frozen=True, slots=True)
class _List:
    """The items of a list; the first and the last may hold what stands before and after the list.

    `sure` are those of which that is not so: all between two others, and a last one that its mark tells.
    """

    items: tuple[Span, ...]
    sure: frozenset[Span]


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    if not pair.source or not pair.target or context.lexicon is None:
        return
    here = _lists(pair.source_text, context.source_lang)
    there = _lists(pair.target_text, context.target_lang) if here else []
    if not there:
        return
    found = links(pair.source_text, pair.target_text, context.source_lang, context.lexicon)
    ours, theirs = _Linked(pair, context, "source", found), _Linked(pair, context, "target", found.turned())
    for item in _odd(here, there, ours, theirs):
        yield Hit(f"“{item.text}”, an item of a list, is missing in the translation", source=item)
    for item in _odd(there, here, theirs, ours):
        yield Hit(f"“{item.text}”, an item of a list, is not in the source", target=item)


@dataclass(frozen=True, slots=True)
class _Linked:
    """One side of a pair, and which of its words stand for which of the other side."""

    pair: Pair
    context: Context
    side: Side
    found: Links

    def partners(self, item: Span) -> list[int]:
        """Return where on the other side the words of an item are rendered, and the terms in it."""
        words = [self.found.others[self.found.partner[k]].start for k, word in enumerate(self.found.words)
                 if item.start <= word.start < item.end and k in self.found.partner]  # fmt: skip
        terms = [there.start for here, there in self._terms() if here.start < item.end and item.start < here.end]
        return words or terms

    def _terms(self) -> Iterator[tuple[Span, Span]]:
        for match in self.context.matches_of(self.pair):
            if match.source and match.target and not match.dropped:
                both = match.source, match.target
                yield both if self.side == "source" else both[::-1]


def _odd(lists: Sequence[_List], others: Sequence[_List], here: _Linked, there: _Linked) -> Iterator[Span]:
    """Yield the items without any rendering, whose neighbours are neighbours on the other side.

    A list with such items on both sides has them translated in words that nothing links.
    """
    whole = [other for other in others if all(there.partners(item) for item in other.sure)]
    for one in lists if whole else ():
        partners = [here.partners(item) for item in one.items]
        for k, item in enumerate(one.items):
            if not partners[k] and item in one.sure and not _NO_ITEM.match(item.text):
                after = partners[k + 1] if k + 1 < len(one.items) else None
                if any(_closed(one, other, partners[k - 1] if k else [], after) for other in whole):
                    yield item


def _closed(one: _List, other: _List, before: Sequence[int], after: Sequence[int] | None) -> bool:
    """Tell whether the renderings of two items stand in items that follow each other; after the last one comes none.

    What is nearest to the gap counts: the first and the last item of a list may hold more than the item.
    """
    if len(other.items) == len(one.items):
        return False
    if after is None:
        last = len(other.items) - 1
        return _places(other, before) == {last} and other.items[last] in other.sure
    follow = _places(other, after[:1])
    return any(k + 1 in follow for k in _places(other, before[-1:]))


def _places(other: _List, partners: Sequence[int]) -> set[int]:
    return {k for k, item in enumerate(other.items) for at in partners if item.start <= at < item.end}


def _lists(text: str, lang: Lang) -> list[_List]:
    """Return the lists of a text; what stands in brackets is no part of them.

    >>> [[item.text for item in one.items] for one in _lists("疼痛、发热（38.5 ℃）和咳嗽。", "zh")]
    [['疼痛', '发热（38.5 ℃）', '咳嗽']]
    """
    bare = _BRACKETS.sub(lambda found: "-" * len(found.group()), text)
    stretches = (list(_parts(bare, stretch.span(), _BETWEEN[lang])) for stretch in _STRETCH[lang].finditer(bare))
    return [
        _list(text, bare, parts, lang)
        for parts in stretches
        if len(parts) >= _SHORTEST - 1 and all(end - start <= _LONGEST[lang] for start, end in parts[1:-1])
    ]


def _list(text: str, bare: str, parts: Sequence[tuple[int, int]], lang: Lang) -> _List:
    """Return the list of what stands between its marks, where *and* parts two items more."""
    items: list[Span] = []
    sure: set[Span] = set()
    marked = bool(_LAST[lang].search(bare, parts[-2][1], parts[-1][0]))
    for k, part in enumerate(parts):
        joined = _LAST[lang].search(bare, *part)
        halves = [(part[0], joined.start()), (joined.end(), part[1])] if joined else [part]
        found = [Span.of(text, *span) for half in halves if (span := _trimmed(text, *half)) and span[0] < span[1]]
        items += found
        if k < len(parts) - 1:
            sure.update(found if not joined and (k or lang == "zh") else ())
        elif joined:
            sure.update(found[:1] if joined.group() == "等" else found)
        elif lang == "zh" or marked:
            sure.update(found)
    return _List(tuple(items), frozenset(sure))


def _parts(text: str, stretch: tuple[int, int], between: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = stretch[0]
    for mark in between.finditer(text, *stretch):
        yield at, mark.start()
        at = mark.end()
    yield at, stretch[1]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


RULE = Rule(
    id="list-items",
    title="Items of a list that are lost or put in",
    category="Accuracy/Omission",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("Common symptoms are pain, insomnia, fever and cough.", "常见症状为疼痛、发热和咳嗽。"),
        Example("危险因素包括吸烟、饮酒、独居及年龄。", "Risk factors included smoking, drinking and age."),
        Example("Patients with pain, fever or cough were tested.", "对疼痛、发热、腹泻或咳嗽患者进行检测。"),
    ),
    good=(
        Example(
            "Common side effects are anxiety, insomnia, tremor and rash.", "常见不良反应为焦虑、失眠、震颤和皮疹。"
        ),
        Example("People aged 5 years, 18 years, and 65 years or older", "5岁、18岁和65岁及以上者"),
        Example("吸烟、饮酒等", "Smoking, drinking, and so on"),
    ),
    source="MQM: Accuracy, Omission",
)
