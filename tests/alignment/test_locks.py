"""Pairs that the user locks: how they are written, which are impossible, and that the search keeps them."""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aligner
from aligner.alignment import align, locks
from aligner.alignment.locks import Lock
from aligner.cli import run
from aligner.errors import AlignerError, ConfigError, InputError
from aligner.lexicon import load
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Block, Lang, Pair, Segment

ENGLISH = ["The knee was swollen.", "The hip was normal.", "Twelve patients recovered.", "None died.", "Pain fell."]
CHINESE = ["膝关节肿胀。", "髋关节正常。", "12例患者康复。", "无死亡。", "疼痛减轻。"]


@cache
def loaded() -> Lexicon:
    return load()


def segments(texts: list[str], lang: Lang) -> list[Segment]:
    return [Segment(Block(text, line=k + 1), 0, text, lang, k) for k, text in enumerate(texts)]


def beads(pairs: tuple[Pair, ...]) -> list[tuple[list[int], list[int]]]:
    return [([s.index for s in p.source], [s.index for s in p.target]) for p in pairs]


def found(*anchors: Lock, english: list[str] = ENGLISH, chinese: list[str] = CHINESE) -> tuple[Pair, ...]:
    return align(segments(english, "en"), segments(chinese, "zh"), lexicon=loaded(), anchors=anchors)


def test_a_locked_pair_is_kept_against_the_words() -> None:
    pairs = found(Lock(1, 2, 2, 3))
    assert ([1], [2]) in beads(pairs)
    assert next(p for p in pairs if p.source and p.source[0].index == 1).score == 1.0
    assert ([2], [2]) not in beads(pairs)
    assert ([0], [0]) in beads(pairs)


def test_a_locked_bead_of_several() -> None:
    assert beads(found(Lock(1, 3, 1, 2)))[:2] == [([0], [0]), ([1, 2], [1])]


def test_a_segment_locked_apart_stands_alone() -> None:
    pairs = found(Lock(1, 3, 0, 0))
    assert ([1], []) in beads(pairs)
    assert ([2], []) in beads(pairs)
    assert ([0], [0]) in beads(pairs)
    assert ([4], [4]) in beads(pairs)


def test_either_order_of_the_sides() -> None:
    forth = found(Lock(1, 2, 2, 4))
    back = align(segments(CHINESE, "zh"), segments(ENGLISH, "en"), lexicon=loaded(), anchors=[Lock(2, 4, 1, 2)])
    assert beads(back) == [(b, a) for a, b in beads(forth)]


@st.composite
def chains(draw: st.DrawFn) -> tuple[int, int, list[Lock]]:
    """Sizes of two texts and locks that go forward on both sides."""
    n, m = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    ends = [sorted(draw(st.sets(st.integers(0, size), min_size=2, max_size=6))) for size in (n, m)]
    ranges = [list(pairwise(side))[::2] for side in ends]
    both = [Lock(*a, *b) for a, b in zip(*ranges, strict=False)]
    apart = [Lock(*a, 0, 0) for a in ranges[0][len(both) :]] + [Lock(0, 0, *b) for b in ranges[1][len(both) :]]
    return n, m, both + apart


@settings(max_examples=60, deadline=None)
@given(chains())
def test_every_lock_is_kept_and_every_segment_is_in_one_pair(case: tuple[int, int, list[Lock]]) -> None:
    n, m, anchors = case
    pairs = beads(found(*anchors, english=(ENGLISH * 2)[:n], chinese=(CHINESE * 2)[:m]))
    assert [k for a, _ in pairs for k in a] == list(range(n))
    assert [k for _, b in pairs for k in b] == list(range(m))
    for a0, a1, b0, b1, _ in anchors:
        if a1 > a0 and b1 > b0:
            assert (list(range(a0, a1)), list(range(b0, b1))) in pairs
        assert all(([k], []) in pairs for k in range(a0, a1) if b0 == b1)
        assert all(([], [k]) in pairs for k in range(b0, b1) if a0 == a1)


def test_locks_lead_the_search_far_from_the_diagonal() -> None:
    pairs = beads(found(Lock(5, 6, 700, 701), Lock(390, 391, 800, 801), english=ENGLISH * 80, chinese=CHINESE * 180))
    assert ([5], [700]) in pairs
    assert ([390], [800]) in pairs


