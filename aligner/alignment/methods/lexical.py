"""Pairs segments by the words, numbers and names that both sides share, by length and by bead shape."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.alignment import anchors, omissions, refine, sides
from aligner.alignment.bead import Bead
from aligner.alignment.evidence import evidence
from aligner.alignment.method import Method
from aligner.alignment.search import search
from aligner.alignment.similarity import Text
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Segment

_HALF_WIDTH, _NARROW = 15, 10
_PASSES = 2
_ENOUGH_TO_LEARN = 100  # segments of both sides together


def _align(english: Sequence[Segment], chinese: Sequence[Segment], lexicon: Lexicon) -> list[Bead]:
    en, zh = sides.english(english, lexicon), sides.chinese(chinese, lexicon)
    prior = evidence(en, zh, lexicon)
    text = Text.of(en, zh, prior)
    beads = search(text, anchors.centre(text), _HALF_WIDTH)
    for _ in range(_PASSES if en.n + zh.n >= _ENOUGH_TO_LEARN else 0):
        text = refine.learned(text, prior, beads)
        beads = search(text, anchors.along(beads, en.n, zh.n), _NARROW)
    return omissions.separated(text, beads)


METHOD = Method("lexical", "dictionary, numbers, names, lengths", _align)
