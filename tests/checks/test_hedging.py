"""Hedges that are lost, put in, or kept in other words."""

import pytest

from aligner.checks.hedging import RULE
from tests.checks.asking import asked

LOST = (
    (
        "A low sodium intake may reduce swelling, but it can cause cramps in the legs.",
        "低钠饮食减轻肿胀，但可引起腿部痉挛。",
        "may",
        "低钠饮食减轻肿胀",
    ),
    (
        "该突变可能影响蛋白的折叠，但能否致病尚不清楚。",
        "The mutation affects folding of the protein, but whether it causes disease is unknown.",
        "可能",
        "The mutation affects folding of the protein",
    ),
    (
        "Early feeding could shorten the hospital stay.",
        "早期进食缩短住院时间。",
        "could",
        "早期进食缩短住院时间。",
    ),
)
KEPT = (
    ("A low sodium intake may reduce swelling.", "低钠饮食有望减轻肿胀。"),
    ("A low sodium intake may reduce swelling.", "低钠饮食会减轻肿胀。"),
    ("该突变可能影响蛋白的折叠。", "The mutation has the potential to affect folding of the protein."),
    ("该突变可能影响蛋白的折叠。", "The mutation is thought to affect folding of the protein."),
    ("Relatives may visit the ward, which helps recovery.", "家属得探视病房，有助于康复。"),
    ("The result was not confirmed and suggested an error of the machine.", "结果未经证实，提示仪器有误。"),
    ("The cast was made as light as possible and prevents sores.", "石膏尽可能轻，可防止压疮。"),
)


@pytest.mark.parametrize(("source", "target", "hedge", "claim"), LOST)
def test_a_hedge_that_is_lost_is_named_with_its_claim(source: str, target: str, hedge: str, claim: str) -> None:
    (finding,) = asked(RULE.id, source, target)
    assert finding.source is not None
    assert finding.target is not None
    assert (finding.source.text, finding.severity) == (hedge, "major")
    assert finding.target.text.strip("。.") == claim.strip("。.")


@pytest.mark.parametrize(("source", "target", "hedge", "claim"), LOST)
def test_a_hedge_that_is_put_in_is_minor(source: str, target: str, hedge: str, claim: str) -> None:
    (finding,) = asked(RULE.id, target, source)
    assert finding.target is not None
    assert (finding.target.text, finding.severity) == (hedge, "minor")


@pytest.mark.parametrize(("source", "target"), KEPT)
def test_a_hedge_in_other_words_is_left_alone(source: str, target: str) -> None:
    assert asked(RULE.id, source, target) == []
    assert asked(RULE.id, target, source) == []
