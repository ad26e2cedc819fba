"""The user's own Word file with a comment at the words of each finding."""

import json
import re
from pathlib import Path

import docx
import pytest

import aligner
from aligner.cli import run
from aligner.errors import OutputError
from aligner.model import Result
from aligner.reports import RenderOptions, find
from aligner.word import flow
from tests import factory
from tests.word.test_comments import marked
from tests.word_files import box, change, p, r, table, unpacked, word_file

OTHERS = ("concise", "console", "github", "gitlab", "html", "json", "junit", "sarif")
ROWS = (
    ("The patient had pain in the left knee.", "患者左膝疼痛。"),
    ("She had migratory arthralgia for 6 months.", "她有6个月的迁移性关节痛。"),
    ("No fever was noted.", ""),
    ("At follow-up the pain had resolved.", "随访时疼痛已缓解。"),
)


def reviewed(result: Result) -> bytes:
    return b"".join(find("docx").render([result], RenderOptions()))


def check(tmp_path: Path, data: bytes, source: str | bytes | None = None, **options: object) -> Result:
    """Check a Word file that holds both languages, or the translation of a source."""
    place = tmp_path / "draft.docx"
    place.write_bytes(data)
    if source is None:
        return aligner.check(str(place), **options)
    other = tmp_path / ("en.txt" if isinstance(source, str) else "en.docx")
    other.write_bytes(source.encode() if isinstance(source, str) else source)
    return aligner.check(str(other), str(place), **options)


def comments(data: bytes) -> list[tuple[str, str]]:
    """Return the words of each comment and what it says, in the order of their numbers."""
    notes = re.findall(r"<w:comment .*?</w:comment>", unpacked(data)["word/comments.xml"].decode(), re.DOTALL)
    told = {re.search(r'w:id="(\d+)"', note)[1]: re.findall(r"<w:t [^>]*>(.*?)</w:t>", note) for note in notes}  # type: ignore[index]
    return [
        (words, " | ".join(told[number])) for number, words in sorted(marked(data).items(), key=lambda at: int(at[0]))
    ]


def test_a_table_is_commented_on_in_the_cells_of_the_translation(tmp_path: Path) -> None:
    result = check(tmp_path, word_file(p(r("For review")) + table(*ROWS)))
    term, omission = comments(reviewed(result))
    assert term[0] == "迁移性关节痛"
    assert term[1].startswith("major · terminology | “migratory arthralgia” is not “迁移性关节痛”")
    assert term[1].endswith(" | Write: 游走性关节痛")
    assert omission == (
        "",
        "major · omission | this part of the source has no counterpart in the translation: “No fever was noted.”",
    )
    document = unpacked(reviewed(result))["word/document.xml"].decode()
    row = document.split("<w:tr>")[3]
    assert re.search(r"noted\..*</w:tc><w:tc><w:p><w:commentRangeStart", row)


def test_of_two_files_the_translation_is_commented_on(tmp_path: Path) -> None:
    source = " ".join(english for english, _ in ROWS)
    target = p(
        r("患者左膝疼痛。她有6个月的"), change("ins", r("迁移") + r("性", "<w:b/>")), r("关节痛。随访时疼痛已缓解。")
    )
    for given in (source, word_file(p(r(source)))):
        term, omission = comments(reviewed(check(tmp_path, word_file(target), given)))
        assert term[0] == "迁移性关节痛"
        assert omission[0] == "。" and "No fever was noted." in omission[1]


def test_a_reviewed_file_reads_as_before(tmp_path: Path) -> None:
    data = word_file(p(r("For review")) + table(*ROWS))
    first = check(tmp_path, data)
    again = check(tmp_path, reviewed(first))
    assert again.document == first.document
    assert again.findings == first.findings
    assert len(comments(reviewed(again))) == 2 * len(first.findings)  # those of the first review stay


def test_changes_that_are_rejected_are_commented_on_as_they_were_read(tmp_path: Path) -> None:
    target = p(r("患者有"), change("del", r("迁移性关节痛")), change("ins", r("关节痛")), r("。"))
    result = check(tmp_path, word_file(target), "The patient had migratory arthralgia.", changes="rejected")
    ((_, told),) = comments(reviewed(result))
    assert "Write: 游走性关节痛" in told
    document = unpacked(reviewed(result))["word/document.xml"].decode()
    assert re.search(
        r"<w:commentRangeStart[^>]*/><w:r><w:delText [^>]*>迁移性关节痛</w:delText></w:r><w:commentRangeEnd", document
    )


def test_what_stands_where_no_comment_may_be_says_where(tmp_path: Path) -> None:
    body = p(r("患者左膝疼痛。")) + p(r("见图。"), box(p(r("她有迁移性关节痛。"))))
    result = check(
        tmp_path,
        word_file(body),
        "The patient had pain in the left knee.\nSee the figure.\nShe had migratory arthralgia.",
    )
    ((words, told),) = comments(reviewed(result))
    assert words == "" and told.startswith("major · terminology | In textbox[1]: 迁移性关节痛 | ")


