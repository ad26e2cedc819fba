"""The settings: their names, what each may be, and what it is for."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from aligner import globs, registry, selection
from aligner.baseline import Ignored
from aligner.config import COLUMNS
from aligner.discovery import Pattern
from aligner.errors import ConfigError
from aligner.model import SEVERITIES, Lang
from aligner.text.decoding import ENCODINGS, is_encoding


@dataclass(frozen=True, slots=True)
class Override:
    """Settings for the documents of some files."""

    paths: tuple[str, ...]
    values: Mapping[str, Any]


class SettingError(Exception):
    """What is wrong with a value, what it may be, and where inside the value it is."""

    def __init__(self, problem: str, remedy: str, *inside: str | int) -> None:
        super().__init__(problem, remedy)
        self.problem, self.remedy, self.inside = problem, remedy, inside


Parse = Callable[[Any, Path], Any]


@dataclass(frozen=True, slots=True)
class Key:
    """A setting: `parse` takes its value and the folder of the file, `per_path` says that overrides may hold it."""

    parse: Parse
    per_path: bool = True


def _string(value: Any, folder: Path) -> str:
    if not isinstance(value, str) or not value:
        raise SettingError(f"is {_said(value)}", "write a text in quotes")
    return value


def _boolean(value: Any, folder: Path) -> bool:
    if not isinstance(value, bool):
        raise SettingError(f"is {_said(value)}", "write true or false")
    return value


def _strings(value: Any, folder: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise SettingError(f"is {_said(value)}", 'write a list of texts, as ["a", "b"]')
    return tuple(value)


def _one_or_more(value: Any, folder: Path) -> tuple[str, ...]:
    return _strings([value] if isinstance(value, str) else value, folder)


def _path(value: Any, folder: Path) -> str:
    return beside(folder, _string(value, folder))


def _paths(value: Any, folder: Path) -> tuple[str, ...]:
    return tuple(beside(folder, item) for item in _strings(value, folder))


def _model(value: Any, folder: Path) -> str:
    """Return a folder that is there, or a name."""
    place = beside(folder, _string(value, folder))
    return place if Path(place).exists() else value


def _encoding(value: Any, folder: Path) -> str:
    if not is_encoding(_string(value, folder)):
        raise SettingError(f"is {_said(value)}", ENCODINGS)
    return str(value)


def _choice(*allowed: str) -> Parse:
    def parse(value: Any, folder: Path) -> str:
        if value not in allowed:
            raise SettingError(f"is {_said(value)}", f"it may be {', '.join(allowed)}")
        return str(value)

    return parse


def _confidence(value: Any, folder: Path) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise SettingError(f"is {_said(value)}", "it may be from 0 to 1")
    return float(value)


def _jobs(value: Any, folder: Path) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise SettingError(f"is {_said(value)}", "write a number from 1")
    return value


def _format(value: Any, folder: Path) -> str:
    registry.find("aligner.reports", "REPORT", _string(value, folder))
    return str(value)


def _reader(value: Any, folder: Path) -> str:
    registry.find("aligner.readers", "READER", _string(value, folder))
    return str(value)


def _columns(value: Any, folder: Path) -> tuple[tuple[str, str], ...]:
    for role, column in _table(value).items():
        _inside(role, _choice(*COLUMNS), role, folder)
        if isinstance(column, bool) or not isinstance(column, str | int) or not column:
            raise SettingError(f"has {_said(column)} for '{role}'", "write a column's name, or its number from 1", role)
    return tuple((role, str(column)) for role, column in value.items())


def _method(value: Any, folder: Path) -> str:
    registry.find("aligner.alignment.methods", "METHOD", _string(value, folder))
    return str(value)


def _score_models(value: Any, folder: Path) -> tuple[tuple[str, str], ...]:
    for name in _table(value):
        _inside(name, registry.find, "aligner.scores", "SCORE", name)
    return tuple((name, _inside(name, _model, model, folder)) for name, model in value.items())


def _selectors(value: Any, folder: Path) -> tuple[str, ...]:
    for name in _strings(value, folder):
        selection.named(selection.rules(), name)
    return tuple(value)


def _severities(value: Any, folder: Path) -> tuple[tuple[str, str], ...]:
    for name, severity in _table(value).items():
        _inside(name, selection.named, selection.rules(), name)
        _inside(name, _choice(*SEVERITIES), severity, folder)
    return tuple(value.items())


def _counts(value: Any, folder: Path) -> tuple[tuple[str, int], ...]:
    for name, most in _table(value).items():
        if name not in SEVERITIES and not any(selection.fits(name, rule.id) for rule in selection.rules()):
            _inside(name, _refuse, selection.unknown(name, selection.rules(), SEVERITIES))
        if isinstance(most, bool) or not isinstance(most, int) or most < 0:
            raise SettingError(f"has {_said(most)} for '{name}'", "write the most findings, a number from 0", name)
    return tuple(value.items())


def _scores(value: Any, folder: Path) -> tuple[tuple[str, float], ...]:
    best = {figure: scorer.best for scorer in registry.load("aligner.scores", "SCORE") for figure in scorer.figures}
    for name, least in _table(value).items():
        if name not in best:
            _inside(name, _refuse, registry.unknown("score", name, best))
        most = best[name]
        if most is None:
            raise SettingError(f"has '{name}', where less is better", "set [max-count], which suits short texts", name)
        if isinstance(least, bool) or not isinstance(least, int | float) or not 0 <= least <= most:
            raise SettingError(f"has {_said(least)} for '{name}'", f"it may be from 0 to {most:g}", name)
    return tuple((name, float(least)) for name, least in value.items())


def _weights(value: Any, folder: Path) -> tuple[tuple[str, float], ...]:
    for name, weight in _table(value).items():
        _inside(name, _choice(*SEVERITIES), name, folder)
        if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight < math.inf:
            raise SettingError(f"has {_said(weight)} for '{name}'", "write the penalty, a number from 0", name)
    return tuple((name, float(weight)) for name, weight in value.items())


def _files(value: Any, folder: Path) -> tuple[Pattern, ...]:
    return tuple(_pattern(entry, number) for number, entry in enumerate(_tables(value)))


def _pattern(entry: dict[str, Any], number: int) -> Pattern:
    _only(entry, ("en", "zh", "page"), number)
    found = Pattern(**{name: _inside((number, name), _string, value, Path()) for name, value in entry.items()})
    if bool(found.page) == bool(found.en or found.zh) or bool(found.en) != bool(found.zh):
        raise SettingError("needs en and zh, or page", 'as en = "{name}.en.{ext}", zh = "{name}.zh.{ext}"', number)
    names = globs.placeholders(found.en)
    if names != globs.placeholders(found.zh) or (found.en and not names) or "*" in found.en + found.zh:
        raise SettingError(
            "needs the same {} in en and zh, and no *", "as {name}.en.{ext} with {name}.zh.{ext}", number
        )
    return found


def _ignore(value: Any, folder: Path) -> tuple[str | Ignored, ...]:
    if not isinstance(value, list):
        raise SettingError(f"is {_said(value)}", "write a list of rules, or [[ignore]] with a reason")
    return tuple(_ignored(entry, number, folder) for number, entry in enumerate(value))


def _ignored(entry: Any, number: int, folder: Path) -> str | Ignored:
    if isinstance(entry, str):
        return str(_selectors([entry], folder)[0])
    if not isinstance(entry, dict):
        raise SettingError(f"has {_said(entry)}", "write a rule, or a table with a reason", number)
    _only(entry, ("rule", "paths", "text", "fingerprint", "reason"), number)
    if not str(entry.get("reason", "")).strip():
        raise SettingError("has an entry without a reason", 'add reason = "..."', number)
    if set(entry) == {"reason"}:
        raise SettingError("has an entry that says only why", "say what: rule, paths, text or fingerprint", number)
    values = dict(entry)
    for name, parse in (("rule", _rule), ("paths", _one_or_more), ("text", _string), ("fingerprint", _string)):
        if name in values:
            values[name] = _inside((number, name), parse, values[name], folder)
    return Ignored(**values)


def _rule(value: Any, folder: Path) -> str:
    selection.named(selection.rules(), _string(value, folder))
    return str(value)


def _overrides(value: Any, folder: Path) -> tuple[Override, ...]:
    return tuple(_override(entry, number, folder) for number, entry in enumerate(_tables(value)))


def _override(entry: dict[str, Any], number: int, folder: Path) -> Override:
    allowed = [name for name, key in KEYS.items() if key.per_path]
    _only(entry, ("paths", *allowed), number)
    if "paths" not in entry:
        raise SettingError("has an entry without paths", 'say for which files: paths = ["letters/**"]', number)
    values = {name: _inside((number, name), KEYS[name].parse, entry[name], folder) for name in entry if name != "paths"}
    for item in values.get("ignore", ()):
        if isinstance(item, Ignored):
            raise SettingError(
                "takes rules alone under ignore", "write [[ignore]] with paths and a reason", number, "ignore"
            )
    return Override(_inside((number, "paths"), _one_or_more, entry["paths"], folder), values)


def _tables(value: Any) -> Sequence[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise SettingError(f"is {_said(value)}", "write it as [[...]], a table each")
    return value


def _table(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SettingError(f"is {_said(value)}", "write it as a table [...]")
    return value


def _only(entry: dict[str, Any], allowed: Sequence[str], number: int) -> None:
    for name in entry:
        if name not in allowed:
            _inside((number, name), _refuse, registry.unknown("setting", name, allowed))


def _inside(at: Any, parse: Callable[..., Any], *given: Any) -> Any:
    """Parse a part of a value; its fault is one of that place."""
    inside = at if isinstance(at, tuple) else (at,)
    try:
        return parse(*given)
    except SettingError as fault:
        raise SettingError(fault.problem, fault.remedy, *inside, *fault.inside) from fault
    except ConfigError as error:
        raise SettingError(error.problem, error.remedy, *inside) from error


def _refuse(error: ConfigError) -> None:
    raise error


def beside(folder: Path, path: str) -> str:
    """Return a path that is written relative to a folder as it is written from here.

    >>> beside(Path("/a"), "/b/c.csv")
    '/b/c.csv'
    """
    full = folder / Path(path).expanduser()
    return os.path.relpath(full) if full.resolve().is_relative_to(Path.cwd()) else str(full)


def _said(value: Any) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else repr(value)


KEYS: dict[str, Key] = {
    "source": Key(_choice(*get_args(Lang))),
    "target": Key(_choice(*get_args(Lang))),
    "encoding": Key(_encoding),
    "sentences": Key(_boolean),
    "format-in": Key(_reader),
    "changes": Key(_choice("accepted", "rejected")),
    "realign": Key(_boolean),
    "columns": Key(_columns),
    "glossaries": Key(_paths),
    "own-glossaries": Key(_boolean),
    "domains": Key(_strings),
    "lexicons": Key(_paths),
    "method": Key(_method),
    "score-models": Key(_score_models),
    "device": Key(_string),
    "batch-size": Key(_jobs),
    "model": Key(_model),
    "min-confidence": Key(_confidence),
    "select": Key(_selectors),
    "ignore": Key(_ignore),
    "severity": Key(_severities),
    "fail-on": Key(_choice(*SEVERITIES, "never")),
    "min-score": Key(_scores),
    "max-count": Key(_counts),
    "mqm-weights": Key(_weights),
    "paths": Key(_paths, per_path=False),
    "files": Key(_files, per_path=False),
    "exclude": Key(_strings, per_path=False),
    "baseline": Key(_path, per_path=False),
    "lang": Key(_choice(*get_args(Lang)), per_path=False),
    "format": Key(_format, per_path=False),
    "jobs": Key(_jobs, per_path=False),
    "overrides": Key(_overrides, per_path=False),
}
