"""What was set aside on one side, though the other kept its translation."""

from dataclasses import replace

import aligner
from aligner import lexicon, misjudged
from aligner.model import Block, Document

EN = (
    "The patient was seen in our clinic.",
    "Department of Surgery, Central Hospital, 4 May 2023",
    "She was advised to rest.",
)
ZH = ("患者于我科门诊就诊。", "中心医院外科，2023年5月4日", "建议其休息。")


def letter(aside: str, *kept: str) -> Document:
    """Make a document whose second English line was set aside."""
    blocks = [Block(text, line=line) for line, text in enumerate(EN, 1) if text in kept]
    front = replace(Block(aside, line=2), role="front matter")
    chinese = tuple(Block(text, line=line) for line, text in enumerate(ZH, 1))
    return Document("a", "a.txt", "text", tuple(blocks), chinese, set_aside=(front,))


def test_a_line_is_text_where_its_translation_is() -> None:
    found = aligner.check(letter(EN[1], EN[0], EN[2]))
    assert [(pair.source_text, pair.target_text) for pair in found.pairs] == list(zip(EN, ZH, strict=True))
    assert not found.document.set_aside
    assert not {"omission", "addition"} & {finding.rule for finding in found.findings}


def test_a_line_of_the_journal_stays_aside() -> None:
    document = letter("© 2023 The Central Journal. All rights reserved.", EN[0], EN[2])
    pairs = aligner.align(document)
    assert misjudged.kept(document, pairs, lexicon.load()) is document
    assert [finding.rule for finding in aligner.check(document).findings] == ["addition"]


def test_pairs_that_a_file_came_with_stay() -> None:
    document = replace(letter(EN[1], EN[0], EN[2]), links=(((0,), (0,)), ((), (1,)), ((1,), (2,))))
    assert misjudged.kept(document, aligner.align(document), lexicon.load()) is document


def test_a_line_is_not_lost_where_texts_are_only_paired() -> None:
    pairs = aligner.align(letter(EN[1], EN[0], EN[2]))
    assert [(pair.source_text, pair.target_text) for pair in pairs] == list(zip(EN, ZH, strict=True))
