"""Where reports go: what `-o` says, files written whole or not at all, standard output."""

import io
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from aligner import registry
from aligner.errors import ConfigError, OutputError
from aligner.reports import RenderOptions, Report, for_stream, parse, to_file, to_stream


@pytest.mark.parametrize(
    ("argument", "report", "path"),
    [
        ("json=draft.out", "json", "draft.out"),
        ("tsv=a=b.txt", "tsv", "a=b.txt"),
        ("json=-", "json", "-"),
        ("report.json", "json", "report.json"),
        ("REPORT.JSON", "json", "REPORT.JSON"),
        ("pairs.tsv", "tsv", "pairs.tsv"),
        ("gold.align", "beads", "gold.align"),
        ("report.txt", "console", "report.txt"),
        ("C:\\reports\\x.json", "json", "C:\\reports\\x.json"),
        ("out/a=b.json", "json", "out/a=b.json"),
        ("./a=b.json", "json", "./a=b.json"),
    ],
)
def test_an_output_names_a_format_and_a_path(argument, report, path):
    output = parse(argument)
    assert (output.report.id, output.path) == (report, path)


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("jsn=x.out", "did you mean 'json'?"),
        ("jsn=x.json", "did you mean 'json'?"),
        ("json=", "names no file"),
        ("report", "it has no extension that says the format"),
        ("report.doc", "its extension '.doc' is that of no format; write -o FORMAT=PATH, or use one of "),
        ("report.doc", ".json (json)"),
        (".json", "it has no extension"),
        ("", "it has no extension"),
    ],
)
def test_an_output_that_says_no_format_is_an_error_naming_those_there_are(argument, said):
    with pytest.raises(ConfigError) as error:
        parse(argument)
    assert said in str(error.value) and "\n" not in str(error.value)


def test_a_file_is_utf_8_with_line_feeds(tmp_path):
    to_file(tmp_path / "report.txt", ["关节\n", "肿胀\n"])
    assert (tmp_path / "report.txt").read_bytes() == "关节\n肿胀\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def test_a_file_may_have_as_long_a_name_as_the_system_allows(tmp_path):
    path = tmp_path / ("报" * 80 + ".txt")
    to_file(path, ["text"])
    assert path.read_text("utf-8") == "text"


def test_half_a_surrogate_pair_is_written_as_its_escape(tmp_path):
    to_file(tmp_path / "report.txt", ["file\udc80\n"])
    assert (tmp_path / "report.txt").read_text("utf-8") == "file\\udc80\n"


def broken():
    yield "half\n"
    raise RuntimeError("the rendering failed")


def test_a_report_that_fails_leaves_the_old_one_and_nothing_else(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("old", "utf-8")
    with pytest.raises(RuntimeError):
        to_file(path, broken())
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_report_has_usual_permissions_and_an_old_one_keeps_its_own(tmp_path):
    usual = tmp_path / "usual"
    usual.touch()
    path = tmp_path / "report.txt"
    to_file(path, ["new"])
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)
    path.chmod(0o640)
    to_file(path, ["newer"])
    assert (stat.S_IMODE(path.stat().st_mode), path.read_text("utf-8")) == (0o640, "newer")


def test_a_link_stays_and_what_it_points_to_is_replaced(tmp_path):
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old", "utf-8")
    link.symlink_to(real)
    to_file(link, ["new"])
    assert link.is_symlink() and real.read_text("utf-8") == "new"


def test_a_device_is_written_to_as_it_is():
    to_file(os.devnull, ["gone"])
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("missing/report.txt", "make the folder first"),
        ("folder", "is a folder; name a file in it"),
        ("file/report.txt", "make the folder first"),
    ],
)
def test_a_place_that_takes_no_file_is_one_line(tmp_path, where, said):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(OutputError) as error:
        to_file(tmp_path / where, ["text"])
    assert said in str(error.value) and where in str(error.value) and "\n" not in str(error.value)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_folder_that_may_not_be_written_to_is_one_line(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="choose a folder that you may write to"):
        to_file(tmp_path / "report.txt", ["text"])


def test_standard_output_is_utf_8_whatever_the_locale():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    assert to_stream(["关节\n", "x\udc80\n"], stream)
    assert raw.getvalue() == "关节\nx\\udc80\n".encode()


def test_a_stream_without_bytes_takes_the_text():
    stream = io.StringIO()
    assert to_stream(["关节\n"], stream)
    assert stream.getvalue() == "关节\n"


SCRIPT = """
import sys
from aligner.reports import to_stream
sys.exit(0 if to_stream(("x" * 1000 + "\\n" for _ in range(10_000)), sys.stdout) else 3)
"""


@pytest.mark.skipif(os.name != "posix", reason="pipes close in another way there")
def test_a_reader_that_stops_early_is_no_error():
    with subprocess.Popen([sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 3


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environ", "width", "style"),
    [
        (io.StringIO(), {}, 100, "plain"),
        (io.StringIO(), {"COLUMNS": "70"}, 70, "plain"),
        (io.StringIO(), {"FORCE_COLOR": "1"}, 100, "color"),
        (Terminal(), {"COLUMNS": "120"}, 120, "color"),
        (Terminal(), {"COLUMNS": "120", "NO_COLOR": "1"}, 120, "mono"),
        (Terminal(), {"COLUMNS": "120", "NO_COLOR": ""}, 120, "color"),
        (Terminal(), {"COLUMNS": "wide"}, 100, "color"),
        (Terminal(), {"TERM": "dumb"}, 100, "plain"),
        (Terminal(), {"COLUMNS": "3"}, 20, "color"),
    ],
)
def test_options_fit_the_stream(stream, environ, width, style):
    options = for_stream(RenderOptions(findings_only=True), stream, environ)
    assert options == RenderOptions(findings_only=True, width=width, style=style)


def _bytes_of(results, options):
    yield b"PK\x03"
    yield b"\xff\x00"


SHEET = Report("sheet", "a sheet", (".sheet", ".json"), _bytes_of, binary=True)


@pytest.fixture
def sheet(monkeypatch):
    real_find, real_load = registry.find, registry.load
    monkeypatch.setattr(registry, "find", lambda p, a, name: SHEET if name == "sheet" else real_find(p, a, name))
    monkeypatch.setattr(registry, "load", lambda p, a: (*real_load(p, a), SHEET))


def test_bytes_are_written_as_they_are(sheet, tmp_path):
    output = parse(f"{tmp_path / 'a.sheet'}")
    to_file(output.path, output.report.render((), RenderOptions()))
    assert (tmp_path / "a.sheet").read_bytes() == b"PK\x03\xff\x00"


def test_what_is_no_text_is_not_shown(sheet):
    with pytest.raises(ConfigError, match=r"'sheet' is no text, .* write it to a file: -o sheet=PATH"):
        parse("sheet=-")


def test_an_extension_of_several_formats_needs_the_format(sheet):
    with pytest.raises(ConfigError, match=r"'\.json'; write one of -o json=PATH, -o sheet=PATH"):
        parse("pairs.json")
    assert parse("json=pairs.json").report.id == "json"
