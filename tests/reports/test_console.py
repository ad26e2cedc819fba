"""The report for people."""

import re
from dataclasses import replace

import pytest

from aligner.model import Finding, Place, Result, Score, Segment, Skipped, Span
from aligner.reports import RenderOptions, find
from aligner.text.screen import cells
from tests import factory
from tests.golden_files import same_as_golden

ESCAPE = re.compile(r"\x1b\[[\d;]*m")


def shown(*results: Result, **options: object) -> str:
    return "".join(find("console").render(iter(results), RenderOptions(**options)))  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_golden(width):
    same_as_golden(f"console-{width}.txt", shown(factory.result(), width=width))


def test_golden_of_other_documents():
    same_as_golden("console-others.txt", shown(factory.clean(), factory.empty(), factory.hostile()))
    same_as_golden("console-findings-only.txt", shown(factory.result(), findings_only=True))


def test_both_files_are_named_in_the_header_and_in_the_line_of_a_clean_document() -> None:
    one, two = factory.clean(), factory.result()
    named = [
        replace(result, document=replace(result.document, source_path=f"{n}.en.md", target_path=f"{n}.zh.md"))
        for n, result in (("one", one), ("two", two))
    ]
    lines = shown(*named, findings_only=True).splitlines()
    assert lines[0].startswith("one.en.md → one.zh.md: ")
    assert "two.en.md → two.zh.md" in lines


def test_golden_of_many_documents():
    """Those without findings take a line, of the others only what has findings is shown."""
    noted = replace(factory.clean("noted"), skipped=(Skipped("rule x", "it lacks its list"),))
    same_as_golden(
        "console-many.txt",
        shown(factory.clean(), noted, factory.gated(), factory.clean("last"), factory.unread(), findings_only=True),
    )


def test_golden_colors():
    same_as_golden("console-color.txt", shown(factory.result(), style="color"))


@pytest.mark.parametrize("width", [40, 79, 80, 100, 200])
def test_no_line_but_the_summary_is_wider_than_the_terminal(width):
    *lines, _ = shown(factory.result(), width=width).splitlines()
    assert not [line for line in lines if cells(line) > width]


@pytest.mark.parametrize("width", [60, 100])
def test_colors_change_nothing_but_colors(width):
    result = factory.result()
    plain = [line for line in shown(result, width=width).splitlines() if "^" not in line]
    for style in ("color", "mono"):
        styled = ESCAPE.sub("", shown(result, width=width, style=style))
        assert [line.rstrip() for line in styled.splitlines()] == plain


def test_without_colors_bold_and_underline_stay():
    codes = {code for found in ESCAPE.findall(shown(factory.result(), style="mono")) for code in found[2:-1].split(";")}
    assert {"1", "4"} <= codes
    assert not {code for code in codes if code.isdigit() and 30 <= int(code) <= 107}


def test_the_words_concerned_are_marked_in_both_languages():
    colored = shown(factory.result(), style="color")
    assert "\x1b[4;31mCausal treatment\x1b[0m" in colored and "\x1b[4;31m针对性治疗\x1b[0m" in colored
    plain = shown(factory.result()).splitlines()
    at = next(i for i, line in enumerate(plain) if "Causal treatment was" in line)
    for words in ("Causal treatment", "针对性治疗"):
        start = cells(plain[at][: plain[at].index(words)])
        assert plain[at + 1][start : start + cells(words)] == "^" * cells(words)


def test_markup_and_control_sequences_in_the_text_are_text():
    for style in ("plain", "color"):
        text = ESCAPE.sub("", shown(factory.hostile(), style=style))
        for verbatim in ("[red]this[/] and [/]", ":smile:", "[bold]此处[/bold]", "[link=x]a[/]", "[b]␇file"):
            assert verbatim in text
        assert not set("\x1b\x07\t\u202e") & set(text)
        assert "␛[31mhere" in text and "␛[2Jnot" in text


