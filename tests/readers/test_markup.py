"""Markdown and HTML: the text without markup, and every character's way back into the file."""

import html
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aligner
from aligner import readers, registry
from aligner.config import Config
from aligner.errors import InputError
from aligner.model import Document
from aligner.readers import Reader, Source


def source_of(reader_id: str, text: str) -> Source:
    found = registry.find("aligner.readers", "READER", reader_id).read(text.encode(), f"a.{reader_id}", Config())
    assert isinstance(found, Source)
    return found


def paragraphs(reader_id: str, text: str) -> list[str]:
    return [part for part in source_of(reader_id, text).text.split("\n\n") if part]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# Knee pain\n\nIt *hurt* at **night**.", ["Knee pain", "It hurt at night."]),
        ("Setext\n======\nPain.", ["Setext", "Pain."]),
        ("We saw [12 patients](https://example.org/12) and `x = 1`.", ["We saw 12 patients and x = 1."]),
        ("- one\n- two\n  - three\n\n> quoted\n> on", ["one", "two", "three", "quoted on"]),
        ("膝关节*肿胀*，\n疼痛明显。", ["膝关节肿胀，疼痛明显。"]),
        ("Pain in MRI\n检查", ["Pain in MRI 检查"]),
        ("P \\< 0.05 &lt; 0.1 &amp; 5\\*3", ["P < 0.05 < 0.1 & 5*3"]),
        ("5 * 3 and snake_case and *", ["5 * 3 and snake_case and *"]),
        ("5×10<sup>9</sup>/L and CO<sub>2</sub>", ["5×10⁹/L and CO2"]),
        ("one  \ntwo<br>three", ["one\ntwo\nthree"]),
        ("| a | b |\n|---|---|\n| 1 | a b |", ["a", "b", "1", "a b"]),
        ("![a picture](x.png) Pain.[^1]\n\n[^1]: A note here.", ["Pain.", "A note here."]),
        ("<div>\n<b>Pain</b> was severe.\n</div>\n\nNext.", ["Pain was severe.", "Next."]),
        ("<!-- not seen -->\n\nSeen <https://example.org>.", ["Seen https://example.org."]),
        ("~~gone~~ \\# kept", ["gone # kept"]),
    ],
)
def test_markdown_as_text(markdown: str, expected: list[str]) -> None:
    assert paragraphs("markdown", markdown) == expected
    assert paragraphs("markdown", markdown.replace("\n", "\r\n")) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Knee <b>pain</b>.</p><p>It&nbsp;hurt.</p>", ["Knee pain.", "It\u00a0hurt."]),
        ("<head><title>T</title><body>Text", ["Text"]),
        ("<p>AT&T &lt; 5 &#x4e2d; &unknown; &amp;</p>", ["AT&T < 5 中 &unknown; &"]),
        ("<p>膝\n关节\n  MRI</p>", ["膝关节 MRI"]),
        ("<script>var x = '<p>no</p>';</script><ul><li>a<li>b</ul>", ["a", "b"]),
        ("<p>10<sup>9</sup>, pain<sup>1,2</sup></p>", ["10⁹, pain¹,²"]),
        ("<td>1</td><td>2</td>", ["1", "2"]),
        ("a<br/>b<br>c", ["a\nb\nc"]),
        ("<p>1 < 2 and 3 > 2", ["1 < 2 and 3 > 2"]),
    ],
)
def test_html_as_text(page: str, expected: list[str]) -> None:
    assert paragraphs("html", page) == expected


@pytest.mark.parametrize(
    ("charset", "encoding", "text"),
    [
        ("gb2312", "gb18030", "膝关节疼痛，镕"),
        ("big5", "big5", "膝關節"),
        ("utf-8", "utf-8", "膝关节"),
        ("iso-8859-1", "utf-8", "膝"),
    ],
)
def test_a_page_names_its_own_encoding(charset: str, encoding: str, text: str) -> None:
    page = f'<head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><p>{text}</p>'
    found = registry.find("aligner.readers", "READER", "html").read(page.encode(encoding), "a.html", Config())
    assert found.text.strip() == text


def test_a_page_whose_encoding_is_unknown_is_read_as_any_text() -> None:
    page = f'<meta charset="klingon"><p>{"膝关节的疼痛和肿胀" * 3}</p>'.encode("gb18030")
    found = registry.find("aligner.readers", "READER", "html").read(page, "a.html", Config())
    assert "read as GB18030" in found.warnings[0]


def test_code_and_the_head_of_a_file_are_set_aside() -> None:
    source = source_of("markdown", "---\ntitle: Knee\n---\n\nText.\n\n```\ncode\n```\n")
    assert source.text.strip() == "Text."
    assert [(block.line, block.text.splitlines()[1]) for block in source.aside] == [(1, "title: Knee"), (7, "code")]


_PIECES = [
    "a b",
    "膝痛",
    " ",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "`",
    "[x](y)",
    "![i](j)",
    "\\*",
    "&lt;",
    "<b>",
    "</b>",
    "<br>",
]
_PIECES += [
    "# ",
    "- ",
    "> ",
    "1. ",
    "| c | d |\n|--|--|\n",
    "```\n",
    "\t",
    "\r\n",
    "\r",
    "[^1]",
    "~~",
    "<sup>2</sup>",
    "\\",
]
_PIECES += [
    "<p>",
    "<script>",
    "</script>",
    "&amp",
    "&#65;",
    "<",
    ">",
    "<!--",
    "-->",
    "=",
    "---\n",
    "\x0c",
    "\u2028",
    "&",
]
_WRITTEN_OTHERWISE = set(html.unescape("&lt;&amp;A") + "²\n ")


