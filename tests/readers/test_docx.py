"""Word files as translators have them: two files, one page with both languages, a table with a column for each."""

import zipfile
from pathlib import Path

import docx
import pytest

import aligner
from aligner import readers
from aligner.cli import run
from aligner.errors import InputError
from aligner.model import Document
from tests.word_files import STRICT, change, p, packed, r, table, unpacked, word_file

EN = ("The knee was swollen. It hurt at night.", "MRI showed bone marrow oedema.")
ZH = ("膝关节肿胀。夜间疼痛。", "MRI显示骨髓水肿。")
ROWS = tuple(zip(EN, ZH, strict=True))


LONG = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p(r("".join(ZH)))}</w:tc>'


def read(tmp_path: Path, data: bytes, **options: object) -> Document:
    place = tmp_path / "draft.docx"
    place.write_bytes(data)
    return aligner.read(str(place), **options)


def sides(document: Document) -> tuple[list[str], list[str]]:
    return [b.text for b in document.source], [b.text for b in document.target]


def aside(document: Document) -> list[tuple[str, str]]:
    return [(b.address, b.text) for b in document.set_aside]


def paragraphs(*texts: str) -> str:
    return "".join(p(r(text)) for text in texts)


def test_two_files_by_the_library_that_others_use(tmp_path: Path) -> None:
    for name, texts in (("en", EN), ("zh", ZH)):
        written = docx.Document()
        for text in texts:
            written.add_paragraph(text)
        written.save(str(tmp_path / f"{name}.docx"))
    document = aligner.read(str(tmp_path / "en.docx"), str(tmp_path / "zh.docx"))
    assert sides(document) == (list(EN), list(ZH))
    assert (document.format, document.links, document.warnings) == ("docx", None, ())
    assert [b.address for b in document.target] == ["p[1]", "p[2]"]


@pytest.mark.parametrize(
    "texts", [(EN[0], ZH[0], EN[1], ZH[1]), (*EN, *ZH), (f"{EN[0]}{ZH[0]}", f"{EN[1]}\t磁共振显示骨髓水肿。")]
)
def test_one_page_by_turns_or_one_after_the_other(tmp_path: Path, texts: tuple[str, ...]) -> None:
    document = read(tmp_path, word_file(paragraphs(*texts)))
    assert sides(document) == (list(EN), [ZH[0], ZH[1] if ZH[1] in texts else "磁共振显示骨髓水肿。"])
    assert document.links is None


def test_paragraphs_are_never_joined_as_lines_are(tmp_path: Path) -> None:
    """Lines of one width that end in the middle of a sentence are joined in a text file, but not here."""
    lines = [
        "the pain of the knee at night was worse and",
        "it was of the kind that comes and goes with",
        "the weather",
    ]
    document = read(tmp_path, word_file(paragraphs(*lines, "膝关节夜间疼痛加重。")))
    assert [b.text for b in document.source] == lines


def test_values_in_a_table_are_of_its_language(tmp_path: Path) -> None:
    english = table(("Category", "ACR (mg/g)"), ("A1", "&lt;30"), ("A2", "30-300"))
    chinese = table(("分级", "比值（mg/g）"), ("A1", "&lt;30"), ("A2", "30~300"))
    text = word_file(paragraphs(EN[0], ZH[0]) + english + chinese + paragraphs(EN[1], ZH[1]))
    source, target = sides(read(tmp_path, text))
    assert source == [EN[0], "Category", "ACR (mg/g)", "A1", "<30", "A2", "30-300", EN[1]]
    assert target == [ZH[0], "分级", "比值（mg/g）", "A1", "<30", "A2", "30~300", ZH[1]]


def test_the_width_of_signs_tells_the_language_of_doses(tmp_path: Path) -> None:
    source, target = sides(
        read(tmp_path, word_file(paragraphs(EN[0], ZH[0], "（1）10 mg；（2）15 mg", "(1) 10 mg; (2) 15 mg")))
    )
    assert (source[1:], target[1:]) == (["(1) 10 mg; (2) 15 mg"], ["（1）10 mg；（2）15 mg"])


