"""The commands about known findings: write, import, show and prune the baseline."""

from __future__ import annotations

import contextlib
import datetime
import getpass
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from aligner import baseline, cli_run, globs
from aligner.cli_group import Group
from aligner.cli_options import checking, notify, reading, settings_of
from aligner.errors import InputError
from aligner.model import Known, Result
from aligner.settings import Settings


@click.group("baseline", cls=Group)
def group() -> None:
    """Known findings, so that only new ones fail."""


@group.command("write")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@reading
@checking
@click.option("--reason", required=True, metavar="TEXT", help="Why these findings are to stay; for the new ones.")
@click.option("--author", metavar="NAME", help="Who says so [default: git's user.name, or the login].")
def _write(paths: tuple[str, ...], reason: str, author: str | None, **options: Any) -> int:
    """Add the findings of a check to the baseline.

    What is in it already keeps its reason, author and date.
    """
    if not reason.strip():
        raise click.UsageError("--reason is empty: say why these findings are to stay")
    settings, results = _checked(paths, options)
    written = cli_run.known_entries(settings) if settings.baseline.exists() else ()
    entries = {entry.key: entry for entry in cli_run.following_moves(results, settings, written)}
    before = len(entries)
    decision = Known("baseline", reason.strip(), author or _user(), _today())
    where = cli_run.where_in_baseline(settings)
    for result in results:
        for finding in result.counted:
            new = baseline.entry(finding, where(result), decision)
            entries.setdefault(new.key, new)
    return _saved(
        settings, list(entries.values()), results, f"{_many(len(entries) - before)} added, {before} were there"
    )


@group.command("import")
@click.argument("workbook", metavar="FILE.xlsx")
@click.option("--config", "config_file", metavar="FILE", help="The configuration file [default: found].")
@click.option("--baseline", metavar="FILE", help="The known findings [default: aligner-baseline.json].")
@click.option("--reason", default="", metavar="TEXT", help="Why a finding is to stay that has no comment.")
@click.option("--author", metavar="NAME", help="Who says so [default: git's user.name, or the login].")
def _import(workbook: str, reason: str, author: str | None, **options: Any) -> int:
    """Take over what a reviewer decided in an Excel report.

    Findings marked `keep` become known, with the comment as the reason; those marked `fix` are known no more; without
    a decision nothing changes.
    """
    from aligner import review

    settings = settings_of(options)
    entries = {entry.key: entry for entry in cli_run.known_entries(settings)}
    before = dict(entries)
    folder = settings.baseline.parent.resolve()
    author, today = author or _user(), _today()
    decisions = list(review.read(workbook))
    for decision in decisions:
        why = decision.comment or reason.strip()
        key = (globs.relative(decision.file, folder), decision.fingerprint)
        if decision.verdict == "fix":
            entries.pop(key, None)
        elif not why:
            raise InputError(f"{decision.cell}: keeps a finding without a comment", "say why there, or with --reason")
        elif key not in entries or (decision.comment and entries[key].reason != decision.comment):
            facts = (decision.rule, decision.severity, decision.message, decision.source, decision.target)
            entries[key] = baseline.Entry(*key, *facts, why, author, today)
    removed = len(before.keys() - entries.keys())
    changed = sum(before.get(key) != entry for key, entry in entries.items())
    told = f"of {len(decisions)} decided, {changed} added or changed, {removed} removed, {len(entries)} are known"
    return _saved(settings, list(entries.values()), (), told)


@group.command("show")
@click.option("--config", "config_file", metavar="FILE", help="The configuration file [default: found].")
@click.option("--baseline", metavar="FILE", help="The known findings [default: aligner-baseline.json].")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def _show(form: str, **options: Any) -> int:
    """List the known findings and their reasons."""
    from aligner import reports

    entries = cli_run.known_entries(settings_of(options), needed=True)
    if form == "json":
        reports.to_stream([baseline.text(entries)], sys.stdout)
        return 0
    lines = [line for entry in entries for line in _lines(entry)]
    reports.to_stream((f"{line}\n" for line in (*lines, _many(len(entries)))), sys.stdout)
    return 0


@group.command("prune")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@reading
@checking
@click.option("--gone", is_flag=True, help="Also remove the findings of files that are not there.")
def _prune(paths: tuple[str, ...], *, gone: bool, **options: Any) -> int:
    """Remove the entries whose finding is gone from a file that is checked.

    What was not checked stays; with --gone, that of files that are not there goes. Where a file was moved, its
    entries are written under the new path.
    """
    settings, results = _checked(paths, options, needed=False)
    entries = cli_run.following_moves(results, settings, cli_run.known_entries(settings, needed=True))
    where = cli_run.where_in_baseline(settings)
    removed = {*baseline.stale(entries, results, where)}
    if gone:
        removed |= {*baseline.lost(entries, settings.baseline.parent.resolve())}
    kept = [entry for entry in entries if entry not in removed]
    if untested := baseline.untested(kept, results, where):
        files = ", ".join(sorted({entry.path for entry in untested}))
        notify(f"{_many(len(untested))} kept, not checked: {files}")
    return _saved(settings, kept, results, f"{_many(len(removed))} removed, {len(kept)} are left")


def _checked(paths: tuple[str, ...], options: dict[str, Any], *, needed: bool = True) -> tuple[Settings, list[Result]]:
    asked = options.pop("by_pattern")
    settings = settings_of(options)
    results = cli_run.results(paths, settings, asked=asked, needed=needed)
    return settings, cli_run.decided(results, settings)


def _saved(settings: Settings, entries: Sequence[baseline.Entry], results: Sequence[Result], told: str) -> int:
    """Write the baseline, say what came of it, and return the exit code."""
    from aligner import reports

    reports.to_file(settings.baseline, [baseline.text(entries)])
    notify(f"{os.path.relpath(settings.baseline)}: {told}")
    cli_run.tell_unchecked(results)
    return 2 if any(skipped.failed for result in results for skipped in result.skipped) else 0


def _lines(entry: baseline.Entry) -> Iterator[str]:
    """Yield an entry in two lines, with what could drive a terminal made visible."""
    from aligner.reports import harmless, with_words

    decided = ", ".join(part for part in (entry.author, entry.date) if part)
    message = with_words(entry.message, (entry.source, entry.target))
    yield harmless(" ".join(f"{entry.path}: {entry.rule} {message} [{entry.severity}]".split()))
    why = " ".join(entry.reason.split()) or "no reason given"
    yield harmless(f"    {why} ({decided})" if decided else f"    {why}")


def _many(count: int) -> str:
    return f"{count} finding" if count == 1 else f"{count} findings"


def _today() -> str:
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def _user() -> str:
    """Return the name that git knows, else that of the login, else nothing."""
    with contextlib.suppress(OSError):
        done = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=False)
        if done.stdout.strip():
            return done.stdout.strip()
    with contextlib.suppress(OSError, KeyError):
        return getpass.getuser()
    return ""
