"""Where forms stand in texts: searched at once or one by one, and in the order that matching relies on."""

from hypothesis import given
from hypothesis import strategies as st

from aligner.glossary import TermBase
from aligner.glossary.occurrences import Reading, Stretch, entry, in_order, occurrences
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
        assert found == in_order(found)


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


def test_the_occurrences_at_stretches() -> None:
    found: list[Stretch] = _BASE.english.stretches(["knee pain"])[0]
    assert [(o.start, o.end, o.form, o.status) for o in occurrences(found)] == [
        (0, 9, "knee pain", "ok"),
        (0, 4, "knee", "ok"),
        (5, 9, "pain", "ok"),
    ]


def test_what_a_reading_names() -> None:
    pain = Term("pain", Forms("pain", ("ache",)), Forms("痛", ("疼痛",)), exceptions=("疼痛", "疼痛科"))
    other = Term("other", Forms("other"), Forms("其他"))
    forms = [
        entry("zh", pain, "疼痛", "accepted", lambda exception: "疼痛" in exception),
        entry("zh", pain, "痛", "accepted", lambda exception: "痛" in exception),
        entry("zh", other, "痛", "forbidden", bool),
        entry("zh", pain, "P", "abbreviation", lambda exception: "P" in exception),
    ]
    reading = Reading.of(forms)
    assert reading.named == (forms[1],)  # the first is an exception of its own, the third forbidden
    assert reading.kinds == {"accepted", "abbreviation"}
    assert reading.exceptions == ("疼痛", "疼痛科")
    assert [form.status for form in forms] == ["admitted", "ok", "forbidden", "abbreviation"]
