"""Tells two texts that are no translations of each other, so that nobody reads a hundred findings about them.

Three things must be so. Hardly any of the text is in pairs that the aligner is sure of; but that is so as well where
half of a translation is missing, since the rest is then shifted. So every sentence is held against every sentence of
the other side, and the best of these pairs must be no better than what chance brings about among so many; and the
sentences must not go together better in their own order than in others. A little text proves nothing.

Measured on abstracts, papers, novels, statutes and manuals against others of their kind, whole and in part.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from aligner.alignment import confidence, sides
from aligner.alignment.bead import Bead
from aligner.alignment.evidence import evidence
from aligner.alignment.similarity import Text
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Pair, Segment

_FEWEST, _LEAST_TEXT = 4, 100  # sentences on either side, and how much text, in Chinese characters
_SURE, _SURE_SHARE = 0.5, 0.05
_MOST = 200  # sentences of either side that are held against each other
# Log odds of the best of so many pairs by chance, and up to where they prove nothing.
_BY_CHANCE, _PER_PAIRS, _MOST_BY_CHANCE = -8.0, 1.4, 1.0
_ORDERS, _IN_ORDER, _ENOUGH_FOR_ORDER = 20, 1.0, 10
_WORTH_ANYTHING = -5.0  # log odds; pairs below add nothing to a chain
_USUAL_RATIO = 0.33  # of lengths; that of the texts themselves means nothing here
_CHARACTERS = {"en": 3.0, "zh": 1.0}  # that say about as much as a Chinese character

Floats = npt.NDArray[np.float64]


def unrelated(pairs: Sequence[Pair], lexicon: Lexicon) -> bool:
    """Say whether the two texts that were paired are no translations of each other; False in doubt."""
    source, target = _text(pairs, "source"), _text(pairs, "target")
    if min(len(source), len(target)) < _FEWEST or min(map(_size, (source, target))) < _LEAST_TEXT:
        return False
    if _sure_share(pairs) >= _SURE_SHARE:
        return False
    english, chinese = (target, source) if source[0].lang == "zh" else (source, target)
    odds = _odds(english[:_MOST], chinese[:_MOST], lexicon)
    by_chance = min(_BY_CHANCE + _PER_PAIRS * math.log(odds.size), _MOST_BY_CHANCE)
    return bool(odds.max() < by_chance) and not _in_order(odds)


def _text(pairs: Sequence[Pair], side: str) -> list[Segment]:
    """Return the sentences of a side; labels and keywords look alike in all abstracts."""
    segments = (s for pair in pairs for s in (pair.source if side == "source" else pair.target))
    return [s for s in segments if s.role == "body" and s.text.strip()]


def _sure_share(pairs: Sequence[Pair]) -> float:
    """Return the share of the text, by length, that stands in pairs more sure than not."""
    told = [(pair, _size((*pair.source, *pair.target))) for pair in pairs if not _is_label(pair)]
    return sum(size for pair, size in told if pair.score >= _SURE) / max(sum(size for _, size in told), 1e-9)


def _is_label(pair: Pair) -> bool:
    return all(segment.role != "body" for segment in (*pair.source, *pair.target))


def _size(segments: Sequence[Segment]) -> float:
    return sum(len(segment.text) / _CHARACTERS[segment.lang] for segment in segments)


def _odds(english: Sequence[Segment], chinese: Sequence[Segment], lexicon: Lexicon) -> Floats:
    """Return the log odds of every pair of sentences, English by row."""
    en, zh = sides.english(english, lexicon), sides.chinese(chinese, lexicon)
    text = replace(Text.of(en, zh, evidence(en, zh, lexicon)), ratio=_USUAL_RATIO)
    every = [Bead(e, e + 1, z, z + 1) for e in range(en.n) for z in range(zh.n)]
    return confidence.log_odds(text, every).reshape(en.n, zh.n)


def _in_order(odds: Floats) -> bool:
    """Say whether the sentences go together better in their own order than in others; of few, nobody knows."""
    if min(odds.shape) < _ENOUGH_FOR_ORDER:
        return False
    worth = np.maximum(odds - _WORTH_ANYTHING, 0.0)
    chance = np.random.default_rng(0)  # always the same orders, so that the answer is
    others = [_chain(worth[:, chance.permutation(worth.shape[1])]) for _ in range(_ORDERS)]
    return _chain(worth) > float(np.mean(others) + _IN_ORDER * np.std(others))


def _chain(worth: Floats) -> float:
    """Return the most that a chain of pairs is worth that goes forward on both sides."""
    best = np.zeros(worth.shape[1] + 1)
    for row in worth:
        best[1:] = np.maximum(best[1:], best[:-1] + row)
        best = np.maximum.accumulate(best)
    return float(best[-1])
