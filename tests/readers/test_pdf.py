"""PDF: text page by page, with a warning; what holds none, or is locked, is told in one line."""

import io
import sys
from collections.abc import Sequence
from pathlib import Path

import pypdf
import pytest

import aligner
from aligner import readers
from aligner.cli import run
from aligner.errors import MissingExtraError

PAGES = [["The knee was painful.", "The dose was 12 mg."], ["膝关节疼痛。", "剂量为12 mg。"]]


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """Write a file whose font says what its characters mean, as those of word processors do."""
    used = sorted({char for page in pages for line in page for char in line})
    code = {char: number for number, char in enumerate(used, 1)}
    meant = "".join(f"<{number:04X}> <{char.encode('utf-16-be').hex()}>\n" for char, number in code.items())
    cmap = (
        "begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{len(code)} beginbfchar\n{meant}endbfchar\nendcmap"
    )
    kids = " ".join(f"{6 + 2 * k} 0 R" for k in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R]"
        " /ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        " /Supplement 0 >> /DW 1000 >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    for number, page in enumerate(pages):
        shown = (f"<{''.join(f'{code[char]:04X}' for char in line)}> Tj 0 -20 Td" for line in page)
        content = f"BT /F 12 Tf 50 700 Td {' '.join(shown)} ET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >>"
            f" /Contents {7 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    out, places = b"%PDF-1.7\n", list[int]()
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    xref = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + (xref + end).encode()


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(PAGES)))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def written(folder: Path, content: bytes, name: str = "a.pdf") -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def test_the_text_of_pages(tmp_path: Path) -> None:
    path = written(tmp_path, pdf(PAGES))
    found = aligner.align(path)
    assert [(pair.source_text, pair.target_text) for pair in found] == list(zip(*PAGES, strict=True))
    document = readers.read(path)
    assert [block.address for block in document.target] == ["page 2", "page 2"]
    assert document.warnings == (
        f"{path}: a PDF has no paragraphs: look for columns, headers and divided words that got into the text",
    )


def test_pages_without_text_are_told(tmp_path: Path) -> None:
    path = written(tmp_path, pdf([PAGES[0], [], PAGES[1]]))
    assert readers.read(path).warnings[1] == f"{path}: no text on page 2"


def test_a_file_that_is_only_kept_from_printing_is_read(tmp_path: Path) -> None:
    assert readers.read(written(tmp_path, locked(""))).source[0].text == PAGES[0][0]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (pdf([[], []]), "holds no text, only pictures"),
        (pdf(PAGES)[:300], "is no PDF file that can be read"),
        (b"%PDF-1.7\n", "is no PDF file that can be read"),
        (b"", "is empty"),
        (pdf(PAGES).replace(b"/Kids [6 0 R 8 0 R]", b"/Kids [2 0 R 2 0 R]"), ""),
    ],
    ids=["pictures", "cut", "head alone", "empty", "pages in a circle"],
)
def test_what_cannot_be_read_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, told: str
) -> None:
    assert run(["check", written(tmp_path, content)]) == 2
    captured = capsys.readouterr()
    assert told in captured.err
    assert (captured.out, captured.err.count("\n")) == ("", 1)


def test_a_password_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", written(tmp_path, locked("secret"))]) == 2
    assert "is protected by a password" in capsys.readouterr().err


def test_a_pdf_is_recognised_by_its_head(tmp_path: Path) -> None:
    assert readers.read(written(tmp_path, pdf(PAGES), "a.dat")).format == "pdf"


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingExtraError, match=r"pip install '\.\[formats\]'"):
        readers.read(written(tmp_path, pdf(PAGES)))


def test_a_sentence_runs_over_lines(tmp_path: Path) -> None:
    english = [
        "Your visits to the clinic", "The nurse takes blood at the first visit, in week 4 and in week",
        "12. You may drink water before.", "Bring with you", "1. your card", "\uf0b7 your insulin",
        "Keywords: blood; visits",
    ]  # fmt: skip
    chinese = ["就诊安排", "护士将在首次就诊、第4周和第12周为您采血，采血前您可以照常喝少量的", "水。", "请携带"]
    document = aligner.read(written(tmp_path, pdf([english, chinese])))
    assert [block.text for block in document.source] == [
        "Your visits to the clinic",
        "The nurse takes blood at the first visit, in week 4 and in week 12. You may drink water before.",
        "Bring with you", "1. your card", "• your insulin", "Keywords: blood; visits",
    ]  # fmt: skip
    assert [block.text for block in document.target] == ["就诊安排", f"{chinese[1]}水。", "请携带"]
