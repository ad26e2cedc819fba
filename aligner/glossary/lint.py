"""Looks for what is wrong in glossary files: all problems of all files, each with its place.

What keeps a file from being loaded is among them, and what loads but does not do what its writer meant: a mark that
no text holds, a form that is right and wrong at once, an exception that excepts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from aligner.errors import GlossaryError
from aligner.glossary import formats
from aligner.glossary.english import word_keys
from aligner.glossary.load import faults, term_of
from aligner.glossary.rows import Fault, Row, decoded, rows
from aligner.glossary.termbase import TermBase, english_of
from aligner.model import Term
from aligner.text.languages import HAN
from aligner.text.traditional import TRADITIONAL
from aligner.text.variants import chinese_key

_FORMS = {
    "en": ("en", "en_admitted", "en_forbidden"),
    "zh": ("zh", "zh_admitted", "zh_forbidden", "zh_abbreviation"),
}
_LISTS = ("en_admitted", "zh_admitted", "en_forbidden", "zh_forbidden", "abbreviation", "zh_abbreviation", "exceptions")
_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[a-z]{4,}")
# With what stands around; one of a chemical name, N-(4-羟苯基)维A酰胺, touches a hyphen and is written half-width.
_BRACKETS = re.compile(r"(?P<before>.?)\((?P<inner>[^()]*)\)(?=(?P<after>.?))")
# What chemistry writes in half-width brackets: 脂蛋白(a), 铁(III).
_INDEX = re.compile(r"[a-z]|[IVX]+|\d[+-]?")
_COMMA = re.compile(rf"(?<=[{HAN}])[,;]|[,;](?=\s*[{HAN}])")
_INVISIBLE = {
    "\u00a0": "no-break space",
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u202f": "narrow no-break space",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
    "\ufffd": "replacement character",
}
_INVISIBLE |= dict.fromkeys(
    map(chr, (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))), "direction mark"
)
_INVISIBLE |= dict.fromkeys(map(chr, (*range(0x20), *range(0x7F, 0xA0))), "control character")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a place of a file; a warning is for a person to judge."""

    fault: Fault
    level: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        fault = self.fault
        name = f" ({fault.field})" if fault.field else ""
        level = "warning: " if self.level == "warning" else ""
        what = f"{fault.what}; {fault.remedy}" if fault.remedy else fault.what
        return f"{fault.path}:{max(fault.line, 1)}:{fault.column}{name}: {level}{' '.join(what.split())}"