def test_the_summary_is_the_last_line():
    last = shown(factory.result()).splitlines()[-1]
    assert last == "8 pairs, 1 critical, 2 major, 2 minor, 1 neutral findings; terms 2/3, numbers 8/10"
    assert shown(factory.clean()).splitlines()[-1] == "2 pairs, no findings"
    assert shown(factory.empty()).splitlines()[-1] == "0 pairs, no findings"
    assert shown(factory.hostile()).splitlines()[-1] == "1 pair, 1 major finding"
    several = shown(factory.result(), factory.hostile()).splitlines()[-1]
    assert several == "2 documents: 9 pairs, 1 critical, 3 major, 2 minor, 1 neutral findings"


def test_an_accuracy_of_nothing_is_not_summed_up():
    base = factory.clean()
    scores = (Score("term_accuracy", None, "n:0"), Score("number_accuracy", 1.0, "without count"))
    assert shown(Result(base.document, base.pairs, scores=scores)).splitlines()[-1] == "2 pairs, no findings"


def test_findings_only_leaves_out_the_pairs_without():
    text = shown(factory.result(), findings_only=True)
    assert "Keywords" not in text and "4 pairs without findings not shown" in text
    assert "Causal treatment" in text and "The whole document" in text


def test_findings_stand_under_their_pair_the_worst_first():
    text = shown(factory.result())
    order = ["We enrolled", "✘ critical  numbers", "▴ minor  half-width-brackets", "Causal", "✗ major  term-forbidden"]
    positions = [text.index(part) for part in order]
    assert positions == sorted(positions)


def test_a_finding_about_no_pair_that_exists_is_not_lost():
    base = factory.clean()
    finding = Finding("odd", "Accuracy", "minor", 99, "somewhere else", Span(0, 4, "pain"))
    text = shown(Result(base.document, base.pairs, findings=(finding,)))
    assert "The whole document" in text and "somewhere else" in text


@pytest.mark.parametrize("message", ["“hip” is not “膝”; write “髋”", "“hip” is “膝” here; write 髋"])
def test_what_the_message_says_is_not_said_again(message):
    pairs = factory.pairs_of([("The hip hurt.", "膝痛。", "body")])
    source, target = factory.span("The hip hurt.", "hip"), factory.span("膝痛。", "膝")
    finding = Finding("terminology", "Terminology", "major", 1, message, source, target, suggestion="髋")
    lines = shown(Result(factory.document(pairs), pairs, findings=(finding,))).splitlines()
    at = lines.index(f"    ✗ major  terminology  {message.split(';')[0]}")
    assert lines[at + 1 : at + 3] == ["      Write: 髋", ""]


def test_several_places_in_the_pair_itself_are_marked_there():
    text = "膝痛，髋痛。"
    pairs = factory.pairs_of([("Knee pain, hip pain.", text, "body")])
    places = tuple(Place(1, None, factory.span(text, words)) for words in ("膝", "髋"))
    finding = Finding("repeated", "Fluency", "minor", 1, "why", None, places[0].target, places=places, count=2)
    lines = shown(Result(factory.document(pairs), pairs, findings=(finding,))).splitlines()
    assert lines[4].strip() == "^^    ^^"
    assert lines[5:8] == ["    ▴ minor  repeated  “膝”", "      why", "      2 times: “膝” “髋”"]


def test_a_pair_of_several_segments_shows_what_stands_between_them():
    block = factory.segment("Pain. Swelling.", "en", 0).block
    base = factory.pairs_of([("Pain. Swelling.", "疼痛、肿胀。", "body")])
    both = (Segment(block, 0, "Pain.", "en", 0), Segment(block, 6, "Swelling.", "en", 1))
    pair = type(base[0])(1, both, base[0].target, 0.9, "lexical")
    assert " 1  Pain. Swelling." in shown(Result(factory.document([pair]), (pair,)))


def test_a_pair_with_findings_is_named_as_its_file_names_it() -> None:
    pairs = factory.pairs_of([("It lasted 3 weeks.", "持续5周。", "body"), ("It hurt.", "伴疼痛。", "body")])
    units = tuple(
        replace(pair, target=tuple(replace(s, block=replace(s.block, address=f"tu[{pair.id}]")) for s in pair.target))
        for pair in pairs
    )
    finding = Finding("numbers", "Accuracy", "major", 1, "the source has 3")
    found = shown(Result(factory.document(units), units, findings=(finding,)))
    assert "    tu[1]\n" in found
    assert "tu[2]" not in found
