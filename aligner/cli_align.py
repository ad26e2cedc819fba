"""The command that pairs sentences and checks nothing: `aligner align`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from aligner.cli_options import notify, output, reading, settings_of
from aligner.cli_output import outputs_of, read, show, warn
from aligner.cli_progress import bar
from aligner.errors import ConfigError
from aligner.model import Pair, Result, Skipped
from aligner.version import __version__

_FORMATS = ("tsv", "json", "beads")
_UNCHECKED = (Skipped("all checks", "align pairs the sentences and checks nothing"),)
_MOST_DOUBTFUL = 20  # pairs named in a warning


@click.command("align")
@click.argument("paths", nargs=-1, metavar="[PATH [PATH2]]")
@reading
@output
@click.option("--format", "form", default="tsv", show_default=True, metavar="NAME", help="tsv, json or beads.")
def align(paths: tuple[str, ...], form: str, outputs: tuple[str, ...], **options: Any) -> int:
    """Pair sentences and check nothing.

    The texts are two files, or one that holds both languages, or - for standard input.
    """
    from aligner import reports
    from aligner.pipeline import Pipeline

    settings = settings_of(options)
    settings.require_files()
    config = settings.config(*paths)
    if form not in _FORMATS:
        raise ConfigError(f"align cannot write '{form}'", f"it writes {', '.join(_FORMATS)}; check writes reports")
    report, writers = reports.find(form), outputs_of(outputs, paths)
    documents = read(paths, config)
    with bar() as progress:
        pipeline = Pipeline(config, notify, progress)
        found = [pipeline.settled(document) for document in documents]
    results = []
    for document, pairs in found:
        warn(document)
        if not pipeline.related(pairs):
            notify("warning: these texts do not look like translations of each other")
        if config.min_confidence is not None:
            _tell_doubtful(pairs, config.min_confidence)
        results.append(Result(document, pairs, skipped=_UNCHECKED, config=config, version=__version__))
    show(results, report, writers, reports.RenderOptions(first_side=documents[0].first))
    return 0


def _tell_doubtful(pairs: Sequence[Pair], limit: float) -> None:
    """Name the pairs that are less sure; what is written out holds their scores anyhow."""
    doubtful = [str(pair.id) for pair in pairs if pair.source and pair.target and pair.score < limit]
    if doubtful:
        shown = ", ".join(doubtful[:_MOST_DOUBTFUL]) + (", ..." if len(doubtful) > _MOST_DOUBTFUL else "")
        notify(f"warning: confidence below {limit:g} in {len(doubtful)} of {len(pairs)} pairs: {shown}")
