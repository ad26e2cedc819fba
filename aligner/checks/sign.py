"""A minus or plus-minus sign that is lost, added or changed.

What it finds
    A number that is negative on one side and positive on the other (critical), and a standard deviation or error behind
    ± whose sign the translation lost (major). A marker or test that is positive on one side and negative on the other,
    as CK7（-） and *CK7 (+)* (critical).

Why it matters
    A change of −3.2 is the opposite of one of 3.2, and 12.3+4.5 is no mean with its standard deviation.

What it leaves alone
    A minus sign rendered by a word, as 负, 零下 and 下降 or `a decrease of`; hyphens, dashes and ranges; a standard
    deviation that is named instead, as in 12.3 (SD 4.5).

How to fix it
    Write the sign of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.model import Context, Example, Hit, Pair, Rule, Span
from aligner.text.quantities import Quantity, facing, quantities

_LESS = re.compile(
    r"decreas|reduc|declin|diminish|drop|f[ae]ll|los[ts]|lower|less|below|minus|negative|under|short|down|deficit|减|降|下|低|少|跌|负|缩|失|亏",
    re.IGNORECASE,
)
_DEVIATION = re.compile(r"\bs\.?\s?[de]m?\b|standard (?:deviation|error)|deviation|标准差|标准误|均方差", re.IGNORECASE)
_INSTEAD = re.compile(r"\s?[-+/–—]\s?$")
_DASH = re.compile(r"[-–—−]\s?$")
_RESULT = re.compile(
    r"(?<![A-Za-z0-9-])(?P<name>[A-Za-z][A-Za-z0-9-]{1,11})\s?[(（]\s?(?:(?P<plus>[+＋])|[-−–—－])(?![\d.,A-Za-z])"
)
"""A marker with its result in brackets: *Ki-67 (+, 70%)*."""
_NEAR = 24
_MINUS_SIGN = "−"


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    texts = pair.source_text, pair.target_text
    yield from _results(*texts)
    sides = quantities(texts[0], context.source_lang), quantities(texts[1], context.target_lang)
    named = any(_DEVIATION.search(text) for text in texts)
    for ours, theirs in facing(*sides):
        yield from _minus(ours, theirs, texts)
        if not named:
            yield from _spread(ours, theirs, texts)


def _results(source: str, target: str) -> Iterator[Hit]:
    """Yield the markers that stand once on either side, positive on one and negative on the other."""
    here, there = _marked(source), _marked(target)
    for name in here.keys() & there.keys():
        a, b = here[name], there[name]
        if len(a) == len(b) == 1 and bool(a[0]["plus"]) != bool(b[0]["plus"]):
            spans = Span.of(source, *a[0].span()), Span.of(target, *b[0].span())
            yield Hit(f"“{spans[0].text}” has become “{spans[1].text}”", *spans, severity="critical")


def _marked(text: str) -> dict[str, list[re.Match[str]]]:
    """Return the markers of a text that have a result in brackets, by their names."""
    found: dict[str, list[re.Match[str]]] = {}
    for match in _RESULT.finditer(text):
        found.setdefault(match["name"].replace("-", "").lower(), []).append(match)
    return found


def _minus(ours: Sequence[Quantity], theirs: Sequence[Quantity], texts: tuple[str, str]) -> Iterator[Hit]:
    for sources, targets in (
        (_surplus(ours, theirs, minus=True), _surplus(theirs, ours, minus=False)),
        (_surplus(ours, theirs, minus=False), _surplus(theirs, ours, minus=True)),
    ):
        for a, b in zip(sources, targets, strict=False):
            positive, text = (b, texts[1]) if a.minus else (a, texts[0])
            if not positive.is_sure or _says_less(text, positive):
                continue
            spans = _span(a, texts[0], a.minus), _span(b, texts[1], b.minus)
            message = f"the source has {spans[0].text}, the translation has {spans[1].text}"
            suggestion = f"{_MINUS_SIGN}{spans[1].text}" if a.minus else texts[1][b.number.start : b.number.end]
            yield Hit(message, *spans, suggestion=suggestion, severity="critical")


def _says_less(text: str, quantity: Quantity) -> bool:
    """Whether words beside a number say that it is less, or a dash that may be its sign."""
    start, end = quantity.number.start, quantity.number.end
    near = text[max(0, start - _NEAR) : end + _NEAR // 2]
    return bool(_LESS.search(near) or _DASH.search(text, max(0, start - 2), start))


def _surplus(own: Sequence[Quantity], other: Sequence[Quantity], *, minus: bool) -> list[Quantity]:
    """Return the numbers of one sign that the other side has less often."""
    here = [q for q in own if (q.minus is not None) == minus]
    return here[sum((q.minus is not None) == minus for q in other) :]


def _spread(ours: Sequence[Quantity], theirs: Sequence[Quantity], texts: tuple[str, str]) -> Iterator[Hit]:
    signed = [q for q in ours if q.spread][sum(q.spread is not None for q in theirs) :]
    bare = [q for q in theirs if not q.spread][sum(q.spread is None for q in ours) :]
    for a, b in zip(signed, bare, strict=False):
        instead = _INSTEAD.search(texts[1], 0, b.number.start)
        spans = _span(a, texts[0], a.spread), _span(b, texts[1], instead.span() if instead else None)
        yield Hit(
            f"“{spans[0].text}” has lost its sign", *spans, suggestion=f"±{texts[1][b.number.start : b.number.end]}"
        )


def _span(quantity: Quantity, text: str, sign: tuple[int, int] | None) -> Span:
    return Span.of(text, sign[0] if sign else quantity.number.start, quantity.number.end)


RULE = Rule(
    id="sign",
    title="Minus or plus-minus sign lost or added",
    category="Accuracy/Mistranslation",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("The mean change was −3.2 points.", "平均变化为3.2分。"),
        Example("The mean age was 54.1 ± 8.7 years.", "平均年龄为54.1+8.7岁。"),
        Example("标本保存于-80℃。", "Samples were stored at 80 °C."),
        Example("CK7（-），TTF-1（+）。", "CK7 (−), TTF-1 (−)."),
    ),
    good=(
        Example("The score changed by −3.2 (−4.1 to −2.3).", "评分下降3.2分（-4.1～-2.3）。"),
        Example("Ages 5-10 and 54.1 ± 8.7 years", "年龄5～10岁和（54.1±8.7）岁"),
        Example("标本在零下80度保存。", "Samples were stored at -80 °C."),
        Example("年龄为54.1±8.7岁。", "The mean age was 54.1 years (SD 8.7)."),
    ),
    source="MQM: Accuracy, Mistranslation",
)
