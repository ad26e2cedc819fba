"""Workbooks as people and programs make them."""

import io
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from aligner.errors import GlossaryError, MissingExtraError
from aligner.glossary.formats import find, read
from aligner.model import Forbidden, Forms, Term

openpyxl = pytest.importorskip("openpyxl")
KNEE = Term("knee", Forms("knee"), Forms("膝"))


def _book(folder: Path, *rows: list[Any]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.create_sheet("second").append(["not", "read"])
    path = folder / "terms.xlsx"
    book.save(path)
    return path


def test_as_people_make_it(tmp_path: Path) -> None:
    rows = [
        ["ID", "English", " zh ", "zh_forbidden", "case", "origin", "mine"],
        [12, "knee", "膝关节|膝", "腿=minor: 是下肢|脚", True, date(2024, 5, 1), 3.5],
        [],
        ["hip", "hip", "髋"],
    ]
    knee, hip = read(_book(tmp_path, *rows))
    forbidden = (Forbidden("腿", "minor", "是下肢"), Forbidden("脚"))
    zh = Forms("膝关节", ("膝",), forbidden)
    assert knee == Term("12", Forms("knee"), zh, case=True, origin="2024-05-01")
    assert hip == Term("hip", Forms("hip"), Forms("髋"))


def test_what_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    term = Term("=1", Forms("=1+2"), Forms("@膝", ("+膝", "-膝")), note='=HYPERLINK("http://localhost")')
    path = tmp_path / "terms.xlsx"
    path.write_bytes(find("xlsx").write((term,)))
    cells = [cell for row in openpyxl.load_workbook(path).active.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert read(path) == (term,)


def test_a_cell_that_would_be_cut_is_refused() -> None:
    with pytest.raises(GlossaryError, match=r"'knee'.*note is longer"):
        find("xlsx").write((Term("knee", Forms("knee"), Forms("膝"), note="a" * 32768),))


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ([], "row 1 of the first sheet lacks en and zh"),
        ([["en", "translation"]], "lacks zh"),
        ([["en", "zh"]], "holds no entry"),
        ([["en", "zh", "en"]], "'en' twice"),
        ([["en", "zh", "zh_admited"]], "did you mean 'zh_admitted'?"),
        ([["en", "zh"], ["knee"]], "row 2: zh is empty"),
        ([["en", "zh"], ["knee", "膝", "more"]], "row 2: has more cells"),
        ([["en", "zh", "zh_forbidden"], ["knee", "膝", "腿=fatal"]], "row 2, column zh_forbidden"),
        ([["id", "en", "zh"], ["a", "knee", "膝"], ["a", "hip", "髋"]], "row 3: 'a' is also the id of row 2"),
    ],
)
def test_a_broken_sheet_says_where(tmp_path: Path, rows: list[list[str]], what: str) -> None:
    path = _book(tmp_path, *rows)
    with pytest.raises(GlossaryError) as caught:
        read(path)
    assert str(caught.value).startswith(str(path))
    assert what in str(caught.value)


def _zip(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def _damaged() -> bytes:
    content = bytearray(find("xlsx").write((KNEE,)))
    content[len(content) // 3 : len(content) // 2] = b"\0" * (len(content) // 2 - len(content) // 3)
    return bytes(content)


@pytest.mark.parametrize("content", [b"", b"en,zh\n", _zip(a="b"), _zip(**{"[Content_Types].xml": "<"}), _damaged()])
def test_what_is_no_workbook(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "terms.xlsx"
    path.write_bytes(content)
    with pytest.raises(GlossaryError, match=str(path)) as caught:
        read(path)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    for path in (tmp_path / "absent.xlsx", tmp_path / "folder.xlsx"):
        with pytest.raises(GlossaryError, match=str(path)):
            read(path)


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "terms.xlsx").touch()
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    for attempt in (lambda: read(tmp_path / "terms.xlsx"), lambda: find("xlsx").write((KNEE,))):
        with pytest.raises(MissingExtraError, match=r"pip install '\.\[xlsx\]'"):
            attempt()
