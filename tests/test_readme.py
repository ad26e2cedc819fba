"""The README tells the truth: its commands run, its samples are what the program prints."""

import contextlib
import io
import re
import shlex
from pathlib import Path

import openpyxl
import pytest

from aligner import examples, selection, settings
from aligner.cli import run
from aligner.lexicon import learned
from aligner.settings._keys import KEYS
from tests.word_files import p, r, word_file

README = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")


_XLIFF = """<xliff version="1.2"><file source-language="en" target-language="zh"><body>
<trans-unit id="1"><source>Rest helps.</source><target>休息有益。</target></trans-unit></body></file></xliff>"""
_TMX = """<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="en"><seg>Knee pain.</seg></tuv><tuv xml:lang="zh"><seg>膝关节疼痛。</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Hip pain.</seg></tuv><tuv xml:lang="zh"><seg>髋关节疼痛。</seg></tuv></tu>
</body></tmx>"""


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)


def test_the_sample_is_what_the_demo_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    assert run(["check", "--demo"]) == 0
    printed = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    (sample,) = _blocks("text")
    shown = [line.rstrip() for line in sample.splitlines() if line.strip() not in ("", "...")]
    assert shown
    assert [line for line in shown if line not in printed] == []


@pytest.mark.parametrize("block", _blocks("python"))
def test_python_examples_run(block: str) -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(block, "README.md", "exec"), {})
    expected = re.findall(r"^print\(.*?\)\s+# (.*)$", block, flags=re.MULTILINE)
    assert expected
    assert out.getvalue().splitlines() == expected


def _commands() -> list[str]:
    lines = [line.partition("#")[0].strip() for block in _blocks("sh") for line in block.splitlines()]
    return [line for line in lines if line.startswith("aligner ")]


def _write(place: Path, text: str) -> None:
    if place.suffix == ".docx":
        place.write_bytes(word_file("".join(p(r(line)) for line in text.splitlines())))
    else:
        place.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("command", _commands())
def test_commands_run(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each command with files of the names it uses."""
    english, chinese = (Path(path).read_text(encoding="utf-8") for path in examples.paths())
    csv = next(block for block in _blocks("csv"))
    contents = {"mine.csv": csv, "page.txt": f"{english}\n{chinese}", "ref.txt": chinese, "sure.txt": "0\t0\n"}
    contents |= {"memory.tmx": _TMX, "draft.sdlxliff": _XLIFF}
    monkeypatch.chdir(tmp_path)
    if "abstracts" in command:
        for name, text in (("en", english), ("zh", chinese)):
            Path("abstracts").mkdir(exist_ok=True)
            Path(f"abstracts/a.{name}.txt").write_text(text, encoding="utf-8")
    if command.startswith("aligner baseline"):
        assert run(["baseline", "write", *examples.paths(), "--reason", "test"]) == 0
    if own := learned.own():
        Path("mine.lex").write_bytes(own.read_bytes())
    if "sheet.xlsx" in command:
        book = openpyxl.Workbook()
        book.active.append(["English", "中文"])
        book.active.append(["Rest helps.", "休息有益。"])
        book.save("sheet.xlsx")
    for name in re.findall(r"[\w./-]+\.(?:txt|csv|tmx|sdlxliff|docx)", command.partition(" -o ")[0]):
        both = f"{english}\n{chinese}" if name.startswith("draft") else ""
        text = contents.get(name) or both or (english if ".en." in name else chinese)
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        _write(Path(name), text)
    arguments = shlex.split(command.partition(">")[0])[1:]
    assert run(arguments) in (0, 1)


def test_the_configuration_is_one(tmp_path: Path) -> None:
    """Every setting is in the sample or named below it."""
    (block,) = _blocks("toml")
    (tmp_path / "aligner.toml").write_text(block, encoding="utf-8")
    found = settings.load({}, str(tmp_path / "aligner.toml"))
    assert found.config("abstracts/letters/a.en.txt").fail_on == "critical"
    assert "terminology" in [rule.id for rule in selection.chosen(selection.rules(), found.base.select, ())]
    below = README.partition("Further settings:")[2].partition("####")[0]
    named = set(found.file.table if found.file else ()) | set(re.findall(r"`([\w-]+)`", below))
    assert named == set(KEYS)


def test_the_workflows_use_what_there_is() -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML comes with pre-commit, of the extra dev")
    root = Path(__file__).resolve().parents[1]
    workflow, hooks = (yaml.safe_load(block) for block in _blocks("yaml"))
    action = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))
    (step,) = [step for step in workflow["jobs"]["aligner"]["steps"] if "aligner" in step["uses"]]
    assert set(step["with"]) <= set(action["inputs"])
    known = {hook["id"] for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert {hook["id"] for repo in hooks["repos"] for hook in repo["hooks"]} <= known


def test_both_setup_lines_are_one_line() -> None:
    blocks = [block for block in _blocks("sh") if ".venv" in block]
    assert [block.count("\n") for block in blocks] == [1, 1]
    assert all(block.startswith("python3 -m venv .venv && ") for block in blocks)


def test_links_lead_somewhere() -> None:
    root = Path(__file__).resolve().parents[1]
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (root / link).exists()] == []
