import pytest

from aligner.alignment import align, moved
from aligner.model import Block, Lang, Segment

ENGLISH = [
    "Forty patients with asthma were enrolled.",
    "Half of them received a new inhaler.",
    "Lung function was measured every month.",
    "Smoking was not allowed during the study.",
    "Three patients withdrew because of cough.",
    "The inhaler reduced attacks by one third.",
]
CHINESE = [
    "纳入40例哮喘患者。",
    "其中一半使用新型吸入器。",
    "每月测量肺功能。",
    "研究期间不得吸烟。",
    "三名患者因咳嗽退出。",
    "该吸入器使发作减少了三分之一。",
]


def segments(texts: list[str], lang: Lang) -> list[Segment]:
    return [Segment(Block(text), 0, text, lang, k) for k, text in enumerate(texts)]


@pytest.mark.parametrize("turned", [False, True])
def test_a_moved_sentence_is_one_in_two_places(lexicon, turned):
    chinese = [*CHINESE[:1], *CHINESE[2:], CHINESE[1]]
    sides = segments(ENGLISH, "en"), segments(chinese, "zh")
    pairs = align(*(sides[::-1] if turned else sides), lexicon=lexicon)
    ((gone, come),) = moved(pairs, lexicon=lexicon)
    texts = {pairs[gone - 1].source_text, pairs[come - 1].target_text}
    assert texts == {ENGLISH[1], CHINESE[1]}


def test_an_omission_and_an_addition_are_no_move(lexicon):
    chinese = [*CHINESE[:1], *CHINESE[2:], "会议将于四月在上海举行。"]
    pairs = align(segments(ENGLISH, "en"), segments(chinese, "zh"), lexicon=lexicon)
    assert moved(pairs, lexicon=lexicon) == ()


def test_nothing_left_over(lexicon):
    pairs = align(segments(ENGLISH, "en"), segments(CHINESE, "zh"), lexicon=lexicon)
    assert moved(pairs, lexicon=lexicon) == ()
