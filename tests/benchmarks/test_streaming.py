"""The memories that the benchmark makes are read, and no two of their units are alike."""

from pathlib import Path

import streaming

import aligner


def test_a_memory_has_the_size_that_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    number = streaming.write(path, 0.1)
    assert 0.1 * 2**20 <= path.stat().st_size < 0.11 * 2**20
    document = aligner.read(str(path))
    assert len({block.text for block in document.source}) == number
    assert document.skipped == ()
    wrong = [f.pair for f in aligner.check(document, select=("numbers",)).findings]
    assert wrong == list(range(50, number + 1, 50))
