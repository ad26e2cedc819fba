"""A term as the cells of a table, and back: the columns of our CSV files, several values joined by `|`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from aligner.errors import GlossaryError
from aligner.glossary.formats._format import refused
from aligner.glossary.load import COLUMNS
from aligner.model import SEVERITIES, Forbidden, Forms, Term

_BAR = "|"
_LISTS = ("en_admitted", "zh_admitted", "abbreviation", "zh_abbreviation", "exceptions")
_FORBIDDEN = re.compile(
    rf"(?P<form>[^=]+?)\s*=\s*(?P<severity>{'|'.join(SEVERITIES)})\s*(?:[:：]\s*(?P<reason>.*))?", re.DOTALL
)


def cells(term: Term) -> list[str]:
    """Return the cells of a term in the order of the columns; what is as usual stays empty, as in our own files.

    >>> term = Term("knee", Forms("knee"), Forms("膝", ("膝部", "膝关节")))
    >>> [cell for cell in cells(term) if cell]
    ['knee', 'knee', '膝', '膝部|膝关节', 'approved']

    Raises:
        GlossaryError: a value holds what a cell cannot.
    """
    row = {
        **{name: getattr(term, name) for name in ("id", "pos", "domain", "note", "origin", "status")},
        "match": "" if term.match == "stem" else term.match,
        "case": "yes" if term.case else "",
        "exceptions": _joined(term, "exceptions", term.exceptions),
        **_form_cells(term, term.en, "en", "abbreviation"),
        **_form_cells(term, term.zh, "zh", "zh_abbreviation"),
    }
    return [row[column] for column in COLUMNS]


def _form_cells(term: Term, forms: Forms, lang: str, abbreviation: str) -> dict[str, str]:
    if not (lang == "en" and term.match == "regex"):  # a pattern may hold the bar
        _joined(term, lang, (forms.preferred,))
    forbidden = [_forbidden_cell(term, f"{lang}_forbidden", entry) for entry in forms.forbidden]
    return {
        lang: forms.preferred,
        f"{lang}_admitted": _joined(term, f"{lang}_admitted", forms.admitted),
        f"{lang}_forbidden": _joined(term, f"{lang}_forbidden", forbidden),
        abbreviation: _joined(term, abbreviation, forms.abbreviations),
    }


def _joined(term: Term, column: str, values: Sequence[str]) -> str:
    for value in values:
        if _BAR in value:
            raise refused(
                term, f"{column} holds '{_BAR}', which parts values in a table: {value!r}", "write it as JSON"
            )
    return _BAR.join(values)


def _forbidden_cell(term: Term, column: str, entry: Forbidden) -> str:
    if "=" in entry.form:
        raise refused(term, f"{column} holds '=', which parts form and severity: {entry.form!r}", "write it as JSON")
    if "\n" in entry.reason:
        raise refused(term, f"the reason of {entry.form!r} in {column} has several lines", "write it as JSON")
    if entry.severity is None and entry.reason:
        raise refused(term, f"{entry.form!r} in {column} has a reason and no severity", "give it a severity")
    if entry.severity is None:
        return entry.form
    return f"{entry.form}={entry.severity}: {entry.reason}" if entry.reason else f"{entry.form}={entry.severity}"


def entry_of(row: Mapping[str, str], where: str) -> dict[str, object]:
    """Read the cells of one row into the fields of an entry, see `_entries`.

    >>> entry = entry_of({"en": "knee", "zh": "膝关节|膝", "zh_forbidden": "腿=minor: 是下肢"}, "row 2")
    >>> entry["zh"], entry["zh_admitted"]
    ('膝关节', ('膝',))
    >>> entry["zh_forbidden"]
    (Forbidden(form='腿', severity='minor', reason='是下肢'),)

    Raises:
        GlossaryError: a forbidden form is not written as `form=severity: reason`; begins with `where`.
    """
    entry: dict[str, object] = dict(row)
    entry.update({column: _several(row.get(column, "")) for column in _LISTS})
    for lang in ("en", "zh"):
        column = f"{lang}_forbidden"
        values = _several(row.get(column, ""))
        entry[column] = tuple(_forbidden(value, f"{where}, column {column}") for value in values)
        if not (lang == "en" and row.get("match", "").lower() == "regex"):
            preferred, *more = _several(row.get(lang, "")) or ("",)
            entry[lang] = preferred
            entry[f"{lang}_admitted"] = (*more, *_several(row.get(f"{lang}_admitted", "")))
    return entry


def _several(cell: str) -> tuple[str, ...]:
    return tuple(value for value in map(str.strip, cell.split(_BAR)) if value)


def _forbidden(value: str, where: str) -> Forbidden:
    if "=" not in value:
        return Forbidden(value)
    parts = _FORBIDDEN.fullmatch(value)
    if not parts:
        remedy = f"write form=severity: reason, with {', '.join(SEVERITIES)}"
        raise GlossaryError(f"{where}: '{value}' has no severity behind '='", remedy)
    return Forbidden(parts["form"], parts["severity"], (parts["reason"] or "").strip())  # type: ignore[arg-type]
