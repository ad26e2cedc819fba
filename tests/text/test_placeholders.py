"""Tags neither change what is found nor where."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import aligner
from aligner.model import PLACEHOLDER, Block, Document, Finding, Pair, Segment, Span, Tag
from aligner.text import placeholders

TEXTS = st.text("ab 膝痛,\n" + PLACEHOLDER, max_size=12)
PLACES = st.lists(st.integers(0, 12), max_size=4)


def tagged(text: str, places: list[int]) -> Block:
    """Put tags before the characters at these places, the last ones at the end."""
    cuts = sorted(min(place, len(text)) for place in places)
    found, begin = "", 0
    tags = []
    for number, cut in enumerate(cuts):
        found += text[begin:cut]
        tags.append(Tag(len(found), "alone", str(number), "x"))
        found, begin = found + PLACEHOLDER, cut
    return Block(found + text[begin:], offsets=(), tags=tuple(tags))


def pair(*blocks: Block) -> Pair:
    return Pair(1, tuple(Segment(b, 0, b.text, "en", i) for i, b in enumerate(blocks)), (), 1.0, "given")


@given(st.lists(st.tuples(TEXTS, PLACES), min_size=1, max_size=3), st.data())
def test_every_span_leads_back_to_its_words(sides: list[tuple[str, list[int]]], data: st.DataObject) -> None:
    whole = pair(*(tagged(text, places) for text, places in sides))
    (bare,), restore = placeholders.without([whole])
    plain = "\n".join(text for text, _ in sides)
    assert bare.source_text == plain
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, len(plain)))
    finding = Finding("x", "x", "minor", 1, "x", source=Span.of(plain, start, end))
    (found,) = restore.findings([finding])
    assert found.source is not None
    assert whole.source_text[found.source.start : found.source.end] == found.source.text
    if start < end:
        tags = sum(len(places) for _, places in sides)
        assert len(found.source.text) - (end - start) <= tags
        assert found.source.text[0] == plain[start]
        assert found.source.text[-1] == plain[end - 1]
        if PLACEHOLDER not in plain:
            assert found.source.words == plain[start:end]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 40), max_size=5), st.lists(st.integers(0, 20), max_size=5))
def test_what_is_found_does_not_depend_on_tags(english: list[int], chinese: list[int]) -> None:
    texts = "She had migratory arthralgia in 12 joints.", "她21个关节有迁移性关节痛,持续3天"
    links = (((0,), (0,)),)

    def findings(source: Block, target: Block) -> list[Finding]:
        document = Document("d", "d.tmx", "tmx", (source,), (target,), links=links, presegmented=True)
        return [f for f in aligner.check(document).findings if f.rule != "inline-tags"]

    plain = findings(*map(Block, texts))
    found = findings(tagged(texts[0], english), tagged(texts[1], chinese))
    assert plain
    assert [(f.rule, f.message, f.fingerprint) for f in found] == [(f.rule, f.message, f.fingerprint) for f in plain]
    assert [f.target.words for f in found if f.target] == [f.target.text for f in plain if f.target]
