"""What a run is asked to do: one frozen value that every stage may read and none changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aligner.model import Lang, Severity

FailOn = Severity | Literal["never"]


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a run; the defaults are those of the command line.

    `source` is the language translated from, None to find it. `encoding` forces the encoding of the input.
    `sentences` takes each input line as one segment. `glossaries` are further files, `own_glossaries` says
    whether ours are used too. `method` is an alignment method. `reference` is a file with a reference
    translation.
    """

    source: Lang | None = None
    encoding: str | None = None
    sentences: bool = False
    glossaries: tuple[str, ...] = ()
    own_glossaries: bool = True
    method: str = "lexical"
    fail_on: FailOn = "major"
    reference: str | None = None
