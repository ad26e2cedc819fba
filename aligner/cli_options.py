"""The options that several commands have, and the settings that they come to."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import click

from aligner import registry, selection
from aligner.config import COLUMNS
from aligner.errors import ConfigError
from aligner.model import SEVERITIES
from aligner.settings import Settings, load
from aligner.text.decoding import ENCODINGS, is_encoding

Command = TypeVar("Command", bound=Callable[..., Any])

_READING = (
    click.option("--source", type=click.Choice(["en", "zh"]), help="Language translated from [default: the first]."),
    click.option("--encoding", metavar="NAME", help="Encoding of the input [default: found]."),
    click.option("--sentences", is_flag=True, help="Each line is one segment, as it stands."),
    click.option("--format-in", metavar="NAME", help="Format of the input [default: found]."),
    click.option(
        "--changes",
        type=click.Choice(["accepted", "rejected"]),
        help="How tracked changes of Word are read [default: accepted].",
    ),
    click.option("--realign", is_flag=True, help="Pair anew what came paired, as CAT files do."),
    click.option("--columns", metavar="LIST", help="Columns of a table, as en=English,zh=3; also doc= and id=."),
    click.option("--glossary", "glossaries", multiple=True, metavar="FILE", help="A glossary of yours; repeatable."),
    click.option("--no-own-glossaries", is_flag=True, help="Leave out the glossaries that come with aligner."),
    click.option("--domain", "domains", multiple=True, metavar="NAME", help="Only terms of it; repeatable."),
    click.option("--lexicon", "lexicons", multiple=True, metavar="FILE", help="A lexicon of yours; repeatable."),
    click.option("--method", metavar="NAME", help="Alignment method [default: lexical]."),
    click.option("--model", metavar="NAME", help="Sentence encoder of the method vectors: a folder or a name."),
    click.option("--download", is_flag=True, help="Fetch the model where it is not on this machine."),
    click.option("--device", metavar="NAME", help="Where models run, as cpu or cuda [default: the best there is]."),
    click.option(
        "--batch-size", type=click.IntRange(min=1), metavar="N", help="Texts a model takes at once [default: 32]."
    ),
    click.option("--anchors", metavar="FILE", help="Pairs to keep: a bead, or two numbers with a tab, a line."),
    click.option(
        "--min-confidence", type=click.FloatRange(0, 1), metavar="X", help="Mark pairs less sure than X, 0 to 1."
    ),
    click.option("--config", "config_file", metavar="FILE", help="The configuration file [default: found]."),
    click.option("--no-config", is_flag=True, help="Use no configuration file."),
)
_CHECKING = (
    click.option(
        "--score", "score_models", multiple=True, metavar="NAME=MODEL", help="A score with its model; repeatable."
    ),
    click.option("--select", multiple=True, metavar="RULES", help="Only these rules: ids or prefixes, with commas."),
    click.option("--ignore", multiple=True, metavar="RULES", help="Not these rules."),
    click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave out files in folders; repeatable."),
    click.option("--by-pattern", is_flag=True, help="Find each file's translation by its name, even for few files."),
    click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes [default: as is worthwhile]."),
    click.option("--baseline", metavar="FILE", help="The known findings [default: aligner-baseline.json]."),
)
_GATE = click.option("--fail-on", type=click.Choice([*SEVERITIES, "never"]), help="Gate [default: major].")
_OWN = frozenset({"download", "anchors", "reference"})  # of the command line alone, and named as in Config
_LISTS = frozenset({"select", "ignore"})


def reading(command: Command) -> Command:
    """Add the options that say how the input is read and paired."""
    return _with(_READING, command)


def checking(command: Command) -> Command:
    """Add those that say what is checked, and what is known."""
    return _with(_CHECKING, command)


def gate(command: Command) -> Command:
    """Add the option that says what fails."""
    return _GATE(command)


def output(command: Command) -> Command:
    """Add the option for reports in files."""
    add = click.option("-o", "outputs", multiple=True, metavar="[FORMAT=]PATH", help="Write a report; repeatable.")
    return add(command)


def _with(options: Sequence[Callable[[Command], Command]], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def settings_of(options: Mapping[str, Any]) -> Settings:
    """Return the settings of a run: what was given on the command line, on top of the configuration file.

    Raises:
        ConfigError: the file, or an option, has a value it cannot have.
    """
    told: dict[str, Any] = {}
    for name, value in options.items():
        if value is None or value == () or value is False or name in ("config_file", "no_config", "by_pattern"):
            continue
        if name == "no_own_glossaries":
            told["own-glossaries"] = False
        elif name == "score_models":
            told["score-models"] = tuple(map(_score_model, value))
        elif name in _LISTS:
            told[name] = tuple(item for part in value for item in part.split(",") if item)
            for item in told[name]:
                selection.named(selection.rules(), item)
        else:
            told[name if name in _OWN else name.replace("_", "-")] = value
    if "columns" in told:
        told["columns"] = _columns(told["columns"])
    if "format-in" in told:
        registry.find("aligner.readers", "READER", told["format-in"])
    if "method" in told:
        registry.find("aligner.alignment.methods", "METHOD", told["method"])
    if "encoding" in told and not is_encoding(told["encoding"]):
        raise ConfigError(f"unknown encoding '{told['encoding']}'", ENCODINGS)
    return load(told, options.get("config_file"), search=not options.get("no_config"))


def _columns(text: str) -> tuple[tuple[str, str], ...]:
    """Read what follows --columns; a column's name may hold a comma.

    >>> _columns("en=English, final,zh=3")
    (('en', 'English, final'), ('zh', '3'))

    Raises:
        ConfigError: it names no columns, or one for what no column is for.
    """
    found = [part.partition("=") for part in re.split(rf",\s*(?=(?:{'|'.join(COLUMNS)})=)", text)]
    for role, _, column in found:
        if role.strip() not in COLUMNS or not column.strip():
            raise ConfigError(f"--columns {text}: cannot be read", "write it as en=English,zh=中文, or with numbers")
    if len({role.strip() for role, _, _ in found}) < len(found):
        raise ConfigError(f"--columns {text}: names a column twice", "name each once")
    return tuple((role.strip(), column.strip()) for role, _, column in found)


def _score_model(told: str) -> tuple[str, str]:
    name, _, model = told.partition("=")
    registry.find("aligner.scores", "SCORE", name)
    if not model:
        raise ConfigError(f"--score {told}: names no model", f"write --score {name}=MODEL, a folder or a name")
    return name, model


def notify(message: str) -> None:
    """Say something in one line on standard error."""
    click.echo(f"aligner: {' '.join(message.split())}", err=True)