@given(st.sampled_from(["markdown", "html"]), st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))
def test_every_character_leads_back_to_its_own(reader_id: str, pieces: str) -> None:
    text = f"x{pieces}"
    source = source_of(reader_id, text)
    offsets = source.offsets
    assert offsets is not None and len(offsets) == len(source.text)
    assert all(0 <= offset < len(text) for offset in offsets)
    for char, offset in zip(source.text, offsets, strict=True):
        assert char in _WRITTEN_OTHERWISE or text[offset] == char


@pytest.mark.parametrize(("name", "bold"), [("a.md", "**{}**"), ("a.html", "<b>{}</b>")])
def test_blocks_have_the_lines_and_columns_of_the_file(tmp_path: Path, name: str, bold: str) -> None:
    english = "\r\nPain was " + bold.format("severe") + ".\r\n\r\nIt lasted long.\r\n"
    places = tmp_path / f"en{name}", tmp_path / f"zh{name}"
    if name.endswith("html"):
        english = english.replace("\r\n\r\n", "<p>\r\n")
    places[0].write_bytes(english.encode())
    places[1].write_text("疼痛剧烈。\n\n持续很久。" if name == "a.md" else "疼痛剧烈。<p>持续很久。", encoding="utf-8")
    document = readers.read(*places)
    assert document.format == registry.find("aligner.readers", "READER", "markdown" if name == "a.md" else "html").id
    for block in document.source:
        for at, char in enumerate(block.text):
            line, column = block.place(at)
            assert english.split("\r\n")[line - 1][column - 1] == char
    assert document.path_of("target") == str(places[1])


def test_what_two_formats_hold_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Knee *pain*\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("膝关节疼痛\n", encoding="utf-8")
    assert readers.read(tmp_path / "a.md", tmp_path / "a.txt").format == "markdown+text"


def test_sentences_of_markdown_are_its_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("One. Two.\n\nThree.\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("一。二。\n三。\n", encoding="utf-8")
    document = readers.read(tmp_path / "a.md", tmp_path / "a.txt", Config(sentences=True))
    assert [block.text for block in document.source] == ["One. Two.", "Three."]


def test_a_page_of_both_languages_in_markdown(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# Title of it\n\nThe **knee** hurt.\n\n# 题目\n\n膝关节*疼痛*。\n", encoding="utf-8"
    )
    document = readers.read(tmp_path / "a.md")
    assert [block.text for block in document.target] == ["题目", "膝关节疼痛。"]
    assert [block.line for block in document.target] == [5, 7]


def test_a_format_that_holds_both_sides_gives_the_document(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    both = Document("two", "two.sides", "sides", (), ())
    reader = Reader("sides", "two sides", (".sides",), lambda data, name, config: both)
    monkeypatch.setattr(readers, "_reader", lambda file, name, config: reader)
    place = tmp_path / "two.sides"
    place.write_bytes(b"")
    assert readers.read(place) is both
    with pytest.raises(InputError, match="both sides"):
        readers.read(place, place)


def test_extensions() -> None:
    found = [e for r in registry.load("aligner.readers", "READER") for e in r.extensions]
    assert set(found) == readers.extensions()
    assert {".txt", ".md", ".html"} <= readers.extensions()


MARKDOWN = """# Leaflet

| No. | English | 中文 |
| --: | --- | --- |
| 1 | Twelve had pain. Nine had *fever*. | 12例疼痛。9例发热。 |
| 2 | No adverse events occurred. | |
| 3 | MRI | MRI |
| 4 | | 均签署知情同意书。 |

A remark.
"""
PAGE = """<h1>Leaflet</h1><table><tr><th>No.</th><th>English</th><th>中文</th></tr>
<tr><td rowspan=2>1</td><td>Twelve had pain. Nine had <i>fever</i>.</td><td>12例疼痛。9例发热。</td></tr>
<tr><td>No adverse events occurred.</td><td></td></tr>
<tr><td>3</td><td>MRI</td><td>MRI</td></tr>
<tr><td>4</td><td></td><td>均签署知情同意书。</td></tr></table><p>A remark.</p>"""


@pytest.mark.parametrize(("name", "content"), [("a.md", MARKDOWN), ("a.html", PAGE), ("b.md", f"{PAGE}\n")])
def test_a_table_with_both_languages_side_by_side(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    found = [(pair.source_text, pair.target_text) for pair in aligner.align(str(path))]
    assert found == [
        ("Twelve had pain.", "12例疼痛。"),
        ("Nine had fever.", "9例发热。"),
        ("No adverse events occurred.", ""),
        ("MRI", "MRI"),
        ("", "均签署知情同意书。"),
    ]
    document = readers.read(path)
    assert {"Leaflet", "A remark."} <= {block.text for block in document.set_aside}
    line = next(n for n, line in enumerate(content.splitlines(), 1) if "No adverse" in line)
    assert document.source[1].line == line


def test_a_table_in_one_language_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("| a | b |\n|---|---|\n| Rest | helps |\n\n休息有益。\n", encoding="utf-8")
    assert readers.read(path).links is None
