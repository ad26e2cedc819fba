"""Words in the middle of a sentence that nothing opposite accounts for.

What it finds
    A run of words of content of which the dictionary and the learned table find hardly a rendering on the other side:
    a clause or a bracket that was left out, or put in.

Why it matters
    What is lost inside a sentence leaves no gap behind, and readers of the translation cannot miss it.

What it leaves alone
    Short runs. Free translation says much in words that no dictionary pairs, and names and new terms have no entry:
    therefore this rule is off by default (on human translations about half of what it reports is only free), and worth
    its noise where every clause counts.

How to fix it
    Compare the words named with the other side; translate them, or accept what is said otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.lexicon import tokens
from aligner.lexicon.tokens import Token
from aligner.model import Context, Example, Hit, Pair, Rule, Side, Span

_RENDERS = 0.004  # the least share of a rendering that accounts for a word
_COST = 1.5  # what a word that is accounted for takes from its run
_LEAST = 5.0  # of a run to be reported


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    if not pair.source or not pair.target or context.lexicon is None:
        return
    sides: tuple[Side, Side] = ("source", "target") if context.source_lang == "en" else ("target", "source")
    lexicon = context.lexicon
    english = _words(tokens.english(pair.text(sides[0]), lexicon.stem))
    chinese = _words(tokens.chinese(lexicon.simplify(pair.text(sides[1])), lexicon, lexicon.stem))
    keys = {token.key for token in english}
    renderings = {token.key: _renderings(token.key, context) & keys for token in chinese}
    rendered = set().union(*renderings.values())
    yield from _hit(pair, sides[0], _run(english, [token.key in rendered for token in english]))
    yield from _hit(pair, sides[1], _run(chinese, [bool(renderings[token.key]) for token in chinese]))


def _renderings(word: str, context: Context) -> set[str]:
    """Return the English keys that a Chinese word may stand for, or the word itself where it is Latin."""
    return {word, *(key for key, share in context.lexicon.renderings(word).items() if share >= _RENDERS)}


def _words(found: Sequence[Token]) -> list[Token]:
    """Leave out numbers and marks, which other rules compare."""
    return [token for token in found if token.key[0].isalpha()]


def _run(found: Sequence[Token], accounted: Sequence[bool]) -> tuple[Token, Token] | None:
    """Return the first and last word of the run that is least accounted for, None where none is long enough."""
    best, ends, total, start = 0.0, None, 0.0, 0
    for k, known in enumerate(accounted):
        if total <= 0:
            total, start = 0.0, k
        total += -_COST if known else 1.0
        if total > best:
            best, ends = total, (found[start], found[k])
    return ends if best >= _LEAST else None


def _hit(pair: Pair, side: Side, run: tuple[Token, Token] | None) -> Iterator[Hit]:
    if run is None:
        return
    text = pair.text(side)
    end = run[1].start
    while end < len(text) and text[end].isalnum() and (text[end].isascii() or end < run[1].start + len(run[1].key)):
        end += 1
    span = Span.of(text, run[0].start, end)
    if side == "source":
        yield Hit("nothing in the translation accounts for these words", source=span)
    else:
        yield Hit("nothing in the source accounts for these words", target=span)


RULE = Rule(
    id="omitted-words",
    title="Words that nothing opposite accounts for",
    category="Accuracy/Omission",
    severity="minor",
    scope="pair",
    check=_check,
    bad=(
        Example(
            "Patients were seen every month, and those who missed a visit were telephoned by a nurse, visited at home "
            "and asked about pain, falls and medication.",
            "患者每月随访一次。",
        ),
        Example(
            "患者每月就诊。",
            "Patients came monthly, and a nurse telephoned, questioned their family, weighed tablets and fixed beds.",
        ),
    ),
    good=(
        Example("Patients were seen every month and asked about pain.", "患者每月随访一次，询问疼痛情况。"),
        Example("患者术后恢复良好，疼痛消失。", "The patient recovered well after surgery, and the pain disappeared."),
    ),
    source="MQM: Accuracy, Omission",
    on_by_default=False,
)
