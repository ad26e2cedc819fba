"""Catalogues of gettext."""

from __future__ import annotations

import builtins
from pathlib import Path

import pytest

import aligner
from aligner.cli import run

pytest.importorskip("polib", reason="catalogues are read with polib, of the extra `formats`")

HEAD = 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
BODY = """
#: a.c:1
msgid "Rest helps."
msgstr "休息有益。"

msgid ""
"Take the tablet\\n"
"after a meal."
msgstr ""
"饭后"
"服药。"

#, fuzzy
msgid "Fever."
msgstr "发烧？"

msgid "Cough."
msgstr ""

msgid "%d case"
msgid_plural "%d cases"
msgstr[0] "%d例"

#~ msgid "Old."
#~ msgstr "旧。"
"""


def read(folder: Path, text: str, encoding: str = "utf-8", name: str = "a.po") -> aligner.Document:
    (folder / name).write_bytes(text.encode(encoding))
    return aligner.read(str(folder / name))


def test_messages_are_pairs(tmp_path: Path) -> None:
    document = read(tmp_path, HEAD + BODY)
    assert [(a.text, b.text) for a, b in zip(document.source, document.target, strict=True)] == [
        ("Rest helps.", "休息有益。"),
        ("Take the tablet\nafter a meal.", "饭后服药。"),
        ("%d cases", "%d例"),
    ]
    assert [b.address for b in document.source] == ["msgid line 7", "msgid line 10", "msgid line 24"]
    assert document.source[1].line == 10
    assert [(s.what, s.why) for s in document.skipped] == [
        ("1 unit", "marked as fuzzy (msgid line 18)"), ("1 unit", "not translated yet (msgid line 21)"),
    ]  # fmt: skip


def test_the_content_says_what_it_is_and_its_encoding(tmp_path: Path) -> None:
    document = read(tmp_path, HEAD.replace("UTF-8", "GBK") + BODY, "gbk", "catalogue.txt")
    assert (document.format, document.target[0].text, document.warnings) == ("po", "休息有益。", ())


def test_english_has_a_singular_and_a_plural(tmp_path: Path) -> None:
    body = 'msgid "%d例"\nmsgid_plural "%d例"\nmsgstr[0] "%d case"\nmsgstr[1] "%d cases"\n'
    document = read(tmp_path, HEAD.replace("zh_CN", "en") + "\n" + body)
    assert document.source_lang == "zh"
    assert [b.text for b in document.target] == ["%d case", "%d cases"]


def test_without_a_head_the_texts_tell(tmp_path: Path) -> None:
    assert read(tmp_path, BODY).source_lang == "en"


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        HEAD + 'msgid "Rest."\nmsgstr ""\n',
        HEAD.replace("zh_CN", "de") + 'msgid "Rest."\nmsgstr "Ruhe."\n',
        'msgid "Rest."\nmsgstr "Rest."\n',
        HEAD + 'msgid "Rest."\nmsgstr "休息',
        HEAD + 'msgid "Rest."\nnonsense\nmsgstr "休息。"\n',
        HEAD + 'msgid "Rest."\nmsgstr[x] "休息。"\n',
        "/etc/passwd",
    ],
)
def test_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    path = tmp_path / "a.po"
    path.write_text(text, encoding="utf-8")
    assert run(["check", str(path)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"aligner: {path}: ")
    assert "fault of aligner" not in line


def test_without_polib_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = builtins.__import__

    def without(name: str, *args: object, **more: object) -> object:
        if name == "polib":
            raise ImportError(name)
        return found(name, *args, **more)  # type: ignore[arg-type]

    path = tmp_path / "a.po"
    path.write_text(HEAD + BODY, encoding="utf-8")
    monkeypatch.setattr(builtins, "__import__", without)
    assert run(["check", str(path)]) == 2
    assert "needs polib" in capsys.readouterr().err
