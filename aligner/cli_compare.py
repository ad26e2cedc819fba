"""The command that sets several translations of one source side by side: `aligner compare`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from aligner.cli_options import notify, settings_of
from aligner.version import __version__

if TYPE_CHECKING:
    from aligner.comparison import Comparison, System
    from aligner.model import Score

_TESTS = {"bs": "paired bootstrap resampling", "ar": "approximate randomisation"}
_GAP = 2


@click.command("compare")
@click.argument("source")
@click.argument("translations", nargs=-1, required=True, metavar="TRANSLATION...")
@click.option("--reference", multiple=True, metavar="FILE", help="A reference translation; repeatable.")
@click.option("--test", type=click.Choice(list(_TESTS)), default="bs", show_default=True, help="Of significance.")
@click.option("--sentences", is_flag=True, help="Each line is one segment, as it stands.")
@click.option("--encoding", metavar="NAME", help="Encoding of the files [default: found].")
@click.option("--glossary", "glossaries", multiple=True, metavar="FILE", help="A glossary of yours; repeatable.")
@click.option(
    "--score", "score_models", multiple=True, metavar="NAME=MODEL", help="A score with its model; repeatable."
)
@click.option("--download", is_flag=True, help="Fetch the model where it is not on this machine.")
@click.option("--device", metavar="NAME", help="Where models run [default: the best there is].")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--config", "config_file", metavar="FILE", help="The configuration file [default: found].")
@click.option("--no-config", is_flag=True, help="Use no configuration file.")
def compare(source: str, translations: tuple[str, ...], reference: tuple[str, ...], **options: Any) -> int:
    """Set translations of one source side by side: scores, agreement with each other, findings by rule.

    With references the others are tested against the first one: p says how likely a difference as large as
    theirs is by chance.
    """
    from aligner import comparison
    from aligner.pipeline import Pipeline

    test, form = options.pop("test"), options.pop("form")
    pipeline = Pipeline(settings_of(options).config(source), notify)
    found = comparison.compared(pipeline, source, translations, reference, test)
    click.echo(_json(found, source, reference, test) if form == "json" else _text(found, test))
    return 0


def _text(found: Comparison, test: str) -> str:
    count = len(found.systems[0].texts)
    how = "aligned through the source" if found.aligned else "line by line"
    notes = [f"{count} segments, {how}"]
    if found.references and count > 1:
        notes.append(f"p: how likely so large a difference to {_name(found.systems[0])} is by chance, {_TESTS[test]}")
    notes.append("agreement: mean chrF of the segments against the other translations; in brackets: 95%")
    rules = sorted({rule for system in found.systems for rule in system.rules})
    scores, findings = list(_scores(found.systems)), [_counts(found.systems, rule) for rule in rules]
    names = list(map(_name, found.systems))
    sections = [_table(["", *names], scores), _table(["findings", *names], findings) if findings else "no findings"]
    return "\n\n".join(["\n".join(notes), *sections])


def _name(system: System) -> str:
    from aligner.reports import harmless

    return harmless(system.name)


def _scores(systems: Sequence[System]) -> Iterator[list[str]]:
    """Yield a row a score, and one with its p-values where there are any."""
    for scores in zip(*(system.scores for system in systems), strict=True):
        name = scores[0].name
        yield [name.replace("_", " "), *map(_cell, scores)]
        if any(name in system.p for system in systems):
            yield ["  p", *(_likely(system.p.get(name)) for system in systems)]


def _likely(p: float | None) -> str:
    return "-" if p is None else "<0.001" if p < 0.001 else f"{p:.3f}"


def _cell(score: Score) -> str:
    if score.value is None:
        return "-"
    if score.name.startswith("findings_"):
        return f"{score.value:.0f}"
    return f"{score.value:.2f}" + (f" [{score.ci[0]:.2f}, {score.ci[1]:.2f}]" if score.ci else "")


def _counts(systems: Sequence[System], rule: str) -> list[str]:
    return [rule, *(str(system.rules[rule]) for system in systems)]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    from aligner.reports import cells

    widths = [max(cells(row[k]) for row in (head, *rows)) for k in range(len(head))]
    lines = []
    for row in (head, *rows):
        padded = [cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)]
        lines.append((" " * _GAP).join(padded).rstrip())
    return "\n".join(lines)


def _json(found: Comparison, source: str, reference: Sequence[str], test: str) -> str:
    from aligner.reports import json

    told = {
        "version": __version__,
        "source": source,
        "references": list(reference),
        "aligned": found.aligned or "lines",
        "test": test if found.references else None,
        "systems": [_system(system) for system in found.systems],
        "reference_segments": [list(texts) for texts in found.references],
    }
    return json.dump(told)


def _system(system: System) -> dict[str, Any]:
    from aligner.reports import json

    return {
        "name": system.name,
        "path": system.path,
        "scores": [{**json.score_dict(score), "p": system.p.get(score.name)} for score in system.scores],
        "findings": dict(sorted(system.rules.items())),
        "segments": list(system.texts),
    }
