"""The JSON report against its schema, its golden file and its promises."""

import json
from importlib.resources import files

import jsonschema
import pytest

from aligner.model import Block, Document, Finding, Pair, Result, Score, Segment, Tag
from aligner.reports import RenderOptions, find
from tests import factory
from tests.golden_files import same_as_golden

RESULTS = {
    "result": factory.result,
    "gated": factory.gated,
    "clean": factory.clean,
    "empty": factory.empty,
    "hostile": factory.hostile,
}

SOMETIMES = {"address", "tags"}  # what a pair has where its format has them


def text_of(*results: Result) -> str:
    return "".join(find("json").render(iter(results), RenderOptions()))


def schema() -> dict[str, object]:
    loaded: dict[str, object] = json.loads(files("aligner.reports").joinpath("schema1.json").read_text("utf-8"))
    return loaded


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("name", RESULTS)
def test_one_document_is_an_object(name):
    report = json.loads(text_of(RESULTS[name]()))
    jsonschema.validate(report, schema())
    assert report["schema"] == 1 and "documents" not in report


@pytest.mark.parametrize("names", [(), ("clean", "empty"), tuple(RESULTS)])
def test_several_documents_are_a_list(names):
    report = json.loads(text_of(*(RESULTS[name]() for name in names)))
    jsonschema.validate(report, schema())
    assert [document["id"] for document in report["documents"]] == [RESULTS[name]().document.id for name in names]


def test_every_document_of_several_is_what_it_is_alone():
    report = json.loads(text_of(factory.result(), factory.hostile()))
    assert report["documents"] == [json.loads(text_of(factory.result())), json.loads(text_of(factory.hostile()))]


@pytest.mark.parametrize("damage", [{"schema": 2}, {"pairs": None}, {"findings": [{"rule": "numbers"}]}])
def test_the_schema_refuses_what_is_not_a_report(damage):
    report = json.loads(text_of(factory.result())) | damage
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, schema())


def test_every_field_is_described_by_the_schema():
    """A field that the report has and the schema does not would be undocumented."""
    report, definitions = json.loads(text_of(factory.result())), schema()["$defs"]
    assert set(report) == set(definitions["document"]["properties"])
    for kind, items in (("pair", "pairs"), ("finding", "findings"), ("match", "matches"), ("score", "scores")):
        described = definitions[kind]
        ours = set(described["properties"]) - (SOMETIMES if kind == "pair" else set())
        assert set(report[items][0]) == ours >= set(described["required"])


def test_a_pair_of_a_cat_file_has_its_address_and_its_tags():
    tags = (Tag(5, "alone", "1", "<x 1>"),)
    block = Block("knee \ufffcpain", address="tu[5]", offsets=(), tags=tags)
    pairs = (Pair(1, (Segment(block, 0, block.text, "en"),), (), 0.0, "given"),)
    report = json.loads(text_of(Result(Document("d", "d.tmx", "tmx", (block,), ()), pairs)))
    jsonschema.validate(report, schema())
    (pair,) = report["pairs"]
    assert set(pair) >= SOMETIMES
    assert pair["address"] == "tu[5]"
    assert pair["tags"] == [{"side": "source", "at": 5, "kind": "alone", "id": "1", "shown": "<x 1>"}]


def test_spans_are_slices_of_the_texts_beside_them():
    report = json.loads(text_of(factory.result()))
    texts = {(p["id"], side): p[f"{side}_text"] for p in report["pairs"] for side in ("source", "target")}
    holders = [*report["findings"], *report["matches"], *(p for f in report["findings"] for p in f["places"])]
    spans = [(h["pair"], side, h[side]) for h in holders for side in ("source", "target") if h[side]]
    assert len(spans) > 10
    for pair, side, span in spans:
        assert texts[pair, side][span["start"] : span["end"]] == span["text"]


def test_an_emptied_side_has_neither_numbers_nor_text():
    fifth, sixth = json.loads(text_of(factory.result()))["pairs"][4:6]
    assert (fifth["target"], fifth["target_text"], fifth["score"]) == ([], "", 0.0)
    assert (sixth["source"], sixth["source_text"], sixth["target"]) == ([], "", [4])


def test_chinese_is_written_as_it_is_and_controls_are_escaped():
    text = text_of(factory.hostile())
    assert "此处" in text and "\\u001b[31m" in text and "\x1b" not in text
    assert text.endswith("}\n")


def test_what_json_has_no_number_for_is_null():
    base = factory.clean()
    odd = Result(base.document, (Pair(1, (), (), float("nan"), "none"),), scores=(Score("x", float("inf"), "n:0"),))
    report = json.loads(text_of(odd))
    assert (report["pairs"][0]["score"], report["scores"][0]["value"]) == (None, None)


def test_a_finding_about_the_document_has_no_pair():
    base = factory.clean()
    finding = Finding("ledger", "Terminology", "minor", None, "An abbreviation is never used.")
    found = json.loads(text_of(Result(base.document, base.pairs, findings=(finding,))))["findings"][0]
    assert (found["pair"], found["source"], found["places"], found["count"]) == (None, None, [], 1)


def test_golden():
    same_as_golden("report.json", text_of(factory.result()))
    same_as_golden("reports.json", text_of(factory.clean(), factory.hostile()))
