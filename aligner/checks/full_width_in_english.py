"""Chinese marks in an English translation.

What it finds
    Full-width marks, brackets, signs, letters and figures such as `，` `。` `（ ）` `、` `％` or `∶` in English text.
    Each is reported once for the document, with all its places.

Why it matters
    They are set as wide as a Chinese character, are missing in many Latin fonts, and show that the text was typed over
    the Chinese.

What it leaves alone
    Marks within Chinese words that the English quotes, the brackets of a label that Chinese journals set in both
    languages (【Abstract】), and a mark that the English talks about in quotation marks.

How to fix it
    Type the English mark, and a space behind it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from aligner.checks._flaws import HAN, Flaw, by_kind
from aligner.model import Context, Example, Pair, Rule, Span

_WIDE = re.compile(r"[\uff01-\uff5e\u3000、。《》〈〉「」『』【】〔〕∶]+")
_PLAIN = {"、": ", ", "。": ".", "《": "“", "》": "”", "〈": "‘", "〉": "’", "「": "“", "」": "”", "『": "‘", "』": "’",
          "【": "[", "】": "]", "〔": "[", "〕": "]", "∶": ":", "～": "–"}  # fmt: skip
_LABEL = re.compile(r"【[A-Z][A-Za-z ]{2,20}】")  # 【Abstract】, as Chinese journals print it
_QUOTES = "“\"'‘`’”"


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    text = pair.target_text
    labels = [label.span() for label in _LABEL.finditer(text)]
    for found in _WIDE.finditer(text):
        start, end = found.span()
        if found[0] == "～" and text[end:].lstrip()[:1].isdigit():
            continue  # a range, see tilde-range
        before, behind = text[max(0, start - 1) : start], text[end : end + 1]
        if any(first <= start and end <= last for first, last in labels):
            continue
        if HAN.match(before) or HAN.match(behind) or (before and behind and before in _QUOTES and behind in _QUOTES):
            continue
        marks = "".join(_PLAIN.get(c) or unicodedata.normalize("NFKC", c) for c in found[0])
        plain = marks + " " * (marks[-1] in ",.;:!?" and text[end : end + 1].isalnum() and found[0][-1] not in "．：∶")
        kind = "full-width letters or figures" if found[0].isalnum() else f"full-width {found[0][0]}"
        yield Flaw(kind, f"{kind} in English text; write it half-width", Span(start, end, found[0]), plain)


RULE = Rule(
    id="full-width-in-english",
    title="Full-width marks in English",
    category="Linguistic conventions/Punctuation",
    severity="minor",
    scope="document",
    target_lang="en",
    check=by_kind(_flaws),
    bad=(
        Example("疼痛，发热。", "Pain，fever。"),
        Example("强直性脊柱炎（AS）", "ankylosing spondylitis（AS）"),
        Example("12例", "１２ patients"),
    ),
    good=(
        Example("疼痛，发热。", "Pain, fever."),
        Example("【摘要】目的", "【Abstract】Objective"),
        Example("推拿（《黄帝内经》）", "tuina (推拿，《黄帝内经》)"),
    ),
    source="Unicode Standard Annex 11",
)
