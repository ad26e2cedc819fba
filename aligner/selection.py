"""Which rules run, and how severe they are: rules are named by their id or by a prefix of it.

`default` stands for the rules that are on by default, `all` for every rule. A rule runs where `select` names it and
`ignore` does not. Of several severities the one with the longest name counts, then the last.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from aligner import registry
from aligner.errors import ConfigError
from aligner.model import Rule, Severity

DEFAULT, ALL = "default", "all"
_PACKAGE = "aligner.checks"


def rules() -> tuple[Rule, ...]:
    """Return every rule there is."""
    found: tuple[Rule, ...] = registry.load(_PACKAGE, "RULE")
    return found


def manual(rule: Rule) -> str:
    """Return a rule's page: the docstring of its file, whose name is the rule's id."""
    own = sys.modules.get(f"{_PACKAGE}.{rule.id.replace('-', '_')}")
    return ((own or sys.modules[rule.check.__module__]).__doc__ or "").strip()


def chosen(known: Sequence[Rule], select: Iterable[str], ignore: Iterable[str]) -> tuple[Rule, ...]:
    """Return the rules that run.

    Raises:
        ConfigError: a name fits no rule; the message names the nearest one.
    """
    wanted = {rule.id for name in select for rule in named(known, name)}
    left_out = {rule.id for name in ignore for rule in named(known, name)}
    return tuple(rule for rule in known if rule.id in wanted - left_out)


def named(known: Sequence[Rule], name: str) -> tuple[Rule, ...]:
    """Return the rules that a name stands for.

    Raises:
        ConfigError: there are none.
    """
    if name == ALL:
        return tuple(known)
    if name == DEFAULT:
        return tuple(rule for rule in known if rule.on_by_default)
    found = tuple(rule for rule in known if name and rule.id.startswith(name))
    if not found:
        raise unknown(name, known)
    return found


def unknown(name: str, known: Iterable[Rule], severities: Sequence[str] = ()) -> ConfigError:
    """Build the error for a name that fits no rule, nor a severity; the rules are too many to be listed in it."""
    kind = "rule or severity" if severities else "rule"
    error = registry.unknown(kind, name, [*(rule.id for rule in known), *severities])
    near = error.remedy.startswith("did you mean")
    return error if near else ConfigError(error.problem, "aligner rules lists them")


def fits(name: str, rule_id: str) -> bool:
    """Say whether a name stands for a rule, as far as its id tells.

    >>> fits("half-width", "half-width-punctuation"), fits("numbers", "terminology"), fits("all", "numbers")
    (True, False, True)
    """
    return name == ALL or rule_id.startswith(name)


def severity(rule_id: str, table: Sequence[tuple[str, Severity]]) -> Severity | None:
    """Return the severity that a table gives to a rule, None where it gives none.

    >>> severity("numbers", [("all", "minor"), ("number", "critical")])
    'critical'
    """
    fitting = [
        (0 if name == ALL else len(name), number) for number, (name, _) in enumerate(table) if fits(name, rule_id)
    ]
    return table[max(fitting)[1]][1] if fitting else None