@dataclass(frozen=True, slots=True)
class Linted:
    """What `lint` found, and how much it looked at."""

    problems: tuple[Problem, ...]
    files: int
    concepts: int

    @property
    def errors(self) -> int:
        """How many problems are no mere warnings."""
        return sum(1 for problem in self.problems if problem.level == "error")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row that can be used, and its concept."""

    row: Row
    term: Term


def lint(paths: Iterable[str | Path]) -> Linted:
    """Check glossary files, each by itself and all against each other.

    Raises:
        GlossaryError: a file cannot be read as a table in text.
    """
    files = [(name, _text(name)) for name in dict.fromkeys(map(str, paths))]
    problems: list[Problem] = []
    entries: list[_Entry] = []
    for name, text in files:
        found, concepts = _file(name, text)
        problems += found
        entries += concepts
    for rule in (_ids, _english, _abbreviations):
        problems += rule(entries)
    order = {name: number for number, (name, _) in enumerate(files)}
    problems.sort(key=lambda p: (order[p.fault.path], p.fault.line, p.fault.column))
    return Linted(tuple(problems), len(files), len(entries))


def _text(name: str) -> str:
    if formats.parse_input(name)[0].id not in ("csv", "tsv"):
        raise GlossaryError(f"{name}: is no CSV", "turn it into one with `aligner terms import`, and check that")
    return decoded(Path(name))


def _file(name: str, text: str) -> tuple[list[Problem], list[_Entry]]:
    """Check one file by itself; return its problems, and the rows that can be used."""
    read = list(rows(name, text))
    good = [row for row in read if isinstance(row, Row)]
    found = [row for row in read if isinstance(row, Fault)]
    simplified = not _is_traditional(good)
    entries = []
    for row in good:
        own = list(faults(row))
        if not own:
            entries.append(_Entry(row, term_of(row)))
        found += [*own, *_fields(row)]
        found += _traditional(row) if simplified else ()
    problems = [Problem(fault) for fault in found]
    for entry in entries:
        problems += [*map(Problem, _both(entry)), *_exceptions(entry)]
    return problems, entries


def _fields(row: Row) -> Iterator[Fault]:
    for column in row.columns:
        yield from _characters(row, column)
    for column in _LISTS:
        if any(not value.strip() for value in row.one(column).split("|")) and row.one(column):
            yield row.fault(column, "has an empty value beside a '|'", "delete the '|'")
    for column in (*_FORMS["en"], "abbreviation"):
        for form in _forms(row, column):
            if _HAN.search(form):
                yield row.fault(column, f"'{form}' is Chinese in a column of English")
    for column in _FORMS["zh"]:
        for form in _forms(row, column):
            if _is_english(row, form):
                yield row.fault(column, f"'{form}' is English in a column of Chinese")
            if _COMMA.search(form) or any(map(_is_chinese_bracket, _BRACKETS.finditer(form))):
                yield row.fault(column, f"'{form}' has half-width punctuation in Chinese", "write it full-width")


def _is_chinese_bracket(found: re.Match[str]) -> bool:
    chinese = _HAN.search(found[0] + found["after"]) is not None
    chemical = "-" in (found["before"], found["after"]) or _INDEX.fullmatch(found["inner"])
    return chinese and not chemical


def _is_english(row: Row, form: str) -> bool:
    """Tell whether a form in a Chinese column is plain English, and not what Chinese text keeps as it is.

    That are names (Kaplan-Meier, Caspase), and what the English column has too: it is not to be translated.
    """
    rest = form[1:] if (form,) == row.several("zh")[:1] else form
    kept = form in (*_forms(row, "en"), *_forms(row, "en_admitted"))
    return bool(_WORD.search(form)) and not _HAN.search(form) and rest == rest.lower() and not kept


def _characters(row: Row, column: str) -> Iterator[Fault]:
    written = row.fields.get(column, "")
    for char in sorted(set(written) & _INVISIBLE.keys()):
        yield row.fault(column, f"holds an invisible character, U+{ord(char):04X} ({_INVISIBLE[char]})", "delete it")
    if written != written.strip(" \u3000"):
        yield row.fault(column, "begins or ends with a space", "delete it")
    pattern = column.startswith("en") and row.one("match").lower() == "regex"
    if re.search(r"[ \u3000]{2}", written.strip(" \u3000")) and not pattern:
        yield row.fault(column, "holds several spaces in a row", "leave one")


def _forms(row: Row, column: str) -> tuple[str, ...]:
    """Return the forms of a field, without the severity and the reason of a forbidden one; patterns are no forms."""
    if column.startswith("en") and row.one("match").lower() == "regex":
        return ()
    return tuple(value.partition("=")[0].strip() for value in row.several(column))


def _is_traditional(good: Sequence[Row]) -> bool:
    """Tell whether a file is written in Traditional characters: most of its concepts are."""
    return 2 * sum(1 for row in good if set(row.one("zh")) & TRADITIONAL) > len(good)


def _traditional(row: Row) -> Iterator[Fault]:
    for column in _FORMS["zh"]:
        for form in _forms(row, column):
            if found := [char for char in form if char in TRADITIONAL]:
                what = f"'{form}' has Traditional characters ({''.join(found)}) in a Simplified glossary"
                yield row.fault(column, what, "one Simplified form finds both")


def _both(entry: _Entry) -> Iterator[Fault]:
    """Yield forms that are admitted and, in another spelling that matching takes for the same, forbidden.

    The same spelling is no usable row to begin with.
    """
    keys: tuple[tuple[Literal["en", "zh"], Callable[[str], str]], ...] = (
        ("en", str if entry.term.case else _english_key),
        ("zh", lambda form: chinese_key(form)[0]),
    )
    for lang, key in keys:
        forms = entry.term.forms(lang)
        accepted = {key(form): form for form in forms.accepted}
        for bad in forms.forbidden:
            if same := accepted.get(key(bad.form)):
                what = f"'{bad.form}' is forbidden, and '{same}' is admitted, which is the same to the matcher"
                yield entry.row.fault(f"{lang}_forbidden", what, "decide for one")


def _english_key(form: str) -> str:
    return " ".join(word_keys(form)) or form


def _exceptions(entry: _Entry) -> Iterator[Problem]:
    """Yield exceptions that are no longer expressions, and those that together swallow the term.

    One that equals a form keeps that form from being looked for, which is in use; of all forms it is a fault.
    """
    term, row = entry.term, entry.row
    if not term.exceptions:
        return
    base = TermBase.of([[term]])
    forms = [form for lang in (term.en, term.zh) for form in (*lang.accepted, *lang.abbreviations)]
    letters = {_letters(form) for form in forms}
    for exception in term.exceptions:
        found = base.english.find(exception) or base.chinese.find(exception)
        if not found and not any(form in _letters(exception) for form in letters):
            what = f"'{exception}' holds no form of the term, so it excepts nothing"
            remedy = "write the longer expression with the form in it, or delete it"
            yield Problem(row.fault("exceptions", what, remedy))
    folded = {exception.casefold() for exception in term.exceptions}
    if all(form.casefold() in folded for form in forms):
        yield Problem(row.fault("exceptions", "all forms are exceptions too, so that none is ever looked for"))
    elif term.en.preferred.casefold() in folded and term.zh.preferred.casefold() in folded:
        what = "the preferred forms of both languages are exceptions too, so that neither is looked for in a source"
        yield Problem(row.fault("exceptions", what), "warning")


def _letters(text: str) -> str:
    """Return the letters of a text: neoadjuvant holds adjuvant, which is no word there, and is rightly excepted."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _ids(entries: Sequence[_Entry]) -> Iterator[Problem]:
    seen: dict[str, _Entry] = {}
    for entry in entries:
        named = entry.row.one("id")
        if named and named in seen:
            what = f"'{named}' is also the id of {_place(seen[named], entry)}"
            yield Problem(entry.row.fault("id", what, "give each concept its own"))
        elif named:
            seen[named] = entry


