"""Whole pages as journals and databases print them: what is set aside, and how the rest is cut.

Each page has its expected reading beside it, as a careful reader would set it down.
"""

import json
from pathlib import Path

import pytest

import aligner
from aligner.model import Document, Segment
from aligner.readers import read
from aligner.text.splitting import split

PAGES = sorted((Path(__file__).resolve().parents[1] / "golden" / "pages").glob("*.txt"))


def reading(doc: Document) -> dict[str, object]:
    def side(segments: tuple[Segment, ...]) -> list[list[str]]:
        return [[s.role, s.text] for s in segments]

    return {
        "source_lang": doc.source_lang,
        "set_aside": [[b.line, b.text] for b in doc.set_aside],
        "source": side(split(doc.source, doc.source_lang)),
        "target": side(split(doc.target, doc.target_lang)),
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_page_is_read_as_expected(page: Path) -> None:
    expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))

    assert reading(read(page)) == expected


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_every_character_of_a_page_is_kept_in_its_place(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    lines = text.split("\n")
    doc = read(page)

    for block in (*doc.source, *doc.target, *doc.set_aside):
        at = sum(len(line) + 1 for line in lines[: block.line - 1]) + block.column - 1
        assert text[at : at + len(block.text)] == block.text
    kept = sum(len("".join(b.text.split())) for b in (*doc.source, *doc.target, *doc.set_aside))
    assert kept == len("".join(text.split()))


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_both_sides_of_a_page_have_the_same_shape(page: Path) -> None:
    doc = read(page)
    roles = [
        [s.role for s in split(blocks, lang)]
        for blocks, lang in ((doc.source, doc.source_lang), (doc.target, doc.target_lang))
    ]

    assert roles[0].count("keywords") == roles[1].count("keywords")


def test_by_turns_what_the_source_says_twice_is_translated_twice() -> None:
    english, chinese = "Iron tablets cause nausea in many patients.", "铁剂可引起许多患者恶心。"
    for gap in ("\n", "\n\n"):
        page = aligner.document(gap.join((english, chinese, "This is common.", "这很常见。", english, chinese)))
        assert [block.text for block in page.source] == [english, "This is common.", english]
        assert [block.text for block in page.target] == [chinese, "这很常见。", chinese]


def test_what_is_left_untranslated_in_the_second_half_belongs_to_it() -> None:
    english = ["Iron tablets cause nausea in many patients.", "Ferritin below 30 µg/L confirms the diagnosis."]
    page = " ".join(english) + "\n\n铁剂可引起许多患者恶心。" + english[1]
    found = aligner.check(aligner.document(page))
    assert [(pair.source_text.strip(), pair.target_text) for pair in found.pairs] == [
        (english[0], "铁剂可引起许多患者恶心。"),
        (english[1], english[1]),
    ]
    assert [finding.rule for finding in found.findings] == ["untranslated"]


TURNS = [
    ("Pain fell in nine.", "9例疼痛减轻。"),
    ("3 patients died in all.", "3例死亡。"),
    ("The dose was 12 mg.", "剂量为12 mg。"),
    ("He was well.", "他情况良好。"),
]


@pytest.mark.parametrize("between", [" ", "\n", "\n\n", ""])
def test_languages_that_take_turns(between: str) -> None:
    """By sentences on a line, or by lines or paragraphs; the Chinese first where nothing stands between."""
    pairs = [(zh, en) if not between else (en, zh) for en, zh in TURNS]
    page = (between or " ").join(between.join(pair) for pair in pairs)
    found = aligner.align(aligner.document(page, source="en"))
    assert [(pair.source_text, pair.target_text) for pair in found] == TURNS
