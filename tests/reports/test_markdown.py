"""Markdown for issues and wikis: what texts hold is never markup."""

import pytest
from markdown_it import MarkdownIt

from aligner.model import Result
from aligner.reports import RenderOptions, find
from tests import factory


def text_of(*results: Result) -> str:
    return "".join(map(str, find("markdown").render(iter(results), RenderOptions())))


def cells(text: str) -> list[str]:
    """Return what a page shows in the cells of the tables."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inside, shown = False, []
    for token in tokens:
        inside = token.type == "td_open" or (inside and token.type != "td_close")
        if inside and token.type == "inline":
            kinds = {child.type for child in token.children or ()}
            assert kinds <= {"text", "text_special", "html_inline"}, kinds
            parts = ("\n" if child.type == "html_inline" else child.content for child in token.children or ())
            shown.append("".join(parts))
    return shown


def test_counts_findings_and_pairs() -> None:
    text = text_of(factory.gated())
    assert text.startswith("## injection.txt\n\n8 pairs; findings: 1 critical, 2 major, 1 minor, 1 neutral (1 known)\n")
    assert "- **critical** `numbers` (pair 3, 3:6): 48 in the source stands as 84" in text
    assert "- not checked: rule abbreviation in pair 3: it failed" in text
    assert "- threshold: term\\_accuracy is 0.67" in text


def test_where_nothing_is_checked_it_is_the_table_alone() -> None:
    assert text_of(factory.clean()) == (
        "## clean.txt\n\n| | English | Chinese |\n| ---: | --- | --- |\n"
        "| 1 | The joint was swollen. | 关节肿胀。 |\n| 2 | It hurt. | 伴疼痛。 |\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "a*b*c _d_ `e`",
        "x | y",
        "<b>bold</b> &amp; &lt;",
        "[a](b) ![c](d)",
        "~~gone~~ $x$",
        "\\* \\",
        "two\nlines",
        "# 1",
    ],
)
def test_nothing_in_a_text_is_markup(text: str) -> None:
    pairs = factory.pairs_of([(text, "膝", "body")])
    assert cells(text_of(Result(factory.document(pairs), pairs)))[1] == text


def test_only_the_pairs_with_findings() -> None:
    text = "".join(map(str, find("markdown").render(iter([factory.result()]), RenderOptions(findings_only=True))))
    assert [line.split(" ")[1] for line in text.splitlines() if line.startswith("| ") and line[2].isdigit()] == [
        "3", "4", "5", "6", "7"
    ]  # fmt: skip


def test_several_documents_follow_each_other() -> None:
    assert text_of(factory.clean("one"), factory.clean("two")).count("\n## ") == 1
