"""Comments in a Word file: at the words that they are about, and nothing else is changed."""

import copy
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aligner.word import flow, package
from aligner.word.comments import Comments
from aligner.word.markup import attribute, child, inside, kind
from tests.word_files import W, box, change, field, p, r, table, unpacked, word_file

BOLD, RAISED = "<w:b/>", '<w:vertAlign w:val="superscript"/>'


def commented(data: bytes, *stretches: tuple[int, int]) -> bytes:
    found = flow.read(data, "a.docx", "accepted")
    comments = Comments(found, "aligner", "al")
    for number, stretch in enumerate(stretches):
        comments.add(*stretch, [f"major · {number}", "why"])
    return comments.written()


def marked(data: bytes) -> dict[str, str]:
    """Return the text of the body between the points of each comment."""
    found = flow.read(data, "a.docx", "accepted")
    texts = {id(piece.node): piece.text for paragraph in found.paragraphs for piece in paragraph.pieces}
    words: dict[str, str] = {}
    opened: set[str] = set()
    for one in found.root.iter():
        number = attribute(one, "id") or "" if kind(one).startswith("w:comment") else ""
        if kind(one) == "w:commentRangeStart":
            opened.add(number)
            words[number] = ""
        elif kind(one) == "w:commentRangeEnd":
            opened.remove(number)
        elif kind(one) == "w:commentReference":
            assert number in words and number not in opened
        for each in opened:
            words[each] += texts.get(id(one), "")
    assert not opened
    return words


def looks(data: bytes) -> list[tuple[str, str, str]]:
    """Return each character of the text with the formatting of its run and what stands around that."""
    found = flow.read(data, "a.docx", "accepted")
    shown = []
    for piece in (piece for paragraph in found.paragraphs for piece in paragraph.pieces):
        run = piece.node.getparent()
        properties = child(run, "w:rPr")
        look = b"" if properties is None else package.written(copy.deepcopy(properties))
        around = "/".join(kind(one) for one in run.iterancestors())
        shown += [(char, look.decode(), around) for char in piece.text]
    return shown


PARTS = st.sampled_from(
    [
        r("膝关节"), r("MRI ", BOLD), r("9", RAISED), r(" pain &amp; more"),
        "<w:r><w:t> cut </w:t><w:tab/><w:t>short</w:t></w:r>", f"<w:hyperlink>{r('linked', BOLD)}</w:hyperlink>",
        change("ins", r("new words") + r("!", BOLD)), change("del", r("old")), field("REF x", r("shown")),
        '<w:r><w:sym w:font="Symbol" w:char="F062"/><w:t>2</w:t></w:r>', r("hidden", "<w:vanish/>"),
        "<m:oMath><m:r><m:t>x=5</m:t></m:r></m:oMath>", '<w:bookmarkStart w:id="1" w:name="b"/>',
    ]
)  # fmt: skip


def test_a_formula_is_taken_as_a_whole() -> None:
    body = p(r("where "), "<m:oMath><m:r><m:t>x=5</m:t></m:r></m:oMath>", r(" holds"))
    assert marked(commented(word_file(body), (2, 7), (7, 8), (7, 12))) == {"0": "ere x=5", "1": "x=5", "2": "x=5 ho"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(PARTS, min_size=1, max_size=5), min_size=1, max_size=3), st.data())
def test_runs_are_cut_at_the_words_and_nothing_else_changes(paragraphs: list[list[str]], data: st.DataObject) -> None:
    before = word_file("".join(p(*parts) for parts in paragraphs))
    found = flow.read(before, "a.docx", "accepted")
    numbers = st.integers(0, max(len(found.paragraphs) - 1, 0))
    stretches = []
    for _ in range(data.draw(st.integers(1, 4)) if found.paragraphs else 0):
        number = data.draw(numbers)
        begin, length = found.starts[number], len(found.paragraphs[number].text)
        start = data.draw(st.integers(0, length - 1))
        stretches.append((begin + start, begin + data.draw(st.integers(start + 1, length))))
    after = commented(before, *stretches)
    assert looks(after) == looks(before)
    words = marked(after)
    for number, (start, end) in enumerate(stretches):
        asked = found.text[start:end]
        assert asked in words[str(number)]
        assert asked == words[str(number)] or "x=5" in words[str(number)]  # a formula is taken as a whole
    assert commented(before, *stretches) == after


def test_what_is_not_changed_stays_byte_for_byte() -> None:
    before = word_file(p(r("Knee pain")), footnotes="", styles="", header1=p(r("Head")))
    first, second = unpacked(before), unpacked(commented(before, (0, 4)))
    changed = {name for name in second if first.get(name) != second[name]}
    assert changed == {
        "word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels",
    }  # fmt: skip
    assert list(second)[: len(first)] == list(first)
    assert unpacked(commented(before)) == first


