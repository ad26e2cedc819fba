"""Terms from entries: the fields of one concept by our names, as a table, JSON or TBX has given them.

A field is a text, of `en_admitted`, `zh_admitted`, the abbreviations and `exceptions` a tuple of texts, of
`en_forbidden` and `zh_forbidden` a tuple of Forbidden; `case` is yes or no, or true or false. What `load` asks of a
row of a CSV file is asked of an entry.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any

from aligner.errors import GlossaryError
from aligner.glossary.load import COLUMNS
from aligner.model import Forms, Term

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_CHOICES = {"match": ("stem", "exact", "regex"), "status": ("approved", "candidate"), "case": ("no", "yes")}


def terms_of(path: str, entries: Iterable[tuple[str, Mapping[str, Any]]]) -> tuple[Term, ...]:
    """Make the Terms of (place in the file, entry).

    >>> (term,) = terms_of("terms.json", [("entry 1", {"en": "Knee pain", "zh": "膝痛"})])
    >>> term.id, term.status
    ('knee-pain', 'approved')

    Raises:
        GlossaryError: an entry cannot be used, or there is none; begins with path and place.
    """
    terms: dict[str, Term] = {}
    places: dict[str, str] = {}
    for place, entry in entries:
        where = f"{path}: {place}"
        new_id = slug(entry)
        term = _term(where, entry, new_id if new_id not in terms else f"{new_id}-{len(terms) + 1}")
        if term.id in terms:
            raise GlossaryError(f"{where}: '{term.id}' is also the id of {places[term.id]}", "give each its own")
        terms[term.id], places[term.id] = term, place
    if not terms:
        raise GlossaryError(f"{path}: holds no entry", "give each concept at least en and zh")
    return tuple(terms.values())


def check_columns(where: str, columns: Iterable[str]) -> None:
    """Refuse names of fields that are nearly one of ours; others are left alone.

    Raises:
        GlossaryError: there is one.
    """
    for column in (column for column in columns if column not in COLUMNS):
        near = difflib.get_close_matches(column, COLUMNS, n=1, cutoff=0.8)
        if near:
            raise GlossaryError(f"{where}: there is no column '{column}'", f"did you mean '{near[0]}'?")


def _term(where: str, entry: Mapping[str, Any], new_id: str) -> Term:
    english, chinese = entry.get("en", ""), entry.get("zh", "")
    for lang, value in (("en", english), ("zh", chinese)):
        if not value:
            raise GlossaryError(f"{where}: {lang} is empty", "every concept needs both languages")
    if _HAN.search(english) and not _HAN.search(chinese):
        raise GlossaryError(f"{where}: en '{english}' is Chinese", "exchange en and zh")
    match = _choice(where, entry, "match")
    if match == "regex":
        _compile_all(where, (english, *entry.get("en_admitted", ())))
    return Term(
        id=entry.get("id") or new_id,
        en=_forms(where, entry, "en", "abbreviation"),
        zh=_forms(where, entry, "zh", "zh_abbreviation"),
        **{name: entry.get(name, "") for name in ("pos", "domain", "note", "origin")},
        match=match,  # type: ignore[arg-type]  # `_choice` has checked it
        case=_choice(where, entry, "case") == "yes",
        exceptions=tuple(dict.fromkeys(entry.get("exceptions", ()))),
        status=_choice(where, entry, "status"),  # type: ignore[arg-type]  # `_choice` has checked it
    )


def _forms(where: str, entry: Mapping[str, Any], lang: str, abbreviation: str) -> Forms:
    admitted = tuple(dict.fromkeys(entry.get(f"{lang}_admitted", ())))
    forbidden = tuple(dict.fromkeys(entry.get(f"{lang}_forbidden", ())))
    for one in forbidden:
        if one.form in (entry[lang], *admitted):
            raise GlossaryError(f"{where}: '{one.form}' is both admitted and forbidden", "decide for one")
    return Forms(entry[lang], admitted, forbidden, tuple(dict.fromkeys(entry.get(abbreviation, ()))))


def _choice(where: str, entry: Mapping[str, Any], column: str) -> str:
    value = entry.get(column, "")
    value = ("no", "yes")[value] if isinstance(value, bool) else value.lower() or _CHOICES[column][0]
    if value not in _CHOICES[column]:
        raise GlossaryError(f"{where}: {column} '{value}' is not one of {', '.join(_CHOICES[column])}")
    return str(value)


def _compile_all(where: str, patterns: Iterable[str]) -> None:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise GlossaryError(f"{where}: '{pattern}' is no regular expression ({error})") from None


def slug(entry: Mapping[str, Any]) -> str:
    """Make an id from the English."""
    return re.sub(r"[^a-z0-9]+", "-", entry.get("en", "").lower()).strip("-") or "concept"
