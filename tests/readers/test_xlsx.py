"""Excel workbooks as translators make them, and what is none."""

import io
import sys
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import aligner
from aligner import readers
from aligner.cli import run
from aligner.errors import InputError, MissingExtraError
from aligner.model import Document, Skipped
from aligner.text import workbooks

ROWS = [["en", "zh"], ["The dose was 12 mg.", "剂量为12 mg。"]]


def saved(folder: Path, **sheets: list[list[Any]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        if title.startswith("hidden"):
            sheet.sheet_state = "hidden"
    path = folder / "draft.xlsx"
    book.save(path)
    return path


def pairs(document: Document) -> list[tuple[str, str]]:
    links = document.links or ()
    return [
        ("".join(document.source[k].text for k in left), "".join(document.target[k].text for k in right))
        for left, right in links
    ]


def test_a_sheet_of_a_translator(tmp_path: Path) -> None:
    sheet = [
        ["Leaflet on knee pain", None, None],
        [],
        ["No.", "Original text (EN)", "译文", "Reviewer"],
        [1, "Twelve patients had pain.\nNone had fever.", "12例患者疼痛。\n均无发热。", "ok"],
        [],
        [2, "No adverse events occurred.", None, None],
        [3, 39, 39.0, True],
        [4, None, "均签署知情同意书。 "],
    ]
    document = aligner.read(str(saved(tmp_path, Text=sheet)))
    assert pairs(document) == [
        ("Twelve patients had pain.\nNone had fever.", "12例患者疼痛。\n均无发热。"),
        ("No adverse events occurred.", ""),
        ("39", "39"),
        ("", "均签署知情同意书。"),
    ]
    assert [block.address for block in document.source] == ["row 4 id=1", "row 6 id=2", "row 7 id=3"]
    assert document.source[0].place(30) == (4, 1)
    assert [block.text for block in document.set_aside] == ["Leaflet on knee pain"]


def test_all_sheets_with_both_languages_are_read(tmp_path: Path) -> None:
    more = [["English", "Chinese"], ["Knee pain.", "膝痛。"]]
    document = aligner.read(
        str(saved(tmp_path, Remarks=[["Please return by Friday."]], One=ROWS, Two=more, hidden=ROWS))
    )
    assert [block.own_address for block in document.target] == ["One row 2", "Two row 2"]
    assert not aligner.read(str(saved(tmp_path, One=ROWS))).target[0].own_address  # a line says it all
    assert document.links == (((0,), (0,)), ((1,), (1,)))
    assert document.skipped == (
        Skipped("sheet 'Remarks'", "has one column only"),
        Skipped("sheet 'hidden'", "it is hidden"),
    )


def test_a_formula_counts_as_what_it_came_to(tmp_path: Path) -> None:
    path = saved(tmp_path, Sheet=ROWS)
    cell = '<c r="C2" t="str"><f>A1&amp;B1</f><v>Knee pain.</v></c></row>'
    path.write_bytes(_changed(path, "xl/worksheets/sheet1.xml", lambda text: cell.join(text.rsplit("</row>", 1))))
    (block,) = aligner.read(str(path), columns={"en": "3", "zh": "B"}).target
    assert block.text == "Knee pain."


def _changed(path: Path, part: str, change: Any) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data.decode()).encode() if name == part else data)
    return buffer.getvalue()


def test_a_workbook_is_recognised_by_what_it_holds(tmp_path: Path) -> None:
    path = saved(tmp_path, Sheet=ROWS).rename(tmp_path / "draft.dat")
    assert aligner.read(str(path)).format == "xlsx"


def _zip(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def _misplaced() -> bytes:
    """Say of a package that its list of contents begins before the file does."""
    content = bytearray(_zip(**{"xl/workbook.xml": "<workbook/>"}))
    end = content.rindex(b"PK\x05\x06")
    content[end + 16 : end + 20] = b"\xff\xff\xff\x00"
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (_misplaced(), "is no Excel workbook"),
        (b"PK\x03\x04" + b"\0" * 100, "is no Excel workbook"),
        (_zip(**{"xl/workbook.xml": "<workbook/>"}), "is no Excel workbook"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "is protected by a password"),
        (_zip(**{"xl/workbook.xml": "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"}), "entities"),
    ],
    ids=["empty", "misplaced", "damaged", "hollow", "encrypted", "entities"],
)
def test_what_is_no_workbook_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, message: str
) -> None:
    path = tmp_path / "draft.xlsx"
    path.write_bytes(content)
    assert run(["check", str(path)]) == 2
    captured = capsys.readouterr()
    assert message in captured.err
    assert (captured.out, captured.err.count("\n")) == ("", 1)


@pytest.mark.parametrize("limit", ["_MOST_STRINGS", "_MOST_BYTES"])
def test_what_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    path = tmp_path / "draft.xlsx"
    path.write_bytes(_zip(**{"xl/sharedStrings.xml": "<sst></sst>"}))
    monkeypatch.setattr(workbooks, limit, 10)
    with pytest.raises(InputError, match="is too large when unpacked"):
        aligner.read(str(path))


def test_a_row_with_an_absurd_number_is_no_reason_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "_MOST_ROWS", 1000)
    path = saved(tmp_path, Sheet=ROWS)
    path.write_bytes(_changed(path, "xl/worksheets/sheet1.xml", lambda text: text.replace(
        "</sheetData>", '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData>')))  # fmt: skip
    assert len(aligner.read(str(path)).source) == 1


def test_no_sheet_with_both_languages(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no column in Chinese"):
        aligner.read(str(saved(tmp_path, Sheet=[["English", "German"], ["Pain.", "Schmerz."]])))


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, Sheet=ROWS)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r"pip install '\.\[xlsx\]'"):
        list(readers.stream(path))
