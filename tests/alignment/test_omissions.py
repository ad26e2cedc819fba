import pytest

from aligner.alignment import omissions
from aligner.alignment.bead import Bead
from aligner.alignment.orphans import Judge, edges, rest

ENGLISH = [
    "Aspirin was given to 40 patients with headache.",
    "Two of them had a gastric ulcer.",
    "All recovered within three days.",
    "Liver function remained normal.",
]
CHINESE = ["40例头痛患者服用阿司匹林。", "其中2例有胃溃疡。", "所有患者均在三天内康复。", "肝功能保持正常。"]


def shape(beads):
    return [bead[:4] for bead in beads]


def test_an_orphan_is_taken_off_its_neighbour(make_text):
    text = make_text(ENGLISH, [CHINESE[0], *CHINESE[2:]])
    merged = [Bead(0, 2, 0, 1, 0.6), Bead(2, 3, 1, 2, 0.99), Bead(3, 4, 2, 3, 0.99)]
    expected = [(0, 1, 0, 1), (1, 2, 1, 1), (2, 3, 1, 2), (3, 4, 2, 3)]
    assert shape(omissions.separated(text, merged)) == expected


def test_a_true_merge_stays(make_text):
    text = make_text(ENGLISH, [CHINESE[0][:-1] + "，" + CHINESE[1], *CHINESE[2:]])
    merged = [Bead(0, 2, 0, 1, 0.9), Bead(2, 3, 1, 2, 0.99), Bead(3, 4, 2, 3, 0.99)]
    assert omissions.separated(text, merged) == merged


def test_the_one_left_over_is_chosen_anew(make_text):
    text = make_text(ENGLISH, [CHINESE[0], *CHINESE[2:]])
    wrong = [Bead(0, 1, 0, 1, 0.6), Bead(1, 2, 1, 2, 0.6), Bead(2, 3, 2, 2), Bead(3, 4, 2, 3, 0.99)]
    assert shape(omissions.separated(text, wrong))[1] == (1, 2, 1, 1)


@pytest.mark.parametrize("bead", [Bead(0, 1, 0, 2), Bead(3, 6, 2, 3), Bead(0, 2, 0, 2)])
def test_an_edge_and_the_rest_make_the_bead(bead):
    for edge in edges(bead):
        left = rest(bead, edge)
        assert edge.empty
        assert sum(edge.shape) + sum(left.shape) == sum(bead.shape)
        assert left.shape != bead.shape


def test_a_judge_needs_no_pairs(make_text):
    judge = Judge.of(make_text(ENGLISH[:2], CHINESE[:1]), [Bead(0, 2, 0, 1, 0.5)])
    odds, edge = judge.likeliest(Bead(0, 2, 0, 1))
    assert edge[:2] == (1, 2)
    assert odds > 0
