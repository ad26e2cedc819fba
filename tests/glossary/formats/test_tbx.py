"""TBX as other programs write it: editions, styles, languages, statuses; and what must not be read."""

from pathlib import Path

import pytest

from aligner.errors import GlossaryError
from aligner.glossary.formats import Reading, find
from aligner.model import Forbidden, Forms, Term

DCA = """<?xml version="1.0" encoding="utf-8"?>
<?xml-model href="TBX-Basic.rng"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
 <tbxHeader><fileDesc><sourceDesc><p>Another program</p></sourceDesc></fileDesc></tbxHeader>
 <text><body>
  <conceptEntry id="c1">
   <descrip type="subjectField">orthopaedics</descrip>
   <transacGrp><transac type="transactionType">origination</transac><date>2024-05-01</date></transacGrp>
   <note>Seen
      in runners.</note>
   <langSec xml:lang="zh-TW"><termSec><term>髕骨軟骨軟化</term></termSec></langSec>
   <langSec xml:lang="de"><termSec><term>Chondromalazie</term></termSec></langSec>
   <langSec xml:lang="en-GB">
    <descripGrp>
     <descrip type="definition">Softening of the <hi>cartilage</hi>.</descrip>
     <admin type="source">A handbook</admin>
    </descripGrp>
    <termSec>
     <term>runner's knee</term>
     <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
     <note>Too wide.</note>
    </termSec>
    <termSec><term>CMP</term><termNote type="termType">acronym</termNote></termSec>
    <termSec>
     <term>patellar chondromalacia</term>
     <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>
    </termSec>
    <termSec>
     <term>chondromalacia patellae</term><!-- checked -->
     <termNote type="partOfSpeech">Noun</termNote>
     <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
    </termSec>
   </langSec>
   <langSec xml:lang="zh-Hans">
    <termSec><term>髌骨软化症</term></termSec>
    <termSec><term>髌骨软骨软化</term></termSec>
    <termSec>
     <term>膝盖软化</term>
     <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>
    </termSec>
   </langSec>
  </conceptEntry>
 </body></text>
</tbx>
"""
EXPECTED = Term(
    id="c1",
    en=Forms(
        "chondromalacia patellae",
        ("patellar chondromalacia",),
        (Forbidden("runner's knee", "major", "Too wide."),),
        ("CMP",),
    ),
    zh=Forms("髌骨软化症", ("髌骨软骨软化", "髕骨軟骨軟化"), (Forbidden("膝盖软化", "minor", "superseded"),)),
    pos="noun",
    domain="orthopaedics",
    note="Softening of the cartilage.\nSeen in runners.",
)
_STYLES = {
    '<descrip type="subjectField">orthopaedics</descrip>': "<min:subjectField>orthopaedics</min:subjectField>",
    '<termNote type="termType">acronym</termNote>': "<basic:termType>acronym</basic:termType>",
    '<termNote type="partOfSpeech">Noun</termNote>': '<min:partOfSpeech value="noun"/>',
    '<admin type="source">A handbook</admin>': "<basic:source>A handbook</basic:source>",
    '<descrip type="definition">': "<basic:definition>",
    ".</descrip>": ".</basic:definition>",
    '<termNote type="administrativeStatus">': "<min:administrativeStatus>",
    "-sts</termNote>": "-sts</min:administrativeStatus>",
    'style="dca"': 'style="dct" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"',
}
_MARTIF = {
    "<tbx type": "<!DOCTYPE martif SYSTEM 'TBXcoreStructV02.dtd'>\n<martif type",
    "</tbx>": "</martif>",
    "tbxHeader": "martifHeader",
    "conceptEntry": "termEntry",
    "langSec": "langSet",
    "<termSec>": "<ntig><termGrp>",
    "</termSec>": "</termGrp></ntig>",
}


def _changed(changes: dict[str, str]) -> str:
    text = DCA
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return text


def _file(folder: Path, text: str | bytes) -> Path:
    path = folder / "terms.tbx"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def _read(folder: Path, text: str | bytes) -> Reading:
    return find("tbx").read(_file(folder, text))


def _minimal(concepts: str, head: str = "") -> str:
    return f"{head}<martif type='TBX'><text><body>{concepts}</body></text></martif>"


def _concept(english: str, chinese: str) -> str:
    return f"<termEntry>{_section('en', english)}{_section('zh_CN', chinese)}</termEntry>"


def _section(code: str, terms: str) -> str:
    return f"<langSet xml:lang='{code}'>{terms}</langSet>"


def _tig(term: str, status: str = "") -> str:
    note = f"<termNote type='administrativeStatus'>{status}</termNote>" if status else ""
    return f"<tig><term>{term}</term>{note}</tig>"


@pytest.mark.parametrize("text", [DCA, _changed(_STYLES), _changed(_MARTIF)], ids=["dca", "dct", "martif"])
def test_editions_and_styles(tmp_path: Path, text: str) -> None:
    assert _read(tmp_path, text) == Reading((EXPECTED,))


@pytest.mark.parametrize(
    "namespace", ["urn:iso:std:iso:30042:ed:3.0", "http://www.lisa.org/TBX-Specification.33.0.html"]
)
def test_name_spaces_do_not_matter(tmp_path: Path, namespace: str) -> None:
    assert _read(tmp_path, _changed({"urn:iso:std:iso:30042:ed-2": namespace})).terms == (EXPECTED,)


def test_encodings(tmp_path: Path) -> None:
    text = _changed({'encoding="utf-8"': 'encoding="utf-16"'})
    assert _read(tmp_path, text.encode("utf-16")).terms == (EXPECTED,)


