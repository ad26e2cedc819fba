"""Texts of odd sizes through the command line: every line comes out once, in order, and soon."""

import json
from pathlib import Path

import pytest

from aligner.cli import run

ENGLISH, CHINESE = "Twelve patients recovered without any further treatment.", "12例患者未经进一步治疗即康复。"


def beads(output: str) -> list[tuple[list[int], list[int]]]:
    pairs = (line.split(":") for line in output.splitlines())
    return [(json.loads(left), json.loads(right)) for left, right in pairs]


def aligned(
    folder: Path, capsys: pytest.CaptureFixture[str], english: list[str], chinese: list[str], *more: str
) -> list[tuple[list[int], list[int]]]:
    places = [folder / "en.txt", folder / "zh.txt"]
    for place, lines in zip(places, (english, chinese), strict=True):
        place.write_text("\n".join(lines) + "\n", encoding="utf-8")
    args = ["align", *map(str, places), "--sentences", "--format", "beads", "--source", "en", *more]
    assert run(args) == 0
    found = beads(capsys.readouterr().out)
    assert [k for left, _ in found for k in left] == list(range(len(english)))
    assert [k for _, right in found for k in right] == list(range(len(chinese)))
    return found


@pytest.mark.parametrize(("n", "m"), [(1, 1), (1, 2), (1, 50), (50, 1), (10, 5000), (5000, 10), (300, 300)])
def test_equal_sentences_of_any_number(tmp_path: Path, capsys: pytest.CaptureFixture[str], n: int, m: int) -> None:
    found = aligned(tmp_path, capsys, [ENGLISH] * n, [CHINESE] * m)
    if n == m:
        assert found == [([k], [k]) for k in range(n)]


def test_one_sentence_against_many_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    others = [f"第{k}位讲者介绍了水利工程。" for k in range(49)]
    found = aligned(tmp_path, capsys, [ENGLISH], [*others[:30], CHINESE, *others[30:]])
    assert ([0], [30]) in found


def test_ten_sentences_among_thousands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    numbers = [1003, 1707, 2111, 2909, 3301, 3733, 4027, 4409, 4703, 4909]
    english = [f"Case {k} recovered without any further treatment." for k in numbers]
    chinese = [f"第{k}位讲者介绍了水利工程。" for k in range(5000)]
    for k in numbers:
        chinese[k] = f"病例{k}未经进一步治疗即康复。"
    found = aligned(tmp_path, capsys, english, chinese)
    assert [right for left, right in found if left] == [[k] for k in numbers]


def test_empty_lines_meet_nothing_but_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    english, chinese = ["", ENGLISH, "", "  ", "The hip was normal."], [CHINESE, "", "髋关节正常。", "", ""]
    found = aligned(tmp_path, capsys, english, chinese)
    assert ([1], [0]) in found
    assert ([4], [2]) in found
    for left, right in found:
        texts = [english[k].strip() for k in left] + [chinese[k].strip() for k in right]
        assert all(texts) or not any(texts)


def test_nothing_but_empty_lines_on_a_side(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = tmp_path / "en.txt", tmp_path / "zh.txt"
    places[0].write_text(ENGLISH, encoding="utf-8")
    for content in ("", "\n\n \n"):
        places[1].write_text(content, encoding="utf-8")
        for command in ("align", "check"):
            assert run([command, *map(str, places)]) == 2
            captured = capsys.readouterr()
            assert captured.out == ""
            assert captured.err.count("\n") == 1
            assert "zh.txt" in captured.err


@pytest.mark.parametrize(("n", "m"), [(1, 1), (1, 50), (50, 1), (3, 3)])
def test_checking_takes_them_too(tmp_path: Path, capsys: pytest.CaptureFixture[str], n: int, m: int) -> None:
    aligned(tmp_path, capsys, [ENGLISH] * n, [CHINESE] * m)
    args = ["check", str(tmp_path / "en.txt"), str(tmp_path / "zh.txt"), "--sentences", "--format", "json"]
    assert run(args) == (0 if n == m else 1)
    rules = {finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert "not-a-translation" not in rules
