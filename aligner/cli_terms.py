"""The commands about terms: look for faults in glossaries, find a term, list and count what they hold."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, TypeVar

import click

from aligner.cli_group import Group
from aligner.model import Forms, Lang, Term

_Command = TypeVar("_Command", bound=Callable[..., Any])
_WIDEST = 36  # columns that a field of a table is padded to; longer ones push the rest of their line


class _Group(Group):
    """A group that imports the commands of other files only when they are called."""

    _elsewhere: ClassVar = {
        "extract": ("aligner.cli_extract", "extract"),
        "import": ("aligner.cli_terms_files", "import_"),
        "export": ("aligner.cli_terms_files", "export"),
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *(name for name in self._elsewhere if self._is_there(name))])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if not self._is_there(cmd_name):
            return super().get_command(ctx, cmd_name)
        module, attribute = self._elsewhere[cmd_name]
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def _is_there(self, name: str) -> bool:
        return name in self._elsewhere and find_spec(self._elsewhere[name][0]) is not None


class Entry(NamedTuple):
    """A concept with the glossary it is in; `replaced` where a later glossary has the same English."""

    term: Term
    path: str
    replaced: bool = False


@click.group("terms", cls=_Group)
def group() -> None:
    """Look after glossaries: check them, find and list terms."""


def _which(command: _Command) -> _Command:
    """Add the options that say which glossaries are looked at."""
    for option in (
        click.option("--no-own-glossaries", is_flag=True, help="Leave out the glossaries that come with aligner."),
        click.option(
            "--glossary", "glossaries", multiple=True, metavar="FILE", help="A glossary of yours; repeatable."
        ),
    ):
        command = option(command)
    return command


def _format(*names: str) -> Callable[[_Command], _Command]:
    return click.option("--format", "form", type=click.Choice(names), default=names[0], show_default=True)


@group.command("lint")
@click.argument("files", nargs=-1, metavar="[FILES]...")
@_format("text", "json")
def _lint(files: tuple[str, ...], form: str) -> int:
    """Look for what is wrong in glossaries; without FILES, in those that come with aligner.

    Each problem is a line: file, line, number and name of the column, reason. Exits with 1 where there are any,
    with 2 where a file cannot be read. A warning is for you to judge, and does not count.
    """
    from aligner.glossary.lint import lint
    from aligner.glossary.locate import own_files

    found = lint(files or [_short(path) for path in own_files()])
    if form == "json":
        rows = [{**asdict(problem.fault), "level": problem.level} for problem in found.problems]
        _show([_json({"files": found.files, "concepts": found.concepts, "problems": rows})])
        return int(found.errors > 0)
    warnings = len(found.problems) - found.errors
    told = [_count(found.errors, "problem"), *([_count(warnings, "warning")] if warnings else [])]
    checked = f"{_count(found.files, 'file')}, {_count(found.concepts, 'concept')}"
    _show([*map(str, found.problems), f"{checked}: {', '.join(told)}"])
    return int(found.errors > 0)


@group.command("find")
@click.argument("word")
@_which
@click.option("--all", "every", is_flag=True, help="Show in full the terms that only hold the word, too.")
@_format("text", "json")
def _find(word: str, form: str, *, every: bool, **options: Any) -> int:
    """Show the concepts that have WORD, English or Chinese, as one of their forms.

    Inflection, spelling, hyphens, width and Traditional characters do not matter, as in checking. Terms that hold
    the word as a part are listed below, those that another glossary replaces last. Exits with 1 where nothing is found.
    """
    from aligner import lexicon
    from aligner.glossary.search import search

    entries = _entries(**options)
    exact, holding = search([entry.term for entry in entries], word, lexicon.load(notify=_notify).simplify)
    named = sorted((entries[row] for row in exact), key=lambda entry: entry.replaced)
    partly = [entries[row] for row in holding]
    if form == "json":
        _show([_json({"found": [*map(_as_dict, named)], "holding": [*map(_as_dict, partly)]})])
    elif named or partly:
        in_full = [*named, *partly] if every else named
        _show(line for entry in in_full for line in (*_card(entry), ""))
        if partly and not every:
            _show([f"{_count(len(partly), 'term')} with it as a part:", *_lines(map(_brief, partly))])
    if not named and not partly:
        _notify(f"no term has '{word}'")
    return int(not named and not partly)


@group.command("list")
@_which
@click.option("--domain", "domains", multiple=True, metavar="NAME", help="Only terms of it; repeatable.")
@click.option("--status", type=click.Choice(["approved", "candidate"]), help="Only terms of this status.")
@_format("text", "json")
def _list(domains: tuple[str, ...], status: str | None, form: str, **options: Any) -> int:
    """List the concepts: English, Chinese, abbreviation, domain, status, glossary."""
    from aligner.glossary.termbase import fold, known_domains

    entries = _entries(**options)
    wanted = known_domains(domains, (entry.term for entry in entries))
    chosen = [e for e in entries if not wanted or fold(e.term.domain) in wanted]
    chosen = [e for e in chosen if status in (None, e.term.status)]
    _show([_json([*map(_as_dict, chosen)])] if form == "json" else _lines(map(_brief, chosen)))
    return 0


@group.command("stats")
@_which
@_format("text", "json")
def _stats(form: str, **options: Any) -> int:
    """Count what each glossary and each domain holds: concepts, forms, forbidden forms, abbreviations."""
    entries = _entries(**options)
    files = _grouped(entries, lambda entry: entry.path)
    domains = _grouped(entries, lambda entry: entry.term.domain)
    total = _counts([entry.term for entry in entries])
    if form == "json":
        _show([_json({"files": _named("file", files), "domains": _named("domain", domains), "total": total})])
        return 0
    by_name = [(Path(path).name, _cells(counts)) for path, counts in files.items()]
    by_domain = [(domain or "(none)", _cells(counts)[:-1]) for domain, counts in sorted(domains.items())]
    last = ("total", _cells(total))
    tables = [("glossary", list(total)), *by_name, last], [("domain", list(total)[:-1]), *by_domain]
    for table in tables:
        _show([*_lines([(name, *counts) for name, counts in table], right=range(1, len(total) + 1)), ""])
    return 0


def _grouped(entries: Sequence[Entry], key: Callable[[Entry], str]) -> dict[str, dict[str, Any]]:
    """Return what is counted of the concepts that have the same key."""
    groups: dict[str, list[Term]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry.term)
    return {name: _counts(terms) for name, terms in groups.items()}


def _named(name: str, groups: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: key, **counts} for key, counts in groups.items()]


def _counts(terms: Sequence[Term]) -> dict[str, Any]:
    def forms(lang: Lang) -> int:
        return sum(len(term.forms(lang).accepted) for term in terms)

    sides = [side for term in terms for side in (term.en, term.zh)]
    return {
        "concepts": len(terms),
        "candidates": sum(term.status == "candidate" for term in terms),
        "en": forms("en"),
        "zh": forms("zh"),
        "forbidden": sum(len(side.forbidden) for side in sides),
        "abbreviations": sum(len(side.abbreviations) for side in sides),
        "domains": sorted({term.domain for term in terms if term.domain}),
    }


def _cells(counts: dict[str, Any]) -> list[str]:
    return [str(len(value) if isinstance(value, list) else value) for value in counts.values()]


def _entries(glossaries: Sequence[str], *, no_own_glossaries: bool) -> list[Entry]:
    """Read the glossaries, ours first, as a check does."""
    from aligner.errors import ConfigError
    from aligner.glossary import formats
    from aligner.glossary.locate import own_files
    from aligner.glossary.termbase import merged

    paths = [*([] if no_own_glossaries else map(_short, own_files())), *glossaries]
    if not paths:
        raise ConfigError("no glossary is named", "give --glossary FILE, or leave out --no-own-glossaries")
    files = [(path, formats.read(path)) for path in paths]
    kept = {id(term) for term in merged(terms for _, terms in files)}
    return [Entry(term, path, id(term) not in kept) for path, terms in files for term in terms]


def _short(path: Path) -> str:
    """Return the path as it is written from here, where it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _brief(entry: Entry) -> tuple[str, ...]:
    """Return a concept as one row of a table."""
    term = entry.term
    short = ", ".join((*term.en.abbreviations, *term.zh.abbreviations))
    return term.en.preferred, term.zh.preferred, short, term.domain, term.status, Path(entry.path).name