def test_a_finding_with_several_places_names_them(tmp_path: Path) -> None:
    english = ["Pain, swelling and fever resolved.", "There was no pain, and no fever.", "The knee was normal."]
    chinese = ["疼痛,肿胀和发热均消退。", "无疼痛,无发热。", "膝关节正常。"]
    result = check(tmp_path, word_file("".join(p(r(text)) for text in chinese)), "\n".join(english))
    ((words, told),) = comments(reviewed(result))
    assert words == "," and " | 2 places: p[1], p[2] | Write: ，" in told


def test_no_findings_no_comments_and_the_same_bytes(tmp_path: Path) -> None:
    data = word_file(table(ROWS[0], ROWS[3]))
    result = check(tmp_path, data)
    assert not result.findings
    assert unpacked(reviewed(result)) == unpacked(data)


def test_the_library_that_others_use_sees_the_comments(tmp_path: Path) -> None:
    written = docx.Document()
    grid = written.add_table(0, 2)
    for row in ROWS:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text
    place = tmp_path / "draft.docx"
    written.save(str(place))
    place.write_bytes(reviewed(aligner.check(str(place))))
    found = docx.Document(str(place))
    assert [comment.author for comment in found.comments] == ["aligner", "aligner"]
    assert [cell.text for row in found.tables[0].rows for cell in row.cells] == [text for row in ROWS for text in row]


def test_what_is_no_word_file_cannot_be_commented_on(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is no Word file"):
        reviewed(factory.result())
    result = check(tmp_path, word_file(table(*ROWS)))
    with pytest.raises(OutputError, match="2 documents cannot be one Word file"):
        list(find("docx").render([result, result], RenderOptions()))
    place = tmp_path / "draft.docx"
    place.write_bytes(word_file(table(("Something else", "别的"), *ROWS)))
    with pytest.raises(OutputError, match="has changed since it was read"):
        reviewed(result)
    place.unlink()
    with pytest.raises(OutputError, match="cannot be read again"):
        reviewed(result)


def test_the_command_writes_it_by_its_extension(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place, out = tmp_path / "draft.docx", tmp_path / "draft.reviewed.docx"
    place.write_bytes(word_file(table(*ROWS)))
    assert run(["check", str(place), "--no-config", "-o", str(out)]) == 1
    assert [words for words, _ in comments(out.read_bytes())] == ["迁移性关节痛", ""]
    assert flow.read(out.read_bytes(), "a", "accepted").text == flow.read(place.read_bytes(), "a", "accepted").text
    macros, out = tmp_path / "draft.docm", tmp_path / "draft.reviewed.docm"
    macros.write_bytes(word_file(table(*ROWS), main="application/vnd.ms-word.document.macroEnabled.main+xml"))
    assert run(["check", str(macros), "--no-config", "-o", str(out)]) == 1
    assert b"macroEnabled" in unpacked(out.read_bytes())["[Content_Types].xml"]
    capsys.readouterr()
    changed = p(r("The knee was "), change("del", r("red")), change("ins", r("blue")), r(".")) + p(r("膝关节发蓝。"))
    place.write_bytes(word_file(changed))
    assert run(["check", str(place), "--no-config", "--changes", "rejected", "--format", "tsv"]) in (0, 1)
    assert "\tThe knee was red.\t" in capsys.readouterr().out
    text = tmp_path / "page.txt"
    text.write_text("Knee pain.\n膝关节疼痛。\n", "utf-8")
    assert run(["check", str(text), "--no-config", "-o", f"docx={out}"]) == 2
    assert "is no Word file, so it cannot be written with comments" in capsys.readouterr().err
    assert run(["check", str(place), "--no-config", "-o", str(place)]) == 2


def test_other_reports_name_the_place_in_the_file(tmp_path: Path) -> None:
    """A Word file has no lines, and nothing in it can be replaced as in a text file."""
    result = check(tmp_path, word_file(p(r("For review")) + table(*ROWS)))
    shown = {name: "".join(map(str, find(name).render([result], RenderOptions()))) for name in OTHERS}
    assert re.search(r"draft\.docx: table\[1\] row 2: terminology ", shown["concise"])
    assert re.search(r"draft\.docx: table\[1\] row 3: omission ", shown["concise"])
    assert re.search(r"::error file=[^,]*draft\.docx,title=[^:]*::table\[1\] row 2: ", shown["github"])
    assert '"description": "table[1] row 2: “migratory' in shown["gitlab"]
    assert "draft.docx: table[1] row 2: major: “migratory" in shown["junit"]
    assert '"fullyQualifiedName": "table[1] row 2"' in shown["sarif"]
    assert not re.search('"(?:startLine|fixes)"', shown["sarif"])
    assert {finding["location"]["address"] for finding in json.loads(shown["json"])["findings"]} == {
        "table[1] row 2", "table[1] row 3",
    }  # fmt: skip
    assert re.search(r"major  terminology  table\[1\] row 2\n", shown["console"])
    for name in ("console", "html"):
        assert re.search(r"p\[1\].*For review", shown[name])
    assert '"address": "p[1]"' in shown["json"]
