"""Brackets and quotation marks without a partner.

What it finds
    A bracket or a quotation mark that is opened and not closed, or closed and not opened, and two of different kinds
    that were meant for a pair, as in `(see Figure 1]`, where the source has no such thing.

Why it matters
    The reader does not see where the aside ends; often words were lost together with the mark.

What it leaves alone
    A pair of which one half is half-width, see half-width-punctuation and full-width-in-english; the bracket behind
    the number of an item, as in `1)`; intervals such as `[0, 1)`; apostrophes and marks for inches and minutes; a pair
    that spans sentences; and what is unpaired in the source as well.

How to fix it
    Put in the other half, and see whether words are missing with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.checks._flaws import Flaw, told_once
from aligner.model import Context, Example, Hit, Pair, Rule, Side, Span
from aligner.text.addresses import masked

# What a mark opens, by the kind it shares with its partner.
_PAIRS = ("()", "[]", "{}", "【】", "〔〕", "《》", "「」", "『』", "“”")
_OPEN = {pair[0]: pair for pair in _PAIRS} | {"（": "()", "［": "[]"}
_CLOSE = {pair[1]: pair for pair in _PAIRS} | {"）": "()", "］": "[]"}
_STRAIGHT = '"'  # opens and closes
_MARK = re.compile("[" + re.escape("".join((*_OPEN, *_CLOSE))) + _STRAIGHT + "]")
_NUMBER = r"(?:^\s*\d{1,3}\.|(?:^|[\s，,;；:：。、])(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3}))"
_ITEM = re.compile(rf"{_NUMBER}$")
_ITEMS = re.compile(rf"{_NUMBER}[)）]")
_INTERVAL = re.compile(r"[(\[（]\s?[-−–∞\d.,\s，+%]+[)\]）]")
_FACE = re.compile(r"[:;=]-?[()]")
_FIGURE = re.compile(r'\d"$')  # inches, or seconds
_Mark = tuple[Pair, int, str]


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    in_source = {pair.id for pair, _, _ in _lone(pairs, "source")}
    lone = [mark for mark in _lone(pairs, "target") if mark[0].id not in in_source]
    yield from told_once(_flaws(lone))


def _flaws(lone: Sequence[_Mark]) -> Iterator[tuple[Pair, Flaw]]:
    """Yield a flaw for each lone mark; of two quotation marks of one sentence, one is only turned the wrong way."""
    done = -1
    for k, (pair, at, mark) in enumerate(lone):
        if k <= done:
            continue
        follows = lone[k + 1] if k + 1 < len(lone) and lone[k + 1][0].id == pair.id else None
        if follows and {mark, follows[2]} <= {"“", "”"}:
            done = k + 1
            yield from (
                (pair, _turned(pair, a, m, w)) for (_, a, m), w in zip((lone[k], follows), "“”", strict=True) if m != w
            )
            continue
        missing = {**dict.fromkeys(_OPEN, "is opened and never closed"), _STRAIGHT: "has no partner"}
        message = f"{mark} {missing.get(mark, 'is closed and never opened')}"
        yield pair, Flaw(mark, message, Span.of(pair.target_text, at, at + 1))


def _turned(pair: Pair, at: int, mark: str, wanted: str) -> Flaw:
    message = f"the quotation mark {mark} is turned the wrong way; write {wanted}"
    return Flaw(f"turned {mark}", message, Span.of(pair.target_text, at, at + 1), wanted)


def _lone(pairs: Sequence[Pair], side: Side) -> list[_Mark]:
    """Return the marks of one side of a document that have no partner; a pair may span the next sentence."""
    opened: list[_Mark] = []
    lone: list[_Mark] = []
    for pair in pairs:
        for at, mark in _marks(pair.text(side)):
            kind = _CLOSE.get(mark, mark)
            partner = next((o for o in reversed(opened[-4:]) if _OPEN.get(o[2], o[2]) == kind), None)
            if mark in _OPEN or (mark == _STRAIGHT and not partner):
                if not _FIGURE.search(pair.text(side)[:at] + mark):
                    opened.append((pair, at, mark))
            elif partner:
                behind = opened.index(partner)
                lone += opened[behind + 1 :]
                del opened[behind:]
            else:
                lone.append((pair, at, mark))
        old = [o for o in opened if o[0].id < pair.id - 1]
        lone += old
        opened = [o for o in opened if o not in old]
    return lone + opened


def _marks(text: str) -> Iterator[tuple[int, str]]:
    """Yield the brackets and quotation marks of a text that must have a partner.

    >>> list(_marks("1) the range [0, 1), see (2"))
    [(25, '(')]
    """
    clean = masked(text)
    for pattern in (_INTERVAL, _FACE):
        clean = pattern.sub(lambda found: "\0" * len(found[0]), clean)
    depth = 0
    for found in _MARK.finditer(clean):
        mark = found[0]
        if depth == 0 and _CLOSE.get(mark) == "()" and _numbers_item(clean, found.start()):
            continue
        depth = max(0, depth + (mark in _OPEN) - (mark in _CLOSE))
        yield found.start(), mark


def _numbers_item(text: str, at: int) -> bool:
    """Whether a closing bracket stands behind the number of an item: the first thing in the text, or one of several."""
    item = _ITEM.search(text[:at])
    return item is not None and (not text[: item.start()].strip() or len(_ITEMS.findall(text)) > 1)


RULE = Rule(
    id="unpaired-bracket",
    title="Brackets and quotation marks without a partner",
    category="Linguistic conventions/Punctuation",
    severity="minor",
    scope="document",
    check=_check,
    bad=(
        Example("He had ankylosing spondylitis (AS).", "患者患有强直性脊柱炎（AS。"),
        Example("They call it “silent”.", "人们称之为“静默。"),
        Example("患者患有强直性脊柱炎（AS）。", "He had ankylosing spondylitis AS)."),
    ),
    good=(
        Example("1) Pain; 2) fever (38 °C).", "1）疼痛；2）发热（38 ℃）。"),
        Example("Values in [0, 1) (see below", "[0, 1)内的值（见下"),
        Example("（见图1。\n图2。）", "(See Fig. 1.\nFig. 2.)"),
    ),
    source="GB/T 15834-2011; Chicago Manual of Style, 17th edition, 6.95 to 6.104",
)
