"""Spaces that are missing, or too many, around the marks of an English text.

What it finds
    A mark with no space behind it (`pain,fever`, `disease;The`, `gone.The`), a space before a mark (`pain , fever`),
    a space inside brackets, none before an opening bracket (`arthritis(RA)`), figures glued to words (`2018was`), and
    two spaces in a row. Each is reported once for the document, with all its places.

Why it matters
    It shows that the text was set with Chinese marks and replaced, or glued together by a program; words run into each
    other, and searches miss them.

What it leaves alone
    Figures and decimals, ratios, formulae and names such as `46,XY`, `p.Gly276Glu` or `f(x)`, abbreviations such as
    `e.g.`, units, addresses and code.

How to fix it
    Put one space behind a mark and none before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks._flaws import Flaw, between, by_kind
from aligner.model import Context, Example, Pair, Rule
from aligner.text.addresses import masked

_MONTH_WORD = r"(?:was|were|is|are|and|or|to|in|of|the|with|from|patients?|cases?|had|who|years?|months?|days?|weeks?)"
_KINDS = {
    "behind": (
        re.compile(
            r"(?:(?<=[a-z]{2})|(?<=[)%\]])|(?<=[A-Z]{3}))[,;](?=[A-Za-z]{2,}|[(“])"
            r"|(?<=[a-z]{3})[.!?](?=[A-Z][a-z]+[ ,])|(?<=\d[;,])(?<=;)(?=[A-Z][a-z]+ )|(?<=\d);(?=[A-Z]?[a-z]{3,})"
            r"|(?<=[a-z]{3}):(?=[A-Za-z]{3,} )"
        ),
        "no space behind the mark",
    ),
    "before": (re.compile(r"(?<=[\w)%\]])[ \u00a0]+(?=[,;:.!?](?:\s|$))"), "a space before the mark; delete it"),
    "inside brackets": (
        re.compile(r"(?<=[(\[])[ \u00a0]+(?=\w)|(?<=[\w%.])[ \u00a0]+(?=[)\]])"),
        "a space inside the brackets; delete it",
    ),
    "before a bracket": (
        re.compile(r"(?<=\b)(?<=[a-z]{3})(?=\((?:[A-Z]{2,}|[nNP]\s?[=<]|[A-Za-z]{2,} |[A-Z][a-z]+\.))"),
        "no space before the bracket",
    ),
    "behind a bracket": (re.compile(r"(?<=\w\))(?=[A-Za-z]{2,} )"), "no space behind the bracket"),
    "glued": (
        re.compile(rf"(?<=(?<![\w.-])(?:19|20)\d\d)(?={_MONTH_WORD}\b)|(?<=[a-z]{{3}})(?=(?:19|20)\d\d\b(?!-))"),
        "a figure and a word run together; put a space between them",
    ),
    "double": (re.compile(r"(?<=[^\s.!?:])  +(?=\S)|(?<=[,;]) {2,}(?=\S)"), "two spaces in a row; delete one"),
}
# `(back)slashes` and `name.call(`
_PART_OF_A_WORD = re.compile(r"\([a-z]{1,8}\)$|[\w)][._]\w+$")


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    text = pair.target_text
    clean = masked(text)
    for kind, (pattern, message) in _KINDS.items():
        for found in pattern.finditer(clean):
            if "bracket" not in kind or not _PART_OF_A_WORD.search(clean[: found.start()]):
                space = "" if found[0].isspace() and kind != "double" else " "
                start = found.start() if found[0].isspace() else found.end()
                yield Flaw(kind, message, *between(text, start, found.end(), space))


RULE = Rule(
    id="english-spacing",
    title="Missing or doubled spaces in English",
    category="Linguistic conventions/Punctuation",
    severity="minor",
    scope="document",
    target_lang="en",
    check=by_kind(_flaws),
    bad=(
        Example("疼痛、发热。", "Pain,fever and cough were seen."),
        Example("至2018年入组。", "Patients until 2018were enrolled."),
        Example("类风湿关节炎（RA）", "rheumatoid arthritis(RA)"),
        Example("疼痛 ，发热", "There was pain , and fever ."),
        Example("疼痛  发热", "Pain  and fever"),
    ),
    good=(
        Example("疼痛、发热", "Pain, fever (38.5 °C); 1,200 patients, 46,XY and p.Gly276Glu, e.g. here."),
        Example("2018年", "In 2018, 12 patients (n=12) were seen at 8:30."),
    ),
    source="Chicago Manual of Style, 17th edition, 2.9 and 6.7",
)
