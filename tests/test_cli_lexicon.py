"""Training a lexicon, looking at one, and using it, through the command line."""

import subprocess
import sys
from pathlib import Path

import pytest

from aligner.cli import run
from aligner.lexicon import load

NOUNS = {"zorblax": "佐布乐", "quimble": "宽布灵", "fernip": "弗尼普", "drallow": "德洛丸"}


@pytest.fixture
def trained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    rows = [f"{a} is given before {b}\t{NOUNS[a]}先于{NOUNS[b]}给予" for a in NOUNS for b in NOUNS if a != b]
    (tmp_path / "memory.tsv").write_text("\n".join(rows), encoding="utf-8")
    (tmp_path / "about.txt").write_text("Made up for a test.\n\nOurs.\n", encoding="utf-8")
    place = str(tmp_path / "mine.lex")
    args = ["lexicon", "train", str(tmp_path / "memory.tsv"), "-o", place, "--about", str(tmp_path / "about.txt")]
    assert run(args) == 0
    assert "12 sentence pairs" in capsys.readouterr().out
    return place


def test_info_says_where_it_comes_from(trained: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lexicon", "info", trained]) == 0
    shown = capsys.readouterr().out
    for part in ("Made up for a test.", "Ours.", "memory.tsv (12)", trained):
        assert part in shown
    assert run(["lexicon", "info"]) == 0
    assert "CC-CEDICT" in capsys.readouterr().out


def test_a_lexicon_of_the_user_is_believed(trained: str) -> None:
    with_it = load(tables=[trained], cache=False)
    assert with_it.translates("zorblax", "佐布乐") > 0.5 > load().translates("zorblax", "佐布乐")
    assert with_it.translates("knee", "膝") == pytest.approx(load().translates("knee", "膝"), abs=0.05)


def test_it_changes_an_alignment(trained: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = "Zorblax was not given.\nDrallow was given.\nIt worked.\n", "给予德洛丸。\n有效。\n"
    places = [str(tmp_path / "en.txt"), str(tmp_path / "zh.txt")]
    for place, text in zip(places, texts, strict=True):
        Path(place).write_text(text, encoding="utf-8")
    args = ["align", *places, "--sentences", "--format", "beads"]
    assert run([*args, "--lexicon", trained]) == 0
    assert capsys.readouterr().out == "[0]:[]\n[1]:[0]\n[2]:[1]\n"
    assert run(args) == 0
    assert capsys.readouterr().out != "[0]:[]\n[1]:[0]\n[2]:[1]\n"


@pytest.mark.parametrize("command", [["check"], ["align"]])
@pytest.mark.parametrize("content", [None, b"en\tzh\n", b"# a header\n\n"])
def test_a_foreign_file_is_named(
    command: list[str], content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("en.txt", "Knee pain."), ("zh.txt", "膝关节疼痛。")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    place = tmp_path / "foreign.lex"
    if content is not None:
        place.write_bytes(content)
    assert run([*command, str(tmp_path / "en.txt"), str(tmp_path / "zh.txt"), "--lexicon", str(place)]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert str(place) in told


def test_at_most_so_many_pairs_of_a_file(trained: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    args = ["lexicon", "train", str(tmp_path / "memory.tsv"), "-o", trained, "--most", "5"]
    assert run(args) == 0
    assert "from 4 sentence pairs" in capsys.readouterr().out
    assert run([*args[:-1], "0"]) == 2


def test_faults_are_one_line(tmp_path: Path, trained: str, capsys: pytest.CaptureFixture[str]) -> None:
    memory = str(tmp_path / "memory.tsv")
    capsys.readouterr()
    for args, told in (
        (["train", str(tmp_path / "absent.tmx"), "-o", trained], "no such file"),
        (["train", memory, "-o", str(tmp_path / "no" / "folder.lex")], "cannot be written"),
        (["train", memory, "-o", trained, "--about", str(tmp_path)], "cannot be read"),
        (["train", memory], "-o"),
        (["info", memory], "not a lexicon"),
    ):
        assert run(["lexicon", *args]) == 2
        lines = capsys.readouterr().err.splitlines()
        assert told in lines[-1]
        assert all(line.startswith("aligner: ") for line in lines)


def test_checking_does_not_import_it() -> None:
    code = "import sys; from aligner.cli import run; run(['rules']); print('aligner.cli_lexicon' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.split()[-1] == b"False"
    listed = subprocess.run([sys.executable, "-m", "aligner", "--help"], capture_output=True, check=True)
    assert b"lexicon" in listed.stdout
