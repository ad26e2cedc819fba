"""The command line as a user meets it: exit codes, one-line errors, outputs."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from aligner import examples
from aligner.cli import run
from aligner.version import __version__

EN = "The knee was swollen.\nMigratory arthralgia affected 12 patients.\n"
ZH = "膝关节肿胀。\n游走性关节痛累及12例患者。\n"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    english, chinese = tmp_path / "a.en.txt", tmp_path / "a.zh.txt"
    english.write_text(EN, encoding="utf-8")
    chinese.write_text(ZH, encoding="utf-8")
    return str(english), str(chinese)


def _json(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, dict[str, Any]]:
    code = run([*args, "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_clean_translation_exits_with_0(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    code, report = _json(capsys, "check", *pair)
    assert code == 0
    assert report["findings"] == []
    assert [(p["source"], p["target"]) for p in report["pairs"]] == [([0], [0]), ([1], [1])]


def test_a_wrong_term_exits_with_1(tmp_path: Path, pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    Path(pair[1]).write_text(ZH.replace("游走性", "迁移性"), encoding="utf-8")
    code, report = _json(capsys, "check", *pair)
    assert code == 1
    (finding,) = report["findings"]
    assert (finding["rule"], finding["severity"]) == ("terminology", "major")
    assert finding["target"]["text"] == "迁移性关节痛"
    assert finding["suggestion"] == "游走性关节痛"
    text = next(p for p in report["pairs"] if p["id"] == finding["pair"])["target_text"]
    assert text[finding["target"]["start"] : finding["target"]["end"]] == "迁移性关节痛"
    assert run(["check", *pair, "--fail-on", "critical"]) == 0
    assert run(["check", *pair, "--fail-on", "never"]) == 0


def test_either_order_and_direction(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    for args, source in ((pair, "en"), (pair[::-1], "zh"), ((*pair[::-1], "--source", "en"), "en")):
        code, report = _json(capsys, "check", *args)
        assert (code, report["source_lang"]) == (0, source)


def test_beads_name_the_first_file_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    english, chinese = tmp_path / "en.txt", tmp_path / "zh.txt"
    english.write_text("The knee was swollen. The hip was normal.\nHe recovered.\n", encoding="utf-8")
    chinese.write_text("膝关节肿胀。\n髋关节正常。\n他已康复。\n", encoding="utf-8")
    for source in ((), ("--source", "en"), ("--source", "zh")):
        assert run(["align", str(english), str(chinese), "--sentences", "--format", "beads", *source]) == 0
        assert capsys.readouterr().out == "[0]:[0, 1]\n[1]:[2]\n"
        assert run(["align", str(chinese), str(english), "--sentences", "--format", "beads", *source]) == 0
        assert capsys.readouterr().out == "[0, 1]:[0]\n[2]:[1]\n"


def test_sentences_keep_blank_lines_and_end_at_line_ends_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    english, chinese = tmp_path / "en.txt", tmp_path / "zh.txt"
    english.write_bytes("The knee\u2028was swollen.\r\n\r\nHe recovered.\rShe too.".encode())
    chinese.write_bytes("膝关节肿胀。\n\n他已康复。\n她也一样。\n".encode())
    code, report = _json(capsys, "align", str(english), str(chinese), "--sentences")
    assert code == 0
    assert sorted(n for p in report["pairs"] for n in p["source"]) == [0, 1, 2, 3]
    assert sorted(n for p in report["pairs"] for n in p["target"]) == [0, 1, 2, 3]
    assert report["pairs"][0]["source_text"] == "The knee\u2028was swollen."


def test_standard_input(
    pair: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(f"{EN}\n{ZH}".encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    code, report = _json(capsys, "check", "-")
    assert (code, len(report["pairs"])) == (0, 2)


def test_reports_go_to_files_as_well(pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = tmp_path / "out.json", tmp_path / "pairs.tsv", tmp_path / "odd.name"
    args = ["check", *pair, "-o", str(places[0]), "-o", str(places[1]), "-o", f"beads={places[2]}"]
    assert run(args) == 0
    assert json.loads(places[0].read_text(encoding="utf-8"))["schema"] == 1
    assert "膝关节肿胀。" in places[1].read_text(encoding="utf-8")
    assert places[2].read_text(encoding="utf-8").splitlines() == ["[0]:[0]", "[1]:[1]"]
    assert "膝关节肿胀。" in capsys.readouterr().out


def test_an_old_report_stays_when_the_new_one_fails(pair: tuple[str, str], tmp_path: Path) -> None:
    place = tmp_path / "out.json"
    place.write_text("old", encoding="utf-8")
    assert run(["check", str(tmp_path / "absent.txt"), pair[1], "-o", str(place)]) == 2
    assert place.read_text(encoding="utf-8") == "old"


def test_a_report_never_takes_the_place_of_its_text(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", *pair, "-o", pair[0]]) == 2
    assert Path(pair[0]).read_text(encoding="utf-8") == EN
    assert "is a text to be read" in capsys.readouterr().err


def test_a_report_to_standard_output_is_alone_there(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", *pair, "-o", "json=-"]) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == 1


def test_the_demo_shows_five_kinds_of_errors(capsys: pytest.CaptureFixture[str]) -> None:
    code, report = _json(capsys, "check", "--demo")
    assert code == 0
    expected = {"terminology", "omission", "numbers", "half-width-punctuation", "untranslated"}
    assert {f["rule"] for f in report["findings"]} == expected
    assert len(report["findings"]) == 5
    assert run(["check", *examples.paths()]) == 1


def test_a_glossary_of_the_user_comes_first(
    tmp_path: Path, pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    glossary = tmp_path / "mine.csv"
    glossary.write_text("en,zh\nmigratory arthralgia,迁移性关节痛\n", encoding="utf-8")
    code, report = _json(capsys, "check", *pair, "--glossary", str(glossary))
    assert code == 1
    assert [f["rule"] for f in report["findings"]] == ["terminology"]
    code, report = _json(capsys, "check", *pair, "--no-own-glossaries")
    assert report["matches"] == []


def test_reference_scores(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    _, report = _json(capsys, "check", *pair, "--reference", pair[1])
    scores = {score["name"]: score for score in report["scores"]}
    assert scores["bleu"]["value"] == pytest.approx(100)
    assert "tok:zh" in scores["bleu"]["signature"]
    assert len(scores["ter"]["per_segment"]) == len(report["pairs"])


def test_several_references_are_joined_by_what_they_translate(
    tmp_path: Path, pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    text = Path(pair[1]).read_text(encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text(text.replace("。", "，", 1), encoding="utf-8")  # two sentences in one
    _, report = _json(capsys, "check", *pair, "--reference", str(other), "--reference", pair[1])
    scores = {score["name"]: score for score in report["scores"]}
    assert scores["bleu"]["value"] == pytest.approx(100)
    assert scores["bleu"]["signature"].startswith("nrefs:2|")
    assert scores["bleu"]["signature"].endswith("|aligned:source")


def test_rules_are_listed_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert {"terminology", "omission", "addition", "numbers", "abbreviation", "untranslated"} <= set(listed)
    for rule in listed:
        assert run(["rules", rule]) == 0
        assert capsys.readouterr().out.startswith(f"{rule}: ")
    assert run(["rules", "omission"]) == 0
    assert "Planted errors found, sentence dropped: " in capsys.readouterr().out


_BAD_INPUT: list[tuple[list[str], str]] = [
    (["check"], "no file is named"),
    (["align", "{en}", "{zh}", "{en}"], "3 files"),
    (["check", "{en}", "{en}", "{broken}"], "en.txt: fits no pattern and holds only English; looked for {{name}}.en"),
    (["check", "{absent}", "{zh}"], "absent.txt"),
    (["align", "{folder}", "{zh}"], "is a folder"),
    (["check", "{folder}"], "holds no translation; looked for {{name}}.en"),
    (["check", "{folder}", "{absent}"], "absent.txt"),
    (["check", "{binary}", "{zh}"], "binary.txt"),
    (["check", "{empty}", "{zh}"], "empty.txt"),
    (["check", "{blank}", "{zh}"], "blank.txt"),
    (["check", "{en}"], "Chinese"),
    (["check", "{zh}"], "English"),
    (["check", "{en}", "{en}"], "English"),
    (["check", "{undecodable}", "{zh}"], "undecodable.txt"),
    (["check", "{en}", "{zh}", "--encoding", "utf-99"], "utf-99"),
    (["check", "{en}", "{zh}", "--encoding", "ascii"], "zh.txt"),
    (["check", "{en}", "{zh}", "--source", "fr"], "fr"),
    (["check", "{en}", "{zh}", "--fail-on", "often"], "often"),
    (["check", "{en}", "{zh}", "--format", "jsno"], "json"),
    (["check", "{en}", "{zh}", "--method", "lexicall"], "lexical"),
    (["check", "{en}", "{zh}", "--no-such-option"], "--no-such-option"),
    (["check", "{en}", "{zh}", "-o", "report.rtf"], ".rtf"),
    (["check", "{en}", "{zh}", "-o", "{folder}/no/such/report.json"], "folder"),
    (["check", "{en}", "{zh}", "--glossary", "{absent}"], "absent.txt"),
    (["check", "{en}", "{zh}", "--glossary", "{broken}"], "line 3, column 2 (zh)"),
    (["check", "{en}", "{zh}", "--reference", "{absent}"], "absent.txt"),
    (["check", "--demo", "{en}"], "--demo"),
    (["check", "{en}", "{zh}", "--min-confidence", "7"], "0"),
    (["align", "{en}", "{zh}", "--format", "console"], "check writes reports"),
    (["rules", "numbrs"], "numbers"),
    (["chekc"], "chekc"),
]


@pytest.mark.parametrize(("args", "told"), _BAD_INPUT, ids=[" ".join(args) for args, _ in _BAD_INPUT])
def test_bad_input_is_one_line_and_2(
    args: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contents = {
        "en": EN.encode(),
        "zh": ZH.encode(),
        "binary": bytes(range(256)) * 8,
        "empty": b"",
        "blank": b" \n\t\n",
        "undecodable": b"The knee was swollen \xff\xfe\x81 badly.\n",
        "broken": "en,zh\nknee,膝\nhip,\n".encode(),
    }
    for name, content in contents.items():
        (tmp_path / f"{name}.txt").write_bytes(content)
    (tmp_path / "folder").mkdir()
    places = {name: str(tmp_path / f"{name}.txt") for name in (*contents, "absent")}
    assert run([arg.format(**places, folder=tmp_path / "folder") for arg in args]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("aligner: ")
    assert captured.err.count("\n") == 1
    assert told.format() in captured.err


def _program(*args: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, **environment}
    return subprocess.run([sys.executable, "-m", "aligner", *args], capture_output=True, env=env, check=False)


def test_as_a_module_in_a_plain_locale() -> None:
    done = _program("check", "--demo", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="")
    assert done.returncode == 0, done.stderr
    assert "迁移性关节痛" in done.stdout.decode("utf-8")
    assert not re.search(rb"\x1b\[", done.stdout)


def test_version() -> None:
    assert _program("--version").stdout.decode().split() == ["aligner", __version__]


def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("no folder")
    done = _program("check", "--demo", ALIGNER_CACHE=str(place / "cache"))
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell closes the streams")
@pytest.mark.parametrize(("closed", "told"), [("<&-", "standard input"), (">&-", "standard output")])
def test_closed_streams_are_one_line(closed: str, told: str) -> None:
    place = "-" if closed == "<&-" else "--demo"
    command = f"{sys.executable} -m aligner check {place} {closed}"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(f"aligner: {told}: is closed")
