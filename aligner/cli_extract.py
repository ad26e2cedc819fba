"""The command that finds term candidates in bilingual text: `aligner terms extract`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from aligner.config import Config
from aligner.errors import InputError

if TYPE_CHECKING:
    from aligner.pipeline import Pipeline

_MEMORIES = (".tsv", ".tmx")


@click.command("extract")
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@click.option("-o", "output", metavar="FILE", default="-", help="Where the glossary is written [default: the screen].")
@click.option(
    "--min-count", type=click.IntRange(min=2), default=2, show_default=True, help="Pairs that must hold a term."
)
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the N best.")
@click.option("--domain", default="", metavar="NAME", help="Written into the column domain.")
@click.option("--encoding", metavar="NAME", help="Encoding of text files [default: found].")
@click.option("--sentences", is_flag=True, help="Each line of a text file is one segment, as it stands.")
@click.option("--glossary", "glossaries", multiple=True, metavar="FILE", help="Leave out its terms too; repeatable.")
@click.option("--no-own-glossaries", is_flag=True, help="Do not leave out the terms of aligner's glossaries.")
@click.option("--lexicon", "lexicons", multiple=True, metavar="FILE", help="A lexicon of yours; repeatable.")
def extract(files: tuple[str, ...], output: str, min_count: int, top: int | None, domain: str, **options: Any) -> int:
    """Find the terms of your translations, as a glossary to be edited.

    FILES are sentence pairs (TSV or TMX, also gzipped), pages that hold both languages, or an English and a Chinese
    text one after the other. The best candidates come first; terms that the glossaries have are left out. Read them,
    strike out what is wrong, and use the rest with `aligner check --glossary FILE`.
    """
    from aligner import reports
    from aligner.glossary import extraction
    from aligner.pipeline import Pipeline

    own = not options.pop("no_own_glossaries")
    pipeline = Pipeline(Config(own_glossaries=own, **options), _notify)
    pairs = list(_pairs(files, pipeline))
    wanted = extraction.Options(least=min_count, top=top or 0)
    found = extraction.extract(pairs, pipeline.lexicon, pipeline.terms, wanted)
    if len(pairs) > wanted.most_pairs:
        _notify(f"warning: {len(pairs)} sentence pairs are many; a sample of {wanted.most_pairs} was used")
    lines = extraction.to_csv(found, domain)
    if output == "-":
        reports.to_stream(lines, sys.stdout)
    else:
        reports.to_file(output, lines)
    _notify(f"{len(found)} candidates from {len(pairs)} sentence pairs")
    return 0


def _pairs(files: Sequence[str], pipeline: Pipeline) -> Iterator[tuple[str, str]]:
    """Yield the (English, Chinese) sentence pairs of the files; a text of one language goes with the next one."""
    from aligner import readers
    from aligner.lexicon import memory

    waiting = list(files)
    while waiting:
        name = waiting.pop(0)
        if _is_memory(name):
            yield from memory.pairs(name)
            continue
        try:
            document = readers.read(name, None, pipeline.config)
        except InputError:
            if not waiting or _is_memory(waiting[0]):
                raise
            document = readers.read(name, waiting.pop(0), pipeline.config)
        for warning in document.warnings:
            _notify(f"warning: {warning}")
        for pair in pipeline.settled(document)[1]:
            if pair.source and pair.target:
                sides = pair.source_text, pair.target_text
                yield sides if document.source_lang == "en" else (sides[1], sides[0])


def _is_memory(name: str) -> bool:
    return name.lower().removesuffix(".gz").endswith(_MEMORIES)


def _notify(message: str) -> None:
    click.echo(f"aligner: {message}", err=True)
