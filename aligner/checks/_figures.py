"""What a rule was measured to be worth, as lines for its page; benchmarks/checks.py writes the figures."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


def measured(rule_id: str) -> list[str]:
    """Return the figures of a rule, a line each; none where the rule was not measured.

    >>> measured("no-such-rule")
    []
    """
    figures = _all().get(rule_id, {})
    lines = []
    if alarms := figures.get("in 100 segments"):
        told = ", ".join(f"{share:g} ({corpus})" for corpus, share in alarms.items())
        lines.append(f"Findings in 100 segments of human translations: {told}")
    if (judged := figures.get("machine translations")) and judged["places"]:
        lines.append(_judged(judged))
    for kind, by in figures.get("planted", {}).items():
        told = ", ".join(f"{found} of {planted} ({direction})" for direction, (found, planted) in by.items() if planted)
        lines.append(f"Planted errors found, {kind}: {told}")
    return lines


def _judged(judged: dict[str, Any]) -> str:
    share, lift = f"{judged['precision']:.0%}", judged["lift"]
    by_chance = f", {lift:g} times as many as chance would" if lift else ""
    return f"On machine translations: {judged['places']} places, {share} touch what experts marked{by_chance}"


@cache
def _all() -> dict[str, Any]:
    file = files("aligner") / "data" / "rule_figures.json"
    rules: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))["rules"]
    return rules
