"""Tags of both sides compared, on files as CAT tools write them."""

from __future__ import annotations

from pathlib import Path

import pytest

import aligner
from aligner.checks.inline_tags import RULE
from aligner.model import Example, Finding

XLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" datatype="x" source-language="{}" target-language="{}"><body>
<trans-unit id="1"><source>{}</source><target>{}</target></trans-unit>
</body></file></xliff>"""


def findings(folder: Path, example: Example) -> list[Finding]:
    langs = ("zh-CN", "en-US") if "\u4e00" <= example.source[0] <= "\u9fff" else ("en-US", "zh-CN")
    path = folder / "a.xlf"
    path.write_text(XLIFF.format(*langs, example.source, example.target), encoding="utf-8")
    return [f for f in aligner.check(str(path)).findings if f.rule == RULE.id]


@pytest.mark.parametrize("example", RULE.bad, ids=str)
def test_it_fires_on_its_bad_examples(tmp_path: Path, example: Example) -> None:
    assert findings(tmp_path, example)


@pytest.mark.parametrize("example", RULE.good, ids=str)
def test_it_is_silent_on_its_good_examples(tmp_path: Path, example: Example) -> None:
    assert findings(tmp_path, example) == []


def test_a_pair_is_told_once_with_what_stands_in_it(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, Example('Take <g id="1">aspirin</g> daily.', "每日服用阿司匹林。"))
    assert found.message == "the tags <g 1> and </g 1> are missing in the translation"
    assert found.severity == "minor"
    assert found.source is not None
    assert found.source.words == "aspirin"


def test_a_single_tag_is_marked_where_it_stands(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, Example('Fever<x id="2"/> and cough', "发热和咳嗽"))
    assert (found.severity, found.source) == ("major", aligner.model.Span(5, 6, "\ufffc"))


def test_half_of_a_pair_is_grave(tmp_path: Path) -> None:
    source = '<bpt id="1">{b}</bpt>Rest<ept id="1">{/b}</ept> helps.'
    (found,) = findings(tmp_path, Example(source, '<bpt id="1">{b}</bpt>休息有益。'))
    assert (found.severity, found.message) == ("major", "the tag {/b} is missing in the translation")


def test_what_is_broken_in_the_source_may_stay_so(tmp_path: Path) -> None:
    crossed = '<bx id="1"/>{} <bx id="2"/>{}<ex id="1"/>{}<ex id="2"/>'
    example = Example(crossed.format("Rest", "helps", " a lot."), crossed.format("休息", "很", "有益。"))
    assert findings(tmp_path, example) == []
