"""BLEU and chrF against a reference translation, compared with sacrebleu's own command."""

import pytest
import sacrebleu

from aligner.model import Pair
from aligner.scores import ScoreContext
from aligner.scores.bleu import SCORE as BLEU
from aligner.scores.chrf import SCORE as CHRF
from tests import factory

PAIRS = factory.pairs_of(
    [
        ("The knee was swollen.", "膝关节肿胀，伴有压痛。", "body"),
        ("There was no fracture on the radiograph.", "X线片上未见骨折。", "body"),
    ]
)
REFERENCE = ("膝关节肿胀，并有压痛。", "X线片未见骨折征象。")
REVERSED = tuple(Pair(p.id, p.target, p.source, p.score, p.method) for p in PAIRS)


def score(scorer, pairs, target, reference):
    source = "en" if target == "zh" else "zh"
    (found,) = scorer.compute(pairs, ScoreContext(source, target, reference=reference))
    return found


def test_into_chinese_by_pair():
    ours = [pair.target_text for pair in PAIRS]
    bleu, chrf = score(BLEU, PAIRS, "zh", REFERENCE), score(CHRF, PAIRS, "zh", REFERENCE)
    assert bleu.value == pytest.approx(sacrebleu.corpus_bleu(ours, [list(REFERENCE)], tokenize="zh").score)
    assert chrf.value == pytest.approx(sacrebleu.corpus_chrf(ours, [list(REFERENCE)]).score)
    assert bleu.signature.startswith("nrefs:1|case:mixed|eff:no|tok:zh|smooth:exp|version:")
    assert chrf.signature.startswith("nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:")
    assert chrf.per_pair[1] == pytest.approx(sacrebleu.sentence_chrf(ours[1], [REFERENCE[1]]).score)


def test_into_english_by_pair():
    reference = ("The knee was swollen.", "No fracture was seen on the radiograph.")
    ours = [pair.target_text for pair in REVERSED]
    bleu = score(BLEU, REVERSED, "en", reference)
    assert bleu.value == pytest.approx(sacrebleu.corpus_bleu(ours, [list(reference)]).score)
    assert "tok:13a" in bleu.signature


def test_the_same_text_is_perfect():
    same = tuple(pair.target_text for pair in PAIRS)
    assert score(BLEU, PAIRS, "zh", same).value == pytest.approx(100)
    assert score(CHRF, PAIRS, "zh", same).value == pytest.approx(100)


def test_by_segment_where_pairs_hold_several():
    merged = (Pair(1, tuple(p.source[0] for p in PAIRS), tuple(p.target[0] for p in PAIRS), 0.9, "lexical"),)
    assert score(BLEU, merged, "zh", REFERENCE).value == score(BLEU, PAIRS, "zh", REFERENCE).value
    assert "segments" not in score(BLEU, merged, "zh", REFERENCE).signature


@pytest.mark.parametrize("reference", [("".join(REFERENCE),), (*REFERENCE, "完。")])
def test_a_reference_cut_otherwise_is_compared_as_one_text_and_says_so(reference):
    found = score(BLEU, PAIRS, "zh", reference)
    ours = "".join(pair.target_text for pair in PAIRS)
    assert found.value == pytest.approx(sacrebleu.corpus_bleu([ours], [["".join(reference)]], tokenize="zh").score)
    assert found.signature.endswith("|segments:1")
    assert score(CHRF, PAIRS, "zh", reference).per_pair == ()


def test_a_sentence_left_out_lowers_the_score():
    lost = (PAIRS[0], Pair(2, PAIRS[1].source, (), 0.0, "lexical"))
    assert score(BLEU, lost, "zh", REFERENCE).value < score(BLEU, PAIRS, "zh", REFERENCE).value


@pytest.mark.parametrize("reference", [(), ("",), (" ", "\n")])
def test_an_empty_reference_gives_no_value(reference):
    assert score(BLEU, PAIRS, "zh", reference).value is None
    assert score(CHRF, PAIRS, "zh", reference).value is None
