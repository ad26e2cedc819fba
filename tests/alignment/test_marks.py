import numpy as np
import pytest

from aligner.alignment.marks import CLOSINGS, OPENINGS, MarkOdds, Marks, closing, opening


@pytest.mark.parametrize("text", ["", "  ", "”", "…", "(", "（一）", "“", "1."])
def test_every_text_has_classes(text):
    assert 0 <= opening(text) < OPENINGS
    assert 0 <= closing(text) < CLOSINGS


def test_what_goes_together_is_learned():
    en = Marks.of(["Why?", "Because.", "Really?", "Yes."] * 20)
    zh = Marks.of(["为什么？", "因为。", "真的？", "是。"] * 20)
    beads = np.array([(k, k + 1, k, k + 1) for k in range(80)])
    odds = MarkOdds.learned(en, zh, beads).closing
    assert odds[closing("Why?"), closing("为什么？")] > 0 > odds[closing("Why?"), closing("因为。")]
    assert not MarkOdds.none().closing.any()
