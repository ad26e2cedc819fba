"""The text of a Word file: what a person sees, in order, and nothing that they do not."""

import contextlib
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aligner.config import Changes
from aligner.errors import InputError
from aligner.word import flow
from tests.word_files import box, change, field, p, r, table, word_file

HIDDEN, RAISED = "<w:vanish/>", '<w:vertAlign w:val="superscript"/>'


def _nested(tag: str, inside: list[str]) -> str:
    return f"<{tag}>{''.join(inside)}</{tag}>"


def read(body: str, changes: Changes = "accepted", **stories: str) -> flow.Flow:
    return flow.read(word_file(body, **stories), "a.docx", changes)


def texts(body: str, changes: Changes = "accepted", **stories: str) -> list[str]:
    return [paragraph.text for paragraph in read(body, changes, **stories).paragraphs]


def addresses(found: flow.Flow) -> list[tuple[str, str]]:
    return [(paragraph.where.address, paragraph.text) for paragraph in found.paragraphs]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r("Knee ") + r("pain", "<w:b/>"), "Knee pain"),
        ("<w:r><w:t> cut </w:t><w:t>at both ends </w:t></w:r>", "cutat both ends"),
        ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:cr/></w:r>", "one\ttwo\nthree\n"),
        ("<w:r><w:t>weight</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>ear</w:t></w:r>", "weight-bear"),
        ('<w:r><w:sym w:font="Symbol" w:char="F062"/><w:t>-blocker</w:t></w:r>', "β-blocker"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0a3 5 \uf06dg</w:t></w:r>', "≤ 5 μg"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        (r("10") + r("9", RAISED) + r("/L"), "10⁹/L"),
        (r("CO") + r("2", '<w:vertAlign w:val="subscript"/>'), "CO2"),
        (f'<w:hyperlink r:id="x">{r("a link")}</w:hyperlink>', "a link"),
        (field('HYPERLINK "http://a.b"', r("shown")) + r("."), "shown."),
        (field("REF " + field("QUOTE", r("code")), r("result")), "result"),
        (f'<w:fldSimple w:instr="DATE">{r("2024")}</w:fldSimple>', "2024"),
        (f"<w:smartTag><w:smartTagPr/>{r('smart')}</w:smartTag>", "smart"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('control')}</w:sdtContent></w:sdt>", "control"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click')}</w:sdtContent></w:sdt>{r('x')}", "x"),
        (f"<w:r><w:ruby><w:rt>{r('xī')}</w:rt><w:rubyBase>{r('膝')}</w:rubyBase></w:ruby></w:r>{r('痛')}", "膝痛"),
        (
            '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"/><mc:Fallback><w:t>☺</w:t></mc:Fallback>'
            "</mc:AlternateContent></w:r>",
            "☺",
        ),
        (
            "<m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:sSup><m:e><m:r><m:t>b</m:t></m:r>"
            "</m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:den></m:f></m:oMath></m:oMathPara>",
            "a/b²",
        ),
        ('<w:bookmarkStart w:id="1" w:name="x"/><w:proofErr w:type="spellStart"/>' + r("x"), "x"),
        ('<w:r><w:sym w:char="zz"/><w:sym w:char="110000"/><w:sym/></w:r>', "□□□"),
        ("<w:r><w:t>line\nend\tin XML</w:t></w:r>", "line end in XML"),
    ],
)  # fmt: skip
def test_a_paragraph_as_it_is_seen(content: str, expected: str) -> None:
    assert texts(p(content)) == [expected]


def test_paragraphs_have_addresses_in_the_order_of_reading() -> None:
    body = p(r("One")) + p() + p(r("Two"), box(p(r("In a box")))) + table(("a", "b"), ("c", "d")) + p(r("Three"))
    assert addresses(read(body)) == [
        ("p[1]", "One"), ("p[2]", "Two"),
        ("table[1] row 1", "a"), ("table[1] row 1", "b"), ("table[1] row 2", "c"), ("table[1] row 2", "d"),
        ("p[3]", "Three"), ("textbox[1]", "In a box"),
    ]  # fmt: skip


