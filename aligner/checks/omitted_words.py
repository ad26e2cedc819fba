"""Words in the middle of a sentence that nothing opposite accounts for, where as much text is wanting there.

What it finds
    A run of words of content, as a clause or a bracket, that was left out or put in: the dictionary, the learned table
    and the glossaries find hardly a rendering on the other side, which is shorter than this one calls for by about as
    much as the run is long.

Why it matters
    What is lost inside a sentence leaves no gap behind, and readers of the translation cannot miss it.

What it leaves alone
    Runs of less than three words. Free translation: it says much in words that no dictionary pairs, but takes as
    many. Names and new terms, which have no entry. A text that is terse or wordy throughout: each pair is measured by
    what is usual in its document.

    Numbers and terms that are wanting are not reported besides where they are among words that are surely lost.

How to fix it
    Compare the words named with the other side; translate them, or accept what is said otherwise.

Each word counts for or against the loss by how much likelier it is to have no partner if it was left out than if it
was translated, and so does the length; `python benchmarks/fit_omitted.py DATA` measures the former.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.checks import _proportion
from aligner.checks._links import Links, links
from aligner.lexicon.tokens import Token
from aligner.model import Context, Example, Hit, Lang, Pair, Rule, Severity, Side, Span

# What a word without a partner says for the loss, and one with a partner against it: words of the dictionary, near what
# was measured; others, which say less, since they are names, and rendered anyhow; numbers, which other rules compare;
# and single Chinese characters, which may be parts of anything.
_KNOWN, _UNKNOWN, _NUMBER, _CHARACTER = (0.9, -1.4), (0.1, -1.0), (0.0, -1.5), (0.0, -0.4)
_LEAST = 2.6  # by the words alone
_LENGTH = (-6.0, 3.0)  # what the length may say at most against the loss, and for it
_AT_LEAST_OFF = 0.25  # usual deviations by which the other side must be too short
# From what sum on, by the language of the words, they are taken for lost, and from how much more on surely so. Chinese
# says more than English does where nothing is added, and a translator may explain.
_LIMIT: dict[Lang, float] = {"en": 5.0, "zh": 6.0}
_PUT_IN, _SURE = 1.0, 1.5

_WORD = re.compile(r"[\w'’-]*", re.ASCII)
_ORIGINAL = re.compile(r"[（(][A-Za-z][^（()）\u3400-\u9fff]+[)）]")
_PEOPLE = frozenset(("patient", "case", "患者", "病人", "病例", "患儿"))  # 12例 says patients


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of one side, as a stretch of its text, and the sum of what they say for their loss."""

    start: int
    end: int
    sum: float


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    if context.lexicon is None:
        return
    texts = [(pair, both) for pair in pairs if (both := _proportion.sides(pair, context.source_lang))]
    measured = [(pair, found) for pair, both in texts if (found := _proportion.measure(*both))]
    usual = _proportion.usual([found for _, found in measured])
    for pair, found in measured:
        off = found.off(usual)
        if abs(off) >= _AT_LEAST_OFF:
            yield from _lost(pair, "en" if off < 0 else "zh", context, usual)


def _lost(pair: Pair, lang: Lang, context: Context, usual: float) -> Iterator[Hit]:
    """Yield the words of the side in a language, of which the other has too little, that nothing accounts for."""
    side: Side = "source" if lang == context.source_lang else "target"
    run = _run(pair, side, context)
    if run is None or run.sum < _LEAST:
        return
    text = pair.text(side)
    excess = run.sum + _by_length(pair, side, run, context, usual) - _LIMIT[lang]
    if side == "source" and excess >= 0:
        message = "nothing in the translation accounts for these words, and it is too short to hold them"
        severity: Severity | None = "major" if excess >= _SURE else None
        yield Hit(message, source=Span.of(text, run.start, run.end), pair=pair.id, severity=severity)
    elif side == "target" and excess >= _PUT_IN:
        message = "nothing in the source accounts for these words, and it is too short to hold them"
        yield Hit(message, target=Span.of(text, run.start, run.end), pair=pair.id)


