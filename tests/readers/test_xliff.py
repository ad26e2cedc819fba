"""XLIFF as it is defined, and as CAT tools write it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import aligner
from aligner.cli import run
from aligner.errors import InputError

ONE = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.docx" datatype="x-docx" source-language="en-US" target-language="zh-CN">
<header><note>Second edition</note></header>
<body>
<group id="g1">
<trans-unit id="1"><source>Rest <g id="1">helps</g>.</source><target>休息<g id="1">有益</g>。</target>
<alt-trans><source>Rest hurts.</source><target>休息有害。</target></alt-trans></trans-unit>
<group translate="no"><trans-unit id="2"><source>Code</source><target>代码</target></trans-unit></group>
</group>
<trans-unit id="3"><source>Fever.</source></trans-unit>
<trans-unit id="4"><source>Cough.</source><target state="needs-translation">Cough.</target></trans-unit>
<trans-unit id="5"><source><x id="1"/> </source><target><x id="1"/></target></trans-unit>
<bin-unit id="6" mime-type="image/png"><bin-source><external-file href="a.png"/></bin-source></bin-unit>
</body></file>
<file original="b.docx" datatype="x-docx" source-language="en-US" target-language="zh-CN"><body>
<trans-unit id="1"><source>Pain.</source><target state="translated">疼痛。</target></trans-unit>
</body></file>
</xliff>"""
TWO = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh-Hans" trgLang="en">
<file id="f1"><skeleton href="a.skl"/><group id="g1">
<unit id="u1"><originalData><data id="d1">&lt;b&gt;</data></originalData>
<segment id="s1" state="translated"><source><pc id="1" dataRefStart="d1">休息</pc>有益。</source>
<target><pc id="1">Rest</pc> helps.</target></segment>
<ignorable><source> </source><target> </target></ignorable>
<segment><source>咳<mrk id="m1" type="comment">嗽</mrk>。</source><target>Cough<ph id="2"/>.</target></segment>
<segment state="initial"><source>CT</source><target>CT</target></segment>
</unit>
<unit id="u2" translate="no"><segment><source>代码</source><target>code</target></segment></unit>
</group></file></xliff>"""
SDL = """<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2"
  sdl:version="1.0" version="1.2"><doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"/>
<file original="a.docx" datatype="x-sdlfilterframework2" source-language="en-US" target-language="zh-CN">
<header><reference><internal-file form="base64">UEsDBA==</internal-file></reference></header><body>
<trans-unit id="7f3c" translate="yes"><source>Rest helps. Fever fell.</source>
<seg-source><mrk mtype="seg" mid="1">Rest helps.</mrk> <mrk mtype="seg" mid="2">Fever fell.</mrk></seg-source>
<target><mrk mtype="seg" mid="1"><mrk mtype="x-sdl-comment" sdl:cid="c1">休息</mrk><mrk mtype="x-sdl-deleted"
 sdl:revid="r1">无</mrk><mrk mtype="x-sdl-added" sdl:revid="r2">有</mrk>益。</mrk> <mrk mtype="seg" mid="2"/></target>
<sdl:seg-defs><sdl:seg id="1" conf="Translated"/><sdl:seg id="2"/></sdl:seg-defs></trans-unit>
<trans-unit id="7f3d" translate="no"><source><x id="2"/></source></trans-unit>
</body></file></xliff>"""
MEMOQ = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff">
<file original="a.docx" source-language="en-us" target-language="zh-cn" datatype="x-memoq"><body>
<trans-unit id="1" mq:status="ManuallyConfirmed"><source xml:space="preserve">Rest <bpt
 id='1'>{}</bpt>helps<ept id='1'>{}</ept>.</source><target xml:space="preserve">休息<bpt
 id='1'>{}</bpt>有益<ept id='1'>{}</ept>。</target>
<mq:comments/></trans-unit>
<trans-unit id="2" mq:status="NotStarted"><source>Fever.</source><target>发烧。</target></trans-unit>
</body></file></xliff>"""


def read(folder: Path, text: str, name: str = "draft.xlf") -> aligner.Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return aligner.read(str(path))


def texts(document: aligner.Document) -> list[tuple[str, str]]:
    pairs = zip(document.source, document.target, strict=True)
    return [(a.text.replace("\ufffc", "|"), b.text.replace("\ufffc", "|")) for a, b in pairs]


def left(document: aligner.Document) -> dict[str, str]:
    return {skipped.why: skipped.what for skipped in document.skipped}


