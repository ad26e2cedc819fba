"""Which text of a translation is compared with which text of its references."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from aligner.model import Lang, Pair

Cut = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Parallel:
    """A translation beside its references: each of `references` has as many texts as `hypotheses`.

    `aligned` says through what the references were aligned (`source`, or `characters` shared with the translation),
    nothing where they stand line by line. `of_pair` holds, for each pair of the document, the number of the text with
    its translation, None where there are several or none.
    """

    hypotheses: tuple[str, ...]
    references: tuple[tuple[str, ...], ...]
    aligned: str = ""
    of_pair: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """How a text is aligned with what all are aligned with, the pivot.

    `cuts` are the places where beads of the alignment meet, as (pivot texts before it, own texts before it), from
    (0, 0) to the sizes of both; they ascend on both sides.
    """

    texts: Sequence[str]
    cuts: Sequence[Cut]


def line_by_line(translation: Sequence[str], references: Sequence[Sequence[str]], pairs: Sequence[Pair]) -> Parallel:
    """Set texts of equal number beside each other; a pair has a text of its own where it holds one segment."""
    of_pair = tuple(pair.target[0].index if len(pair.target) == 1 else None for pair in pairs)
    return Parallel(tuple(translation), tuple(tuple(texts) for texts in references), of_pair=of_pair)


def path(pairs: Sequence[Pair]) -> Path:
    """Return the path of a target whose pivot is the source.

    >>> path(()).cuts
    [(0, 0)]
    """
    cuts = [(0, 0)]
    for pair in pairs:
        cuts.append((cuts[-1][0] + len(pair.source), cuts[-1][1] + len(pair.target)))
    return Path([segment.text for pair in pairs for segment in pair.target], cuts)


def through(aligned: str, translation: Path, references: Sequence[Path], lang: Lang) -> Parallel:
    """Join the texts between places where beads meet in every alignment, so that each says what the others say.

    What stands opposite nothing of the pivot goes with the text before it. `of_pair` is by the beads of the
    translation.

    >>> draft = Path(["甲。", "乙。", "丙。"], [(0, 0), (1, 1), (2, 2), (3, 3)])
    >>> through("source", draft, [Path(["甲，乙。", "丙。"], [(0, 0), (2, 1), (3, 2)])], "zh")
    Parallel(hypotheses=('甲。乙。', '丙。'), references=(('甲，乙。', '丙。'),), aligned='source', of_pair=(0, 0, 1))
    """
    ends = [dict(sorted(one.cuts)) for one in (translation, *references)]  # the last cut at a place of the pivot
    common = sorted(set(ends[0]).intersection(*ends))
    first, last = common[0], common[-1]
    inner = [place for place in common if first < place < last]
    glue = " " if lang == "en" else ""
    sides = []
    for one, end in zip((translation, *references), ends, strict=True):
        bounds = [0, *(end[place] for place in inner), len(one.texts)]
        sides.append(tuple(glue.join(one.texts[a:b]) for a, b in pairwise(bounds)))
    starts = [(0, 0), *((place, ends[0][place]) for place in inner)]
    of_pair = tuple(bisect_right(starts, cut) - 1 for cut in translation.cuts[:-1])
    return Parallel(sides[0], tuple(sides[1:]), aligned, of_pair)
