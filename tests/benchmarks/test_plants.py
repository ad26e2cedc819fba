"""Planted errors: each kind is one that its rules know, and stands where it says."""

from __future__ import annotations

import random

import _plants
import pytest
from _plants import Damage, Plant, Sentence

from aligner import registry

SENTENCES = (
    Sentence(
        "The patient had knee pain (VAS 7), swelling, and a fever; MRI of Bonferroni showed IL-6 and p53.",
        "患者出现膝关节疼痛（VAS 7）、肿胀和发热；Bonferroni的MRI显示“水肿”，患者的IL-6与p53明显升高，症状显著。",
        "en",
    ),
    Sentence(
        "患者出现膝关节疼痛（VAS 7）、肿胀和发热；Bonferroni的MRI显示水肿，IL-6升高8～16倍。",
        "The Chinese patient had a knee pain (VAS 7), swelling, and fever; in Bonferroni the MRI showed oedema, and the"
        " man’s IL-6 rose 8 to 16 times. He was from China and it was > 5 days.",
        "zh",
    ),
)
SINGLE = [plant for plant in _plants.load() if isinstance(plant, Plant)]


@pytest.mark.parametrize("plant", _plants.load(), ids=lambda plant: plant.kind)
def test_its_rules_exist(plant: Plant) -> None:
    assert set(plant.rules) <= set(registry.ids("aligner.checks"))


@pytest.mark.parametrize("plant", SINGLE, ids=lambda plant: plant.kind)
def test_the_damage_is_where_it_says(plant: Plant) -> None:
    """What stands before and behind it is what stood there, but for a blank that goes with a word."""
    for sentence in SENTENCES:
        for seed in range(5):
            damage = plant.damage(sentence, random.Random(seed))
            if damage is not None and plant.kind != "bracket dropped":
                _assert_local(sentence.target, damage)


def _assert_local(target: str, damage: Damage) -> None:
    assert damage.target[: damage.start] == target[: damage.start]
    behind = damage.target[damage.end :]
    assert target.endswith(behind)
    assert damage.target != target
