"""Pairs segments by their lengths alone (Gale and Church 1993, as nltk has it): the baseline people know."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.alignment.bead import Bead
from aligner.alignment.method import Method, Progress
from aligner.errors import ConfigError
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Segment

_MOST_CELLS = 3000 * 3000  # nltk's table grows with the product of the sizes
_SCORE = 0.5  # lengths alone are no evidence that two segments say the same


def _align(english: Sequence[Segment], chinese: Sequence[Segment], lexicon: Lexicon, progress: Progress) -> list[Bead]:
    del lexicon
    if not english or not chinese:
        return _beads([], len(english), len(chinese))
    if len(english) * len(chinese) > _MOST_CELLS:
        raise ConfigError("the text is too long for the method 'gale-church'", "use --method lexical")
    from nltk.translate.gale_church import LanguageIndependent, align_blocks

    lengths = [max(len(s.text), 1) for s in english], [max(len(s.text), 1) for s in chinese]

    class Parameters(LanguageIndependent):  # type: ignore[misc]
        AVERAGE_CHARACTERS = sum(lengths[1]) / sum(lengths[0])

    return _beads(align_blocks(*lengths, Parameters), len(english), len(chinese))


def _beads(pairs: Sequence[tuple[int, int]], n: int, m: int) -> list[Bead]:
    """Turn linked segments into beads: links that share a segment are one bead, the rest stands alone.

    >>> [bead[:4] for bead in _beads([(0, 0), (0, 1)], 2, 2)]
    [(0, 1, 0, 2), (1, 2, 2, 2)]
    """
    found: list[Bead] = []
    e = z = 0
    for a, b in sorted(pairs):
        if found and not found[-1].empty and (a < e or b < z):
            e, z = max(e, a + 1), max(z, b + 1)
            found[-1] = found[-1]._replace(e1=e, z1=z)
            continue
        found.extend([Bead(k, k + 1, z, z) for k in range(e, a)] + [Bead(a, a, k, k + 1) for k in range(z, b)])
        found.append(Bead(a, a + 1, b, b + 1, _SCORE))
        e, z = a + 1, b + 1
    return found + [Bead(k, k + 1, z, z) for k in range(e, n)] + [Bead(n, n, k, k + 1) for k in range(z, m)]


METHOD = Method("gale-church", "lengths alone, the classic baseline", _align, uses_lexicon=False, keeps_locks=False)