def _english(entries: Sequence[_Entry]) -> Iterator[Problem]:
    """Yield the same English twice in one domain; with two Chinese forms in one file, they contradict each other."""
    seen: dict[tuple[str, str], _Entry] = {}
    for entry in entries:
        first = seen.setdefault((english_of(entry.term), entry.term.domain), entry)
        if first is entry or (_cased(first, entry) and first.term.en.preferred != entry.term.en.preferred):
            continue
        here, there = entry.term.zh.preferred, first.term.zh.preferred
        what = f"'{entry.term.en.preferred}' is also in {_place(first, entry)} of the same domain"
        if first.row.path != entry.row.path:
            yield Problem(entry.row.fault("en", f"{what}, and replaces that entry"), "warning")
        elif here != there:
            what = f"{what}, with '{there}' and not '{here}'"
            yield Problem(entry.row.fault("en", what, "join the two, or give them different domains"))
        else:
            yield Problem(entry.row.fault("en", what, "join the two"), "warning")


def _cased(*entries: _Entry) -> bool:
    return any(entry.term.case for entry in entries)


def _abbreviations(entries: Sequence[_Entry]) -> Iterator[Problem]:
    """Yield abbreviations of two concepts of one domain; both may be in use, so that a person has to judge."""
    columns: tuple[tuple[str, Literal["en", "zh"]], ...] = (("abbreviation", "en"), ("zh_abbreviation", "zh"))
    for column, lang in columns:
        seen: dict[tuple[str, str], _Entry] = {}
        for entry in entries:
            for written in entry.term.forms(lang).abbreviations:
                first = seen.setdefault((written, entry.term.domain), entry)
                if first is not entry and english_of(first.term) != english_of(entry.term):
                    what = f"'{written}' also abbreviates '{first.term.en.preferred}' ({_place(first, entry)})"
                    yield Problem(entry.row.fault(column, what), "warning")


def _place(entry: _Entry, seen_from: _Entry) -> str:
    """Name the place of an entry, shorter where it is in the same file."""
    line = f"line {entry.row.line}"
    return line if entry.row.path == seen_from.row.path else f"{entry.row.path}, {line}"
