"""Tables whose translations stand a row too low or too high."""

from pathlib import Path

import aligner

ROWS = [
    ("The patient had fever for three days.", "患者发热3天。"),
    ("The liver is of normal size.", "肝脏大小正常。"),
    ("The heart rate was 72 beats per minute.", "心率72次/分。"),
    ("Blood pressure was 130/80 mmHg.", "血压130/80 mmHg。"),
    ("The wound healed within 12 days.", "伤口12天内愈合。"),
    ("She was advised to stop smoking.", "建议患者戒烟。"),
    ("The next visit is in 6 weeks.", "6周后复诊。"),
]
EN, ZH = ([row[side] for row in ROWS] for side in (0, 1))


def found(folder: Path, english: list[str], chinese: list[str], *, source: str = "en") -> list[aligner.Finding]:
    path = folder / "rows.csv"
    lines = [f'"{en}","{zh}"' for en, zh in zip(english, chinese, strict=True)]
    path.write_text("\n".join(["en,zh", *lines]) + "\n", encoding="utf-8")
    return [one for one in aligner.check(str(path), source=source).findings if one.rule == "shifted-rows"]


def test_rows_below_a_cell_that_is_too_much(tmp_path: Path) -> None:
    shifted = [*ZH[:2], "见下。", *ZH[2:-1]]
    (finding,) = found(tmp_path, EN, shifted)
    assert finding.severity == "critical" and finding.pair == 3 and finding.count == 4
    assert finding.message.startswith("4 translations, from this one on, stand in the row below their source")
    (finding,) = found(tmp_path, EN, shifted, source="zh")
    assert "in the row above their source" in finding.message


def test_rows_below_a_cell_that_was_left_out(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, EN, [*ZH[:2], *ZH[3:], "谢谢。"])
    assert "in the row above their source" in finding.message


def test_rows_in_their_places(tmp_path: Path) -> None:
    assert not found(tmp_path, EN, ZH)
    assert not found(tmp_path, EN, [*ZH[:3], ZH[4], ZH[3], *ZH[5:]])  # two changed places
    assert not found(tmp_path, [EN[0]] * 5, [ZH[0]] * 5)
