"""Paragraph breaks: where they bound the search, and where they must not."""

from itertools import accumulate

import pytest

import aligner
from aligner.alignment import align, paragraphs
from aligner.alignment.bead import Bead
from aligner.lexicon import load
from aligner.model import Block, Lang, Segment

ENGLISH = [
    "Low back pain is the most common cause of disability in adults under 50 years of age.",
    "We compared exercise with rest in 240 patients from three hospitals.",
    "Pain and walking distance were measured after 6 and 12 weeks.",
    "At 12 weeks pain had fallen by 35% in the exercise group.",
    "Two patients in the rest group developed venous thrombosis.",
    "No fracture occurred during the study.",
]
CHINESE = [
    "腰痛是50岁以下成人残疾的最常见原因。",
    "我们在三家医院的240例患者中比较了运动与休息的效果。",
    "分别于6周和12周后测量疼痛和步行距离。",
    "12周时，运动组的疼痛减轻了35%。",
    "休息组有两名患者发生静脉血栓。",
    "研究期间未发生骨折。",
]


def segments(texts: list[str], lang: Lang, sizes: list[int]) -> list[Segment]:
    """Make segments of paragraphs of these sizes."""
    blocks = [Block(" ".join(texts), line=k + 1) for k in range(len(sizes))]
    ends = list(accumulate(sizes))
    number = [next(k for k, end in enumerate(ends) if n < end) for n in range(len(texts))]
    return [Segment(blocks[number[n]], 0, text, lang, n) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([2, 4], [3, 3], ({2}, {3})),
        ([6], [6], None),
        ([2, 4], [2, 2, 2], None),
        ([1] * 6, [1] * 6, None),
        ([2, 2, 1, 1], [2, 2, 1, 1], ({2, 4, 5}, {2, 4, 5})),
    ],
)
def test_breaks(left: list[int], right: list[int], expected: tuple[set[int], set[int]] | None) -> None:
    found = paragraphs.breaks(segments(ENGLISH, "en", left), segments(CHINESE, "zh", right))
    assert found == (expected and tuple(map(frozenset, expected)))


def test_a_long_text_is_left_alone() -> None:
    sizes = [1002, 1002]
    assert paragraphs.breaks(segments(ENGLISH * 334, "en", sizes), segments(CHINESE * 334, "zh", sizes)) is None


BREAKS = frozenset({2, 4, 6, 8}), frozenset({2, 4, 6, 8})


def chain(*scores: float) -> list[Bead]:
    return [Bead(k, k + 1, k, k + 1, score) for k, score in enumerate(scores)]


def test_unsure_pairs_across_a_break_give_way() -> None:
    assert paragraphs.borne_out([*chain(*[0.99] * 3), Bead(3, 5, 3, 4, 0.3), *chain(*[0.99] * 9)[5:]], BREAKS)


def test_sure_pairs_across_a_break_do_not() -> None:
    assert not paragraphs.borne_out([*chain(*[0.99] * 3), Bead(3, 5, 3, 4, 0.9), *chain(*[0.99] * 9)[5:]], BREAKS)


def test_where_all_meet_there_is_nothing_to_do() -> None:
    assert not paragraphs.borne_out(chain(*[0.2] * 9), BREAKS)


@pytest.mark.parametrize("sizes", [[2, 4], [1, 5], [4, 2], [2, 2, 2], [3, 1, 2]])
def test_paragraphs_that_differ_do_no_harm(sizes: list[int]) -> None:
    pairs = align(segments(ENGLISH, "en", [2, 2, 2]), segments(CHINESE, "zh", sizes), lexicon=load())
    assert [([s.index for s in p.source], [s.index for s in p.target]) for p in pairs] == [([k], [k]) for k in range(6)]


def test_a_free_translation_is_held_by_its_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paragraphs, "borne_out", lambda beads, found: True)
    left, right = segments(ENGLISH, "en", [1, 2, 3]), segments(CHINESE, "zh", [2, 1, 3])
    pairs = align(left, right, lexicon=load())
    starts = {(p.source[0].index, p.target[0].index) for p in pairs if p.source and p.target}
    assert all((k in (1, 2)) == (n == 2) for k, n in starts)
    assert [s.index for p in pairs for s in p.source] == list(range(6))
    assert [s.index for p in pairs for s in p.target] == list(range(6))


TITLES = (
    "疏肝健脾方治疗肝郁脾虚型功能性消化不良的随机对照研究",
    "Shugan Jianpi Decoction for functional dyspepsia with stagnation of liver qi and deficiency of the spleen: "
    "a randomized controlled trial",
)
ABSTRACTS = (
    "目的 观察疏肝健脾方治疗肝郁脾虚型功能性消化不良（FD）的疗效及安全性。方法 将2020年1月至2022年3月收治的FD患者90例"
    "随机分为两组，每组45例。结果 治疗组总有效率为91.1%。",
    "Objective: To evaluate the efficacy and safety of Shugan Jianpi Decoction (SJD) in functional dyspepsia (FD) with "
    "the pattern of liver stagnation and spleen deficiency. Methods: Ninety patients with FD treated from January 2020 "
    "to March 2022 were randomly divided into two groups of 45. Results: The total response rate was 91.1% in the "
    "treatment group.",
)


@pytest.mark.parametrize("title", [TITLES[1], "Funding and conflicts of interest: a statement by the publisher"])
def test_titles_meet_though_the_next_sentence_says_the_same(title: str) -> None:
    texts = [f"{head}\n\n{body}\n" for head, body in zip((TITLES[0], title), ABSTRACTS, strict=True)]
    pairs = aligner.align(aligner.document(*texts))
    assert ((TITLES[0], title) in [(p.source_text, p.target_text) for p in pairs]) == (title == TITLES[1])
    assert len(pairs) == 7 + (title != TITLES[1])
