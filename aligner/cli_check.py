"""The command that checks translations: `aligner check`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from aligner import cli_large, cli_run
from aligner.cli_options import checking, gate, output, reading, settings_of
from aligner.cli_output import outputs_of, show
from aligner.errors import ConfigError
from aligner.model import Lang, Result
from aligner.settings import Settings


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@reading
@checking
@gate
@output
@click.option("--reference", multiple=True, metavar="FILE", help="A reference translation, for scores; repeatable.")
@click.option("--format", "form", metavar="NAME", help="Format on the screen [default: console].")
@click.option("--findings-only/--all-pairs", default=None, help="Show the pairs that have findings, or all.")
@click.option("--sort", type=click.Choice(["text", "risk"]), default="text", help="Order of the pairs [default: text].")
@click.option("--lang", type=click.Choice(["en", "zh"]), help="Language of the HTML report [default: en].")
@click.option("--no-baseline", is_flag=True, help="Let known findings count.")
@click.option("--demo", is_flag=True, help="Check the example that comes with aligner; exits with 0.")
def check(paths: tuple[str, ...], outputs: tuple[str, ...], *, demo: bool, no_baseline: bool, **options: Any) -> int:
    """Check translations in files or folders.

    Two files are a text and its translation, one file holds both languages, and - is standard input. In folders, and
    in lists of more files, the translation of a text is found by its name.
    """
    from aligner import reports
    from aligner.gate import verdict

    findings_only, asked = options.pop("findings_only"), options.pop("by_pattern")
    options["format"], by_risk = options.pop("form"), options.pop("sort") == "risk"
    if demo:
        options["no_config"] = True
    settings = settings_of(options)
    lang: Lang = settings.value("lang", "en")
    report, writers = reports.find(settings.value("format", "console")), outputs_of(outputs, paths)
    entries = () if demo or no_baseline else cli_run.known_entries(settings)
    if not (demo or asked) and cli_large.applies(paths, settings):
        look = reports.RenderOptions(findings_only=findings_only is not False, lang=lang, by_risk=by_risk)
        return cli_large.check(paths[0], settings, cli_large.Reports(report, writers, look), entries)
    if demo:
        found = cli_run.named_files(_example(paths), settings)
    else:
        found = cli_run.results(paths, settings, asked=asked, but=[writer.path for writer in writers])
    results = cli_run.decided(found, settings, entries)
    outputs_of(outputs, _precious(results, settings))
    if findings_only is None:
        findings_only = len(results) > 1
    look = reports.RenderOptions(results[0].document.first, findings_only, lang=lang, by_risk=by_risk)
    shown = show(results, report, writers, look)
    if not shown.for_people:
        cli_run.tell_unchecked(results)
        cli_run.tell_breaches(results)
    return 0 if demo else verdict(results)


def _example(paths: Sequence[str]) -> tuple[str, ...]:
    from aligner import examples

    if paths:
        raise ConfigError("--demo checks the example of aligner's own", "leave out the file, or --demo")
    return examples.paths()


def _precious(results: Sequence[Result], settings: Settings) -> list[str]:
    """Return the files that no report may take the place of."""
    documents = (result.document for result in results)
    texts = [path for document in documents for path in (document.source_path, document.target_path) if path]
    return [*texts, str(settings.baseline), *([str(settings.file.path)] if settings.file else [])]
