"""Findings as notes in the user's own file: where each tool shows them, and nothing else changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

import aligner
from aligner.cli import run
from aligner.errors import OutputError
from aligner.reports import RenderOptions, find

SDL_SPACE = "http://sdl.com/FileTypes/SdlXliff/1.0"
ONE = """<?xml version='1.0'   encoding="{encoding}"?>
<!-- kept --><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:its='urn:x'>
<file original="a" datatype="x" source-language="en" target-language="zh"><body>
<trans-unit   id='1' its:level="&lt;3"><source>It lasted 3 weeks.</source>\r
<target>持续<g id="1"/>5周。</target><note>Li</note><alt-trans><target>5周</target></alt-trans><its:x/></trans-unit>
<trans-unit id="2"><source>Rest helps.</source><target>休息有益。</target></trans-unit>
</body></file></xliff>
"""
TWO = """<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="zh">
<x:file id="f"><x:unit id="1"><x:segment><x:source>It lasted 3 weeks.</x:source><x:target>持续5周。</x:target>
</x:segment></x:unit>
<x:unit id="2"><x:notes><x:note>Li</x:note></x:notes><x:segment id="s"><x:source>It lasted 4 days.</x:source>
<x:target>持续6天。</x:target></x:segment></x:unit></x:file></x:xliff>"""
SDL = """<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2"
version="1.2">{info}<file original="a" source-language="en-US" target-language="zh-CN" datatype="x"><header/><body>
<trans-unit id="7f"><source>It lasted 3 weeks. Rest helps.</source><seg-source><mrk mtype="seg" mid="1">It lasted 3
weeks.</mrk> <mrk mtype="seg" mid="2">Rest helps.</mrk></seg-source><target><mrk mtype="seg" mid="1">持续<g
id="4">5周</g>。</mrk> <mrk mtype="seg" mid="2">休息有益。</mrk></target></trans-unit></body></file></xliff>"""
INFO = ' xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"'
INFOS = {
    "none": "",
    "empty": f"<doc-info{INFO}/>",
    "comments": f'<doc-info{INFO}><cmt-defs><cmt-def id="c"><Comments xmlns=""/></cmt-def></cmt-defs></doc-info>',
    "no comments": f"<doc-info{INFO}><rev-defs/></doc-info>",
    "details": f"<doc-info{INFO}><cmt-meta-defs/></doc-info>",
    "prefix": "<sdl:doc-info><sdl:cmt-defs/></sdl:doc-info>",
}
MEMOQ = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff"><file original="a"
source-language="en-us" target-language="zh-cn" datatype="x"><body><trans-unit id="1" mq:status="Confirmed"><source>It
lasted 3 weeks.</source><target>持续5周。</target>{}</trans-unit></body></file></xliff>"""


def noted(folder: Path, text: str, name: str = "a.xlf", encoding: str = "utf-8") -> tuple[bytes, bytes]:
    """Return the bytes of a file and those with its notes."""
    path = folder / name
    data = text.encode(encoding, "xmlcharrefreplace")
    path.write_bytes(data)
    result = aligner.check(str(path), select=("numbers",))
    (found,) = find("notes").render([result], RenderOptions())
    assert isinstance(found, bytes)
    return data, found


def canonical(data: bytes, *left_out: str) -> str:
    """Return a file in one form, without elements of these local names."""
    root = etree.fromstring(data)
    etree.strip_elements(root, *(f"{{*}}{name}" for name in left_out), with_tail=False)
    return etree.tostring(root, method="c14n").decode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "iso-8859-1", "utf-8-sig"])
