"""Sentences without counterpart in pairs that came as one: units of a memory, rows of a table."""

from __future__ import annotations

import pytest

import aligner
from aligner import alignment
from aligner.model import Block, Document, Finding, Pair, Result, Segment, Tag

UNIT = (
    "We followed 84 women for two years. Each of them took 70 mg of alendronate once a week. Bone density was measured "
    "at the hip and at the spine every six months.",
    "我们对84名女性随访两年。每人每周服用一次阿仑膦酸钠70 mg。每六个月测量一次髋部和脊柱的骨密度。",
)
DOSE = "Each of them took 70 mg of alendronate once a week.", "每人每周服用一次阿仑膦酸钠70 mg。"


def checked(source: str, target: str) -> Result:
    """Check two lines, each of them one unit."""
    return aligner.check(aligner.document(source, target, sentences=True), sentences=True)


def told(result: Result) -> list[tuple[str, str]]:
    return [(found.rule, (found.source or found.target).text) for found in result.findings if _has_words(found)]  # type: ignore[union-attr]


def _has_words(finding: Finding) -> bool:
    return (finding.source or finding.target) is not None


def test_a_sentence_that_a_unit_lacks_is_told_and_nothing_besides() -> None:
    result = checked(UNIT[0], UNIT[1].replace(DOSE[1], ""))
    assert len(result.pairs) == 1
    assert told(result) == [("omission", DOSE[0])]
    assert told(checked(*UNIT)) == []


def test_a_sentence_that_a_unit_has_besides_is_an_addition() -> None:
    assert told(checked(UNIT[0].replace(f" {DOSE[0]}", ""), UNIT[1])) == [("addition", DOSE[1])]


def test_both_directions_are_alike() -> None:
    assert told(checked(UNIT[1], UNIT[0].replace(f" {DOSE[0]}", ""))) == [("omission", DOSE[1])]


@pytest.mark.parametrize("joint", ["，", "；"])
def test_sentences_that_were_joined_are_no_omission(joint: str) -> None:
    assert told(checked(UNIT[0], UNIT[1].replace("两年。", f"两年{joint}"))) == []


def test_placeholders_do_not_shift_the_sentence() -> None:
    block = Block(UNIT[0].replace("84 women", "84 \ufffcwomen"), tags=(Tag(15, "alone", "1", "b"),))
    target = Block(UNIT[1].replace(DOSE[1], ""))
    document = Document("a", "a", "tmx", (block,), (target,), "en", "zh", (((0,), (0,)),), presegmented=True)
    (finding,) = [found for found in aligner.check(document).findings if found.rule == "omission"]
    assert finding.source is not None and finding.source.text == DOSE[0]
    assert block.text[finding.source.start : finding.source.end] == DOSE[0]


def _row(*counts: int) -> Pair:
    sides = []
    for count, lang, text in zip(counts, ("en", "zh"), ("It was seen twice.", "可见两次。"), strict=True):
        sides.append(tuple(Segment(Block(text), 0, text, lang, number) for number in range(count)))  # type: ignore[arg-type]
    return Pair(1, *sides, 1.0, "given")


def _all_alone(source: tuple[Segment, ...], target: tuple[Segment, ...]) -> tuple[Pair, ...]:
    lone = [((one,), ()) for one in source], [((), (one,)) for one in target]
    return tuple(Pair(number, *sides, 0.0, "test") for number, sides in enumerate((*lone[0], *lone[1]), 1))


def _last_alone(source: tuple[Segment, ...], target: tuple[Segment, ...]) -> tuple[Pair, ...]:
    both = [((one,), (other,)) for one, other in zip(source, target, strict=False)]
    rest = [((one,), ()) for one in source[len(target) :]]
    return tuple(Pair(number, *sides, 1.0, "test") for number, sides in enumerate((*both, *rest), 1))


def test_a_row_stays_whole_where_its_sentences_find_no_partners() -> None:
    assert alignment.paired(_row(3, 2), _all_alone) == (_row(3, 2),)


def test_a_row_is_cut_where_the_lengths_say_that_a_sentence_is_missing() -> None:
    assert [len(pair.target) for pair in alignment.paired(_row(3, 2), _last_alone)] == [1, 1, 0]