def test_with_sentences_each_paragraph_is_one_segment(tmp_path: Path) -> None:
    document = read(tmp_path, word_file(paragraphs(*EN, *ZH)), sentences=True)
    assert sides(document) == (list(EN), list(ZH)) and document.presegmented


def test_a_table_of_two_columns_is_paired_by_its_rows(tmp_path: Path) -> None:
    rows = (*ROWS, ("No fever.", ""), ("", "无寒战。"))
    document = read(tmp_path, word_file(table(*rows)))
    assert sides(document) == ([*EN, "No fever."], [*ZH, "无寒战。"])
    assert document.links == (((0,), (0,)), ((1,), (1,)), ((2,), ()), ((), (2,)))
    assert [b.address for b in document.source] == [f"table[1] row {n}" for n in (1, 2, 3)]
    pairs = aligner.align(document)
    assert [(pair.source_text, pair.target_text) for pair in pairs[:3]] == [
        ("The knee was swollen.", "膝关节肿胀。"), ("It hurt at night.", "夜间疼痛。"), ROWS[1],
    ]  # fmt: skip
    assert [pair.method for pair in pairs[2:]] == ["given"] * 3
    assert {pair.method for pair in aligner.align(document, realign=True)} == {"lexical"}


@pytest.mark.parametrize(
    "head", [("English", "中文"), ("Source text", "Target"), ("原文（英文）", "译文"), ("en-US", "zh-CN")]
)
def test_the_row_that_names_the_languages_is_set_aside(tmp_path: Path, head: tuple[str, str]) -> None:
    document = read(tmp_path, word_file(table(("No.", *head, "Remarks"), *(("1", *row, "") for row in ROWS))))
    assert sides(document) == (list(EN), list(ZH))
    assert aside(document) == [("table[1] row 1", text) for text in ("No.", *head, "Remarks")]
    below = read(tmp_path, word_file(table(*ROWS, ("Translation", "翻译"))))
    assert below.target[-1].text == "翻译" and not below.set_aside


def test_a_row_that_word_repeats_on_each_page_is_set_aside(tmp_path: Path) -> None:
    document = read(tmp_path, word_file(table(("What we send", "返回稿"), *ROWS, head=True)))
    assert sides(document) == (list(EN), list(ZH))


def test_other_columns_and_what_is_around_the_table_are_set_aside(tmp_path: Path) -> None:
    rows = [(str(n), "Draft", zh, en, "check this" if n == 2 else "") for n, (en, zh) in enumerate(ROWS, 1)]
    document = read(tmp_path, word_file(p(r("For review")) + table(*rows)))
    assert (document.source_lang, document.first) == ("zh", "source")
    assert sides(document) == (list(ZH), list(EN))
    others = [("table[1] row 1", "Draft"), ("table[1] row 2", "Draft"), ("table[1] row 2", "check this")]
    assert aside(document) == [("p[1]", "For review"), *others]
    assert read(tmp_path, word_file(table(*rows)), source="en").first == "target"


def test_what_is_around_the_table_in_both_languages_is_paired(tmp_path: Path) -> None:
    around = paragraphs("Knee surgery: consent", "膝关节手术：知情同意书", "Li Wei, Zhang Min", "2024-05-06")
    rows = (("The risks of this operation were explained to me.", "已向我说明本次手术的风险。"), *ROWS)
    document = read(tmp_path, word_file(around + table(*rows) + p(r("I have read this. 我已阅读。"))))
    assert [(pair.source_text, pair.target_text) for pair in aligner.align(document)] == [
        ("Knee surgery: consent", "膝关节手术：知情同意书"), rows[0],
        ("The knee was swollen.", "膝关节肿胀。"), ("It hurt at night.", "夜间疼痛。"), ROWS[1],
        ("I have read this.", "我已阅读。"),
    ]  # fmt: skip
    assert {text for _, text in aside(document)} == {"Li Wei, Zhang Min", "2024-05-06"}
    alone = read(tmp_path, word_file(p(r("Please translate this (请翻译)")) + table(*ROWS)))
    assert sides(alone) == (list(EN), list(ZH))


