"""Terms that are denied on one side and affirmed on the other, of which two have changed places."""

from __future__ import annotations

import re

from aligner.model import Context, Lang, Pair, Span

_DENIED: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:no|without|denied|absence of|free of)\s"
        r"(?:(?:any|evidence of|signs? of|obvious|definite|visible|clear|focal|significant)\s)*$",
        re.IGNORECASE,
    ),
    "zh": re.compile("(?:未见|未发现|未出现|未发生|未检出|没有|不伴|否认|无)(?:明显|明确|确切|任何|局灶性?)?$"),
}
"""Stands right before what it denies."""
_REACH = 100  # characters before a term in which that begins
_MAY_DENY: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:no|not|without|nor|neither|never|none|den\w+|absen\w+|free|negative|un\w+|lack\w*|ruled|exclu\w+)\b|n['’]t",
        re.IGNORECASE,
    ),
    "zh": re.compile("[无未没不否非缺排消]|阴性|（[-－−]）"),
}
_CLAUSE: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r"[,;:.](?=\s|$)|\bbut\b", re.IGNORECASE),
    "zh": re.compile("[，；：。]|[但而]"),
}


def changed_places(pair: Pair, context: Context) -> tuple[Span, Span] | None:
    """Return the term that the source denies and another that the translation denies in its place."""
    denied: list[Span] = []
    affirmed: list[Span] = []
    for match in context.matches_of(pair):
        if not match.source or not match.target or match.dropped:
            continue
        here = _says(pair.source_text, match.source, context.source_lang)
        there = _says(pair.target_text, match.target, context.target_lang)
        if (here, there) == (False, True):
            denied.append(match.source)
        elif (here, there) == (True, False):
            affirmed.append(match.target)
    return (denied[0], affirmed[0]) if denied and affirmed else None


def _says(text: str, span: Span, lang: Lang) -> bool | None:
    """Tell whether a text affirms a term, with nothing in its clause that denies, or denies it; None where unsure."""
    if _DENIED[lang].search(text[max(0, span.start - _REACH) : span.start]):
        return False
    start = max((found.end() for found in _CLAUSE[lang].finditer(text[: span.start])), default=0)
    end = _CLAUSE[lang].search(text, span.end)
    clause = text[start : end.start() if end else len(text)]
    return None if _MAY_DENY[lang].search(clause) else True
