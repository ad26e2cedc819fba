"""Names in Latin letters that every language writes alike: abbreviations, symbols, registry numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LETTERS = "A-Za-zÀ-ÖØ-öø-ÿα-ωΑ-Ω"
_JOINTS = r"\-‑–/._+&"
_NAME = re.compile(rf"[{_LETTERS}0-9]+(?:[{_JOINTS}][{_LETTERS}0-9]+)*[+]?")
_SEPARATORS = re.compile(rf"[\s{_JOINTS}—−·'’]")


@dataclass(frozen=True, slots=True)
class Name:
    """A run of Latin letters and figures, `text[start:end]`; hyphens, slashes and full stops may join its parts."""

    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        """What is the same in all ways to write the name: its letters in one case, and its figures."""
        return bare(self.text).casefold()


def names(text: str) -> Iterator[Name]:
    """Yield the runs of Latin letters and figures of a text.

    >>> [name.text for name in names("K562/STAT3细胞表达IL-6（P=0.05）")]
    ['K562/STAT3', 'IL-6', 'P', '0.05']
    """
    for found in _NAME.finditer(text):
        yield Name(*found.span(), found[0])


def bare(name: str) -> str:
    """Return a name without the marks and spaces between its parts.

    >>> bare("SARS-CoV-2")
    'SARSCoV2'
    """
    return _SEPARATORS.sub("", name)
