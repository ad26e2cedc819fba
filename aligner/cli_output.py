"""What the commands that read texts and write reports share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.cli_options import notify
from aligner.config import Config
from aligner.errors import ConfigError, OutputError
from aligner.model import Document, Result

if TYPE_CHECKING:
    from aligner.reports import Output, RenderOptions, Report

_SCREEN = "-"


def read(paths: Sequence[str], config: Config) -> tuple[Document, ...]:
    """Read what was named: two files, which are a document, or one, which may hold several.

    Raises:
        ConfigError: none was, or too many files. InputError: it cannot be read.
    """
    from aligner import readers

    if not 1 <= len(paths) <= 2:
        given = "no file is named" if not paths else f"{len(paths)} files are named"
        raise ConfigError(given, "name two text files, one file that holds both languages, or - for standard input")
    return readers.documents(paths[0], config) if len(paths) == 1 else (readers.read(paths[0], paths[1], config),)


def warn(document: Document) -> None:
    """Say what was assumed in reading a document."""
    for warning in document.warnings:
        notify(f"warning: {warning}")


def outputs_of(arguments: Sequence[str], paths: Iterable[str]) -> list[Output]:
    """Read what follows each -o; a report must not take the place of a text that it is about, nor of another report.

    Raises:
        ConfigError: a format is unknown, or a file would be lost. OutputError: a folder is missing.
    """
    from aligner import reports

    outputs = [reports.parse(argument) for argument in arguments]
    taken = {os.path.realpath(path) for path in paths}
    seen: set[str] = set()
    for output in outputs:
        place = output.path if output.path == _SCREEN else os.path.realpath(output.path)
        if place in taken:
            raise ConfigError(f"-o {output.path}: is a text to be read", "name another file for the report")
        if place in seen:
            raise ConfigError(f"-o {output.path}: is named twice", "name a file for each report")
        if place != _SCREEN and not Path(place).parent.is_dir():
            raise OutputError(f"{output.path}: there is no such folder", "make the folder first, or name another")
        seen.add(place)
    return outputs


def show(results: Iterable[Result], report: Report, outputs: Sequence[Output], options: RenderOptions) -> Report:
    """Write the report files and show the report on the screen, unless one of them is to go there; return that."""
    from aligner import reports

    reports.require_text(report)
    shown = next((output.report for output in reversed(outputs) if output.path == _SCREEN), report)
    with ExitStack() as files:
        writings = [
            reports.Writing(output.report, options, _taking(files.enter_context(reports.writing(output.path))))
            for output in outputs
            if output.path != _SCREEN
        ]
        screen = reports.Screen(sys.stdout) if sys.stdout else None
        if screen:
            writings.append(reports.Writing(shown, reports.for_stream(options, sys.stdout), screen.take))
        reports.write_together(results, writings)
    if not screen:
        raise OutputError("standard output: is closed", "open it, or write to a file with -o")
    screen.flush()
    return shown


def _taking(write: Callable[[str | bytes], None]) -> Callable[[str | bytes], bool]:
    def take(chunk: str | bytes) -> bool:
        write(chunk)
        return True

    return take
