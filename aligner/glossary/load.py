"""Reads a glossary file: one concept a row, named columns, several values in a field separated by `|`."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from pathlib import Path
from typing import get_args

from aligner.glossary.rows import COLUMNS, Fault, Row, decoded, rows
from aligner.model import SEVERITIES, Forbidden, Forms, Severity, Term

__all__ = ["COLUMNS", "faults", "load", "term_of"]

_CHOICES = {
    "match": ("stem", "exact", "regex"),
    "status": ("approved", "candidate"),
    "case": ("no", "yes"),
}
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_FORBIDDEN = re.compile(rf"(?P<form>[^=]+?)\s*=\s*(?P<severity>{'|'.join(SEVERITIES)})\s*(?:[:：]\s*(?P<reason>.*))?$")


def load(path: str | Path) -> tuple[Term, ...]:
    """Read a glossary: CSV, or with tabs or semicolons, in UTF-8, UTF-16 or GB18030.

    Only the columns `en` and `zh` are needed; a column that is none of `COLUMNS` is left alone.

    Raises:
        GlossaryError: the file cannot be read, or a row cannot be used; names line and column.
    """
    terms: dict[str, Term] = {}
    lines: dict[str, int] = {}
    for row in rows(str(path), decoded(Path(path))):
        if isinstance(row, Fault):
            raise row.error
        term = _checked(row, terms)
        if term.id in terms:
            what = f"'{term.id}' is also the id of line {lines[term.id]}"
            raise row.fault("id", what, "give each concept its own").error
        terms[term.id] = term
        lines[term.id] = row.line
    return tuple(terms.values())


def _checked(row: Row, taken: Container[str]) -> Term:
    for fault in faults(row):
        raise fault.error
    return term_of(row, taken)


def faults(row: Row) -> Iterator[Fault]:
    """Yield all that keeps a row from being a concept."""
    for column, choices in _CHOICES.items():
        if _choice(row, column) not in choices:
            yield row.fault(column, f"'{_choice(row, column)}' is not one of {', '.join(choices)}")
    for column in ("en", "zh"):
        if not row.several(column):
            yield row.fault(column, "is empty", "every concept needs both languages")
    if _HAN.search(row.one("en")) and not _HAN.search(row.one("zh")):
        yield row.fault("en", f"'{row.one('en')}' is Chinese", "exchange the names of the columns en and zh")
    if _choice(row, "match") == "regex":
        yield from _bad_patterns(row)
    for lang in ("en", "zh"):
        yield from _bad_forbidden(row, lang)


def _bad_patterns(row: Row) -> Iterator[Fault]:
    for column, values in (("en", (row.one("en"),)), ("en_admitted", row.several("en_admitted"))):
        for value in values:
            try:
                re.compile(value)
            except re.error as error:
                yield row.fault(column, f"'{value}' is no regular expression ({error})")


def _bad_forbidden(row: Row, lang: str) -> Iterator[Fault]:
    column = f"{lang}_forbidden"
    accepted = _accepted(row, lang)
    for value in row.several(column):
        if "=" in value and not _FORBIDDEN.match(value):
            remedy = f"write form=severity: reason, with {', '.join(get_args(Severity))}"
            yield row.fault(column, f"'{value}' has no severity behind '='", remedy)
        elif _forbidden(value).form in accepted:
            yield row.fault(column, f"'{_forbidden(value).form}' is both admitted and forbidden", "decide for one")


def term_of(row: Row, taken: Container[str] = ()) -> Term:
    """Make the concept of a row that has no faults; without an id it gets one that is not `taken`.

    >>> term_of(Row("mine.csv", 2, ("en", "zh"), {"en": "knee pain", "zh": "膝关节疼痛|膝痛"})).zh.accepted
    ('膝关节疼痛', '膝痛')
    """
    return Term(
        id=row.one("id") or _new_id(row, taken),
        en=_forms(row, "en", "abbreviation"),
        zh=_forms(row, "zh", "zh_abbreviation"),
        pos=row.one("pos"),
        domain=row.one("domain"),
        match=_choice(row, "match"),  # type: ignore[arg-type]  # `faults` has checked it
        case=_choice(row, "case") == "yes",
        exceptions=row.several("exceptions"),
        note=row.one("note"),
        origin=row.one("origin"),
        status=_choice(row, "status"),  # type: ignore[arg-type]  # `faults` has checked it
    )


def _choice(row: Row, column: str) -> str:
    return row.one(column).lower() or _CHOICES[column][0]


def _accepted(row: Row, lang: str) -> tuple[str, ...]:
    # A pattern may hold the separator.
    first = (row.one(lang),) if lang == "en" and _choice(row, "match") == "regex" else row.several(lang)
    return tuple(dict.fromkeys((*first, *row.several(f"{lang}_admitted"))))


def _forms(row: Row, lang: str, abbreviation: str) -> Forms:
    preferred, *admitted = _accepted(row, lang)
    forbidden = tuple(_forbidden(value) for value in row.several(f"{lang}_forbidden"))
    return Forms(preferred, tuple(admitted), forbidden, row.several(abbreviation))


def _forbidden(value: str) -> Forbidden:
    """Read `form`, `form=severity` or `form=severity: reason`."""
    parts = _FORBIDDEN.match(value)
    if not parts:
        return Forbidden(value)
    return Forbidden(parts["form"], parts["severity"], (parts["reason"] or "").strip())  # type: ignore[arg-type]


def _new_id(row: Row, taken: Container[str]) -> str:
    """Make an id from the English, with the line where another row has it already."""
    slug = re.sub(r"[^a-z0-9]+", "-", row.one("en").lower()).strip("-")
    return slug if slug and slug not in taken else f"{slug or 'line'}-{row.line}"
