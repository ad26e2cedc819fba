"""Which column of a table holds which language: as the user says, else by the header, else by what stands in them.

What is ambiguous, as three columns of which two are Chinese, is asked for and never guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from aligner.errors import InputError
from aligner.model import Lang, other_lang
from aligner.text.headers import LANGUAGES, plain
from aligner.text.languages import lang_of

Texts = Sequence[str]  # the cells of a row
_HEADER_ROWS = 10  # rows among which the header is, behind a title and such
_EXACT: dict[str, re.Pattern[str]] = {
    "en": LANGUAGES["en"],
    "zh": LANGUAGES["zh"],
    "source": re.compile(
        r"(?:source|src)(?: (?:text|segment|language|sentence))?|original(?: text)?|原文|[源源][文语語]"
    ),
    "target": re.compile(
        r"(?:target|tgt)(?: (?:text|segment|language|sentence))?|translation|[译譯]文|目[标標][文语語]?"
    ),
    "doc": re.compile(r"doc|document|doc(?:ument)? ?id|file(?: ?name)?|pmid|doi|文[档檔件献獻]|文件名"),
    "id": re.compile(r"id|seg(?:ment)?(?: ?(?:id|no|number|nr))?|key|no|nr|number|row|line|序号|序號|[编編][号號]"),
}
_LOOSE = {
    "en": re.compile(r"\b(?:en|eng|english)\b|英[文语語]"),
    "zh": re.compile(r"\b(?:zh|zho|chi|cn|chinese)\b|中文|[汉漢][语語]"),
    "source": re.compile(r"\b(?:source|original)\b|原文"),
    "target": re.compile(r"\b(?:target|translation)\b|[译譯]文"),
}
_LONGEST_NAME = 40
_ENDED = re.compile(r"\w+\s\w+\s\w+[.?!]\s*$")  # `No.` and `Seg. no.` are names
_CODE = re.compile(r"[\w.:/-]*\d[\w.:/-]*")  # an identifier, which is of no language
_MOST = 0.6  # of the cells with letters, those in the language of a column
_SMALL = 0.25  # of the largest column of a language, what a status or a remark has at most
_LANGS: tuple[Lang, Lang] = ("en", "zh")
_PAIRS = (("en", "zh"), ("source", "target"))
_NAMES: dict[Lang, str] = {"en": "English", "zh": "Chinese"}
ASK = "say which columns with --columns en=...,zh=... (names, numbers or letters)"


class Columns(NamedTuple):
    """The columns, from 0; `first` is the language translated from, `begin` the number of rows up to the data."""

    en: int
    zh: int
    doc: int | None
    id: int | None
    first: Lang
    begin: int


@dataclass(frozen=True, slots=True)
class _Header:
    """The names of the columns, none where a table has no header; `row` is the row they stand in, from 0."""

    names: Texts = ()
    row: int = -1

    def exact(self, role: str) -> list[int]:
        return [at for at, name in enumerate(self.names) if _EXACT[role].fullmatch(plain(name))]

    def loose(self, role: str) -> list[int]:
        return [at for at, name in enumerate(self.names) if _LOOSE[role].search(plain(name))]

    def named(self, column: int) -> str:
        name = " ".join(self.names[column].split()) if column < len(self.names) else ""
        return f"{column + 1} ({name})" if name else str(column + 1)


def find(rows: Sequence[Texts], asked: Mapping[str, str], name: str, *, headed: bool = False) -> Columns:
    """Find the columns of a table by its first rows; `headed` says that the first one is surely a header.

    >>> find([("ID", "中文", "English"), ("1", "膝痛。", "Knee pain.")], {}, "a.csv")
    Columns(en=2, zh=1, doc=None, id=0, first='zh', begin=1)

    Raises:
        InputError: a language has no column or several, or a column that was asked for is not there.
    """
    header = _header(rows, asked, headed=headed)
    data = rows[header.row + 1 :]
    if max((len(row) for row in rows), default=0) < 2:
        raise NoColumnError(f"{name}: has one column only", "a table needs a column for each language")
    fixed = {role: _asked(header, value, name, data) for role, value in asked.items()}
    found = {lang: fixed[lang] for lang in _LANGS if lang in fixed}
    for lang in _LANGS:
        if lang not in found:
            found[lang] = _language(lang, header, data, set(fixed.values()) | set(found.values()), name)
    _check(found, header, data, name)
    if not header.names and _is_header(rows, found):
        header = _Header(rows[0], 0)
    first = _first(found, header)
    extra = {role: fixed.get(role, _only(header.exact(role), found)) for role in ("doc", "id")}
    return Columns(found["en"], found["zh"], extra["doc"], extra["id"], first, header.row + 1)


class NoColumnError(InputError):
    """A table that lacks a column for a language, as a sheet of remarks does."""


def is_report(names: Texts) -> bool:
    """Say whether a header is that of the pairs that our own reports write."""
    start = 1 if names[:1] == ("doc",) else 0
    return tuple(names[start : start + 4]) == ("id", "score", "source", "target")


def names_languages(names: Texts) -> bool:
    """Say whether a row names a column for each language, or for source and target.

    >>> names_languages(["id", "EN", "ZH"]), names_languages(["Pain, fever", "and cough"])
    (True, False)
    """
    return any(all(_Header(names).exact(role) for role in pair) for pair in _PAIRS)


def _header(rows: Sequence[Texts], asked: Mapping[str, str], *, headed: bool) -> _Header:
    """Return the row that names the columns: the one with both languages, or with what was asked for."""
    candidates = [_Header(row, at) for at, row in enumerate(rows[:_HEADER_ROWS])]
    if headed:
        return candidates[0]
    wanted = {plain(value) for value in asked.values() if not value.isdecimal()}
    if found := next((h for h in candidates if wanted and wanted <= set(map(plain, h.names))), None):
        return found
    if named := next((header for header in candidates if names_languages(header.names)), None):
        return named
    if named := next((header for header in candidates if _names_two(header)), None):
        return named
    known = ("en", "zh", "source", "target")
    return next((h for h in candidates[:1] if any(h.exact(role) for role in known)), _Header())


def _names_two(header: _Header) -> bool:
    """Say whether a row names two columns in a loose way, as `Original (EN)` and `译文` do, and is no text."""
    named = [{*header.loose(one), *header.loose(other)} for one, other in zip(*_PAIRS, strict=True)]
    return bool(named[0] and named[1] and len(named[0] | named[1]) > 1) and not any(map(_is_sentence, header.names))


def _is_sentence(text: str) -> bool:
    return len(text) > _LONGEST_NAME or text.rstrip().endswith(("。", "？", "！")) or bool(_ENDED.search(text))


def _asked(header: _Header, value: str, name: str, data: Sequence[Texts]) -> int:
    """Return the column that was asked for by its name or its number."""
    names = [" ".join(own.split()) for own in header.names]
    for same in (lambda own: own == value, lambda own: plain(own) == plain(value)):
        found = [at for at, own in enumerate(names) if own and same(own)]
        if len(found) > 1:
            raise InputError(f"{name}: several columns are named '{value}'", "give their numbers")
        if found:
            return found[0]
    width = max((len(row) for row in data), default=0)
    number = int(value) if value.isdecimal() else _of_letters(value)
    if 1 <= number <= width:
        return number - 1
    there = f"it has {', '.join(own for own in names if own)}" if any(names) else f"it has {width} columns, no names"
    raise NoColumnError(f"{name}: has no column '{value}'", there)


def _of_letters(value: str) -> int:
    """Return the number of a column that is named as spreadsheets do; 0 for what is no such name.

    >>> _of_letters("A"), _of_letters("ab"), _of_letters("B2")
    (1, 28, 0)
    """
    if not re.fullmatch("[A-Za-z]{1,3}", value):
        return 0
    return sum((ord(letter) - 64) * 26**power for power, letter in enumerate(reversed(value.upper())))


def _language(lang: Lang, header: _Header, data: Sequence[Texts], taken: set[int], name: str) -> int:
    """Return the column of a language: the one so named, the source or target in it, or what is written in it."""
    written = [at for at in _written(lang, data) if at not in taken]
    roles = [at for role in ("source", "target") for at in header.exact(role) or header.loose(role)]
    for candidates in (
        header.exact(lang),
        [at for at in header.loose(lang) if at not in header.loose(other_lang(lang))],
        [at for at in roles if at in written],
        written,
    ):
        free = [at for at in candidates if at not in taken]
        if len(free) == 1:
            return free[0]
        if free:
            *others, last = map(header.named, free)
            listed = f"{', '.join(others)} and {last}"
            raise InputError(f"{name}: columns {listed} may both be the {_NAMES[lang]}", ASK)
    raise NoColumnError(f"{name}: has no column in {_NAMES[lang]}", ASK)


def _written(lang: Lang, data: Sequence[Texts]) -> list[int]:
    """Return the columns that are written in a language, without those that hold little beside the largest."""
    sizes = {
        at: sum(len(row[at]) for row in data if at < len(row))
        for at in range(max((len(row) for row in data), default=0))
        if _lang_of_column(data, at) == lang
    }
    largest = max(sizes.values(), default=0)
    return [at for at, size in sizes.items() if size >= _SMALL * largest]


def _lang_of_column(data: Sequence[Texts], at: int) -> Lang | None:
    cells = (row[at].strip() for row in data if at < len(row))
    langs = Counter(lang_of(cell) for cell in cells if cell and not _CODE.fullmatch(cell))
    lettered = sum(count for lang, count in langs.items() if lang)
    best = max(_LANGS, key=lambda lang: langs[lang])
    return best if langs[best] > _MOST * lettered or 0 < langs[best] == lettered else None


def _check(found: Mapping[Lang, int], header: _Header, data: Sequence[Texts], name: str) -> None:
    """Refuse columns whose cells are of the other language."""
    if found["en"] == found["zh"]:
        raise InputError(f"{name}: column {header.named(found['en'])} is named for both languages", ASK)
    for lang, at in found.items():
        cells = [row[at] for row in data if at < len(row) and row[at].strip()]
        if cells and not any(map(lang_of, cells)):
            raise InputError(f"{name}: column {header.named(at)} is to be {_NAMES[lang]}, and holds no words", ASK)
        if _lang_of_column(data, at) == other_lang(lang):
            problem = f"{name}: column {header.named(at)} is to be {_NAMES[lang]}, and is {_NAMES[other_lang(lang)]}"
            raise InputError(problem, ASK)


def _is_header(rows: Sequence[Texts], found: Mapping[Lang, int]) -> bool:
    """Say whether the first row names the columns in words of its own: nothing Chinese where all else is Chinese."""
    english, chinese = (rows[0][found[lang]].strip() if found[lang] < len(rows[0]) else "" for lang in _LANGS)
    if not english or not chinese or english == chinese or len(rows) < 2:
        return False
    return lang_of(chinese) == "en" and not any(map(_is_sentence, rows[0]))


def _first(found: Mapping[Lang, int], header: _Header) -> Lang:
    """Return the language translated from: that of the source where a column is named so, else of the left one."""
    for role, turn in (("source", False), ("target", True)):
        named = set(header.exact(role) or header.loose(role))
        for lang in _LANGS:
            if found[lang] in named and found[other_lang(lang)] not in named:
                return other_lang(lang) if turn else lang
    return "en" if found["en"] < found["zh"] else "zh"


def _only(columns: Sequence[int], found: Mapping[Lang, int]) -> int | None:
    free = [at for at in columns if at not in found.values()]
    return free[0] if free else None
