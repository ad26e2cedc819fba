"""The formats of term files, one file a format: each reads and writes Terms.

A format is a file that assigns `FORMAT`; nothing else changes when one is added.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePath

from aligner import registry
from aligner.errors import ConfigError
from aligner.glossary.formats._format import Reading, TermFormat
from aligner.model import Term

__all__ = ["Reading", "TermFormat", "find", "parse_input", "parse_output", "read"]

_PACKAGE, _ATTRIBUTE, _DEFAULT = "aligner.glossary.formats", "FORMAT", "csv"
_NAMED = re.compile(r"(?P<format>[A-Za-z][A-Za-z0-9_-]*)=(?P<path>.*)", re.DOTALL)


def find(format_id: str) -> TermFormat:
    """Return the format of this id.

    Raises:
        ConfigError: there is none.
    """
    found: TermFormat = registry.find(_PACKAGE, _ATTRIBUTE, format_id)
    return found


def read(path: str | Path) -> tuple[Term, ...]:
    """Read a glossary in the format that its extension says, CSV where it says none.

    Raises:
        GlossaryError: the file cannot be read, or an entry cannot be used.
        MissingExtraError: a package that the format needs is not installed.
    """
    return (_by_extension(str(path)) or find(_DEFAULT)).read(Path(path)).terms


def parse_input(argument: str) -> tuple[TermFormat, str]:
    """Read the name of a file to be read: `FORMAT=PATH`, or a path; one with an unknown extension is CSV.

    >>> term_format, path = parse_input("tbx=export.xml")
    >>> term_format.id, path
    ('tbx', 'export.xml')
    """
    return _named(argument) or (_by_extension(argument) or find(_DEFAULT), argument)


def parse_output(argument: str) -> tuple[TermFormat, str]:
    """Read the name of a file to be written: `FORMAT=PATH`, or a path whose extension says the format; `-` is CSV.

    >>> term_format, path = parse_output("out/terms.json")
    >>> term_format.id, path
    ('json', 'out/terms.json')

    Raises:
        ConfigError: no format is named, or none that exists.
    """
    if named := _named(argument):
        return named
    if by_extension := find(_DEFAULT) if argument == "-" else _by_extension(argument):
        return by_extension, argument
    known = ", ".join(sorted(_extensions()))
    raise ConfigError(f"-o {argument}: its extension says no format", f"write -o FORMAT=PATH, or use one of {known}")


def _named(argument: str) -> tuple[TermFormat, str] | None:
    match = _NAMED.fullmatch(argument)
    # A file that lies there may have a = in its name; that goes before a format that does not exist.
    if not match or (match["format"] not in registry.ids(_PACKAGE) and Path(argument).exists()):
        return None
    if not match["path"]:
        raise ConfigError(f"{argument}: names no file", f"write {match['format']}=PATH")
    return find(match["format"]), match["path"]


def _by_extension(path: str) -> TermFormat | None:
    return _extensions().get(PurePath(path).suffix.lower())


def _extensions() -> dict[str, TermFormat]:
    formats: tuple[TermFormat, ...] = registry.load(_PACKAGE, _ATTRIBUTE)
    return {extension: term_format for term_format in formats for extension in term_format.extensions}
