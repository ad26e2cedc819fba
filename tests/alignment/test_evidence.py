import numpy as np
import pytest

from aligner.alignment.evidence import links, tokens_of
from aligner.alignment.refine import learned
from aligner.alignment.search import search


def strength(text, english, chinese):
    z, e = text.zh.keys[chinese], text.en.keys[english]
    row = slice(int(text.table.first[z]), int(text.table.first[z + 1]))
    hits = text.table.share[row][text.table.english[row] == e]
    return float(hits[0]) if len(hits) else 0.0


@pytest.mark.parametrize(
    ("english", "chinese", "e", "z"),
    [
        ("12 patients", "12名患者", "#12", "#12"),
        ("level of IL", "IL水平", "il", "il"),
        ("with pain?", "疼痛？", "~?", "~?"),
        ("marrow", "骨髓", "marrow", "骨髓"),
        ("Beijing hospital", "北京医院", "beij", "北京"),
    ],
)
def test_what_speaks_for_what(make_text, lexicon, english, chinese, e, z):
    text = make_text([english], [chinese])
    e = e if e in text.en.keys else lexicon.stem("beijing")
    assert strength(text, e, z) > 0.1


def test_links_join_the_tokens_asked_for(make_text):
    text = make_text(["knee pain", "marrow"], ["骨髓", "膝疼痛"])
    found = links(text.en, text.zh, text.table, tokens_of(text.en, 1, 2), tokens_of(text.zh, 0, 2))
    pairs = {(int(text.en.key[a]), int(text.zh.key[b])) for a, b in zip(found.e, found.z, strict=True)}
    assert pairs == {(text.en.keys["marrow"], text.zh.keys["骨髓"])}


def test_a_word_unknown_to_the_dictionary_is_learned(make_text):
    english = [f"The zorblax of number {k} failed." for k in range(1000, 1060)]
    chinese = [f"第{k}号的佐某坏了。" for k in range(1000, 1060)]
    text = make_text(english, chinese)
    assert strength(text, "zorblax", "佐") == 0
    beads = search(text, np.linspace(0, text.zh.n, text.en.n + 1), 10)
    assert strength(learned(text, text.table, beads), "zorblax", "佐") > 0.05


def test_a_part_of_a_side_keeps_its_numbers(make_text):
    text = make_text(["knee pain", "marrow", "blood cells"], ["膝疼痛", "骨髓", "血细胞"])
    part = text.en.part(1, 3)
    assert part.n == 2
    assert part.key.tolist() == text.en.key[text.en.first[1] :].tolist()
    assert part.segment.tolist() == (text.en.segment[text.en.first[1] :] - 1).tolist()
    assert part.length.tolist() == (text.en.length[1:] - text.en.length[1]).tolist()
