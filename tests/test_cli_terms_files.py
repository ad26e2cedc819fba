"""Bringing term files in and out through the commands."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aligner.cli_terms_files import export, import_
from aligner.errors import ConfigError, GlossaryError, OutputError
from aligner.glossary.formats import read
from aligner.glossary.load import load
from aligner.glossary.locate import own_files

TERMS = "id,en,zh,zh_forbidden\nknee,knee,膝关节|膝,腿=minor: 是下肢\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(TERMS, encoding="utf-8")
    return path


def _run(command: object, *args: object) -> Result:
    return CliRunner().invoke(command, [str(arg) for arg in args])  # type: ignore[call-overload]


@pytest.mark.parametrize("extension", ["csv", "tsv", "xlsx", "json", "tbx"])
def test_there_and_back(mine: Path, tmp_path: Path, extension: str) -> None:
    other, back = tmp_path / f"other.{extension}", tmp_path / "back.csv"
    assert _run(export, mine, "-o", other).exit_code == 0
    assert read(other) == load(mine)
    done = _run(import_, other, "-o", back)
    assert done.exit_code == 0
    assert f"{back}: 1 concept\n" in done.output
    assert load(back) == load(mine)


def test_the_format_may_be_named(mine: Path, tmp_path: Path) -> None:
    place = tmp_path / "a=b.xml"
    assert _run(export, f"csv={mine}", "-o", f"tbx={place}").exit_code == 0
    shown = _run(import_, f"tbx={place}").stdout
    assert shown.splitlines()[1] == "knee,knee,膝关节,,膝,,腿=minor: 是下肢,,,,,,,,,,approved"


def test_the_commands_belong_to_terms(mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from aligner.cli import run

    place = tmp_path / "mine.xml"
    assert run(["terms", "export", str(mine), "-o", str(place)]) == 0
    assert run(["terms", "import", str(place)]) == 0
    assert "腿=minor: 是下肢" in capsys.readouterr().out
    assert run(["terms", "import", str(tmp_path / "absent.tbx")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_without_files_our_own_are_written(tmp_path: Path) -> None:
    place = tmp_path / "own.json"
    assert _run(export, "-o", place).exit_code == 0
    assert read(place) == tuple(term for path in own_files() for term in load(path))


def test_what_was_left_out_is_said(tmp_path: Path) -> None:
    sections = [
        f"<langSec xml:lang='{code}'><termSec><term>{term}</term></termSec></langSec>"
        for code, term in (("en", "knee"), ("zh", "膝"))
    ]
    concepts = "".join(f"<conceptEntry>{section}</conceptEntry>" for section in ("".join(sections), *sections))
    place = tmp_path / "theirs.tbx"
    place.write_text(f"<tbx><text><body>{concepts}</body></text></tbx>", encoding="utf-8")
    for command, args in ((import_, [place]), (export, [place, "-o", "-"])):
        done = _run(command, *args)
        assert done.exit_code == 0
        assert "warning: " in done.stderr
        assert "2 concepts left out" in done.stderr
        assert done.stdout.count("\n") == 2


def test_a_glossary_of_any_format_serves_a_check(mine: Path, tmp_path: Path) -> None:
    from aligner.cli import run

    (tmp_path / "a.txt").write_text("The knee hurt.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("患者腿痛。\n", encoding="utf-8")
    reports = []
    for extension in ("csv", "tbx", "json", "xlsx"):
        glossary, report = tmp_path / f"terms.{extension}", tmp_path / f"{extension}.report"
        assert _run(export, mine, "-o", glossary).exit_code == 0
        texts = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
        args = ["check", *texts, "--no-own-glossaries", "--glossary", str(glossary), "-o", f"tsv={report}"]
        assert run([*args, "--fail-on", "minor", "--format", "json"]) == 1
        reports.append(report.read_text(encoding="utf-8"))
    assert len(set(reports)) == 1


@pytest.mark.parametrize(
    ("args", "error", "what"),
    [
        (["-o", "terms"], ConfigError, "-o terms: its extension says no format"),
        (["-o", "xml=terms"], ConfigError, "there is no format 'xml'"),
        (["-o", "csv="], ConfigError, "names no file"),
        (["-o", "xlsx=-"], ConfigError, "on the screen"),
        (["-o", "absent/terms.csv"], OutputError, "make the folder first"),
        (["-o", "csv=."], OutputError, "is a folder"),
        (["mine.csv", "mine.csv", "-o", "terms.csv"], GlossaryError, "the id 'knee' stands in 2"),
        (["mine.csv", "-o", "mine.csv"], ConfigError, "-o mine.csv: is a glossary to be read"),
        (["absent.tbx", "-o", "terms.csv"], GlossaryError, "absent.tbx: there is no such glossary"),
    ],
)
def test_errors_are_one_line(
    mine: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], error: type[Exception], what: str
) -> None:
    monkeypatch.chdir(mine.parent)
    done = _run(export, *args)
    assert isinstance(done.exception, error)
    assert what in str(done.exception)
    assert "\n" not in str(done.exception)
    assert [path.name for path in mine.parent.iterdir()] == ["mine.csv"]


def test_a_file_that_cannot_be_written_in_full_stays_as_it_was(tmp_path: Path) -> None:
    terms, place = tmp_path / "terms.json", tmp_path / "out.csv"
    terms.write_text('[{"en": "knee", "zh": "膝"}, {"en": "a|b", "zh": "髋"}]', encoding="utf-8")
    place.write_text("as it was", encoding="utf-8")
    done = _run(import_, terms, "-o", place)
    assert isinstance(done.exception, GlossaryError)
    assert place.read_text(encoding="utf-8") == "as it was"


def test_a_glossary_is_not_written_over_itself(mine: Path) -> None:
    before = mine.read_bytes()
    assert isinstance(_run(import_, mine, "-o", f"json={mine}").exception, ConfigError)
    assert mine.read_bytes() == before


def test_a_link_and_the_permissions_stay(mine: Path, tmp_path: Path) -> None:
    place, link = tmp_path / "real.json", tmp_path / "link.json"
    place.write_text("", encoding="utf-8")
    place.chmod(0o640)
    link.symlink_to(place)
    assert _run(export, mine, "-o", link).exit_code == 0
    assert link.is_symlink()
    assert place.stat().st_mode & 0o777 == 0o640
    assert read(place) == load(mine)


def test_what_was_read_under_one_name_is_read_anew_under_another(mine: Path) -> None:
    from aligner.cli import run

    text = str(mine.parent / "a.txt")
    Path(text).write_text("The knee hurt.\n患者膝关节痛。\n", encoding="utf-8")
    assert run(["check", text, "--no-own-glossaries", "--glossary", str(mine)]) == 0
    other = mine.rename(mine.with_suffix(".json"))
    assert run(["check", text, "--no-own-glossaries", "--glossary", str(other)]) == 2


def test_an_entry_without_a_status_is_approved_on_every_way(tmp_path: Path) -> None:
    own = tmp_path / "x.csv"
    own.write_text("en,zh,status\nknee pain,膝痛,\nhip pain,髋痛,candidate\n", encoding="utf-8")
    assert _run(export, own, "-o", tmp_path / "x.tbx").exit_code == 0
    assert _run(import_, tmp_path / "x.tbx", "-o", tmp_path / "y.csv").exit_code == 0
    statuses = [[term.status for term in read(tmp_path / name)] for name in ("x.csv", "y.csv")]
    assert statuses == [["approved", "candidate"]] * 2
