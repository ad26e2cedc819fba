"""What applies to a run: the defaults, then the configuration file, its overrides by path, then the command line.

`select` starts anew, so what was ignored below it is forgotten; `ignore`, `severity`, `min-score`, `max-count` and
`mqm-weights` add to what is there; every other setting takes the place of what is there. Paths and patterns of a file
count from the folder that it is in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aligner import globs, registry
from aligner.config import Config
from aligner.errors import ConfigError
from aligner.model import other_lang
from aligner.settings import _file

if TYPE_CHECKING:
    from aligner.baseline import Ignored
    from aligner.discovery import Pattern
    from aligner.settings._keys import Override

__all__ = ["DEFAULT_BASELINE", "Row", "Settings", "load"]

DEFAULT_BASELINE = "aligner-baseline.json"
_ADDED = frozenset({"ignore", "score_models", "severity", "min_score", "max_count", "mqm_weights"})
_CONFIG = frozenset(entry.name for entry in fields(Config))
_COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class Row:
    """A setting as it applies: its name, its value, and where from."""

    name: str
    value: Any
    origin: str


@dataclass(frozen=True)
class Settings:
    """Everything that was set: `given` by the file and `told` on the command line, by the names of the file.

    `root` is the folder that patterns count from: that of the file, or the working directory.
    """

    root: Path = field(default_factory=Path.cwd)
    file: _file.File | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
    told: Mapping[str, Any] = field(default_factory=dict)

    @property
    def base(self) -> Config:
        """The configuration of a document that no override concerns."""
        return self.config()

    def config(self, *paths: str) -> Config:
        """Return the configuration of the document that these files are."""
        config = _applied(Config(), self.given)
        for override in self._overrides(paths):
            config = _applied(config, override.values)
        return _applied(config, self.told)

    def _overrides(self, paths: tuple[str, ...]) -> Iterator[Override]:
        places = [globs.relative(path, self.root) for path in paths]
        for override in self.overrides:
            if any(globs.matches(pattern, place) for pattern in override.paths for place in places):
                yield override

    def value(self, name: str, default: Any = None) -> Any:
        """Return a setting that is the same for all documents."""
        return self.told.get(name, self.given.get(name, default))

    @property
    def overrides(self) -> tuple[Override, ...]:
        """The settings for the documents of some files."""
        found: tuple[Override, ...] = self.value("overrides", ())
        return found

    @property
    def ignored(self) -> tuple[Ignored, ...]:
        """The findings that the file says to ignore, with reasons."""
        return tuple(entry for entry in self.given.get("ignore", ()) if not isinstance(entry, str))

    def place_of_ignored(self, entry: Ignored) -> str:
        """Name the file and the line of such an entry."""
        return self.file.where("ignore", self.given["ignore"].index(entry)) if self.file else ""

    def require_files(self) -> None:
        """Refuse glossaries and lexicons that the file names and that are not there.

        Raises:
            ConfigError: names the place in the file, and the path.
        """
        for problem in self.missing():
            raise ConfigError(problem, "check the path")

    def missing(self) -> Iterator[str]:
        """Yield the glossaries and lexicons that the file names and that are not there, each with its place."""
        if self.file is None:
            return
        tables: list[tuple[Mapping[str, Any], tuple[str | int, ...]]] = [(self.given, ())]
        tables += [(override.values, ("overrides", n)) for n, override in enumerate(self.overrides)]
        for table, above in tables:
            for name in ("glossaries", "lexicons"):
                for path in table.get(name, ()) if name not in self.told else ():
                    if not Path(path).exists():
                        yield f"{self.file.where(*above, name)}: {name}: {path}: there is no such file"

    @property
    def shown_file(self) -> str:
        """The configuration file as it is written from here."""
        return _file.shown(self.file.path) if self.file else "none"

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """Which files belong together."""
        from aligner.discovery import DEFAULT

        found: tuple[Pattern, ...] = self.value("files", DEFAULT)
        return found

    @property
    def baseline(self) -> Path:
        """The file of the known findings; it need not be there."""
        return Path(self.value("baseline") or self.root / DEFAULT_BASELINE)

    def rows(self, *paths: str) -> Iterator[Row]:
        """Yield every setting with its value and where it comes from, for a document or for all."""
        from aligner.settings._keys import KEYS

        config = self.config(*paths)
        for name in KEYS:
            if name == "overrides":
                continue
            shared: dict[str, Any] = {"files": self.patterns, "baseline": _file.shown(self.baseline.resolve())}
            shared |= {"format": self.value("format", "console"), "lang": self.value("lang", "en")}
            shared["target"] = other_lang(config.source) if config.source else None
            value = getattr(config, _field(name)) if _field(name) in _CONFIG else shared.get(name, self.value(name))
            yield Row(name, value, ", ".join(self._origins(name, paths)) or "default")

    def _origins(self, name: str, paths: tuple[str, ...]) -> Iterator[str]:
        """Yield where a setting was set last, or, where settings add up, wherever it was."""
        found: list[str] = []
        names = ("source", "target") if name in ("source", "target") else (name,)
        for own in names:
            if self.file and own in self.given:
                found.append(self.file.where(own))
            for number, override in enumerate(self.overrides):
                if self.file and own in override.values and override in self._overrides(paths):
                    found.append(f"{self.file.where('overrides', number, own)} (overrides)")
            if own in self.told:
                found.append(_COMMAND_LINE)
        yield from found if _field(name) in _ADDED else found[-1:]


def load(told: Mapping[str, Any], path: str | None = None, *, search: bool = True) -> Settings:
    """Return the settings of a run: `told` on the command line, and of a file that is named or found.

    The file is looked for in the working directory and in the folders above it.

    Raises:
        ConfigError: the file cannot be read, or has a setting that does not exist or has a value it cannot have.
    """
    file = _file.read(Path(path)) if path else _file.find(Path.cwd()) if search else None
    if file is None:
        return Settings(told=told)
    return Settings(file.path.resolve().parent, file, dict(_parsed(file)), told)


def _parsed(file: _file.File) -> Iterator[tuple[str, Any]]:
    from aligner.settings._keys import KEYS, SettingError

    for name, value in file.table.items():
        if name not in KEYS:
            error = registry.unknown("setting", name, KEYS)
            raise ConfigError(f"{file.where(name)}: {error.problem}", error.remedy)
        try:
            yield name, KEYS[name].parse(value, file.path.resolve().parent)
        except SettingError as fault:
            where = file.where(name, *fault.inside)
            own = fault.inside[1] if len(fault.inside) > 1 else name  # of an entry of a list
            shown = fault.problem if fault.problem.startswith("there is no") else f"{own} {fault.problem}"
            raise ConfigError(f"{where}: {shown}", fault.remedy) from fault
        except ConfigError as error:
            raise ConfigError(f"{file.where(name)}: {name}: {error.problem}", error.remedy) from error
    if file.table.get("source") is not None and file.table.get("source") == file.table.get("target"):
        raise ConfigError(f"{file.where('target')}: source and target are the same", "name two languages")


def _applied(config: Config, values: Mapping[str, Any]) -> Config:
    """Return a configuration with some settings put on top."""
    changes: dict[str, Any] = {}
    if "target" in values:
        changes["source"] = other_lang(values["target"])
    if "select" in values:
        changes |= {"select": tuple(values["select"]), "ignore": ()}
    for name, value in values.items():
        key = _field(name)
        if key not in _CONFIG or key == "select":
            continue
        if key not in _ADDED:
            changes[key] = value
            continue
        added = value if key != "ignore" else tuple(entry for entry in value if isinstance(entry, str))
        changes[key] = (*changes.get(key, getattr(config, key)), *added)
    return replace(config, **changes)


def _field(name: str) -> str:
    return name.replace("-", "_")
