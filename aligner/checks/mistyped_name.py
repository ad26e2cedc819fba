"""Latin names that were mistyped.

What it finds
    A name of six letters or more in the translation that differs by a letter or two from one in the source and is not
    itself there: Bonferoni for Bonferroni, Helicobacter pilori for Helicobacter pylori.

Why it matters
    A name has one spelling; a wrong one is not found, and may be that of another drug or species.

What it leaves alone
    Inflected words, British and American spelling, other capitals (see letter-case), figures (see numbers) and
    abbreviations (see abbreviation).

How to fix it
    Copy the name from the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.model import Context, Example, Hit, Pair, Rule, Span
from aligner.text.addresses import masked
from aligner.text.variants import english_key, unaccented

_LEAST = 6  # letters; in shorter words, another letter is another word
_LONG = 10  # letters: two of them may be wrong
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_WORD = re.compile(rf"(?<![{_LATIN}])[{_LATIN}]{{{_LEAST},}}(?![{_LATIN}])")


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    known = {_key(word[0]) for pair in pairs for word in _WORD.finditer(pair.source_text)}
    written = {_key(word[0]) for pair in pairs for word in _WORD.finditer(pair.target_text)}
    for pair in pairs:
        lost = [w for w in _WORD.finditer(masked(pair.source_text)) if _key(w[0]) not in written]
        for word in _WORD.finditer(masked(pair.target_text)) if lost else ():
            if _key(word[0]) in known:
                continue
            own = next((w for w in lost if _mistyped(w[0], word[0], context)), None)
            if own:
                message = f"“{word[0]}” is {own[0]} in the source"
                yield Hit(message, Span(*own.span(), own[0]), Span(*word.span(), word[0]), own[0], pair=pair.id)


def _key(word: str) -> str:
    return unaccented(word).casefold()


def _mistyped(own: str, word: str, context: Context) -> bool:
    """Whether a word is the other one with a slip, and neither another form of it nor a word of its own.

    >>> context = Context((), (), "en", "zh")
    >>> [_mistyped(*words.split(), context) for words in ("Bonferroni Bonferoni", "Vegetarian Vegetable")]
    [True, False]
    """
    a, b = _key(own), _key(word)
    if not own.isascii() or sum(c.isupper() for c in word) > 1 or a[0] != b[0] or (own.islower() and word[0].isupper()):
        return False
    if abs(len(a) - len(b)) > 2 or english_key(a) == english_key(b) or _is_form(a, b) or _is_form(b, a):
        return False
    if context.lexicon is not None and context.lexicon.knows(word):
        return False
    return _distance(a, b) <= (2 if min(len(a), len(b)) >= _LONG else 1)


def _is_form(word: str, other: str) -> bool:
    """Whether a word is another one with an ending of a letter or two less."""
    return other.startswith(word) and len(other) - len(word) <= 2


def _distance(a: str, b: str) -> int:
    """Return how many letters were changed, lost, put in or swapped with their neighbour.

    >>> _distance("pylori", "pilori"), _distance("aureus", "auerus"), _distance("knee", "hip")
    (1, 1, 4)
    """
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for k, y in enumerate(b, 1):
            cost = min(before[k] + 1, row[k - 1] + 1, before[k - 1] + (x != y))
            if i > 1 and k > 1 and x == b[k - 2] and a[i - 2] == y:
                cost = min(cost, older[k - 2] + 1)
            row.append(cost)
    return row[-1]


RULE = Rule(
    id="mistyped-name",
    title="Latin names mistyped",
    category="Linguistic conventions/Spelling",
    severity="major",
    scope="document",
    check=_check,
    bad=(
        Example("Helicobacter pylori was found.", "检出Helicobacter pilori。"),
        Example("采用Bonferroni校正。", "The Bonferoni correction was used."),
    ),
    good=(
        Example("Helicobacter pylori was found.", "检出Helicobacter pylori。"),
        Example("Vaccination by Kaplan and Meyers", "Kaplan和Meyer的疫苗"),
        Example("采用Bonferroni校正。", "The Bonferroni correction was used."),
    ),
    source="MQM: Linguistic conventions, Spelling",
)
