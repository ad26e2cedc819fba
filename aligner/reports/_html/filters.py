"""The form that filters the pairs; the script shows it, since it does nothing without."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aligner.model import SEVERITIES
from aligner.reports._html.markup import element, safe
from aligner.reports._html.view import STATUSES, View, sign


def form(views: Sequence[View], *, findings_only: bool) -> str:
    """Return the form; its choices are what the documents hold."""
    say = views[0].say
    checks = "".join(
        f'<label class="check">{_box("severity", severity)}{sign(severity)}{safe(say(severity))}</label>'
        for severity in reversed(SEVERITIES)
    )
    rules = sorted({finding.rule for view in views for finding in view.result.findings})
    fields = [
        f'<label class="field wide">{safe(say("text"))}<input type="search" name="text" autocomplete="off" '
        f'placeholder="{safe(say("text_hint"))}"></label>',
        f"<fieldset><legend>{safe(say('severity'))}</legend>{checks}</fieldset>",
        _select("rule", (element("option", safe(rule), value=rule) for rule in rules), views[0]),
        _select("term", _terms(views), views[0]),
        _select("status", _statuses(views[0]), views[0]),
        f'<label class="check">{_box("found", "on", checked=findings_only)}{safe(say("only_findings"))}</label>',
        f'<label class="check">{_box("marks", "on", checked=True)}{safe(say("mark_terms"))}</label>',
        f'<button type="reset">{safe(say("reset"))}</button>',
    ]
    name, shown = safe(say("filter")), safe(say("shown", shown="{shown}", all="{all}"))
    return (
        f'<form class="filter" role="search" aria-label="{name}" hidden>\n'
        f'<details open><summary>{name}</summary><div class="fields">{"".join(fields)}</div></details>\n'
        f'<output aria-live="polite" data-shown="{shown}"></output>\n'
        f'<p class="hint keys">{safe(say("keys"))}</p>\n</form>\n'
    )


def _box(name: str, value: str, *, checked: bool = False) -> str:
    return f'<input type="checkbox" name="{name}" value="{value}"{" checked" if checked else ""}>'


def _select(name: str, options: Iterable[str], view: View) -> str:
    label, every = safe(view.say(name)), safe(view.say("any"))
    choices = f'<option value="">{every}</option>{"".join(options)}'
    return f'<label class="field">{label}<select name="{name}">{choices}</select></label>'


def _terms(views: Sequence[View]) -> list[str]:
    """Return an option a term; the script takes from it, too, what it tells of a marked term."""
    numbered = views[0].terms
    return [
        element(
            "option",
            f"{safe(term.en.preferred)} · {safe(term.zh.preferred)}",
            value=numbered[term],
            data_en=term.en.preferred,
            data_zh=term.zh.preferred,
            data_note=term.note or None,
        )
        for term in numbered
    ]


def _statuses(view: View) -> list[str]:
    groups = (("of_findings", ("new", "known")), ("of_terms", STATUSES))
    return [
        element(
            "optgroup",
            "".join(element("option", safe(view.say(status)), value=status) for status in statuses),
            label=view.say(group),
        )
        for group, statuses in groups
    ]
