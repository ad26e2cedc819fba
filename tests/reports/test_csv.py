"""The pairs as CSV for spreadsheets, and reading them again."""

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner import readers
from aligner.model import Result
from aligner.reports import RenderOptions, find
from aligner.text.decoding import decode
from tests import factory


def text_of(*results: Result, report: str = "csv") -> str:
    return "".join(map(str, find(report).render(iter(results), RenderOptions())))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_pairs_with_their_findings() -> None:
    found = rows(text_of(factory.result()))
    pairs = factory.result().pairs
    assert [(row["id"], row["source"], row["target"]) for row in found] == [
        (str(pair.id), pair.source_text, pair.target_text) for pair in pairs
    ]
    assert [row["severity"] for row in found] == ["", "", "critical", "major", "major", "neutral", "minor", ""]
    assert found[2]["findings"].splitlines()[0] == "numbers: 48 in the source stands as 84 in the translation."
    assert list(found[0]) == ["id", "score", "source", "target", "risk", "severity", "findings"]


def test_a_spreadsheet_finds_its_encoding() -> None:
    assert text_of(factory.clean()).startswith("\ufeffid,")
    assert text_of(factory.clean("one"), factory.clean("two")).startswith("\ufeffdoc,id,score,source,target\none,1,")
    assert text_of() == "\ufeffid,score,source,target\n"


@pytest.mark.parametrize("start", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "'=1"])
def test_nothing_is_a_formula(start: str) -> None:
    pairs = factory.pairs_of([(start, "膝", "body")])
    (row,) = rows(text_of(Result(factory.document(pairs), pairs)))
    assert row["source"] == f"'{start}"


TEXTS = st.text(
    st.one_of(st.sampled_from("=+-@'\t\n\r\\\",; "), st.characters(exclude_categories=["Cs", "Cc", "Lo"])), max_size=8
)
PAIRS = st.tuples(TEXTS.map(lambda text: f"{text}knee pain"), st.sampled_from(["", "膝痛。", "=膝痛", '\'-膝\n"痛"']))


@settings(deadline=None, max_examples=60)
@given(
    texts=st.lists(PAIRS, min_size=1, max_size=4),
    report=st.sampled_from(["csv", "tsv"]),
    encoding=st.sampled_from(["utf-8", "utf-16"]),
)
def test_what_is_written_is_read_again(texts: list[tuple[str, str]], report: str, encoding: str) -> None:
    pairs = factory.pairs_of([("Rest helps.", "休息有益。", "body"), *((en.strip(), zh, "body") for en, zh in texts)])
    written = text_of(Result(factory.document(pairs), pairs), report=report)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"pairs.{report}")
        path.write_bytes(written.removeprefix("\ufeff").encode(encoding) if encoding == "utf-16" else written.encode())
        document = readers.read(path)
    assert document.links is not None
    assert [
        ("".join(document.source[k].text for k in left), "".join(document.target[k].text for k in right))
        for left, right in document.links
    ] == [(pair.source_text, pair.target_text) for pair in pairs]


def test_every_character_leads_back_to_the_file(tmp_path: Path) -> None:
    pairs = factory.pairs_of([('=He said "no",\nand left.', "'-他说“不”。", "body")])
    path = tmp_path / "pairs.csv"
    path.write_bytes(text_of(Result(factory.document(pairs), pairs)).encode())
    text, _ = decode(path.read_bytes(), "pairs.csv")
    (block,) = readers.read(path).source
    assert block.offsets is not None
    assert [text[offset] for offset in block.offsets] == list(block.text)
