"""Development corpora beside the checkout, where they are: what must not get worse."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from aligner.alignment import align

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def bench() -> dict[str, ModuleType]:
    found = {}
    for name in ("_corpus", "_damage"):
        spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
        assert spec and spec.loader
        found[name] = sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(found[name])
    return found


def beads(pairs):
    return {(tuple(s.index for s in p.source), tuple(s.index for s in p.target)) for p in pairs}


def test_academic_prose(shared_data, lexicon, bench):
    corpus = bench["_corpus"]
    (document,) = corpus.documents(shared_data / "alignment" / "aca")
    found = beads(align(document.source, document.target, lexicon=lexicon))
    assert corpus.score(found, document.beads).f1 >= 0.993


def test_novels(shared_data, lexicon, bench):
    corpus = bench["_corpus"]
    total = corpus.Counts()
    for document in corpus.documents(shared_data / "alignment" / "mac-dev"):
        total += corpus.score(beads(align(document.source, document.target, lexicon=lexicon)), document.beads)
    assert total.f1 >= 0.915


def test_abstracts_lose_nothing_and_invent_nothing(shared_data, lexicon, bench):
    corpus = bench["_corpus"]
    for text in bench["_damage"].abstracts(shared_data / "biomqm-dev"):
        pairs = align(corpus.segments(text.english, "en"), corpus.segments(text.chinese, "zh"), lexicon=lexicon)
        assert beads(pairs) == set(text.beads), text.name


def test_a_deleted_sentence_is_found(shared_data, lexicon, bench):
    corpus, damage = bench["_corpus"], bench["_damage"]
    orphans = found = 0
    for number, text in enumerate(damage.abstracts(shared_data / "biomqm-dev")):
        hurt = damage.without(text, [number % len(text.beads)], number % 2)
        pairs = align(corpus.segments(hurt.english, "en"), corpus.segments(hurt.chinese, "zh"), lexicon=lexicon)
        orphans += len(hurt.orphans)
        found += len(hurt.orphans & beads(pairs))
    assert found >= orphans - 1
