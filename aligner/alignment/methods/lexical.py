"""Pairs segments by the words, numbers and names that both sides share, by length and by bead shape."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.alignment import anchors, omissions, sides
from aligner.alignment.bead import Bead
from aligner.alignment.evidence import evidence
from aligner.alignment.method import Method
from aligner.alignment.search import search
from aligner.alignment.similarity import Text
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Segment

_HALF_WIDTH = 15


def _align(english: Sequence[Segment], chinese: Sequence[Segment], lexicon: Lexicon) -> list[Bead]:
    en, zh = sides.english(english, lexicon), sides.chinese(chinese, lexicon)
    text = Text.of(en, zh, evidence(en, zh, lexicon))
    beads = search(text, anchors.centre(text), _HALF_WIDTH)
    return omissions.separated(text, beads)


METHOD = Method("lexical", "dictionary, numbers, names, lengths", _align)
