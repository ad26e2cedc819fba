"""The Excel workbook: its sheets, what stands marked in them, and reading the pairs again."""

import io
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText

from aligner import readers
from aligner.cli import run
from aligner.errors import MissingExtraError, OutputError
from aligner.model import Result
from aligner.reports import RenderOptions, _sheets, find
from tests import factory


def workbook_of(*results: Result, **options: Any) -> bytes:
    return b"".join(find("xlsx").render(iter(results), RenderOptions(**options)))


def opened(content: bytes, *, rich: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content), rich_text=rich)


def rows(content: bytes, sheet: str) -> list[dict[str, Any]]:
    header, *found = opened(content)[sheet].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in found]


def test_the_sheets() -> None:
    content = workbook_of(factory.gated())
    book = opened(content)
    assert book.sheetnames == ["pairs", "findings", "terms", "scores", "not checked"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
    pairs = rows(content, "pairs")
    assert [(row["id"], row["source"] or "", row["target"] or "") for row in pairs] == [
        (pair.id, pair.source_text, pair.target_text) for pair in factory.gated().pairs
    ]
    assert [row["severity"] for row in pairs][2:6] == ["critical", "major", "major", "neutral"]
    assert pairs[2]["findings"].splitlines()[0].startswith("numbers: 48 in the source")
    assert [row["term"] for row in rows(content, "terms")] == ["sacroiliitis", "weight-bearing", "causal-treatment"]
    assert [row["right"] for row in rows(content, "terms")] == [1, 1, 0]
    assert {row["score"]: row["value"] for row in rows(content, "scores")}["number_accuracy"] == 0.8
    unchecked = rows(content, "not checked")
    assert {"set aside as front matter (line 12)", "warning", "threshold that is not met"} < {
        r["why"] for r in unchecked
    }


def test_the_sheet_of_findings() -> None:
    found = rows(workbook_of(factory.gated()), "findings")
    result = factory.gated()
    assert [row["fingerprint"] for row in found] == [finding.fingerprint for finding in result.findings]
    assert [row["rule"] for row in found] == [finding.rule for finding in result.findings]
    assert {row["file"] for row in found} == {"injection.txt"}
    assert (found[0]["suggestion"], found[4]["suggestion"], found[3]["suggestion"]) == ("48", "Leave it out.", None)
    assert (found[0]["source words"], found[0]["target words"]) == ("48", "84")
    assert (found[5]["pair"], found[5]["decision"], found[5]["comment"]) == ("3, 7", "keep", "kept as printed")
    assert [row["decision"] for row in found[:5]] == [None] * 5


def test_words_of_findings_are_marked() -> None:
    sheet = opened(workbook_of(factory.result()), rich=True)["pairs"]
    target = sheet["D4"].value
    assert isinstance(target, CellRichText)
    marked = [str(part) for part in target if not isinstance(part, str) and part.font.b]
    assert marked == ["84", "(SI)", ","]
    assert str(target) == factory.result().pairs[2].target_text


def test_what_looks_like_a_formula_is_text() -> None:
    texts = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://localhost\")"]  # fmt: skip
    pairs = factory.pairs_of([(text, "膝", "body") for text in texts])
    sheet = opened(workbook_of(Result(factory.document(pairs), pairs)))["pairs"]
    assert {cell.data_type for cell in sheet["C"]} <= {"s", "inlineStr"}
    assert not any(cell.hyperlink for cell in sheet["C"])


def test_several_documents_are_named() -> None:
    content = workbook_of(factory.clean("one"), factory.empty(), factory.clean("two"))
    assert [row["doc"] for row in rows(content, "pairs")] == ["one", "one", "two", "two"]


def test_hostile_text_is_text() -> None:
    (row,) = rows(workbook_of(factory.hostile()), "pairs")
    assert "[red]this[/]" in row["source"]


def test_all_pairs_are_there_whatever_the_screen_shows() -> None:
    assert len(rows(workbook_of(factory.result(), findings_only=True), "pairs")) == len(factory.result().pairs)


def test_the_riskiest_pairs_come_first() -> None:
    result = replace(factory.clean(), risks=(0.2, 0.7))
    assert [row["id"] for row in rows(workbook_of(result, by_risk=True), "pairs")] == [2, 1]


def test_a_full_sheet_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_sheets, "_ROWS", 3)
    with pytest.raises(OutputError, match="write it as CSV or TSV"):
        workbook_of(factory.result())


def test_a_text_that_is_too_long_for_a_cell_is_cut() -> None:
    pairs = factory.pairs_of([("a" * 40_000, "膝", "body")])
    (row,) = rows(workbook_of(Result(factory.document(pairs), pairs)), "pairs")
    assert (len(row["source"]), row["source"][-1]) == (32_767, "…")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError, match=r"pip install '\.\[xlsx\]'"):
        workbook_of(factory.clean())


def test_a_workbook_is_not_for_the_screen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--format", "xlsx"], ["-o", "xlsx=-"]):
        assert run(["check", "--demo", *arguments]) == 2
        captured = capsys.readouterr()
        assert (captured.out, captured.err.count("\n")) == ("", 1)


SOURCES = st.text(
    st.one_of(st.sampled_from("=+-@\t\n_x0041\x0b,\"'"), st.characters(exclude_categories=["Cs", "Lo"])), max_size=12
)
SOURCES = SOURCES.map(lambda text: f"{text}Knee pain").filter(lambda text: not {*text} & {"\ufffe", "\uffff", "\0"})
SIDES = st.tuples(st.sampled_from(["", "膝痛。", "=膝痛_x0041_", "膝\n痛"]), SOURCES.map(str.strip))


@settings(deadline=None, max_examples=30)
@given(st.lists(SIDES, min_size=1, max_size=4))
def test_what_is_written_is_read_again(texts: list[tuple[str, str]]) -> None:
    pairs = factory.pairs_of(
        [("Knee pain.", "膝痛。", "body"), *((english, chinese, "body") for chinese, english in texts)]
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "pairs.xlsx")
        path.write_bytes(workbook_of(Result(factory.document(pairs), pairs)))
        document = readers.read(path)
    assert document.links is not None
    assert [
        ("".join(document.source[k].text for k in left), "".join(document.target[k].text for k in right))
        for left, right in document.links
    ] == [(pair.source_text, pair.target_text) for pair in pairs]