@pytest.mark.parametrize(
    ("status", "accepted", "forbidden"),
    [
        ("admitted", ("膝关节", "膝"), ()),
        ("admittedTerm", ("膝关节", "膝"), ()),
        ("preferred", ("膝", "膝关节"), ()),
        ("preferredTerm-admn-sts", ("膝", "膝关节"), ()),
        ("deprecated", ("膝关节",), (Forbidden("膝"),)),
        ("deprecatedTerm", ("膝关节",), (Forbidden("膝"),)),
        ("Not recommended", ("膝关节",), (Forbidden("膝"),)),
        ("superseded", ("膝关节",), (Forbidden("膝", "minor", "superseded"),)),
        ("supersededTerm-admn-sts", ("膝关节",), (Forbidden("膝", "minor", "superseded"),)),
        ("legalTerm-admn-sts", ("膝关节", "膝"), ()),
    ],
)
def test_statuses(tmp_path: Path, status: str, accepted: tuple[str, ...], forbidden: tuple[Forbidden, ...]) -> None:
    (term,) = _read(tmp_path, _minimal(_concept(_tig("knee"), _tig("膝关节") + _tig("膝", status)))).terms
    assert term.zh.accepted == accepted
    assert term.zh.forbidden == forbidden
    assert term.id == "knee"


def test_an_abbreviation_alone_is_the_preferred_term(tmp_path: Path) -> None:
    english = "<tig><term>DNA</term><termNote type='termType'>abbreviation</termNote></tig>"
    (term,) = _read(tmp_path, _minimal(_concept(english, _tig("脱氧核糖核酸")))).terms
    assert (term.en.preferred, term.en.abbreviations) == ("DNA", ())


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    hip = f"<termEntry>{_section('en', _tig('hip'))}</termEntry>"
    only_forbidden = _concept(_tig("ankle"), _tig("脚", "deprecated"))
    exchanged = _concept(_tig("髋"), _tig("hip"))
    both = _concept(_tig("elbow"), _tig("肘") + _tig("肘", "deprecated"))
    reading = _read(tmp_path, _minimal(KNEE + hip + only_forbidden + exchanged + both))
    assert [term.id for term in reading.terms] == ["knee", "elbow"]
    assert [warning.partition("terms.tbx: ")[2] for warning in reading.warnings] == [
        "2 concepts left out: without a usable term in English or in Chinese",
        "1 concept left out: the English is written in Chinese",
        "1 form both admitted and forbidden, taken as admitted",
    ]


def test_ids_that_stand_twice(tmp_path: Path) -> None:
    concept = _concept(_tig("knee"), _tig("膝")).replace("<termEntry>", "<termEntry id='a'>")
    assert [term.id for term in _read(tmp_path, _minimal(concept + concept)).terms] == ["a", "a-2"]


def test_what_we_write_is_tbx(tmp_path: Path) -> None:
    from lxml import etree

    plain = Term("knee", Forms("knee", ("knee joint",), (), ("KJ",)), Forms("膝"), pos="noun", domain="anatomy")
    root = etree.fromstring(find("tbx").write((plain,)))
    assert root.tag == "{urn:iso:std:iso:30042:ed-2}tbx"
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    ours = etree.fromstring(find("tbx").write((plain, Term("7", Forms("hip"), Forms("髋"), case=True))))
    assert ours.get("type") == "TBX-aligner"
    assert len({entry.get("id") for entry in ours.iter("{*}conceptEntry")}) == 2


def test_ids_that_are_no_xml_names_stay_apart(tmp_path: Path) -> None:
    ids = ("95% CI", "c2", "c1", "7")
    terms = tuple(Term(term_id, Forms("knee"), Forms("膝")) for term_id in ids)
    assert _read(tmp_path, find("tbx").write(terms)).terms == terms


LAUGHS = "<!DOCTYPE martif [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
KNEE = _concept(_tig("knee"), _tig("膝"))


@pytest.mark.parametrize(
    "text",
    [
        _minimal(_concept(_tig("&i;"), _tig("膝")), f"{LAUGHS}]>"),
        _minimal(_concept(_tig("&x;"), _tig("膝")), "<!DOCTYPE martif [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"),
        _minimal(KNEE, "<!DOCTYPE martif [<!ENTITY % x SYSTEM 'http://localhost:9/x.dtd'> %x;]>"),
        f"{LAUGHS}]><martif type='&i;'><text><body>{KNEE}</body></text></martif>",
    ],
    ids=["laughs", "file", "network", "attribute"],
)
def test_entities_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        _read(tmp_path, text)
    assert str(caught.value).startswith(str(tmp_path / "terms.tbx"))
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<martif><text><body>\n<termEntry></langSet></termEntry></body></text></martif>", "line 2, column"),
        ("", "is not well-formed XML"),
        ("no XML", "line 1, column"),
        ("<martif>a\0</martif>", "line 1, column"),
        ("<martif>\n<!-- a\nb\n", "(Comment not terminated)"),
        ("<tmx/>", "begins with <tmx>"),
        (_minimal(""), "holds no entry"),
        (_minimal("<termEntry/>"), "holds no entry"),
    ],
)
def test_a_broken_file_says_where(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        _read(tmp_path, text)
    message = str(caught.value)
    assert message.startswith(str(tmp_path / "terms.tbx"))
    assert what in message
    assert "\n" not in message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.tbx", tmp_path):
        with pytest.raises(GlossaryError, match=str(path)):
            find("tbx").read(path)
