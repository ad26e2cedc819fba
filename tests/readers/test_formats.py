"""How the format of a file is told, and what formats that hold many documents give."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import pytest

import aligner
from aligner import readers, registry
from aligner.config import Config
from aligner.errors import ConfigError, InputError
from aligner.model import Block, Document
from aligner.readers import Reader, Source
from aligner.readers.text import READER as TEXT

PAGE = "The knee was painful.\n\n膝关节疼痛。\n"


def one_side(data: bytes, name: str, config: Config) -> Source:
    return Source(data.decode(), name)


def signed(mark: bytes, reader_id: str, extension: str) -> Reader:
    return Reader(reader_id, reader_id, (extension,), one_side, recognises=lambda head, name: head.startswith(mark))


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> dict[str, Reader]:
    """The formats that there are, which a test fills."""
    found = {"text": TEXT}

    def find(package: str, attribute: str, reader_id: str) -> Any:
        return found[reader_id]

    monkeypatch.setattr(registry, "find", find)
    monkeypatch.setattr(registry, "ids", lambda package: tuple(found))
    monkeypatch.setattr(registry, "load", lambda package, attribute: tuple(found.values()))
    return found


def format_of(name: str, data: bytes, **options: Any) -> str:
    return readers._reader(io.BytesIO(data), name, Config(**options)).id


def test_what_a_file_holds_says_more_than_its_extension(known: dict[str, Reader]) -> None:
    known["one"], known["two"] = signed(b"<one", "one", ".one"), signed(b"<two", "two", ".two")
    assert format_of("a.one", b"<two/>") == "two"
    assert format_of("a.txt", b"<one/>") == "one"
    assert format_of("a.one", b"plain") == "one"
    assert format_of("a.TWO", b"plain") == "two"
    assert format_of("a.three", b"plain") == "text"
    assert format_of("a.two", b"<two/>", format_in="one") == "one"


def test_what_may_be_two_formats_is_asked_for(known: dict[str, Reader]) -> None:
    known["one"], known["two"] = signed(b"<a", "one", ".xml"), signed(b"<a", "two", ".two")
    assert format_of("a.two", b"<a/>") == "two"
    assert format_of("a.xml", b"<a/>") == "one"
    with pytest.raises(InputError, match=r"a\.txt: may be of several formats \(one, two\); say which with --format-in"):
        format_of("a.txt", b"<a/>")
    known["two"] = replace(known["two"], extensions=(".xml",))
    with pytest.raises(InputError, match="several formats"):
        format_of("a.xml", b"plain")


def test_an_unknown_format_names_those_that_there_are(tmp_path: Path) -> None:
    place = tmp_path / "page.txt"
    place.write_text(PAGE, "utf-8")
    with pytest.raises(ConfigError, match="there is no reader 'txet'; did you mean 'text'"):
        aligner.read(str(place), format_in="txet")
    assert aligner.read(str(place), format_in="markdown").format == "markdown"


def paired(number: int, part: str) -> Document:
    source, target = (Block(f"Pain {number}."), Block("Fever.")), (Block(f"疼痛{number}。"),)
    links = (((0,), (0,)), ((1,), ()))
    return Document(part, "a.many", "many", source, target, links=links, presegmented=True, warnings=("assumed",))


def many(*ids: str) -> Reader:
    def stream(file: BinaryIO, name: str, config: Config) -> Iterator[Document]:
        file.read()
        yield from (paired(number, part) for number, part in enumerate(ids, 1))

    return Reader("many", "many", (".many",), stream=stream)


def test_the_parts_of_a_document_are_joined(known: dict[str, Reader], tmp_path: Path) -> None:
    known["many"] = many("a", "a", "a")
    place = tmp_path / "a.many"
    place.write_bytes(b"many")
    assert len(list(readers.stream(place))) == 3
    whole = readers.read(place)
    assert [block.text for block in whole.target] == ["疼痛1。", "疼痛2。", "疼痛3。"]
    assert whole.links == (((0,), (0,)), ((1,), ()), ((2,), (1,)), ((3,), ()), ((4,), (2,)), ((5,), ()))
    assert whole.warnings == ("assumed",)


def test_several_documents_are_not_one(known: dict[str, Reader], tmp_path: Path) -> None:
    known["many"] = many("a", "b")
    place = tmp_path / "a.many"
    place.write_bytes(b"many")
    assert [document.id for document in readers.stream(place)] == ["a", "b"]
    with pytest.raises(InputError, match=r"holds several documents, as “a” and “b”.*read_all"):
        readers.read(place)
    known["many"] = many()
    with pytest.raises(InputError, match="no text in both languages"):
        readers.read(place)


def test_pairs_that_a_file_has_are_kept() -> None:
    pairs = aligner.align(paired(1, "a"))
    assert [(p.source_text, p.target_text, p.score, p.method) for p in pairs] == [
        ("Pain 1.", "疼痛1。", 1.0, "given"),
        ("Fever.", "", 0.0, "given"),
    ]
    assert {pair.method for pair in aligner.align(paired(1, "a"), realign=True)} == {"lexical"}


def test_blocks_in_no_pair_stand_where_they_come() -> None:
    source, target = tuple(map(Block, ("One.", "Two.", "Three."))), tuple(map(Block, ("一。", "二。", "三。")))
    document = Document("a", "", "many", source, target, links=(((1,), (0, 1)),), presegmented=True)
    pairs = aligner.align(document)
    assert [(p.source_text, p.target_text) for p in pairs] == [
        ("One.", ""), ("Two.", "一。\n二。"), ("Three.", ""), ("", "三。"),
    ]  # fmt: skip


def test_a_format_may_name_its_own_places() -> None:
    source = Source("Pain.\n\nFever.\n\nCough.", "a", places=((0, "p[1]"), (7, "table[1] row 2")))
    assert [source.block(*span, 1).address for span in ((0, 5), (7, 13), (15, 21))] == [
        "p[1]", "table[1] row 2", "table[1] row 2",
    ]  # fmt: skip
    assert Source("Pain.", "a").block(0, 5, 3).address == "line 3"
