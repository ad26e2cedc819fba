"""Which scores are computed."""

import subprocess
import sys

from aligner import registry
from aligner.scores import Parallel, ScoreContext, line_by_line, run
from tests import factory

RESULT = factory.result()


def names(**options: object) -> list[str]:
    context = ScoreContext("en", "zh", RESULT.matches, RESULT.findings, **options)  # type: ignore[arg-type]
    return [score.name for score in run(RESULT.pairs, context)]


def test_every_score_has_its_file():
    ids = registry.ids("aligner.scores")
    assert [registry.find("aligner.scores", "SCORE", one).id for one in ids] == list(ids)


def test_scores_against_a_reference_need_one():
    assert {"similarity", "coverage_source", "coverage_target", "term_accuracy"} <= set(names())
    with_reference = {"bleu", "chrf", "chrf++", "ter"}
    assert not with_reference & set(names())
    assert with_reference <= set(names(reference=Parallel(("译文。",), (("参考译文。",),))))


def test_every_score_says_how_and_has_one_value_a_pair_or_none():
    texts = tuple(segment.text for pair in RESULT.pairs for segment in pair.target)
    reference = line_by_line(texts, [texts], RESULT.pairs)
    context = ScoreContext("en", "zh", RESULT.matches, RESULT.findings, reference)
    for score in run(RESULT.pairs, context):
        assert "version:" in score.signature
        assert len(score.per_pair) in (0, len(RESULT.pairs))


def test_every_score_names_its_figures_and_whether_less_is_better():
    texts = tuple(segment.text for pair in RESULT.pairs for segment in pair.target)
    reference = line_by_line(texts, [texts], RESULT.pairs)
    best = {figure: one.best for one in registry.load("aligner.scores", "SCORE") for figure in one.figures}
    for source, target in (("en", "zh"), ("zh", "en")):
        for score in run(RESULT.pairs, ScoreContext(source, target, reference=reference)):
            assert (best[score.name] is None) == score.lower_is_better
            assert score.value is None or best[score.name] is None or score.value <= best[score.name] + 1e-9


def test_a_document_with_nothing_in_it_has_no_values():
    scores = run((), ScoreContext("en", "zh", reference=Parallel((), ((),))))
    assert len(scores) > 4
    assert {score.value for score in scores} == {None}


def test_sacrebleu_is_imported_only_with_a_reference():
    code = (
        "import sys; from aligner.scores import ScoreContext, run; run((), ScoreContext('en', 'zh'));"
        "sys.exit('sacrebleu' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
