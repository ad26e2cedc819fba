"""Ranges that are not written alike throughout.

What it finds
    Ranges of figures joined by ～ in one place of a Chinese translation and by a dash in another (5～10 and 12-15).
    The rarer way is reported, once for the document.

Why it matters
    Both are right (GB/T 15835, 5.1.5), but a text keeps to one.

What it leaves alone
    Years, dates, pages, telephone and serial numbers, references, negative numbers and scores, which take a dash
    whatever the ranges do; the shape of the tilde (～ and ~) and the length of the dash.

How to fix it
    Write all ranges as most are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.checks._flaws import Flaw, told_once
from aligner.model import Context, Example, Hit, Pair, Rule, Span
from aligner.text.addresses import masked

_RANGE = re.compile(
    r"(?<!\[)(?<![\d.,:/A-Za-zα-ω-])(?<![-–—~～] )(?!0\d)\d{1,4}(?:\.\d+)?%?(?!\s[-–—―－]\d)"
    r"\s?([～~〜]|[-–—―－])\s?\d+(?:\.\d+)?"
    r"(?![\d.:/A-Za-zα-ω-]|\s?(?:[年月日]|程序|方案|法则?))"
)
_YEARS = re.compile(r"(?:1\d|20)\d\d\D+(?:1\d|20)?\d\d$")
_NUMBER_OF_A_THING = re.compile(
    r"(?:电话|手机|传真|热线|邮编|编号|货号|型号|目录号|病理号|住院号|门诊号|登记号|批号|批件号|注册号|序列号|[Tt]el|[Ff]ax|[Nn]o|REF|[Cc]at)[^，。；\d]{0,8}$"
)
_TILDES = "～~〜"


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    found = [(pair, span, text) for pair in pairs for span, text in _ranges(pair.target_text)]
    tildes = [item for item in found if item[2] in _TILDES]
    dashes = [item for item in found if item[2] not in _TILDES]
    if not tildes or not dashes:
        return
    rare, usual = sorted((dashes, tildes), key=len)
    message = f"a range with {rare[0][2]}, where the text has {usual[0][2]} elsewhere (“{usual[0][1].text}”)"
    yield from told_once(
        (pair, Flaw("ranges", message, span, span.text.replace(mark, usual[0][2]))) for pair, span, mark in rare
    )


def _ranges(text: str) -> Iterator[tuple[Span, str]]:
    """Yield each range with the mark that joins it.

    >>> [mark for _, mark in _ranges("5～10 d，12-15 d，2019-2020年")]
    ['～', '-']
    """
    for found in _RANGE.finditer(masked(text)):
        if not _YEARS.match(found[0]) and not _NUMBER_OF_A_THING.search(
            text, max(0, found.start() - 16), found.start()
        ):
            yield Span(*found.span(), found[0]), found[1]


RULE = Rule(
    id="mixed-ranges",
    title="Ranges written in two ways",
    category="Style/Inconsistent style",
    severity="neutral",
    scope="document",
    target_lang="zh",
    check=_check,
    bad=(Example("For 5-10 days.\nAged 20-35 years, 12-15 days.", "持续5～10天。\n年龄20～35岁，12-15天。"),),
    good=(
        Example("For 5-10 days.\nAged 20-35 years.", "持续5～10天。\n年龄20～35岁。"),
        Example("From 2019 to 2020.\nAged 20-35 years.", "2019-2020年。\n年龄20～35岁。"),
    ),
    source="GB/T 15835-2011, 5.1.5",
)
