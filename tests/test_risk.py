"""The risk of pairs: what raises it, what has none, and the order it comes to."""

import json
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner import pipeline, risk
from aligner.cli import run
from aligner.model import SEVERITIES, Finding, Match, Result
from aligner.risk import Evidence
from tests import factory

PAIRS = factory.pairs_of(factory.TEXTS)
SENTENCE = 4  # the id of a pair of two sentences


class Half:
    """A lexicon that finds half of every text explained."""

    def translates(self, en_text: str, zh_text: str) -> float:
        return 0.5


def risk_of(pair_id: int, findings: tuple[Finding, ...] = (), matches: tuple[Match, ...] = ()) -> float | None:
    return risk.risks(PAIRS, Evidence("en", Half(), matches, findings))[pair_id - 1]


def finding(category: str, severity: str, pair: int = SENTENCE) -> Finding:
    return Finding("x", category, severity, pair, "")  # type: ignore[arg-type]


def test_the_weights_are_those_of_the_features_and_only_raise_the_risk() -> None:
    told = json.loads(files("aligner.data").joinpath("risk.json").read_text("utf-8"))
    row = next(filter(None, risk.features(PAIRS, Evidence("en", Half()))))
    assert list(told["weights"]) == ["constant", *row]
    assert all(weight >= 0 for name, weight in told["weights"].items() if name != "constant")
    assert "benchmarks/fit_risk.py" in told["about"] and "biomqm-dev" in told["about"]


@pytest.mark.parametrize(
    ("category", "severity"),
    [("Accuracy/Mistranslation", "major"), ("Terminology", "critical"), ("Style", "minor")],
)
def test_a_finding_raises_the_risk_of_its_pair_alone(category: str, severity: str) -> None:
    found = (finding(category, severity),)
    before, after = risk_of(SENTENCE), risk_of(SENTENCE, found)
    assert before is not None and after is not None and before < after < 1
    assert risk_of(3, found) == risk_of(3)


@given(st.lists(st.tuples(st.sampled_from(["Accuracy/Omission", "Terminology", "Style"]), st.sampled_from(SEVERITIES))))
def test_more_findings_never_lower_it(drawn: list[tuple[str, str]]) -> None:
    found = tuple(finding(*one) for one in drawn)
    values = [risk_of(SENTENCE, found[:count]) for count in range(len(found) + 1)]
    assert values == sorted(filter(None, values))


def test_terms_rendered_otherwise_and_words_unexplained_raise_it() -> None:
    pair = PAIRS[SENTENCE - 1]
    other = (factory.match(pair, "weight-bearing", "负重", "other"),)
    right = (factory.match(pair, "weight-bearing", "负重", "ok"),)
    assert (risk_of(SENTENCE, matches=other) or 0) > (risk_of(SENTENCE, matches=right) or 1)

    class Nothing(Half):
        def translates(self, en_text: str, zh_text: str) -> float:
            return 0.0

    assert (risk.risks(PAIRS, Evidence("en", Nothing()))[SENTENCE - 1] or 0) > (risk_of(SENTENCE) or 1)


def test_a_lost_sentence_is_sure_to_be_changed_where_it_is_reported() -> None:
    assert risk_of(5) is None
    assert risk_of(5, (finding("Accuracy/Omission", "major", 5),)) == 1.0


def test_labels_and_nothing_have_none() -> None:
    assert risk_of(2) is None and risk_of(8) is None
    assert risk.risks((), Evidence("en", Half())) == ()


def test_the_riskiest_come_first_and_what_has_no_risk_last() -> None:
    result = replace(factory.result(), risks=(0.2, None, 0.9, 0.5, 1.0, None, 0.3, None))
    assert [pair.id for pair in result.riskiest()] == [5, 3, 4, 7, 1, 2, 6, 8]
    frame = result.pairs_frame()
    assert frame.risk[2] == 0.9 and frame.risk.isna().sum() == 3
    assert Result(result.document, result.pairs).riskiest() == result.pairs


def test_a_check_says_the_risk_and_sorts_by_it(tmp_path, capsys: pytest.CaptureFixture[str]) -> None:
    english = "The knee was swollen.\nShe received 20 mg of prednisolone daily for two weeks.\n"
    chinese = "膝关节肿胀。\n患者每日接受泼尼松龙40 mg治疗，持续两周。\n"
    for name, text in (("a.en.txt", english), ("a.zh.txt", chinese)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [str(tmp_path / "a.en.txt"), str(tmp_path / "a.zh.txt")]
    first, second = pipeline.check(*paths).risks
    assert first is not None and second is not None and first < second
    shown = [_order(capsys, *paths), _order(capsys, *paths, "--sort", "risk")]
    assert shown == [["1", "2"], ["2", "1"]]
    assert run(["check", *paths, "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert [pair["risk"] for pair in report["pairs"]] == pytest.approx([first, second], abs=1e-6)
    for sort in ("text", "risk"):
        page = tmp_path / f"{sort}.html"
        run(["check", *paths, "-o", str(page), "--sort", sort])
        html = page.read_text(encoding="utf-8")
        assert (html.index('id="d1p1"') < html.index('id="d1p2"')) is (sort == "text")


def _order(capsys: pytest.CaptureFixture[str], *args: str) -> list[str]:
    run(["check", *args])
    lines = capsys.readouterr().out.splitlines()
    return [line.split()[0] for line in lines if line[:3].strip().isdigit() and not line[3:4].strip()]
