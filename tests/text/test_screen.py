"""Breaking lines by the columns they take, and making text harmless."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.text.screen import cells, harmless, one_line, shorten, wrap

MIXED = st.text(alphabet=st.sampled_from("ab  \n患者，。（）HbA1c-“”…é\u0301"), max_size=80)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("The hip was swollen and tender.", 12, ["The hip was", "swollen and", "tender."]),
        ("髋关节肿胀并有压痛。", 12, ["髋关节肿胀并", "有压痛。"]),
        # No closing mark begins a line, no opening one ends it.
        ("髋关节肿胀。", 10, ["髋关节肿", "胀。"]),
        ("他有髋痛（右）。", 10, ["他有髋痛", "（右）。"]),
        # A Latin word within Chinese stays whole.
        ("患者HbA1c水平", 8, ["患者", "HbA1c水", "平"]),
        # What fits nowhere is cut.
        ("x" * 25, 10, ["x" * 10, "x" * 10, "x" * 5]),
        # A line feed between two blocks is a new line.
        ("Pain.\nSwelling.", 40, ["Pain.", "Swelling."]),
        ("", 10, [""]),
        ("   ", 10, [""]),
        ("。   ", 2, ["。"]),
    ],
)
def test_wrap(text, width, expected):
    assert lines(text, width) == expected


@given(MIXED, st.integers(2, 40))
def test_wrapping_loses_nothing_but_white_space(text, width):
    assert "".join("".join(lines(text, width)).split()) == "".join(text.split())


@given(MIXED, st.integers(2, 40))
def test_no_line_is_too_wide(text, width):
    assert all(cells(line) <= width for line in lines(text, width))


@given(st.text(alphabet=st.characters(), max_size=40))
def test_harmless_text_has_no_controls_and_keeps_offsets(text):
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not {c for c in shown if unicodedata.category(c) in ("Cc", "Cs")} - {"\n"}


def test_what_turns_the_reading_direction_shows():
    assert harmless("dose \u202e5 mg") == "dose \ufffd5 mg"


def test_one_line():
    assert one_line(" a\tb\r\nc\x1b ") == "a b c␛"


@given(MIXED, st.integers(5, 40))
def test_shortened_text_fits(text, width):
    text = one_line(text)
    short = shorten(text, width)
    assert cells(short) <= width
    assert short == text if cells(text) <= width else "…" in short
