"""Tables in two files: cells meet by their places, and a row that is lost is one finding."""

from pathlib import Path

import aligner

EN = [
    ("Drug", "Frequency", "Dose", "Comment"),
    ("Ibuprofen", "twice daily", "400 mg", "with food"),
    ("Omeprazole", "once daily", "20 mg", "before breakfast"),
    ("Paracetamol", "as needed", "500 mg", "stop after 3 days"),
]
ZH = [
    ("药物", "用法", "剂量", "备注"),
    ("布洛芬", "每日2次", "400 mg", "与食物同服"),
    ("奥美拉唑", "每日1次", "20 mg", "早餐前"),
    ("对乙酰氨基酚", "必要时", "500 mg", "3天后停用"),
]


def written(path: Path, title: str, rows: list[tuple[str, ...]], end: str) -> str:
    """Write a table as Markdown between two paragraphs."""
    lines = [" | ".join(row) for row in rows]
    table = "\n".join(f"| {line} |" for line in [lines[0], " | ".join("---" for _ in rows[0]), *lines[1:]])
    path.write_text(f"{title}\n\n{table}\n\n{end}\n", encoding="utf-8")
    return str(path)


def checked(folder: Path, english: list[tuple[str, ...]], chinese: list[tuple[str, ...]]) -> aligner.Result:
    one = written(folder / "a.en.md", "Medicines after the operation", english, "Drink plenty of water.")
    two = written(folder / "a.zh.md", "术后用药", chinese, "请多饮水。")
    return aligner.check(one, two)


def test_cells_meet_by_their_places(tmp_path: Path) -> None:
    found = checked(tmp_path, EN, ZH)
    cells = [(pair.source_text, pair.target_text) for pair in found.pairs][1:-1]
    assert cells == [
        both for english, chinese in zip(EN, ZH, strict=True) for both in zip(english, chinese, strict=True)
    ]
    assert found.document.source[1].cell == (1, 1, 1) and found.document.source[0].cell is None


def test_a_lost_row_is_one_finding(tmp_path: Path) -> None:
    found = checked(tmp_path, EN, ZH[:-1])
    (finding,) = [one for one in found.findings if one.rule == "omission"]
    assert finding.severity == "major"
    assert finding.message.endswith("in the translation: Paracetamol | as needed | 500 mg | stop after 3 days")
    (finding,) = [one for one in checked(tmp_path, EN[:-1], ZH).findings if one.rule == "addition"]
    assert (
        finding.message
        == "this row of a table has no counterpart in the source: 对乙酰氨基酚 | 必要时 | 500 mg | 3天后停用"
    )


def test_a_row_of_another_shape_is_left_to_the_words(tmp_path: Path) -> None:
    found = checked(tmp_path, EN, [(row[0], row[2], row[3]) for row in ZH])
    assert ("20 mg", "20 mg") in [(pair.source_text, pair.target_text) for pair in found.pairs]
