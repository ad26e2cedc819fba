"""The command that shows the rules: `aligner rules`."""

from __future__ import annotations

import click

from aligner import selection
from aligner.model import Rule


@click.command("rules")
@click.argument("rule_id", required=False, metavar="[ID]")
def rules(rule_id: str | None) -> int:
    """List the rules, or show the page of one. Rules that are off by default run where they are selected."""
    known = selection.rules()
    if rule_id is None:
        width = max(len(rule.id) for rule in known)
        for rule in known:
            state = "" if rule.on_by_default else " (off by default)"
            click.echo(f"{rule.id:{width}}  {rule.severity:8}  {rule.title}{state}")
        return 0
    asked = next((rule for rule in known if rule.id == rule_id), None)
    if asked is None:
        raise selection.unknown(rule_id, known)
    click.echo(_page(asked))
    return 0


def _page(rule: Rule) -> str:
    """Return a rule's manual page: its facts, the docstring of its file, its examples, its measured figures."""
    from aligner.checks import measured

    state = "" if rule.on_by_default else ", off by default"
    facts = f"{rule.category}, {rule.severity}, scope: {rule.scope}{state}"
    lines = [f"{rule.id}: {rule.title}", facts, "", selection.manual(rule)]
    for heading, examples in (("Reported", rule.bad), ("Not reported", rule.good)):
        lines += ["", heading]
        for example in examples:
            shown = [f"    {line or '(nothing)'}" for line in (example.source, example.target)]
            lines += [line.replace("\n", "\n    ") for line in shown] + [""]
        lines.pop()
    if figures := measured(rule.id):
        lines += ["", "Measured", *(f"    {figure}" for figure in figures)]
    return "\n".join([*lines, "", f"Source: {rule.source}"] if rule.source else lines)
