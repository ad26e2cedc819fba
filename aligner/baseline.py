"""Reviewers' decisions: findings that are known, each with a reason, so that only new ones count.

They are kept by the path of the translation, from the folder of the baseline, and the finding's fingerprint, which
stays the same when lines move or a neighbouring sentence changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from aligner import globs, selection
from aligner.errors import ConfigError
from aligner.model import Finding, Known, Place, Result

VERSION = 1
Where = Callable[[Result], str]  # the path of a result's translation


@dataclass(frozen=True, slots=True)
class Entry:
    """A known finding; what is not key or decision is there for those who read the file."""

    path: str
    fingerprint: str
    rule: str
    severity: str
    message: str
    source: str = ""
    target: str = ""
    reason: str = ""
    author: str = ""
    date: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What a finding is known by."""
        return self.path, self.fingerprint


@dataclass(frozen=True, slots=True)
class Ignored:
    """Findings that do not count, with the reason: those of a rule, in some files, about some words, or one of them."""

    reason: str
    rule: str = ""
    paths: tuple[str, ...] = ()
    text: str = ""
    fingerprint: str = ""

    def fits(self, finding: Finding, path: str) -> bool:
        """Say whether a finding is one of these; `path` is that of its translation."""
        return (
            (not self.rule or selection.fits(self.rule, finding.rule))
            and self.concerns(path)
            and (not self.fingerprint or finding.fingerprint == self.fingerprint)
            and (not self.text or any(self.text in words for words in _words(finding)))
        )

    def concerns(self, path: str) -> bool:
        """Say whether a file is one of those meant."""
        return not self.paths or any(globs.matches(pattern, path) for pattern in self.paths)

    def could_fit(self, rules: Iterable[str]) -> bool:
        """Say whether a rule that is meant is among those that ran."""
        return not self.rule or any(selection.fits(self.rule, rule) for rule in rules)

    def __str__(self) -> str:
        parts = {"rule": self.rule, "paths": " ".join(self.paths), "text": self.text, "fingerprint": self.fingerprint}
        return ", ".join(f"{name} {value}" for name, value in parts.items() if value)


def _words(finding: Finding) -> Iterable[str]:
    for place in (Place(0, finding.source, finding.target), *finding.places):
        yield from (span.words for span in (place.source, place.target) if span)


def read(path: Path) -> tuple[Entry, ...]:
    """Read a baseline.

    Raises:
        ConfigError: the file cannot be read, or is no baseline; the message says where.
    """
    import json

    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigError(f"{path}: cannot be read ({reason})", "write it with aligner baseline write") from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: is no JSON ({error})", "correct it, or write it anew") from error
    if not isinstance(data, dict) or data.get("aligner-baseline") != VERSION or not isinstance(data.get("known"), list):
        raise ConfigError(f"{path}: is no baseline of version {VERSION}", "write it with aligner baseline write")
    return tuple(_entry(item, number, path) for number, item in enumerate(data["known"], start=1))


def _entry(item: Any, number: int, path: Path) -> Entry:
    names = {field.name for field in fields(Entry)}
    if not isinstance(item, dict) or not all(isinstance(value, str) for value in item.values()):
        raise ConfigError(f"{path}: entry {number} is no object of texts", "correct it, or write the file anew")
    missing = [name for name in ("path", "fingerprint", "rule", "severity", "message") if name not in item]
    if missing or set(item) - names:
        problem = f"has no '{missing[0]}'" if missing else f"has an unknown '{min(set(item) - names)}'"
        raise ConfigError(f"{path}: entry {number} {problem}", "correct it, or write the file anew")
    return Entry(**item)


def text(entries: Iterable[Entry]) -> str:
    """Write a baseline, sorted, so that two versions compare line by line."""
    import json

    rows = [asdict(entry) for entry in sorted(entries, key=lambda e: (e.path, e.rule, e.message, e.fingerprint))]
    return json.dumps({"aligner-baseline": VERSION, "known": rows}, ensure_ascii=False, indent=2) + "\n"


