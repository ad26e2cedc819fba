"""The scores against reference translations, compared with sacrebleu's own command."""

import json
import subprocess
import sys

import pytest
import sacrebleu
from hypothesis import given
from hypothesis import strategies as st

from aligner.model import Pair
from aligner.scores import Parallel, Path, ScoreContext, line_by_line, through
from aligner.scores.bleu import SCORE as BLEU
from aligner.scores.chrf import SCORE as CHRF
from aligner.scores.chrf_words import SCORE as CHRF_WORDS
from aligner.scores.ter import SCORE as TER
from tests import factory

PAIRS = factory.pairs_of(
    [
        ("The knee was swollen.", "膝关节肿胀，伴有压痛。", "body"),
        ("There was no fracture on the radiograph.", "X线片上未见骨折。", "body"),
        ("She walked after 3.5 weeks.", "3.5周后她能行走。", "body"),
    ]
)
OURS = tuple(pair.target_text for pair in PAIRS)
CHINESE = ("膝关节肿胀，并有压痛。", "X线片未见骨折征象。", "患者3.5周后行走。")
OTHER_CHINESE = ("膝部肿胀，伴压痛。", "X线片上没有骨折。", "3.5周后她可以走路。")
ENGLISH = tuple(pair.source_text for pair in PAIRS)
OTHER_ENGLISH = ("The knee was swollen.", "No fracture was seen on the radiograph.", "After 3.5 weeks she walked.")
OPTIONS = {
    BLEU: ({"zh": ["-tok", "zh"], "en": []}, ["-m", "bleu"]),
    CHRF: ({"zh": [], "en": []}, ["-m", "chrf"]),
    CHRF_WORDS: ({"zh": [], "en": []}, ["-m", "chrf", "--chrf-word-order", "2"]),
    TER: ({"zh": ["--ter-normalized", "--ter-asian-support"], "en": []}, ["-m", "ter"]),
}


def score(scorer, parallel, target="zh"):
    (found,) = scorer.compute((), ScoreContext("en" if target == "zh" else "zh", target, reference=parallel))
    return found


@pytest.mark.parametrize("scorer", OPTIONS, ids=lambda scorer: scorer.id)
@pytest.mark.parametrize(
    ("lang", "texts"),
    [("zh", (OURS, CHINESE)), ("zh", (OURS, CHINESE, OTHER_CHINESE)), ("en", (OTHER_ENGLISH, ENGLISH))],
)
def test_sacrebleu_itself_says_the_same(tmp_path, scorer, lang, texts):
    paths = []
    for number, lines in enumerate(texts):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text("\n".join(lines) + "\n", encoding="utf-8")
    by_lang, metric = OPTIONS[scorer]
    command = [*map(str, paths[1:]), "-i", str(paths[0]), "-w", "6", "--confidence", *metric, *by_lang[lang]]
    done = subprocess.run([sys.executable, "-m", "sacrebleu", *command], capture_output=True, check=True)
    told = json.loads(done.stdout)
    found = score(scorer, Parallel(texts[0], texts[1:]), lang)
    assert found.value == pytest.approx(told["score"], abs=1e-5)
    assert sum(found.ci) / 2 == pytest.approx(told["confidence_mean"], abs=1e-5)
    assert found.signature == f"{told['signature']}|segments:3"


def test_each_segment_has_its_score():
    bleu, chrf, ter = (score(s, line_by_line(OURS, [CHINESE], PAIRS)) for s in (BLEU, CHRF, TER))
    assert chrf.per_pair[1] == pytest.approx(sacrebleu.sentence_chrf(OURS[1], [CHINESE[1]]).score)
    short = score(BLEU, Parallel(("见骨折", "肿胀"), (("见骨折", "肿胀"),), of_pair=(0, 1)))
    assert short.per_pair == pytest.approx((100, 100))  # effective order: three characters have no run of four
    assert len(bleu.per_pair) == len(ter.per_pair) == len(PAIRS)
    assert ter.per_pair[0] == pytest.approx(100 / 11)  # of eleven characters one is another


def test_the_same_text_is_perfect():
    same = line_by_line(OURS, [OURS], PAIRS)
    assert [score(s, same).value for s in OPTIONS] == pytest.approx([100, 100, 100, 0])


def test_a_pair_of_several_segments_has_no_line_of_its_own():
    merged = (Pair(1, tuple(p.source[0] for p in PAIRS), tuple(p.target[0] for p in PAIRS), 0.9, "lexical"),)
    assert line_by_line(OURS, [CHINESE], merged).of_pair == (None,)


def test_one_text_has_no_interval():
    assert score(BLEU, Parallel(("".join(OURS),), (("".join(CHINESE),),))).ci is None


def test_blank_lines_change_nothing_and_have_no_value():
    blank = Parallel((OURS[0], "", "", "", OURS[1]), ((CHINESE[0], "", "", "", CHINESE[1]),), of_pair=(0, 1, 4))
    full = Parallel(OURS[:2], (CHINESE[:2],))
    for scorer in OPTIONS:
        found = score(scorer, blank)
        assert found.value == pytest.approx(score(scorer, full).value)
        assert found.per_pair[1] is None and found.per_pair[2] is not None


def test_a_sentence_left_out_lowers_the_score():
    lost = Parallel((OURS[0], "", OURS[2]), (CHINESE,))
    assert score(BLEU, lost).value < score(BLEU, Parallel(OURS, (CHINESE,))).value


@pytest.mark.parametrize("reference", [(), ("",), (" ", "\n")])
def test_an_empty_reference_gives_no_value(reference):
    parallel = Parallel(("甲",) * len(reference), (reference,))
    assert [score(s, parallel).value for s in OPTIONS] == [None] * 4


def test_what_stands_opposite_nothing_goes_with_what_is_before_it():
    draft = Path(["a", "b", "x", "c"], [(0, 0), (1, 1), (2, 2), (2, 3), (3, 4)])
    reference = Path(["y", "A", "C"], [(0, 0), (0, 1), (1, 2), (2, 2), (3, 3)])
    found = through("source", draft, [reference], "en")
    assert found.hypotheses == ("a", "b x", "c") and found.references == (("y A", "", "C"),)
    assert found.of_pair == (0, 1, 1, 2)


@st.composite
def paths(draw, size):
    """Draw an alignment with a pivot of that size: beads of up to two texts on either side, none of them empty."""
    cuts = [(0, 0)]
    while cuts[-1][0] < size:
        p, o = draw(st.sampled_from([(1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (2, 2)]))
        cuts.append((min(cuts[-1][0] + p, size), cuts[-1][1] + o))
    return Path([f"{k}" for k in range(cuts[-1][1])], cuts)


@given(st.integers(1, 8).flatmap(lambda size: st.lists(paths(size), min_size=2, max_size=4)))
def test_joining_loses_nothing_and_keeps_the_order(drawn):
    found = through("source", drawn[0], drawn[1:], "en")
    for side, one in zip((found.hypotheses, *found.references), drawn, strict=True):
        assert len(side) == len(found.hypotheses)
        assert " ".join(filter(None, side)) == " ".join(one.texts)
    assert len(found.of_pair) == len(drawn[0].cuts) - 1
    assert list(found.of_pair) == sorted(found.of_pair)
    assert set(found.of_pair) <= set(range(len(found.hypotheses)))
