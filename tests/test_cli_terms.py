"""Looking after glossaries through the command line, and checking with the terms of some domains only."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from aligner import check, document
from aligner.cli import run
from aligner.errors import ConfigError
from aligner.glossary.search import search
from aligner.model import Forbidden, Forms, Term

GLOSSARY = (
    "id,en,zh,en_admitted,zh_admitted,zh_forbidden,abbreviation,domain,match,status\n"
    "oedema,marrow oedema,骨髓水肿,,骨髓浮肿,骨头水肿=minor: not a word,BMO,imaging,,\n"
    "knee,knee joint,膝关节,,,,,anatomy,,candidate\n"
    "grade,grade (?:I|II),分级,,,,,,regex,\n"
)


@pytest.fixture
def mine(tmp_path: Path) -> str:
    path = tmp_path / "mine.csv"
    path.write_text(GLOSSARY, encoding="utf-8")
    return str(path)


def _told(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str]:
    code = run(["terms", *args])
    return code, capsys.readouterr().out


def _only(path: str) -> tuple[str, ...]:
    return "--no-own-glossaries", "--glossary", path


def test_lint_names_file_line_and_column(tmp_path: Path, mine: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _told(capsys, "lint", mine) == (0, "1 file, 3 concepts: 0 problems\n")
    broken = tmp_path / "broken.csv"
    broken.write_text("en,zh\nknee,膝(关节)\nhip,\n", encoding="utf-8")
    code, out = _told(capsys, "lint", mine, str(broken))
    first, second, last = out.splitlines()
    assert code == 1
    assert first.startswith(f"{broken}:2:2 (zh): '膝(关节)'")
    assert second.startswith(f"{broken}:3:2 (zh): is empty")
    assert last == "2 files, 4 concepts: 2 problems"
    code, out = _told(capsys, "lint", str(broken), "--format", "json")
    assert code == 1
    assert [(p["line"], p["level"]) for p in json.loads(out)["problems"]] == [(2, "error"), (3, "error")]


def test_a_warning_does_not_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pd.csv"
    path.write_text("en,zh,abbreviation\nprogressive disease,疾病进展,PD\nParkinson disease,帕金森病,PD\n", "utf-8")
    code, out = _told(capsys, "lint", str(path))
    assert code == 0
    assert ":3:3 (abbreviation): warning:" in out
    assert "0 problems, 1 warning\n" in out


def test_our_own_glossaries_pass(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = _told(capsys, "lint")
    assert code == 0
    assert "0 problems" in out


def test_what_cannot_be_read_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    absent = str(tmp_path / "absent.csv")
    for args in (
        ["lint", absent],
        ["find", "x", "--glossary", absent],
        ["stats", *_only(absent)],
        ["list", *_only("")],
    ):
        assert run(["terms", *args]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith("aligner: ")
    assert run(["terms", "stats", "--no-own-glossaries"]) == 2


@pytest.mark.parametrize(
    "word", ["marrow oedema", "Marrow Edemas", "marrow-oedema", "BMO", "骨髓水肿", "骨髓水腫", "骨髓浮肿", "骨头水肿"]
)
def test_find_folds_as_the_matcher_does(word: str, mine: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = _told(capsys, "find", word, *_only(mine))
    assert code == 0
    assert out.startswith("marrow oedema  骨髓水肿\n")
    for part in ("骨髓浮肿", "骨头水肿 (minor: not a word)", "BMO", "imaging", mine):
        assert part in out


def test_find_shows_terms_that_hold_the_word(mine: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = _told(capsys, "find", "knee", *_only(mine))
    assert code == 0
    assert out.splitlines()[0] == "1 term with it as a part:"
    code, out = _told(capsys, "find", "关节", *_only(mine), "--all")
    assert out.startswith("knee joint  膝关节\n")
    code, out = _told(capsys, "find", "Grade II", *_only(mine), "--format", "json")
    assert [(entry["id"], entry["file"]) for entry in json.loads(out)["found"]] == [("grade", mine)]


def test_find_says_when_there_is_nothing(mine: str, capsys: pytest.CaptureFixture[str]) -> None:
    for word in ("zorblax", "kne", "", "、"):
        assert run(["terms", "find", word, *_only(mine)]) == 1
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.startswith("aligner: no term has")


def test_an_entry_that_does_not_count_is_marked(tmp_path: Path, mine: str, capsys: pytest.CaptureFixture[str]) -> None:
    later = tmp_path / "later.csv"
    later.write_text("en,zh\nknee joint,膝部\n", encoding="utf-8")
    _, out = _told(capsys, "find", "knee joint", *_only(mine), "--glossary", str(later))
    assert -1 < out.find(f"{later}\n") < out.find(f"{mine} (replaced by a later glossary)")


def test_list_is_aligned_by_columns_of_the_terminal(mine: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = _told(capsys, "list", *_only(mine))
    assert code == 0
    assert out.splitlines() == [
        "marrow oedema   骨髓水肿  BMO  imaging  approved   mine.csv",
        "knee joint      膝关节         anatomy  candidate  mine.csv",
        "grade (?:I|II)  分级                    approved   mine.csv",
    ]


def test_list_by_domain_and_status(mine: str, capsys: pytest.CaptureFixture[str]) -> None:
    def ids(*args: str) -> list[str]:
        code, out = _told(capsys, "list", *_only(mine), "--format", "json", *args)
        assert code == 0
        return [entry["id"] for entry in json.loads(out)]

    assert ids("--domain", "Imaging") == ["oedema"]
    assert ids("--domain", "imaging", "--domain", "anatomy") == ["oedema", "knee"]
    assert ids("--status", "candidate") == ["knee"]
    assert ids("--status", "candidate", "--domain", "imaging") == []
    assert run(["terms", "list", *_only(mine), "--domain", "imagin"]) == 2
    assert "did you mean 'imaging'?" in capsys.readouterr().err


def test_stats_count(mine: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = _told(capsys, "stats", *_only(mine), "--format", "json")
    counts: dict[str, Any] = {
        **dict.fromkeys(("candidates", "forbidden", "abbreviations"), 1),
        **dict.fromkeys(("concepts", "en"), 3),
        "zh": 4,
        "domains": ["anatomy", "imaging"],
    }
    told = json.loads(out)
    assert (code, told["total"], told["files"]) == (0, counts, [{"file": mine, **counts}])
    code, out = _told(capsys, "stats", *_only(mine))
    lines = out.splitlines()
    assert lines[1].split() == ["mine.csv", "3", "1", "3", "4", "1", "1", "2"]
    assert lines[2].split()[0] == "total"
    assert len({len(line) for line in lines[:3]}) == 1


def test_a_glossary_cannot_drive_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("en,zh\nknee\x1b[31m,膝\u202e\n", encoding="utf-8")
    for args in (["list", *_only(str(path))], ["find", "膝", "--all", *_only(str(path))], ["lint", str(path)]):
        run(["terms", *args])
        out = capsys.readouterr().out
        assert out
        assert not set(out) & {"\x1b", "\u202e"}

    _, out = _told(capsys, "list", *_only(str(path)), "--format", "json")
    assert not set(out) & {"\x1b", "\u202e"}
    assert json.loads(out)[0]["zh"]["preferred"] == "膝\u202e"


def test_words_do_not_hold_their_letters() -> None:
    terms = [Term("hra", Forms("hip"), Forms("HRA检查")), Term("pain", Forms("painter"), Forms("画家"))]
    assert search(terms, "RA") == search(terms, "pain") == ((), ())


def test_every_term_format_serves(tmp_path: Path, mine: str, capsys: pytest.CaptureFixture[str]) -> None:
    tbx = str(tmp_path / "mine.tbx")
    assert run(["terms", "export", mine, "-o", tbx]) == 0
    code, out = _told(capsys, "find", "BMO", *_only(tbx))
    assert code == 0
    assert out.startswith("marrow oedema  骨髓水肿\n")


def test_what_a_form_names_comes_before_what_forbids_it() -> None:
    bad = Term("necrosis", Forms("osteonecrosis"), Forms("骨坏死", forbidden=(Forbidden("骨质疏松"),)))
    good = Term("osteoporosis", Forms("osteoporosis"), Forms("骨质疏松症", ("骨质疏松",)))
    assert search([bad, good], "骨质疏松") == ((1, 0), ())


def test_domains_restrict_the_term_base(mine: str) -> None:
    texts = "Marrow oedema of the knee joint.", "膝部骨髓浮肿。"

    def found(*domains: str) -> list[str]:
        options: dict[str, Any] = {"glossaries": (mine,), "own_glossaries": False, "domains": domains}
        return [match.term.id for match in check(document(*texts), **options).matches]

    assert found() == ["oedema", "knee"]
    assert found("imaging") == ["oedema"]
    assert found("ANATOMY") == ["knee"]
    assert found("imaging", "anatomy") == ["oedema", "knee"]
    assert found("imaging") == ["oedema"]  # from the cache now
    with pytest.raises(ConfigError, match="no term has the domain 'anatomi'; did you mean 'anatomy'"):
        found("anatomi")


def test_terms_without_a_domain_always_stay(mine: str) -> None:
    texts = document("Grade II marrow oedema.", "二级骨髓水肿。")
    result = check(texts, glossaries=(mine,), own_glossaries=False, domains=("anatomy",))
    assert [match.term.id for match in result.matches] == ["grade"]


@pytest.mark.parametrize("command", ["check", "align"])
def test_domain_on_the_command_line(
    command: str, tmp_path: Path, mine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("en.txt", "Marrow oedema of the knee joint.\n"), ("zh.txt", "膝关节骨头水肿。\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    args = [command, str(tmp_path / "en.txt"), str(tmp_path / "zh.txt"), *_only(mine), "--format", "json"]
    assert run([*args, "--domain", "anatomy", "--domain", "imaging"]) == 0
    both = json.loads(capsys.readouterr().out)
    assert run([*args, "--domain", "anatomy"]) == 0
    one = json.loads(capsys.readouterr().out)
    if command == "check":
        assert (len(both["matches"]), len(one["matches"])) == (2, 1)
    assert run([*args, "--domain", "imag"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line == "aligner: no term has the domain 'imag'; did you mean 'imaging'?"


def test_the_commands_are_listed_and_imported_when_they_are_called() -> None:
    code = (
        "import sys; from aligner.cli import run; run(['check', '--demo']); print('aligner.cli_terms' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.split()[-1] == b"False"
    listed = subprocess.run([sys.executable, "-m", "aligner", "terms", "--help"], capture_output=True, check=True)
    assert all(
        name in listed.stdout for name in (b"lint", b"find", b"list", b"stats", b"extract", b"import", b"export")
    )
