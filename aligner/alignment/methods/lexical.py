"""Pairs segments by the words, numbers and names that both sides share, by length and by bead shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.alignment import anchors, confidence, omissions, refine, sides
from aligner.alignment.bead import Bead
from aligner.alignment.evidence import Evidence, evidence
from aligner.alignment.method import Method
from aligner.alignment.search import search
from aligner.alignment.similarity import Text
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Segment

_HALF_WIDTH, _NARROW = 12, 7
_PASSES, _LONG = 2, 1500  # passes of learning; so many English segments teach enough in one
_ENOUGH_TO_LEARN = 100  # segments of both sides together
_PART = 3000  # English segments of a part that learns from itself; bounds the memory that learning takes
_SURE = 0.99


def _align(english: Sequence[Segment], chinese: Sequence[Segment], lexicon: Lexicon) -> list[Bead]:
    found: list[Bead] = []
    for text, beads in searched(english, chinese, lexicon):
        e, z = (found[-1].e1, found[-1].z1) if found else (0, 0)
        finished = confidence.scored(text, omissions.separated(text, beads))
        found.extend(bead.moved(e, z) for bead in finished)
    return found


def searched(
    english: Sequence[Segment], chinese: Sequence[Segment], lexicon: Lexicon
) -> Iterator[tuple[Text, list[Bead]]]:
    """Yield each part of a text with its best chain of beads, numbered from the start of the part."""
    en, zh = sides.english(english, lexicon), sides.chinese(chinese, lexicon)
    prior = evidence(en, zh, lexicon)
    text = Text.of(en, zh, prior)
    beads = search(text, anchors.centre(text), _HALF_WIDTH)
    if en.n + zh.n < _ENOUGH_TO_LEARN:
        yield text, beads
        return
    for part in _parts(beads):
        e, z = part[0].e0, part[0].z0
        text = Text.of(en.part(e, part[-1].e1), zh.part(z, part[-1].z1), prior)
        yield _refined(text, prior, [bead.moved(-e, -z) for bead in part])


def _parts(beads: list[Bead]) -> Iterator[list[Bead]]:
    """Cut a long text where two neighbouring beads are sure."""
    start = 0
    for k in range(1, len(beads)):
        if beads[k].e0 - beads[start].e0 >= _PART and min(beads[k - 1].score, beads[k].score) > _SURE:
            yield beads[start:k]
            start = k
    yield beads[start:]


def _refined(text: Text, prior: Evidence, beads: list[Bead]) -> tuple[Text, list[Bead]]:
    """Search again, twice if it is short, with what the text itself teaches."""
    for _ in range(_PASSES if text.en.n < _LONG else 1):
        text = refine.learned(text, prior, beads)
        beads = search(text, anchors.along(beads, text.en.n, text.zh.n), _NARROW)
    return text, beads


METHOD = Method("lexical", "dictionary, numbers, names, lengths", _align)