LINES = (
    ("Inclusion criteria for the run-in phase", "导入期入选标准"),
    ("Adults who walk without a cane", "行走无需拐杖的成人"),
    ("Serum urate above the upper limit of normal", "血尿酸高于正常上限"),
    ("A signed consent form", "已签署知情同意书"),
)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Study outline / 研究概要", "Blank cells are to stay blank."),
        ("Study outline", "注：空白处请保留。"),
        ("Draft 初稿", "Page 2 of 5"),
    ],
)
def test_remarks_around_the_table_do_not_undo_its_pairs(tmp_path: Path, above: str, below: str) -> None:
    document = read(tmp_path, word_file(p(r(above)) + table(*LINES) + p(r(below))))
    assert document.source_lang == "en" and document.links is not None
    assert set(LINES) <= set(zip(*sides(document), strict=True))
    assert below in {text for _, text in aside(document)}
    titled = ("Study outline", "研究概要") in zip(*sides(document), strict=True)
    assert titled == ("/" in above)


def test_columns_that_are_asked_for(tmp_path: Path) -> None:
    rows = (("Old", "New", "Chinese"), *((en.upper(), en, zh) for en, zh in LINES))
    data = word_file(paragraphs(*EN, *ZH) + table(*rows))
    assert sides(read(tmp_path, data))[0][-1] == LINES[-1][0].upper()
    for asked in ("New", "2"):
        document = read(tmp_path, data, columns={"en": asked, "zh": "Chinese"})
        assert sides(document)[0][-1] == LINES[-1][0] and not document.warnings
    (warning,) = read(tmp_path, word_file(table(*LINES)), columns={"en": "Draft", "zh": "Chinese"}).warnings
    assert warning.endswith("no table has the columns en=Draft, zh=Chinese")


@pytest.mark.parametrize("cells", [("布洛芬", "400 mg"), ("HbA1c", "7.4%"), ("Ibuprofen", "400 mg")])
def test_doses_and_names_in_a_table_are_no_second_language(tmp_path: Path, cells: tuple[str, str]) -> None:
    text = paragraphs("门诊病历", "患者因右膝疼痛就诊，口服药物后疼痛好转，夜间睡眠改善。", "带药如下。")
    with pytest.raises(InputError, match="holds only Chinese"):
        read(tmp_path, word_file(text + table(("项目", "用量"), cells)))


def test_a_cell_across_both_columns_is_cut_between_the_languages(tmp_path: Path) -> None:
    title = p(r("Knee pain in adults"), "<w:r><w:br/></w:r>", r("成人膝关节疼痛"))
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{title}</w:tc>'
    document = read(tmp_path, word_file(table((wide,), *ROWS)))
    assert sides(document) == (["Knee pain in adults", *EN], ["成人膝关节疼痛", *ZH])


def test_several_paragraphs_in_a_cell_are_of_one_pair(tmp_path: Path) -> None:
    rows = ((paragraphs(*EN), p(r("".join(ZH)))), *ROWS)
    document = read(tmp_path, word_file(table(*rows)))
    assert document.links is not None and document.links[0] == ((0, 1), (0,))
    assert read(tmp_path, word_file(table((paragraphs(*EN), paragraphs(*ZH))))).links == (((0, 1), (0, 1)),)


@pytest.mark.parametrize(
    "body",
    [
        table((p(r(EN[0])), LONG), (p(r(EN[1])), LONG.replace(' w:val="restart"', ""))),  # one cell beside two
        p(r("Knee pain in adults")) + table(*ROWS) + p(r("成人膝关节疼痛")),  # text in both languages around it
        table(("MRI", "磁共振成像检查"), ("CT", "计算机断层扫描")) + paragraphs(*EN, *ZH),
        table(*((text,) for row in ROWS for text in row)),  # one column, by turns
    ],
)
def test_what_is_no_table_of_pairs_is_read_as_a_page(tmp_path: Path, body: str) -> None:
    assert read(tmp_path, word_file(body)).links is None


