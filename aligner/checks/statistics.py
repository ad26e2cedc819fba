"""Statistics that do not fit together: an estimate outside its interval, a share that does not compute.

What it finds
    An estimate outside its own confidence interval, bounds in the wrong order, a count with a percentage that is
    another one, as 45/120 (73.5%), and a P value against what its clause says of significance. In the translation
    only: major. In the source only, though the translation has the same numbers: minor. The same on both sides:
    neutral, for it is the author's.

Why it matters
    Such figures were swapped or mistyped, and each of them is a number that the other side has: nothing else shows it.

What it leaves alone
    What may be told another way: a decrease given without its sign, two negative bounds, percentages that are
    rounded, sentences with several P values or several statements. What differs from the source in a value is left
    to the rules `numbers` and `inequality`.

How to fix it
    Compare with the source; where it has the same fault, ask the author.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.model import Context, Example, Hit, Lang, Pair, Rule, Span
from aligner.text.numbers import numbers
from aligner.text.statistics import Fault, faults, p_values


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    texts = pair.source_text, pair.target_text
    here, there = ({(f.kind, f.values): f for f in faults(text)} for text in texts)
    if not here and not there:
        return
    for key, fault in there.items():
        span = Span.of(texts[1], fault.start, fault.end)
        if key in here:
            source = Span.of(texts[0], here[key].start, here[key].end)
            yield Hit(f"{fault.why}; the source has it so", source, span, severity="neutral")
        elif _has_values(fault, texts[0], context.source_lang):
            yield Hit(f"{fault.why}; not so in the source", target=span, suggestion=fault.mended)
    for key, fault in here.items():
        if key not in there and _has_values(fault, texts[1], context.target_lang):
            span = Span.of(texts[0], fault.start, fault.end)
            yield Hit(f"{fault.why}, in the source; not so in the translation", span, severity="minor")


def _has_values(fault: Fault, text: str, lang: Lang) -> bool:
    """Whether the other side has all the values, so that no other rule reports the difference."""
    if fault.kind == "P":
        value, small = fault.values
        return (value, bool(small)) in p_values(text)
    values = {v for number in numbers(text, lang) for v in (*number.values, *number.parts)}
    return values.issuperset(map(abs, fault.values))


RULE = Rule(
    id="statistics",
    title="Statistics that do not fit together",
    category="Accuracy/Mistranslation",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("The odds ratio was 2.5 (95% CI, 1.2 to 3.4).", "比值比为2.5（95%CI：3.4～1.2）。"),
        Example("OR 3.4 (95% CI 2.5-4.6), RR 1.2", "OR 1.2（95% CI 2.5～4.6），RR 3.4"),
        Example("Pain was significantly less (P < 0.05).", "疼痛无显著差异（P＜0.05）。"),
        Example("120例中45例（37.5%）好转，48例（40%）无效。", "45/120 (40%) improved and 48 (37.5%) did not."),
    ),
    good=(
        Example("The odds ratio was 2.5 (95% CI, 1.2 to 3.4; P = 0.01).", "比值比为2.5（95%CI：1.2～3.4，P=0.01）。"),
        Example("Weight fell by 5.2 kg (95% CI -7.1 to -3.3).", "体重下降5.2 kg（95%CI：-7.1～-3.3）。"),
        Example(
            "120例中45例（37.5%）好转，差异有统计学意义（P<0.05）。",
            "Of 120, 45 (37.5%) improved, a significant difference (P < 0.05).",
        ),
    ),
    source="MQM: Accuracy, Mistranslation",
)
