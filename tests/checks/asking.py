"""Asks one rule about texts whose lines are paired one to one, with the dictionary at hand."""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest

from aligner import registry
from aligner.checks import run
from aligner.lexicon import load
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Block, Context, Finding, Lang, Pair, Segment


@cache
def lexicon() -> Lexicon:
    return load()


def segments(text: str, lang: Lang, index: int) -> tuple[Segment, ...]:
    return (Segment(Block(text, line=index + 1), 0, text, lang, index),) if text else ()


def pairs(source: str, target: str) -> tuple[tuple[Pair, ...], Lang, Lang]:
    langs: tuple[Lang, Lang] = ("zh", "en") if re.search(r"[\u4e00-\u9fff]", source) else ("en", "zh")
    lines = enumerate(zip_longest(source.split("\n"), target.split("\n"), fillvalue=""))
    made = (Pair(k + 1, segments(a, langs[0], k), segments(b, langs[1], k), 1.0, "lines") for k, (a, b) in lines)
    return tuple(made), *langs


def asked(rule_id: str, source: str, target: str) -> list[Finding]:
    """Return what the rule reports."""
    found, *langs = pairs(source, target)
    rule = registry.find("aligner.checks", "RULE", rule_id)
    findings, skipped = run(Context(found, (), *langs, lexicon=lexicon()), [rule])
    assert not skipped
    return list(findings)
