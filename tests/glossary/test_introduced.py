"""Abbreviations of the translation that stand for a term of the source."""

from aligner.config import Config
from aligner.glossary import match_terms
from aligner.model import Block, Match, Pair, Segment
from aligner.pipeline import Pipeline

PIPELINE = Pipeline(Config())


def _matches(*rows: tuple[str, str]) -> tuple[Match, ...]:
    pairs = [
        Pair(k, (Segment(Block(a), 0, a, "zh", k),), (Segment(Block(b), 0, b, "en", k),), 1.0, "")
        for k, (a, b) in enumerate(rows)
    ]
    return match_terms(pairs, PIPELINE.terms, PIPELINE.lexicon, "zh")


def _of(matches: tuple[Match, ...], term: str) -> list[str]:
    return [match.status for match in matches if match.term.en.preferred == term]


def test_an_abbreviation_renders_the_term_that_ends_its_long_form() -> None:
    rows = (
        ("预测中央区淋巴结转移。", "To predict central lymph node metastasis (CLNM)."),
        ("147例发生中央区淋巴结转移。", "CLNM was present in 147 patients."),
    )
    assert _of(_matches(*rows), "lymph node metastasis") == ["ok", "abbreviation"]
    assert _of(_matches(rows[1]), "lymph node metastasis") == ["missing"]


def test_it_renders_no_term_within_its_long_form() -> None:
    rows = (
        ("创伤后应激障碍由创伤引起。", "Post-traumatic stress disorder (PTSD) follows trauma."),
        ("创伤后应激障碍与创伤的严重程度相关。", "PTSD was related to its severity."),
    )
    assert _of(_matches(*rows), "trauma")[-1] == "missing"
