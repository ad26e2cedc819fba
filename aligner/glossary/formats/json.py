"""JSON: a list of objects, one a concept, whose names are the columns of our CSV files.

`en_admitted`, `zh_admitted`, `abbreviation`, `zh_abbreviation` and `exceptions` are lists of texts, `en_forbidden`
and `zh_forbidden` lists of objects with `form`, `severity` and `reason`, `case` is true or false; every other value
is a text. What is empty or as usual is left out. Where a list is expected, one text will do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from aligner.errors import GlossaryError
from aligner.glossary.formats._entries import check_columns, terms_of
from aligner.glossary.formats._format import Reading, TermFormat, checked
from aligner.glossary.load import COLUMNS
from aligner.model import SEVERITIES, Forbidden, Forms, Term

_LISTS = ("en_admitted", "zh_admitted", "abbreviation", "zh_abbreviation", "exceptions")
_FORBIDDEN = ("en_forbidden", "zh_forbidden")


def read(path: Path) -> Reading:
    """Read the objects of a file in UTF-8."""
    return Reading(terms_of(str(path), _entries(path, _content(path))))


def _content(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise GlossaryError(f"{path}: there is no such glossary", "check the path") from None
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read ({error.strerror})", "name a JSON file") from None
    except UnicodeDecodeError:
        raise GlossaryError(f"{path}: is not text in UTF-8", "save it as JSON in UTF-8") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise GlossaryError(f"{path}: {place}: is not well-formed JSON ({error.msg})", "check it there") from None
    except (RecursionError, ValueError):  # lists in lists without end; a number of thousands of digits
        raise GlossaryError(f"{path}: is no glossary", "give a list of objects, one a concept") from None


def _entries(path: Path, content: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if not isinstance(content, list):
        raise GlossaryError(f"{path}: is not a list", "give a list of objects, one a concept")
    for number, item in enumerate(content, 1):
        place = f"entry {number}"
        if not isinstance(item, dict):
            raise GlossaryError(f"{path}: {place}: is not an object", "give one with at least en and zh")
        check_columns(f"{path}: {place}", item)
        known = {column: item[column] for column in COLUMNS if item.get(column) is not None}
        yield place, {column: _value(f"{path}: {place}: {column}", column, known[column]) for column in known}


def _value(where: str, column: str, value: Any) -> Any:
    if column in _LISTS:
        return tuple(filter(None, (_text(where, one) for one in _listed(value))))
    if column in _FORBIDDEN:
        return tuple(_forbidden(where, one) for one in _listed(value))
    return value if column == "case" and isinstance(value, bool) else _text(where, value)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(where: str, value: Any) -> str:
    if not isinstance(value, str):
        raise GlossaryError(f"{where}: {json.dumps(value, ensure_ascii=False)} is not a text", "put it in quotes")
    return value.strip()


def _forbidden(where: str, value: Any) -> Forbidden:
    if not isinstance(value, dict):
        return Forbidden(_text(where, value))
    form, severity = _text(where, value.get("form", "")), value.get("severity")
    if not form:
        raise GlossaryError(f"{where}: an object has no form", 'write {"form": ..., "severity": ..., "reason": ...}')
    if severity is not None and severity not in SEVERITIES:
        raise GlossaryError(f"{where}: the severity of '{form}' is not one of {', '.join(SEVERITIES)}")
    return Forbidden(form, severity, _text(where, value.get("reason") or ""))


def write(terms: Sequence[Term]) -> bytes:
    """Write the terms, one object after the other, with what is not as usual."""
    text = json.dumps([_object(term) for term in checked(terms)], ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def _object(term: Term) -> dict[str, Any]:
    fields = {
        **_form_fields(term.en, "en", "abbreviation"),
        **_form_fields(term.zh, "zh", "zh_abbreviation"),
        **{name: getattr(term, name) for name in ("id", "pos", "domain", "case", "note", "origin", "status")},
        "match": "" if term.match == "stem" else term.match,
        "exceptions": list(term.exceptions),
    }
    return {column: fields[column] for column in COLUMNS if fields[column]}


def _form_fields(forms: Forms, lang: str, abbreviation: str) -> dict[str, Any]:
    return {
        lang: forms.preferred,
        f"{lang}_admitted": list(forms.admitted),
        f"{lang}_forbidden": [_forbidden_object(entry) for entry in forms.forbidden],
        abbreviation: list(forms.abbreviations),
    }


def _forbidden_object(entry: Forbidden) -> dict[str, str]:
    fields = {"form": entry.form, "severity": entry.severity or "", "reason": entry.reason}
    return {name: value for name, value in fields.items() if value}


FORMAT = TermFormat("json", (".json",), read, write)
