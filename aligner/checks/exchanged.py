"""Two groups, sides, changes or numbers that have changed places.

What it finds
    What is said of one of two is said of the other: symptoms that improved in the treatment group and worsened in the
    control group, rendered the other way round; weight for appetite, left for right, the weekly for the monthly dose.
    So too with drugs and numbers that stand in two clauses.

Why it matters
    Every word and every number of the source is there, and the result is the opposite.

What it leaves alone
    Sentences with *respectively* and 分别, and whatever stands in one clause: there the order does not tell. Both of
    the two, and what is said of either, must stand in clauses of their own on both sides.

How to fix it
    Say of each what the source says of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks._crossing import crossing
from aligner.model import Context, Example, Hit, Pair, Rule, Span


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    found = crossing(pair, context) if pair.source and pair.target else None
    if found is None:
        return
    one, other = found.things
    first, second = found.companions
    message = (
        f"the source has “{one.source.text}” with “{first.source.text}” and “{other.source.text}” with "
        f"“{second.source.text}”, the translation the other way round"
    )
    yield Hit(
        message, _both(pair.source_text, one.source, other.source), _both(pair.target_text, one.target, other.target)
    )


def _both(text: str, one: Span, other: Span) -> Span:
    """Return the stretch from one span to the other."""
    return Span.of(text, min(one.start, other.start), max(one.end, other.end))


RULE = Rule(
    id="exchanged",
    title="Two things that have changed places",
    category="Accuracy/Mistranslation",
    severity="critical",
    scope="pair",
    check=_check,
    bad=(
        Example("Men improved, whereas women got worse.", "女性好转，男性恶化。"),
        Example("Systolic pressure rose and diastolic pressure fell.", "收缩压下降，舒张压升高。"),
        Example("受者为阴性，供者为阳性。", "The recipient was positive, and the donor negative."),
        Example("The left lung was normal and the right lung abnormal.", "左肺异常，右肺正常。"),
        Example("儿童每月服用，成人每周服用。", "Adults take it every month, and children every week."),
        Example("CVA6 caused 62.4%, and CVA16 caused 21.5%.", "CVA16占62.4%，CVA6占21.5%。"),
    ),
    good=(
        Example("Men improved, whereas women got worse.", "女性恶化，男性好转。"),
        Example("Men and women lost 3 kg and 2 kg, respectively.", "男性和女性体重分别下降3 kg和2 kg。"),
        Example(
            "Compared with controls, the treatment group had more pain, and less fever.",
            "与对照组相比，治疗组疼痛较多，发热较少。",
        ),
        Example("Vaccines against SARS and MERS were tested in mice.", "在小鼠中试验了SARS和MERS疫苗。"),
        Example("男性好转，女性恶化。", "Women got worse, and men improved."),
        Example(
            "Glucose was measured with strips, the protein expression of AMPK and caspase-3 in the liver by blotting.",
            "试纸法测定血糖，印迹法测定肝组织AMPK，以及caspase-3的蛋白表达。",
        ),
    ),
    source="MQM: Accuracy, Mistranslation",
)
