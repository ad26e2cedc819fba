"""The command line: parse, call, print, exit code.

0: nothing at or above the gate. 1: something is. 2: the user's or the input's fault, said in one line.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import click

from aligner import registry
from aligner.config import Config
from aligner.errors import AlignerError, ConfigError, OutputError
from aligner.model import SEVERITIES, Document, Pair, Result, Skipped
from aligner.version import __version__

_PAIR_FORMATS = ("tsv", "json", "beads")
_MOST_DOUBTFUL = 20  # pairs named in a warning
_Command = TypeVar("_Command", bound=Callable[..., Any])


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code; errors are one line on standard error."""
    sys.exit(run(args))


def run(args: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    try:
        code = _group.main(args=None if args is None else list(args), prog_name="aligner", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 2
    except click.ClickException as error:
        return _fail(error.format_message())
    except AlignerError as error:
        return _fail(str(error))
    except (KeyboardInterrupt, click.Abort):
        return _fail("interrupted", code=130)
    except MemoryError:
        return _fail("not enough memory for this input; cut it into smaller files")
    except Exception as error:
        if os.environ.get("ALIGNER_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        return _fail(f"this is a fault of aligner's own ({what}); run it with ALIGNER_DEBUG=1 and report what it shows")
    return code if isinstance(code, int) else 0


def _fail(message: str, code: int = 2) -> int:
    click.echo(f"aligner: {' '.join(message.split())}", err=True)
    return code


def _notify(message: str) -> None:
    click.echo(f"aligner: {message}", err=True)


class _Group(click.Group):
    """A group that imports the commands of other files only when they are called."""

    _elsewhere: ClassVar = {"lexicon": "aligner.cli_lexicon", "terms": "aligner.cli_terms"}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *self._elsewhere])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if place := self._elsewhere.get(cmd_name):
            command: click.Command = importlib.import_module(place).group
            return command
        return super().get_command(ctx, cmd_name)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="aligner %(version)s")
def _group() -> None:
    """Pair English and Chinese sentences, check the medical terms, report what does not match."""


