"""The counting of the term benchmarks, on sentences and entries of our own."""

from __future__ import annotations

import json
from pathlib import Path

import _attested
import _planted
import _terms
import glossary
import pytest
import termbase_size
from _terms import Error, Row, Text

from aligner.config import Config
from aligner.glossary import TermBase
from aligner.model import Finding, Forbidden, Forms, Span, Term
from aligner.pipeline import Pipeline

ENTRIES = """id,en,zh,zh_admitted,zh_forbidden,domain
oedema,bone marrow oedema,骨髓水肿,骨髓浮肿,骨髓积液=major,joints
arthralgia,migratory arthralgia,游走性关节痛,,迁移性关节痛=major,joints
sprain,ankle sprain,踝关节扭伤,,,joints
"""
ROWS = (
    Row("Bone marrow oedema was seen.", "可见骨髓水肿。"),
    Row("She had migratory arthralgia.", "她有游走性关节痛。"),
)


@pytest.fixture
def pipe(tmp_path: Path) -> Pipeline:
    file = tmp_path / "joints.csv"
    file.write_text(ENTRIES, encoding="utf-8")
    return Pipeline(Config(glossaries=(str(file),), own_glossaries=False))


def _entry(**changes: object) -> str:
    entry = {"doc": "d", "seg": 1, "system": "mt", "source": "Pain.", "target": "痛。", "errors": []}
    return json.dumps(entry | changes)


