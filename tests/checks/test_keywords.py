"""Keyword lines are compared item by item."""

from aligner.checks.keywords import RULE
from aligner.model import Block, Context, Forms, Hit, Match, Pair, Segment, Span, Term


def hits(source: str, target: str, matches: tuple[Match, ...] = ()) -> list[Hit]:
    sides = [(Segment(Block(t, "keywords"), 0, t, "en", 0, "keywords"),) for t in (source, target)]
    pair = Pair(1, sides[0], sides[1], 0.9, "lines")
    return list(RULE.check(pair, Context((pair,), matches, "en", "zh")))


def test_a_different_count_is_reported() -> None:
    found = hits("Keywords: hip; knee; pain", "关键词：髋；膝")
    assert [h.message for h in found] == ["the source has 3 keywords, the translation 2"]


def test_the_item_without_counterpart_is_named_where_the_terms_tell() -> None:
    source, target = "Keywords: hip; MRI", "关键词：髋；疼痛；MRI"
    term = Term("t1", Forms("hip"), Forms("髋"))
    at = source.index("hip"), target.index("髋")
    match = Match(term, 1, "ok", Span.of(source, at[0], at[0] + 3), Span.of(target, at[1], at[1] + 1))
    found = hits(source, target, (match,))
    assert [(h.target.text if h.target else "", h.message[-20:]) for h in found] == [("疼痛", "” has no counterpart")]


def test_order_and_separators_do_not_matter() -> None:
    assert hits("Keywords: hip, knee, MRI", "关键词：MRI；膝；髋") == []


def test_other_lines_are_left_alone() -> None:
    text = "Hip, knee and pain"
    pair = Pair(1, (Segment(Block(text), 0, text, "en"),), (Segment(Block("髋"), 0, "髋", "zh"),), 0.9, "lines")
    assert list(RULE.check(pair, Context((pair,), (), "en", "zh"))) == []
