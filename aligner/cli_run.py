"""From paths and settings to decided results: what `check` and `baseline` share."""

from __future__ import annotations

import os
import sys
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from aligner import globs
from aligner.cli_options import notify
from aligner.cli_output import read, warn
from aligner.cli_progress import bar
from aligner.errors import ConfigError, InputError
from aligner.model import Result
from aligner.settings import Settings

if TYPE_CHECKING:
    from aligner import baseline, discovery

_MOST_OTHERS = 5  # files of a folder that are named where they are not checked


def results(
    paths: Sequence[str], settings: Settings, *, asked: bool, needed: bool = True, but: Iterable[str] = ()
) -> list[Result]:
    """Check what is named, else what the configuration names.

    Files are found by their names in folders, in lists of more than two, and where that is `asked` for; else one or
    two files are a document, and what is wrong with it is an error, save where each holds both languages. That a folder
    holds none is one where they are `needed`. The files `but` are none of a folder's: reports that are to be written.

    Raises:
        ConfigError: nothing is named. InputError: a path does not exist, or there is nothing to check.
    """
    settings.require_files()
    named = tuple(paths) or tuple(settings.value("paths", ()))
    if not named:
        raise ConfigError(
            "no file is named", "name texts or a folder, - for standard input, or set `paths` in aligner.toml"
        )
    if asked or not paths or len(named) > 2 or any(Path(path).is_dir() for path in named) or _are_drafts(named):
        return _in_folders(named, settings, needed=needed, but=but)
    try:
        return named_files(named, settings)
    except InputError:
        if not _are_translations(named, settings):
            raise
    return _in_folders(named, settings, needed=needed, but=but)


def _are_drafts(paths: Sequence[str]) -> bool:
    """Say whether two files are two translations, each beside its source."""
    from aligner import readers

    return len(paths) == 2 and {Path(path).suffix.lower() for path in paths} <= readers.drafts()


def _are_translations(paths: Sequence[str], settings: Settings) -> bool:
    """Say whether two files hold both languages each."""
    from aligner import readers

    return len(paths) == 2 and not any(readers.lacks(path, settings.config(path)) for path in paths)


def named_files(paths: Sequence[str], settings: Settings) -> list[Result]:
    """Check what one file or two hold, which is a document, or several in a format for that.

    Raises:
        InputError: a file cannot be read.
    """
    from aligner.pipeline import Pipeline

    config = settings.config(*paths)
    documents = read(paths, config)
    if len(paths) == 1 and documents[0].links is None and (other := _partner(paths[0], settings)):
        notify(
            f"warning: {paths[0]}: was read as a page of both languages, without {other}; name both to check the two"
        )
    with bar() as progress:
        pipeline = Pipeline(config, notify, progress)
        found = [pipeline.check(document) for document in documents]
    for document in documents:
        warn(document)
    return found


def _partner(path: str, settings: Settings) -> str | None:
    """Return the file that a lone one belongs with by its name, None where there is none."""
    from aligner import discovery, readers

    if not Path(path).is_file():
        return None
    search = discovery.Search(settings.patterns, (), settings.root, readers.extensions(), readers.drafts())
    names = next(iter(discovery.find([path], search).documents), (path,))
    return next((name for name in names if not Path(name).samefile(path)), None)


def _in_folders(paths: Sequence[str], settings: Settings, *, needed: bool, but: Iterable[str] = ()) -> list[Result]:
    """Check every translation that is found; what is not checked is a result, too.

    Raises:
        InputError: a path does not exist, or there is nothing to check. ConfigError: an option is for one document.
    """
    from aligner import batch, discovery, readers

    for option in ("anchors", "reference"):
        if option in settings.told:
            raise ConfigError(f"--{option} belongs to one document", "name its text and its translation")
    search = discovery.Search(
        settings.patterns, settings.value("exclude", ()), settings.root, readers.extensions(), readers.drafts(),
        None if settings.value("files") else partial(_lacks, settings=settings, but={os.path.realpath(p) for p in but}),
        lambda path: readers.lang_of(path, settings.config(path)),
    )  # fmt: skip
    found = discovery.find(paths, search)
    looked = f"looked for {discovery.describe(search.patterns)}"
    if needed and not found.documents:
        where, reason = _nothing(found, paths)
        raise InputError(f"{where}: {reason}", looked)
    jobs = [batch.Job(names, settings.config(*names)) for names in found.documents]
    workers = batch.processes(len(jobs), settings.value("jobs"))
    done = list(_with_progress(batch.run(jobs, workers, notify), len(jobs)))
    for result in done:
        warn(result.document)
    done += [batch.unchecked([path], f"has no partner {other}", failed=False) for path, other in found.alone]
    done += [batch.unchecked([path], "holds no translation", failed=False) for path in found.empty]
    done += [batch.unchecked([folder], why, failed=False) for folder, why in _others(found)]
    for path, why in found.unmatched:
        done += [batch.unchecked([path], f"{_unfit(why)}; {looked}", failed=True)]
    done += [batch.unchecked([path], f"cannot be read ({why})", failed=True) for path, why in found.unreadable]
    return done


def _nothing(found: discovery.Found, paths: Sequence[str]) -> tuple[str, str]:
    """Say where there is nothing to check, and why."""
    for path, why in found.unreadable:
        return path, f"cannot be read ({why})"
    for path, why in found.unmatched:
        return path, _unfit(why)
    for path, other in found.alone:
        more = f", and {len(found.alone) - 1} more without one" if len(found.alone) > 1 else ""
        return path, f"nothing was checked: it has no partner {other}{more}"
    told = "; ".join(why for _, why in _others(found))
    return ", ".join(paths), f"holds no translation{': ' * bool(told)}{told}"


