import textwrap

from aligner.text.paragraphs import Line, join, lines, width

PROSE = (
    "Regional migratory osteoporosis is a rare cause of pain in the weight-bearing joints of middle-aged men, who "
    "recover without surgery. Magnetic resonance imaging shows marrow oedema that moves from one joint to the next. "
    "Doctors should know it, since rest and analgesics are all that these patients need for the time of their illness."
)


def joined(text: str) -> list[str]:
    found = [Line(x.start, x.end, x.number, lang="en") for x in lines(text)]
    return [text[x.start : x.end] for x in join(text, found, lambda s: s.startswith(("Keywords", "METHODS:")))]


def test_lines_end_at_lf_crlf_and_cr_only() -> None:
    text = "a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i\u2029\n\n"

    assert [text[x.start : x.end] for x in lines(text)] == ["a", "b", "c", "d\x0be\x0cf\x1cg\x85h\u2028i\u2029", ""]


def test_width_counts_chinese_double() -> None:
    assert width("MRI检查") == 7


def test_wrapped_prose_is_joined_at_any_width() -> None:
    for columns in (60, 72, 78, 100):
        text = textwrap.fill(PROSE, columns)
        assert joined(text) == [text]


def test_wrapped_paragraphs_stay_apart() -> None:
    paragraph = textwrap.fill(PROSE, 72)

    assert joined(f"A title of it\n{paragraph}\n\n{paragraph}\nKeywords: pain; hip") == [
        "A title of it",
        paragraph,
        paragraph,
        "Keywords: pain; hip",
    ]


def test_lines_that_are_sentences_or_items_are_not_joined() -> None:
    for text in (
        "The first sentence stands on a line of its own here.\nThe second one is on another line, as it should be.",
        "osteoporosis of the hip and of the knee\nbone marrow oedema in middle-aged men\nankylosing spondylitis",
        "i will send you an image\ni will send you an image on your screen now\nlike high blood pressure\nmost of it",
        f"{PROSE}\nand a line that begins with a small letter",
    ):
        assert joined(text) == text.split("\n")


def test_a_label_begins_a_paragraph_of_its_own() -> None:
    first, second = textwrap.fill(PROSE, 72), textwrap.fill(f"METHODS: {PROSE}", 72)

    assert joined(f"{first}\n{second}") == [first, second]


def test_a_list_below_its_label_is_joined_to_it() -> None:
    assert joined("Keywords\nhip; knee\nIntroduction") == ["Keywords\nhip; knee", "Introduction"]
    assert joined("Keywords\n\nhip, knee\n\nThe text.") == ["Keywords\n\nhip, knee", "The text."]
    assert joined("Keywords\nHip\nKnee joint\n\nThe text.") == ["Keywords\nHip\nKnee joint", "The text."]
    text = "Keywords\n关键词\nhip; knee\n髋；膝\n"
    own = [line for line in lines(text) if text[line.start : line.end].isascii()]
    assert [text[x.start : x.end] for x in join(text, own, lambda s: False)] == ["Keywords", "hip; knee"]
    assert joined("Keywords\nThe text begins here.") == ["Keywords", "The text begins here."]


def test_keywords_behind_a_separator_and_an_open_bracket_go_on() -> None:
    assert joined("Keywords: hip;\nknee\n\nThe text.") == ["Keywords: hip;\nknee", "The text."]
    assert joined("Keywords: hip; knee;\nMETHODS: We asked.") == ["Keywords: hip; knee;", "METHODS: We asked."]
    address = "(1. Department of Orthopaedics,\nSuzhou; 2. Department of Imaging,\nShanghai)"
    assert joined(f"{address}\nThe text.") == [address, "The text."]
    assert joined("(Never closed\nThe text.") == ["(Never closed", "The text."]


def test_a_number_that_ends_a_sentence_is_no_item_of_a_list() -> None:
    text = "The blood count is repeated at the first visit, in week 4 and in week\n12.\n\nIt is free of charge."
    found = join(text, list(lines(text)), lambda line: False)
    assert [text[line.start : line.end].count("\n") for line in found] == [1, 0]
