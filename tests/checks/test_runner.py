"""The runner stamps, sorts, drops what is explained, and survives a rule that fails."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner import registry
from aligner.checks import _runner
from aligner.model import Block, Context, Example, Hit, Pair, Place, Rule, Scope, Segment, Span
from tests import factory


def side(texts: list[str], lang: Any) -> list[Segment]:
    return [Segment(Block(text), 0, text, lang, i) for i, text in enumerate(texts)]


def context(source: list[str], target: list[str]) -> Context:
    rows = zip(side(source, "en"), side(target, "zh"), strict=True)
    pairs = tuple(
        Pair(i, (a,) if a.text else (), (b,) if b.text else (), 0.9, "lines") for i, (a, b) in enumerate(rows, 1)
    )
    return Context(pairs, (), "en", "zh")


def finds(word: str, rule_id: str = "finder", **overrides: Any) -> Rule:
    """Make a rule that reports a word of the target wherever it stands."""

    def check(pair: Pair, _: Context) -> Iterator[Hit]:
        start = pair.target_text.find(word)
        while start >= 0:
            yield Hit(f"found {word}", target=Span.of(pair.target_text, start, start + len(word)), **overrides)
            start = pair.target_text.find(word, start + 1)

    example = (Example("", ""),)
    return Rule(rule_id, "Finder", "Style", "minor", "pair", check, example, example)


def broken(pair: Pair, _: Context) -> Iterator[Hit]:
    if pair.id > 1:
        raise KeyError("no such word")
    yield Hit("fine so far")


def test_stamps_rule_category_severity_pair_and_count() -> None:
    found, skipped = _runner.run(context(["Pain."], ["疼痛。"]), [finds("疼痛")])
    assert skipped == ()
    assert (found[0].rule, found[0].category, found[0].severity) == ("finder", "Style", "minor")
    assert (found[0].pair, found[0].count) == (1, 1)
    assert len(found[0].fingerprint) == 16


def test_a_hit_overrides_the_severity_of_its_rule() -> None:
    found, _ = _runner.run(context(["Pain."], ["疼痛。"]), [finds("疼痛", severity="critical")])
    assert found[0].severity == "critical"


def test_a_rule_for_one_target_language_is_not_asked_about_the_other() -> None:
    for lang, count in (("zh", 1), ("en", 0)):
        found, _ = _runner.run(context(["Pain."], ["疼痛。"]), [replace(finds("疼痛"), target_lang=lang)])
        assert len(found) == count


def test_sorts_by_place_with_the_document_last() -> None:
    def whole(pairs: tuple[Pair, ...], _: Context) -> Iterator[Hit]:
        yield Hit("about all", places=(Place(1), Place(2)), subject="all")

    document = replace(finds(""), id="a-document", scope="document", check=whole)
    text = context(["A b.", "B a."], ["甲乙。", "乙甲。"])
    found, _ = _runner.run(text, [document, finds("乙", "b-rule"), finds("甲", "a-rule")])
    order = [(f.pair, f.rule) for f in found]
    assert order == [(1, "a-rule"), (1, "b-rule"), (2, "b-rule"), (2, "a-rule"), (None, "a-document")]
    assert found[-1].count == 2


def test_a_rule_that_fails_does_not_hide_the_others() -> None:
    failing = replace(finds(""), id="broken", check=broken)
    found, skipped = _runner.run(context(["A.", "B."], ["甲。", "甲。"]), [failing, finds("甲")])
    assert [f.rule for f in found] == ["broken", "finder", "finder"]
    assert skipped[0].what == "rule broken in pair 2"
    assert "KeyError" in skipped[0].why


def test_a_rule_whose_span_is_not_in_the_text_counts_as_failed() -> None:
    rule = replace(finds(""), check=lambda pair, _: [Hit("wrong", target=Span(0, 2, "不在"))])
    found, skipped = _runner.run(context(["A."], ["甲乙。"]), [rule])
    assert found == ()
    assert "not in pair 1" in skipped[0].why


def test_what_lies_in_an_added_sentence_is_not_reported_again() -> None:
    text = context(["A.", ""], ["甲。", "甲乙。"])
    found, _ = _runner.run(text, [registry.find("aligner.checks", "RULE", "addition"), finds("甲")])
    assert [(f.pair, f.rule) for f in found] == [(1, "finder"), (2, "addition")]


def test_a_term_is_not_reported_where_its_word_was_left_in_the_other_language() -> None:
    text = context(["The talus hurt."], ["talus痛，talus肿。"])
    left = finds("talus", "untranslated")
    term = finds("talus痛", "terminology")
    assert {finding.rule for finding in _runner.run(text, [left, term])[0]} == {"untranslated", "terminology"}
    term = finds("talus", "terminology")
    assert {finding.rule for finding in _runner.run(text, [left, term])[0]} == {"untranslated"}


def test_a_term_is_not_reported_where_one_of_its_words_stands_for_its_opposite() -> None:
    def marks(rule_id: str, start: int, end: int) -> Rule:
        def check(pair: Pair, _: Context) -> Iterator[Hit]:
            yield Hit("found", source=Span.of(pair.source_text, start, end))

        return replace(finds("", rule_id), check=check)

    at = context(["Left atrial pressure fell."], ["右房压下降。"])
    term, other, side = marks("terminology", 0, 11), marks("terminology", 12, 20), marks("sides", 0, 4)
    assert [f.rule for f in _runner.run(at, [term, side])[0]] == ["sides"]
    assert [f.rule for f in _runner.run(at, [other, side])[0]] == ["sides", "terminology"]


def test_what_is_missing_from_a_translation_too_short_is_not_reported_again() -> None:
    def short(pair: Pair, _: Context) -> Iterator[Hit]:
        yield Hit("too short", source=Span.of(pair.source_text, 0, len(pair.source_text)))

    def number(pair: Pair, _: Context) -> Iterator[Hit]:
        yield Hit("12 is missing", source=Span.of(pair.source_text, 3, 5))
        yield Hit("12 is 21", source=Span.of(pair.source_text, 3, 5), target=Span.of(pair.target_text, 0, 2))

    rules = [replace(finds("", "length"), check=short), replace(finds("", "numbers"), check=number)]
    found, _ = _runner.run(context(["In 12 knees."], ["21膝"]), rules)
    assert {finding.message for finding in found} == {"too short", "12 is 21"}


def test_a_place_of_a_finding_about_the_document_explains_as_well() -> None:
    def capitals(pairs: tuple[Pair, ...], _: Context) -> Iterator[Hit]:
        yield Hit("other capitals", places=tuple(Place(p.id, Span.of(p.source_text, 0, 3)) for p in pairs), subject="a")

    def term(pair: Pair, _: Context) -> Iterator[Hit]:
        yield Hit("no rendering", source=Span.of(pair.source_text, 0, 3))

    rules = [
        replace(finds("", "letter-case"), scope="document", check=capitals),
        replace(finds("", "terminology"), check=term),
    ]
    found, _ = _runner.run(context(["MRI.", "MRI."], ["mri。", "mri。"]), rules)
    assert [finding.rule for finding in found] == ["letter-case"]


def test_fingerprints_outlive_moves_and_changes_of_neighbours() -> None:
    rule = finds("疼痛")
    before, _ = _runner.run(context(["A.", "Pain."], ["甲。", "疼痛。"]), [rule])
    after, _ = _runner.run(context(["Pain.", "C.", "D."], [" 疼痛。", "丙。", "丁。"]), [rule])
    assert before[0].fingerprint == after[0].fingerprint


def test_fingerprints_change_with_the_sentence_and_tell_occurrences_apart() -> None:
    text = context(["Pain.", "Pain.", "A pain."], ["疼痛疼痛。", "疼痛。", "疼痛。"])
    found, _ = _runner.run(text, [finds("疼痛")])
    assert len({f.fingerprint for f in found}) == 4


def test_a_finding_about_the_document_is_known_by_its_subject_alone() -> None:
    def with_places(count: int) -> Rule:
        hit = Hit(f"{count} commas", places=tuple(Place(1) for _ in range(count)), subject="comma")
        return replace(finds(""), scope="document", check=lambda *_: [hit])

    text = context(["A."], ["甲。"])
    first, _ = _runner.run(text, [with_places(1)])
    second, _ = _runner.run(text, [with_places(3)])
    assert first[0].fingerprint == second[0].fingerprint


_WORDS = st.sampled_from(
    ["IL-6", "12", "１２", "三分之二", "1.2万", "half", "5%", "2/3", "(AS)", "（AS）", "MRI", ",", "。", "mo", "knee"]
)
_TEXT = st.lists(st.one_of(_WORDS, st.characters()), max_size=12).map("".join)


@given(st.lists(st.tuples(_TEXT, _TEXT), max_size=4), st.booleans())
def test_every_span_is_in_its_pair_and_no_rule_fails(rows: list[tuple[str, str]], turned: bool) -> None:
    text = context([a for a, _ in rows], [b for _, b in rows])
    if turned:
        text = replace(text, source_lang="zh", target_lang="en")
    found, skipped = _runner.run(text, registry.load("aligner.checks", "RULE"))
    assert skipped == ()
    for finding in found:
        own = [] if finding.pair is None else [Place(finding.pair, finding.source, finding.target)]
        for place in (*own, *finding.places):
            pair = text.pairs[place.pair - 1]
            for span, whole in ((place.source, pair.source_text), (place.target, pair.target_text)):
                assert span is None or whole[span.start : span.end] == span.text


@pytest.mark.parametrize("rules", [[], registry.load("aligner.checks", "RULE")], ids=["none", "all"])
def test_an_empty_document_has_no_findings(rules: list[Rule]) -> None:
    assert _runner.run(Context((), (), "en", "zh"), rules) == ((), ())


def test_nothing_else_is_said_of_a_sentence_that_was_left_in_the_other_language() -> None:
    sentence = "Ferritin was not measured in four patients."
    left = replace(finds("Ferritin", "untranslated"), check=lambda pair, _: [Hit("left", target=whole(pair))])
    found, _ = _runner.run(context([sentence], [sentence + " Later it was."]), [finds("four"), left])
    assert [finding.rule for finding in found] == ["untranslated"]


def test_nothing_is_said_of_a_text_that_both_sides_have_alike() -> None:
    sentence = "Ferritin was not measured in four patients."
    found, _ = _runner.run(context([sentence, "four"], [sentence, "four"]), [finds("four")])
    assert [finding.pair for finding in found] == [2]


def whole(pair: Pair) -> Span:
    return Span.of(pair.target_text, 0, len(pair.target_text))


def test_rules_look_at_one_pair_after_the_other_and_tell_how_far_they_are() -> None:
    pairs = factory.result().pairs[:2]
    seen: list[tuple[str, object]] = []

    def rule(name: str, scope: Scope) -> Rule:
        def check(part: object, context: Context) -> tuple[Hit, ...]:
            seen.append((name, part))
            return ()

        return Rule(name, "", "", "minor", scope, check, (), ())

    shares: list[float] = []
    _runner.run(
        Context(pairs, (), "en", "zh"), [rule("a", "pair"), rule("b", "document"), rule("c", "pair")], shares.append
    )
    one, two = pairs
    assert seen == [("a", one), ("c", one), ("a", two), ("c", two), ("b", pairs)]
    assert shares == pytest.approx([1 / 3, 2 / 3, 1])


def test_a_context_knows_what_belongs_to_a_pair() -> None:
    result = factory.result()
    asked = Context(result.pairs, result.matches, "en", "zh", moved=((5, 6),))
    assert [len(asked.matches_of(pair)) for pair in result.pairs] == [0, 0, 1, 2, 0, 0, 0, 0]
    assert [pair.id for pair in result.pairs if asked.has_moved(pair)] == [5, 6]
