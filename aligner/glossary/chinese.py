"""Finds terms in Chinese text, in a normalised copy with an offset map back.

The copy has one width, no inner spaces or middle dots, lower-case Latin and Simplified characters
(`aligner.text.variants.chinese_key`, `Lexicon.simplify`), so that one form of a term finds them all. Where a form may
begin is seen for all of a text at once, by a hash of its first characters in a table of yes and no; only there is
a dictionary asked. Nothing has to be built before the first search but the tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt

from aligner.glossary.occurrences import BREAK, Occurrence, Reading, Stretch, entry, occurrences, parted
from aligner.model import Term
from aligner.text.memo import kept
from aligner.text.variants import DASHES, MIDDLE_DOTS, RAISED, chinese_key

Codes = npt.NDArray[np.uint32]
# What a form may be, and whether it begins or ends in a sign that may be one of a longer run.
_Form = tuple[Reading, bool]

_BMP = 0x10000
_LEFT_OUT = 0xFFFFFFFF
_HASHES = 1 << 20
_KEPT = 65536  # stretches that may be forms whose entries are kept, since texts repeat theirs
_FACTORS = (np.uint32(40_503), np.uint32(2_654_435))  # odd, and far apart in their bits


@dataclass(frozen=True)
class ChineseIndex:
    """The Chinese forms of a compiled term base; `term` gives the Term of a row.

    `simplify` turns Traditional characters into Simplified ones, one for one; `lengths` see there.
    """

    by_key: Mapping[str, list[tuple[int, str, str]]]
    lengths: Mapping[str, list[int]]
    term: Callable[[int], Term]
    simplify: Callable[[str], str]

    def find(self, text: str) -> list[Occurrence]:
        """Return every occurrence of every form, overlapping ones too, in order of their start."""
        return occurrences(self.stretches([text])[0])

    def stretches(self, texts: Sequence[str]) -> list[list[Stretch]]:
        """Return for each text where forms stand, in order of their start, the longest first."""
        whole = BREAK.join(texts)
        key, offsets = normalised(self.simplify(whole))
        found: list[Stretch] = []
        for first, shorter, (reading, latin) in sorted(self._forms_in(key)):
            start, end = offsets[first], offsets[first - shorter - 1] + 1
            if not latin or _bounded(whole, start, end):
                found.append((start, end, reading))
        return parted(found, texts)

    def _forms_in(self, key: str) -> list[tuple[int, int, _Form]]:
        """Return where forms stand, and how long they are, as a negative number so that the longest sorts first."""
        form, sizes, size, codes = self._form, self.lengths, len(key), _codes(key)
        ones, twos, threes = (table[_hashed(codes, k)].nonzero()[0] for k, table in enumerate(self._begun, 1))
        found = [(first, -1, known) for first in ones.tolist() if (known := form(key[first]))]
        found += [(first, -2, known) for first in twos.tolist() if (known := form(key[first : first + 2]))]
        found += [
            (first, -length, known)
            for first in threes.tolist()
            for length in sizes.get(key[first : first + 3], ())
            if first + length <= size and (known := form(key[first : first + length]))
        ]
        return found

    @cached_property
    def _begun(self) -> tuple[npt.NDArray[np.bool_], ...]:
        """For each hash whether a form of one or of two characters, or the beginning of a longer one, has it."""
        short = ([key for key in self.by_key if len(key) == size] for size in (1, 2))
        return tuple(_table(keys, size) for size, keys in enumerate((*short, self.lengths), 1))

    @cached_property
    def _form(self) -> Callable[[str], _Form | None]:
        return kept(self._looked_up, _KEPT)

    def _looked_up(self, key: str) -> _Form | None:
        rows = self.by_key.get(key)
        if not rows:
            return None
        reading = Reading.of(
            entry("zh", self.term(row), form, kind, lambda exception: key in chinese_key(exception)[0])
            for row, form, kind in rows
        )
        return reading, key[0].isascii() or key[-1].isascii()


def lengths(keys: Iterable[str]) -> dict[str, list[int]]:
    """Return the lengths of the keys that begin with three characters.

    >>> lengths(["骨髓水肿", "骨髓水", "骨髓"])
    {'骨髓水': [3, 4]}
    """
    found: dict[str, set[int]] = {}
    for key in keys:
        if len(key) > 2:
            found.setdefault(key[:3], set()).add(len(key))
    return {beginning: sorted(sizes) for beginning, sizes in found.items()}


def normalised(text: str) -> tuple[str, Sequence[int]]:
    """Return what `chinese_key` does, faster on whole texts.

    >>> key, offsets = normalised("Ｃ 反应·蛋白")
    >>> (key, tuple(offsets)) == chinese_key("Ｃ 反应·蛋白")
    True
    """
    codes = _codes(text)
    if not codes.size or codes.max() >= _BMP:
        return chinese_key(text)
    folded = _folding()[codes]
    (offsets,) = (folded != _LEFT_OUT).nonzero()
    if offsets.size == codes.size:
        return _text(folded), range(len(text) + 1)
    places: list[int] = offsets.tolist()
    return _text(folded[offsets]), [*places, places[-1] + 1 if places else 0]


@cache
def _folding() -> Codes:
    """Return what `chinese_key` makes of each character of the Basic Multilingual Plane."""
    chars = "".join(map(chr, (*range(0x3100), *range(0xA000, 0xAC00), *range(0xF900, _BMP))))
    folding = np.arange(_BMP, dtype=np.uint32)  # ideographs and syllables stay as they are
    folding[_codes(chars)] = _codes(chars.replace("İ", "-").replace("Σ", "σ").lower())  # these depend on what is around
    folding[ord("İ")] = ord("İ")
    folding[ord("！") : ord("～") + 1] = folding[ord("!") : ord("~") + 1]
    folding[list(DASHES)] = ord("-")
    folding[list(RAISED)] = list(RAISED.values())
    folding[[ord(m[0]) for m in re.finditer(rf"[\s{MIDDLE_DOTS}]", chars)]] = _LEFT_OUT
    return folding


def _codes(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def _text(codes: Codes) -> str:
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def _table(keys: Iterable[str], size: int) -> npt.NDArray[np.bool_]:
    """Return for each hash whether one of the keys, all of one size, has it."""
    codes = _codes("".join(keys))
    table = np.zeros(_HASHES, np.bool_)
    table[_hashed(codes, size)[::size]] = True
    return table


def _hashed(codes: Codes, size: int) -> Codes:
    """Return the hashes of all stretches of one size, 1 to 3 characters."""
    result = codes[: max(0, len(codes) - size + 1)]
    for k, factor in zip(range(1, size), _FACTORS, strict=False):
        result = result * factor + codes[k : len(codes) - size + 1 + k]
    return result & np.uint32(_HASHES - 1)


def _bounded(text: str, start: int, end: int) -> bool:
    """Tell whether a form that begins or ends in Latin letters or figures is not cut out of a longer run of them."""
    before, after = text[start - 1 : start], text[end : end + 1]
    cut_before = _latin(before) and _latin(text[start : start + 1])
    return not (cut_before or (_latin(after) and _latin(text[end - 1 : end])))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
