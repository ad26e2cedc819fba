"""The counting of the benchmark of the rules, on sentences of our own."""

from __future__ import annotations

import random
from collections.abc import Iterable

import _plants
import _pofilter
import checks
import pytest
from _fires import BaseRate, Fire, fires
from _plants import Damage, Plant, Sentence, TextDamage, TextPlant
from _recall import Planter
from _terms import Checked, Error, Row, Text

from aligner import registry
from aligner.model import Finding, Place, Span

SIDE = Row("The left knee hurt.", "左膝疼痛。")


def finding(pair: int | None = 1, target: Span | None = None, source: Span | None = None, **more: object) -> Finding:
    return Finding("rule", "Accuracy", "major", pair, "", source, target, **more)  # type: ignore[arg-type]


def fire(place: Place, *errors: Error) -> Fire:
    return Fire("rule", "major", place, Row(SIDE.source, SIDE.target, errors), "en")


@pytest.mark.parametrize(
    ("place", "error", "marked"),
    [
        (Place(1, target=Span(0, 2, "左膝")), Error("target", 1, 2, "Style", "minor"), True),
        (Place(1, target=Span(0, 1, "左")), Error("target", 1, 2, "Style", "minor"), False),
        (Place(1, source=Span(4, 8, "left")), Error("source", 4, 13, "Accuracy", "major"), True),
        (Place(1, source=Span(4, 8, "left")), Error("target", 2, 4, "Accuracy", "major"), True),
        (Place(1, source=Span(4, 8, "left")), Error("target", 2, 4, "Style", "major"), False),
    ],
)
def test_a_place_is_marked_where_it_touches_an_error(place: Place, error: Error, *, marked: bool) -> None:
    assert fire(place, error).marked is marked


def test_the_base_rate_is_what_places_at_random_would_touch() -> None:
    rows = [("en", Row("", "甲乙丙丁", (Error("target", 1, 2, "Accuracy", "major"),))), ("en", Row("", "甲乙丙丁"))]
    base = BaseRate(rows)  # type: ignore[arg-type]
    assert base(fire(Place(1, target=Span(0, 1, "甲")))) == pytest.approx(1 / 8)
    assert base(fire(Place(1, target=Span(0, 2, "甲乙")))) == pytest.approx(2 / 6)
    assert base(fire(Place(1, source=Span(0, 2, "ab")))) == pytest.approx(1 / 2)


def test_a_finding_for_several_places_counts_each() -> None:
    places = (Place(1, target=Span(0, 1, "左")), Place(1, target=Span(1, 2, "膝")))
    text = Checked(Text("t", "en", (SIDE,)), (), (), (finding(None, places=places), finding(None)))
    assert [found.place for found in fires([text])] == list(places)


def right(sentence: Sentence, chance: random.Random) -> Damage | None:
    return _plants.swapped(sentence, chance, {"左": "右"})


def outcomes(findings: Iterable[Finding], plant: Plant | TextPlant, before: Iterable[Finding] = ()) -> list[bool]:
    def check(text: Text) -> Checked:
        return Checked(text, (), (), tuple(before if text.rows[-1] == SIDE else findings))

    return [bool(o.by) for o in Planter([[Text("t", "en", (SIDE,))]], check, 5, seed=1).outcomes(plant)]


def test_a_planted_error_is_found_at_its_place_only() -> None:
    plant = Plant("side swapped", ("rule",), right)
    assert outcomes([finding(target=Span(0, 2, "右膝"))], plant) == [True]
    assert outcomes([finding(target=Span(1, 2, "膝"))], plant) == [False]
    assert outcomes([], plant) == [False]
    assert outcomes([], plant, before=[finding()]) == []


def test_what_is_deleted_is_found_by_the_words_of_the_source_or_where_it_stood() -> None:
    plant = Plant("side lost", ("rule",), lambda sentence, _: _plants.written(sentence, 0, 1, "", (4, 8)))
    assert outcomes([finding(source=Span(4, 8, "left"))], plant) == [True]
    assert outcomes([finding(target=Span(0, 1, "膝"))], plant) == [True]
    assert outcomes([finding(target=Span(1, 3, "疼痛"))], plant) == [False]


def test_an_error_of_a_text_is_found_in_any_row_it_names() -> None:
    def damage(text: Text, _: random.Random) -> TextDamage:
        rows = (*text.rows, Row(SIDE.source, "左侧膝关节痛。"))
        return TextDamage(Text(text.name, text.lang, rows), 1, Damage(rows[1].target, 0, 7), rows=(0,))

    plant = TextPlant("one source, two translations", ("rule",), damage)
    assert outcomes([finding(pair=1)], plant) == [True]
    assert outcomes([finding(pair=2, target=Span(0, 7, "左侧膝关节痛。"))], plant) == [True]
    assert outcomes([finding(pair=3)], plant) == [False]


def test_every_kind_is_planted_for_a_rule_that_exists() -> None:
    plants = _plants.load()
    assert len({plant.kind for plant in plants}) == len(plants)
    assert {rule for plant in plants for rule in plant.rules} <= set(registry.ids("aligner.checks"))


def test_the_program_beside_is_asked_and_read_row_by_row() -> None:
    assert _pofilter._unit(3, Row('a "b"', "甲\n乙")) == 'msgctxt "3"\nmsgid "a \\"b\\""\nmsgstr "甲\\n乙"\n'
    said = '# (pofilter) endpunc: differ\n# (pofilter) numbers: differ\nmsgctxt "1"\nmsgid "a"\nmsgstr "b"\n'
    assert _pofilter._read("\n\n".join(['msgid ""', said]), 2) == [frozenset(), {"endpunc", "numbers"}]


def test_the_figures_of_a_rule_are_its_own() -> None:
    results = {
        "references": {"abstracts": {"segments": 50, "findings": {"omission": 1}}, "pofilter": {}},
        "machines": {"omission": {"places": 0}},
        "planted": {"sentence dropped": {"en-zh": {"planted": 4, "found": 4, "by": {"omission": 3, "other": 4}}}},
    }
    assert checks.figures("omission", results) == {
        "in 100 segments": {"abstracts": 2.0},
        "machine translations": {"places": 0},
        "planted": {"sentence dropped": {"en-zh": [3, 4]}},
    }
