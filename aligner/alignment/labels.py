"""A label that was cut off one side only: `WARNING: Keep dry.` beside 警告：保持干燥。

Which words are labels is told for each side by itself. Where the other side keeps its own in the sentence, the label is
in neither missing nor added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.alignment.bead import Bead
from aligner.model import Segment
from aligner.text.sections import section_of

_OWN = {  # what a sentence begins with that has a label of its own
    "en": re.compile(r"\W{0,3}[A-Za-z][\w ,/&'’()-]{0,50}[:：]|\[[^\]]{1,50}\]"),
    "zh": re.compile(r"\W{0,3}[^\W\d_][^：:，。；！？]{0,20}[:：]|[【［\[〔][^】］\]〕]{1,20}[】］\]〕]"),
}
_WORD_END = {"en": re.compile(r"(?<=\w)\b(?= )"), "zh": re.compile(r"(?<=[^\W\d_])")}
_LONGEST_NAME = 40


def put_back(beads: Sequence[Bead], english: Sequence[Segment], chinese: Sequence[Segment]) -> Iterator[Bead]:
    """Join a label that was left alone to its sentence, where the sentence opposite has or names it itself.

    >>> from aligner.model import Block
    >>> en, zh = Block("WARNING: Keep dry."), Block("警告：保持干燥。")
    >>> english = [Segment(en, 0, "WARNING:", "en", 0, "label"), Segment(en, 9, "Keep dry.", "en", 1)]
    >>> [bead[:4] for bead in put_back([Bead(0, 1, 0, 0), Bead(1, 2, 0, 1)], english, [Segment(zh, 0, zh.text, "zh")])]
    [(0, 2, 0, 1)]
    """
    rest = list(beads)
    while rest:
        bead = rest.pop(0)
        if rest and _belongs(bead, rest[0], english, chinese):
            after = rest.pop(0)
            yield Bead(bead.e0, after.e1, bead.z0, after.z1, after.score)
        else:
            yield bead


def _belongs(bead: Bead, after: Bead, english: Sequence[Segment], chinese: Sequence[Segment]) -> bool:
    """Say whether a bead is nothing but a label of the first sentence of the next one, which has its own opposite."""
    alone = [*english[bead.e0 : bead.e1], *chinese[bead.z0 : bead.z1]]
    if after.empty or len(alone) != 1 or alone[0].role != "label":
        return False
    sides = english[after.e0], chinese[after.z0]
    own, other = sides if alone[0].lang == "en" else sides[::-1]
    if own.block is not alone[0].block or other.role == "label":
        return False
    return bool(_OWN[other.lang].match(other.text)) or _names_section(other, section_of(alone[0].text))


def _names_section(segment: Segment, section: str | None) -> bool:
    """Say whether a sentence begins with the name of a section: `Exclusion criteria were age and pregnancy.`."""
    text = segment.text
    ends = (m.end() for m in _WORD_END[segment.lang].finditer(text, 0, _LONGEST_NAME))
    return section is not None and any(section_of(text[:end]) == section for end in ends)