@pytest.mark.parametrize("number", ["0", "1", "2147483647", "9" * 5000, "", "x"])
def test_a_comment_has_a_number_of_its_own(number: str) -> None:
    before = word_file(p(r("Knee")), comments=f'<w:comment w:id="{number}"/>')
    free = [str(n) for n in range(3) if str(n) != number]
    assert sorted(marked(commented(before, (0, 1), (1, 2)))) == free[:2]


def test_comments_that_are_there_stay() -> None:
    old = f'<w:comment w:id="7" w:author="Li">{p(r("Please check"))}</w:comment>'
    body = p('<w:commentRangeStart w:id="7"/>', r("Knee"), '<w:commentRangeEnd w:id="7"/>', r(" pain"))
    before = word_file(body, comments=old)
    after = commented(before, (2, 9))
    assert marked(after) == {"7": "Knee", "0": "ee pain"}
    written = unpacked(after)["word/comments.xml"].decode()
    assert "Please check" in written and re.findall(r'w:author="(\w+)"', written) == ["Li", "aligner"]
    assert unpacked(after)["[Content_Types].xml"] == unpacked(before)["[Content_Types].xml"]


@pytest.mark.parametrize("strict", [False, True])
def test_a_comment_as_word_writes_it(strict: bool) -> None:
    after = commented(word_file(p(r("Knee pain")), strict=strict), (5, 9))
    (comment,) = [one for one in package.opened(after, "a").tree("word/comments.xml") if kind(one) == "w:comment"]
    assert (attribute(comment, "author"), attribute(comment, "initials")) == ("aligner", "al")
    lines = ["".join(t.text for t in inside(line, "w:t")) for line in inside(comment, "w:p")]
    assert lines == ["major · 0", "why"]
    assert marked(after) == {"0": "pain"}


def test_where_word_has_no_comments_they_stand_beside() -> None:
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    before = word_file(
        p(r("One")) + p(r("Two"), note) + p(r("Three"), box(p(r("Boxed")))) + section,
        footnotes=f'<w:footnote w:id="1">{p(r("Note"))}</w:footnote>',
        header1=p(r("Head")),
    )
    found = flow.read(before, "a.docx", "accepted")
    at = {paragraph.text: start for paragraph, start in zip(found.paragraphs, found.starts, strict=True)}
    after = commented(before, *((at[text], at[text] + 2) for text in ("Boxed", "Note", "Head")))
    assert set(marked(after).values()) == {""}
    document = re.sub(r"<w:t[ >].*?</w:t>|<[/w:]*(?:p|r|rPr)>", "", unpacked(after)["word/document.xml"].decode())
    places = {n: document.index(f'commentRangeStart w:id="{n}"') for n in range(3)}
    assert places[2] < places[1] < document.index("footnoteReference") < places[0] < document.index("txbxContent")
    head, notes = (
        unpacked(before)[name] == unpacked(after)[name] for name in ("word/header1.xml", "word/footnotes.xml")
    )
    assert head and notes


def test_the_mark_of_a_comment_is_no_part_of_a_link_or_an_insertion() -> None:
    body = p(f'<w:hyperlink w:anchor="x">{change("ins", r("a link"))}</w:hyperlink>', r(" on"))
    root = flow.read(commented(word_file(body), (2, 4)), "a.docx", "accepted").root
    (reference,) = inside(root, "w:commentReference")
    assert kind(reference.getparent().getparent()) == "w:p"
    (end,) = inside(root, "w:commentRangeEnd")
    assert kind(end.getparent()) == "w:ins"


def test_a_stretch_over_two_joined_paragraphs() -> None:
    deleted = f'<w:rPr><w:del xmlns:w="{W}" w:id="1" w:author="A"/></w:rPr>'
    after = commented(word_file(p(r("One "), properties=deleted) + p(r("two."))), (1, 6))
    assert marked(after) == {"0": "ne tw"}


def test_a_stretch_that_goes_on_in_the_next_paragraph_is_cut_there() -> None:
    assert marked(commented(word_file(p(r("One")) + table(("two",))), (1, 8))) == {"0": "ne"}


def test_what_xml_cannot_hold_is_shown_as_unknown() -> None:
    found = flow.read(word_file(p(r("Pain"))), "a.docx", "accepted")
    comments = Comments(found, "aligner", "al")
    comments.add(0, 4, ["a\x00b\x1b<c>"])
    assert "a\ufffdb\ufffd&lt;c&gt;" in unpacked(comments.written())["word/comments.xml"].decode()
