"""Units: changed, scaled, lost, and what is only written in another way."""

import pytest

from aligner.checks import _runner, numbers, units
from aligner.model import Block, Context, Finding, Lang, Pair, Segment


def findings(source: str, target: str, langs: tuple[Lang, Lang] = ("en", "zh")) -> tuple[Finding, ...]:
    sides = (Segment(Block(source), 0, source, langs[0]),), (Segment(Block(target), 0, target, langs[1]),)
    pair = Pair(1, *sides, 0.9, "lines")
    found, skipped = _runner.run(Context((pair,), (), *langs), [units.RULE, numbers.RULE])
    assert not skipped
    return found


@pytest.mark.parametrize(
    ("english", "chinese", "severity"),
    [
        ("5 mg", "5 μg", "critical"),
        ("10 mg/kg/d", "10 mg/d", "critical"),
        ("60 mmHg", "60 kPa", "critical"),
        ("0.5‰", "0.5%", "critical"),
        ("6 months", "6周", "major"),
        ("(71 ± 29) µm", "（71±29）mm", "critical"),
        ("within 6 h of birth in June 2021", "2021年6月，生后6 d内", "major"),
        ("7.0%", "7.0 mmol/L", "major"),
        ("5 percentage points", "5%", "major"),
        ("on the 10th day", "第10周", "major"),
        ("aged 16", "16个月", "major"),
        ("5 per 1000 live births", "活产儿的5%", "critical"),
        ("6.2 per 1,000 person-years", "6.2%", "critical"),
        ("6.2%", "每1 000人年6.2例", "critical"),
    ],
)
def test_a_difference_is_told_once_in_both_directions(english: str, chinese: str, severity: str) -> None:
    there, back = findings(english, chinese), findings(chinese, english, ("zh", "en"))
    assert [(f.rule, f.severity) for f in (*there, *back)] == [("units", severity)] * 2


@pytest.mark.parametrize(
    ("source", "target", "langs"),
    [
        ("12.5% of them", "其中12.5", ("en", "zh")),
        ("其中12.5%", "12.5 of them", ("zh", "en")),
        ("37 °C", "37", ("en", "zh")),
        ("体重5千克", "a weight of 5", ("zh", "en")),
        ("随访6周。", "Follow-up was 6.", ("zh", "en")),
        ("12 of them", "其中12%", ("en", "zh")),
        ("a loss of 40 g per day", "丢失40 g", ("en", "zh")),
        ("丢失40 g/d", "40 g was lost", ("zh", "en")),
        ("slopes of 2.5 mL/min per year", "斜率为2.5 mL/min", ("en", "zh")),
    ],
)
def test_a_unit_is_missed_and_a_percent_sign_is_seen(source: str, target: str, langs: tuple[Lang, Lang]) -> None:
    assert [(f.rule, f.severity) for f in findings(source, target, langs)] == [("units", "major")]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("a rate of 4.5% (3/66)", "发生率为4.5%（3/66）"),
        ("The score rose from 15.8 to 19.9.", "评分从15.8分升至19.9分。"),
        ("to 0.5, 1.0, 1.7 and finally 2.4 mg", "增至0.5、1.0、1.7 mg，最终为2.4 mg"),
        ("12.4 g/L (95% CI, 8.1 to 16.9)", "12.4 g/L（95%CI：8.1～16.9 g/L）"),
        ("a bias of 3.1 mm (limits of agreement, -2.2 to 8.4)", "偏倚3.1 mm（一致性界限-2.2～8.4 mm）"),
        ("nodules of 2 cm (2 cases)", "结节2 cm（2例）"),
        ("60 mL/min/1.73 m2", "60 ml·min-1·1.73 m-2"),
        ("60 mL/min/1.73 m2", "60 ml·min-1·（1.73 m2）-1"),
        ("5 mg was given as 5000 μg", "给予5 mg，即5000 μg"),
        ("0.5 g", "500 mg"),
        ("3.2 kg", "3200克"),
        ("20 and 30 mg", "20 mg和30 mg"),
        ("(12.3 ± 4.5) years", "（12.3±4.5）岁"),
        ("28 kg/m2 or more", "≥28 kg/m2"),
        ("3 mg/kg", "每千克体重3 mg"),
        ("5 mg per day", "每日5 mg"),
        ("over 50 years, and few were under 20", "50岁以上，少数在20岁以下"),
        ("in 315", "315年"),
        ("week 4", "第4周"),
        ("on days 1, 3 and 7", "第1、3、7天"),
        ("between weeks 4 and 8", "第4～8周"),
        ("150 mm Hg", "150毫米汞柱"),
        ("5 per 1000 live births", "活产儿的5‰"),
        ("a loss of 40 g per day", "日丢失量为40 g"),
        ("slopes of 2.5 mL/min per year", "年下降速率为2.5 mL/min"),
        ("a loss of 40 g/d on the first ward round", "首次查房时日丢失量为40 g"),
        ("a tumour of 3×4×5 cm", "3 cm×4 cm×5 cm肿瘤"),
        ("6.2 per 1,000 person-years", "6.2/1 000人年"),
        ("6.2 per 1000 person-years", "6.2/1000人年"),
        ("6.2 per thousand person-years", "6.2/千人年"),
        ("6.2 cases per 1,000 person-years", "每1 000人年6.2例"),
        ("6.2 per 1,000 person-years", "6.2例/1 000人年"),
        ("6 per 1,000 live births in 2016", "2016年为6/1 000活产"),
        ("6.2 deaths per 1,000 people", "死亡率6.2‰"),
        ("Of every 1,000 calves, 6 die.", "每1 000头犊牛有6头死亡。"),
        ("6.2 per 10,000 person-years", "6.2/1万人年"),
        ("6.2 and 7.3 per 1,000 person-years", "每1 000人年6.2例和7.3例"),
        ("6.2 per 1,000 hours before lunch and 7.3 after it", "午餐前6.2例/1 000 h，午餐后7.3例/1 000 h"),
        ("an area of 0.4 ha", "面积为6亩"),
        ("6.2 v 7.3 falls per 1,000 person-years", "每1 000人年6.2例比7.3例"),
        ("(50 mg on days 1-14)", "（50 mg，第1～14天）"),
    ],
)
def test_the_same_unit_written_in_another_way(english: str, chinese: str) -> None:
    assert findings(english, chinese) == ()
    assert findings(chinese, english, ("zh", "en")) == ()


@pytest.mark.parametrize(
    ("source", "target", "langs", "suggestion"),
    [
        ("5 mg", "5 μg", ("en", "zh"), "5 mg"),
        ("6 months", "6周", ("en", "zh"), "6个月"),
        ("6个月", "6 weeks", ("zh", "en"), "6 months"),
        ("5毫克", "5 g", ("zh", "en"), "5 mg"),
        ("12%", "12 mg", ("en", "zh"), "12%"),
        ("6.2 per 1,000 births", "6.2例", ("en", "zh"), "6.2‰"),
        ("6.2 per 1,000 person-years", "6.2例", ("en", "zh"), None),
    ],
)
def test_suggests_the_unit_of_the_source(
    source: str, target: str, langs: tuple[Lang, Lang], suggestion: str | None
) -> None:
    assert [finding.suggestion for finding in findings(source, target, langs)] == [suggestion]