def test_1_2(tmp_path: Path, encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    if encoding == "gb18030":
        with pytest.raises(OutputError, match="cannot be read again"):
            noted(tmp_path, ONE.format(encoding=declared), encoding=encoding)
        return
    before, after = noted(tmp_path, ONE.format(encoding=declared), encoding=encoding)
    root = etree.fromstring(after)
    (note,) = root.findall(".//{*}note[@from='aligner']")
    assert note.getprevious().tag.endswith("target")
    assert note.getparent().get("id") == "1"
    assert (note.get("annotates"), note.get("priority")) == ("target", "2")
    assert note.text.startswith("major · numbers: the source has 3, the translation has 5")
    written = etree.tostring(note, encoding="unicode", with_tail=False)
    written = written[written.index(">") + 1 : written.rindex("<")]
    codec = {"utf-16": "utf-16-le", "utf-8-sig": "utf-8"}.get(encoding, encoding)
    start = after.index("<note from".encode(codec))
    end = after.index("</note>".encode(codec), start) + len("</note>".encode(codec))
    assert after[:start] + after[end:] == before
    assert written


def test_2_0(tmp_path: Path) -> None:
    before, after = noted(tmp_path, TWO)
    units = etree.fromstring(after).findall(".//{*}unit")
    assert [[child.tag.rpartition("}")[2] for child in unit] for unit in units] == [["notes", "segment"]] * 2
    assert [len(unit.findall("{*}notes/{*}note")) for unit in units] == [1, 2]
    assert units[1].find("{*}notes/{*}note").text == "Li"
    assert canonical(after, "notes") == canonical(before, "notes")


@pytest.mark.parametrize("info", INFOS)
def test_sdlxliff(tmp_path: Path, info: str) -> None:
    before, after = noted(tmp_path, SDL.format(info=INFOS[info]), "a.sdlxliff")
    root = etree.fromstring(after)
    (mark,) = root.findall(".//{*}mrk[@mtype='x-sdl-comment']")
    assert (mark.getparent().get("mid"), "".join(mark.itertext())) == ("1", "持续5周。")
    defined = root.findall(f"{{{SDL_SPACE}}}doc-info/{{{SDL_SPACE}}}cmt-defs/{{{SDL_SPACE}}}cmt-def")
    (own,) = [one for one in defined if one.get("id") == mark.get(f"{{{SDL_SPACE}}}cid")]
    (comment,) = own.findall("Comments/Comment")  # in no name space, as Studio writes them
    assert (comment.get("severity"), comment.get("user"), comment.get("version")) == ("High", "aligner", "1.0")
    assert "the source has 3" in comment.text
    assert root[0].tag.endswith("doc-info")
    if info == "comments":
        assert len(defined) == 2
    if info == "details":
        assert [child.tag.rpartition("}")[2] for child in root[0]] == ["cmt-defs", "cmt-meta-defs"]
    texts = [["".join(e.itertext()) for e in etree.fromstring(data).iter("{*}target")] for data in (before, after)]
    assert texts[0] == texts[1]


@pytest.mark.parametrize("comments", ["", "<mq:comments/>", "<mq:comments><mq:comment>Li</mq:comment></mq:comments>"])
def test_mqxliff(tmp_path: Path, comments: str) -> None:
    _, after = noted(tmp_path, MEMOQ.format(comments), "a.mqxliff")
    (unit,) = etree.fromstring(after).findall(".//{*}trans-unit")
    found = unit.findall("{MQXliff}comments/{MQXliff}comment")
    assert len(found) == comments.count("<mq:comment>") + 1
    assert {name: found[-1].get(name) for name in ("creatoruser", "deleted", "appliesto")} == {
        "creatoruser": "aligner",
        "deleted": "false",
        "appliesto": "Target",
    }
    assert "the source has 3" in found[-1].text


def test_a_noted_file_is_read_as_the_one_before(tmp_path: Path) -> None:
    for name, text in (("a.xlf", ONE.format(encoding="utf-8")), ("b.sdlxliff", SDL.format(info="")), ("c.xlf", TWO)):
        _, after = noted(tmp_path, text, name)
        (tmp_path / f"noted-{name}").write_bytes(after)
        one, two = (aligner.read(str(tmp_path / file)) for file in (name, f"noted-{name}"))
        assert [(b.text, b.address) for b in one.target] == [(b.text, b.address) for b in two.target]


def test_without_findings_the_file_is_the_same(tmp_path: Path) -> None:
    before, after = noted(tmp_path, ONE.format(encoding="utf-8").replace("5周。", "3周。"))
    assert before == after


NAMES = st.sampled_from(["x:a", "y:b", "c", "state-qualifier"])
VALUES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=6
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.dictionaries(NAMES, VALUES), st.lists(st.tuples(NAMES, VALUES), max_size=3), st.booleans())
def test_what_is_unknown_survives(
    tmp_path: Path, attributes: dict[str, str], elements: list[tuple[str, str]], single: bool
) -> None:
    from xml.sax.saxutils import escape, quoteattr

    given_attributes = "".join(f" {name} = {quoteattr(value)}" for name, value in attributes.items())
    inside = "".join(f"<{name}>{escape(value)}</{name}>" if value else f"<{name} />" for name, value in elements)
    text = (
        '<xliff version="1.2" xmlns:x="urn:x"><file source-language="en" target-language="zh" xmlns:y="urn:y"><body>'
        f"<trans-unit id='1'{given_attributes}><source>It lasted 3 weeks.</source><target>持续5周。</target>{inside}"
        "</trans-unit></body></file></xliff>"
    )
    before, after = noted(tmp_path, text.replace('"', "'") if single and "'" not in given_attributes + inside else text)
    start = after.index(b"<note from")
    end = after.index(b"</note>", start) + len(b"</note>")
    assert after[:start] + after[end:] == before


def test_through_the_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.sdlxliff"
    path.write_text(SDL.format(info=""), encoding="utf-8")
    assert run(["check", str(path), "-o", str(tmp_path / "b.sdlxliff"), "--select", "numbers"]) == 1
    assert b"x-sdl-comment" in (tmp_path / "b.sdlxliff").read_bytes()
    capsys.readouterr()
    assert run(["check", str(path), "-o", str(tmp_path / "b.xlf")]) == 2
    assert "-o notes=PATH, -o xliff=PATH" in capsys.readouterr().err
    assert run(["check", str(path), "-o", str(path)]) == 2
    text = tmp_path / "a.txt"
    text.write_text("It lasted 3 weeks.\n\n持续5周。\n", encoding="utf-8")
    capsys.readouterr()
    assert run(["check", str(text), "-o", f"notes={tmp_path / 'c.xlf'}"]) == 2
    assert "is no XLIFF file" in capsys.readouterr().err


def test_a_file_that_has_changed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    path.write_text(ONE.format(encoding="utf-8"), encoding="utf-8")
    result = aligner.check(str(path), select=("numbers",))
    path.write_text(ONE.format(encoding="utf-8").replace("id='1'", "id='8'"), encoding="utf-8")
    with pytest.raises(OutputError, match="has changed"):
        list(find("notes").render([result], RenderOptions()))
    path.write_text("<xliff", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be read again"):
        list(find("notes").render([result], RenderOptions()))
