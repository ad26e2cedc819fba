"""Pairing as a whole: what holds for every text, and that translations are found on text of our own."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.alignment import align, unrelated
from aligner.errors import ConfigError
from aligner.lexicon import load
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Block, Forms, Lang, Pair, Role, Segment, Term

ENGLISH = [
    "Low back pain is the most common cause of disability in adults under 50 years of age.",
    "We compared exercise with rest in 240 patients from three hospitals.",
    "Pain and walking distance were measured after 6 and 12 weeks.",
    "At 12 weeks pain had fallen by 35% in the exercise group.",
    "Two patients in the rest group developed venous thrombosis.",
    "No fracture was seen on the radiographs.",
    "Exercise is safe and should be recommended as first treatment.",
]
CHINESE = [
    "腰痛是50岁以下成人残疾的最常见原因。",
    "我们在三家医院的240例患者中比较了运动与休息的效果。",
    "分别于6周和12周后测量疼痛和步行距离。",
    "12周时，运动组的疼痛减轻了35%。",
    "休息组有两名患者发生静脉血栓。",
    "X线片上未见骨折。",
    "运动是安全的，应推荐为首选治疗。",
]


@cache
def loaded() -> Lexicon:
    return load()


@pytest.fixture
def lexicon() -> Lexicon:
    return loaded()


def segments(texts: list[str], lang: Lang, roles: dict[int, Role] | None = None) -> list[Segment]:
    return [Segment(Block(t, line=k + 1), 0, t, lang, k, (roles or {}).get(k, "body")) for k, t in enumerate(texts)]


def beads(pairs: tuple[Pair, ...]) -> list[tuple[list[int], list[int]]]:
    return [([s.index for s in p.source], [s.index for s in p.target]) for p in pairs]


def one_to_one(n: int) -> list[tuple[list[int], list[int]]]:
    return [([k], [k]) for k in range(n)]


def test_a_translation_pairs_one_to_one(lexicon):
    pairs = align(segments(ENGLISH, "en"), segments(CHINESE, "zh"), lexicon=lexicon)
    assert beads(pairs) == one_to_one(7)
    assert [p.id for p in pairs] == list(range(1, 8))
    assert min(p.score for p in pairs) > 0.9


def test_merged_sentences_are_found(lexicon):
    chinese = [*CHINESE[:2], CHINESE[2][:-1] + "，" + CHINESE[3], *CHINESE[4:]]
    pairs = align(segments(ENGLISH, "en"), segments(chinese, "zh"), lexicon=lexicon)
    assert beads(pairs)[2] == ([2, 3], [2])
    assert len(pairs) == 6


@pytest.mark.parametrize("gone", range(7))
def test_a_sentence_left_out_stands_alone(lexicon, gone):
    chinese = CHINESE[:gone] + CHINESE[gone + 1 :]
    found = beads(align(segments(ENGLISH, "en"), segments(chinese, "zh"), lexicon=lexicon))
    assert ([gone], []) in found
    assert len(found) == 7


@pytest.mark.parametrize("gone", range(7))
def test_a_sentence_added_stands_alone(lexicon, gone):
    english = ENGLISH[:gone] + ENGLISH[gone + 1 :]
    found = beads(align(segments(english, "en"), segments(CHINESE, "zh"), lexicon=lexicon))
    assert ([], [gone]) in found
    assert len(found) == 7


def test_swapping_the_sides_swaps_the_pairs(lexicon):
    english, chinese = segments(ENGLISH, "en"), segments(CHINESE[1:], "zh")
    forth = align(english, chinese, lexicon=lexicon)
    back = align(chinese, english, lexicon=lexicon)
    assert [(p.source, p.target, p.score) for p in forth] == [(p.target, p.source, p.score) for p in back]


def test_traditional_text_pairs_as_simplified(lexicon):
    traditional = [lexicon.traditional(text) for text in CHINESE]
    assert traditional != CHINESE
    simplified = align(segments(ENGLISH, "en"), segments(CHINESE, "zh"), lexicon=lexicon)
    other = align(segments(ENGLISH, "en"), segments(traditional, "zh"), lexicon=lexicon)
    assert [p.score for p in simplified] == [p.score for p in other]


WORDS = st.sampled_from(["pain", "knee", "12", "treatment", "blood", "", ".", "  "])
SIGNS = st.sampled_from(["疼痛", "膝", "12", "治疗", "血", "", "。", " "])


@settings(max_examples=60, deadline=None)
@given(
    english=st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=9),
    chinese=st.lists(st.lists(SIGNS, max_size=6).map("".join), max_size=9),
)
def test_every_segment_is_in_one_pair_in_order_and_sides_swap(english, chinese):
    lexicon = loaded()
    left, right = segments(english, "en"), segments(chinese, "zh")
    pairs = align(left, right, lexicon=lexicon)
    assert [s.index for p in pairs for s in p.source] == list(range(len(english)))
    assert [s.index for p in pairs for s in p.target] == list(range(len(chinese)))
    assert all(p.source or p.target for p in pairs)
    assert all(0 <= p.score <= 1 for p in pairs)
    assert all(p.score == 0 for p in pairs if not (p.source and p.target))
    assert beads(align(right, left, lexicon=lexicon)) == [(b, a) for a, b in beads(pairs)]


@pytest.mark.parametrize(("n", "m"), [(0, 0), (0, 3), (3, 0), (1, 1), (1, 50), (50, 1), (10, 2000), (2000, 10)])
def test_lopsided_sizes(lexicon, n, m):
    pairs = align(segments(ENGLISH[:1] * n, "en"), segments(CHINESE[:1] * m, "zh"), lexicon=lexicon)
    assert sum(len(p.source) for p in pairs) == n
    assert sum(len(p.target) for p in pairs) == m


def test_equal_sentences_pair_in_order(lexicon):
    pairs = align(segments(ENGLISH[:1] * 300, "en"), segments(CHINESE[:1] * 300, "zh"), lexicon=lexicon)
    assert beads(pairs) == one_to_one(300)


def test_empty_lines_never_merge(lexicon):
    english = ["", *ENGLISH[:2], "", "", *ENGLISH[2:]]
    chinese = [*CHINESE[:2], "", *CHINESE[2:], ""]
    pairs = align(segments(english, "en"), segments(chinese, "zh"), lexicon=lexicon)
    for pair in pairs:
        texts = [s.text for s in (*pair.source, *pair.target)]
        assert all(texts) or not any(texts)
        assert any(texts) or max(len(pair.source), len(pair.target)) == 1
    assert sum(bool(p.source and p.target and p.source_text) for p in pairs) == 7


LABELLED = ["METHODS:", *ENGLISH[1:3], "RESULTS:", *ENGLISH[3:5], "CONCLUSION:", ENGLISH[6]]
LABELLED_CHINESE = ["方法：", *CHINESE[1:3], "结果：", *CHINESE[3:5], "结论：", CHINESE[6]]
LABELS: dict[int, Role] = {0: "label", 3: "label", 6: "label"}


class TestRoles:
    def test_labels_pair_by_section(self, lexicon):
        left, right = segments(LABELLED, "en", LABELS), segments(LABELLED_CHINESE, "zh", LABELS)
        assert beads(align(left, right, lexicon=lexicon)) == one_to_one(8)

    def test_labels_bound_the_search(self, lexicon):
        chinese = [*LABELLED_CHINESE[:2], *LABELLED_CHINESE[3:]]
        right = segments(chinese, "zh", {0: "label", 2: "label", 5: "label"})
        found = beads(align(segments(LABELLED, "en", LABELS), right, lexicon=lexicon))
        assert ([3], [2]) in found
        assert ([6], [5]) in found
        assert ([2], []) in found

    def test_an_unlabelled_side_leaves_them_alone(self, lexicon):
        body = [text for k, text in enumerate(LABELLED_CHINESE) if k not in LABELS]
        found = beads(align(segments(LABELLED, "en", LABELS), segments(body, "zh"), lexicon=lexicon))
        assert [bead for bead in found if not bead[1]] == [([0], []), ([3], []), ([6], [])]
        assert all(len(a) == len(b) == 1 for a, b in found if b)

    def test_keywords_meet_keywords(self, lexicon):
        left = segments([*ENGLISH[:2], "Keywords: knee; pain"], "en", {2: "keywords"})
        right = segments([*CHINESE[:2], "关键词：膝；疼痛"], "zh", {2: "keywords"})
        assert beads(align(left, right, lexicon=lexicon)) == one_to_one(3)

    def test_keywords_never_meet_text(self, lexicon):
        left = segments([*ENGLISH[:2], "Keywords: exercise; rest; patients"], "en", {2: "keywords"})
        assert ([2], []) in beads(align(left, segments(CHINESE[:2], "zh"), lexicon=lexicon))

    def test_a_title_without_counterpart_stands_alone(self, lexicon):
        left = segments(["Exercise or rest for low back pain: a trial", *ENGLISH], "en", {0: "title"})
        found = beads(align(left, segments(CHINESE, "zh"), lexicon=lexicon))
        assert found == [([0], []), *[([k + 1], [k]) for k in range(7)]]


def test_terms_of_the_run_are_strong_evidence(lexicon):
    english = ["Zorblax was given.", "Quimble was given."]
    chinese = ["给予宽布灵。", "给予佐布乐。"]
    terms = [
        Term("1", Forms("zorblax"), Forms("佐布乐")),
        Term("2", Forms("quimble"), Forms("宽布灵")),
    ]
    found = lexicon.with_terms(terms)
    assert found.translates("zorblax", "佐布乐") > 0.9
    assert found.translates("zorblax", "宽布灵") < 0.1
    pairs = align(segments(english, "en"), segments(chinese[::-1], "zh"), lexicon=lexicon, terms=terms)
    assert beads(pairs) == one_to_one(2)


def test_the_baseline_pairs_by_length(lexicon):
    pairs = align(segments(ENGLISH, "en"), segments(CHINESE, "zh"), method="gale-church", lexicon=lexicon)
    assert beads(pairs) == one_to_one(7)
    assert {p.method for p in pairs} == {"gale-church"}


def test_an_unknown_method_is_named(lexicon):
    with pytest.raises(ConfigError, match="did you mean 'lexical'"):
        align(segments(ENGLISH, "en"), segments(CHINESE, "zh"), method="lexicall", lexicon=lexicon)


def test_unrelated_texts_are_not_believed(lexicon):
    english = [
        "The committee met in April to discuss the new road.",
        "Prices of wheat rose sharply after the harvest failed.",
        "She painted landscapes until her eyesight declined.",
        "The train leaves at seven and arrives before noon.",
    ]
    pairs = align(segments(english, "en"), segments(CHINESE[:4], "zh"), lexicon=lexicon)
    assert max(p.score for p in pairs) < 0.3


def test_a_segment_that_is_no_sentence_takes_bounded_memory() -> None:
    source, target = "(" * 20_000 + " knee " * 20_000, "（" * 20_000 + "膝" * 20_000
    sides = [(Segment(Block(text), 0, text, lang),) for text, lang in ((source, "en"), (target, "zh"))]
    (pair,) = align(*sides, lexicon=load())
    assert (len(pair.source), len(pair.target)) == (1, 1)


def test_rows_of_numbers_prove_nothing(lexicon):
    rows = [str(k) for k in range(1000, 1400)]
    pairs = align(segments(rows, "en"), segments(rows, "zh"), lexicon=lexicon)
    assert beads(pairs) == one_to_one(400)
    assert not unrelated(pairs, lexicon=lexicon)


@pytest.mark.parametrize(("shift", "told"), [(0, False), (500, True)])
def test_texts_that_say_much_alike_are_told_apart_by_their_figures(lexicon, shift: int, told: bool) -> None:
    """Half sure pairs of the reports of two patients, or of one whose translation is free."""
    english = segments([f"Serum ferritin was {k} on that day." for k in range(100, 124)], "en")
    chinese = segments([f"当日血清铁蛋白为{k + shift}。" for k in range(100, 124)], "zh")
    pairs = [Pair(k, (a,), (b,), 0.25, "lexical") for k, (a, b) in enumerate(zip(english, chinese, strict=True))]
    assert unrelated(pairs, lexicon=lexicon) is told
