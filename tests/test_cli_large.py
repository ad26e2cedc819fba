"""A file that is too large to be held, checked in parts."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aligner import readers
from aligner.cli import run
from aligner.readers import _bilingual

UNITS = 7
PATIENCE = 300  # seconds that a process may take on a busy machine


def memory(folder: Path, end: str = "</body></tmx>") -> Path:
    """Write a memory, each second unit of which has another number in its translation."""
    path = folder / "memory.tmx"
    units = (
        f'<tu><tuv xml:lang="en"><seg>It lasted {n + 10} weeks in case {n}.</seg></tuv>'
        f'<tuv xml:lang="zh"><seg>病例{n}持续{n + 10 + n % 2 * 50}周。</seg></tuv></tu>'
        for n in range(UNITS)
    )
    path.write_text(f'<tmx version="1.4"><header srclang="en"/><body>{"".join(units)}{end}', encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(readers, "_LARGE", 0)
    monkeypatch.setattr(_bilingual, "_PART", 2)
    monkeypatch.chdir(tmp_path)


def check(*args: str) -> int:
    return run(["check", *args, "--jobs", "1", "--select", "numbers"])


def test_parts_flow_into_several_reports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(memory(tmp_path))
    assert check(path, "-o", "f.jsonl", "-o", "f.tsv", "-o", "f.sarif", "-o", "f.json") == 1
    assert capsys.readouterr().out == f"{path}: 7 pairs, 3 major findings\n"
    parts = [json.loads(line) for line in Path("f.jsonl").read_text("utf-8").splitlines()]
    assert [len(part["pairs"]) for part in parts] == [2, 2, 2, 1]
    assert json.loads(Path("f.json").read_text("utf-8"))["documents"] == parts
    assert len(Path("f.tsv").read_text("utf-8").splitlines()) == 1 + UNITS
    (log,) = json.loads(Path("f.sarif").read_text("utf-8"))["runs"]
    found = [finding["fingerprint"] for part in parts for finding in part["findings"]]
    assert [entry["partialFingerprints"]["alignerFingerprint/v1"] for entry in log["results"]] == found


def test_parts_hold_what_the_whole_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(memory(tmp_path))
    assert check(path, "-o", "parts.jsonl") == 1
    monkeypatch.setattr(readers, "_LARGE", 1 << 30)
    assert check(path, "-o", "whole.jsonl") == 1
    parts, whole = (
        [json.loads(line) for line in Path(name).read_text("utf-8").splitlines()]
        for name in ("parts.jsonl", "whole.jsonl")
    )
    assert len(whole) == 1
    for key, name in (("pairs", "source_text"), ("findings", "fingerprint")):
        assert [row[name] for part in parts for row in part[key]] == [row[name] for row in whole[0][key]]


def test_known_findings_stay_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(memory(tmp_path))
    assert run(["baseline", "write", path, "--select", "numbers", "--reason", "test"]) == 0
    assert check(path, "-o", "f.tsv") == 0
    assert check(path, "-o", "f.tsv", "--no-baseline") == 1
    Path(path).write_text(Path(path).read_text("utf-8").replace("持续61周", "持续11周"), encoding="utf-8")
    capsys.readouterr()
    assert check(path, "-o", "f.tsv") == 0
    told = capsys.readouterr()
    assert "1 finding is not there any more" in told.err
    assert told.out == f"{path}: 7 pairs, no findings, 2 known\n"


def test_a_report_that_holds_all_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(str(memory(tmp_path)), "-o", "f.html", "-o", "f.tsv") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "html holds all of it in memory" in line
    assert Path("f.html").stat().st_size


def test_without_a_report_in_a_file_the_parts_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(str(memory(tmp_path)), "--format", "concise") == 1
    assert len(capsys.readouterr().out.splitlines()) == 3


@pytest.mark.parametrize("option", ["--anchors", "--reference"])
def test_what_needs_the_whole_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str) -> None:
    Path("a.txt").write_text("0\t0\n", encoding="utf-8")
    assert check(str(memory(tmp_path)), option, "a.txt") == 2
    assert "needs the whole" in capsys.readouterr().err


def test_a_file_that_breaks_off_leaves_no_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = memory(tmp_path, end="<tu>")
    Path("f.tsv").write_text("as it was", encoding="utf-8")
    assert check(str(path), "-o", "f.jsonl", "-o", "f.tsv") == 2
    assert "is not well-formed XML" in capsys.readouterr().err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["f.tsv", "memory.tmx"]
    assert Path("f.tsv").read_text("utf-8") == "as it was"


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
def test_an_interrupted_run_leaves_no_half_written_file(tmp_path: Path) -> None:
    """The second part says that it began and is never finished: the signal finds the run there on any machine.

    A shell's background job ignores the signal and hands that down, so that the program restores it first.
    """
    program = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from aligner import pipeline, readers
from aligner.readers import _bilingual
readers._LARGE, _bilingual._PART = 0, 2
check, seen = pipeline.Pipeline.check, []
def stuck(self, document):
    seen.append(document)
    while len(seen) > 1:
        open("begun", "w").close()
        time.sleep(0.05)
    return check(self, document)
pipeline.Pipeline.check = stuck
from aligner.cli import main
main(["check", "memory.tmx", "--jobs", "1", "--select", "numbers", "-o", "f.jsonl", "-o", "f.tsv"])
"""
    memory(tmp_path)
    process = subprocess.Popen(
        [sys.executable, "-c", program], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        deadline = time.monotonic() + PATIENCE
        while process.poll() is None and not (tmp_path / "begun").exists():
            assert time.monotonic() < deadline, "the run did not begin"
            time.sleep(0.05)
        assert len(list(tmp_path.glob(".aligner-*.tmp"))) == 2
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
    assert (process.returncode, told.strip()) == (130, "aligner: interrupted")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["begun", "memory.tmx"]


def test_notes_are_put_into_a_file_that_was_read_in_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    units = "".join(
        f'<trans-unit id="{n}"><source>It lasted {n} weeks.</source><target>持续{n + 50}周。</target></trans-unit>'
        for n in range(1, UNITS)
    )
    head = '<xliff version="1.2"><file source-language="en" target-language="zh"><body>'
    path = tmp_path / "draft.xlf"
    path.write_text(f"{head}{units}</body></file></xliff>", encoding="utf-8")
    assert check(str(path), "-o", "notes=noted.xlf") == 1
    assert "notes holds all of it in memory" in capsys.readouterr().err
    assert Path("noted.xlf").read_text("utf-8").count("<note ") == UNITS - 1
