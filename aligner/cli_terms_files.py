"""The commands that bring term files in and out: `import` to our CSV, `export` to other formats."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.errors import ConfigError, GlossaryError, OutputError

if TYPE_CHECKING:
    from aligner.glossary.formats import TermFormat
    from aligner.model import Term

_STREAM = "-"


@click.command("import")
@click.argument("source", metavar="[FORMAT=]IN")
@click.option("-o", "output", default=_STREAM, metavar="[FORMAT=]OUT", help="Where to write [default: the screen].")
def import_(source: str, output: str) -> int:
    """Turn a term file (CSV, TSV, XLSX, JSON or TBX) into a glossary in CSV, to be edited and used.

    The extension of a file says its format, or FORMAT= before its name.
    """
    from aligner.glossary import formats

    reader, path = formats.parse_input(source)
    target = _target(output, [path])
    reading = reader.read(Path(path))
    for warning in reading.warnings:
        _notify(f"warning: {warning}")
    _write(reading.terms, *target)
    return 0


@click.command("export")
@click.argument("files", nargs=-1, metavar="[FILES...]")
@click.option(
    "-o", "output", required=True, metavar="[FORMAT=]OUT", help="Where to write: csv, tsv, xlsx, json, tbx, martif."
)
def export(files: tuple[str, ...], output: str) -> int:
    """Write glossaries as one file in another format; without FILES, the glossaries that come with aligner."""
    from aligner.glossary import formats
    from aligner.glossary.locate import own_files

    sources = [formats.parse_input(file) for file in files or map(str, own_files())]
    target = _target(output, [path for _, path in sources])
    terms: list[Term] = []
    for reader, path in sources:
        reading = reader.read(Path(path))
        for warning in reading.warnings:
            _notify(f"warning: {warning}")
        terms += reading.terms
    _check_ids(terms)
    _write(terms, *target)
    return 0


def _target(output: str, sources: Iterable[str]) -> tuple[TermFormat, str]:
    """Read what follows -o; what is written must not take the place of what is read, of which it may hold less.

    Raises:
        ConfigError: it would.
    """
    from aligner.glossary import formats

    target, path = formats.parse_output(output)
    if os.path.realpath(path) in map(os.path.realpath, sources):
        raise ConfigError(f"-o {path}: is a glossary to be read", "name another file")
    return target, path


def _check_ids(terms: list[Term]) -> None:
    term_id, number = Counter(term.id for term in terms).most_common(1)[0]
    if number > 1:
        raise GlossaryError(f"the id '{term_id}' stands in {number} of these files", "give each concept its own")


def _write(terms: list[Term] | tuple[Term, ...], target: TermFormat, path: str) -> None:
    """Write the file, whole or not at all, and say how much it holds."""
    content = target.write(terms)
    if path == _STREAM:
        _to_stream(content, target)
        return
    _to_file(path, content)
    _notify(f"{path}: {len(terms)} concept{'s' * (len(terms) != 1)}")


def _to_stream(content: bytes, target: TermFormat) -> None:
    if target.id == "xlsx":
        raise ConfigError("an Excel workbook is not shown on the screen", "name a file with -o")
    from aligner import reports

    reports.to_stream([content.decode("utf-8")], sys.stdout)


def _to_file(path: str, content: bytes) -> None:
    """Write beside the place and move there; what is no regular file is written to as it is."""
    place = Path(os.path.realpath(path))  # a link stays, what it points to is replaced
    try:
        if place.is_dir():
            raise OutputError(f"{path}: is a folder", "name a file in it")
        if place.exists() and not place.is_file():
            place.write_bytes(content)
        else:
            _replace(place, content)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        missing = isinstance(error, FileNotFoundError | NotADirectoryError)
        remedy = "make the folder first, or name another" if missing else "choose a folder that you may write to"
        raise OutputError(f"{path}: cannot be written ({reason})", remedy) from error


def _replace(place: Path, content: bytes) -> None:
    draft = place.with_name(f".aligner-{os.urandom(8).hex()}.tmp")
    try:
        with draft.open("xb") as stream:
            stream.write(content)
        if place.exists():
            draft.chmod(place.stat().st_mode & 0o7777)
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)


def _notify(message: str) -> None:
    click.echo(f"aligner: {message}", err=True)
