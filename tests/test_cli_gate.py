"""The gate as a user of CI meets it: folders, formats, exit codes, the baseline, what breaks."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from aligner import batch, readers, registry, selection
from aligner.cli import run
from aligner.model import Rule

EN, ZH = "The hip was normal. We saw 12 patients.\n", "髋关节正常。我们观察了12例患者。\n"
WRONG = ZH.replace("12", "21")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with one good and one bad translation below `texts`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    for name, chinese in (("bad", WRONG), ("good", ZH)):
        write(f"texts/{name}.en.txt", EN)
        write(f"texts/{name}.zh.txt", chinese)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def report(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, list[dict[str, Any]]]:
    code = run(["check", *args, "--format", "jsonl"])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_folder_is_checked_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    code, documents = report(capsys, "texts")
    assert code == 1
    assert [document["target_path"] for document in documents] == ["texts/bad.zh.txt", "texts/good.zh.txt"]
    (finding,) = documents[0]["findings"]
    assert finding["location"] == {
        "path": "texts/bad.zh.txt", "line": 1, "column": 12, "end_line": 1, "end_column": 14
    }  # fmt: skip
    assert run(["check", "texts", "--fail-on", "critical"]) == 0


@pytest.mark.parametrize(
    ("extension", "english", "chinese"),
    [
        ("txt", "# {}\r\n\r\n{}\r\n", "# {}\r\n\r\n{}\r\n"),
        ("md", "# *{}*\r\n\r\n> - {}\r\n", "# **{}**\r\n\r\n\r\n> - 我们&lt;\r\n>   {}\r\n"),
        ("html", "<h1>{}</h1>\n<p>{}</p>", "<h1>{}</h1>\n\n<p\n class='a'>&nbsp;<b>{}</b></p>"),
    ],
)
def test_places_are_those_of_the_file(
    extension: str, english: str, chinese: str, capsys: pytest.CaptureFixture[str]
) -> None:
    chinese = chinese.format("膝关节疼痛", "我们观察了21例患者。他有迁移性关节痛。")
    write(f"marked/a.en.{extension}", "")
    Path(f"marked/a.en.{extension}").write_bytes(
        english.format("Knee pain", "We saw 12 patients. He had migratory arthralgia.").encode()
    )
    Path(f"marked/a.zh.{extension}").write_bytes(chinese.encode())
    code, (document,) = report(capsys, "marked")
    assert code == 1
    found = {finding["target"]["text"]: finding["location"] for finding in document["findings"] if finding["target"]}
    assert {"21", "迁移性关节痛"} <= set(found)
    lines = chinese.replace("\r\n", "\n").split("\n")
    for text in ("21", "迁移性关节痛"):
        at = found[text]
        assert at["line"] == at["end_line"]
        assert lines[at["line"] - 1][at["column"] - 1 : at["end_column"] - 1] == text


def test_processes_change_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(6):
        write(f"texts/more/{number}.en.txt", EN.replace("12", str(number + 20)))
        write(f"texts/more/{number}.zh.txt", ZH)
    assert report(capsys, "texts", "--jobs", "1") == report(capsys, "texts", "--jobs", "3")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_in_a_folder_may_hold_several_documents(capsys: pytest.CaptureFixture[str], jobs: str) -> None:
    write("aligner.toml", '[[files]]\npage = "tables/*.csv"\n')
    for number in range(2):
        write(
            f"tables/{number}.csv", f"doc,en,zh\na,The dose was 12 mg.,剂量为{number}2 mg。\nb,Rest helps.,休息有益。\n"
        )
    code, documents = report(capsys, "tables", "--jobs", jobs)
    assert code == 1
    assert [(document["path"], document["id"], len(document["findings"])) for document in documents] == [
        ("tables/0.csv", "a", 1), ("tables/0.csv", "b", 0), ("tables/1.csv", "a", 0), ("tables/1.csv", "b", 0)
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="the process is told to die by a signal")
def test_a_process_that_dies_takes_its_document_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import multiprocessing

    if multiprocessing.get_start_method() != "fork":
        pytest.skip("other processes do not see what this test puts in")
    original = readers.read

    def deadly(path: Any, *more: Any) -> Any:
        if "good" in path:
            os._exit(9)
        return original(path, *more)

    monkeypatch.setattr(readers, "read", deadly)
    code, documents = report(capsys, "texts", "--jobs", "2")
    assert code == 2
    assert [len(document["findings"]) for document in documents] == [1, 0]
    assert documents[1]["skipped"][0]["why"] == "its process ended before it was checked"


def test_what_has_no_partner_is_told_and_does_not_fail(capsys: pytest.CaptureFixture[str]) -> None:
    write("texts/a.en.txt", EN)
    assert run(["check", "texts", "--fail-on", "critical"]) == 0
    captured = capsys.readouterr()
    told = "texts/a.en.txt: not checked: has no partner texts/a.zh.txt"
    assert told in captured.out and told not in captured.err


def test_a_folder_that_holds_nothing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("none").mkdir()
    assert run(["check", "none", "texts/good.en.txt", "--format", "concise"]) == 0
    assert capsys.readouterr().out == "none: not checked: holds no translation\n"


PAGE = f"{EN}\n{ZH}"
MEMORY = """<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>The dose is 4 mg.</seg></tuv>
<tuv xml:lang="zh"><seg>剂量为40 mg。</seg></tuv></tu></body></tmx>"""


def test_a_file_with_both_languages_is_checked_in_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    write("own/memory.tmx", MEMORY)
    write("own/page.md", PAGE.replace("21", "12"))
    write("own/rows.csv", "en,zh\nThe hip was normal in all of them.,所有患者髋关节均正常。\n")
    write("own/terms.csv", "en,zh\nknee,膝关节\nhip,髋关节\n")
    write("own/readme.md", "Each file here holds one page.\n")
    code, documents = report(capsys, "own")
    assert code == 1
    assert [document["path"] for document in documents] == ["own/memory.tmx", "own/page.md", "own/rows.csv", "own"]
    assert [finding["rule"] for finding in documents[0]["findings"]] == ["numbers"]
    (left,) = documents[-1]["skipped"]
    assert left["why"] == (
        "without a translation: readme.md (holds only English), terms.csv (holds terms, and no text)"
    )
    assert run(["check", "own/page.md", "own/rows.csv", "--format", "concise"]) == 0


def test_a_report_is_not_checked_as_a_translation(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert run(["check", "texts", "-o", "texts/out.tsv", "-o", "texts/out.html", "--fail-on", "never"]) == 0
    assert "4 documents" not in capsys.readouterr().out


def test_files_that_the_configuration_names_are_all_that_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    write("texts/page.md", PAGE)
    write("aligner.toml", '[[files]]\nen = "{name}.en.{ext}"\nzh = "{name}.zh.{ext}"\n')
    code, documents = report(capsys, "texts")
    assert code == 1 and len(documents) == 2


def test_an_unreadable_file_hides_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    write("texts/noise.en.txt", EN)
    Path("texts/noise.zh.txt").write_bytes(bytes(range(256)) * 8)
    Path("texts/folder.en.txt").mkdir()
    write("texts/folder.zh.txt", ZH)
    code, documents = report(capsys, "texts")
    assert code == 2
    by_path = {document["target_path"]: document for document in documents}
    assert len(by_path["texts/bad.zh.txt"]["findings"]) == 1
    assert by_path["texts/noise.zh.txt"]["skipped"][0]["failed"] is True
    assert "is a folder" in by_path["texts/folder.zh.txt"]["skipped"][0]["why"]
    assert run(["check", "texts", "--format", "concise"]) == 2
    captured = capsys.readouterr()
    assert "texts/noise.zh.txt: not checked: is a binary file" in captured.out
    assert captured.err == ""
    run(["check", "texts", "--format", "jsonl"])
    assert "texts/noise.zh.txt: not checked: is a binary file" in capsys.readouterr().err


@pytest.mark.parametrize("paths", [["texts"], ["texts/bad.en.txt", "texts/bad.zh.txt"]])
def test_a_rule_that_breaks_is_told_and_hides_nothing(
    paths: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> Any:
        raise KeyError("no\nsuch word")

    numbers: Rule = registry.find("aligner.checks", "RULE", "numbers")
    rules = (numbers, replace(numbers, id="broken", check=broken))
    monkeypatch.setattr(selection, "rules", lambda: rules)
    monkeypatch.setattr(batch, "_PIPELINES", {})
    assert run(["check", *paths, "--format", "concise", "--jobs", "1"]) == 2
    captured = capsys.readouterr()
    assert "texts/bad.zh.txt:1:12: numbers" in captured.out
    assert "not checked: rule broken in pairs 1, 2: it failed: KeyError" in captured.out
    assert captured.err == ""


def test_a_fault_of_our_own_in_one_file_hides_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from aligner.pipeline import Pipeline

    original = Pipeline.check

    def check(self: Pipeline, document: Any) -> Any:
        if "good" in document.path:
            raise ZeroDivisionError("oh")
        return original(self, document)

    monkeypatch.setattr(Pipeline, "check", check)
    code, documents = report(capsys, "texts", "--jobs", "1")
    assert code == 2
    assert len(documents[0]["findings"]) == 1
    assert "ZeroDivisionError: oh" in documents[1]["skipped"][0]["why"]


def test_several_files_and_one_by_pattern(capsys: pytest.CaptureFixture[str]) -> None:
    names = ["texts/bad.zh.txt", "texts/good.zh.txt", "texts/good.en.txt"]
    code, documents = report(capsys, *names)
    assert (code, len(documents)) == (1, 2)
    code, documents = report(capsys, "--by-pattern", "texts/bad.zh.txt", "texts/good.zh.txt")
    assert (code, len(documents)) == (1, 2)
    code, documents = report(capsys, "--by-pattern", "texts/good.en.txt")
    assert (code, documents[0]["target_path"]) == (0, "texts/good.zh.txt")


def test_the_configuration_says_what_to_check(capsys: pytest.CaptureFixture[str]) -> None:
    write("aligner.toml", 'paths = ["texts"]\nsource = "zh"\n[[overrides]]\npaths = ["bad.*"]\nfail-on = "never"\n')
    code, documents = report(capsys)
    assert (code, len(documents)) == (0, 2)
    assert documents[0]["target_path"] == "texts/bad.en.txt"
    assert run(["check", "--fail-on", "major"]) == 1
    assert run(["check", "--no-config"]) == 2


def test_rules_that_are_off_or_weigh_less(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(capsys, "texts", "--ignore", "num")[0] == 0
    write("aligner.toml", '[severity]\nnumbers = "minor"\n')
    code, documents = report(capsys, "texts", "--select", "numbers,omission")
    assert (code, documents[0]["rules"]) == (0, ["numbers", "omission"])
    assert documents[0]["findings"][0]["severity"] == "minor"


def test_thresholds_fail_and_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    write("aligner.toml", 'fail-on = "critical"\n[max-count]\nnumbers = 0\n[min-score]\nnumber_accuracy = 0.9\n')
    code, documents = report(capsys, "texts")
    assert code == 1
    assert documents[0]["breaches"] == ["number_accuracy is 0.00, the least is 0.9", "1 numbers finding, the most is 0"]
    assert documents[1]["breaches"] == []
    assert run(["check", "texts", "--format", "concise"]) == 1
    assert "texts/bad.zh.txt: threshold: number_accuracy is 0.00" in capsys.readouterr().out


def test_known_findings_do_not_fail_until_something_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", "write", "texts", "--reason", "as printed", "--author", "Li"]) == 0
    assert "1 finding added, 0 were there" in capsys.readouterr().err
    code, documents = report(capsys, "texts")
    assert code == 0
    assert documents[0]["findings"][0]["known"]["reason"] == "as printed"
    assert run(["check", "texts", "--no-baseline"]) == 1
    capsys.readouterr()

    write("texts/bad.en.txt", "A new title\n\n" + EN)
    write("texts/bad.zh.txt", "新标题\n\n" + WRONG)
    assert report(capsys, "texts")[0] == 0
    write("texts/good.zh.txt", WRONG)
    code, documents = report(capsys, "texts")
    assert code == 1
    assert [bool(f["known"]) for document in documents for f in document["findings"]] == [True, False]

    assert run(["baseline", "write", "texts", "--reason", "later", "--author", "Wu"]) == 0
    assert run(["baseline", "show"]) == 0
    shown = capsys.readouterr().out
    assert "as printed (Li, " in shown and "later (Wu, " in shown and "2 findings" in shown


def test_entries_that_are_gone_are_told_and_pruned(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", "write", "texts", "--reason", "x"]) == 0
    write("texts/bad.zh.txt", ZH)
    capsys.readouterr()
    assert run(["check", "texts"]) == 0
    assert "aligner-baseline.json: 1 finding is not there any more" in capsys.readouterr().err
    assert run(["check", "texts/good.en.txt", "texts/good.zh.txt"]) == 0
    assert "any more" not in capsys.readouterr().err
    assert run(["baseline", "prune", "texts"]) == 0
    assert run(["baseline", "show", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["known"] == []


def known() -> list[tuple[str, str, str]]:
    entries = json.loads(Path("aligner-baseline.json").read_text(encoding="utf-8"))["known"]
    return [(entry["path"], entry["reason"], entry["author"]) for entry in entries]


def test_what_was_not_checked_is_kept_until_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", "write", "texts", "--reason", "x", "--author", "Li"]) == 0
    Path("texts/bad.zh.txt").rename("away")
    capsys.readouterr()
    assert run(["check", "texts"]) == 0
    assert "has findings of files that are not there: texts/bad.zh.txt" in capsys.readouterr().err
    assert run(["baseline", "prune", "texts"]) == 0
    assert "1 finding kept, not checked: texts/bad.zh.txt" in capsys.readouterr().err
    for name in ("good.en", "good.zh", "bad.en"):
        Path(f"texts/{name}.txt").unlink()
    assert run(["baseline", "prune", "texts"]) == 0
    assert "1 finding kept, not checked: texts/bad.zh.txt" in capsys.readouterr().err
    assert known() == [("texts/bad.zh.txt", "x", "Li")]
    assert run(["baseline", "prune", "texts", "--gone"]) == 0
    assert "1 finding removed, 0 are left" in capsys.readouterr().err
    assert known() == []


@pytest.mark.parametrize("command", [["prune", "."], ["write", ".", "--reason", "new", "--author", "Wu"]])
def test_findings_of_a_pair_that_moved_stay_known(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", "write", "texts", "--reason", "as printed", "--author", "Li"]) == 0
    Path("moved").mkdir()
    for lang in ("en", "zh"):
        Path(f"texts/bad.{lang}.txt").rename(f"moved/other.{lang}.txt")
    capsys.readouterr()
    assert run(["check", "."]) == 0
    errors = capsys.readouterr().err
    assert "moved/other.zh.txt: moved from texts/bad.zh.txt" in errors and "not there" not in errors
    assert run(["baseline", *command]) == 0
    assert known() == [("moved/other.zh.txt", "as printed", "Li")]
    capsys.readouterr()
    assert run(["check", "."]) == 0
    assert "moved" not in capsys.readouterr().err


def test_entries_of_the_configuration_need_a_reason_and_a_use(capsys: pytest.CaptureFixture[str]) -> None:
    write("aligner.toml", '[[ignore]]\nrule = "numbers"\npaths = "bad.*"\nreason = "agreed"\n')
    assert report(capsys, "texts")[0] == 0
    write("texts/bad.zh.txt", ZH)
    assert run(["check", "texts"]) == 0
    assert "aligner.toml, line 1: nothing is left to ignore: rule numbers, paths bad.*" in capsys.readouterr().err


def test_reports_of_several_formats_at_once() -> None:
    names = ["a.sarif", "b.xml", "c.json", "d.jsonl", "gitlab=e.json", "github=f.log", "concise=g.log"]
    assert run(["check", "texts", *(part for name in names for part in ("-o", name))]) == 1
    assert json.loads(Path("a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert len(json.loads(Path("c.json").read_text(encoding="utf-8"))["documents"]) == 2
    assert json.loads(Path("e.json").read_text(encoding="utf-8"))[0]["check_name"] == "numbers"
    assert Path("g.log").read_text(encoding="utf-8").startswith("texts/bad.zh.txt:1:12: numbers ")


BAD = [
    (["check", "texts", "-o", "a.json", "-o", "./a.json"], "is named twice"),
    (["check", "texts", "-o", "no/a.json"], "no/a.json: there is no such folder"),
    (["check", "texts", "-o", "json=texts/bad.zh.txt"], "is a text to be read"),
    (["check", "nowhere", "texts"], "nowhere: there is no such file"),
    (["check", "empty"], "empty: holds no translation"),
    (["check", "--by-pattern", "lone.zh.txt"], "lone.zh.txt: nothing was checked: it has no partner lone.en.txt"),
    (["check", "lonely"], "nothing was checked: it has no partner lonely/a.en.txt, and 1 more without one"),
    (["check", "--by-pattern", "aligner.txt"], "aligner.txt: fits no pattern"),
    (["check", "texts", "--config", "none.toml"], "none.toml: cannot be read"),
    (["chekc", "texts"], "there is no command 'chekc'; did you mean 'check'"),
    (["baseline", "prun"], "there is no command 'prun'; did you mean 'prune'"),
    (["terms", "exprot"], "there is no command 'exprot'; did you mean 'export'"),
    (["check", "texts", "--encoding", "utf9"], "unknown encoding 'utf9'; known are utf-8"),
    (["check", "texts", "--config", "named.toml"], "named.toml, line 1: glossaries: no.csv: there is no such file"),
    (["align", "aligner.txt", "--config", "named.toml"], "named.toml, line 1: glossaries: no.csv: there is no such"),
    (["baseline", "write", "texts", "--reason", "x", "--fail-on", "minor"], "--fail-on"),
    (["check", "texts", "--select", "numbrs"], "did you mean 'numbers'"),
    (["check", "texts", "--baseline", "none.json"], "none.json: cannot be read"),
    (["check", "texts", "--glossary", "none.csv"], "none.csv"),
    (["check", "texts", "--jobs", "0"], "--jobs"),
    (["check", "texts", "--reference", "aligner.txt"], "--reference belongs to one document"),
    (["baseline", "write", "texts", "--reason", "x", "--anchors", "aligner.txt"], "--anchors belongs to one document"),
    (["baseline", "write", "texts"], "--reason"),
    (["baseline", "write", "texts", "--reason", " "], "--reason is empty"),
    (["baseline", "show"], "aligner-baseline.json: cannot be read"),
    (["config", "--fail-on", "often"], "often"),
]


@pytest.mark.parametrize(("args", "told"), BAD, ids=[" ".join(args) for args, _ in BAD])
def test_bad_input_is_one_line_and_2(args: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty").mkdir()
    write("aligner.txt", EN)
    write("named.toml", 'glossaries = ["no.csv"]')
    for name in ("lone", "lonely/a", "lonely/b"):
        write(f"{name}.zh.txt", ZH)
    assert run(args) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert captured.err.startswith("aligner: ")
    assert told in captured.err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_folder_that_may_not_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "locked").mkdir(mode=0o500)
    assert run(["check", "texts", "-o", "locked/a.json"]) == 2
    assert "locked/a.json: cannot be written" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_bar_is_shown_on_a_terminal_only() -> None:
    import pty

    command = [sys.executable, "-m", "aligner", "check", "texts", "--format", "concise"]
    main, terminal = pty.openpty()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=terminal, check=False)
    assert done.returncode == 1
    assert b"checking" in os.read(main, 4096)
    os.close(terminal)
    os.close(main)
    assert b"bad.zh.txt:1:12" in done.stdout and b"\x1b" not in done.stdout
    assert subprocess.run(command, capture_output=True, check=False).stderr == b""


def test_config_shows_values_and_origins(capsys: pytest.CaptureFixture[str]) -> None:
    write("aligner.toml", 'fail-on = "minor"\n[[overrides]]\npaths = ["bad.*"]\nselect = ["numbers"]\n')
    assert run(["config", "texts/bad.zh.txt", "--source", "zh"]) == 0
    shown = capsys.readouterr().out
    assert "rules: numbers\n" in shown
    lines = {line.split()[0]: line for line in shown.splitlines()}
    assert lines["source"].split()[1:] == ["zh", "command", "line"]
    assert lines["fail-on"].endswith("aligner.toml, line 1")
    assert lines["select"].endswith("aligner.toml, line 4 (overrides)")
    assert run(["config", "--json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert values["fail-on"] == {"value": "minor", "from": "aligner.toml, line 1"}
    assert values["format"] == {"value": "console", "from": "default"}


def test_the_language_of_the_page_can_be_a_setting() -> None:
    write("aligner.toml", 'lang = "zh"\n')
    run(["check", "texts", "-o", "a.html"])
    assert '<html lang="zh-Hans">' in Path("a.html").read_text(encoding="utf-8")
    run(["check", "texts", "-o", "a.html", "--lang", "en"])
    assert '<html lang="en">' in Path("a.html").read_text(encoding="utf-8")


def test_rules_that_are_off_by_default_are_marked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers: Rule = registry.find("aligner.checks", "RULE", "numbers")
    monkeypatch.setattr(selection, "rules", lambda: (numbers, replace(numbers, id="opinion", on_by_default=False)))
    assert run(["rules"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert "off by default" in second and "off by default" not in first


def test_a_lone_file_of_a_pair_that_holds_both_languages_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.en.txt").write_text("We saw 12 patients.", encoding="utf-8")
    (tmp_path / "a.zh.txt").write_text("我们观察了12例患者。\nFour of them were not treated.", encoding="utf-8")
    run(["check", str(tmp_path / "a.zh.txt"), "--fail-on", "never"])
    assert "a.en.txt; name both to check the two" in capsys.readouterr().err
    (tmp_path / "a.en.txt").unlink()
    run(["check", str(tmp_path / "a.zh.txt"), "--fail-on", "never"])
    assert "name both" not in capsys.readouterr().err
