"""Translation memories as tools write them."""

from __future__ import annotations

from pathlib import Path

import pytest

import aligner
from aligner.readers import _bilingual
from aligner.text import placeholders

OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="5.7.1"
    segtype="sentence" srclang="EN-US"/>
  <body>
<!-- Default translations -->
    <tu>
      <tuv
        lang="EN-US"><seg>Take <bpt i="0" x="0">&lt;b0&gt;</bpt>aspirin<ept i="0">&lt;/b0&gt;</ept> daily.</seg>
      </tuv><tuv lang="ZH-CN" changeid="li" changedate="20240305T060708Z">
        <seg>每日服用<bpt i="0" x="0">&lt;b0&gt;</bpt>阿司匹林<ept i="0">&lt;/b0&gt;</ept>。</seg></tuv>
    </tu>
  </body>
</tmx>"""
TRADOS = """<?xml version="1.0" encoding="utf-16"?>
<tmx version="1.4">
  <header creationtool="SDL Language Platform" creationtoolversion="8.1" o-tmf="SDL TM8 Format" datatype="xml"
    segtype="sentence" adminlang="en-US" srclang="zh-CN"><prop type="x-Recognizers">RecognizeAll</prop></header>
  <body>
    <tu creationdate="20240305T060708Z" tuid="k-1">
      <prop type="x-LastUsedBy">WS\\Li</prop>
      <tuv xml:lang="zh-CN"><seg>复查<ph x="1" type="LineBreak"/>正常。</seg></tuv>
      <tuv xml:lang="en-US"><seg>Follow-up was <ph x="1" type="LineBreak"/>normal.</seg></tuv>
    </tu>
  </body>
