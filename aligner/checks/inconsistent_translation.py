"""One sentence translated in two ways, or two sentences by one.

What it finds
    A source sentence that comes again, word for word, with another translation; and two different source sentences
    with one and the same translation, of which one is most often a copy that nobody finished.

Why it matters
    A reader who meets two wordings looks for a difference in meaning. A sentence that was pasted over another hides an
    omission behind a text that reads well.

What it leaves alone
    Differences of case, width, spaces and marks; labels, headings and short sentences, which may rightly depend on
    their place; sources that differ in nothing but that.

How to fix it
    Keep the better translation and use it in both places; translate the sentence that was pasted over.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence

from aligner.model import Context, Example, Hit, Lang, Pair, Place, Rule, Side, Span, other_side

_LEAST: dict[Lang, int] = {"en": 24, "zh": 8}  # letters and digits of a sentence that means the same everywhere
_TOLD: dict[Side, str] = {
    "source": "the same sentence is translated otherwise in pair {0}",
    "target": "pair {0} has the same translation, of another sentence",
}
_SIDES: tuple[Side, Side] = ("source", "target")


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    for side in _SIDES:
        first: dict[bytes, tuple[bytes, Pair]] = {}
        for pair in pairs:
            keys = _keys(pair, side, context)
            if keys is None:
                continue
            other, earlier = first.setdefault(keys[0], (keys[1], pair))
            if other != keys[1]:
                yield _hit(pair, earlier, side)


def _keys(pair: Pair, side: Side, context: Context) -> tuple[bytes, bytes] | None:
    """Return digests of one side and the other, None where the pair is no full sentence."""
    if not pair.source or not pair.target or any(s.role != "body" for s in (*pair.source, *pair.target)):
        return None
    texts = [_plain(pair.text(s)) for s in (side, other_side(side))]
    if len(texts[0]) < _LEAST[context.lang(side)]:
        return None
    one, other = (hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest() for text in texts)
    return one, other


def _plain(text: str) -> str:
    """Fold case and width, and leave out all but letters and figures, and what stands between or before figures.

    >>> _plain("膝关节疼痛（左），1.5分。"), _plain("P < 0.05")
    ('膝关节疼痛左1.5分', 'p<0.05')
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"(?![<>≤≥±+−%])[\W_](?!\d)|(?<!\d)(?![<>≤≥±+−%])[\W_]", "", folded)


def _hit(pair: Pair, earlier: Pair, side: Side) -> Hit:
    source, target = pair.source_text, pair.target_text
    here = Place(pair.id, Span.of(source, 0, len(source)), Span.of(target, 0, len(target)))
    source, target = earlier.source_text, earlier.target_text
    there = Place(earlier.id, Span.of(source, 0, len(source)), Span.of(target, 0, len(target)))
    message = _TOLD[side].format(earlier.id)
    return Hit(message, here.source, here.target, pair=pair.id, places=(there, here))


RULE = Rule(
    id="inconsistent-translation",
    title="One sentence translated in two ways, or two by one",
    category="Style/Inconsistent style",
    severity="minor",
    scope="document",
    check=_check,
    bad=(
        Example(
            "All patients gave written consent.\nNone was lost.\nAll patients gave written consent.",
            "所有患者均签署知情同意书。\n无失访。\n全部患者书面同意。",
        ),
        Example(
            "所有患者均签署了知情同意书。\n随访期间患者均未失访。",
            "All patients gave written consent.\nAll patients gave written consent.",
        ),
    ),
    good=(
        Example(
            "All patients gave written consent.\nAll patients gave written consent.",
            "所有患者均签署知情同意书。\n所有患者均签署知情同意书.",
        ),
        Example("见表1。\n见表1。", "See table 1.\nTable 1 shows this."),
    ),
    source="MQM: Style, Inconsistent style",
)
