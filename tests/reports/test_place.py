"""Where findings are in their files: verbatim text, wrapped text, several blocks, text freed of markup, nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.model import Block, Document, Finding, Pair, Place, Result, Segment, Span
from aligner.reports import _place


def _result(*pairs: Pair, findings: tuple[Finding, ...] = ()) -> Result:
    document = Document("a", "a.en.txt", "text", (), (), source_path="a.en.txt", target_path="a.zh.txt")
    return Result(document, pairs, findings=findings)


def _segment(block: Block, words: str) -> Segment:
    return Segment(block, block.text.index(words), words, "zh")


def _finding(pair: int | None, target: Span | None = None, places: tuple[Place, ...] = ()) -> Finding:
    return Finding("r", "c", "major", pair, "m", None, target, places)


WRAPPED = Block("甲乙丙。\n丁戊\n己。", line=4, column=3)


def test_a_span_has_the_line_and_column_of_its_file() -> None:
    pair = Pair(1, (), (_segment(WRAPPED, "丁戊\n己。"),), 1, "m")
    at = _place.region(_finding(1, Span(1, 4, "戊\n己")), _result(pair))
    assert at == _place.Region("a.zh.txt", 5, 2, 6, 2, verbatim=True)


def test_a_pair_without_a_span_is_the_sentence() -> None:
    pair = Pair(1, (), (_segment(WRAPPED, "甲乙丙。"),), 1, "m")
    at = _place.region(_finding(1), _result(pair))
    assert (at.line, at.column, at.end_line, at.end_column) == (4, 3, 4, 7)


def test_what_is_missing_stands_behind_what_is_before_it() -> None:
    first = Pair(1, (), (_segment(WRAPPED, "甲乙丙。"),), 1, "m")
    at = _place.region(_finding(2), _result(first, Pair(2, (), (), 0, "m")))
    assert (at.line, at.column, at.end_line, at.end_column) == (4, 7, 4, 7)
    at = _place.region(_finding(1), _result(Pair(1, (), (), 0, "m"), replace(first, id=2)))
    assert (at.line, at.column) == (4, 3)
    assert _place.region(_finding(1), _result(Pair(1, (), (), 0, "m"))) == _place.Region("a.zh.txt")


def test_a_pair_of_several_blocks() -> None:
    blocks = Block("甲乙。", line=1), Block("丙丁。", line=3, column=2)
    pair = Pair(1, (), tuple(_segment(b, b.text) for b in blocks), 1, "m")
    assert pair.target_text == "甲乙。\n丙丁。"
    at = _place.region(_finding(1, Span(5, 6, "丁")), _result(pair))
    assert (at.line, at.column, at.verbatim) == (3, 3, False)


def test_a_finding_about_the_document_is_at_its_first_place_in_the_translation() -> None:
    pair = Pair(1, (), (_segment(WRAPPED, "丁戊\n己。"),), 1, "m")
    places = Place(1), Place(1, target=Span(0, 1, "丁")), Place(1, target=Span(3, 4, "己"))
    finding = _finding(None, places=places)
    assert _place.region(finding, _result(pair)).line == 5
    assert [(at.line, at.column) for at in _place.other_regions(finding, _result(pair))][-1] == (6, 1)
    assert _place.region(_finding(None), _result(pair)).line == 5


@pytest.mark.parametrize(("start", "end", "verbatim"), [(0, 2, True), (1, 3, False)])
def test_text_freed_of_markup_leads_back_to_its_file(start: int, end: int, verbatim: bool) -> None:
    """The file is a line end, then `甲乙*丙*`: the text is 甲乙丙."""
    block = Block("甲乙丙", line=2, offsets=(1, 2, 4), line_starts=(0, 1))
    pair = Pair(1, (), (_segment(block, "甲乙丙"),), 1, "m")
    at = _place.region(_finding(1, Span(start, end, block.text[start:end])), _result(pair))
    assert (at.line, at.column, at.verbatim) == (2, start + 1, verbatim)
    assert at.end_column == (3 if verbatim else 5)


@given(st.lists(st.sampled_from(["甲", "a", "\n", "\r\n", "\r"]), min_size=1, max_size=12).map("".join), st.data())
def test_places_count_lines_as_editors_do(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    if text[at - 1 : at + 1] == "\r\n":
        return
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    expected = before.count("\n") + 1, at - max(text[:at].rfind("\n"), text[:at].rfind("\r"))
    assert Block(text).place(at) == expected
