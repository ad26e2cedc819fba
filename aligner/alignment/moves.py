"""Finds sentences that were moved: left over on both sides, in different places, and translations of each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from aligner.alignment import confidence, roles, sides
from aligner.alignment.bead import Bead
from aligner.alignment.evidence import evidence
from aligner.alignment.similarity import Text
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Pair, Segment

_LEAST_ODDS = 0.5  # log odds; shuffled pairs of one text exceed this once in 30, translations nearly always
_MOST_LEFT_OVER = 60  # on either side; where more is left over, the texts are no translations


def moved(pairs: Sequence[Pair], lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """Return the ids of pairs with an empty target and of pairs with an empty source that belong together."""
    gone = [pair for pair in pairs if pair.source and not pair.target]
    come = [pair for pair in pairs if pair.target and not pair.source]
    if not (gone and come) or max(len(gone), len(come)) > _MOST_LEFT_OVER:
        return ()
    source = [segment for pair in pairs for segment in pair.source]
    target = [segment for pair in pairs for segment in pair.target]
    turned = source[0].lang == "zh"
    text = _text(target, source, lexicon) if turned else _text(source, target, lexicon)
    places = {id(segment): k for side in (source, target) for k, segment in enumerate(side)}
    odds = np.full((len(gone), len(come)), -np.inf)
    for i, left in enumerate(gone):
        for j, right in enumerate(come):
            e, z = places[id(left.source[0])], places[id(right.target[0])]
            e, z = (z, e) if turned else (e, z)
            if text.en.kinds[e] == text.zh.kinds[z] == roles.BODY:
                odds[i, j] = confidence.log_odds(text, [Bead(e, e + 1, z, z + 1)])[0]
    return tuple((gone[i].id, come[j].id) for i, j in _best_of_each(odds))


def _text(english: list[Segment], chinese: list[Segment], lexicon: Lexicon) -> Text:
    en, zh = sides.english(english, lexicon), sides.chinese(chinese, lexicon)
    return Text.of(en, zh, evidence(en, zh, lexicon))


def _best_of_each(odds: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> list[tuple[int, int]]:
    """Return the cells that are the largest of their row and column, and large enough.

    >>> _best_of_each(np.array([[5.0, 6.0], [1.0, 7.0]]))
    [(1, 1)]
    """
    return [
        (i, j) for i, j in np.argwhere(odds >= _LEAST_ODDS).tolist() if odds[i, j] == odds[i].max() == odds[:, j].max()
    ]