def test_1_2(tmp_path: Path) -> None:
    document = read(tmp_path, ONE)
    assert texts(document) == [("Rest |helps|.", "休息|有益|。"), ("Pain.", "疼痛。")]
    assert [block.address for block in document.source] == ["trans-unit id=1", "file[2] trans-unit id=1"]
    assert document.source[0].line == 7
    assert left(document) == {
        "marked as not to be translated (trans-unit id=2)": "1 unit",
        "not translated yet (trans-unit id=3, trans-unit id=4)": "2 units",
        "nothing to translate (trans-unit id=5)": "1 unit",
    }


def test_2_0(tmp_path: Path) -> None:
    document = read(tmp_path, TWO)
    assert document.source_lang == "zh"
    assert texts(document) == [("|休息|有益。", "|Rest| helps."), ("咳嗽。", "Cough|.")]
    assert [b.address for b in document.target] == ["unit id=u1 segment id=s1", "unit id=u1 segment[2]"]
    assert len(document.skipped) == 2


def test_sdlxliff(tmp_path: Path) -> None:
    document = read(tmp_path, SDL, "a.sdlxliff")
    assert texts(document) == [("Rest helps.", "休息有益。")]
    assert document.target[0].address == "trans-unit id=7f3c mrk mid=1"
    assert "not translated yet (trans-unit id=7f3c mrk mid=2)" in left(document)


def test_a_file_may_hold_its_large_original(tmp_path: Path) -> None:
    document = read(tmp_path, SDL.replace("UEsDBA==", "UEsDBA==" * (11 << 17)), "a.sdlxliff")
    assert texts(document) == [("Rest helps.", "休息有益。")]


def test_mqxliff(tmp_path: Path) -> None:
    document = read(tmp_path, MEMOQ, "a.mqxliff")
    assert texts(document) == [("Rest |helps|.", "休息|有益|。")]
    assert [(t.kind, t.id) for t in document.target[0].tags] == [("open", "1"), ("close", "1")]
    assert "not translated yet (trans-unit id=2)" in left(document)


def test_drafts_are_checked_as_they_are_named_and_in_folders(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [tmp_path / "a.xlf", tmp_path / "b.sdlxliff"]
    for path, text in zip(paths, (ONE, SDL), strict=True):
        path.write_text(text, encoding="utf-8")
    for named in (map(str, paths), [str(tmp_path)]):
        assert run(["check", *named, "--format", "jsonl", "--no-config"]) == 0
        assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == ["a", "b"]


def test_the_content_says_what_it_is(tmp_path: Path) -> None:
    assert read(tmp_path, SDL, "a.txt").format == "xliff"


def test_a_translation_that_was_not_segmented_is_one_pair(tmp_path: Path) -> None:
    whole = '<trans-unit id="1"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg"'
    whole += ' mid="2">B.</mrk></seg-source><target>甲。乙。</target></trans-unit>'
    head = '<xliff version="1.2"><file source-language="en" target-language="zh"><body>'
    assert texts(read(tmp_path, f"{head}{whole}</body></file></xliff>")) == [("A. B.", "甲。乙。")]


def test_nothing_that_is_not_translated_is_called_an_omission(tmp_path: Path) -> None:
    result = aligner.check(read(tmp_path, ONE))
    assert not any(finding.rule in ("omission", "untranslated") for finding in result.findings)


@pytest.mark.parametrize("text", [ONE, SDL])
def test_pairs_have_their_place_in_the_file(tmp_path: Path, text: str) -> None:
    document = read(tmp_path, text)
    lines = text.splitlines()
    for block in document.target:
        assert "<target" in lines[block.line - 1] or "<mrk" in lines[block.line - 1]
        assert block.place(1) == (block.line, 1)


def test_languages_named_the_wrong_way_round(tmp_path: Path) -> None:
    longer = TWO.replace("Rest</pc>", "Rest of the painful knee</pc>")
    document = read(tmp_path, longer.replace('srcLang="zh-Hans" trgLang="en"', 'srcLang="en" trgLang="zh-Hans"'))
    assert (document.source_lang, document.first) == ("zh", "source") and document.source[0].text.endswith("有益。")
    (warning,) = document.warnings
    assert warning.endswith("names its languages the wrong way round; what is written counts")
    assert not read(tmp_path, longer).warnings


def test_an_empty_file_is_told_as_that(tmp_path: Path) -> None:
    for name in ("a.xlf", "a.tmx", "a.docx"):
        (tmp_path / name).touch()
        with pytest.raises(InputError, match="is empty"):
            aligner.read(str(tmp_path / name))