def entry(finding: Finding, path: str, decision: Known) -> Entry:
    """Return the entry that makes a finding known."""
    own = Place(0, finding.source, finding.target)
    shown = own if finding.source or finding.target or not finding.places else finding.places[0]
    source, target = ("" if span is None else span.words for span in (shown.source, shown.target))
    facts = (finding.rule, finding.severity, finding.message, source, target)
    return Entry(path, finding.fingerprint, *facts, decision.reason, decision.author, decision.date)


def marked(result: Result, known: Mapping[str, Entry], ignored: Sequence[Ignored], path: str) -> Result:
    """Return a result whose known findings are marked.

    `known` are the baseline's entries for its translation, by fingerprint; `path` is the translation's as patterns
    see it.
    """

    def decision(finding: Finding) -> Known | None:
        if found := known.get(finding.fingerprint):
            return Known("baseline", found.reason, found.author, found.date)
        reason = next((entry.reason for entry in ignored if entry.fits(finding, path)), None)
        return None if reason is None else Known("ignore", reason)

    return replace(result, findings=tuple(replace(finding, known=decision(finding)) for finding in result.findings))


def stale(entries: Iterable[Entry], results: Iterable[Result], where: Where) -> tuple[Entry, ...]:
    """Return the entries that are true no more: the finding is gone from a file that was checked.

    An entry of a rule that did not run, or of a file that was not checked, may still be true.
    """
    checked = _checked(results, where)
    return tuple(
        known
        for known in entries
        if (result := checked.get(known.path)) and known.rule in result.rules
        if known.fingerprint not in {finding.fingerprint for finding in result.findings}
    )


def untested(entries: Iterable[Entry], results: Iterable[Result], where: Where) -> tuple[Entry, ...]:
    """Return the entries of files that were not checked, whether they are there or not."""
    checked = _checked(results, where)
    return tuple(known for known in entries if known.path not in checked)


def lost(entries: Iterable[Entry], folder: Path) -> tuple[Entry, ...]:
    """Return the entries of files that are not there; `folder` is that of the baseline."""
    entries = tuple(entries)
    gone = {path for path in {known.path for known in entries} if not (folder / path).exists()}
    return tuple(known for known in entries if known.path in gone)


def moves(entries: Sequence[Entry], results: Iterable[Result], where: Where, folder: Path) -> dict[str, str]:
    """Return the new path of each file that is not there and whose findings a new file has, or most of them."""
    before = {known.path for known in entries}
    new = {path: result for path, result in _checked(results, where).items() if path not in before}
    by_path: dict[str, set[str]] = {}
    for known in lost(entries, folder) if new else ():
        by_path.setdefault(known.path, set()).add(known.fingerprint)
    holders: dict[str, list[str]] = {}
    for path, result in new.items():
        for fingerprint in {finding.fingerprint for finding in result.findings}:
            holders.setdefault(fingerprint, []).append(path)
    found: dict[str, str] = {}  # the old path of each new one
    for old, fingerprints in by_path.items():
        shared = Counter(path for one in fingerprints for path in holders.get(one, ()) if path not in found)
        best = max(shared, key=lambda path: (shared[path], _name(path) == _name(old)), default="")
        if 2 * shared[best] > len(fingerprints):
            found[best] = old
    return {old: new for new, old in found.items()}


def moved(entries: Iterable[Entry], moves: Mapping[str, str]) -> tuple[Entry, ...]:
    """Return the entries under the new paths of their files; the decisions stay."""
    return tuple(replace(known, path=moves.get(known.path, known.path)) for known in entries)


def _checked(results: Iterable[Result], where: Where) -> dict[str, Result]:
    return {where(result): result for result in results if result.pairs}


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def unused(ignored: Iterable[Ignored], results: Sequence[Result], where: Where) -> tuple[Ignored, ...]:
    """Return the entries of the configuration that fit no finding, though their files and rules were checked."""
    seen = [(result, where(result)) for result in results if result.pairs]
    return tuple(
        entry
        for entry in ignored
        if any(entry.concerns(path) and entry.could_fit(result.rules) for result, path in seen)
        and not any(entry.fits(finding, path) for result, path in seen for finding in result.findings)
    )
