"""The command that turns one format into another: `aligner convert`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from aligner import cli_large, registry
from aligner.cli_options import notify, reading, settings_of
from aligner.cli_output import outputs_of, read, warn
from aligner.cli_progress import bar
from aligner.config import Config
from aligner.errors import ConfigError
from aligner.model import Document, Result, Skipped
from aligner.version import __version__

if TYPE_CHECKING:
    from aligner.pipeline import Progress
    from aligner.reports import Output, Report

_UNCHECKED = (Skipped("all checks", "convert pairs the sentences and checks nothing"),)


@click.command("convert")
@click.argument("paths", nargs=-1, metavar="IN [IN2] OUT")
@click.option("--to", metavar="FORMAT", help="The format of OUT [default: by its extension].")
@reading
def convert(paths: tuple[str, ...], to: str | None, **options: Any) -> int:
    """Write texts in another format, pair by pair.

    IN is a file that holds both languages, or IN and IN2 are a text and its translation, in any format that `check`
    reads. Pairs that a file comes with are kept. Nothing is checked. OUT is a file, or - for standard output.
    """
    from aligner import reports

    settings = settings_of(options)
    settings.require_files()
    *texts, out = paths or ("",)
    if not 1 <= len(texts) <= 2:
        raise click.UsageError("convert needs one or two texts, and the file to be written behind them")
    output = _output(texts, out, to)
    config = settings.config(*texts)
    with bar() as progress:
        results = _results(texts, config, progress, large=cli_large.applies(texts, settings))
        first = next(results)
        look = reports.RenderOptions(first_side=first.document.first)
        chunks = output.report.render(chain([first], results), look)
        if output.path == "-":
            reports.to_stream(chunks, sys.stdout)
        else:
            reports.to_file(output.path, chunks)
    return 0


def _output(texts: Sequence[str], out: str, to: str | None) -> Output:
    """Return what is to be written.

    Raises:
        ConfigError: the format holds no pairs, or a text would be lost.
    """
    found: Sequence[Report] = registry.load("aligner.reports", "REPORT")
    suffix = PurePath(out).suffix.lower()
    fitting = [
        report.id for report in found if report.holds_pairs and (report.id == to if to else suffix in report.extensions)
    ]
    if len(fitting) != 1:
        if to:
            registry.find("aligner.reports", "REPORT", to)
        problem = f"'{to}' holds no pairs" if to else f"{out}: its extension says no format that holds pairs"
        known = ", ".join(report.id for report in found if report.holds_pairs)
        raise ConfigError(problem, f"name one with --to: {known}")
    (output,) = outputs_of([f"{fitting[0]}={out}"], texts)
    return output


def _results(texts: Sequence[str], config: Config, progress: Progress, *, large: bool) -> Iterator[Result]:
    """Pair the documents, one after the other; the numbers of pairs go on over the parts of a large one."""
    from aligner.pipeline import Pipeline

    pipeline = Pipeline(config, notify, (lambda doing, share: None) if large else progress)
    doc, before = "", 0
    warned: set[str] = set()
    for document in _documents(texts, config, progress, large=large):
        warn(replace(document, warnings=tuple(w for w in document.warnings if w not in warned)))
        warned.update(document.warnings)
        for skipped in document.skipped:
            notify(f"{document.path}: left out: {skipped.what}: {skipped.why}")
        before = before if document.id == doc else 0
        settled, found = pipeline.settled(document)
        pairs = tuple(replace(pair, id=before + pair.id) for pair in found)
        doc, before = document.id, before + len(pairs)
        yield Result(settled, pairs, skipped=_UNCHECKED, config=config, version=__version__)


def _documents(texts: Sequence[str], config: Config, progress: Progress, *, large: bool) -> Iterator[Document]:
    from aligner import readers

    if large:
        yield from readers.stream(texts[0], None, config, lambda share: progress("converting", share))
    else:
        yield from read(texts, config)