def _unfit(why: str) -> str:
    return f"fits no pattern{' and ' * bool(why)}{why}"


def _others(found: discovery.Found) -> Iterator[tuple[str, str]]:
    """Yield the folders that hold files which are no translations, with the first of these."""
    for folder in dict.fromkeys(folder for _, folder, _ in found.others):
        own = [(path, why) for path, among, why in found.others if among == folder]
        listed = ", ".join(f"{os.path.relpath(path, folder)} ({why})" for path, why in own[:_MOST_OTHERS])
        more = f" and {len(own) - _MOST_OTHERS} more" if len(own) > _MOST_OTHERS else ""
        yield folder, f"without a translation: {listed}{more}"


def _lacks(path: str, settings: Settings, but: Container[str]) -> str:
    """Say why a file of a folder is no translation by itself; empty where it is one."""
    from aligner import readers

    if os.path.realpath(path) in but:
        return "a report that is being written"
    config = settings.config(path)
    if os.path.realpath(path) in map(os.path.realpath, config.glossaries):
        return "a glossary"
    return readers.lacks(path, config)


def _with_progress(results: Iterator[Result], total: int) -> Iterator[Result]:
    """Show a bar on a terminal while several documents are checked."""
    if total < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    first = next(results)  # the processes are forked before the thread of the bar is there
    yield from track(chain([first], results), "checking", total, transient=True, console=Console(stderr=True))


def decided(results: Sequence[Result], settings: Settings, entries: Sequence[baseline.Entry] = ()) -> list[Result]:
    """Mark the findings that are known, `entries` of a baseline among them, and say which thresholds are not met.

    Raises:
        ConfigError: a threshold names what does not exist.
    """
    from aligner import gate

    known = _marked(results, settings, entries) if entries or settings.ignored else results
    return [gate.judged(result, result.config) if result.config else result for result in known]


def _marked(results: Sequence[Result], settings: Settings, entries: Sequence[baseline.Entry]) -> list[Result]:
    """Mark the findings that are known, and say which entries have no use any more."""
    from aligner import baseline

    entries = following_moves(results, settings, entries)
    by_path: dict[str, dict[str, baseline.Entry]] = {}
    for entry in entries:
        by_path.setdefault(entry.path, {})[entry.fingerprint] = entry
    marked, where = [], where_in_baseline(settings)
    for result in results:
        known = by_path.get(where(result), {})
        marked.append(baseline.marked(result, known, settings.ignored, pattern_path(result, settings)))
    tell_stale(marked, settings, entries)
    return marked


def known_entries(settings: Settings, *, needed: bool = False) -> Sequence[baseline.Entry]:
    """Return the entries of the baseline; a file that nobody named need not be there."""
    place = settings.baseline
    if not (needed or settings.value("baseline") or place.exists()):
        return ()
    from aligner import baseline

    return baseline.read(place)


def where_in_baseline(settings: Settings) -> baseline.Where:
    """Return what gives the path of a translation as the baseline writes it: from the baseline's folder."""
    folder = settings.baseline.parent.resolve()
    return lambda result: globs.relative(result.document.path_of("target"), folder)


def pattern_path(result: Result, settings: Settings) -> str:
    """Return the path of a translation as the patterns of the configuration see it."""
    return globs.relative(result.document.path_of("target"), settings.root)


def following_moves(
    results: Sequence[Result], settings: Settings, entries: Sequence[baseline.Entry]
) -> tuple[baseline.Entry, ...]:
    """Return the entries of the baseline under the paths that their files have now, and say which ones moved."""
    from aligner import baseline

    folder = settings.baseline.parent.resolve()
    moves = baseline.moves(entries, results, where_in_baseline(settings), folder)
    for old, new in moves.items():
        notify(f"{new}: moved from {old}, whose known findings stay known")
    return baseline.moved(entries, moves)


def tell_stale(results: Sequence[Result], settings: Settings, entries: Sequence[baseline.Entry]) -> None:
    """Name the entries of the baseline and of the configuration that have no use any more."""
    from aligner import baseline

    place = os.path.relpath(settings.baseline)
    if stale := baseline.stale(entries, results, where_in_baseline(settings)):
        many = f"{len(stale)} findings are" if len(stale) > 1 else "1 finding is"
        notify(f"warning: {place}: {many} not there any more; aligner baseline prune tidies up")
    if lost := baseline.lost(entries, settings.baseline.parent.resolve()):
        files = ", ".join(sorted({entry.path for entry in lost}))
        notify(f"warning: {place}: has findings of files that are not there: {files}; aligner baseline prune --gone")
    for entry in baseline.unused(settings.ignored, results, lambda result: pattern_path(result, settings)):
        notify(f"warning: {settings.place_of_ignored(entry)}: nothing is left to ignore: {entry}")


def tell_unchecked(results: Sequence[Result]) -> None:
    """Name what was not checked because it broke, or has no partner."""
    from aligner import reports

    for result in results:
        for skipped in result.skipped:
            if skipped.failed or not result.pairs:
                notify(f"{reports.file_of(skipped, result)}: not checked: {reports.reason(skipped, result)}")


def tell_breaches(results: Sequence[Result]) -> None:
    """Name the thresholds that are not met."""
    for result in results:
        for breach in result.breaches:
            notify(f"{result.document.path_of('target')}: threshold: {breach}")