def test_a_table_of_abbreviations_is_not_taken_for_a_translation(tmp_path: Path) -> None:
    places = [tmp_path / "en.docx", tmp_path / "zh.docx"]
    places[0].write_bytes(word_file(paragraphs("MRI is magnetic resonance imaging.", "CT is computed tomography.")))
    places[1].write_bytes(word_file(table(("MRI", "磁共振成像是一种检查"), ("CT", "计算机断层扫描也是"))))
    assert aligner.read(*map(str, places)).links is None


def test_a_table_of_data_for_both_languages_is_set_aside(tmp_path: Path) -> None:
    """Journals print one table with labels in both languages; its cells are in neither text."""
    rows = [
        ("Outcome 指标", "Early\n早期组", " Delayed/延迟组"),
        ("Re-tear, n (%) 再撕裂，例（%）", "4 (9.3)", "3 (7.0)"),
    ]
    document = read(tmp_path, word_file(paragraphs(EN[0], ZH[0]) + table(*rows) + paragraphs(EN[1], ZH[1])))
    assert sides(document) == (list(EN), list(ZH))
    assert [text for _, text in aside(document)] == [
        "Outcome 指标", "Early 早期组", "Delayed/延迟组", "Re-tear, n (%) 再撕裂，例（%）", "4 (9.3)", "3 (7.0)",
    ]  # fmt: skip
    assert {address for address, _ in aside(document)} == {"table[1] row 1", "table[1] row 2"}
    bilingual = read(tmp_path, word_file(table(*ROWS) + table(*rows)))
    assert bilingual.links == (((0,), (0,)), ((1,), (1,))) and len(bilingual.set_aside) == 6
    by_turns = read(tmp_path, word_file(table(*((paragraphs(*row),) for row in ROWS))))
    assert sides(by_turns) == (list(EN), list(ZH))


def test_headers_and_footers_are_text_where_both_files_have_some(tmp_path: Path) -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    heads = p(r("Knee pain in adults")), p(r("成人膝关节疼痛"))
    page = read(tmp_path, word_file(paragraphs(*EN, *ZH) + section, header1=heads[0] + heads[1]))
    assert sides(page) == (list(EN), list(ZH))
    assert aside(page) == [("header[1]", "Knee pain in adults"), ("header[1]", "成人膝关节疼痛")]
    english, chinese = (tmp_path / f"{name}.docx" for name in ("en", "zh"))
    english.write_bytes(word_file(paragraphs(*EN) + section, header1=heads[0]))
    chinese.write_bytes(word_file(paragraphs(*ZH)))
    alone = aligner.read(str(english), str(chinese))
    assert sides(alone) == (list(EN), list(ZH)) and aside(alone) == [("header[1]", "Knee pain in adults")]
    chinese.write_bytes(word_file(paragraphs(*ZH) + section, header1=heads[1]))
    both = aligner.read(str(english), str(chinese))
    assert both.source[-1].text == "Knee pain in adults" and both.target[-1].address == "header[1]"


def test_tracked_changes_and_hidden_text_are_told(tmp_path: Path) -> None:
    body = paragraphs(*EN) + p(
        change("del", r("髋")), change("ins", r("膝")), r("关节肿胀。夜间疼痛。"), r("内部备注", "<w:vanish/>")
    )
    document = read(tmp_path, word_file(body))
    assert document.target[0].text == ZH[0]
    tracked, hidden = document.warnings
    assert tracked.endswith("tracked changes are read as accepted; --changes rejected reads them as rejected")
    assert hidden.endswith("hidden text is left out: “内部备注”")
    assert read(tmp_path, word_file(body), changes="rejected").target[0].text.startswith("髋关节")


def test_what_is_not_read_is_told(tmp_path: Path) -> None:
    data = word_file(paragraphs(*EN, *ZH), chart1="")
    (warning,) = read(tmp_path, data).warnings
    assert warning.endswith("text in charts is not read")