def test_notes_come_where_the_text_refers_to_them_and_headers_last() -> None:
    note = '<w:r><w:{0}noteReference w:id="{1}"/></w:r>'
    margins = "".join(f'<w:{kind}Reference w:type="default" r:id="{kind}1"/>' for kind in ("header", "footer"))
    body = p(r("Text"), note.format("foot", 3), note.format("foot", 2), note.format("end", 5))
    found = read(
        f"{body}<w:sectPr>{margins}</w:sectPr>",
        footnotes="".join(f'<w:footnote w:id="{n}">{p(r(f"Note {n}"))}</w:footnote>' for n in (1, 2, 3)),
        endnotes=f'<w:endnote w:id="5">{p(r("End"))}</w:endnote>',
        header1=p(r("A title")),
        footer1=p(r("Page "), field("PAGE", r("1"))),
    )
    assert addresses(found) == [
        ("p[1]", "Text"), ("footnote[1]", "Note 3"), ("footnote[2]", "Note 2"), ("endnote[1]", "End"),
        ("header[1]", "A title"),
    ]  # fmt: skip
    assert [paragraph.text for paragraph in found.generated] == ["Page 1"]


def test_headers_that_are_not_shown_or_say_the_same_are_left_out() -> None:
    kinds = ("default", "first", "even")
    references = "".join(f'<w:headerReference w:type="{k}" r:id="header{n}"/>' for n, k in enumerate(kinds, 1))
    stories = {"header1": p(r("Usual")), "header2": p(r("First")), "header3": p(r("Even"))}
    section = f"<w:sectPr>{references}</w:sectPr>"
    assert texts(section, **stories) == ["Usual"]
    assert texts(section.replace("</w:s", "<w:titlePg/></w:s"), **stories) == ["Usual", "First"]
    assert texts(section, settings="<w:evenAndOddHeaders/>", **stories) == ["Usual", "Even"]
    assert texts(section, settings="<w:evenAndOddHeaders/>", **{**stories, "header3": p(r("Usual"))}) == ["Usual"]
    assert texts(section, header1=p(field("PAGE", r("1"))), header2="", header3="") == []
    boxed = read(p(r("Text")) + section, header1=p(box(p(r("In a box")))), header2="", header3="")
    assert addresses(boxed) == [("p[1]", "Text"), ("header[1]", "In a box")]
    assert boxed.margins == boxed.starts[1]


CHANGED = p(r("It "), change("del", r("hurts")), change("ins", r("aches") + r(" much")), r("."))
INSERTED, DELETED = (f"<w:rPr><w:{kind} w:id='1' w:author='A'/></w:rPr>" for kind in ("ins", "del"))


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (CHANGED, ["It aches much."], ["It hurts."]),
        (p(change("moveFrom", r("1"))) + p(r("2 "), change("moveTo", r("1"))), ["2 1"], ["1", "2 "]),
        (p(r("One "), properties=INSERTED) + p(r("two.")), ["One ", "two."], ["One two."]),
        (p(r("One "), properties=DELETED) + p(r("two.")), ["One two."], ["One ", "two."]),
        (p(r("One "), properties=DELETED) + table(("cell",)), ["One ", "cell"], ["One ", "cell"]),
        (table(("a",)).replace("<w:tr>", "<w:tr><w:trPr><w:ins w:id='1'/></w:trPr>"), ["a"], []),
        (table(("a",)).replace("<w:tr>", "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>"), [], ["a"]),
        (table(("a", "b")).replace("<w:tc>", "<w:tc><w:tcPr><w:cellDel w:id='1'/></w:tcPr>", 1), ["b"], ["a", "b"]),
        (f"<w:ins w:id='1'>{p(r('whole'))}</w:ins>", ["whole"], []),
        (p(change("ins", r("kept ") + change("del", r("dropped")))), ["kept "], []),
    ],
)  # fmt: skip
def test_tracked_changes_are_taken_as_accepted_or_as_rejected(
    body: str, accepted: list[str], rejected: list[str]
) -> None:
    assert texts(body) == accepted
    assert texts(body, "rejected") == rejected
    assert read(body).changed and not read(p(r("x"))).changed


def test_a_note_whose_mark_is_deleted_is_gone() -> None:
    body = p(r("Text"), change("del", '<w:r><w:footnoteReference w:id="1"/></w:r>'))
    notes = f'<w:footnote w:id="1">{p(r("Note"))}</w:footnote>'
    assert texts(body, footnotes=notes) == ["Text"]
    assert texts(body, "rejected", footnotes=notes) == ["Text", "Note"]


