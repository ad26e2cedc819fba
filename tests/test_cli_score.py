"""`aligner score`, end to end."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from aligner.cli import run

SOURCE = "We saw 40 women with knee pain.\nAll had an MRI scan.\nTwelve had bone marrow oedema.\n"
DRAFT = "我们观察了40名膝关节疼痛的女性。\n所有患者均接受了MRI检查。\n12例有骨髓水肿。\n"
REFERENCE = "我们研究了40名膝关节疼痛女性患者。\n患者均接受了MRI检查。\n其中12例可见骨髓水肿。\n"
OTHER = "40名膝关节疼痛的女性患者。\n全部接受MRI检查。\n骨髓水肿12例。\n"
MERGED = "我们研究了40名膝关节疼痛女性患者。\n患者均接受了MRI检查，其中12例可见骨髓水肿。\n"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    texts = {"source": SOURCE, "draft": DRAFT, "reference": REFERENCE, "other": OTHER, "merged": MERGED}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return {name: str(tmp_path / f"{name}.txt") for name in texts}


def _json(capsys: pytest.CaptureFixture[str], *args: str) -> dict[str, Any]:
    assert run(["score", *args, "--format", "json"]) == 0
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return report


def test_the_figures_are_those_of_sacrebleu(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    report = _json(capsys, files["draft"], "--reference", files["reference"], "--reference", files["other"])
    options = ["-m", "bleu", "chrf", "ter", "-tok", "zh", "--ter-normalized", "--ter-asian-support", "-w", "4"]
    command = [sys.executable, "-m", "sacrebleu", files["reference"], files["other"], "-i", files["draft"], *options]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    found = {score["name"]: score for score in report["scores"]}
    assert {one["name"]: one["score"] for one in told} == {
        "BLEU": pytest.approx(found["bleu"]["value"], abs=1e-4),
        "chrF2": pytest.approx(found["chrf"]["value"], abs=1e-4),
        "TER": pytest.approx(found["ter"]["value"], abs=1e-4),
    }
    assert report["aligned"] == "lines" and len(report["segments"]) == 3
    for score in report["scores"]:
        assert len(score["per_segment"]) == 3 and score["ci"][0] <= score["ci"][1] and "nrefs:2" in score["signature"]


@pytest.mark.parametrize(("with_source", "aligned"), [(True, "source"), (False, "characters")])
def test_a_reference_cut_otherwise_is_aligned_and_says_so(
    files: dict[str, str], capsys: pytest.CaptureFixture[str], aligned: str, *, with_source: bool
) -> None:
    source = ("--source", files["source"]) if with_source else ()
    report = _json(capsys, files["draft"], "--reference", files["merged"], "--reference", files["other"], *source)
    assert report["aligned"] == aligned
    assert [len(segment["references"]) for segment in report["segments"]] == [2, 2]
    assert report["segments"][1] == {
        "hypothesis": "所有患者均接受了MRI检查。12例有骨髓水肿。",
        "references": ["患者均接受了MRI检查，其中12例可见骨髓水肿。", "全部接受MRI检查。骨髓水肿12例。"],
    }
    assert run(["score", files["draft"], "--reference", files["merged"], *source]) == 0
    printed = capsys.readouterr().out
    assert "not scored line by line" in printed and f"|aligned:{aligned}" in printed


def test_what_cannot_be_scored(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["score", files["draft"], "--reference", files["source"]]) == 2
    assert "is of another language" in capsys.readouterr().err
    assert run(["score", files["draft"]]) == 2
    assert "--reference" in capsys.readouterr().err
