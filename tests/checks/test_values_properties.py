"""What holds for any numbers: a translation that writes them anew agrees, one that changes one of them does not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.checks import _runner, inequality, numbers, sign, statistics, units
from aligner.model import Block, Context, Finding, Pair, Segment

RULES = (inequality.RULE, numbers.RULE, sign.RULE, statistics.RULE, units.RULE)
UNITS = {"mg": "毫克", "μg": "微克", "mL": "毫升", "mmHg": "毫米汞柱", "mg/kg": "毫克/千克", "%": "%", "kg": "千克"}
SAYS = {"at least": "至少", "no more than": "不超过", "more than": "超过", "less than": "少于", "": ""}
figures = st.one_of(
    st.integers(12, 9999).map(str), st.integers(11, 999).map(lambda n: f"{n // 10}.{n % 10}" if n % 10 else str(n + 1))
)


def findings(english: str, chinese: str) -> list[Finding]:
    found: list[Finding] = []
    for source, target, langs in ((english, chinese, ("en", "zh")), (chinese, english, ("zh", "en"))):
        sides = [(Segment(Block(text), 0, text, lang),) for text, lang in zip((source, target), langs, strict=True)]  # type: ignore[arg-type]
        pair = Pair(1, *sides, 0.9, "lines")
        more, skipped = _runner.run(Context((pair,), (), *langs), RULES)  # type: ignore[arg-type]
        assert not skipped
        found += more
    return found


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(sorted(SAYS)), figures, st.sampled_from(sorted(UNITS))), min_size=1, max_size=4)
)
def test_the_same_quantities_agree(told: list[tuple[str, str, str]]) -> None:
    english = "; ".join(f"the dose was {says} {figure} {unit}" for says, figure, unit in told)
    chinese = "；".join(f"剂量{SAYS[says]}{figure}{UNITS[unit]}" for says, figure, unit in told)
    assert findings(english, chinese) == []


@settings(max_examples=60, deadline=None)
@given(figures, st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)))
def test_another_unit_is_one_finding_each_way(figure: str, unit: str, other: str) -> None:
    found = findings(f"The dose was {figure} {unit}.", f"剂量为{figure}{UNITS[other]}。")
    assert [finding.rule for finding in found] == ([] if unit == other else ["units", "units"])


@settings(max_examples=60, deadline=None)
@given(figures, figures, st.sampled_from(sorted(UNITS)))
def test_another_figure_is_one_finding_each_way(figure: str, other: str, unit: str) -> None:
    found = findings(f"The dose was {figure} {unit}.", f"剂量为{other}{UNITS[unit]}。")
    assert [finding.rule for finding in found] == ([] if float(figure) == float(other) else ["numbers", "numbers"])


@given(st.text(alphabet="0123456789.,%±<>≥-–/ ()mgkL年月日岁以上下不少于至P=CI95", max_size=40))
def test_no_text_makes_a_rule_fail(text: str) -> None:
    findings(f"Text {text}", f"文本{text}")