STYLES = (
    '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Heir"><w:basedOn w:val="Gone"/></w:style>'
    '<w:style w:type="character" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("body", "seen", "hidden"),
    [
        (p(r("Seen"), r("not", HIDDEN)), ["Seen"], "not"),
        (p(r("Seen"), r("on", '<w:vanish w:val="0"/>')), ["Seenon"], ""),
        (p(r("Seen"), r("not", '<w:rStyle w:val="Heir"/>'), r("!", '<w:rStyle w:val="Loop"/>')), ["Seen!"], "not"),
        (p(r("not"), properties='<w:pStyle w:val="Note"/>') + p(r("Seen")), ["Seen"], "not"),
        (p(r("on", '<w:vanish w:val="false"/>'), properties='<w:pStyle w:val="Note"/>'), ["on"], ""),
        (p(r("Run-in. "), properties=f"<w:rPr>{HIDDEN}</w:rPr>") + p(r("Text")), ["Run-in. Text"], ""),
        (table(("a",)).replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>") + p(r("Seen")), ["Seen"], ""),
        (p(r("10"), r("9", '<w:rStyle w:val="Up"/>')), ["10⁹"], ""),
        (p(f"<w:r><w:rPr>{HIDDEN}</w:rPr><w:drawing>{box(p(r('x')))}</w:drawing></w:r>", r("Seen")), ["Seen"], ""),
    ],
)
def test_hidden_text_is_left_out_and_kept_apart(body: str, seen: list[str], hidden: str) -> None:
    found = read(body, styles=STYLES)
    assert [paragraph.text for paragraph in found.paragraphs] == seen
    assert "".join(found.hidden) == hidden


def test_tables_merged_and_nested() -> None:
    merged = '<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>' + p(r("wide")) + "</w:tc>"
    below = '<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr>' + p() + "</w:tc>"
    found = read(table((merged, "x"), (below, "y"), ("a", "b", "c")) + table((table(("inner",)) + p(r("outer")),)))
    assert addresses(found) == [
        ("table[1] row 1", "wide"), ("table[1] row 1", "x"), ("table[1] row 2", "y"),
        *[("table[1] row 3", text) for text in "abc"], ("table[2] row 1", "inner"), ("table[2] row 1", "outer"),
    ]  # fmt: skip
    columns = [(p.text, p.where.cell.columns) for p in found.paragraphs if p.where.cell and p.where.cell.table == 1]
    assert columns == [
        ("wide", range(1, 3)),
        *((t, range(3, 4)) for t in "xy"),
        *((t, range(n, n + 1)) for n, t in enumerate("abc", 1)),
    ]


def test_a_table_of_contents_is_no_part_of_the_text() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    toc = p(
        mark.format("begin"), "<w:r><w:instrText>TOC \\o</w:instrText></w:r>", mark.format("separate"), r("Methods 3")
    )
    found = read(toc + p(r("Results 4")) + p(mark.format("end")) + p(r("Methods")))
    assert [paragraph.text for paragraph in found.paragraphs] == ["Methods"]
    assert [paragraph.text for paragraph in found.generated] == ["Methods 3", "Results 4"]


def test_the_text_and_where_its_paragraphs_begin() -> None:
    found = read(p(r("One")) + p(r("Two")))
    assert found.text == "One\n\nTwo" and found.starts == (0, 5)
    assert all(
        found.text.startswith(one.text, start) for one, start in zip(found.paragraphs, found.starts, strict=True)
    )


def test_both_editions_of_the_standard_are_read() -> None:
    assert [one.text for one in flow.read(word_file(p(r("Strict")), strict=True), "a.docx", "accepted").paragraphs] == [
        "Strict"
    ]


GOOD = word_file(p(r("Pain"), r("9", RAISED)) + table(("a", "b")), footnotes="", styles=STYLES)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=9)), min_size=1, max_size=4))
def test_a_damaged_file_is_read_or_refused(damages: list[tuple[int, bytes]]) -> None:
    data = bytearray(GOOD)
    for at, damage in damages:
        data[at : at + len(damage)] = damage
    with contextlib.suppress(InputError):
        assert isinstance(flow.read(bytes(data), "a.docx", "accepted").text, str)


TAGS = sorted({f"w:{tag}" for tag in re.findall(r"w:(\w+)", CHANGED + STYLES + box(table(("a",))) + field("A"))})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.recursive(st.just(r("x")), lambda inner: st.builds(_nested, st.sampled_from(TAGS), st.lists(inner, max_size=3)))
)
def test_elements_in_any_place_break_nothing(content: str) -> None:
    assert set(flow.read(word_file(content), "a.docx", "accepted").text) <= set("x\n\t□")