def _by_length(pair: Pair, side: Side, run: _Run, context: Context, usual: float) -> float:
    """Return what the length says for the loss: how much better the sides fit without the run."""
    texts = {"source": pair.source_text, "target": pair.target_text}
    lost = {**texts, side: texts[side][: run.start] + texts[side][run.end :]}
    off, without = (
        found.off(usual) if (found := _proportion.measure(*_by_language(both, context))) else 0.0
        for both in (texts, lost)
    )
    return min(_LENGTH[1], max(_LENGTH[0], (off**2 - without**2) / 2))


def _by_language(texts: dict[str, str], context: Context) -> tuple[str, str]:
    both = texts["source"], texts["target"]
    return both if context.source_lang == "en" else both[::-1]


def _run(pair: Pair, side: Side, context: Context) -> _Run | None:
    """Return the run of words of one side that says most for its loss."""
    texts = {"source": pair.source_text, "target": pair.target_text}
    chinese: Side = "source" if context.source_lang == "zh" else "target"
    # The original of a term in brackets must not take the partner of its translation.
    texts[chinese] = _ORIGINAL.sub(lambda bracket: " " * len(bracket[0]), texts[chinese])
    found = links(texts["source"], texts["target"], context.source_lang, context.lexicon)
    found = found if side == "source" else found.turned()
    best, total, first = None, 0.0, 0
    for k, said in enumerate(_said(pair, side, found, context)):
        if total <= 0:
            total, first = 0.0, k
        total += said
        if total > (best[0] if best else 0.0):
            best = total, first, k
    if best is None:
        return None
    text, (total, first, last) = pair.text(side), best
    return _Run(found.words[first].start, _end(text, found.words[last]), total)


def _said(pair: Pair, side: Side, found: Links, context: Context) -> Iterator[float]:
    """Yield what each word of one side says for its loss."""
    text, english = pair.text(side), context.lang(side) == "en"
    spans = [
        span for match in context.matches_of(pair) if match.source and match.target for span in [getattr(match, side)]
    ]
    for k, word in enumerate(found.words):
        has_partner = k in found.partner or any(span.start <= word.start < span.end for span in spans)
        if word.key[0] == "#":
            said = _NUMBER
        elif (len(word.key) == 1 and not word.key.isascii()) or word.key in _PEOPLE:
            said = _CHARACTER
        elif not context.lexicon.knows(word.key) or (english and word.start and text[word.start].isupper()):
            said = _UNKNOWN
        else:
            said = _KNOWN
        yield said[has_partner]


def _end(text: str, word: Token) -> int:
    """Return where a word ends in its text; its key may be a stem."""
    written = _WORD.match(text, word.start)
    return written.end() if written and written[0] else min(len(text), word.start + len(word.key))


RULE = Rule(
    id="omitted-words",
    title="Words that nothing opposite accounts for",
    category="Accuracy/Omission",
    severity="minor",
    scope="document",
    check=_check,
    bad=(
        Example(
            "Patients were seen every month, and those who missed a visit were telephoned by a nurse, visited at home "
            "and asked about pain, falls and medication.",
            "患者每月随访一次。",
        ),
        Example(
            "The drug was stopped because of nausea in two women, whose symptoms resolved within a week without "
            "further treatment, and was well tolerated by the others.",
            "2例女性患者因恶心停药，其余患者耐受性良好。",
        ),
        Example(
            "切口一期愈合，术后未见感染、下肢深静脉血栓形成及假体松动等并发症，随访期间无一例需要再次手术，患者于术后第5天出院。",
            "The wound healed by first intention, and the patient was discharged on day 5.",
        ),
        Example(
            "患者每月就诊。",
            "Patients came monthly, and a nurse telephoned, questioned their family, weighed tablets and fixed beds.",
        ),
    ),
    good=(
        Example("Patients were seen every month and asked about pain.", "患者每月随访一次，询问疼痛情况。"),
        Example("患者术后恢复良好，疼痛消失。", "The patient recovered well after surgery, and the pain disappeared."),
        Example(
            "Little is known about how clinicians weigh these trade-offs in everyday practice.",
            "临床医生在日常诊疗中如何权衡利弊，目前知之甚少。",
        ),
    ),
    source="MQM: Accuracy, Omission",
)
