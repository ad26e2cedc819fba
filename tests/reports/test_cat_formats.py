"""TMX and XLIFF of the pairs: valid in form, and read back as the same pairs."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from aligner import readers
from aligner.config import Config
from aligner.model import PLACEHOLDER, Block, Document, Lang, Pair, Result, Segment, Tag
from aligner.reports import RenderOptions, find
from tests import factory

FORMATS = ("tmx", "xliff")
XLF, MDA = "{urn:oasis:names:tc:xliff:document:2.0}", "{urn:oasis:names:tc:xliff:metadata:2.0}"
# Without ideographs (Lo): a file whose languages what it holds contradicts is read as what it holds.
CHARS = st.characters(
    codec="utf-8", exclude_characters="\ufffe\uffff" + PLACEHOLDER, exclude_categories=["Cc", "Cs", "Lo"]
)
WORDS = st.text(CHARS | st.sampled_from("\t\n\r<>&\"' "), max_size=8)
TAGS = st.sampled_from(
    [
        [("open", "1"), ("close", "1")],
        [("alone", "a"), ("break", "b")],
        [("alone", "1"), ("open", "x"), ("close", "x")],
        [("open", "1"), ("open", "2"), ("close", "1"), ("close", "2")],
        [("close", "9"), ("alone", "a"), ("alone", "a")],
        [],
    ]
)


@st.composite
def blocks(draw: st.DrawFn) -> tuple[Block, Block]:
    """Draw two texts with the same tags, each with something to read."""
    kinds = draw(TAGS)
    sides = []
    for _ in range(2):
        text, tags = "x" + draw(WORDS), []
        for kind, number in kinds:
            tags.append(Tag(len(text), kind, number, f"<{number}>"))
            text += PLACEHOLDER + draw(WORDS)
        sides.append(Block(text, offsets=(), tags=tuple(tags)))
    return sides[0], sides[1]


def result(texts: list[tuple[Block, Block]], lang: Lang) -> Result:
    source, target = (tuple(side) for side in zip(*texts, strict=True))
    other: Lang = "zh" if lang == "en" else "en"
    document = Document("d", "d.tmx", "tmx", source, target, lang, other)
    pairs = tuple(
        Pair(n, (Segment(a, 0, a.text, lang, n - 1),), (Segment(b, 0, b.text, other, n - 1),), 0.5, "given")
        for n, (a, b) in enumerate(texts, 1)
    )
    return Result(document, pairs)


def written(name: str, *results: Result) -> bytes:
    return "".join(map(str, find(name).render(results, RenderOptions()))).encode("utf-8")


def read(name: str, data: bytes) -> list[Document]:
    reader = readers.find(name)
    assert reader.stream is not None
    return list(reader.stream(io.BytesIO(data), f"d.{name}", Config()))


def shape(source: Block, target: Block) -> list[tuple[str, list[tuple[int, str, int]]]]:
    """Return the texts, and the tags with numbers in the order in which they are met."""
    met: dict[tuple[bool, str], int] = {}
    sides = []
    for block in (source, target):
        numbered = [(t.at, t.kind, met.setdefault((t.kind in ("open", "close"), t.id), len(met))) for t in block.tags]
        sides.append((block.text, numbered))
    return sides


@settings(max_examples=60, deadline=None)
@given(st.lists(blocks(), min_size=1, max_size=4), st.sampled_from(FORMATS), st.sampled_from(["en", "zh"]))
def test_what_is_written_is_read_back(texts: list[tuple[Block, Block]], name: str, lang: Lang) -> None:
    single = [pair for pair in texts if len({(t.kind, t.id) for t in pair[0].tags}) == len(pair[0].tags)] or [
        (Block("x"), Block("y"))
    ]
    (document,) = read(name, written(name, result(single, lang)))
    assert document.source_lang == lang
    found = list(zip(document.source, document.target, strict=True))
    assert [shape(*pair) for pair in found] == [shape(*pair) for pair in single]


@settings(max_examples=30, deadline=None)
@given(st.lists(blocks(), min_size=1, max_size=4), st.sampled_from(FORMATS))
def test_the_texts_are_read_back_whatever_their_tags(texts: list[tuple[Block, Block]], name: str) -> None:
    (document,) = read(name, written(name, result(texts, "en")))
    found = zip(document.source, document.target, strict=True)
    assert [(a.text, b.text) for a, b in found] == [(a.text, b.text) for a, b in texts]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "results",
    [
        [],
        [factory.empty()],
        [factory.result()],
        [factory.hostile()],
        [factory.clean(), factory.unread(), factory.gated()],
    ],
    ids=["none", "empty", "one", "hostile", "several"],
)
def test_it_is_well_formed_whatever_there_is_to_write(name: str, results: list[Result]) -> None:
    assert etree.fromstring(written(name, *results)).tag in ("tmx", f"{XLF}xliff")


def test_a_memory_holds_what_has_both_sides() -> None:
    whole = factory.result()
    root = etree.fromstring(written("tmx", whole))
    assert root.find("header").get("srclang") == "en"
    assert len(root.findall(".//tu")) == sum(bool(pair.source and pair.target) for pair in whole.pairs)
    props = {prop.get("type"): prop.text for prop in root.find(".//tu").iter("prop")}
    assert props["x-pair"] == "1"
    assert float(props["x-score"]) == pytest.approx(whole.pairs[0].score, abs=1e-4)


def test_findings_are_notes_of_their_unit() -> None:
    whole = factory.result()
    root = etree.fromstring(written("xliff", whole))
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.1", "en", "zh")
    units = root.findall(f".//{XLF}unit")
    assert [unit.get("id") for unit in units] == [str(pair.id) for pair in whole.pairs]
    noted = {int(unit.get("id")): [note.get("category") for note in unit.iter(f"{XLF}note")] for unit in units}
    for pair in whole.pairs:
        assert noted[pair.id] == [f.rule for f in whole.counted if f.pair == pair.id]
    meta = {m.get("type"): m.text for m in units[0].iter(f"{MDA}meta")}
    assert meta["document"] == whole.document.id
    # The order of a unit's parts is that of the schema.
    noted_unit = next(unit for unit in units if unit.find(f"{XLF}notes") is not None)
    assert [child.tag for child in noted_unit] == [f"{MDA}metadata", f"{XLF}notes", f"{XLF}segment"]


def test_documents_of_both_directions_stand_in_that_of_the_first() -> None:
    rest = (Block("Rest."), Block("休息。"))
    root = etree.fromstring(written("xliff", result([rest], "en"), result([rest[::-1]], "zh")))
    assert [source.text for source in root.iter(f"{XLF}source")] == ["Rest.", "Rest."]
