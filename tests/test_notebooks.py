"""The notebooks run from top to bottom, say nothing on the error stream, and are committed with their outputs."""

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).resolve().parents[1] / "notebooks").glob("*.ipynb"))
PICTURES = {"01": 1, "02": 2, "03": 1, "04": 1, "05": 1, "06": 1}
# Folders of a machine, in paths and in the addresses of objects.
_PRIVATE = re.compile(r"/(?:home|root|Users|tmp|work|opt|usr|var)/|[A-Z]:\\\\|0x[0-9a-f]{6,}|\.local\b|localhost")


def outputs_of(notebook: Any) -> list[Any]:
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def test_all_of_them_are_here() -> None:
    assert [path.stem[:2] for path in NOTEBOOKS] == list(PICTURES)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path, tmp_path: Path) -> None:
    pytest.importorskip("altair", reason="the extra 'plots' is not installed")
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(notebook, timeout=600, kernel_name="python3", resources=resources).execute()
    fresh = outputs_of(notebook)
    assert [output.text for output in fresh if output.output_type == "stream" and output.name == "stderr"] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_is_committed_as_it_was_seen(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    committed = outputs_of(notebook)
    counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1)), "run it from top to bottom"
    assert {output.output_type for output in committed} <= {"execute_result", "display_data", "stream"}
    assert all(output.name == "stdout" for output in committed if output.output_type == "stream")
    pictures = [output.data["image/png"] for output in committed if "image/png" in output.get("data", {})]
    assert len(pictures) == PICTURES[path.stem[:2]]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_its_outputs_tell_nothing_of_a_machine(path: Path) -> None:
    for output in outputs_of(nbformat.read(path, as_version=4)):
        texts = [
            output.get("text", ""),
            *(output.get("data", {}).get(kind, "") for kind in ("text/plain", "text/html")),
        ]
        assert [_PRIVATE.findall(text) for text in texts if _PRIVATE.search(text)] == []