def test_files_in_both_forms(tmp_path: Path) -> None:
    place = tmp_path / "anchors"
    place.write_text("\ufeff# sure\n[0]:[0, 1]\n\n2\t3\n[4, 5]:[]:0.5\r\n [6] : [4] \n", encoding="utf-8")
    assert [lock[:4] for lock in locks.read(str(place))] == [(0, 1, 0, 2), (2, 3, 3, 4), (4, 6, 0, 0), (6, 7, 4, 5)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[0]:[0]\nnonsense", "line 2: 'nonsense' is no bead"),
        ("0 0", "line 1"),
        ("-1\t0", "line 1"),
        ("[0, 2]:[0]", "line 1: the segments of a side must be numbers in a row"),
        ("[]:[]", "line 1"),
        ("0\t0\n5\t1", "line 2: there is no segment 5; the English text has 0 to 4"),
        ("0\t99999999999999999999", "line 1"),
        ("0\t7", "line 1: there is no segment 7; the Chinese text has 0 to 4"),
        ("1\t3\n\n2\t1", "line 3: crosses another anchor"),
        ("2\t1\n1\t3", "line 2: crosses another anchor"),
        ("[0, 1]:[0]\n[1]:[]", "line 2: segment 1 is in another anchor"),
        ("[1]:[0]\n[2]:[0]", "line 2: segment 0 is in another anchor"),
    ],
)
def test_impossible_anchors_are_one_line(
    tmp_path: Path, content: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    args = ["align", *_texts(tmp_path), "--sentences", "--anchors", str(tmp_path / "anchors")]
    (tmp_path / "anchors").write_text(content, encoding="utf-8")
    assert run(args) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"aligner: {tmp_path / 'anchors'}: ")
    assert captured.err.count("\n") == 1
    assert told in captured.err


def _texts(folder: Path) -> list[str]:
    places = [folder / "en.txt", folder / "zh.txt"]
    for place, lines in zip(places, (ENGLISH, CHINESE), strict=True):
        place.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [str(place) for place in places]


@pytest.mark.parametrize("source", ["en", "zh"])
def test_the_file_named_first_stands_left(tmp_path: Path, source: str, capsys: pytest.CaptureFixture[str]) -> None:
    english, chinese = _texts(tmp_path)
    (tmp_path / "anchors").write_text("1\t2\n1\t2\n", encoding="utf-8")
    args = ["--sentences", "--format", "beads", "--source", source, "--anchors", str(tmp_path / "anchors")]
    assert run(["align", english, chinese, *args]) == 0
    assert "[1]:[2]" in capsys.readouterr().out.splitlines()
    assert run(["align", chinese, english, *args]) == 0
    assert "[1]:[2]" in capsys.readouterr().out.splitlines()
    assert run(["check", english, chinese, "--format", "json", "--fail-on", "never", *args[:1], *args[3:]]) == 0
    report = json.loads(capsys.readouterr().out)
    sides = ("source", "target") if source == "en" else ("target", "source")
    assert any([pair[side] for side in sides] == [[1], [2]] for pair in report["pairs"])


def test_from_python() -> None:
    document = aligner.document("\n".join(ENGLISH), "\n".join(CHINESE))
    assert ([1], [2]) in beads(aligner.align(document, anchors=((1, 2),)))
    assert ([1, 2], [1]) in beads(aligner.align(document, anchors=(((1, 2), 1), (4, 4))))
    with pytest.raises(AlignerError, match="anchor 2: crosses"):
        aligner.align(document, anchors=((1, 2), (2, 0)))
    with pytest.raises(InputError, match="anchor 1: there are no numbers below 0"):
        aligner.align(document, anchors=((-1, 2),))


def test_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    for name, told in (("absent", "no such file"), ("binary", "UTF-8"), (".", "cannot be read")):
        with pytest.raises(InputError, match=told):
            locks.read(str(tmp_path / name))


def test_a_method_that_keeps_none_says_so() -> None:
    with pytest.raises(ConfigError, match="keeps no anchors"):
        align(
            segments(ENGLISH, "en"), segments(CHINESE, "zh"), method="gale-church", lexicon=loaded(),
            anchors=[Lock(0, 1, 0, 1)],
        )  # fmt: skip
