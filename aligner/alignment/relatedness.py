"""Tells two texts that are no translations of each other, so that nobody reads a hundred findings about them.

Where they are, most sentences of the shorter text are in pairs that the aligner is sure of, even if the other text
has twice as many; where they are not, it leaves most sentences alone and is sure of next to nothing. By chance some
pairs look right, the more the longer the texts are. Of a short text little may be left that is in its place, so
there every sentence is held against every sentence of the other side as well, and the best of these pairs must be no
better than chance brings about among so many. Texts of one kind, such as reports of two patients, say much alike: where
both are rich in figures, those tell them apart. A little text proves nothing.

Measured on abstracts, papers and novels against others of their kind, and against their own translations, whole and
in part (benchmarks/relatedness.py).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from aligner.alignment import confidence, sides
from aligner.alignment.bead import Bead
from aligner.alignment.evidence import evidence
from aligner.alignment.similarity import Text
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Pair, Segment, Side

_FEWEST, _LEAST_TEXT = 4, 100  # sentences on either side, and how much text, in Chinese characters
# The share of sentences expected to be in right pairs below which texts are told: of a few sentences, and of many.
_OF_FEW, _OF_MANY, _MANY = 0.05, 0.25, 100
_DOUBTFUL = 0.35  # below that share the figures of the texts are asked
_FIGURE = re.compile(r"(?<![\d.,])\d[\d.,]*\d")  # of two digits or more
_ENOUGH_FIGURES, _SHARED_FIGURES = 10, 0.5
_SHORT = 20  # sentences; a shorter text may have the few that belong together out of place
_MOST = 200  # sentences of either side that are held against each other
# Log odds of the best of so many pairs by chance, and up to where they prove nothing.
_BY_CHANCE, _PER_PAIRS, _MOST_BY_CHANCE = -6.5, 1.4, 2.5
_USUAL_RATIO = 0.33  # of lengths; that of the texts themselves means nothing here
_CHARACTERS = {"en": 3.0, "zh": 1.0}  # that say about as much as a Chinese character


def unrelated(pairs: Sequence[Pair], lexicon: Lexicon) -> bool:
    """Say whether the two texts that were paired are no translations of each other; False in doubt."""
    source, target = _sentences(pairs, "source"), _sentences(pairs, "target")
    fewer = min(len(source), len(target))
    if fewer < _FEWEST or min(map(_size, (source, target))) < _LEAST_TEXT:
        return False
    expected = max(_expected(pairs, "source"), _expected(pairs, "target"))
    if expected >= _needed(fewer) and (expected >= _DOUBTFUL or not _other_figures(source, target)):
        return False
    return fewer >= _SHORT or not _any_belong(source, target, lexicon)


def _sentences(pairs: Sequence[Pair], side: Side) -> list[Segment]:
    """Return the sentences of a side; labels and keywords look alike in all abstracts, and numbers prove nothing."""
    told = (s for pair in pairs for s in pair.segments(side) if s.role == "body")
    return [s for s in told if any(char.isalpha() for char in s.text)]


def _size(segments: Sequence[Segment]) -> float:
    return sum(len(segment.text) / _CHARACTERS[segment.lang] for segment in segments)


def _expected(pairs: Sequence[Pair], side: Side) -> float:
    """Return the share of the sentences of a side that are expected to be in right pairs."""
    right = sum(pair.score * len(_sentences([pair], side)) for pair in pairs)
    return right / len(_sentences(pairs, side))


def _other_figures(source: Sequence[Segment], target: Sequence[Segment]) -> bool:
    """Say whether two texts rich in figures have few in common: reports of two patients may say much alike."""
    here, there = ({f.replace(",", "") for s in side for f in _FIGURE.findall(s.text)} for side in (source, target))
    fewest = min(len(here), len(there))
    return fewest >= _ENOUGH_FIGURES and len(here & there) < _SHARED_FIGURES * fewest


def _needed(sentences: int) -> float:
    return _OF_FEW + (_OF_MANY - _OF_FEW) * min(1.0, sentences / _MANY)


def _any_belong(source: list[Segment], target: list[Segment], lexicon: Lexicon) -> bool:
    """Say whether some sentence goes with some other better than chance has it, wherever they stand."""
    english, chinese = (target, source) if source[0].lang == "zh" else (source, target)
    en, zh = sides.english(english[:_MOST], lexicon), sides.chinese(chinese[:_MOST], lexicon)
    text = replace(Text.of(en, zh, evidence(en, zh, lexicon)), ratio=_USUAL_RATIO)
    every = [Bead(e, e + 1, z, z + 1) for e in range(en.n) for z in range(zh.n)]
    by_chance = min(_BY_CHANCE + _PER_PAIRS * math.log(len(every)), _MOST_BY_CHANCE)
    return bool(confidence.log_odds(text, every).max() >= by_chance)
