"""Pairs segments by the words, numbers and names that both sides share, by length and by bead shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.alignment import anchors, confidence, refine, sides
from aligner.alignment.bead import Bead
from aligner.alignment.evidence import Evidence, evidence
from aligner.alignment.judging import judged
from aligner.alignment.method import Method, Progress, unseen
from aligner.alignment.search import Decide, likeliest, search
from aligner.alignment.similarity import Text
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Segment

_HALF_WIDTH, _NARROW = 12, 7
_PASSES, _LONG = 2, 1500  # passes of learning; so many English segments teach enough in one
_ENOUGH_TO_LEARN = 100  # segments of both sides together
_PART = 3000  # English segments of a part that learns from itself; bounds the memory that learning takes
_SURE = 0.99


def _align(english: Sequence[Segment], chinese: Sequence[Segment], lexicon: Lexicon, progress: Progress) -> list[Bead]:
    found: list[Bead] = []
    for text, beads in searched(english, chinese, lexicon, progress=progress):
        e, z = (found[-1].e1, found[-1].z1) if found else (0, 0)
        found.extend(bead.moved(e, z) for bead in confidence.scored(text, beads))
    return found


def searched(
    english: Sequence[Segment],
    chinese: Sequence[Segment],
    lexicon: Lexicon,
    decide: Decide = judged,
    progress: Progress = unseen,
) -> Iterator[tuple[Text, list[Bead]]]:
    """Yield each part of a text with its best chain of beads, numbered from the start of the part.

    `decide` chooses the chain in the last search, see `search`.
    """
    en, zh = sides.english(english, lexicon), sides.chinese(chinese, lexicon)
    prior = evidence(en, zh, lexicon)
    text = Text.of(en, zh, prior)
    centre = anchors.centre(text)
    if en.n + zh.n < _ENOUGH_TO_LEARN:
        yield text, search(text, centre, _HALF_WIDTH, decide)
        return
    beads = search(text, centre, _HALF_WIDTH, progress=lambda share: progress(share / 2))
    for part in _parts(beads):
        e, z = part[0].e0, part[0].z0
        progress((1 + e / max(en.n, 1)) / 2)
        text = Text.of(en.part(e, part[-1].e1), zh.part(z, part[-1].z1), prior)
        yield _refined(text, prior, [bead.moved(-e, -z) for bead in part], decide)


def _parts(beads: list[Bead]) -> Iterator[list[Bead]]:
    """Cut a long text where two neighbouring beads are sure."""
    start = 0
    for k in range(1, len(beads)):
        if beads[k].e0 - beads[start].e0 >= _PART and min(beads[k - 1].score, beads[k].score) > _SURE:
            yield beads[start:k]
            start = k
    yield beads[start:]


def _refined(text: Text, prior: Evidence, beads: list[Bead], decide: Decide) -> tuple[Text, list[Bead]]:
    """Search again, twice if it is short, with what the text itself teaches."""
    for left in reversed(range(_PASSES if text.en.n < _LONG else 1)):
        text = refine.learned(text, prior, beads)
        centre = anchors.along(beads, text.en.n, text.zh.n)
        beads = search(text, centre, _NARROW, likeliest if left else decide)
    return text, beads


METHOD = Method("lexical", "dictionary, numbers, names, lengths", _align)