def test_two_annotators_of_one_sentence_are_one_row(tmp_path: Path) -> None:
    one = {"side": "target", "start": 0, "end": 1, "category": "Terminology", "severity": "major"}
    other = one | {"category": "Style"}
    folder = tmp_path / "biomqm-dev"
    folder.mkdir()
    lines = [_entry(errors=[one]), _entry(errors=[one, other]), _entry(seg=0), _entry(system="reference")]
    (folder / "en-zh.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (text,) = _terms.abstracts(tmp_path, "en", human=False)
    assert [len(row.errors) for row in text.rows] == [0, 2]
    assert len(_terms.abstracts(tmp_path, "en", human=True)) == 1


def test_a_list_attests_an_entry_by_any_of_its_forms() -> None:
    base = TermBase.of([[Term("oedema", Forms("oedema", ("hydrops",)), Forms("水肿"))]])
    keys = set(_attested.keys("Edema", "浮肿, 水肿(全身)", base))
    assert _attested.listed(base.terms, keys, base) == {"oedema"}
    assert _attested.listed(base.terms, set(_attested.keys("oedema", "积液", base)), base) == set()


def test_what_an_origin_rests_on() -> None:
    origins = ("HPO+ECDICT+CNTERM", "WEB; CNTERM", "TICO19; USE", "CADN", "USE", "")
    found = [_attested.rests_on(origin) for origin in origins]
    assert found == ["two or more", "one and belief", "one", "belief", "usage", "usage"]


def test_an_entry_is_used_where_both_sentences_hold_it() -> None:
    base = TermBase.of([[Term("oedema", Forms("oedema"), Forms("水肿")), Term("pain", Forms("pain"), Forms("疼痛"))]])
    assert _attested.used(base, [("Oedema and pain.", "水肿。"), ("No sign.", "无疼痛。")]) == {"oedema"}


@pytest.mark.parametrize(
    ("finding", "error", "expected"),
    [
        ((None, Span(2, 4, "水肿")), ("target", 3, 6), True),
        ((None, Span(2, 4, "水肿")), ("target", 4, 6), False),
        ((Span(0, 6, "oedema"), None), ("target", 4, 6), True),
        ((Span(0, 6, "oedema"), None), ("source", 6, 9), False),
        ((None, Span(2, 4, "水肿")), ("target", 3, 3), True),
    ],
)
def test_findings_and_errors_touch(
    finding: tuple[Span | None, Span | None], error: tuple[str, int, int], *, expected: bool
) -> None:
    made = Finding("terminology", "Terminology", "major", 1, "", *finding)
    assert glossary.touches(made, Error(*error, "Terminology", "major")) is expected


def test_errors_and_findings_are_counted_by_what_they_touch(pipe: Pipeline) -> None:
    error = Error("target", 2, 6, "Terminology", "major")
    rows = (Row(ROWS[0].source, "可见骨髓积液。", (error,)), Row(ROWS[1].source, "她有迁移性关节痛。"), ROWS[0])
    checked = _terms.checked(Text("t", "en", rows), pipe)
    assert glossary.annotated(checked) == {
        "errors": 1,
        "touched": 1,
        "major": 1,
        "major touched": 1,
        "other majors": 0,
        "other majors touched": 0,
    }
    assert glossary.judged(checked, "major") == {
        "findings": 2,
        "touch a term error": 1,
        "touch an error": 1,
        "same sentence": 0,
        "clean sentence": 1,
    }


def _places(pipe: Pipeline, rows: tuple[Row, ...] = ROWS) -> list[list[_planted.Place]]:
    text = Text("t", "en", rows)
    pairs, matches = _terms.matched(text, pipe)
    found = _planted.places(_terms.Checked(text, pairs, matches, ()), pipe.terms)
    return [[place] for place in found]


def test_planting_changes_one_place_and_repeats_itself(pipe: Pipeline) -> None:
    plants = _planted.plant(_places(pipe, ROWS * 2), pipe.terms, 3, seed=1)
    assert plants == _planted.plant(_places(pipe, ROWS * 2), pipe.terms, 3, seed=1)
    assert [p.kind for p in plants] == list(_planted.KINDS)
    for plant in plants:
        differing = [k for k, row in enumerate(plant.text.rows) if row != (ROWS * 2)[k]]
        assert differing == [plant.match.pair - 1]
        target = plant.text.rows[differing[0]].target
        assert plant.match.target is not None
        restored = target[: plant.start] + plant.match.target.text + target[plant.end :]
        assert restored == (ROWS * 2)[differing[0]].target


def test_a_planted_error_is_judged_by_term_and_place(pipe: Pipeline) -> None:
    for plant in _planted.plant(_places(pipe, ROWS * 2), pipe.terms, 3, seed=1):
        checked = _terms.checked(plant.text, pipe)
        outcome = _planted.judge(plant, checked)
        assert (outcome.found, outcome.right) == (True, True)
        without = _terms.Checked(plant.text, checked.pairs, checked.matches, ())
        assert not _planted.judge(plant, without).found


def test_a_replacement_is_an_error() -> None:
    ours = Term("arthritis", Forms("arthritis"), Forms("关节炎", forbidden=(Forbidden("骨关节炎"),)))
    base = TermBase.of([[ours]])
    assert _planted.holds("骨关节炎", ours, base, "zh")
    assert not _planted.holds("关节痛", ours, base, "zh")


def test_the_words_of_another_language_are_cut_with_their_blank() -> None:
    text = Text("t", "zh", (Row("可见水肿。", "An oedema was seen."),))
    pipe_match = glossary.Match(
        Term("oedema", Forms("oedema"), Forms("水肿")), 1, "ok", Span(2, 4, "水肿"), Span(3, 9, "oedema"), "oedema"
    )
    plant = _planted.changed(_planted.Place(text, pipe_match, "preferred"), "removed", "")
    assert plant.text.rows[0].target == "An was seen."


def test_generated_entries_are_new_and_the_same_each_time() -> None:
    terms = [Term(str(k), Forms(f"part{k} end{k}"), Forms(f"前{k}后{k}")) for k in range(20)]
    made = termbase_size.generated(terms, 50, seed=1)
    assert made == termbase_size.generated(terms, 50, seed=1)
    assert len({english for english, _ in made}) == 50
    assert not {english for english, _ in made} & {term.en.preferred for term in terms}


def test_abstracts_are_made_of_the_terms_and_repeated() -> None:
    terms = [Term(str(k), Forms(f"name{k}"), Forms(f"名{k}")) for k in range(5)]
    texts = termbase_size.repeated(termbase_size.made(terms, seed=1, number=2), 5)
    assert [text.name for text in texts] == ["made 0", "made 1", "made 0", "made 1", "made 0"]
    assert all("name" in row.source and "名" in row.target for text in texts for row in text.rows)
