"""The pictures: what they are drawn from, that anything can be drawn and saved, and that nothing is loaded before."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from aligner import comparison, plots
from aligner.cli import run
from aligner.errors import MissingExtraError, OutputError
from aligner.model import Result
from tests import factory

pytest.importorskip("altair", reason="the extra 'plots' is not installed")

NAMES = ["alignment", "scores", "findings", "terms"]
RESULTS = {
    "result": factory.result,
    "gated": factory.gated,
    "empty": factory.empty,
    "hostile": factory.hostile,
    "unread": factory.unread,
}


def values(chart: Any) -> list[dict[str, Any]]:
    """Return all rows that a chart is drawn from."""
    return [row for rows in chart.to_dict()["datasets"].values() for row in rows]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("result", RESULTS)
def test_whatever_a_result_holds_can_be_drawn_and_saved(tmp_path: Path, name: str, result: str) -> None:
    chart = getattr(RESULTS[result]().plot, name)()
    plots.save(chart, tmp_path / "a.svg")
    assert "<svg" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_a_picture_is_saved_as_what_its_name_says(tmp_path: Path) -> None:
    chart = factory.result().plot.terms()
    for ending in ("html", "png", "json"):
        plots.save(chart, tmp_path / f"a.{ending}")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert (
        "骶髂关节炎".encode("unicode-escape").decode() in page
        and "cdn.jsdelivr.net" not in page.partition("</head>")[0]
    )
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(OutputError, match=r"a\.pdf"):
        plots.save(chart, tmp_path / "a.pdf")
    with pytest.raises(OutputError, match="cannot be written"):
        plots.save(chart, tmp_path / "absent" / "a.svg")


def test_the_alignment_shows_every_sentence_and_what_stands_opposite_nothing() -> None:
    result = factory.result()
    rows = values(result.plot.alignment())
    sentences = [row for row in rows if "alone" in row]
    assert len(sentences) == 14 and [row["text"] for row in sentences if row["alone"]] == [
        "No adverse events occurred.",
        "所有患者均签署了知情同意书。",
    ]
    for top in (True, False):
        edges = sorted((row["x"], row["x2"]) for row in sentences if (row["y2"] == 1) is top)
        assert edges[0][0] == 0 and edges[-1][1] == pytest.approx(1)
        assert all(a[1] == pytest.approx(b[0]) for a, b in pairwise(edges))
    bands = [row for row in rows if "confidence" in row]
    assert {row["pair"] for row in bands} == {1, 2, 3, 4, 7, 8} and len(bands) == 12
    assert [row["worst finding"] for row in rows if "rules" in row] == ["critical", "major", "major", "neutral"]


def test_a_long_text_is_drawn_whole() -> None:
    pairs = factory.pairs_of([("Knee pain recurred.", "膝痛复发。", "body")] * 3000)
    rows = values(Result(factory.document(pairs), pairs).plot.alignment())
    assert sum("alone" in row for row in rows) == 6000
    assert len([row for row in rows if set(row) == {"pair", "x", "y"}]) < 40


def test_findings_and_terms_are_counted() -> None:
    result = factory.gated()
    counted = {(row["name"], row["kind"]): row["count"] for row in values(result.plot.findings())}
    assert counted == {(finding.rule, finding.severity): 1 for finding in result.counted}
    terms = values(result.plot.terms())
    assert terms[0] == {"name": "sacroiliitis / 骶髂关节炎", "kind": "ok", "count": 1, "order": 0}
    (chart,) = result.plot.terms().to_dict()["vconcat"]
    assert chart["encoding"]["y"]["sort"][0] == "causal treatment / 病因治疗"  # a fault leads


def test_a_comparison_shows_each_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    texts = {
        "source": "We saw 40 women.\nTwelve had oedema.\n",
        "a": "我们观察了40名女性。\n12例有水肿。\n",
        "b": "我们观察了14名女性。\n12例水肿。\n",
    }
    for name, text in texts.items():
        Path(f"{name}.txt").write_text(text, encoding="utf-8")
    found = comparison.compare("source.txt", ["a.txt", "b.txt"])
    rows = values(found.plot.compare())
    assert {row["system"] for row in rows if "system" in row} == {"a", "b"}
    assert [row["count"] for row in rows if row.get("name") == "b"] == [1]
    frame = found.scores_frame()
    assert set(frame.system) == {"a", "b"} and frame.p.isna().all() and frame.value.dtype == "float64"


def test_without_altair_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(MissingExtraError, match=r"pip install '\.\[plots\]'"):
        factory.result().plot.scores()


def test_neither_a_check_nor_the_accessor_loads_altair() -> None:
    code = (
        "import sys, aligner\n"
        "result = aligner.check(aligner.document('Knee pain.', '膝关节疼痛。'))\n"
        "result.plot\n"
        "assert not {'altair', 'pandas'} & set(sys.modules), 'loaded'\n"
    )
    subprocess.run([sys.executable, "-X", "utf8", "-c", code], check=True, capture_output=True)


def test_the_command_line_needs_none(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    assert run(["check", "--demo", "--format", "concise"]) == 0
    assert capsys.readouterr().out
