"""The command that scores a translation against reference translations: `aligner score`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from aligner.cli_options import notify, settings_of
from aligner.version import __version__

if TYPE_CHECKING:
    from aligner.scoring import Scored

_ALIGNED = {
    "": "scored line by line; lines: {n}",
    "source": "not scored line by line: sentences were aligned through the source; segments: {n}",
    "characters": "not scored line by line: sentences were aligned by lengths and shared characters; segments: {n}",
}


@click.command("score")
@click.argument("translation", metavar="HYP")
@click.option("--reference", multiple=True, required=True, metavar="FILE", help="A reference translation; repeatable.")
@click.option("--source", "source_file", metavar="FILE", help="The source; files cut otherwise are aligned through it.")
@click.option("--sentences", is_flag=True, help="Where files have to be aligned, take each line as one segment.")
@click.option("--encoding", metavar="NAME", help="Encoding of the files [default: found].")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--config", "config_file", metavar="FILE", help="The configuration file [default: found].")
@click.option("--no-config", is_flag=True, help="Use no configuration file.")
def score(translation: str, reference: tuple[str, ...], source_file: str | None, form: str, **options: Any) -> int:
    """Score a translation against reference translations: BLEU, chrF, chrF++ and TER, by sacrebleu.

    Files with as many lines as each other are scored line by line. Else the sentences are aligned first, and what
    is printed says so.
    """
    from aligner import scoring
    from aligner.pipeline import Pipeline

    pipeline = Pipeline(settings_of(options).config(translation), notify)
    scored = scoring.score(pipeline, translation, reference, source_file)
    if form == "json":
        click.echo(_json(scored, translation, reference, source_file), nl=False)
    else:
        click.echo(_text(scored))
    return 0


def _text(scored: Scored) -> str:
    lines = [_ALIGNED[scored.texts.aligned].format(n=len(scored.texts.hypotheses)), ""]
    for found in scored.scores:
        value = "none" if found.value is None else f"{found.value:.2f}"
        interval = f"[{found.ci[0]:.2f}, {found.ci[1]:.2f}]" if found.ci else ""
        lines.append(f"{found.name:<7} {value:>6}  {interval:<16}  {found.signature}")
    if any(found.ci for found in scored.scores):
        lines += ["", "In brackets: 95%, by bootstrap resampling of the segments."]
    return "\n".join(lines)


def _json(scored: Scored, translation: str, reference: tuple[str, ...], source: str | None) -> str:
    """Write all there is: the scores as in the report of a check, and the texts that were compared."""
    from aligner.reports import json

    texts = scored.texts
    rows = zip(texts.hypotheses, *texts.references, strict=True)
    told = {
        "version": __version__,
        "hypothesis": translation,
        "references": list(reference),
        "source": source,
        "target_lang": scored.lang,
        "aligned": texts.aligned or "lines",
        "segments": [{"hypothesis": ours, "references": theirs} for ours, *theirs in rows],
        "scores": [json.score_dict(found) for found in scored.scores],
    }
    return f"{json.dump(told)}\n"
