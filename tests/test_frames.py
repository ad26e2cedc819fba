"""Results as DataFrames."""

from dataclasses import replace

import pandas as pd
import pytest

from aligner import frames
from aligner.model import Abbreviation, Place, Span
from tests import factory

FRAMES = [frames.pairs, frames.findings, frames.terms, frames.matches, frames.scores, frames.abbreviations]


def full():
    """Return a result with abbreviations, of which one is introduced."""
    introduced = Place(3, Span(51, 53, "SI"))
    entries = (
        Abbreviation("si", "source", "SI", ("sacroiliitis",), ("sacroiliitis",), (introduced,), (introduced,)),
        Abbreviation("vas", "target", "VAS"),
    )
    return replace(factory.result(), abbreviations=entries)


@pytest.mark.parametrize("frame", FRAMES)
def test_every_column_is_documented_and_an_empty_frame_has_them_all(frame):
    made, empty = frame(full()), frame(factory.empty())
    assert len(made) > 0 and len(empty) == 0
    assert list(made.columns) == list(empty.columns) and dict(made.dtypes) == dict(empty.dtypes)
    spans = {f"{side}_{part}" for side in ("source", "target") for part in ("start", "end", "text")}
    undocumented = {name for name in made.columns if f"`{name}`" not in frame.__doc__} - spans
    assert not undocumented


@pytest.mark.parametrize("frame", FRAMES)
def test_frames_of_several_documents_concatenate(frame):
    results = [factory.clean(), full(), factory.empty()]
    one = frame(full())
    together = pd.concat([frame(result) for result in results], ignore_index=True)
    assert dict(together.dtypes) == dict(one.dtypes)
    assert len(together[together.doc == "injection"]) == len(one)


def test_pairs():
    frame = frames.pairs(factory.result())
    assert list(frame.pair) == list(range(1, 9))
    assert frame.target[4] == "" and frame.target_segments[4] == [] and frame.source_segments[4] == [4]
    assert frame.score.between(0, 1).all()


def test_findings():
    result = factory.result()
    frame = frames.findings(result)
    assert list(frame.rule) == [finding.rule for finding in result.findings]
    last = frame.iloc[-1]
    assert pd.isna(last.pair) and last.target_text is None and pd.isna(last.target_start) and last["count"] == 2
    assert frame.suggestion[3] is None and frame.suggestion[4] == ""


def test_spans_are_slices_of_the_texts_in_the_frame_of_pairs():
    result = factory.result()
    found = frames.findings(result).dropna(subset=["pair", "target_start"]).merge(frames.pairs(result), on="pair")
    assert len(found) == 4
    assert all(row.target[row.target_start : row.target_end] == row.target_text for row in found.itertuples())


def test_matches():
    frame = frames.matches(factory.result())
    assert list(frame.status) == ["ok", "ok", "other"]
    assert (frame.zh[2], frame.target_text[2], frame.form[2]) == ("病因治疗", "针对性治疗", None)


def test_terms_sum_the_matches_up():
    result = factory.result()
    again = replace(result.matches[0], status="missing", target=None)
    frame = frames.terms(replace(result, matches=(*result.matches, again)))
    assert list(frame.en) == ["sacroiliitis", "weight-bearing", "causal treatment"]
    assert list(frame["count"]) == [2, 1, 1] and list(frame.right) == [1, 1, 0]
    assert frame.forms[2] == ["针对性治疗"]


def test_abbreviations():
    frame = frames.abbreviations(full())
    assert list(frame.introduced) == [1, 0] and list(frame.uses) == [1, 0]
    assert (frame.pair[0], frame.introduced_start[0], frame.introduced_text[0]) == (3, 51, "SI")
    assert pd.isna(frame.pair[1]) and frame.introduced_text[1] is None and frame.expansions[1] == []


def test_scores():
    frame = frames.scores(factory.result()).set_index("name")
    assert (frame.low["number_accuracy"], frame.high["number_accuracy"]) == (0.5, 0.95)
    assert pd.isna(frame.value["bleu"]) and pd.isna(frame.low["bleu"])


def test_a_result_shows_itself_as_frames():
    result = full()
    shown = (
        result.pairs_frame(),
        result.findings_frame(),
        result.terms_frame(),
        result.matches_frame(),
        result.scores_frame(),
        result.abbreviations_frame(),
    )
    for made, frame in zip(shown, FRAMES, strict=True):
        pd.testing.assert_frame_equal(made, frame(result))
