"""Texts of one language beside each other."""

from hypothesis import given
from hypothesis import strategies as st

from aligner.alignment.monolingual import align

ENGLISH = [
    "We studied forty women with knee pain.",
    "All of them had an MRI scan within two weeks.",
    "Bone marrow oedema was found in twelve.",
    "The pain was gone after six months.",
]


def test_a_sentence_cut_in_two():
    parts = [ENGLISH[0], "All had an MRI scan.", "It took place within two weeks.", *ENGLISH[2:]]
    assert align(ENGLISH, parts) == [(0, 0), (1, 1), (2, 3), (3, 4), (4, 5)]


def test_a_sentence_left_out_and_one_put_in():
    assert align(ENGLISH, ENGLISH[:1] + ENGLISH[2:]) == [(0, 0), (1, 1), (2, 1), (3, 2), (4, 3)]
    assert align(ENGLISH[1:], ENGLISH) == [(0, 0), (0, 1), (1, 2), (2, 3), (3, 4)]


def test_what_is_said_in_quite_other_words_stands_beside_it():
    assert align([*ENGLISH[:2], "Ja.", ENGLISH[3]], [*ENGLISH[:2], "Nun gut!", ENGLISH[3]])[2:4] == [(2, 2), (3, 3)]


def test_chinese_in_other_words_and_another_cut():
    ours = ["我们研究了40名膝关节疼痛的女性。", "所有患者均接受了MRI检查，其中12例见骨髓水肿。", "六个月后疼痛消失。"]
    theirs = ["研究对象为40名膝关节疼痛女性。", "所有患者均行MRI检查。", "12例有骨髓水肿。", "6个月后疼痛消失。"]
    assert align(ours, theirs) == [(0, 0), (1, 1), (2, 3), (3, 4)]


@given(st.lists(st.text("abc 膝痛。", max_size=6), max_size=6), st.lists(st.text("abc 膝痛。", max_size=6), max_size=6))
def test_every_text_is_in_one_bead(left, right):
    cuts = align(left, right)
    assert cuts[0] == (0, 0) and cuts[-1] == (len(left), len(right))
    assert cuts == sorted(set(cuts)) and [b for _, b in cuts] == sorted(b for _, b in cuts)


@given(st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=8))
def test_a_text_beside_itself(texts):
    assert align(texts, texts) == [(k, k) for k in range(len(texts) + 1)]


def test_long_texts_of_unlike_length_are_aligned():
    texts = [f"Case {k} had a fracture of rib {k * 7}." for k in range(300)]
    assert align(texts, texts[:150])[-1] == (300, 150)
