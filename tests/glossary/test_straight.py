"""Where a target names each term of its source plainly, matching goes straight there: as the long way would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner import lexicon
from aligner.glossary import TermBase, matching
from aligner.glossary.finding import Finder
from aligner.glossary.occurrences import Reading, entry, in_order
from aligner.glossary.rendering import Target, _longest
from aligner.model import Forms, Lang, Term, other_lang

_BASE = TermBase.of(
    [
        [
            Term("pain", Forms("pain"), Forms("疼痛", ("痛",))),
            Term("knee-pain", Forms("knee pain", ("gonalgia",), abbreviations=("KP",)), Forms("膝关节疼痛", ("膝痛",))),
            Term("arthritis", Forms("arthritis"), Forms("关节炎")),
            Term("oa", Forms("osteoarthritis", abbreviations=("OA",)), Forms("骨关节炎", ("骨性关节炎",))),
        ]
    ]
)
_PARTS: dict[Lang, tuple[str, ...]] = {
    "en": ("knee pain ", "pain ", "gonalgia ", "arthritis ", "osteoarthritis ", "OA ", "(KP) ", "and "),
    "zh": ("膝关节疼痛", "疼痛", "膝痛", "关节炎", "骨性关节炎", "OA", "（KP）", "和", "，"),
}


def _text(lang: Lang) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(_PARTS[lang]), min_size=1, max_size=6).map("".join)


@pytest.mark.parametrize("lang", ["en", "zh"])
@given(data=st.data())
def test_as_many_names_as_occurrences_each_have_their_turn(lang: Lang, data: st.DataObject) -> None:
    source, target, groups = _found(lang, data.draw(_text(lang)), data.draw(_text(other_lang(lang))))
    for term in {o.term.id: o.term for group in groups for o in group.entries}.values():
        own = [group for group in groups if any(o.term.id == term.id for o in group.entries)]
        named = [o for o in target.accepted if o.term.id == term.id]
        names = target._free(_longest(named), len(own))
        if len(names) >= len(own) and not any(group.abbreviated for group in own):
            short = [o for o in target.abbreviations if o.term.id == term.id]
            turns = [target._in_turn(term, turn, (names, short, ()), abbreviated=False) for turn in range(len(own))]
            assert target.renderings(term, own, source) == turns


@pytest.mark.parametrize("lang", ["en", "zh"])
@given(data=st.data())
def test_nothing_is_replaced_where_each_term_has_its_own_name(lang: Lang, data: st.DataObject) -> None:
    source, target, groups = _found(lang, data.draw(_text(lang)), data.draw(_text(other_lang(lang))))
    chosen = matching._chosen(source, target, groups)
    borrowed = matching._borrowed(source, target, chosen)
    if matching._settled(chosen) and not borrowed:
        assert matching._replaced(source, target, chosen, borrowed) == chosen


def _found(lang: Lang, source: str, target: str) -> tuple[str, Target, list[matching.Group]]:
    finder = Finder(_BASE, lexicon.load(), lang)
    groups = matching._source_groups(finder, source, finder.find_each([source], lang)[0])
    wanted = {o.term.id for group in groups for o in group.entries}
    return source, Target(finder, target, finder.find_each([target], other_lang(lang))[0], wanted), groups


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 5)), max_size=8))
def test_nested_stretches_are_taken_in_one_pass_as_the_longest_first_would_be(places: list[tuple[int, int]]) -> None:
    reading = Reading.of([entry("zh", _BASE.terms[0], "痛", "accepted", bool)])
    found = in_order((start, start + size, reading) for start, size in places)
    expected: list[tuple[int, int]] = []
    for start, end, _ in sorted(found, key=lambda stretch: (stretch[0] - stretch[1], stretch[0])):
        if all(end <= first or last <= start for first, last in expected):
            expected.append((start, end))
    assert [stretch[:2] for stretch in matching._longest(found)] == sorted(expected)
