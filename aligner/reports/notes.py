"""The user's own XLIFF, SDLXLIFF or MQXLIFF file with the findings as notes; every other byte stays as it was.

They go where the tool shows them: `note` in XLIFF, comments on the segment in Studio (`cmt-def` and a `mrk` around the
segment) and in memoQ (`mq:comment`). A finding about the document goes to the first of its places, else to the first
unit. What is known already is left out.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.parsers import expat

from aligner.errors import OutputError
from aligner.model import Finding, Result, Severity
from aligner.reports import _xliff_places
from aligner.reports._report import RenderOptions, Report, told
from aligner.reports._xliff_places import MEMOQ, SDL, Places, Stretch, Unit
from aligner.reports._xml import escaped, quoted
from aligner.reports.xliff import PRIORITIES, note

_NAME = "aligner"
_STUDIO: dict[Severity, str] = {"critical": "High", "major": "High", "minor": "Medium", "neutral": "Low"}
_Told = dict[str, list[Finding]]  # by the name of a unit or segment


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[bytes]:
    """Yield the file with its notes.

    Raises:
        OutputError: there are several files, or one that is no XLIFF, or has changed since it was read.
    """
    findings: _Told = {}
    paths: dict[str, None] = {}
    for result in results:
        if result.document.format != "xliff":
            raise _refused(result.document.path, "is no XLIFF file, so there is nothing to put notes in")
        paths.setdefault(result.document.path)
        for finding in result.counted:
            findings.setdefault(_address(finding, result), []).append(finding)
    if len(paths) != 1:
        raise OutputError(f"{len(paths)} files cannot be one", "check them one by one, to write notes into each")
    yield _written(next(iter(paths)), findings)


def _address(finding: Finding, result: Result) -> str:
    """Return the name of the unit that a finding belongs to."""
    own = [finding.pair] if finding.pair is not None else [place.pair for place in finding.places]
    pair = result.pair(own[0] if own else 1)
    return (pair.target or pair.source)[0].block.address


def _written(path: str, findings: _Told) -> bytes:
    try:
        data = Path(path).read_bytes()
        places = _xliff_places.find(data)
    except OSError as error:
        raise _refused(path, "cannot be read again") from error
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise _refused(path, f"cannot be read again ({error})") from error
    if not findings.keys() <= places.units.keys():
        raise _refused(path, "has changed since it was read")
    insertions = _Insertions(data, places.encoding)
    _write_notes(places, findings, insertions)
    return insertions.made()


def _refused(path: str, why: str) -> OutputError:
    return OutputError(f"{path}: {why}", "check an XLIFF, SDLXLIFF or MQXLIFF file that stays in its place")


class _Insertions:
    """Text to be put into bytes; what is put at one place stays in the order in which it comes."""

    def __init__(self, data: bytes, encoding: str) -> None:
        self._data, self._encoding = data, encoding
        self._made: list[tuple[int, int, str]] = []  # (offset, bytes that go, text)

    def at(self, offset: int, text: str) -> None:
        """Put a text at an offset."""
        self._made.append((offset, 0, text))

    def inside(self, element: Stretch, text: str) -> None:
        """Put a text at the end of an element, which gets an end tag where it has none."""
        if element.is_empty:
            size = len("/>".encode(self._encoding))
            self._made.append((element.end - size, size, f">{text}</{element.name}>"))
        else:
            self.at(element.inner_end, text)

    def made(self) -> bytes:
        """Return the bytes with all that was put in."""
        found, done = [], 0
        for offset, gone, text in sorted(self._made, key=lambda made: made[0]):
            found += [self._data[done:offset], text.encode(self._encoding, "xmlcharrefreplace")]
            done = offset + gone
        return b"".join([*found, self._data[done:]])


def _write_notes(places: Places, findings: _Told, insertions: _Insertions) -> None:
    definitions: list[str] = []
    for name, found in findings.items():
        unit = places.units[name]
        mark = unit.marks.get(name)
        if places.version.startswith("2"):
            _note_2(unit, found, insertions)
        elif mark and SDL in places.prefixes:
            definitions.append(_studio(mark, name, found, places.prefixes[SDL], insertions))
        elif MEMOQ in places.prefixes:
            _memoq(unit, name, found, places.prefixes[MEMOQ], insertions)
        else:
            _note_1(unit, found, insertions)
    if definitions:
        _define("".join(definitions), places, insertions)


def _text(finding: Finding) -> str:
    return f"{finding.severity} · {finding.rule}: {told(finding)}"


def _note_1(unit: Unit, findings: Sequence[Finding], insertions: _Insertions) -> None:
    """Put notes behind the texts of a unit, where the schema of 1.2 has them."""
    name = f"{unit.whole.prefix}note"
    for finding in findings:
        attributes = f'from="{_NAME}" annotates="target" priority="{PRIORITIES[finding.severity]}"'
        insertions.at(unit.texts[-1].end, f"<{name} {attributes}>{escaped(_text(finding))}</{name}>")


def _note_2(unit: Unit, findings: Sequence[Finding], insertions: _Insertions) -> None:
    prefix = unit.whole.prefix
    notes = "".join(note(finding, prefix) for finding in findings)
    if unit.notes:
        insertions.inside(unit.notes, notes)
    else:
        insertions.at(unit.segments[0].start, f"<{prefix}notes>{notes}</{prefix}notes>")


def _memoq(unit: Unit, name: str, findings: Sequence[Finding], prefix: str, insertions: _Insertions) -> None:
    time = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    comments = "".join(
        f'<{prefix}:comment id="{_id(name, finding)}" creatoruser="{_NAME}" time="{time}" deleted="false" category="0"'
        f' appliesto="Target" origin="User">{escaped(_text(finding))}</{prefix}:comment>'
        for finding in findings
    )
    if unit.comments:
        insertions.inside(unit.comments, comments)
    else:
        insertions.inside(unit.whole, f"<{prefix}:comments>{comments}</{prefix}:comments>")


def _studio(mark: Stretch, name: str, findings: Sequence[Finding], prefix: str, insertions: _Insertions) -> str:
    """Mark a segment as commented on, and return the definition of its comments."""
    comment = _id(name, *findings)
    element = f"{mark.prefix}mrk"
    insertions.at(mark.inner, f'<{element} mtype="x-sdl-comment" {prefix}:cid="{comment}">')
    insertions.at(mark.inner_end, f"</{element}>")
    time = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    comments = "".join(
        f'<Comment severity="{_STUDIO[finding.severity]}" user="{_NAME}" date="{time}" version="1.0">'
        f"{escaped(_text(finding))}</Comment>"
        for finding in findings
    )
    # The comments have no name space; that of the definition is the one of the element that it is put into.
    return f'<cmt-def id="{comment}"><Comments xmlns="">{comments}</Comments></cmt-def>'


def _define(definitions: str, places: Places, insertions: _Insertions) -> None:
    """Put the definitions of comments where Studio has them: in `cmt-defs`, which comes before what details them."""
    space = f" xmlns={quoted(SDL)}"
    if places.definitions:
        named = definitions.replace("<cmt-def ", f"<cmt-def{space} ")
        insertions.inside(places.definitions, named if places.definitions.prefix else definitions)
        return
    whole = f"<cmt-defs{space}>{definitions}</cmt-defs>"
    if places.details:
        insertions.at(places.details.start, whole)
    elif places.info:
        insertions.inside(places.info, whole)
    elif places.root:
        insertions.at(places.root.inner, f"<doc-info{space}>{whole}</doc-info>")


def _id(name: str, *findings: Finding) -> str:
    """Return an id that stays the same as long as the findings do."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "\x1f".join((name, *(f.fingerprint for f in findings)))))


REPORT = Report(
    "notes",
    "the XLIFF, SDLXLIFF or MQXLIFF file itself with the findings as notes",
    (".xlf", ".xliff", ".sdlxliff", ".mqxliff"),
    render,
    streams=False,
    binary=True,
)
