"""PO, the catalogues of gettext: each message is a pair; needs polib.

What is fuzzy is not translated yet, and obsolete messages are no part of the file. Plural forms are pairs of their own:
the first one with the singular where there are several, the others with the plural.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from aligner.config import Config
from aligner.errors import InputError, missing
from aligner.model import Block, Document, Lang, other_lang
from aligner.readers._bilingual import FOREIGN, UNTRANSLATED, Left, Unit, documents
from aligner.readers._parts import joined
from aligner.readers._reader import Reader
from aligner.text.decoding import decode, is_encoding
from aligner.text.languages import lang_of, lang_of_code

if TYPE_CHECKING:
    from polib import POEntry, POFile

_CHARSET = re.compile(rb"charset=([\w.-]+)")
_MESSAGE = re.compile(rb"^msgid[ \t]+\"", re.MULTILINE)
_TRANSLATION = re.compile(rb"^msgstr(?:\[0\])?[ \t]+\"", re.MULTILINE)
_OPENED = re.compile(r"(?:msg\w+(?:\[\d+\])?[ \t]+)?\"")
_STRING = re.compile(r"(?:msg\w+(?:\[\d+\])?[ \t]+)?\"(?:[^\"\\]|\\.)*\"")
_FUZZY = "marked as fuzzy"
_HEAD = 4096  # bytes in which a catalogue names its encoding
_ENOUGH = 20_000  # characters that tell a language


def read(data: bytes, name: str, config: Config) -> Document:
    """Return the messages of a catalogue.

    Raises:
        MissingExtraError: polib is not installed. InputError: the file is no catalogue, or in other languages.
    """
    try:
        import polib
    except ImportError as error:
        raise missing(name, "polib", "formats") from error
    text, warnings = decode(data, name, config.encoding or _declared(data))
    _require_whole(text, name)
    try:
        catalogue = polib.pofile(f"{text}\n")  # the line feed says that this is no path
    except (OSError, ValueError, UnicodeError, IndexError) as error:
        at = re.search(r"line (\d+)", str(error))
        where = f"line {at[1]}: " if at else ""
        raise InputError(f"{name}: {where}is not well-formed PO", "check it with msgfmt") from error
    document = joined(documents(_units(catalogue, text), name, READER.id, config), name)
    return replace(document, warnings=warnings)


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_HEAD])
    named = found[1].decode("ascii") if found else ""
    return named if named and is_encoding(named) and named.lower() != "utf-8" else None


def _require_whole(text: str, name: str) -> None:
    """Refuse a text that is not closed on its line, of which polib drops the last character.

    Raises:
        InputError: there is one.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if _OPENED.match(line) and not _STRING.fullmatch(line.strip()):
            raise InputError(f"{name}: line {number}: is not well-formed PO", "check it with msgfmt")


def _units(catalogue: POFile, text: str) -> Iterator[Unit | Left]:
    lines = [number for number, line in enumerate(text.splitlines(), start=1) if line.startswith("msgid ")]
    entries = [entry for entry in catalogue if not entry.obsolete and entry.msgid]
    named = catalogue.metadata
    source = _lang(named.get("X-Source-Language", ""), (entry.msgid for entry in entries))
    target = _lang(named.get("Language", ""), (form for entry in entries for form in _forms(entry)))
    for entry in entries:
        line = next(iter(lines[bisect_left(lines, entry.linenum) :]), entry.linenum)  # polib counts from the comments
        where = Block("", address=f"msgid line {line}", line=line, offsets=())
        if source is None or target != other_lang(source):
            yield Left(where.address, FOREIGN)
        else:
            yield from _pairs(entry, where, source)


def _lang(code: str, texts: Iterable[str]) -> Lang | None:
    """Return the language that the head names, else that of the texts; None where it is neither of the two."""
    return lang_of_code(code) if code.strip() else lang_of("\n".join(texts)[:_ENOUGH])


def _forms(entry: POEntry) -> list[str]:
    """Return the translations of a message."""
    forms = [form for _, form in sorted(entry.msgstr_plural.items(), key=lambda item: int(item[0]))]
    return forms or [entry.msgstr]


def _pairs(entry: POEntry, where: Block, lang: Lang) -> Iterator[Unit | Left]:
    forms = _forms(entry)
    if entry.fuzzy:
        yield Left(where.address, _FUZZY)
        return
    if not all(form.strip() for form in forms):
        yield Left(where.address, UNTRANSLATED)
        return
    for number, form in enumerate(forms):
        singular = not entry.msgid_plural or (number == 0 and len(forms) > 1)
        source = entry.msgid if singular else entry.msgid_plural
        yield Unit(replace(where, text=source), replace(where, text=form), lang)


def _recognises(head: bytes, name: str) -> bool:
    return bool(_MESSAGE.search(head) and _TRANSLATION.search(head))


READER = Reader("po", "PO, catalogues of gettext", (".po",), read, recognises=_recognises, drafts=True)
