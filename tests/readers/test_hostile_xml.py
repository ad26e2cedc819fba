"""What no CAT file should hold: one line, exit code 2, and nothing fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.cli import run

TMX = '<tmx version="1.4"><header srclang="en"/><body>{}</body></tmx>'
UNIT = '<tu><tuv xml:lang="en"><seg>Rest {}</seg></tuv><tuv xml:lang="zh"><seg>休息</seg></tuv></tu>'
XLIFF = '<xliff version="1.2"><file{}><body>{}</body></file></xliff>'
LANGUAGES = ' source-language="en" target-language="zh"'
TRANS = '<trans-unit id="1"><source>Rest {}</source><target>休息</target></trans-unit>'
WHOLE = {"a.tmx": TMX.format(UNIT), "a.xlf": XLIFF.format(LANGUAGES, TRANS)}
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(f'<!ENTITY a{n} "{"&a;" * 10}">' for n in range(9)) + "]>"

CASES = {
    "entities": {name: LAUGHS + text.replace("{}", "&a8;") for name, text in WHOLE.items()},
    "entities in the first element": {
        name: LAUGHS + text.replace("<tmx ", '<tmx o="&a8;" ').replace("<xliff ", '<xliff o="&a8;" ')
        for name, text in WHOLE.items()
    },
    "external": {
        name: f'<!DOCTYPE x [<!ENTITY s SYSTEM "file:///etc/passwd">]>{text.replace("{}", "&s;")}'
        for name, text in WHOLE.items()
    },
    "undeclared": {
        name: f'<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">{text.replace("{}", "&s;")}'
        for name, text in WHOLE.items()
    },
    "truncated": {name: text[:-30] for name, text in WHOLE.items()},
    "cut in the middle": {name: text[: len(text) // 2] for name, text in WHOLE.items()},
    "wrong root": dict.fromkeys(WHOLE, "<html><body>Rest 休息</body></html>"),
    "empty": dict.fromkeys(WHOLE, ""),
    "no XML": dict.fromkeys(WHOLE, "Rest helps.\n休息有益。"),
    "wrong encoding": {name: f'<?xml version="1.0" encoding="ascii"?>{text}' for name, text in WHOLE.items()},
    "unknown encoding": {name: f'<?xml version="1.0" encoding="x-none"?>{text}' for name, text in WHOLE.items()},
    "moderate depth": {name: text.replace("{}", "<hi>" * 1500 + "</hi>" * 1500) for name, text in WHOLE.items()},
    "depth": {name: text.replace("{}", "<hi>" * 5000 + "</hi>" * 5000) for name, text in WHOLE.items()},
    "no language": {
        "a.tmx": WHOLE["a.tmx"].replace(' xml:lang="en"', "").replace(' xml:lang="zh"', ""),
        "a.xlf": XLIFF.format("", TRANS),
    },
    "one language": {
        "a.tmx": WHOLE["a.tmx"].replace('xml:lang="zh"', 'xml:lang="en"'),
        "a.xlf": XLIFF.format(' source-language="en" target-language="en-GB"', TRANS),
    },
    "no unit": {"a.tmx": TMX.format(""), "a.xlf": XLIFF.format(LANGUAGES, "")},
    "nothing translated": {
        "a.tmx": TMX.format(UNIT).replace("休息", ""),
        "a.xlf": XLIFF.format(LANGUAGES, TRANS).replace("休息", ""),
    },
}


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("case", CASES)
def test_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str, name: str) -> None:
    path = tmp_path / name
    path.write_text(CASES[case][name], encoding="utf-8")
    assert run(["check", str(path), "--format-in", "tmx" if name.endswith("tmx") else "xliff"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert name in told.err
    assert "root:" not in told.err


@pytest.mark.parametrize("name", WHOLE)
def test_bytes_that_are_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    path = tmp_path / name
    path.write_bytes(WHOLE[name].encode().replace("休息".encode(), b"\xff\xfe\x00"))
    assert run(["check", str(path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
