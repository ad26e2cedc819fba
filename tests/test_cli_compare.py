"""`aligner compare`, end to end."""

import json
from pathlib import Path
from typing import Any

import pytest
import sacrebleu

from aligner.cli import run
from aligner.comparison import agreement

TEXTS = {
    "source.txt": "We saw 40 women with knee pain.\nAll had an MRI scan.\nTwelve had bone marrow oedema.\n",
    "a.txt": "我们观察了40名膝关节疼痛的女性。\n所有患者均接受了MRI检查。\n12例有骨髓水肿。\n",
    "b.txt": "我们观察了40名膝关节疼痛的女性患者。\n患者均接受了MRI检查。\n21例有骨髓水肿。\n",
    "c.txt": "我们观察了14名膝关节疼痛的女性。\n所有患者均接受MRI检查，12例有骨髓水肿。\n",
    "reference.txt": "我们观察了40名膝关节疼痛女性患者。\n患者均接受了MRI检查。\n其中12例可见骨髓水肿。\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _json(capsys: pytest.CaptureFixture[str], *args: str) -> dict[str, Any]:
    assert run(["compare", *args, "--format", "json"]) == 0
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return report


def _scores(system: dict[str, Any]) -> dict[str, Any]:
    return {score["name"]: score for score in system["scores"]}


@pytest.mark.usefixtures("folder")
def test_systems_of_as_many_lines_are_compared_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    report = _json(capsys, "source.txt", "a.txt", "b.txt", "--reference", "reference.txt")
    assert report["aligned"] == "lines"
    first, second = map(_scores, report["systems"])
    reference, ours = TEXTS["reference.txt"].splitlines(), TEXTS["b.txt"].splitlines()
    assert second["bleu"]["value"] == pytest.approx(sacrebleu.corpus_bleu(ours, [reference], tokenize="zh").score)
    assert first["bleu"]["p"] is None and 0 < second["bleu"]["p"] <= 1
    assert set(first) == set(second) >= {"bleu", "chrf", "chrf++", "ter", "agreement", "term_accuracy"}
    assert report["systems"][0]["findings"] == {} and report["systems"][1]["findings"] == {"numbers": 1}


@pytest.mark.usefixtures("folder")
def test_systems_cut_otherwise_are_joined_by_the_source(capsys: pytest.CaptureFixture[str]) -> None:
    report = _json(capsys, "source.txt", "a.txt", "b.txt", "c.txt")
    assert report["aligned"] == "source"
    assert [len(system["segments"]) for system in report["systems"]] == [2, 2, 2]
    assert [system["segments"][1] for system in report["systems"]][2] == "所有患者均接受MRI检查，12例有骨髓水肿。"
    assert all(len(_scores(system)["agreement"]["per_segment"]) == 2 for system in report["systems"])
    assert "bleu" not in _scores(report["systems"][0])


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("test", ["bs", "ar"])
def test_the_table(test: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "source.txt", "a.txt", "b.txt", "--reference", "reference.txt", "--test", test]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "3 segments, line by line"
    rows = [line.split()[0] for line in lines if line]
    assert rows[rows.index("bleu") + 1] == "p"
    assert [line.split() for line in lines if line.startswith("numbers")] == [["numbers", "0", "1"]]


@pytest.mark.usefixtures("folder")
def test_one_translation_is_no_comparison(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "source.txt", "a.txt"]) == 2
    assert "nothing to compare with" in capsys.readouterr().err


def test_agreement_is_the_mean_over_the_others() -> None:
    first, second, third = agreement([["He came."], ["He came."], ["She left."]], "en")
    low = sacrebleu.sentence_chrf("He came.", ["She left."]).score
    assert first.value == second.value == pytest.approx((100 + low) / 2)
    assert third.value is not None and third.value < second.value


@pytest.mark.usefixtures("folder")
def test_lines_that_are_empty_in_all_are_no_segments(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(TEXTS["a.txt"].replace("\n", "\n\n"), encoding="utf-8")
    first, second = _json(capsys, "source.txt", "a.txt", "b.txt")["systems"]
    assert first["segments"] == second["segments"] == TEXTS["a.txt"].splitlines()
    assert _scores(first)["agreement"]["value"] == pytest.approx(100)
