"""What a repository takes over: the hook, run by pre-commit, and the action's steps, as its shell runs them."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from aligner import readers

yaml = pytest.importorskip("yaml", reason="PyYAML comes with pre-commit, of the extra dev")
ROOT = Path(__file__).resolve().parents[1]
EN, ZH = "The hip was normal. We saw 12 patients.\n", "髋关节正常。我们观察了12例患者。\n"
# The dependencies come from this environment and nothing from a network; the package is built and installed.
OFFLINE = {
    "PYTHONPATH": sysconfig.get_path("purelib"),
    "PIP_NO_DEPS": "1",
    "PIP_NO_BUILD_ISOLATION": "0",
    "PIP_NO_INDEX": "1",
}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the steps are for a POSIX shell")


def run(*command: str, cwd: Path, code: int = 0, **environment: str) -> str:
    env = {**os.environ, **environment}
    env.pop("GIT_DIR", None)
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def git(*command: str, cwd: Path) -> str:
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    return run("git", *name, *command, cwd=cwd).strip()


def repository(folder: Path) -> Path:
    folder.mkdir(parents=True)
    git("init", "--quiet", cwd=folder)
    return folder


def commit(folder: Path) -> str:
    git("add", "--all", cwd=folder)
    git("commit", "--quiet", "--message", "x", cwd=folder)
    return git("rev-parse", "HEAD", cwd=folder)


def write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def hook() -> dict[str, Any]:
    (found,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_the_hook_fits_what_the_patterns_fit() -> None:
    pattern = re.compile(hook()["files"])
    for extension in readers.extensions():
        for name in (f"a.en{extension}", f"x/a.zh{extension}", f"en/a{extension}", f"x/zh/y/a{extension}"):
            assert pattern.search(name), name
    for name in ("a.txt", "token/a.txt", "a.en.png", "seen/b.py"):
        assert not pattern.search(name), name


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_hook_stops_a_commit_with_a_wrong_number(tmp_path: Path) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit is of the extra dev")
    source = repository(tmp_path / "source")
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, source)
    for name in ("aligner", "glossaries"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    revision = commit(source)

    user = repository(tmp_path / "user")
    write(user / ".pre-commit-config.yaml", f"repos:\n- repo: {source}\n  rev: {revision}\n  hooks:\n  - id: aligner\n")
    for name in ("a", "b"):
        write(user / f"abstracts/{name}.en.txt", EN)
        write(user / f"abstracts/{name}.zh.txt", ZH)
    write(user / "notes.txt", "Not a translation.\n")
    git("add", "--all", cwd=user)
    check = [sys.executable, "-m", "pre_commit", "run"]
    environment = {**OFFLINE, "PRE_COMMIT_HOME": str(tmp_path / "home")}
    assert "Passed" in run(*check, cwd=user, **environment)
    commit(user)

    write(user / "abstracts/a.zh.txt", ZH.replace("12", "21"))
    git("add", "--all", cwd=user)
    told = run(*check, cwd=user, code=1, **environment)
    assert "abstracts/a.zh.txt:1:12: numbers the source has 12, the translation has 21. Write: 12 [major]" in told
    assert "b.zh.txt" not in told


def steps() -> dict[str, dict[str, Any]]:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert action["runs"]["using"] == "composite"
    return {step["name"]: step for step in action["runs"]["steps"]}


def step(name: str, folder: Path, code: int = 0, inputs: dict[str, str] | None = None, **environment: str) -> str:
    """Run a step as GitHub's runner runs one whose shell is `bash`."""
    found = steps()[name]
    assert found["shell"] == "bash"
    script = folder.parent / "step.sh"
    script.write_text(found["run"], encoding="utf-8")
    asked = {key: re.fullmatch(r"\$\{\{ inputs\.(\w+) \}\}", value) for key, value in found.get("env", {}).items()}
    given = {key: (inputs or {}).get(match[1], "") for key, match in asked.items() if match}
    assert set(given) == set(asked)
    shell = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script))
    return run(*shell, cwd=folder, code=code, **given, **environment)


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_the_action_annotates_and_fails(tmp_path: Path) -> None:
    added = tmp_path / "path"
    environment = {"RUNNER_TEMP": str(tmp_path / "temp"), "GITHUB_PATH": str(added), "GITHUB_ACTION_PATH": str(ROOT)}
    work = tmp_path / "work"
    write(work / "abstracts/a b.en.txt", EN)
    write(work / "abstracts/a b.zh.txt", ZH.replace("12", "21"))
    step("Install aligner", work, **environment, **OFFLINE)
    path = f"{added.read_text(encoding='utf-8').strip()}{os.pathsep}{os.environ['PATH']}"

    name, environment = "Check the translations", {"PATH": path, "PYTHONPATH": OFFLINE["PYTHONPATH"]}
    inputs = {"paths": "abstracts\n", "sarif": "out.sarif"}
    told = step(name, work, code=1, inputs=inputs, **environment)
    assert "::error file=abstracts/a b.zh.txt,line=1,endLine=1,col=12,endColumn=13,title=aligner numbers" in told
    assert json.loads((work / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    inputs = {"paths": "abstracts/a b.zh.txt", "options": "--fail-on never  --select numbers"}
    assert "::error" in step(name, work, inputs=inputs, **environment)
    assert "no file is named" in step(name, work, code=2, **environment)
    write(work / "aligner.toml", 'paths = ["abstracts"]\n')
    assert "::error" in step(name, work, code=1, **environment)
