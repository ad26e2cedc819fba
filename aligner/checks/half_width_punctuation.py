"""Half-width punctuation marks in a Chinese translation.

What it finds
    The marks `,` `;` `:` `?` `!` `.` and round brackets typed half-width where Chinese text stands next to
    them, as in `关节肿胀,活动受限` or `强直性脊柱炎(AS)`. Each kind of mark is reported once for the document,
    with all its places.

Why it matters
    Chinese is set with full-width marks, each as wide as a character (GB/T 15834). Half-width marks make a page
    look unedited, and journals send manuscripts back for it. The meaning is not affected, so the finding is minor.

What it leaves alone
    Marks inside numbers, ratios and times (`1,200`, `1:2`, `8:30`), formulae (`P<0.05`, `95%CI: 1.2, 3.4`),
    addresses, lists of Latin words, and brackets that belong to a Latin name or call, such as `CD4(+)`, `f(x)`,
    or to a unit, such as `mL/(min·1.73 m²)`.

How to fix it
    Type `，；：？！。` and `（）` instead. Brackets around an abbreviation within Chinese text are full-width too:
    `强直性脊柱炎（AS）`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks._flaws import HAN, Flaw, by_kind
from aligner.model import Context, Example, Pair, Rule, Span
from aligner.text.addresses import masked

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_NAMES = {
    ",": "comma",
    ";": "semicolon",
    ":": "colon",
    "?": "question mark",
    "!": "exclamation mark",
    ".": "full stop",
    "(": "brackets",
}
_MARK = re.compile(r"[,;:?!.]")
_MARKUP = re.compile(r":(?=:)|(?<=:):")
_BRACKET = re.compile(r"[()（）]")
_NO_SEMICOLON = re.compile(
    r";(?:(?<=&[a-z]{2};)|(?<=&[a-z]{3};)|(?<=[A-Za-z];)(?= [A-Z])|(?<=(?:19|20)\d\d;)(?=\s?\d))"
)
"""The end of `&lt;`, the volume in `2020;12`, and what parts Latin names: `Smith A; Jones B`."""
_DOTS = re.compile(r"\.\s?\.")
_SENTENCE_ENDS = "。！？\n"
_OF_A_UNIT = "/·⋅"
_SENTENCE_CLOSERS = ")）]】」』”’\"'》〉"


def _is_han(character: str) -> bool:
    return bool(HAN.match(character))


def _outer(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the characters left and right of a stretch, past any spaces; empty at the edges."""
    return text[:start].rstrip()[-1:], text[end:].lstrip()[:1]


def _marks(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield (mark, start, end) for single marks that should be full-width."""
    for found in _MARK.finditer(text):
        mark, start = found.group(), found.start()
        left, right = _outer(text, start, start + 1)
        if mark == ".":
            wrong = _is_stop(text, start)
        elif mark == ":" and _MARKUP.match(text, start):
            wrong = False
        else:
            wrong = _is_han(left) or (_is_han(right) and left not in ("", "(", "（"))
        if wrong or (mark == ";" and _parts_chinese(text, start)):
            yield mark, start, start + 1


def _parts_chinese(text: str, at: int) -> bool:
    """Whether a semicolon between figures or brackets follows Chinese of its own sentence, or its own bracket."""
    if _NO_SEMICOLON.match(text, at):
        return False
    depth = 0
    for character in reversed(text[:at]):
        depth += (character in ")）") - (character in "(（")
        if depth < 0 or character in _SENTENCE_ENDS:
            return False
        if depth == 0 and _is_han(character):
            return True
    return False


def _is_stop(text: str, at: int) -> bool:
    """Whether a full stop ends a Chinese sentence: `3.方法`, `et al.研究` and dots in a row do not."""
    if _DOTS.search(text[max(0, at - 2) : at + 3]):
        return False
    before = text[max(0, at - 20) : at]
    if before[-1:] and before[-1] in _SENTENCE_CLOSERS:
        return bool(HAN.search(before))
    return _is_han(before[-1:])


def _brackets(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield ("(", start, end) for each pair of round brackets of which one is half-width."""
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found.group() in "(（":
            opened.append(found.start())
        elif opened:
            start, end = opened.pop(), found.end()
            half_width = text[start] == "(" or text[end - 1] == ")"
            if half_width and _belongs_to_chinese(text, start, end):
                yield "(", start, end


def _belongs_to_chinese(text: str, start: int, end: int) -> bool:
    """Whether the bracket is set as part of the Chinese sentence and not of a Latin name or formula."""
    inner = text[start + 1 : end - 1]
    if not inner.strip():
        return False
    left, right = _outer(text, start, end)
    if _is_han(left) or HAN.search(inner):
        return True
    if left and left in _OF_A_UNIT:
        return False
    of_latin = left.isascii() and (left.isalnum() or left in "%°)]")
    return _is_han(right) and not of_latin


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    text = pair.target_text
    if not HAN.search(text):
        return
    clean = masked(text)
    for kind, start, end in sorted((*_marks(clean), *_brackets(clean)), key=lambda item: item[1:]):
        full = f"（{text[start + 1 : end - 1]}）" if kind == "(" else _FULL[kind]
        yield Flaw(_NAMES[kind], _message(kind), Span.of(text, start, end), full)


def _message(kind: str) -> str:
    if kind == "(":
        return "half-width brackets ( ) in Chinese text; write （ ）"
    return f"half-width {_NAMES[kind]} {kind} in Chinese text; write {_FULL[kind]}"


RULE = Rule(
    id="half-width-punctuation",
    title="Half-width punctuation in Chinese",
    category="Linguistic conventions/Punctuation",
    severity="minor",
    scope="document",
    target_lang="zh",
    check=by_kind(_flaws),
    bad=(
        Example("The knee was swollen, and walking hurt.", "膝关节肿胀,行走时疼痛。"),
        Example("He had ankylosing spondylitis (AS).", "患者患有强直性脊柱炎(AS)。"),
        Example("OBJECTIVE: To study pain.", "目的:研究疼痛。"),
    ),
    good=(
        Example("The knee was swollen, and walking hurt.", "膝关节肿胀，行走时疼痛。"),
        Example("The ratio was 1:2 in 1,200 patients (P<0.05).", "1,200例患者的比例为1:2（P<0.05）。"),
        Example("The odds ratio was 2.1 (95% CI: 1.2, 3.4).", "比值比为2.1（95% CI: 1.2, 3.4）。"),
    ),
    source="GB/T 15834-2011",
)
