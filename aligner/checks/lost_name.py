"""Symbols that are missing in the translation.

What it finds
    A gene, protein, cell line, compound or scale written with letters and figures in the source, such as STAT3, K562
    or SH-4-54, of which the translation of the sentence has neither the letters nor the figure.

Why it matters
    Without it the sentence says something of nothing: “the expression of was increased”.

What it leaves alone
    Symbols whose figure the translation has behind a word, as in 白细胞介素-6 for IL-6; those that Chinese has words
    for (HbA1c, SpO2, COVID-19, CO2, FEV1); a single letter with a figure; numbers with units or currencies, phases,
    grades and figures; and a symbol that was mistyped, which abbreviation and numbers tell.

How to fix it
    Put the symbol in as the source has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from aligner.model import Context, Example, Hit, Pair, Rule, Span
from aligner.text.addresses import masked
from aligner.text.names import bare, names

_SYMBOL = re.compile(
    r"(?<![A-Za-z\d])(?:[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z]{2,}[a-z]?)-?(\d+)(?:[A-Za-z]\d*)?(?:-\d+)*(?![A-Za-z\d]|\.\d)"
)
_SAME = 0.75  # from this likeness on, two names are one
_COUNTED = r"\s?(?:[年月日例名个次岁天周种位人项]|%|patients|cases|years|months|days)"
_CELL = re.compile(r"(?<![A-Za-z\d])[A-TV-Z](\d{3,})(?![A-Za-z\d])")
# Chinese has words for these, or leaves them to the context.
_RENDERED = re.compile(
    r"COVID|SARS|MERS|n?CoV|Hb|Sp?a?v?c?O2|Pa|Fi|Et|CO2|[A-Z]?VO2|FEV|FVC|H2O|HCO|NaHCO|SO2|NO2|NH|Ca2|FT|TT|Day|Week|Fig|Tab"
    r"|Phase|Grade|Type|Stage|Table|Group|Vol|No|Version|Part|Article|Chapter|Section|T[12]D|H\dN|HIV|UTC|GMT|CD-ROM|MP"
    r"|NTD?\d|TWD|USD?|RMB|CNY|EUR|HKD?|[IVX]+-?\d"
)
_POINT = re.compile(r"(?:LU|LI|ST|SP|HT|SI|BL|KI|PC|TE|SJ|GB|LR|GV|DU|CV|RN|LE|UE|HN|CA|BA)-?\d{1,2}")
_NEEDLING = re.compile("[穴针灸]|电针|按压|刺激")
"""Points of the body are called by a code in English, and by their name in Chinese: 足三里 for ST36."""


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    if not pair.target:
        return
    target = masked(pair.target_text)
    written = bare(target).casefold()
    lost = [found for found in _symbols(masked(pair.source_text)) if _is_lost(found, target, written)]
    if _NEEDLING.search(pair.target_text):
        lost = [found for found in lost if not _POINT.fullmatch(found[0])]
    if lost:
        names = list(dict.fromkeys(found[0] for found in lost))
        verb = "is" if len(names) == 1 else "are"
        message = f"{', '.join(names)} {verb} missing in the translation"
        yield Hit(message, source=Span(*lost[0].span(), lost[0][0]))


def _symbols(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_SYMBOL, _CELL):
        yield from (found for found in pattern.finditer(text) if not _RENDERED.match(found[0]))


def _is_lost(found: re.Match[str], target: str, written: str) -> bool:
    """Whether neither a symbol stands in the translation nor its figure behind a word, as in 白细胞介素-6."""
    key = bare(found[0]).casefold().removesuffix("s")
    figure = re.search(rf"(?:[\u3400-\u9fff][（(]?|[a-z]{{3}})[- ]?{found[1]}(?![\d.]|{_COUNTED})", target)
    return key not in written and figure is None and not any(_alike(key, name.key) for name in names(target))


def _alike(key: str, other: str) -> bool:
    """Whether a name of the translation may be the symbol, mistyped."""
    return SequenceMatcher(None, key, other, autojunk=False).ratio() >= _SAME


RULE = Rule(
    id="lost-name",
    title="Symbols lost",
    category="Accuracy/Omission",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("The expression of STAT3 was increased in K562 cells.", "细胞中的表达升高。"),
        Example("K562细胞中STAT3的表达升高。", "The expression of was increased in cells."),
    ),
    good=(
        Example("IL-6 and ACE2-positive cells", "白细胞介素-6与ACE2阳性细胞"),
        Example("SARS-CoV-2 was detected.", "检出新型冠状病毒。"),
        Example("Zusanli (ST36) was needled.", "针刺足三里。"),
        Example("HbA1c and SpO2 in COVID-19, phase 2", "新冠肺炎2期患者的糖化血红蛋白与血氧饱和度"),
        Example("K562细胞中STAT3的表达升高。", "The expression of STAT3 was increased in K562 cells."),
    ),
    source="MQM: Accuracy, Omission",
)
