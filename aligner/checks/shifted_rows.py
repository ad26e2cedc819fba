"""Rows of a table whose translations stand a row too high or too low.

What it finds
    Three rows and more, one below the other, each of which is translated in the next row, or in the one before, and not
    in its own. All of them are one finding, which names the first.

Why it matters
    A cell that was put in or left out moves all that is below it. What other rules say of these rows is true of no
    sentence; the mistake is one, where the shift begins.

What it leaves alone
    Texts whose pairs were found by their content, and rows that fit nowhere better than where they stand.

How to fix it
    Look for the cell that is too much or missing at the first of these rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.model import Context, Example, Hit, Pair, Place, Rule, Span

_LEAST_RUN = 3
_BETTER, _A_LITTLE = 0.2, 0.05  # of `Lexicon.translates`, for a first row and for one beside it
_NUMBER = re.compile(r"\d+")
_WRONG = ("missing", "other")


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    given = [pair for pair in pairs if pair.method == "given" and pair.source and pair.target]
    if context.lexicon is None or len(given) < _LEAST_RUN:
        return
    at = 0
    while at < len(given):
        step = _shift(given, at, context) if _is_odd(given[at], context) else 0
        first, last = (_run(given, at, step, context)) if step else (at, at + 1)
        if step and last - first >= _LEAST_RUN:
            yield _hit(given[first:last], step)
        at = max(last, at + 1)


def _is_odd(pair: Pair, context: Context) -> bool:
    """Say at little cost whether something is wrong with a pair: its numbers or its terms."""
    numbers = [sorted(_NUMBER.findall(text)) for text in (pair.source_text, pair.target_text)]
    return numbers[0] != numbers[1] or any(match.status in _WRONG for match in context.matches_of(pair))


def _shift(given: Sequence[Pair], at: int, context: Context, least: float = _BETTER) -> int:
    """Return how many rows below its own the translation of a row stands, 0 where its own fits best."""
    own = _fits(given, at, at, context)
    shifts = ((_fits(given, at, at + step, context) - own, step) for step in (1, -1))
    better, step = max(shifts)
    return step if better > least else 0


def _fits(given: Sequence[Pair], at: int, other: int, context: Context) -> float:
    if not 0 <= other < len(given):
        return 0.0
    source, target = given[at].source_text, given[other].target_text
    english, chinese = (source, target) if context.source_lang == "en" else (target, source)
    return float(context.lexicon.translates(english, chinese))


def _run(given: Sequence[Pair], at: int, step: int, context: Context) -> tuple[int, int]:
    """Return where the rows begin and end that are shifted alike; one among them may be too short to tell."""
    first, last = at, at + 1
    while first > 0 and _shift(given, first - 1, context, _A_LITTLE) == step:
        first -= 1
    while last < len(given) and step in [
        _shift(given, k, context, _A_LITTLE) for k in (last, last + 1) if k < len(given)
    ]:
        last += 1
    return first, last


def _hit(rows: Sequence[Pair], step: int) -> Hit:
    places = tuple(
        Place(
            row.id, Span.of(row.source_text, 0, len(row.source_text)), Span.of(row.target_text, 0, len(row.target_text))
        )
        for row in rows
    )
    where = "below" if step > 0 else "above"
    message = f"{len(rows)} translations, from this one on, stand in the row {where} their source"
    return Hit(message, places[0].source, places[0].target, pair=rows[0].id, places=places, subject="rows")


RULE = Rule(
    id="shifted-rows",
    title="Translations a row too high or too low",
    category="Accuracy/Mistranslation",
    severity="critical",
    scope="document",
    check=_check,
    bad=(
        Example("Fever\nCough\nHeadache\nRash", "\n发热\n咳嗽\n头痛\n皮疹"),
        Example("发热\n咳嗽\n头痛\n皮疹", "\nFever\nCough\nHeadache\nRash"),
    ),
    good=(
        Example("Fever\nCough\nHeadache\nRash", "发热\n咳嗽\n头痛\n皮疹"),
        Example("发热\n咳嗽\n头痛\n皮疹", "Fever\nCough\nHeadache\nRash"),
    ),
)
