"""From one format to another: pairs are kept or made, nothing is checked, no text is overwritten."""

import json
from pathlib import Path

import openpyxl
import pytest

from aligner import readers
from aligner.cli import run
from aligner.readers import _table

TABLE = "id,en,zh\n1,The dose was 12 mg.,剂量为21 mg。\n2,No adverse events occurred.,\n3,Rest helps.,休息有益。\n"
TSV = (
    "id\tscore\tsource\ttarget\n1\t1.0000\tThe dose was 12 mg.\t剂量为21 mg。\n"
    "2\t0.0000\tNo adverse events occurred.\t\n3\t1.0000\tRest helps.\t休息有益。\n"
)


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text(TABLE, encoding="utf-8")
    Path("a.en.txt").write_text("Rest helps. The knee was painful.\n", encoding="utf-8")
    Path("a.zh.txt").write_text("休息有益。膝关节疼痛。\n", encoding="utf-8")


@pytest.mark.parametrize("name", ["b.csv", "b.tsv", "b.xlsx"])
def test_there_and_back(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run(["convert", "a.csv", name]) == 0
    assert run(["convert", name, "-", "--to", "tsv"]) == 0
    assert capsys.readouterr().out == TSV


@pytest.mark.parametrize("name", ["b.jsonl", "b.json", "b.md", "b.html", "b.tmx", "b.xlf", "b.xliff"])
def test_every_format_that_holds_pairs(name: str) -> None:
    assert run(["convert", "a.csv", name]) == 0
    assert "休息有益" in Path(name).read_text(encoding="utf-8")


def test_two_texts_are_paired(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["convert", "a.en.txt", "a.zh.txt", "out.dat", "--to", "csv"]) == 0
    lines = Path("out.dat").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[2:] for line in lines[1:]] == [
        ["Rest helps.", "休息有益。"],
        ["The knee was painful.", "膝关节疼痛。"],
    ]
    assert capsys.readouterr().out == ""


def test_nothing_is_checked() -> None:
    assert run(["convert", "a.csv", "b.json"]) == 0
    assert json.loads(Path("b.json").read_text(encoding="utf-8"))["findings"] == []
    assert run(["convert", "a.csv", "b.xlsx"]) == 0
    assert openpyxl.load_workbook("b.xlsx")["findings"].max_row == 1


def test_what_is_left_out_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.Workbook()
    book.active.append(["en", "zh"])
    book.active.append(["Rest helps.", "休息有益。"])
    book.create_sheet("notes").append(["by Friday"])
    book.save("a.xlsx")
    assert run(["convert", "a.xlsx", "b.tsv"]) == 0
    assert capsys.readouterr().err == "aligner: a.xlsx: left out: sheet 'notes': has one column only\n"


def test_a_large_file_is_written_as_it_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(readers, "_LARGE", 0)
    monkeypatch.setattr(_table, "PART", 2)
    assert run(["convert", "a.csv", "-", "--to", "tsv"]) == 0
    assert [line.split("\t")[:2] for line in capsys.readouterr().out.splitlines()[1:]] == [
        ["a", "1"], ["a", "2"], ["a", "3"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["a.csv"], "one or two texts"),
        ([], "one or two texts"),
        (["a.csv", "a.csv"], "is a text to be read"),
        (["a.en.txt", "a.zh.txt", "./a.zh.txt", "--to", "tsv"], "is a text to be read"),
        (["a.csv", "b.sarif"], "its extension says no format that holds pairs"),
        (["a.csv", "b.txt", "--to", "sarif"], "'sarif' holds no pairs"),
        (["a.csv", "b.txt", "--to", "cvs"], "did you mean 'csv'?"),
        (["a.csv", "-"], "name one with --to"),
        (["a.csv", "-", "--to", "xlsx"], "is no text"),
        (["a.csv", "nowhere/b.tsv"], "there is no such folder"),
        (["absent.csv", "b.tsv"], "there is no such file"),
        (["a.csv", "b.tsv", "--columns", "en=zh,zh=9"], "has no column '9'"),
    ],
)
def test_what_cannot_be_done_is_one_line(capsys: pytest.CaptureFixture[str], arguments: list[str], told: str) -> None:
    before = Path("a.csv").read_bytes()
    assert run(["convert", *arguments]) == 2
    captured = capsys.readouterr()
    assert told in captured.err
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert Path("a.csv").read_bytes() == before
    assert not Path("b.tsv").exists()


def test_several_documents_are_aligned_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    Path("docs.csv").write_text("doc,en,zh\na,Rest helps.,休息有益。\nb,Pain fell.,疼痛减轻。\n", encoding="utf-8")
    assert run(["align", "docs.csv"]) == 0
    assert [line.split("\t")[:2] for line in capsys.readouterr().out.splitlines()] == [
        ["doc", "id"], ["a", "1"], ["b", "1"]
    ]  # fmt: skip
