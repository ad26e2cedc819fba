"""A reviewer's decisions in an Excel report, and taking them over into the baseline."""

import json
from pathlib import Path

import openpyxl
import pytest

from aligner.cli import run

ENGLISH = "The dose was 12 mg.\nThe dose rose to 14 mg.\nThe dose fell to 16 mg.\n"
CHINESE = "剂量为21 mg。\n剂量升至41 mg。\n剂量降至61 mg。\n"


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """The report on a translation with three findings, in the working directory."""
    monkeypatch.chdir(tmp_path)
    Path("a.en.txt").write_text(ENGLISH, encoding="utf-8")
    Path("a.zh.txt").write_text(CHINESE, encoding="utf-8")
    return written(capsys)


def written(capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(["check", "a.en.txt", "a.zh.txt", "--select", "numbers", "-o", "r.xlsx", "--fail-on", "never"]) == 0
    capsys.readouterr()
    return Path("r.xlsx")


def decide(path: Path, *decisions: tuple[str | None, str | None]) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["findings"]
    names = [cell.value for cell in sheet[1]]
    for row, (decision, comment) in enumerate(decisions, 2):
        sheet.cell(row, names.index("decision") + 1).value = decision
        sheet.cell(row, names.index("comment") + 1).value = comment
    book.save(path)


def known() -> dict[str, str]:
    data = json.loads(Path("aligner-baseline.json").read_text(encoding="utf-8"))
    return {entry["source"]: entry["reason"] for entry in data["known"]}


def test_decisions_are_taken_over(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(report, ("keep", "as printed"), ("fix", None), ("保留", "the authors' own"))
    assert run(["baseline", "import", "r.xlsx", "--author", "Li"]) == 0
    assert known() == {"12": "as printed", "16": "the authors' own"}
    assert "of 3 decided, 2 added or changed, 0 removed, 2 are known" in capsys.readouterr().err
    assert run(["check", "a.en.txt", "a.zh.txt", "--select", "numbers", "--format", "concise"]) == 1
    assert capsys.readouterr().out.count("\n") == 1


def test_a_known_finding_stands_in_the_report_and_can_be_taken_back(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(report, ("Keep ", "as printed"))
    assert run(["baseline", "import", "r.xlsx"]) == 0
    again = written(capsys)
    assert run(["baseline", "import", "r.xlsx"]) == 0
    assert "of 1 decided, 0 added or changed, 0 removed, 1 are known" in capsys.readouterr().err
    decide(again, ("fix", None))
    assert run(["baseline", "import", "r.xlsx"]) == 0
    assert known() == {}


def test_without_a_comment_the_reason_counts(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(report, ("keep", None), ("keep", "seen"))
    assert run(["baseline", "import", "r.xlsx"]) == 2
    assert "r.xlsx: findings!J2: keeps a finding without a comment" in capsys.readouterr().err
    assert not Path("aligner-baseline.json").exists()
    assert run(["baseline", "import", "r.xlsx", "--reason", "as the client wants"]) == 0
    assert known() == {"12": "as the client wants", "14": "seen"}


def test_an_unknown_decision_names_its_cell(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(report, (None, None), ("maybe", None))
    assert run(["baseline", "import", "r.xlsx"]) == 2
    assert capsys.readouterr().err == (
        "aligner: r.xlsx: findings!J3: 'maybe' is no decision; write keep or fix, or leave it empty\n"
    )


def test_what_is_no_report(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.Workbook()
    book.save("empty.xlsx")
    book.active.title = "findings"
    book.active.append(["rule", "decision"])
    book.save("poor.xlsx")
    for name, told in (
        ("empty.xlsx", "has no sheet 'findings'"),
        ("poor.xlsx", "its sheet 'findings' lacks the column file"),
        ("a.en.txt", "is no Excel workbook"),
        ("absent.xlsx", "cannot be read"),
    ):
        assert run(["baseline", "import", name]) == 2
        captured = capsys.readouterr()
        assert told in captured.err
        assert captured.err.count("\n") == 1
