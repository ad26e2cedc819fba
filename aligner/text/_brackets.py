"""Matched brackets and quotation marks."""

from __future__ import annotations

import re

BRACKETS = {
    ")": "([（",
    "]": "[(［",
    "}": "{",
    "）": "（(",
    "］": "［[",
    "】": "【",
    "〕": "〔",
    "》": "《",
    "〉": "〈",
}

# Longer than any aside: a bracket that closes this late was not the partner of the one that opened.
LONGEST = 1500


def outermost(text: str, pairs: dict[str, str] = BRACKETS) -> list[tuple[int, int]]:
    """Return (start, end) of the outermost matched brackets, in order; those without a partner do not count.

    >>> outermost("a (b [c] d) e) f (g")
    [(2, 11)]
    """
    openers = "".join(pairs.values())
    marks = re.compile("[" + re.escape(openers + "".join(pairs)) + "]")
    stack: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for m in marks.finditer(text):
        mark = m[0]
        if mark in openers:
            stack.append((mark, m.start()))
            continue
        depth = next((d for d in range(1, min(len(stack), 8) + 1) if stack[-d][0] in pairs[mark]), 0)
        if not depth:
            continue
        start = stack[-depth][1]
        del stack[-depth:]
        if m.end() - start <= LONGEST:
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, m.end()))
    return found
