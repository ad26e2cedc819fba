"""A Chinese enumeration comma where no list is.

What it finds
    The mark 、 behind a whole clause or a word that opens one (因此、 此外、 的情况下、), before 和, 及 or 或, and at
    the end of a text; and the reverse, a comma between the short words of a list (疼痛，发热，咳嗽和乏力).

Why it matters
    、 parts the members of a list and nothing else (GB/T 15834, 4.5); a reader takes the clause for one of them.

What it leaves alone
    Lists of words, of figures and of titles, and numerals such as 一、 that open a paragraph.

How to fix it
    Write ， behind a clause and 、 between words, and leave 、 out before 和.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks._flaws import Flaw, by_kind
from aligner.model import Context, Example, Pair, Rule, Span
from aligner.text.addresses import masked

_OPENERS = (
    "因此|所以|然而|但是|此外|另外|同时|目前|然后|于是|而且|并且|总之|例如|其中|随后|最后|首先|事实上|一般来说|综上所述"
)
_CLAUSE = re.compile(
    rf"(?:(?:^|[，。；])(?:{_OPENERS})|(?:的情况下|的条件下|的基础上|的前提下|的同时))(、)"
    r"|(?<=[\u4e00-\u9fff]{4})(、)(?:而(?!非)|但|从而|因为|因此|以便|以免|以避免|那么|所以|于是|其中|最终)"
)
_BEFORE_AND = re.compile(r"(、)(?:和(?![谐平缓解睦血胃中气服])|及(?![时早格其])|以及|或(?![许然]))")
# A word of a list of three or more, and no clause: short, not begun by what opens clauses, not ended as a time is.
_WORD = (
    r"(?![但而并在从将如为由对被有是也就都还则或且令该这那其此又再使让应须])"
    r"(?!例如|不过|此外|目前|其中|因此|同时|然而|另外|最后|首先|要求|后来|随后|然后|至少|以及|包括|导致|增加|特别|尤其|通过"
    r"|根据|虽然|如果|并且)[\u4e00-\u9fff]{2,LONG}(?<![后时中上下前里间者此])"
)
_MEMBERS = re.compile(
    rf"(?<=[\u4e00-\u9fff])，{_WORD.replace('LONG', '4')}(，){_WORD.replace('LONG', '5')}"
    "(?:和|以及)[\u4e00-\u9fff]{2}"
)
_LAST = re.compile(r"(、)\s*$")


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    text = pair.target_text
    clean = masked(text)
    for found in _CLAUSE.finditer(clean):
        message = "、 parts the members of a list; behind a clause write ，"
        yield Flaw("clause", message, Span.of(text, *found.span(1 if found[1] else 2)), "，")
    for found in _BEFORE_AND.finditer(clean):
        yield Flaw("and", "、 before 和, 及 or 或; leave it out", Span.of(text, *found.span(1)), "")
    for found in _MEMBERS.finditer(clean):
        message = "，between the members of a list; write 、"
        yield Flaw("members", message, Span.of(text, *found.span(1)), "、")
    for found in _LAST.finditer(clean):
        yield Flaw("last", "、 at the end of the text; write 。", Span.of(text, *found.span(1)), "。")


RULE = Rule(
    id="enumeration-comma",
    title="Enumeration comma outside a list",
    category="Linguistic conventions/Punctuation",
    severity="minor",
    scope="document",
    target_lang="zh",
    check=by_kind(_flaws),
    bad=(
        Example("The pain was gone; therefore the drug was stopped.", "疼痛消失，因此、停用该药。"),
        Example("Pain, fever, and cough were seen.", "出现疼痛、发热、和咳嗽。"),
        Example("Fatigue, pain, fever and cough were seen.", "出现乏力，疼痛，发热和咳嗽。"),
    ),
    good=(
        Example("Pain, fever and cough were seen.", "出现疼痛、发热和咳嗽。"),
        Example("First, the drug was stopped.", "一、停用该药。"),
    ),
    source="GB/T 15834-2011, 4.5",
)
