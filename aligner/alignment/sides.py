"""One side of a text as arrays: tokens, where each stands, what it weighs, how long the segments are."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from aligner.alignment import roles
from aligner.alignment.marks import Marks
from aligner.lexicon import tokens
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Segment

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_MARK_WEIGHT = 0.8
_SINGLE_CHARACTER_WEIGHT = 0.75
_MOST_TOKENS = 1000  # a longer segment is no sentence: an even sample of its words tells as much, in bounded memory
_NARROW = 0.35  # a letter or digit in Chinese text takes this share of a character's meaning


@dataclass(frozen=True, slots=True)
class Side:
    """The segments of one side; `n` of them, with `t` tokens of `v` different keys.

    `key` [t] numbers each token's key, `segment` [t] its segment, `first` [n+1] where a segment's tokens start,
    `place` [t] where it stands in its segment in units of length, `weight` [t] its weight; `mass` and `length`
    [n+1] are cumulative
    weights and lengths, `others` [n+1] counts segments that are no body text; `marks` say how segments begin and
    end, `names` maps capitalised words to keys.
    """

    keys: dict[str, int]
    key: Ints
    segment: Ints
    first: Ints
    place: Floats
    weight: Floats
    mass: Floats
    length: Floats
    others: Ints
    marks: Marks
    kinds: list[str]
    names: dict[str, int]

    @property
    def n(self) -> int:
        """How many segments there are."""
        return len(self.first) - 1

    def part(self, start: int, stop: int) -> Side:
        """Return segments [start, stop) as a side of its own, with the same numbers for keys."""
        tokens = slice(int(self.first[start]), int(self.first[stop]))
        ends = slice(start, stop + 1)
        return replace(
            self,
            key=self.key[tokens],
            segment=self.segment[tokens] - start,
            first=self.first[ends] - self.first[start],
            place=self.place[tokens],
            weight=self.weight[tokens],
            mass=self.mass[ends] - self.mass[start],
            length=self.length[ends] - self.length[start],
            others=self.others[ends] - self.others[start],
            marks=Marks(self.marks.opening[start:stop], self.marks.closing[start:stop]),
            kinds=self.kinds[start:stop],
        )


def english(segments: Sequence[Segment], lexicon: Lexicon) -> Side:
    """Return the English side."""
    known: tokens.Known = {}
    return _side(segments, lambda text: tokens.english(text, lexicon.stem, known), _english_length)


def chinese(segments: Sequence[Segment], lexicon: Lexicon) -> Side:
    """Return the Chinese side; Traditional text is read as Simplified."""

    def cut(text: str) -> list[tokens.Token]:
        return tokens.chinese(lexicon.simplify(text), lexicon, lexicon.stem)

    return _side(segments, cut, chinese_length)


def bare(segments: Sequence[Segment]) -> Side:
    """Return a side without tokens, for methods that do not look at words."""
    english_text = bool(segments) and segments[0].lang == "en"
    return _side(segments, lambda text: [], _english_length if english_text else chinese_length)


def _side(
    segments: Sequence[Segment], cut: Callable[[str], list[tokens.Token]], measure: Callable[[str], float]
) -> Side:
    keys: dict[str, int] = {}
    names: dict[str, int] = {}
    numbers, places = array("q"), array("d")  # a quarter of what lists would take
    sizes: list[int] = []
    lengths = [measure(segment.text) for segment in segments]
    for segment, length in zip(segments, lengths, strict=True):
        found = cut(segment.text)
        found = found[:: -(-len(found) // _MOST_TOKENS) or 1]
        sizes.append(len(found))
        unit = length / max(len(segment.text), 1)
        for token in found:
            number = keys.setdefault(token.key, len(keys))
            numbers.append(number)
            places.append(token.start * unit)
            if token.name:
                names[token.name] = number
    kinds = roles.kinds(segments)
    key = np.array(numbers, np.int64)
    weight = np.array([_weight(k) for k in keys], np.float64)[key] if len(key) else np.zeros(0)
    first = np.concatenate([[0], np.cumsum(np.array(sizes, np.int64))]).astype(np.int64)
    return Side(
        keys=keys,
        key=key,
        segment=np.repeat(np.arange(len(sizes)), sizes),
        first=first,
        place=np.array(places, np.float64),
        weight=weight,
        mass=np.concatenate([[0.0], np.cumsum(weight)])[first],
        length=np.concatenate([[0.0], np.cumsum(lengths)]),
        others=np.concatenate([[0], np.cumsum([kind != roles.BODY for kind in kinds])]).astype(np.int64),
        marks=Marks.of(segment.text for segment in segments),
        kinds=kinds,
        names=names,
    )


def _weight(key: str) -> float:
    if key[0] == "~":
        return _MARK_WEIGHT
    return _SINGLE_CHARACTER_WEIGHT if len(key) == 1 and key >= "\u3400" else 1.0


def _english_length(text: str) -> float:
    return float(len(text) - text.count(" "))


def chinese_length(text: str) -> float:
    """Return the length of Chinese text in characters, other signs counted in part.

    >>> chinese_length("骨髓AB")
    2.7
    """
    wide = sum(char > "\u2e80" for char in text)
    return wide + _NARROW * (len(text) - wide)