</tmx>"""


def tmx(*units: str, header: str = '<header srclang="*all*"/>') -> str:
    return f'<tmx version="1.4">{header}<body>{"".join(units)}</body></tmx>'


def tu(*variants: tuple[str, str], attributes: str = "") -> str:
    written = "".join(f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>' for lang, text in variants)
    return f"<tu{attributes}>{written}</tu>"


def read(folder: Path, text: str, encoding: str = "utf-8", **options: object) -> aligner.Document:
    path = folder / "memory.tmx"
    path.write_bytes(text.encode(encoding))
    return aligner.read(str(path), **options)


def test_omegat(tmp_path: Path) -> None:
    document = read(tmp_path, OMEGAT)
    (source,), (target,) = document.source, document.target
    assert (source.text, target.text) == ("Take \ufffcaspirin\ufffc daily.", "每日服用\ufffc阿司匹林\ufffc。")
    assert [(t.at, t.kind, t.id, t.shown) for t in source.tags] == [
        (5, "open", "0", "<b0>"),
        (13, "close", "0", "</b0>"),
    ]
    assert (source.address, source.line, target.line) == ("tu[1]", 10, 12)
    assert document.links == (((0,), (0,)),)


def test_trados_in_utf_16(tmp_path: Path) -> None:
    document = read(tmp_path, TRADOS, "utf-16")
    assert (document.source_lang, document.target_lang, document.first) == ("zh", "en", "source")
    assert document.target[0].text == "Follow-up was \ufffcnormal."
    assert document.target[0].address == "tu[1] tuid=k-1"


@pytest.mark.parametrize("code", ["zh", "zh-CN", "zh_CN", "ZH-Hans", "zho", "cmn-Hans-CN", "zh-TW"])
def test_codes_of_chinese(tmp_path: Path, code: str) -> None:
    document = read(tmp_path, tmx(tu(("EN-GB", "Rest helps."), (code, "休息有益。"))))
    assert (document.source[0].text, document.target[0].text) == ("Rest helps.", "休息有益。")


def test_of_several_variants_the_simplified_one_counts(tmp_path: Path) -> None:
    unit = tu(("en", "Rest."), ("fr", "Repos."), ("zh-TW", "休養。"), ("zh-CN", "休养。"))
    assert read(tmp_path, tmx(unit)).target[0].text == "休养。"


def test_the_source_is_that_of_the_unit_the_header_or_the_first_variant(tmp_path: Path) -> None:
    variants = ("en", "Rest."), ("zh", "休息。")
    assert read(tmp_path, tmx(tu(*variants))).source_lang == "en"
    assert read(tmp_path, tmx(tu(*variants), header='<header srclang="zh"/>')).source_lang == "zh"
    assert read(tmp_path, tmx(tu(*variants, attributes=' srclang="zh"'))).source_lang == "zh"
    turned = read(tmp_path, tmx(tu(*variants)), source="zh")
    assert (turned.source_lang, turned.source[0].text, turned.first) == ("zh", "休息。", "target")


def test_units_that_cannot_be_compared_are_counted_once(tmp_path: Path) -> None:
    whole = tu(("en", "Rest."), ("zh", "休息。"))
    foreign, empty = tu(("de", "Ruhe."), ("zh", "休息。")), tu(("en", "Rest."), ("zh", " "))
    document = read(tmp_path, tmx(whole, foreign, empty, *[foreign] * 4))
    assert [(s.what, s.why) for s in document.skipped] == [
        ("5 units", "not between English and Chinese (tu[2], tu[4], tu[5], ...)"),
        ("1 unit", "not translated yet (tu[3])"),
    ]
    assert aligner.check(document).skipped == document.skipped


def test_a_large_memory_comes_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_bilingual, "_PART", 2)
    path = tmp_path / "memory.tmx"
    path.write_text(tmx(*[tu(("en", f"Visit {n}."), ("zh", f"第{n}次就诊。")) for n in range(5)]), encoding="utf-8")
    parts = list(aligner.read_all(str(path)))
    assert [len(part.source) for part in parts] == [2, 2, 1]
    assert {part.id for part in parts} == {"memory"}
    assert [block.address for part in parts for block in part.target] == [f"tu[{n}]" for n in range(1, 6)]
    assert len(aligner.read(str(path)).source) == 5


def test_what_stands_in_native_code_is_not_text(tmp_path: Path) -> None:
    text = 'A<it pos="begin" x="3">{\\i <sub>note</sub></it>cute <hi x="4">knee</hi> pain<ut>{\\par}</ut>.'
    (source,) = read(tmp_path, tmx(tu(("en", text), ("zh", "急性膝痛。")))).source
    assert source.text == "A\ufffccute \ufffcknee\ufffc pain\ufffc."
    assert [tag.kind for tag in source.tags] == ["open", "open", "close", "alone"]


def test_a_placeholder_splits_no_word_and_no_term(tmp_path: Path) -> None:
    unit = tu(("en", 'She had migratory arthr<ph x="1"/>algia.'), ("zh", '她有迁移性关<ph x="1"/>节痛。'))
    result = aligner.check(read(tmp_path, tmx(unit)))
    (finding,) = result.findings
    assert (finding.rule, finding.suggestion) == ("terminology", "游走性关节痛")
    assert finding.target is not None
    assert (finding.target.text, finding.target.words) == ("迁移性关\ufffc节痛", "迁移性关节痛")
    assert result.pairs[0].target_text[finding.target.start : finding.target.end] == finding.target.text


def test_a_line_break_parts_words(tmp_path: Path) -> None:
    lines = 'Day 1<ph x="1" type="lb"/>Rest', '第1天<ph x="1" type="lb"/>休息'
    lone = 'Pain<ph x="1">&lt;br/&gt;</ph>Fever', "疼痛发热"
    document = read(tmp_path, tmx(*(tu(("en", en), ("zh", zh)) for en, zh in (lines, lone))))
    assert {tag.kind for block in (*document.source, *document.target) for tag in block.tags} == {"break"}
    (finding,) = [f for f in aligner.check(document).findings if f.rule == "inline-tags"]
    assert (finding.pair, finding.severity, finding.source) == (2, "minor", aligner.model.Span(4, 5, "\ufffc"))
    (bare, _), _ = placeholders.without(aligner.align(document))
    assert (bare.source_text, bare.target_text) == ("Day 1\nRest", "第1天\n休息")


def test_pairs_are_kept_unless_they_are_to_be_made_anew(tmp_path: Path) -> None:
    units = tu(("en", "Rest helps."), ("zh", "咳嗽。")), tu(("en", 'Cough<ph x="1"/>.'), ("zh", "休息有益。"))
    document = read(tmp_path, tmx(*units))
    assert {pair.method for pair in aligner.align(document)} == {"given"}
    again = aligner.align(document, realign=True)
    assert {pair.method for pair in again} == {"lexical"}
    assert "Cough\ufffc." in {pair.source_text for pair in again}
