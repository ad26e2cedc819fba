"""TermBase eXchange: reads ISO 30042:2019 (`tbx`, styles DCA and DCT) and the older `martif`; writes `tbx`, DCA.

The format `martif` writes the same in the older edition, which many programs still ask for.

Elements go by their local names, since files in the wild mix editions and name spaces. What becomes what:

- administrativeStatus (or normativeAuthorization): preferredTerm, admittedTerm, and deprecatedTerm and supersededTerm
  (forbidden; a superseded term is a minor fault with the reason "superseded"), with `-admn-sts` or without;
- without a status, the first term of a language is preferred, the others are admitted;
- termType abbreviation, acronym or initialism: an abbreviation; subjectField: domain; partOfSpeech: pos; definition
  and note: note; a note beside a forbidden term: its reason; source of the concept: origin;
- a language begins with en or zh; Traditional Chinese comes after Simplified.

What TBX has no data category for is written under types of our own: at the concept `aligner-id` (where the id is no
XML name), `aligner-match`, `aligner-case`, `aligner-exception` (one each), `aligner-status` and `aligner-pos` (a part
of speech that TBX-Basic does not know), at a forbidden term `aligner-severity`. A file that needs none of them says
that it is TBX-Basic, others say TBX-aligner. White space is as written in a file of ours, and one space elsewhere.

The parser loads no DTD and no entity, and fetches nothing; a file that declares entities is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from aligner.errors import GlossaryError
from aligner.glossary.formats._entries import slug, terms_of
from aligner.glossary.formats._format import Reading, TermFormat, checked
from aligner.model import SEVERITIES, Forbidden, Forms, Lang, Term
from aligner.text import xml
from aligner.text.languages import lang_of_code, names_traditional
from aligner.text.xml import LANG, local_name
from aligner.version import __version__

if TYPE_CHECKING:
    from lxml import etree

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_WRITER = "Written by aligner"
_CONCEPTS = ("conceptEntry", "termEntry")
_LANGUAGES = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_STATUSES = {"prohibited": "deprecated", "forbidden": "deprecated", "notrecommended": "deprecated"}
_STATUSES |= {"obsolete": "superseded"} | {s: s for s in ("preferred", "admitted", "deprecated", "superseded")}
_ABBREVIATIONS = ("abbreviation", "acronym", "initialism")
_BASIC_POS = ("noun", "verb", "adjective", "adverb", "other")
_XML_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_LEFT_OUT = {
    "one language": "{} left out: without a usable term in English or in Chinese",
    "exchanged": "{} left out: the English is written in Chinese",
    "contradiction": "{} both admitted and forbidden, taken as admitted",
}
_Data = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Edition:
    """What the elements of an edition are called: the lines up to the concepts and after them, and what is inside.

    `opening` may name the {dialect} and the {writer} of the file.
    """

    opening: tuple[str, ...]
    closing: tuple[str, ...]
    concept: str
    language: str
    term: str


ISO_2019 = Edition(
    (
        f'<tbx type="{{dialect}}" style="dca" xml:lang="en" xmlns="{_NAMESPACE}">',
        "<tbxHeader><fileDesc><sourceDesc><p>{writer}</p></sourceDesc></fileDesc></tbxHeader>",
        "<text><body>",
    ),
    ("</body></text>", "</tbx>"),
    "conceptEntry",
    "langSec",
    "termSec",
)


@dataclass(frozen=True, slots=True)
class _Written:
    """A term of a language section, with its data."""

    text: str
    data: Mapping[str, str]

    @property
    def status(self) -> str:
        """Preferred, admitted, deprecated, superseded, or nothing."""
        named = self.data.get("administrativeStatus") or self.data.get("normativeAuthorization") or ""
        plain = re.sub(r"(term)?(-?admi?n-sts)?$", "", re.sub(r"[\s_]", "", named.lower()))
        return _STATUSES.get(plain, "")

    @property
    def forbidden(self) -> bool:
        """Whether it must not be used."""
        return self.status in ("deprecated", "superseded")

    @property
    def abbreviation(self) -> bool:
        """Whether it is a short form of letters."""
        return self.data.get("termType", "").lower() in _ABBREVIATIONS

    @property
    def rank(self) -> int:
        """Where it stands for being the preferred one, best first."""
        return 3 if self.abbreviation else {"preferred": 0, "": 1}.get(self.status, 2)

    def as_forbidden(self, *, ours: bool) -> Forbidden:
        """Make the forbidden form; one with a reason has a severity, since a table cannot say the one alone."""
        superseded = self.status == "superseded"
        reason = self.data.get("note", "") or ("superseded" if superseded else "")
        usual = "minor" if superseded else "major" if reason and not ours else None
        severity = self.data.get("aligner-severity")
        return Forbidden(self.text, severity if severity in SEVERITIES else usual, reason)  # type: ignore[arg-type]


def read(path: Path) -> Reading:
    """Read a file; concepts that lack a language are left out, and counted in a warning."""
    left_out: Counter[str] = Counter()
    try:
        with path.open("rb") as file:
            terms = terms_of(str(path), _unique(_entries(path, file, left_out)))
    except FileNotFoundError:
        raise GlossaryError(f"{path}: there is no such glossary", "check the path") from None
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read ({error.strerror})", "name a TBX file") from None
    except SyntaxError as error:  # what lxml raises, without importing it here
        place, reason = f"line {error.lineno}, column {error.offset}", xml.reason(error)
        raise GlossaryError(f"{path}: {place}: is not well-formed XML ({reason})", "export it again") from None
    except xml.EntityError as error:
        raise GlossaryError(f"{path}: {error}", "export it without a DOCTYPE") from None
    return Reading(terms, tuple(_warning(path, kind, number) for kind, number in left_out.items()))


def _warning(path: Path, kind: str, number: int) -> str:
    noun = ("form" if kind == "contradiction" else "concept") + "s" * (number > 1)
    return f"{path}: {_LEFT_OUT[kind].format(f'{number} {noun}')}"


def _unique(entries: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give an entry without an id, or whose id is taken, one of its own; files that were put together have such."""
    taken: set[str] = set()
    for number, (place, entry) in enumerate(entries, 1):
        entry["id"] = entry["id"] or slug(entry)
        if entry["id"] in taken:
            entry["id"] += f"-{number}"
        taken.add(entry["id"])
        yield place, entry


