"""Finds the plug-in files of a folder, and those that other packages offer as entry points.

A rule, score, report, reader or alignment method is one file that assigns one well-known name (`RULE`,
`SCORE` ...). The file's name is the plug-in's id with `-` written `_`, so that an id leads to its file. Files
that begin with an underscore are machinery, not plug-ins.
"""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from aligner.errors import ConfigError


@cache
def ids(package: str) -> tuple[str, ...]:
    """Return the ids of the package's own plug-ins, in alphabetical order, without importing them.

    >>> "console" in ids("aligner.reports")
    True
    """
    paths = importlib.import_module(package).__path__
    names = (module.name for module in pkgutil.iter_modules(paths))
    return tuple(sorted(name.replace("_", "-") for name in names if not name.startswith("_")))


@cache
def find(package: str, attribute: str, plugin_id: str) -> Any:
    """Return one plug-in by its id, importing no other; ours come before entry points of the same name.

    Raises:
        ConfigError: no plug-in has this id; the message names the nearest one.
    """
    if plugin_id in ids(package):
        module = importlib.import_module(f"{package}.{plugin_id.replace('-', '_')}")
        return getattr(module, attribute)
    for name, load in _entry_points(package):
        if name == plugin_id:
            return load()
    raise unknown(package.rpartition(".")[2].rstrip("s"), plugin_id, ids(package))


@cache
def load(package: str, attribute: str) -> tuple[Any, ...]:
    """Return every plug-in of the package: ours by id, then those of other packages."""
    ours = [find(package, attribute, plugin_id) for plugin_id in ids(package)]
    theirs = [load_one() for name, load_one in _entry_points(package) if name not in ids(package)]
    return (*ours, *theirs)


def unknown(kind: str, value: str, known: Iterable[str]) -> ConfigError:
    """Build the error for a name that does not exist, with the nearest one that does.

    >>> str(unknown("rule", "numbrs", ["numbers", "omission"]))
    "there is no rule 'numbrs'; did you mean 'numbers'?"
    """
    choices = sorted(known)
    near = difflib.get_close_matches(value, choices, n=1)
    remedy = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(choices)}"
    return ConfigError(f"there is no {kind} '{value}'", remedy)


def _entry_points(package: str) -> Iterator[tuple[str, Any]]:
    for point in sorted(_all_entry_points().select(group=package), key=lambda p: p.name):
        yield point.name, point.load


@cache
def _all_entry_points() -> Any:
    from importlib.metadata import entry_points  # 20 ms, so only where it is needed, and once

    return entry_points()
