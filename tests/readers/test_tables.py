"""Tables: which column is which language, rows as pairs, and the place of every cell."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aligner
from aligner import readers
from aligner.cli import run
from aligner.config import Config
from aligner.errors import ConfigError, InputError
from aligner.model import Document
from aligner.readers import _delimited, _table

ROWS = [("The dose was 12 mg.", "剂量为12 mg。"), ("Knee pain, severe, persisted.", "膝关节剧痛持续存在。")]
TEXTS = (
    "OBJECTIVE: We studied knee pain. METHODS: We enrolled 12 patients. All were women. Pain fell in nine.",
    "目的：研究膝关节疼痛。方法：纳入12例患者。均为女性。9例疼痛减轻。",
)


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def all_of(path: Path, **options: Any) -> list[Document]:
    return list(readers.stream(path, config=Config(**options)))


def pairs(document: Document) -> list[tuple[str, str]]:
    def text(blocks: Any, numbers: tuple[int, ...]) -> str:
        return "\n".join(blocks[k].text for k in numbers)

    return [(text(document.source, left), text(document.target, right)) for left, right in document.links or ()]


def test_a_table_of_a_translator(tmp_path: Path) -> None:
    content = (
        "\ufeffNo.,English,中文,Status\r\n"
        '1,"Twelve patients, all women, had knee pain.",12例女性患者有膝关节疼痛。,final\r\n'
        '2,"He said ""no pain""\r\nat 3 months.",他在3个月时说“不痛”。,draft\r\n'
        "3,No adverse events occurred.,,\r\n"
        ",,,\r\n"
        "5,,患者均知情同意。,\r\n"
    )
    (document,) = all_of(written(tmp_path, "a.csv", content))
    assert pairs(document) == [
        ("Twelve patients, all women, had knee pain.", "12例女性患者有膝关节疼痛。"),
        ('He said "no pain"\r\nat 3 months.', "他在3个月时说“不痛”。"),
        ("No adverse events occurred.", ""),
        ("", "患者均知情同意。"),
    ]
    assert document.presegmented
    assert (document.source_lang, document.format) == ("en", "csv")
    second = document.source[1]
    assert second.address == "row 3 id=2"
    assert [second.place(second.text.index(words)) for words in ("no pain", "at 3")] == [(3, 14), (4, 1)]
    assert document.target[1].place(0) == (4, 15)
    assert document.source[2].line == 5


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_separators_and_encodings(tmp_path: Path, separator: str, encoding: str) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator).writerows([("id", "中文", "英文"), *((1, z, e) for e, z in ROWS * 9)])
    (document,) = all_of(written(tmp_path, "a.csv", buffer.getvalue().encode(encoding)))
    assert pairs(document) == [(z, e) for e, z in ROWS * 9]
    assert document.source_lang == "zh"
    assert bool(document.warnings) == (encoding == "gb18030")


@pytest.mark.parametrize(
    ("header", "source"),
    [
        ("en,zh", "en"), ("zh-Hans,en-GB", "zh"), ("Source,Target", "en"), ("译文,原文", "zh"), ("EN,CN", "en"),
        ("Original text (EN),Übersetzung", "en"), ("中文译文,英文原文", "en"), ("Chinese (Simplified),English", "zh"),
        ("abstract_en,abstract_zh", "en"), ("Erste,Zweite", "en"), ("translation,source", "en"),
    ],
)  # fmt: skip
def test_columns_by_header(tmp_path: Path, header: str, source: str) -> None:
    chinese_first = header.startswith(("zh-Hans", "中文译文", "Chinese", "translation"))
    rows = [(z, e) if chinese_first else (e, z) for e, z in ROWS]
    buffer = io.StringIO()
    csv.writer(buffer).writerows([header.split(","), *rows])
    (document,) = all_of(written(tmp_path, "a.csv", buffer.getvalue()))
    assert document.source_lang == source
    assert {frozenset(pair) for pair in pairs(document)} == {frozenset(pair) for pair in ROWS}


def test_columns_by_what_stands_in_them(tmp_path: Path) -> None:
    content = "".join(f"S-{k}\t{e}\t{z}\tdone\n" for k, (e, z) in enumerate(ROWS * 2))
    for name in ("a.tsv", "a.txt"):
        (document,) = all_of(written(tmp_path, name, content))
        assert pairs(document) == ROWS * 2
        assert document.format == "tsv"


def test_a_page_with_tabs_stays_a_page(tmp_path: Path) -> None:
    content = "Knee pain\tand fever were seen.\n\tNothing else.\n\n膝关节疼痛\t及发热。\n无其他异常。\n"
    assert aligner.read(str(written(tmp_path, "a.txt", content))).format == "text"


@pytest.mark.parametrize(
    ("header", "row", "message"),
    [
        ("EN,zh-CN,zh-TW", "Pain.,疼痛。,疼痛。", r"2 \(zh-CN\) and 3 \(zh-TW\) may both be the Chinese; .*--columns"),
        ("a,b,c", "Pain was severe.,疼痛剧烈。,The pain was heavy.", "columns 1 and 3 may both be the English"),
        ("English", "Pain.", "has one column only"),
        ("English,Deutsch", "Pain.,Schmerz.", "has no column in Chinese"),
        ("zh,en", "Pain.,疼痛。", r"column 2 \(en\) is to be English, and is Chinese"),
        ("en,zh", "7,疼痛。", r"column 1 \(en\) is to be English, and holds no words"),
        ("en,zh", "Pain, severe,疼痛。", r"line 2: 3 cells where the others have 2"),
        ("en,zh", "Pain.,疼痛。\nFever.", r"line 3: 1 cells where the others have 2"),
        ("en,zh", '"Pain.,疼痛。', "line 2: a quote is opened there and not closed"),
        ("en,zh", '"Pain" was,疼痛。', "line 2: text stands behind the closing quote of cell 1"),
        ("en,zh", "Pain\0.,疼痛。", "NUL"),
    ],
)  # fmt: skip
def test_what_is_ambiguous_or_broken_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], header: str, row: str, message: str
) -> None:
    path = written(tmp_path, "a.csv", f"{header}\n{row}\n")
    with pytest.raises(InputError, match=message):
        all_of(path)
    assert run(["check", str(path)]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)


@pytest.mark.parametrize("columns", ["en=EN,zh=zh-TW", "en=1,zh=3", "en=a,zh=C", "zh=zh-TW"])
def test_columns_that_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], columns: str) -> None:
    path = written(tmp_path, "a.csv", "EN,zh-CN,zh-TW\nPain.,疼痛。,痛楚。\n")
    assert run(["align", str(path), "--columns", columns]) == 0
    assert capsys.readouterr().out.endswith("\tPain.\t痛楚。\n")


@pytest.mark.parametrize("columns", ["en=EN,zh=de", "en=9,zh=2", "xx=1", "en", "en=1,en=2", "en=,zh=2", "en=2,zh=2"])
def test_columns_that_are_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str], columns: str) -> None:
    path = written(tmp_path, "a.csv", "EN,zh-CN,zh-TW\nPain.,疼痛。,痛楚。\n")
    assert run(["align", str(path), "--columns", columns]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_columns_from_python_and_from_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, "a.csv", "EN,zh-CN,zh-TW\nPain.,疼痛。,痛楚。\n")
    assert aligner.read(str(path), columns={"en": "EN", "zh": "3"}).target[0].text == "痛楚。"
    with pytest.raises(ConfigError, match="columns has de=1"):
        aligner.read(str(path), columns={"de": "1"})
    written(tmp_path, "aligner.toml", 'columns = {en = "EN", zh = 3}\n')
    monkeypatch.chdir(tmp_path)
    assert run(["align", "a.csv"]) == 0
    assert "痛楚" in capsys.readouterr().out


def test_a_document_column_makes_documents(tmp_path: Path) -> None:
    content = "file,en,zh\na,Pain.,疼痛。\n,Fever.,发热。\nb,Cough.,咳嗽。\n"
    found = all_of(written(tmp_path, "a.csv", content))
    assert [(document.id, pairs(document)) for document in found] == [
        ("a", [("Pain.", "疼痛。"), ("Fever.", "发热。")]),
        ("b", [("Cough.", "咳嗽。")]),
    ]


def test_a_long_table_comes_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_table, "PART", 2)
    path = written(tmp_path, "a.csv", "en,zh\n" + '"He said ""no"".",他说“不”。\n' * 5)
    found = all_of(path)
    assert [len(document.links or ()) for document in found] == [2, 2, 1]
    assert {document.id for document in found} == {"a"}
    assert [document.source[-1].place(9) for document in found] == [(3, 12), (5, 12), (6, 12)]
    assert len(aligner.read(str(path)).links or ()) == 5


def test_cells_that_hold_whole_texts_are_cut_and_paired_inside(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", json.dumps({"en": TEXTS[0], "zh": TEXTS[1]}) + "\n")
    found = aligner.align(str(path))
    assert [pair.id for pair in found] == list(range(1, len(found) + 1))
    assert ("METHODS:", "方法：") in [(pair.source_text, pair.target_text) for pair in found]
    (whole,) = aligner.align(str(path), sentences=True)
    assert (whole.source_text, whole.target_text) == TEXTS


def test_realign_pairs_anew(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "en,zh\nThe dose was 12 mg.,\n,剂量为12 mg。\n")
    (pair,) = aligner.align(str(path), realign=True)
    assert (pair.source_text, pair.target_text) == ROWS[0]


def test_json_lines(tmp_path: Path) -> None:
    lines = [json.dumps({"id": k, "translation": {"en": e, "zh": z}, "n": None}) for k, (e, z) in enumerate(ROWS)]
    for name in ("a.jsonl", "a"):
        (document,) = all_of(written(tmp_path, name, "\n".join([lines[0], "", lines[1]])))
        assert pairs(document) == ROWS
        assert [block.address for block in document.source] == ["line 1 id=0", "line 3 id=1"]
        assert document.source[1].place(7) == (3, 1)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"en": "Pain.", "zh": "疼痛。"}\n{"en": "Fe', "line 2: is no JSON"),
        ('{"en": "Pain.", "zh": "疼痛。"}\n["Fever."]', "line 2: is no JSON object"),
        ('{"en": "Pain."}\n', "has one column only"),
        ("[" * 5000, "line 1: is no JSON"),
    ],
)
def test_broken_json_lines(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        all_of(written(tmp_path, "a.jsonl", content))


def test_a_finding_on_an_empty_cell_is_in_its_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "a.csv", "en,zh\nPain.,疼痛。\nNo adverse events occurred.,\n")
    assert run(["check", str(path), "--format", "concise"]) == 1
    assert f"{path}:3:1: omission" in capsys.readouterr().out


CELLS = st.text(st.one_of(st.sampled_from('",;\t\r\n'), st.characters(exclude_categories=["Cs", "Cc"])), max_size=6)


@settings(deadline=None)
@given(
    rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=4), end=st.sampled_from(["\n", "\r\n"])
)
def test_every_cell_and_its_place(rows: list[list[str]], end: str) -> None:
    buffer = io.StringIO(newline="")
    quoting = csv.QUOTE_MINIMAL if end == "\r\n" else csv.QUOTE_ALL  # a lone CR is quoted only where lines end with it
    csv.writer(buffer, lineterminator=end, quoting=quoting).writerows(rows)
    text = buffer.getvalue()
    found = _delimited.Rows(io.StringIO(text, newline=""), "a.csv", ",")
    cells = [row.cells for row in found]
    assert [[cell.text for cell in row] for row in cells] == rows
    starts = tuple(found.starts)
    for cell in (cell for row in cells for cell in row):
        at = starts[cell.line - 1] + cell.column - 1
        if cell.offsets is None:
            assert text.startswith(cell.text, at)
        else:
            assert "".join(text[offset] for offset in cell.offsets) == cell.text


def test_quotes_in_tabbed_text_count_where_they_were_needed() -> None:
    text = 'id\ten\tzh\n1\t"Pain"\t"疼痛"\n2\t"a\nb"\t丙\n3\t"x, ""y"""\t5" wide\n4\t"open\t丁\n'
    found = [row.texts for row in _delimited.Rows(io.StringIO(text, newline=""), "", "\t", "tsv")]
    assert found[1:] == [
        ("1", '"Pain"', '"疼痛"'),
        ("2", "a\nb", "丙"),
        ("3", 'x, "y"', '5" wide'),
        ("4", '"open', "丁"),
    ]


def test_a_line_that_names_the_separator_and_a_title_above_the_header(tmp_path: Path) -> None:
    content = "sep=;\r\nLeaflet on pain, 2nd draft;;\r\n\r\nNo.;English;Chinese\r\n1;Pain, severe.;剧痛。\r\n"
    (document,) = all_of(written(tmp_path, "a.csv", content))
    assert pairs(document) == [("Pain, severe.", "剧痛。")]
    assert (document.source[0].line, document.source[0].column) == (5, 3)
    assert [(block.text, block.line) for block in document.set_aside] == [("Leaflet on pain, 2nd draft", 2)]


@pytest.mark.parametrize("header", ["en,zh", '"English","中文"', "source;target"])
def test_a_table_without_a_telling_name_is_recognised_by_its_header(tmp_path: Path, header: str) -> None:
    separator = ";" if ";" in header else ","
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator).writerows(ROWS)
    assert readers.read(written(tmp_path, "a.txt", f"{header}\n{buffer.getvalue()}")).format == "csv"