def _entries(path: Path, file: IO[bytes], left_out: Counter[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    ours = False
    for number, (event, element) in enumerate(xml.events(file)):
        name = local_name(element)
        if number == 0:
            _check_root(path, element)
        elif event == "end" and name == "sourceDesc":
            ours = "".join(element.itertext()).strip().startswith(_WRITER)
        elif event == "end" and name in _CONCEPTS:
            if entry := _concept(element, left_out, ours=ours):
                yield f"line {element.sourceline}", entry
            xml.release(element)


def _check_root(path: Path, root: etree._Element) -> None:
    xml.refuse_entities(root)
    if local_name(root) not in ("tbx", "martif"):
        raise GlossaryError(f"{path}: is XML but not TBX: it begins with <{local_name(root)}>", "export it as TBX")


def _concept(element: etree._Element, left_out: Counter[str], *, ours: bool) -> dict[str, Any] | None:
    written: dict[Lang, list[_Written]] = {"en": [], "zh": []}
    data = _data(element, _LANGUAGES, ours=ours)
    for section in sorted(_sections(element), key=lambda s: names_traditional(_code(s))):
        lang = lang_of_code(_code(section))
        if lang:
            data += [(kind, text) for kind, text in _data(section, _TERMS, ours=ours) if kind in ("definition", "note")]
            written[lang] += filter(None, (_term(child, ours=ours) for child in section))
    if not all(any(not term.forbidden for term in terms) for terms in written.values()):
        left_out["one language"] += 1
        return None
    entry = _fields(data, written, xml_id=element.get("id") or "")
    for lang, terms in written.items():
        entry |= _form_fields(terms, lang, left_out, ours=ours)
    if _HAN.search(entry["en"]) and not _HAN.search(entry["zh"]):
        left_out["exchanged"] += 1
        return None
    return entry


def _sections(element: etree._Element) -> Iterator[etree._Element]:
    return (child for child in element if local_name(child) in _LANGUAGES)


def _code(section: etree._Element) -> str:
    return section.get(LANG) or section.get("lang") or ""


def _term(element: etree._Element, *, ours: bool) -> _Written | None:
    """Read a term section; the first value of each kind counts."""
    if local_name(element) not in _TERMS:
        return None
    data = dict(reversed(_data(element, (), ours=ours)))
    text = data.pop("term", "")
    return _Written(text, data) if text else None


def _data(element: etree._Element, below: Sequence[str], *, ours: bool) -> _Data:
    """Return (data category, text) of a level: by `type` in the style DCA, by the element's name in DCT."""
    found: _Data = []
    for child in element:
        name = local_name(child)
        if name.endswith("Grp"):
            # The source of a definition is not that of the concept.
            found += [pair for pair in _data(child, below, ours=ours) if pair[0] != "source"]
        elif name and name not in below:
            kind = name if name in ("note", "term") else child.get("type") or name
            text = "".join(child.itertext()).strip() or child.get("value", "")
            if text:
                found.append((kind, text if ours else " ".join(text.split())))
    return found


def _fields(data: _Data, written: Mapping[Lang, list[_Written]], *, xml_id: str) -> dict[str, Any]:
    first = dict(reversed(data))
    named = (term.data.get("partOfSpeech", "") for terms in written.values() for term in terms)
    pos = next(filter(None, named), "")
    texts = [text for wanted in ("definition", "note") for kind, text in data if kind == wanted]
    return {
        "id": first.get("aligner-id") or xml_id,
        "pos": first.get("aligner-pos") or (pos.lower() if pos.lower() in _BASIC_POS else pos),
        "domain": first.get("subjectField", ""),
        "match": first.get("aligner-match", ""),
        "case": first.get("aligner-case", ""),
        "exceptions": tuple(text for kind, text in data if kind == "aligner-exception"),
        "note": "\n".join(dict.fromkeys(texts)),
        "origin": first.get("source", ""),
        "status": first.get("aligner-status", ""),
    }


def _form_fields(terms: list[_Written], lang: Lang, left_out: Counter[str], *, ours: bool) -> dict[str, Any]:
    usable = [term for term in terms if not term.forbidden]
    preferred = min(usable, key=lambda term: term.rank)
    others = [term for term in usable if term is not preferred and (ours or term.text != preferred.text)]
    admitted = tuple(term.text for term in others if not term.abbreviation)
    forbidden = [term.as_forbidden(ours=ours) for term in terms if term.forbidden]
    kept = tuple(entry for entry in forbidden if entry.form not in (preferred.text, *admitted))
    if len(kept) < len(forbidden):
        left_out["contradiction"] += len(forbidden) - len(kept)
    return {
        lang: preferred.text,
        f"{lang}_admitted": admitted,
        f"{lang}_forbidden": kept,
        "abbreviation" if lang == "en" else "zh_abbreviation": tuple(t.text for t in others if t.abbreviation),
    }


def write(terms: Sequence[Term], edition: Edition = ISO_2019) -> bytes:
    """Write ISO 30042:2019 in the style DCA, or another edition."""
    terms = tuple(checked(terms))
    dialect = "TBX-aligner" if any(_needs_ours(term) for term in terms) else "TBX-Basic"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        *(line.format(dialect=dialect, writer=f"{_WRITER} {__version__}") for line in edition.opening),
        *_concepts(terms, edition),
        *edition.closing,
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _concepts(terms: Sequence[Term], edition: Edition) -> Iterator[str]:
    taken = {term.id for term in terms}
    for number, term in enumerate(terms, 1):
        xml_id = term.id
        if not _XML_NAME.fullmatch(term.id):
            xml_id = next(name for k in count(number) if (name := f"c{k}") not in taken)
            taken.add(xml_id)
        yield f"<{edition.concept} id={quoteattr(xml_id)}>"
        yield from (_line(*datum) for datum in _concept_data(term))
        for lang, forms in (("en", term.en), ("zh", term.zh)):
            yield f'<{edition.language} xml:lang="{lang}">'
            yield from (f"<{edition.term}>{inside}</{edition.term}>" for inside in _term_sections(forms, term.pos))
            yield f"</{edition.language}>"
        yield f"</{edition.concept}>"


def _needs_ours(term: Term) -> bool:
    severe = any(entry.severity for forms in (term.en, term.zh) for entry in forms.forbidden)
    return severe or any(kind.startswith("aligner-") for _, kind, _ in _concept_data(term))


def _concept_data(term: Term) -> Iterator[tuple[str, str, str]]:
    """Yield (element, data category, text) of what is said about a concept."""
    data = (
        ("descrip", "subjectField", term.domain),
        ("admin", "source", term.origin),
        ("admin", "aligner-id", "" if _XML_NAME.fullmatch(term.id) else term.id),
        ("admin", "aligner-match", "" if term.match == "stem" else term.match),
        ("admin", "aligner-case", "yes" if term.case else ""),
        *(("admin", "aligner-exception", exception) for exception in term.exceptions),
        ("admin", "aligner-status", "" if term.status == "approved" else term.status),
        ("admin", "aligner-pos", "" if term.pos in _BASIC_POS else term.pos),
        ("note", "", term.note),
    )
    return (datum for datum in data if datum[2])


def _term_sections(forms: Forms, pos: str) -> Iterator[str]:
    # The part of speech is that of the preferred forms; admitted ones may be others, as a verb beside its noun.
    notes = [("termNote", "partOfSpeech", pos)] if pos in _BASIC_POS else []
    yield _section(forms.preferred, [*notes, _status("preferred")])
    yield from (_section(form, [_status("admitted")]) for form in forms.admitted)
    yield from (_section(form, [("termNote", "termType", "abbreviation")]) for form in forms.abbreviations)
    for entry in forms.forbidden:
        about = [("admin", "aligner-severity", entry.severity or ""), ("note", "", entry.reason)]
        yield _section(entry.form, [_status("deprecated"), *about])


def _status(status: str) -> tuple[str, str, str]:
    return "termNote", "administrativeStatus", f"{status}Term-admn-sts"


def _section(form: str, data: Iterable[tuple[str, str, str]]) -> str:
    about = "".join(_line(*datum) for datum in data if datum[2])
    return f"{_line('term', '', form)}{about}"


def _line(element: str, kind: str, text: str) -> str:
    attribute = f" type={quoteattr(kind)}" if kind else ""
    return f"<{element}{attribute}>{escape(text, {chr(13): '&#13;'})}</{element}>"


FORMAT = TermFormat("tbx", (".tbx", ".xml"), read, write)
