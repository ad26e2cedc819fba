"""Where forms stand in texts: searched at once or one by one, and in the order that matching relies on."""

from hypothesis import given
from hypothesis import strategies as st

from aligner.glossary import TermBase
from aligner.glossary.occurrences import Stretch, occurrences, occurrences_of
from aligner.model import Forms, Term

_BASE = TermBase.of(
    [
        [
            Term("knee", Forms("knee", abbreviations=("KN",)), Forms("膝", ("膝关节",))),
            Term("knee-pain", Forms("knee pain", ("knee-ache",)), Forms("膝关节痛")),
            Term("pain", Forms("pain"), Forms("痛", ("疼痛",))),
            Term("gene", Forms("KN-2 gene", abbreviations=("KN-2",)), Forms("KN-2基因")),
            Term("grade", Forms(r"^grade \d.", ("end$",)), Forms("分级"), match="regex"),
        ]
    ]
)
_ENGLISH = ("knee", "pain", "knee-pain", "ache", "KN", "KN-2", "gene", "grade 3", "end", ", ", " ", "-")
_CHINESE = ("膝", "关节", "疼", "痛", "KN", "-2", "基因", "2", " ", "，")


def _texts(parts: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.lists(st.sampled_from(parts), max_size=6).map("".join), max_size=4)


@given(_texts(_ENGLISH))
def test_english_texts_searched_at_once_are_as_each_alone(texts: list[str]) -> None:
    assert _BASE.english.stretches(texts) == [_BASE.english.stretches([text])[0] for text in texts]


@given(_texts(_CHINESE))
def test_chinese_texts_searched_at_once_are_as_each_alone(texts: list[str]) -> None:
    assert _BASE.chinese.stretches(texts) == [_BASE.chinese.stretches([text])[0] for text in texts]


@given(_texts(_CHINESE))
def test_abbreviations_in_texts_searched_at_once_are_as_in_each_alone(texts: list[str]) -> None:
    english = _BASE.english
    assert english.abbreviations(texts) == [english.abbreviations([text])[0] for text in texts]


@given(_texts(_ENGLISH), _texts(_CHINESE))
def test_stretches_are_in_order_the_longest_first(english: list[str], chinese: list[str]) -> None:
    for found in (*_BASE.english.stretches(english), *_BASE.chinese.stretches(chinese)):
        assert found == sorted(found, key=lambda stretch: (stretch[0], -stretch[1]))


def test_a_pattern_sees_one_text_at_a_time() -> None:
    texts = ["grade 2.", "no grade 3.", "the end", "end."]
    assert [
        [text[a:b] for a, b, _ in found] for text, found in zip(texts, _BASE.english.stretches(texts), strict=True)
    ] == [
        ["grade 2."],
        [],
        ["end"],
        [],
    ]


def test_the_occurrences_of_some_terms_alone() -> None:
    found: list[Stretch] = _BASE.english.stretches(["knee pain"])[0]
    assert [o.form for o in occurrences(found)] == ["knee pain", "knee", "pain"]
    assert occurrences_of({"pain"}, found) == [o for o in occurrences(found) if o.term.id == "pain"]
