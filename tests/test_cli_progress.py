"""The bar for long texts: on a terminal, after a while, and gone in the end."""

import io
import sys

import pytest

import aligner
from aligner import cli_progress
from aligner.config import Config
from aligner.pipeline import Pipeline


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_long_work_shows_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setattr(cli_progress, "_PATIENCE", -1.0)
    with cli_progress.bar() as progress:
        progress("pairing", 0.5)
    assert "pairing" in terminal.getvalue()
    assert "50%" in terminal.getvalue()


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with cli_progress.bar() as progress:
        progress("pairing", 0.5)
    assert terminal.getvalue() == ""


def test_nothing_is_shown_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_progress, "_PATIENCE", -1.0)
    monkeypatch.setattr(sys, "stderr", piped := io.StringIO())
    with cli_progress.bar() as progress:
        progress("pairing", 0.5)
    assert piped.getvalue() == ""


def test_a_long_text_tells_how_far_it_is() -> None:
    told: list[tuple[str, float]] = []
    pipeline = Pipeline(Config(sentences=True), progress=lambda doing, share: told.append((doing, share)))
    pairs = [
        (f"Patient {k} had {k + 3} visits for knee pain.", f"患者{k}因膝关节疼痛就诊{k + 3}次。") for k in range(80)
    ]
    document = aligner.document(*("\n".join(side) for side in zip(*pairs, strict=True)), sentences=True)
    pipeline.check(document)
    shares = [share for doing, share in told if doing == "pairing"]
    assert shares == sorted(shares)
    assert 0 < shares[0] <= shares[-1] <= 1
    checking = [share for doing, share in told if doing == "checking"]
    assert checking == sorted(checking)
    assert len(checking) > len(pairs) and checking[0] == 0 and checking[-1] == pytest.approx(1)
