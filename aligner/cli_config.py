"""The command that shows the settings: `aligner config`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from aligner.cli_options import checking, gate, reading, settings_of
from aligner.discovery import Pattern, describe
from aligner.settings import Row, Settings


@click.command("config")
@click.argument("paths", nargs=-1, metavar="[PATH [PATH2]]")
@reading
@checking
@gate
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def config(paths: tuple[str, ...], *, as_json: bool, **options: Any) -> int:
    """Show what applies, and where from.

    With PATH it is what applies to its document. The options are those of `aligner check`, which win over the
    configuration file.
    """
    settings = settings_of(options)
    rows = list(settings.rows(*paths))
    if as_json:
        import json

        values = {row.name: {"value": _plain(row), "from": row.origin} for row in rows}
        click.echo(json.dumps(values, ensure_ascii=False, indent=2))
        return 0
    click.echo(f"configuration file: {settings.shown_file}")
    click.echo(f"rules: {_rules(settings, paths)}")
    width = max(len(row.name) for row in rows)
    shown = [(row, _shown(row)) for row in rows]
    longest = min(max(len(value) for _, value in shown), 44)
    for row, value in shown:
        click.echo(f"{row.name:{width}}  {value:{longest}}  {row.origin}".rstrip())
    for entry in settings.ignored:
        click.echo(f"findings ignored: {entry}: {entry.reason}")
    for override in settings.overrides:
        click.echo(f"overrides for {', '.join(override.paths)}: {', '.join(override.values)}")
    return 0


def _rules(settings: Settings, paths: Iterable[str]) -> str:
    from aligner import selection

    found = settings.config(*paths)
    return " ".join(rule.id for rule in selection.chosen(selection.rules(), found.select, found.ignore))


def _plain(row: Row) -> Any:
    if row.name == "files":
        return [describe([pattern]) for pattern in row.value]
    if row.name in ("columns", "severity", "min-score", "max-count", "mqm-weights"):
        return dict(row.value)
    return str(row.value) if row.name == "baseline" else row.value


def _shown(row: Row) -> str:
    """Write a value as the file would have it, as far as that is short."""
    value = _plain(row)
    if value is None:
        return "-"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return (
            ", ".join(f"{name} = {of:g}" if isinstance(of, float) else f"{name} = {of}" for name, of in value.items())
            or "-"
        )
    if isinstance(value, list | tuple):
        return ", ".join(item.page if isinstance(item, Pattern) else str(item) for item in value) or "-"
    return str(value)
