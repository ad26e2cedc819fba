"""Placeholders and markup in the text of a program that are missing, added or in another order.

What it finds
    A placeholder (`%d`, `%1$s`, `%(name)s`, `{name}`, `${name}`) that the translation lacks, or that only it has;
    placeholders without a number or name in another order than in the source; markup of the source (`<b>`, `<br/>`)
    that the translation lacks.

Why it matters
    The program puts its values there. Without the placeholder the value is not shown; with another one, the program
    shows a wrong value, or breaks.

What it leaves alone
    Placeholders with a number or a name in another order; markup that only the translation has, which
    `escaped-character` tells; tags of CAT tools, which `inline-tags` compares.

How to fix it
    Copy the placeholder from the source to where its value belongs in the translation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from aligner.model import Context, Example, Hit, Pair, Rule, Span

_VARIABLE = re.compile(
    r"(?<![\d%])%(?:\d+\$|\([A-Za-z_]\w*\))?[-+#0]*\d*(?:\.\d+)?(?:hh?|ll?|z)?[sdiufgxXc@](?![A-Za-z])"
    r"|\$?\{\{?[A-Za-z_][\w.-]*\}?\}|(?<![\w}])\{\d\}|\{\{\d\}\}"
)
_ORDERED = re.compile(
    r"%[-+#0]*\d*(?:\.\d+)?(?:hh?|ll?|z)?[sdiufgxXc@]"
)  # what neither a number nor a name tells apart
_MARKUP = re.compile(
    r"</?(?:a|b|big|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|small|span|strong|sub|sup|u|ul)(?:\s+[\w:-]+=[^<>]*)?\s?/?>",
    re.IGNORECASE,
)
_LATEX = re.compile(r"\\[A-Za-z]+|\$[^$]+\$")


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    if not (pair.source and pair.target) or _LATEX.search(pair.source_text):
        return
    source, target = (_found(_VARIABLE, text) for text in (pair.source_text, pair.target_text))
    lost, strange = _without(source, target), _without(target, source)
    for span in lost:
        other = next(iter(strange), None)
        if other:
            strange.remove(other)
            yield Hit(f"{span.text} has become {other.text}", span, other, suggestion=span.text)
        else:
            yield Hit(f"{span.text} of the source is missing in the translation", span)
    for span in strange:
        yield Hit(f"{span.text} is not in the source", None, span)
    ordered = [[span for span in side if _ORDERED.fullmatch(span.text)] for side in (source, target)]
    told = [[span.text for span in side] for side in ordered]
    if told[0] != told[1] and Counter(told[0]) == Counter(told[1]):
        message = f"the source has {' '.join(told[0])} in this order, the translation {' '.join(told[1])}"
        yield Hit(message, ordered[0][0], ordered[1][0])
    gone = _without(*(_found(_MARKUP, text) for text in (pair.source_text, pair.target_text)))
    for span in gone:
        if not span.text.startswith("</") or f"<{span.text[2:]}" not in (one.text for one in gone):
            yield Hit(f"{span.text} of the source is missing in the translation", span, severity="minor")


def _found(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [Span.of(text, *found.span()) for found in pattern.finditer(text)]


def _without(own: Sequence[Span], other: Sequence[Span]) -> list[Span]:
    """Return what the other side has not, or not as often; the last ones of several alike."""
    spare = Counter(span.text for span in other)
    found = []
    for span in own:
        spare[span.text] -= 1
        if spare[span.text] < 0:
            found.append(span)
    return found


RULE = Rule(
    id="placeholder",
    title="Placeholder missing, added or in another order",
    category="Design and markup/Markup tag",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("The test ends after %d minutes.", "测试将在分钟后结束。"),
        Example("Weight: %s kg", "体重：%d kg"),
        Example("Welcome back, {name}.", "欢迎回来。"),
        Example("%s took %d tablets.", "已服用%d片（%s）。"),
        Example("Press <b>Start</b>.", "请按“开始”。"),
        Example("请稍候。", "Please wait, {name}."),
    ),
    good=(
        Example("Take %1$s tablets of %2$s.", "%2$s每次%1$s片。"),
        Example("Welcome back, {name}.", "{name}，欢迎回来。"),
        Example("{name}，欢迎回来。", "Welcome back, {name}."),
        Example("Pain fell by 30% in both groups.", "两组疼痛均减轻30%。"),
    ),
    source="MQM: Design and markup",
)
