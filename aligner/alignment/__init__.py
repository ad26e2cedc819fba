"""Pairs the segments of both sides; one file a method in `methods/`."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from aligner import registry
from aligner.alignment import cells, labels, paragraphs
from aligner.alignment.bead import Bead, alone
from aligner.alignment.given import given
from aligner.alignment.inside import lone, paired
from aligner.alignment.locks import Lock, checked, joined
from aligner.alignment.method import Progress, unseen
from aligner.errors import ConfigError
from aligner.model import Pair, Segment, Term
from aligner.neural import Running

if TYPE_CHECKING:
    from aligner.alignment.method import Method
    from aligner.lexicon.lexicon import Lexicon
    from aligner.neural import Encoder

__all__ = ["align", "given", "lone", "moved", "paired", "unrelated"]


def align(  # noqa: PLR0913 - wishes that have nothing to do with each other, by name only
    source: Sequence[Segment],
    target: Sequence[Segment],
    *,
    method: str | Encoder = "lexical",
    lexicon: Lexicon | None = None,
    terms: Sequence[Term] = (),
    anchors: Sequence[Lock] = (),
    progress: Progress = unseen,
) -> tuple[Pair, ...]:
    """Pair the segments of a text and its translation, English and Chinese in either order.

    Every segment is in exactly one pair, and pairs are in the order of both sides. A pair's score is the probability
    that it is right as it stands: that no other grouping is better, and that its sides are related at all; 0 where a
    side is empty. `method` is the id of a method, or a sentence encoder, which the method vectors then asks.
    `lexicon` is loaded if none is given; `terms` count as sure translations, `anchors` are pairs of source and target
    segments that stay as they are (see `locks`). `progress` is told again and again what share of the work is done.

    Raises:
        ConfigError: there is no such method, or it cannot do a text of this size, or with anchors.
        InputError: an anchor is outside the text, or crosses another.
    """
    from aligner.lexicon import load

    name = method if isinstance(method, str) else "vectors"
    found: Method = registry.find("aligner.alignment.methods", "METHOD", name)
    if isinstance(method, str):
        resource = found.load(None, Running()) if found.load else _words(found, lexicon or load(), terms)
    else:
        resource = method
    turned = _lang(source, target) == "zh"
    english, chinese = (target, source) if turned else (source, target)
    locks = [lock.swapped() if turned else lock for lock in checked(anchors, source, target)]
    if locks and not found.keeps_locks:
        raise ConfigError(f"the method '{name}' keeps no anchors", "use --method lexical")
    pairs = []
    beads = labels.put_back(_paired(found, _Sides(english, chinese, locks), resource, progress), english, chinese)
    for number, bead in enumerate(cells.straightened(tuple(beads), english, chinese), 1):
        left, right = tuple(english[bead.e0 : bead.e1]), tuple(chinese[bead.z0 : bead.z1])
        score = round(bead.score, 4) if left and right else 0.0
        pairs.append(Pair(number, *((right, left) if turned else (left, right)), score, found.id))
    return tuple(pairs)


def _words(method: Method, lexicon: Lexicon, terms: Sequence[Term]) -> Lexicon:
    return lexicon.with_terms(terms) if terms and method.uses_lexicon else lexicon


def _paired(method: Method, sides: _Sides, resource: Any, progress: Progress) -> list[Bead]:
    """Return the beads of a method; where most paragraph breaks meet, of one that has to let all of them meet."""
    beads = _locked(method, sides, resource, progress)
    found = paragraphs.breaks(sides.english, sides.chinese) if method.keeps_locks and not sides.locks else None
    if found and paragraphs.borne_out(beads, found):
        beads = _locked(method, sides, resource, progress, found)
    if not found or not method.uses_lexicon:
        return beads

    def alike(e: int, z: int) -> float:
        return float(resource.translates(sides.english[e].text, sides.chinese[z].text))

    return list(paragraphs.rejoined(beads, found, alike))


class _Sides(NamedTuple):
    """Both sides of a text, and the locks between them, English first."""

    english: Sequence[Segment]
    chinese: Sequence[Segment]
    locks: Sequence[Lock]


def _locked(
    method: Method,
    sides: _Sides,
    resource: Any,
    progress: Progress,
    breaks: tuple[Container[int], Container[int]] = ((), ()),
) -> list[Bead]:
    """Return the beads of a method that is shown each locked stretch as one segment, and breaks as marks that meet."""
    e = joined(sides.english, sides.locks, breaks[0])
    z = joined(sides.chinese, [lock.swapped() for lock in sides.locks], breaks[1])
    sure = {lock[:4] for lock in sides.locks}
    found: list[Bead] = []
    for bead in method.align(e.segments, z.segments, resource, progress):
        whole = Bead(e.starts[bead.e0], e.starts[bead.e1], z.starts[bead.z0], z.starts[bead.z1], bead.score)
        if whole.empty:
            found += alone(whole)
        else:
            found.append(whole._replace(score=1.0) if whole[:4] in sure else whole)
    return found


def _lang(source: Sequence[Segment], target: Sequence[Segment]) -> str:
    """Return the language of the source, from the other side where it is empty."""
    if source:
        return source[0].lang
    return "zh" if target and target[0].lang == "en" else "en"


def moved(pairs: Sequence[Pair], *, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """Return which sentences left over on either side are one sentence in another place.

    Each is (id of the pair whose target is empty, id of the pair whose source is empty).
    """
    from aligner.alignment.moves import moved as found

    return found(pairs, lexicon)


def unrelated(pairs: Sequence[Pair], *, lexicon: Lexicon) -> bool:
    """Say whether the texts that were paired are no translations of each other; False in doubt."""
    from aligner.alignment.relatedness import unrelated as found

    return found(pairs, lexicon)
