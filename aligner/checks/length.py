"""A translation that is far too short or far too long for its source.

What it finds
    A pair in which one side has much less text than the other calls for: a clause was left out, or put in, though no
    whole sentence is missing.

Why it matters
    What is lost inside a sentence leaves no gap behind.

What it leaves alone
    Short sentences, labels, headings and lines of keywords. Names in brackets that only one side gives, as those of
    herbs in Latin, where all numbers agree. A text that is terse or wordy throughout: each pair is
    measured by what is usual in its document.

    Numbers and terms that are missing from a translation that is too short are not reported besides.

How to fix it
    Compare clause by clause. A translation that is merely concise is accepted as it is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from aligner.checks import _proportion
from aligner.checks._number_comparison import compare
from aligner.checks._proportion import Measured
from aligner.model import Context, Example, Hit, Lang, Pair, Rule, Span

_LIMIT = 4.3

_ASIDE = re.compile(r"\s?[(（](?P<said>[^()（）。；;]{1,80})[)）]")
_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|that|was|were|is|are|be|been|had|has|have|did|do|does|not|no)\b|[\u3400-\u9fff]{9}"
    r"|(?:[,，、][^,，、]*){3}",
    re.IGNORECASE,
)
"""What is said in brackets with these, a clause or a list, is more than a name."""


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    measured = [(pair, found) for pair in pairs if (found := _measure(pair, context.source_lang))]
    usual = _proportion.usual([found for _, found in measured])
    for pair, found in measured:
        off = found.off(usual)
        if abs(off) > _LIMIT and not _by_asides(pair, usual, context):
            yield _hit(pair, found, off if context.target_lang == "zh" else -off)


def _by_asides(pair: Pair, usual: float, context: Context) -> bool:
    """Whether nothing but names in brackets makes a side so long, and all numbers are there."""
    found = compare(pair.source_text, pair.target_text, (context.source_lang, context.target_lang))
    if found.swapped or found.missing or found.extra:
        return False
    rest = _measure(pair, context.source_lang, asides=False)
    return rest is None or abs(rest.off(usual)) <= _LIMIT


def _without_asides(text: str) -> str:
    """Leave out what stands in brackets, unless it is a clause.

    >>> _without_asides("Huanglian (Coptidis Rhizoma, 6 g) was added (it had been left out before).")
    'Huanglian was added (it had been left out before).'
    """
    return _ASIDE.sub(lambda found: found[0] if _CLAUSE.search(found["said"]) else "", text)


def _measure(pair: Pair, source_lang: Lang, *, asides: bool = True) -> Measured | None:
    texts = _proportion.sides(pair, source_lang)
    return _proportion.measure(*(texts if asides else map(_without_asides, texts))) if texts else None


def _hit(pair: Pair, found: Measured, off: float) -> Hit:
    """Name the side that has more; what a short translation lacks is graver than what a long one adds."""
    times = f"({math.exp(abs(found.ratio)):.1f} times off)"
    text = pair.source_text if off < 0 else pair.target_text
    whole = Span.of(text, 0, len(text))
    if off < 0:
        message = f"the translation is very short for its source {times}: something may be left out"
        return Hit(message, source=whole, pair=pair.id, severity="major")
    message = f"the translation is very long for its source {times}: something may have been put in"
    return Hit(message, target=whole, pair=pair.id)


RULE = Rule(
    id="length",
    title="Translation far too short or long",
    category="Accuracy/Omission",
    severity="minor",
    scope="document",
    check=_check,
    bad=(
        Example(
            "Patients were seen every three months, and those who missed a visit were called by a nurse the same week, "
            "visited at home if they did not answer, and asked about pain, falls and medication.",
            "患者每三个月随访一次。",
        ),
        Example("患者术后恢复良好，疼痛消失，未再用镇痛药，能够独立行走并恢复了原来的工作。", "The patient did well."),
    ),
    good=(
        Example("The knee was swollen, warm and painful for more than three weeks.", "膝关节肿胀、发热、疼痛三周余。"),
        Example("患者术后恢复良好，疼痛消失。", "The patient recovered well after surgery, and the pain disappeared."),
    ),
    source="W. A. Gale and K. W. Church (1993): lengths of translations; MQM: Accuracy, Omission",
)
