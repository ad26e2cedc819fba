"""Punctuation marks that stand twice, or two that exclude each other.

What it finds
    The same mark twice in a row (`，，` `。。` `;;`), and marks side by side that cannot follow each other, such as
    `，。`, `、，` or `,.`, in the translation and not in its source. Each kind is reported once for the document, with
    all its places.

Why it matters
    It is the trace of a word that was cut out or of a second keystroke, and shows that nobody has read the text again.

What it leaves alone
    Dots and dashes that stand for something left out (`……` `——` `...`), `？！`, the full stop of an abbreviation
    before a comma (`et al.,`), code, and what the source writes as well.

How to fix it
    Keep one of the marks: the stronger one at the end of a sentence, the comma inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks._flaws import Flaw, by_kind
from aligner.model import Context, Example, Pair, Rule, Span
from aligner.text.addresses import masked
from aligner.text.english_sentences import abbreviates

_SAME = r"(?P<same>[，、；：？！,;])[ \u00a0]?(?P=same)|。[ ]?。(?!。)|(?<!\.)\.\.(?=[A-Z][a-z ]|[^./\w*]|$)"
_CHINESE = rf"{_SAME}|[，、；：,;][ ]?[，、；：。,;](?!\))|。[ ]?[，、；：,;]|[？！][ ]?[，、；：。]"
_ENGLISH = rf"{_SAME}|[,;:][ ]?[,;.](?![\d.\w*])|(?<=\w)\.[ ]?;"
_MARKS = {"zh": re.compile(_CHINESE), "en": re.compile(_ENGLISH)}
_PLAIN = str.maketrans("，、；：。？！", ",,;:.?!")
_STRENGTH = "、,，:：;；.。?？!！"


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    source = {_key(text) for _, _, text in _doubled(pair.source_text, "zh" if context.source_lang == "zh" else "en")}
    for start, end, text in _doubled(pair.target_text, context.target_lang):
        if _key(text) not in source:
            kept = max(text.replace(" ", ""), key=_STRENGTH.find)
            yield Flaw(
                _key(text), f"“{text}”: one mark too many; write {kept}", Span.of(pair.target_text, start, end), kept
            )


def _doubled(text: str, lang: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, text) of marks that stand where one should.

    >>> list(_doubled("疼痛，，肿胀……发热。。", "zh"))
    [(2, 4, '，，'), (10, 12, '。。')]
    """
    for found in _MARKS[lang].finditer(masked(text)):
        if not (found[0][0] == "." != found[0][-1] and _abbreviated(text[: found.start()])):
            yield *found.span(), found.group()


def _abbreviated(text: str) -> bool:
    """Whether a text ends with an abbreviation, whose full stop goes with the mark behind it: `p.o.;`."""
    word = re.search(r"[A-Za-z.]*$", text)
    return word is not None and ("." in word[0] or abbreviates(word[0].lower()))


def _key(marks: str) -> str:
    return marks.replace(" ", "").translate(_PLAIN)


RULE = Rule(
    id="doubled-mark",
    title="Doubled punctuation",
    category="Linguistic conventions/Punctuation",
    severity="minor",
    scope="document",
    check=by_kind(_flaws),
    bad=(
        Example("The knee was swollen, and walking hurt.", "膝关节肿胀，，行走时疼痛。"),
        Example("Rest helped.", "休息有效，。"),
        Example("休息有效。", "Rest helped,."),
        Example("膝关节肿胀，行走时疼痛。", "The knee was swollen,, and walking hurt."),
    ),
    good=(
        Example("Pain, fever ...", "疼痛、发热……"),
        Example("他问：“疼吗？！”", "He asked: “Does it hurt?!”"),
        Example("王等，2019年", "Wang et al., 2019"),
    ),
    source="GB/T 15834-2011",
)
