"""Statistics that do not fit: on which side the fault is decides how grave it is."""

import pytest

from aligner.checks.statistics import RULE
from aligner.model import Block, Context, Pair, Segment
from aligner.text.statistics import faults


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("OR 2.5 (95% CI 3.1-4.0)", "estimate"),
        ("HR=0.68，95%CI：0.72～0.86", "estimate"),
        ("5.2 mg (95% CI, 6.1 to 7.9)", "estimate"),
        ("95% CI 4.0 to 3.1", "bounds"),
        ("69.5岁（范围：81～56岁）", "bounds"),
        ("45/120 (73.5%)", "share"),
        ("37.5% (54/120)", "share"),
        ("45 of 120 patients (40.5%)", "share"),
        ("120例中45例（73.5%）", "share"),
        ("45 (73.5%) of 120", "share"),
        ("The difference was not significant (P < 0.05).", "P"),
        ("差异有统计学意义（P＞0.05）。", "P"),
        ("未达到预设的统计学显著性界值（P=0.01）。", "P"),
        ("Significance was not reached (P = 0.01).", "P"),
        ("Neither pain (3.1% vs. 2.8%) nor fever (1.5% vs. 1.2%) differed significantly (both P < 0.05).", "P"),
        ("Neither dose mattered, but weight fell significantly (P = 0.62).", "P"),
        ("Walking speed was significantly higher (p=0.41), but grip strength did not change.", "P"),
        ("步速明显较快（P=0.41），握力未变。", "P"),
        ("甲组步速较快（P=0.02），差异无统计学意义。", "P"),
    ],
)
def test_finds_a_fault(text: str, kind: str) -> None:
    assert [fault.kind for fault in faults(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Rates were 61% and 64%, with no significant difference, whereas cost was lower (12% vs 19%, P = 0.01).",
        "两组复发率无显著差异，但费用较低（P=0.01）。",
        "OR 2.5 (95% CI 1.1-4.0; P = 0.01)",
        "in 120 patients (95% CI 1.2-3.4)",
        "fell by 3.2 (95% CI −4.5 to −1.9)",
        "a change of −1.9 to −4.5",
        "45/120 (37.5%), 1/3 (33%), 2/3 (66%)",
        "grade 3/4 (12%)",
        "120/80 mmHg (5%)",
        "差异无统计学意义（P＞0.05）；明显低于对照组（P＜0.05）。",
        "P < 0.05 in men and P > 0.05 in women, not significant",
        "P values below .05 were significant",
        "P = 0.05, significant",
        "The trend did not cross the preset boundary for statistical significance (P = 0.06).",
        "Significance was not reached (P = 0.06).",
        "The trend just missed significance (P = 0.06).",
        "The trend was of borderline significance (P = 0.06).",
        "未达到预设的统计学显著性界值（P=0.06）。",
        "接近统计学意义（P=0.06）。",
        "Neither pain (3.1% vs. 2.8%) nor fever (1.5% vs. 1.2%) differed significantly (both P > 0.05).",
        "Walking speed was higher (95% CI 0.2 to 0.6; p=0.02), but grip strength did not differ significantly.",
        "步速快0.4 m/s（95%CI：0.2～0.6，P=0.02），握力差异无统计学意义。",
        "甲组步速较快（P=0.02），未见明显不良反应。",
        "甲组步速较快（P=0.02），差异有统计学意义。",
        "甲组步速较快[（1.2±0.3）m/s比（0.9±0.2）m/s，P=0.02]，CRP则未见明显变化。",
    ],
)
def test_leaves_alone_what_may_be_right(text: str) -> None:
    assert faults(text) == ()


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("45/120 (37.5%), 48/120 (40%)", "45/120（40%），48/120（37.5%）", ["major", "major"]),
        ("45/120 (73.5%)", "45/120（73.5%）", ["neutral"]),
        ("95% CI 4.0-3.1", "95%CI：3.1～4.0", ["minor"]),
        ("45/120 (37.5%)", "45/120（73.5%）", []),
        ("not significant (P > 0.05)", "无统计学意义（P＜0.05）", []),
    ],
)
def test_weighs_by_side_and_leaves_other_values_to_other_rules(source: str, target: str, severity: list[str]) -> None:
    sides = (Segment(Block(source), 0, source, "en"),), (Segment(Block(target), 0, target, "zh"),)
    pair = Pair(1, *sides, 0.9, "lines")
    found = [*RULE.check(pair, Context((pair,), (), "en", "zh"))]
    assert [hit.severity or RULE.severity for hit in found] == severity
