"""Subtitles: two files, or both languages in one, by lines or merged by time."""

import sys
from pathlib import Path

import pytest

import aligner
from aligner import readers
from aligner.cli import run
from aligner.errors import InputError, MissingExtraError
from aligner.model import Document

ENGLISH = """1
00:00:01,000 --> 00:00:03,500
<i>The knee</i> was painful

2
00:01:04,250 --> 00:01:06,500
{\\an8}and the dose
was 12 mg.
"""
CHINESE = """1
00:00:01,000 --> 00:00:03,500
膝关节疼痛

2
00:01:04,250 --> 00:01:06,500
剂量为
12毫克
"""
EXPECTED = [("The knee was painful", "膝关节疼痛"), ("and the dose was 12 mg.", "剂量为 12毫克")]


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> str:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return str(path)


def pairs(document: Document) -> list[tuple[str, str]]:
    links = document.links or ()
    return [
        ("".join(document.source[k].text for k in left), "".join(document.target[k].text for k in right))
        for left, right in links
    ]


def merged(first: str, second: str) -> str:
    """Put the subtitles of two files side by side, or one after the other."""
    return "\n\n".join(one for both in zip(first.split("\n\n"), second.split("\n\n"), strict=True) for one in both)


def test_two_files(tmp_path: Path) -> None:
    found = aligner.align(written(tmp_path, "a.en.srt", ENGLISH), written(tmp_path, "a.zh.srt", CHINESE))
    assert [(pair.source_text, pair.target_text) for pair in found] == EXPECTED
    assert found[1].address == "subtitle 2 at 00:01:04.250"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize(
    "text",
    [
        merged(ENGLISH, CHINESE),
        ENGLISH.replace("painful\n", "painful\n膝关节疼痛\n").replace("mg.\n", "mg.\n剂量为\n12毫克\n"),
        ENGLISH.replace("painful\n", "painful\n膝关节疼痛\n")
        .replace("mg.\n", "mg.\n剂量为\n12毫克\n")
        .replace("\n", "\r\n"),
    ],
    ids=["merged", "by lines", "of Windows"],
)
def test_both_languages_in_one_file(tmp_path: Path, text: str, encoding: str) -> None:
    document = readers.read(written(tmp_path, "a.srt", text, encoding))
    assert pairs(document) == EXPECTED
    assert (document.source_lang, document.presegmented) == ("en", True)


def test_a_subtitle_that_is_not_translated_is_kept(tmp_path: Path) -> None:
    more = "\n\n3\n00:02:00,000 --> 00:02:01,000\nRest helps.\n\n4\n00:03:00,000 --> 00:03:01,000\n♪\n"
    document = readers.read(written(tmp_path, "a.srt", merged(ENGLISH, CHINESE) + more))
    assert pairs(document) == [*EXPECTED, ("Rest helps.", "")]


def test_a_script_of_another_program(tmp_path: Path) -> None:
    head = "[Script Info]\nScriptType: v4.00+\n\n[Events]\n"
    head += "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    line = "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\i1}Rest helps.{\\i0}\\N休息有益。\n"
    other = "Comment: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,left out\n"
    assert pairs(readers.read(written(tmp_path, "a.ass", head + line + other))) == [("Rest helps.", "休息有益。")]


def test_subtitles_are_recognised_by_their_times(tmp_path: Path) -> None:
    assert readers.read(written(tmp_path, "a.txt", merged(ENGLISH, CHINESE))).format == "srt"


@pytest.mark.parametrize("text", ["", "nothing here", "1\n00:00:01,000 --> 00:00:02,000\n\n", "a\0b"])
def test_what_is_no_subtitle_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    assert run(["check", written(tmp_path, "a.srt", text)]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pysubs2", None)
    with pytest.raises(MissingExtraError, match=r"pip install '\.\[formats\]'"):
        readers.read(written(tmp_path, "a.srt", ENGLISH))


def test_one_language_alone(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds only English"):
        readers.read(written(tmp_path, "a.srt", ENGLISH))
