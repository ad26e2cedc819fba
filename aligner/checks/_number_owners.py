"""Which numbers changed places: 20 men and 22 women, rendered 男22例，女20例.

A number belongs to the name that stands nearest to it: a sex, a group, who died and who lived, sensitivity or
specificity. Only where both
numbers belong to different names on both sides, crosswise, is anything said.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from aligner.model import Lang, Span
from aligner.text.numbers import Number

_EN_NAMES = {
    "male": r"\b(?:males?|m[ea]n|boys?)\b",
    "female": r"\b(?:females?|wom[ea]n|girls?)\b",
    "control": r"\b(?:controls?|placebo)\b",
    "treated": r"\b(?:treatment|treated|experimental|intervention|observation|study|test) group\b",
    "died": r"\b(?:died|deaths?)\b",
    "survived": r"\b(?:survived|survivors?)\b",
    "raised": r"\bup-?regulated\b",
    "lowered": r"\bdown-?regulated\b",
    "sensitivity": r"\bsensitivit(?:y|ies)\b",
    "specificity": r"\bspecificit(?:y|ies)\b",
}
_ZH_NAMES = {
    "male": "男",
    "female": "女",
    "control": "对照|安慰剂",
    "treated": "(?:治疗|试验|实验|干预|观察|研究)组",
    "died": "死亡",
    "survived": "存活",
    "raised": "上调",
    "lowered": "下调",
    "sensitivity": "灵敏[度性]|敏感[度性]",
    "specificity": "特异[度性]",
}
_NAMES: dict[Lang, list[tuple[str, re.Pattern[str]]]] = {
    "en": [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _EN_NAMES.items()],
    "zh": [(name, re.compile(pattern)) for name, pattern in _ZH_NAMES.items()],
}
_LETTER = re.compile(r"\bgroup ([A-D1-4])\b|\b([A-D]) group\b|([A-D])组|组([A-D1-4])", re.ASCII | re.IGNORECASE)
_SIZE = re.compile(r"[\s(（]*n\s?=\s*|[\s%％]|\b(?:in|of|for|among|with|the)\b")
_COMMA = re.compile(r"[,，、和与()（）]|\band\b")
_BREAK = re.compile(r"[;；。]|\.\s")
_REACH = 24
_COMPARED = re.compile(
    r"(?:\b(?:compared (?:with|to)|relative to|versus|vs?\.?|than)\b|[与和较比])[^,;.，；。\d]*$", re.IGNORECASE
)
"""Makes of a name what a number is compared with: `compared with healthy controls, 142 proteins`."""
_STEP, _CLEAR = 4, 3  # what a comma weighs, and by how much a name must be nearer than any other


@dataclass(frozen=True, slots=True)
class Exchange:
    """The stretches of both texts from one number to the other, and that of the translation as it should be."""

    source: Span
    target: Span
    mended: str


@dataclass(frozen=True, slots=True)
class _Owned:
    number: Number
    owner: str


def exchanged(
    source: str, target: str, langs: tuple[Lang, Lang], sides: tuple[Sequence[Number], ...]
) -> Iterator[Exchange]:
    """Yield the numbers that changed places between two names.

    >>> from aligner.text.numbers import numbers
    >>> texts = "20 men and 22 women", "男22例，女20例"
    >>> [e.mended for e in exchanged(*texts, ("en", "zh"), (numbers(texts[0], "en"), numbers(texts[1], "zh")))]
    ['20例，女22']
    """
    ours, theirs = (
        _owned(text, numbers, _names(text, lang))
        for text, numbers, lang in zip((source, target), sides, langs, strict=True)
    )
    for x, y in itertools.combinations(sorted(ours.keys() & theirs.keys()), 2):
        owners = [(side[x].owner, side[y].owner) for side in (ours, theirs)]
        if owners[0][0] != owners[0][1] and owners[0] == owners[1][::-1]:
            yield exchange(source, target, (ours[x].number, ours[y].number), (theirs[x].number, theirs[y].number))


def exchange(source: str, target: str, ours: tuple[Number, Number], theirs: tuple[Number, Number]) -> Exchange:
    """Return what two numbers that changed places come to."""
    first, last = sorted(theirs, key=lambda n: n.start)
    mended = target[last.start : last.end] + target[first.end : last.start] + target[first.start : first.end]
    return Exchange(_stretch(source, ours), _stretch(target, theirs), mended)


def _stretch(text: str, both: tuple[Number, Number]) -> Span:
    return Span.of(text, min(n.start for n in both), max(n.end for n in both))


def _names(text: str, lang: Lang) -> list[tuple[str, int, int]]:
    found = [
        (name, *m.span())
        for name, pattern in _NAMES[lang]
        for m in pattern.finditer(text)
        if not _COMPARED.search(text, max(0, m.start() - _REACH), m.start())
    ]
    return found + [(f"group {next(filter(None, m.groups()))}".lower(), *m.span()) for m in _LETTER.finditer(text)]


def _owned(text: str, numbers: Sequence[Number], names: Sequence[tuple[str, int, int]]) -> dict[Fraction, _Owned]:
    """Return the figures that stand once, each with the name that is clearly nearest to it."""
    figures = [n for n in numbers if n.written == "figure" and n.values]
    counts = Counter(n.values[0] for n in figures)
    found = {}
    for number in figures:
        near = sorted((_distance(text, number, start, end), name) for name, start, end in names)
        others = [gap for gap, name in near if name != near[0][1]]
        if near and near[0][0] <= _REACH and near[0][0] + _CLEAR <= min(others, default=_REACH * 2):
            found[number.values[0]] = _Owned(number, near[0][1])
    return {value: owned for value, owned in found.items() if counts[value] == 1}


def _distance(text: str, number: Number, start: int, end: int) -> int:
    """Return how far a name stands from a number: in characters, those of `(n = ` not counted, more beyond a comma."""
    between = text[end : number.start] if end <= number.start else text[number.end : start]
    if _BREAK.search(between):
        return _REACH * 2
    return len(_SIZE.sub("", between)) + _STEP * len(_COMMA.findall(between))