def test_content_decides_and_not_the_name(tmp_path: Path) -> None:
    place = tmp_path / "page.txt"
    place.write_bytes(word_file(paragraphs(*EN, *ZH)))
    assert aligner.read(str(place)).format == "docx"
    place = tmp_path / "page.docm"
    place.write_bytes(word_file(paragraphs(*EN, *ZH), main="application/vnd.ms-word.document.macroEnabled.main+xml"))
    assert aligner.read(str(place)).format == "docx"
    place.write_bytes(word_file(paragraphs(*EN, *ZH), strict=True))
    assert STRICT in unpacked(place.read_bytes())["word/document.xml"].decode()
    assert sides(aligner.read(str(place))) == (list(EN), list(ZH))


def test_paragraphs_are_the_lines_that_are_scored(tmp_path: Path) -> None:
    place = tmp_path / "zh.docx"
    place.write_bytes(word_file(paragraphs(*ZH)))
    assert readers.read_lines(place).text.splitlines() == list(ZH)
    assert run(["score", str(place), "--reference", str(place), "--no-config"]) == 0


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (word_file(""), "holds no text"),
        (word_file(p(r("hidden", "<w:vanish/>"))), "holds no text"),
        (word_file(paragraphs(*EN)), "holds only English"),
        (word_file(paragraphs("12.5", "3")), "holds neither English nor Chinese text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "old format of Word"),
        (b"Knee pain \xe8\x86\x9d", "is no Word file"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "no Word document"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line(
    tmp_path: Path, data: bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "draft.docx"
    place.write_bytes(data)
    with pytest.raises(InputError, match=told):
        aligner.read(str(place))
    assert run(["check", str(place), "--no-config"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert told in line


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("draft.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")),
        ("draft.rtf", b"{\\rtf1\\ansi The knee was swollen.}"),
        ("draft.odt", packed({"mimetype": "application/vnd.oasis.opendocument.text"}, zipfile.ZIP_STORED)),
    ],
)
def test_what_word_writes_besides_is_no_text(tmp_path: Path, name: str, data: bytes) -> None:
    place = tmp_path / name
    place.write_bytes(data)
    with pytest.raises(InputError, match=r"save it as \.docx"):
        aligner.read(str(place))


def test_a_file_that_libreoffice_wrote() -> None:
    """It holds all that a draft may: turns, notes, a table, a text box, a header, tracked and hidden text."""
    document = aligner.read(str(Path(__file__).parents[1] / "samples" / "libreoffice.docx"))
    assert [(b.address, b.text) for b in document.source] == [
        ("p[1]", "Imaging of the painful knee"),
        ("p[3]", "We examined 48 patients with knee pain. White cells were below 10 × 10⁹/L in all of them."),
        ("p[5]", "See the protocol.\tTabbed."),
        ("p[5]", "A new line."),
        ("table[1] row 1", "Bone marrow oedema was seen in 12 knees."),
        ("table[1] row 2", "Effusion was seen in 20 knees."),
        ("p[7]", "Surgery was not needed."),
        ("textbox[1]", "Note: the left knee was imaged first."),
        ("footnote[1]", "Pain of more than 3 months."),
    ]
    assert [(b.address, b.text) for b in document.target] == [
        ("p[2]", "膝关节疼痛的影像学检查"),
        ("p[4]", "我们检查了48例膝关节疼痛患者。所有患者白细胞均低于10 × 10⁹/L（入院时）。"),
        ("p[6]", "见研究方案。\t制表。"),
        ("p[6]", "新的一行。"),
        ("table[1] row 1", "12个膝关节可见骨髓水肿。"),
        ("table[1] row 2", "22个膝关节可见积液。"),
        ("p[8]", "无需手术。"),
        ("textbox[1]", "注：先检查右膝。"),
        ("footnote[2]", "疼痛超过3个月。"),
    ]
    assert set(aside(document)) == {
        ("header[1]", "Knee imaging, draft 3 / 膝关节影像，第3稿"), ("footer[1]", "Page 1"),
    }  # fmt: skip
    assert len(document.warnings) == 2