def _reading(command: _Command) -> _Command:
    """Add the options that say how the input is read and paired."""
    options = (
        click.argument("paths", nargs=-1, metavar="[PATH [PATH2]]"),
        click.option(
            "--source", type=click.Choice(["en", "zh"]), help="Language translated from [default: the first]."
        ),
        click.option("--encoding", metavar="NAME", help="Encoding of the input [default: found]."),
        click.option("--sentences", is_flag=True, help="Each line is one segment, as it stands."),
        click.option(
            "--glossary", "glossaries", multiple=True, metavar="FILE", help="A glossary of yours; repeatable."
        ),
        click.option("--no-own-glossaries", is_flag=True, help="Leave out the glossaries that come with aligner."),
        click.option("--domain", "domains", multiple=True, metavar="NAME", help="Only terms of it; repeatable."),
        click.option("--lexicon", "lexicons", multiple=True, metavar="FILE", help="A lexicon of yours; repeatable."),
        click.option("--method", default="lexical", show_default=True, metavar="NAME", help="Alignment method."),
        click.option("--model", metavar="NAME", help="Sentence encoder of the method vectors: a folder or a name."),
        click.option("--download", is_flag=True, help="Fetch the model where it is not on this machine."),
        click.option("--anchors", metavar="FILE", help="Pairs to keep: a bead, or two numbers with a tab, a line."),
        click.option(
            "--min-confidence", type=click.FloatRange(0, 1), metavar="X", help="Mark pairs less sure than X, 0 to 1."
        ),
        click.option("-o", "outputs", multiple=True, metavar="[FORMAT=]PATH", help="Write a report; repeatable."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@_group.command("check")
@_reading
@click.option("--fail-on", type=click.Choice([*SEVERITIES, "never"]), default="major", show_default=True, help="Gate.")
@click.option("--reference", metavar="FILE", help="A reference translation, for BLEU and chrF.")
@click.option("--format", "form", default="console", show_default=True, metavar="NAME", help="Format on the screen.")
@click.option("--findings-only", is_flag=True, help="Show only the pairs that have findings.")
@click.option("--demo", is_flag=True, help="Check the example that comes with aligner; exits with 0.")
def _check(paths: tuple[str, ...], form: str, outputs: tuple[str, ...], **options: Any) -> int:
    """Check a translation: two text files, or one that holds both languages, or - for standard input."""
    from aligner import reports
    from aligner.pipeline import Pipeline

    demo, findings_only = options.pop("demo"), options.pop("findings_only")
    config = _config(options)
    report, writers = reports.find(form), _outputs(outputs, paths)
    document = _demo(paths, config) if demo else _read(paths, config)
    result = Pipeline(config, _notify).check(document)
    _warn(document)
    _write(result, report, writers, findings_only=findings_only)
    return 0 if demo else _gate(result, config)


@_group.command("align")
@_reading
@click.option("--format", "form", default="tsv", show_default=True, metavar="NAME", help="tsv, json or beads.")
def _align(paths: tuple[str, ...], form: str, outputs: tuple[str, ...], **options: Any) -> int:
    """Pair the sentences of two text files, or of one that holds both languages; nothing is checked."""
    from aligner import reports
    from aligner.pipeline import Pipeline

    config = _config(options)
    if form not in _PAIR_FORMATS:
        raise ConfigError(f"align cannot write '{form}'", f"it writes {', '.join(_PAIR_FORMATS)}; check writes reports")
    report, writers = reports.find(form), _outputs(outputs, paths)
    document = _read(paths, config)
    pipeline = Pipeline(config, _notify)
    pairs = pipeline.align(document)
    _warn(document)
    if not pipeline.related(pairs):
        _notify("warning: these texts do not look like translations of each other")
    if config.min_confidence is not None:
        _tell_doubtful(pairs, config.min_confidence)
    unchecked = (Skipped("all checks", "align pairs the sentences and checks nothing"),)
    _write(Result(document, pairs, skipped=unchecked, config=config, version=__version__), report, writers)
    return 0


def _tell_doubtful(pairs: Sequence[Pair], limit: float) -> None:
    """Name the pairs that are less sure; what is written out holds their scores anyhow."""
    doubtful = [str(pair.id) for pair in pairs if pair.source and pair.target and pair.score < limit]
    if doubtful:
        shown = ", ".join(doubtful[:_MOST_DOUBTFUL]) + (", ..." if len(doubtful) > _MOST_DOUBTFUL else "")
        _notify(f"warning: confidence below {limit:g} in {len(doubtful)} of {len(pairs)} pairs: {shown}")


@_group.command("rules")
@click.argument("rule_id", required=False, metavar="[ID]")
def _rules(rule_id: str | None) -> int:
    """List the rules, or show the page of one."""
    rules = registry.load("aligner.checks", "RULE")
    if rule_id is None:
        width = max(len(rule.id) for rule in rules)
        for rule in rules:
            click.echo(f"{rule.id:{width}}  {rule.severity:7}  {rule.title}")
        return 0
    rule = next((rule for rule in rules if rule.id == rule_id), None)
    if rule is None:
        raise registry.unknown("rule", rule_id, [rule.id for rule in rules])
    click.echo(_page(rule))
    return 0


def _page(rule: Any) -> str:
    """Return a rule's manual page: its facts, the docstring of its file, its examples, its measured figures."""
    from aligner.checks import measured

    manual = (sys.modules[rule.check.__module__].__doc__ or "").strip()
    lines = [f"{rule.id}: {rule.title}", f"{rule.category}, {rule.severity}, scope: {rule.scope}", "", manual]
    for heading, examples in (("Reported", rule.bad), ("Not reported", rule.good)):
        lines += ["", heading]
        for example in examples:
            shown = [f"    {line or '(nothing)'}" for line in (example.source, example.target)]
            lines += [line.replace("\n", "\n    ") for line in shown] + [""]
        lines.pop()
    if figures := measured(rule.id):
        lines += ["", "Measured", *(f"    {figure}" for figure in figures)]
    return "\n".join([*lines, "", f"Source: {rule.source}"] if rule.source else lines)


def _config(options: dict[str, Any]) -> Config:
    own = not options.pop("no_own_glossaries")
    registry.find("aligner.alignment.methods", "METHOD", options["method"])
    return Config(own_glossaries=own, **options)


def _read(paths: tuple[str, ...], config: Config) -> Document:
    from aligner import readers

    if not 1 <= len(paths) <= 2:
        given = "no file is named" if not paths else f"{len(paths)} files are named"
        raise ConfigError(given, "name two text files, one file that holds both languages, or - for standard input")
    return readers.read(paths[0], paths[1] if len(paths) > 1 else None, config)


def _demo(paths: tuple[str, ...], config: Config) -> Document:
    from aligner import examples, readers

    if paths:
        raise ConfigError("--demo checks the example of aligner's own", "leave out the file, or --demo")
    return readers.read(*examples.paths(), config)


def _warn(document: Document) -> None:
    for warning in document.warnings:
        _notify(f"warning: {warning}")


def _write(result: Result, report: Any, outputs: Sequence[Any], *, findings_only: bool = False) -> None:
    """Write the report files, then show the report on the screen, unless one of them is to go there."""
    from aligner import reports

    options = reports.RenderOptions(first_side=result.document.first, findings_only=findings_only)
    screen = report
    for output in outputs:
        if output.path == "-":
            screen = output.report
        else:
            reports.to_file(output.path, output.report.render([result], options))
    if sys.stdout is None:
        raise OutputError("standard output: is closed", "open it, or write to a file with -o")
    reports.to_stream(screen.render([result], reports.for_stream(options, sys.stdout)), sys.stdout)


def _outputs(arguments: Sequence[str], paths: Sequence[str]) -> list[Any]:
    """Read what follows -o; a report must not take the place of a text that it is about."""
    from aligner import reports

    outputs = [reports.parse(argument) for argument in arguments]
    for output in outputs:
        for path in paths:
            if Path(output.path).exists() and Path(path).exists() and Path(output.path).samefile(path):
                raise ConfigError(f"-o {output.path}: is a text to be read", "name another file for the report")
    return outputs


def _gate(result: Result, config: Config) -> int:
    if config.fail_on == "never":
        return 0
    gate = SEVERITIES.index(config.fail_on)
    return int(any(SEVERITIES.index(finding.severity) >= gate for finding in result.findings))
