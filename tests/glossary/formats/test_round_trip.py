"""Every format gives back every field of every term, whatever the text."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aligner import registry
from aligner.errors import GlossaryError
from aligner.glossary import formats
from aligner.glossary.load import load
from aligner.glossary.locate import own_files
from aligner.model import SEVERITIES, Forbidden, Forms, Term

IDS = registry.ids("aligner.glossary.formats")
TABLES = ("csv", "tsv", "xlsx")
NASTY = [
    "<b>",
    "&amp;",
    "&",
    "]]>",
    '"',
    "'",
    '""',
    "=1+2",
    "@x",
    "-",
    "+",
    ",",
    "\t",
    ";",
    "膝关节",
    "疼痛",
    "α",
    "_x000D_",
]
NASTY += ["\n", "\r", "\r\n", "{", "\\n", "#", "  ", "\u3000", "\u2028", "𠮷", "#REF!", "TRUE", "007", "1e5", ":", "："]
_PART = st.sampled_from(NASTY) | st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="|=")
TEXT = st.lists(_PART, max_size=6).map("".join).map(str.strip)
FORM = TEXT.filter(bool)
LINE = TEXT.filter(lambda text: "\n" not in text)
# In a table the equals sign parts a forbidden form from its severity.
BANNED = st.builds(Forbidden, FORM.filter(lambda f: "=" not in f), st.sampled_from(SEVERITIES), LINE) | FORM.filter(
    lambda f: "=" not in f
).map(Forbidden)


def _forms(head: str) -> st.SearchStrategy[Forms]:
    several = st.lists(FORM, max_size=3, unique=True).map(tuple)
    banned = st.lists(BANNED, max_size=2, unique_by=lambda entry: entry.form).map(tuple)
    return st.builds(Forms, FORM.map(lambda text: head + text), several, banned, several).filter(
        lambda forms: not {entry.form for entry in forms.forbidden} & set(forms.accepted)
    )


TERM = st.builds(
    Term,
    id=FORM,
    en=_forms("knee"),
    zh=_forms("膝"),
    pos=st.sampled_from(["", "noun", "verb", "n. <x>"]),
    domain=TEXT,
    match=st.sampled_from(["stem", "exact"]),
    case=st.booleans(),
    exceptions=st.lists(FORM, max_size=3, unique=True).map(tuple),
    note=TEXT,
    origin=TEXT,
    status=st.sampled_from(["approved", "candidate"]),
)
FULL = Term(
    id="95-ci",
    en=Forms("=knee & <hip>", ("@knee", "-hip"), (Forbidden("leg", "minor", "a limb: not a joint"),), ("KH", "K&H")),
    zh=Forms("膝", ("膝部", "+膝"), (Forbidden("腿", "critical", "是下肢"), Forbidden("脚")), ("膝髋",)),
    pos="phrase",
    domain="orthopaedics",
    match="exact",
    case=True,
    exceptions=("knee-deep", "膝下"),
    note='first line\n  "second", line\twith a tab',
    origin="HPO+CNTERM",
    status="candidate",
)


@pytest.fixture(params=IDS)
def term_format(request: pytest.FixtureRequest) -> formats.TermFormat:
    return formats.find(request.param)


def _again(term_format: formats.TermFormat, folder: Path, terms: tuple[Term, ...]) -> formats.Reading:
    path = folder / f"terms{term_format.extensions[0]}"
    path.write_bytes(term_format.write(terms))
    return term_format.read(path)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(terms=st.lists(TERM, min_size=1, max_size=3, unique_by=lambda term: term.id).map(tuple))
def test_every_field_of_any_text(
    term_format: formats.TermFormat, tmp_path_factory: pytest.TempPathFactory, terms: tuple[Term, ...]
) -> None:
    assert _again(term_format, tmp_path_factory.getbasetemp(), terms) == formats.Reading(terms)


def test_every_field(term_format: formats.TermFormat, tmp_path: Path) -> None:
    usual = Term("knee", Forms("knee"), Forms("膝"))
    pattern = Term("grade", Forms("grade (?:I|II)"), Forms("分级"), match="regex")
    terms = (FULL, usual, pattern)
    assert _again(term_format, tmp_path, terms) == formats.Reading(terms)


def test_writing_twice_gives_the_same(term_format: formats.TermFormat, tmp_path: Path) -> None:
    assert term_format.write(_again(term_format, tmp_path, (FULL,)).terms) == term_format.write((FULL,))


def test_our_own_glossaries_are_written_as_they_stand() -> None:
    for path in own_files():
        assert formats.find("csv").write(load(path)) == path.read_bytes()


def test_our_own_glossaries(term_format: formats.TermFormat, tmp_path: Path) -> None:
    terms = load(own_files()[0])[:200]
    assert _again(term_format, tmp_path, terms) == formats.Reading(terms)


@pytest.mark.parametrize(
    ("term", "what"),
    [
        (replace(FULL, note="a space behind "), "note begins or ends with a space"),
        (replace(FULL, note="\x07"), "U+0007"),
        (replace(FULL, domain="\ud800"), "U+D800"),
        (replace(FULL, zh=Forms("膝", ("",))), "zh_admitted is empty"),
        (replace(FULL, id=""), "id is empty"),
    ],
)
def test_what_no_format_holds(term_format: formats.TermFormat, term: Term, what: str) -> None:
    with pytest.raises(GlossaryError, match="the concept") as caught:
        term_format.write((term,))
    assert what in str(caught.value)


@pytest.mark.parametrize(
    ("term", "what"),
    [
        (replace(FULL, exceptions=("a|b",)), "exceptions holds '|'"),
        (replace(FULL, en=Forms("a|b")), "en holds '|'"),
        (replace(FULL, zh=Forms("膝", ("a|b",))), "zh_admitted holds '|'"),
        (replace(FULL, zh=Forms("膝", (), (Forbidden("p=q"),))), "zh_forbidden holds '='"),
        (replace(FULL, zh=Forms("膝", (), (Forbidden("腿", "minor", "a\nb"),))), "several lines"),
        (replace(FULL, zh=Forms("膝", (), (Forbidden("腿", None, "why"),))), "no severity"),
    ],
)
def test_what_tables_do_not_hold(term_format: formats.TermFormat, tmp_path: Path, term: Term, what: str) -> None:
    if term_format.id not in TABLES:
        assert _again(term_format, tmp_path, (term,)).terms == (term,)
        return
    with pytest.raises(GlossaryError, match="95-ci") as caught:
        term_format.write((term,))
    assert what in str(caught.value)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(
    term_format: formats.TermFormat, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(term_format.write((FULL,)))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        piece = data.draw(st.binary(max_size=4) | st.sampled_from([b"<", b"&x;", b'"', b"[", b"|", b"<!--", b"\r\n"]))
        content[start : start + data.draw(st.integers(0, 8))] = piece
    path = tmp_path_factory.getbasetemp() / f"damaged{term_format.extensions[0]}"
    path.write_bytes(content)
    try:
        assert term_format.read(path).terms
    except GlossaryError as error:
        assert str(error).startswith(str(path))
        assert len(str(error).splitlines()) == 1
