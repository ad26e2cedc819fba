"""The built wheel, installed away from the checkout, holds all it needs."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it where an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    place = folder / "site"
    zipfile.ZipFile(wheel).extractall(place)
    return place


def test_the_demo_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    # The dependencies come from this environment, the package from the wheel alone: not from the checkout.
    code = (
        "import sys\n"
        f"sys.path[:] = [p for p in sys.path if p != {str(ROOT)!r}]\n"
        f"sys.path.insert(0, {str(installed)!r})\n"
        "import aligner\n"
        f"assert aligner.__file__.startswith({str(installed)!r}), aligner.__file__\n"
        "from aligner.cli import run\n"
        "sys.exit(run(['check', '--demo', '--format', 'json']))"
    )
    environment = {**os.environ, "PYTHONPATH": sysconfig.get_path("purelib")}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    report = json.loads(done.stdout)
    assert len(report["pairs"]) == 13
    assert any(match["status"] == "ok" for match in report["matches"])


def test_the_wheel_has_the_glossaries_and_the_schema(installed: Path) -> None:
    names = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}
    assert {f"aligner/glossaries/{path.name}" for path in (ROOT / "glossaries").glob("*.csv")} <= names
    assert "aligner/reports/schema1.json" in names
    assert {
        f"aligner/reports/_html/{name}" for name in ("report.css", "pairs.css", "view.css", "report.js", "drawings.svg")
    } <= names
    assert "aligner/examples/osteoporosis.zh.txt" in names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/"))]
