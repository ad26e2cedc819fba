import random

import numpy as np
import pytest

from aligner.alignment import anchors, search
from aligner.alignment.bead import SHAPES, Bead

PAIRS = [
    ("The patient had knee pain.", "患者膝关节疼痛。"),
    ("Blood pressure was normal.", "血压正常。"),
    ("Treatment lasted six weeks.", "治疗持续六周。"),
    ("The liver was enlarged.", "肝脏肿大。"),
    ("No fracture was seen.", "未见骨折。"),
    ("Two doctors examined the child.", "两名医生检查了患儿。"),
    ("Fever returned at night.", "夜间再次发热。"),
    ("The wound healed slowly.", "伤口愈合缓慢。"),
]


def long_text(n: int, seed: int = 5) -> tuple[list[str], list[str], list[tuple[int, int, int, int]]]:
    """Return sentences in random order, some of them merged on one side, and the beads."""
    chance = random.Random(seed)
    english: list[str] = []
    chinese: list[str] = []
    beads = []
    while len(english) < n:
        first, second = chance.sample(PAIRS, 2)
        start = len(english), len(chinese)
        number = chance.randrange(1000, 9999)
        english.append(f"{first[0][:-1]} on day {number}.")
        chinese.append(f"第{number}天{first[1]}")
        if chance.random() < 0.1:
            english.append(second[0])
            chinese[-1] = chinese[-1][:-1] + "，" + second[1]
        beads.append((start[0], len(english), start[1], len(chinese)))
    return english, chinese, beads


def test_a_long_text_is_searched_in_stretches(make_text, monkeypatch):
    english, chinese, beads = long_text(300)
    text = make_text(english, chinese)
    whole = search.search(text, anchors.centre(text), 15)
    assert [bead[:4] for bead in whole] == beads
    monkeypatch.setattr(search, "_STRETCH_CELLS", 3000)
    pieces = search.search(text, anchors.centre(text), 15)
    assert [bead[:4] for bead in pieces] == beads


def test_the_band_changes_nothing_on_a_small_text(make_text, monkeypatch):
    english, chinese, _ = long_text(40)
    text = make_text(english, chinese)
    whole = search.search(text, np.linspace(0, len(chinese), len(english) + 1), 15)
    monkeypatch.setattr(search, "SEARCHED_WHOLE", 0)
    banded = search.search(text, np.linspace(0, len(chinese), len(english) + 1), 15)
    assert [bead[:4] for bead in banded] == [bead[:4] for bead in whole]
    assert [bead.score for bead in banded] == pytest.approx([bead.score for bead in whole], abs=0.01)


def test_anchors_follow_a_missing_passage(make_text):
    english, chinese, _ = long_text(400, seed=6)
    text = make_text(english, chinese[:100] + chinese[160:])
    centre = anchors.centre(text)
    assert np.all(np.diff(centre) >= 0)
    assert centre[-1] == text.zh.n
    assert abs(centre[300] - centre[200] - 100 * (len(chinese) / len(english))) < 10


def test_posteriors_are_probabilities(make_text):
    english, chinese, _ = long_text(30)
    text = make_text(english, chinese)
    found = search.search(text, np.zeros(text.en.n + 1), 15)
    assert all(0 <= bead.score <= 1 for bead in found)


def test_shapes():
    assert {(1, 7), (7, 1), (3, 4), (2, 5)} <= set(SHAPES)
    assert not {(8, 1), (1, 8), (4, 4), (2, 6), (1, 0)} & set(SHAPES)
    assert Bead(0, 2, 3, 4).shape == (2, 1)
