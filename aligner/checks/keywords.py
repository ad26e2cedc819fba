"""Keyword lines that do not list the same keywords.

What it finds
    A keyword line with more or fewer items than the other side. The items without counterpart are named where the
    dictionary and the glossaries can tell which they are.

Why it matters
    Readers find an article by its keywords; journals ask for the same ones in both languages.

What it leaves alone
    The order of the items and their separators. Where both lines have as many items, it does not judge whether
    each translates another: no dictionary knows all the terms that serve as keywords.

How to fix it
    Add the missing keyword or take out the surplus one, so that both lines list the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from aligner.model import Context, Example, Hit, Pair, Rule, Side, Span
from aligner.text.keywords import items

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9-]+|\d+(?:\.\d+)?")
_SURE = 0.25  # from this likeness on, two items are taken for translations of each other

_Likeness = Callable[[Span, Span], float]


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    source, target = _items(pair, "source"), _items(pair, "target")
    if source and target and len(source) != len(target):
        yield _different_count(source, target, _unmatched(source, target, _likeness(pair, context)))


def _items(pair: Pair, side: Side) -> list[Span]:
    """Return the keywords of one side of a pair, as spans of its text; empty where it is no keyword line."""
    segments = pair.segments(side)
    if not segments or any(segment.role != "keywords" for segment in segments):
        return []
    text = pair.text(side)
    return [Span.of(text, start, end) for start, end in items(text)]


def _likeness(pair: Pair, context: Context) -> _Likeness:
    """Return the function that says, from 0 to 1, how surely a source item and a target item say the same."""
    matches = [m for m in context.matches_of(pair) if m.source and m.target]

    def of(a: Span, b: Span) -> float:
        if any(m.source and m.target and _within(m.source, a) and _within(m.target, b) for m in matches):
            return 1.0
        if set(_LATIN.findall(a.text.lower())) & set(_LATIN.findall(b.text.lower())):
            return 0.9
        if context.lexicon is None:
            return 0.0
        english, chinese = (a, b) if context.source_lang == "en" else (b, a)
        return float(context.lexicon.translates(english.text, chinese.text))

    return of


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _unmatched(source: list[Span], target: list[Span], likeness: _Likeness) -> tuple[list[Span], list[Span]]:
    """Return the items of either side that are left when those that say the same are paired, the likest first."""
    ranked = sorted(
        ((-likeness(a, b), abs(i - k), i, k) for i, a in enumerate(source) for k, b in enumerate(target)),
    )
    left, right = set(range(len(source))), set(range(len(target)))
    for value, _, i, k in ranked:
        if -value >= _SURE and i in left and k in right:
            left.discard(i)
            right.discard(k)
    return [source[i] for i in sorted(left)], [target[k] for k in sorted(right)]


def _different_count(source: list[Span], target: list[Span], lone: tuple[list[Span], list[Span]]) -> Hit:
    """Name the surplus item where matching leaves it alone; otherwise say how many there are."""
    message = f"the source has {_counted(source)}, the translation {len(target)}"
    surplus = abs(len(source) - len(target))
    longer = 0 if len(source) > len(target) else 1
    if len(lone[longer]) != surplus or lone[1 - longer]:
        return Hit(message, source=source[-1], target=target[-1])
    names = ", ".join(f"“{span.text}”" for span in lone[longer])
    message += f"; {names} {'has' if surplus == 1 else 'have'} no counterpart"
    return Hit(message, source=lone[0][0]) if longer == 0 else Hit(message, target=lone[1][0])


def _counted(line: list[Span]) -> str:
    return f"{len(line)} keyword" + ("" if len(line) == 1 else "s")


RULE = Rule(
    id="keywords",
    title="Keywords that do not correspond",
    category="Accuracy/Mistranslation",
    severity="minor",
    scope="pair",
    check=_check,
    bad=(
        Example("Keywords: osteoporosis; MRI; hip joint", "关键词：骨质疏松；MRI"),
        Example("关键词：骨质疏松；MRI", "Keywords: osteoporosis; MRI; hip joint"),
    ),
    good=(
        Example("Keywords: osteoporosis; MRI; hip joint", "关键词：MRI；骨质疏松；髋关节"),
        Example("关键词：骨质疏松，MRI", "Key words: osteoporosis; MRI"),
    ),
    source="GB/T 7713.2-2022",
)
