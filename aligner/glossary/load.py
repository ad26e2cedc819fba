"""Reads a glossary file: one concept a row, named columns, several values in a field separated by `|`."""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from aligner.errors import GlossaryError
from aligner.model import SEVERITIES, Forbidden, Forms, Severity, Term

COLUMNS = (
    *("id", "en", "zh", "en_admitted", "zh_admitted", "en_forbidden", "zh_forbidden"),
    *("abbreviation", "zh_abbreviation", "pos", "domain", "match", "case", "exceptions"),
    *("note", "origin", "status"),
)
_CHOICES = {
    "match": ("stem", "exact", "regex"),
    "status": ("approved", "candidate"),
    "case": ("no", "yes"),
}
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_FORBIDDEN = re.compile(rf"(?P<form>[^=]+?)\s*=\s*(?P<severity>{'|'.join(SEVERITIES)})\s*(?:[:：]\s*(?P<reason>.*))?$")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a glossary with what is needed to point to it."""

    path: str
    line: int
    columns: tuple[str, ...]
    fields: Mapping[str, str]

    def error(self, column: str, what: str, remedy: str = "") -> GlossaryError:
        number = self.columns.index(column) + 1 if column in self.columns else 1
        return GlossaryError(f"{self.path}: line {self.line}, column {number} ({column}): {what}", remedy)

    def one(self, column: str) -> str:
        return self.fields.get(column, "")

    def several(self, column: str) -> tuple[str, ...]:
        values = (value.strip() for value in self.one(column).split("|"))
        return tuple(dict.fromkeys(value for value in values if value))

    def choice(self, column: str) -> str:
        value = self.one(column).lower() or _CHOICES[column][0]
        if value not in _CHOICES[column]:
            raise self.error(column, f"'{value}' is not one of {', '.join(_CHOICES[column])}")
        return value


def load(path: str | Path) -> tuple[Term, ...]:
    """Read a glossary: CSV, or with tabs or semicolons, in UTF-8, UTF-16 or GB18030.

    Only the columns `en` and `zh` are needed; a column that is none of `COLUMNS` is left alone.

    Raises:
        GlossaryError: the file cannot be read, or a row cannot be used; names line and column.
    """
    name = str(path)
    terms: dict[str, Term] = {}
    lines: dict[str, int] = {}
    for row in _rows(name, _decoded(Path(path))):
        term = _term(row, terms)
        if term.id in terms:
            raise row.error("id", f"'{term.id}' is also the id of line {lines[term.id]}", "give each concept its own")
        terms[term.id] = term
        lines[term.id] = row.line
    if not terms:
        raise GlossaryError(f"{name}: holds no entry", "write a header 'en,zh' and one concept a row")
    return tuple(terms.values())


def _decoded(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise GlossaryError(f"{path}: there is no such glossary", "check the path") from None
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read ({error.strerror})", "name a CSV file") from None
    encodings = ("utf-16",) if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise GlossaryError(f"{path}: is not text in UTF-8, UTF-16 or GB18030", "save it as CSV in UTF-8")


def _rows(path: str, text: str) -> Iterator[_Row]:
    head = text.split("\n", 1)[0]
    delimiter = max(",\t;", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: tuple[str, ...] = ()
    line = 1
    try:
        for cells in reader:
            if not columns:
                columns = _header(path, cells)
            elif any(cell.strip() for cell in cells):
                yield _row(path, line, columns, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        place = f"line {line}, column 1"
        raise GlossaryError(f"{path}: {place}: is not well-formed CSV ({error})", "check the quotes there") from None
    if not columns:
        raise GlossaryError(f"{path}: is empty", "write a header 'en,zh' and one concept a row")


def _header(path: str, cells: list[str]) -> tuple[str, ...]:
    columns = tuple(cell.strip().lower() for cell in cells)
    row = _Row(path, 1, columns, {})
    for number, column in enumerate(columns):
        if column in columns[:number] and column:
            raise row.error(column, f"the header names '{column}' twice")
        near = difflib.get_close_matches(column, COLUMNS, n=1, cutoff=0.8)
        if column not in COLUMNS and near:
            raise row.error(column, f"there is no column '{column}'", f"did you mean '{near[0]}'?")
    missing = [column for column in ("en", "zh") if column not in columns]
    if missing:
        what = f"line 1, column 1: the header lacks {' and '.join(missing)}"
        raise GlossaryError(f"{path}: {what}", "the first line names the columns, at least 'en,zh'")
    return columns


def _row(path: str, line: int, columns: tuple[str, ...], cells: list[str]) -> _Row:
    row = _Row(path, line, columns, {c: cell.strip() for c, cell in zip(columns, cells, strict=False)})
    if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
        what = f"{len(cells)} fields where the header has {len(columns)}"
        raise row.error(columns[-1], what, "put a field that holds the separator in double quotes")
    return row


def _term(row: _Row, taken: Container[str]) -> Term:
    match = row.choice("match")
    for column in ("en", "zh"):
        if not row.several(column):
            raise row.error(column, "is empty", "every concept needs both languages")
    if _HAN.search(row.one("en")) and not _HAN.search(row.one("zh")):
        raise row.error("en", f"'{row.one('en')}' is Chinese", "exchange the names of the columns en and zh")
    if match == "regex":
        _compile_all(row)
    return Term(
        id=row.one("id") or _new_id(row, taken),
        en=_forms(row, "en", "abbreviation"),
        zh=_forms(row, "zh", "zh_abbreviation"),
        pos=row.one("pos"),
        domain=row.one("domain"),
        match=match,  # type: ignore[arg-type]  # `choice` has checked it
        case=row.choice("case") == "yes",
        exceptions=row.several("exceptions"),
        note=row.one("note"),
        origin=row.one("origin"),
        status=row.choice("status"),  # type: ignore[arg-type]  # `choice` has checked it
    )


def _forms(row: _Row, lang: str, abbreviation: str) -> Forms:
    # A pattern may hold the separator.
    preferred, *more = (row.one(lang),) if lang == "en" and row.one("match") == "regex" else row.several(lang)
    admitted = tuple(dict.fromkeys((*more, *row.several(f"{lang}_admitted"))))
    forbidden = tuple(_forbidden(row, f"{lang}_forbidden", value) for value in row.several(f"{lang}_forbidden"))
    for entry in forbidden:
        if entry.form in (preferred, *admitted):
            raise row.error(f"{lang}_forbidden", f"'{entry.form}' is both admitted and forbidden", "decide for one")
    return Forms(preferred, admitted, forbidden, row.several(abbreviation))


def _forbidden(row: _Row, column: str, value: str) -> Forbidden:
    """Read `form`, `form=severity` or `form=severity: reason`."""
    if "=" not in value:
        return Forbidden(value)
    parts = _FORBIDDEN.match(value)
    if not parts:
        known = ", ".join(get_args(Severity))
        raise row.error(column, f"'{value}' has no severity behind '='", f"write form=severity: reason, with {known}")
    return Forbidden(parts["form"], parts["severity"], (parts["reason"] or "").strip())  # type: ignore[arg-type]


def _compile_all(row: _Row) -> None:
    for column, values in (("en", (row.one("en"),)), ("en_admitted", row.several("en_admitted"))):
        for value in values:
            try:
                re.compile(value)
            except re.error as error:
                raise row.error(column, f"'{value}' is no regular expression ({error})") from None


def _new_id(row: _Row, taken: Container[str]) -> str:
    """Make an id from the English, with the line where another row has it already."""
    slug = re.sub(r"[^a-z0-9]+", "-", row.one("en").lower()).strip("-")
    return slug if slug and slug not in taken else f"{slug or 'line'}-{row.line}"
