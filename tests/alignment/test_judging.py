from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.alignment import anchors, features, judging, search
from aligner.alignment.bead import Bead
from aligner.alignment.chain import Lattice
from aligner.alignment.features import NAMES
from aligner.alignment.similarity import Edges

ENGLISH = [
    "Aspirin was given to 40 patients with headache.",
    "Two of them had a gastric ulcer.",
    "All recovered within three days.",
    "Liver function remained normal.",
]
CHINESE = ["40例头痛患者服用阿司匹林。", "其中2例有胃溃疡。", "所有患者均在三天内康复。", "肝功能保持正常。"]


def decided(text, decide=judging.judged):
    return [bead[:4] for bead in search.search(text, anchors.centre(text), 12, decide)]


def one_to_one(n):
    return [(k, k + 1, k, k + 1) for k in range(n)]


def test_an_orphan_stands_alone_where_the_search_merges_it(make_text):
    text = make_text(ENGLISH, [CHINESE[0], *CHINESE[2:]])
    assert decided(text) == [(0, 1, 0, 1), (1, 2, 1, 1), (2, 3, 1, 2), (3, 4, 2, 3)]


def test_a_true_merge_stays(make_text):
    text = make_text(ENGLISH, [CHINESE[0][:-1] + "，" + CHINESE[1], *CHINESE[2:]])
    assert decided(text) == [(0, 2, 0, 1), (2, 3, 1, 2), (3, 4, 2, 3)]


def test_a_complete_text_pairs_one_to_one(make_text):
    assert decided(make_text(ENGLISH, CHINESE)) == one_to_one(4)


@pytest.mark.parametrize("kept", [1, 2, 3])
def test_half_a_translation_is_paired_and_the_rest_left_alone(make_text, kept):
    found = decided(make_text(ENGLISH, CHINESE[:kept]))
    assert found == one_to_one(kept) + [(k, k + 1, kept, kept) for k in range(kept, 4)]


def test_every_feature_has_a_weight():
    assert set(judging.WEIGHTS) == set(NAMES)


def test_labels_and_blank_lines_keep_the_scores_of_the_search(make_text):
    text = make_text(["", *ENGLISH], ["", *CHINESE])
    kept = []

    def decide(part, links, edges, lattice):
        kept.append((judging.Problem.of(part, links, edges, lattice), edges))
        return judging.judged(part, links, edges, lattice)

    assert decided(text, decide) == one_to_one(5)
    problem, edges = kept[0]
    blank = (edges.e0 == 0) & (edges.z0 == 0) & (edges.e1 <= 1) & (edges.z1 <= 1)
    assert blank.any()
    assert not problem.judged[blank].any()
    assert problem.scores(np.ones(len(NAMES)))[blank] == pytest.approx(edges.score[blank])


def test_features_of_shapes_are_one_hot(make_text):
    text = make_text(ENGLISH, CHINESE)
    beads = [(0, 1, 0, 1), (0, 1, 0, 2), (0, 2, 0, 1), (0, 2, 0, 2), (0, 1, 0, 3), (0, 3, 0, 2)]
    columns = np.array(beads, np.int64).T
    edges = Edges(*columns, np.zeros(len(beads)))
    grid = text.grid(search._next_band(text, np.zeros(5), 12, (0, 0)))
    seen = features.Seen.of(text, grid.links, edges)
    found = features.of_two_sides(edges, seen, features.Usual.of(seen, np.ones(len(beads), bool)))
    assert found[:, :6].tolist() == np.eye(6).tolist()
    assert np.isfinite(found).all()
    assert (seen.explained <= seen.weight + 1e-9).all()
    assert (seen.matched <= seen.explained + 1e-9).all()


@st.composite
def lattices(draw):
    """Return all beads of up to two sentences a side through a small text, with scores."""
    n, m = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    shapes = [(1, 0), (0, 1), (1, 1), (1, 2), (2, 1)]
    places = product(range(n + 1), range(m + 1), shapes)
    beads = [(e, e + a, z, z + b) for e, z, (a, b) in places if e + a <= n and z + b <= m]
    beads = draw(st.permutations(beads))
    scores = draw(st.lists(st.floats(-5, 5), min_size=len(beads), max_size=len(beads)))
    return n, m, beads, scores


def chains(beads, n, m, at=(0, 0)):
    if at == (n, m):
        yield []
    for k, bead in enumerate(beads):
        if (bead[0], bead[2]) == at:
            yield from ([k, *rest] for rest in chains(beads, n, m, (bead[1], bead[3])))


@given(lattices())
def test_the_lattice_finds_what_trying_all_chains_finds(case):
    n, m, beads, values = case
    scores = np.array(values)
    lattice = Lattice(Edges(*np.array(beads, np.int64).T, scores), (0, 0), lambda e, z: (e == n) & (z == m))
    every = list(chains(beads, n, m))
    weights = np.exp([scores[chain].sum() for chain in every])
    assert scores[lattice.best(scores)].sum() == pytest.approx(max(scores[chain].sum() for chain in every))
    total, posteriors = lattice.summed(scores)
    assert total == pytest.approx(np.log(weights.sum()))
    for k in range(len(beads)):
        through = sum(weight for weight, chain in zip(weights, every, strict=True) if k in chain)
        assert posteriors[k] == pytest.approx(through / weights.sum(), abs=1e-9)
    assert [Bead(*bead[:4])[:4] for bead in lattice.chain(scores, posteriors)] == [
        beads[k] for k in lattice.best(scores)
    ]