def _card(entry: Entry) -> Iterator[str]:
    """Yield a concept with all that is known of it, a field a line."""
    term = entry.term
    yield f"{term.en.preferred}  {term.zh.preferred}"
    for lang, forms in (("English", term.en), ("Chinese", term.zh)):
        yield from _side(lang, forms)
    rules = [f"match: {term.match}"] if term.match != "stem" else []
    rules += ["case as written"] if term.case else []
    fields = {
        "matching": ", ".join(rules),
        "not in": ", ".join(term.exceptions),
        "note": term.note,
        "domain": term.domain,
        "status": term.status,
        "glossary": f"{entry.path}{' (replaced by a later glossary)' if entry.replaced else ''}",
        "id": term.id,
    }
    yield from (_field(name, value) for name, value in fields.items() if value)


def _side(lang: str, forms: Forms) -> Iterator[str]:
    yield _field(lang, forms.preferred)
    for name, values in (("admitted", forms.admitted), ("abbreviation", forms.abbreviations)):
        if values:
            yield _field(f"  {name}", ", ".join(values))
    for entry in forms.forbidden:
        yield _field("  forbidden", f"{entry.form} ({entry.severity}{f': {entry.reason}' if entry.reason else ''})")


def _field(name: str, value: str) -> str:
    return f"  {name:16}{value}"


def _lines(rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> Iterator[str]:
    """Yield the rows of a table, its columns under each other; those numbered in `right` end together."""
    from aligner.text.screen import cells, one_line

    clean = [[one_line(value) for value in row] for row in rows]
    widths = [min(_WIDEST, max(map(cells, column))) for column in zip(*clean, strict=True)]
    for row in clean:
        padded = []
        for number, (value, width) in enumerate(zip(row, widths, strict=True)):
            space = " " * (width - cells(value))
            padded.append(space + value if number in right else value + space)
        yield "  ".join(padded).rstrip()


def _as_dict(entry: Entry) -> dict[str, Any]:
    return {**asdict(entry.term), "file": entry.path, "replaced": entry.replaced}


def _json(value: Any) -> str:
    """Return a value as JSON; what `_show` would make visible is escaped, so that it stays what it is."""
    from aligner.text.screen import harmless

    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text.translate({ord(char): f"\\u{ord(char):04x}" for char in set(text) if harmless(char) != char})


def _show(lines: Iterable[str]) -> None:
    """Print lines in UTF-8, with what could drive a terminal made visible."""
    from aligner import reports
    from aligner.text.screen import harmless

    reports.to_stream((f"{harmless(line)}\n" for line in lines), sys.stdout)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _notify(message: str) -> None:
    click.echo(f"aligner: {message}", err=True)
