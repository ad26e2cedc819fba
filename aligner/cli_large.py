"""A file that is too large to be held: its parts flow through the check into the reports, one after the other.

What counts for a whole file counts for each part: thresholds, what stands in two ways, abbreviations. A part has a few
hundred units. The baseline is looked up for each part; that its file was moved is not noticed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from aligner import cli_run
from aligner.cli_options import notify
from aligner.cli_output import show, warn
from aligner.cli_progress import bar
from aligner.errors import ConfigError
from aligner.model import Finding, Result
from aligner.settings import Settings

if TYPE_CHECKING:
    from aligner import baseline
    from aligner.reports import Output, RenderOptions, Report


@dataclass(frozen=True, slots=True)
class Reports:
    """What is to be written: the report on the screen, those in files, and how they are to look."""

    screen: Report
    files: Sequence[Output]
    look: RenderOptions


def applies(paths: Sequence[str], settings: Settings) -> bool:
    """Say whether what is to be checked is one large file of a format that comes in parts."""
    from aligner import readers

    return len(paths) == 1 and readers.in_parts(paths[0], settings.config(*paths))


def check(path: str, settings: Settings, wanted: Reports, entries: Sequence[baseline.Entry]) -> int:
    """Check a large file and return the exit code."""
    from aligner import reports

    _require_parts(path, settings, wanted)
    screen = wanted.screen
    if wanted.files and "format" not in settings.told:
        screen = reports.find("summary")
    tally = _Tally(settings, entries, aloud=not screen.for_people)
    results = tally.counting(_results(path, settings, bare=screen.id == "summary"))
    first = next(results)
    look = replace(wanted.look, first_side=first.document.first)
    show(chain([first], results), screen, wanted.files, look)
    tally.tell_stale()
    return tally.verdict


def _require_parts(path: str, settings: Settings, wanted: Reports) -> None:
    """Say what does not go with a file in parts.

    Raises:
        ConfigError: an option needs the whole.
    """
    for option in ("anchors", "reference"):
        if option in settings.told:
            raise ConfigError(f"--{option} needs the whole of a text, and {path} is checked in parts", "leave it out")
    held = [report.id for report in (wanted.screen, *(o.report for o in wanted.files)) if not report.streams]
    if held:
        size = Path(path).stat().st_size >> 20
        notify(
            f"warning: {path}: has {size} MB, and {' and '.join(held)} holds all of it in memory until the end;"
            " jsonl, tsv and sarif are written as it is read"
        )


def _results(path: str, settings: Settings, *, bare: bool) -> Iterator[Result]:
    """Check the parts; a bar shows how far the file is read, unless the terminal shows a report meanwhile."""
    from aligner import batch, readers

    config = settings.config(path)
    workers = batch.processes(sys.maxsize, settings.value("jobs"))
    warned: set[str] = set()
    with bar() as progress:
        shown = bare or sys.stdout is None or not sys.stdout.isatty()
        read = (lambda share: progress("checking", share)) if shown else (lambda share: None)
        for result in batch.run_parts(readers.stream(path, None, config, read), config, workers, notify):
            warn(replace(result.document, warnings=tuple(w for w in result.document.warnings if w not in warned)))
            warned.update(result.document.warnings)
            yield result


class _Tally:
    """What is to be said of all parts at the end; holds no part. `aloud` names what no report on the screen does."""

    def __init__(self, settings: Settings, entries: Sequence[baseline.Entry], *, aloud: bool) -> None:
        self.verdict = 0
        self._settings, self._entries, self._aloud = settings, entries, aloud
        self._known: dict[str, Finding] = {}
        self._last: Result | None = None

    def counting(self, results: Iterator[Result]) -> Iterator[Result]:
        """Yield the parts with what is known marked and thresholds judged."""
        from aligner import baseline, gate

        where = cli_run.where_in_baseline(self._settings)
        for result in results:
            own = {entry.fingerprint: entry for entry in self._entries if entry.path == where(result)}
            ignored = self._settings.ignored
            marked = baseline.marked(result, own, ignored, cli_run.pattern_path(result, self._settings))
            judged = gate.judged(marked, marked.config)
            self._known |= {finding.fingerprint: finding for finding in judged.findings if finding.known}
            self._last = replace(judged, pairs=judged.pairs[:1], matches=(), findings=(), abbreviations=())
            self.verdict = max(self.verdict, gate.verdict([judged]))
            if self._aloud:
                cli_run.tell_unchecked([judged])
                cli_run.tell_breaches([judged])
            yield judged

    def tell_stale(self) -> None:
        """Name the entries of the baseline and of the configuration that no part has any more."""
        if self._last:
            whole = replace(self._last, findings=tuple(self._known.values()))
            cli_run.tell_stale([whole], self._settings, self._entries)
