"""A term base compiled to plain values that load in milliseconds, kept in the user's cache folder.

What costs time is reading CSV, the keys of every form, and making a Term of every row; so the keys are kept, and a
row becomes a Term only when a text holds it.
"""

from __future__ import annotations

import gc
import hashlib
import marshal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path
from typing import Any, NamedTuple

from aligner.glossary import formats
from aligner.glossary.chinese import lengths
from aligner.glossary.english import beginnings, form_keys
from aligner.lexicon import cache
from aligner.model import Forbidden, Forms, Term
from aligner.text.variants import chinese_key
from aligner.version import __version__

# Raise it where the compiled form, or what goes into a key, changes.
FORMAT = 5

English = dict[str, list[tuple[int, str, str, tuple[str, ...]]]]
Chinese = dict[str, list[tuple[int, str, str]]]


class Compiled(NamedTuple):
    """Rows in place of Terms, and for each key the forms that have it: (row, form, kind), in English with word keys.

    `kind` is accepted, forbidden or abbreviation. `begun` holds the `beginnings` of all forms, `lengths` see
    `aligner.glossary.chinese`. `patterns` are the rows whose English is a regular expression.
    """

    rows: list[Any]
    english: English
    begun: set[str]
    abbreviations: dict[str, list[int]]
    patterns: list[int]
    chinese: Chinese
    lengths: dict[str, list[int]]


def compile_terms(terms: Sequence[Term], simplify: Callable[[str], str]) -> Compiled:
    """Compile a term base."""
    result = Compiled([astuple(term) for term in terms], {}, set(), {}, [], {}, {})
    for row, term in enumerate(terms):
        for abbreviation in term.en.abbreviations:
            result.abbreviations.setdefault(abbreviation, []).append(row)
        if term.match == "regex":
            result.patterns.append(row)
        else:
            for form, kind in _kinds(term.en):
                for keys in sorted(form_keys(form)):
                    result.english.setdefault("".join(keys), []).append((row, form, kind, keys))
                    result.begun.update(beginnings(keys))
        kinds = [*_kinds(term.zh), *((form, "abbreviation") for form in term.zh.abbreviations)]
        for form, kind in kinds:
            result.chinese.setdefault(chinese_key(simplify(form))[0], []).append((row, form, kind))
    result.chinese.pop("", None)
    result.english.pop("", None)
    result.lengths.update(lengths(result.chinese))
    return result


def term_of(row: Any) -> Term:
    """Make the Term of a compiled row.

    >>> term = Term("knee", Forms("knee"), Forms("膝", forbidden=(Forbidden("腿", "minor"),)))
    >>> term_of(compile_terms([term], str).rows[0]) == term
    True
    """
    term_id, en, zh, *rest = row
    return Term(term_id, _forms_of(en), _forms_of(zh), *rest)


def _forms_of(row: Any) -> Forms:
    preferred, admitted, forbidden, abbreviations = row
    return Forms(preferred, admitted, tuple(Forbidden(*entry) for entry in forbidden), abbreviations)


def _kinds(forms: Forms) -> Iterable[tuple[str, str]]:
    yield from ((form, "accepted") for form in forms.accepted)
    yield from ((entry.form, "forbidden") for entry in forms.forbidden)


def cached(
    files: Sequence[str | Path],
    merge: Callable[[Iterable[Iterable[Term]]], tuple[Term, ...]],
    simplify: Callable[[str], str],
    variant: str = "",
) -> Compiled:
    """Return the compiled form of glossary files, from the cache where none of them changed.

    `variant` tells apart what different `merge` functions make of the same files.

    Raises:
        GlossaryError: a file is missing or broken.
    """
    name = _name(files, variant)
    if name and (parts := cache.read(name)):
        with _uncollected():
            return Compiled(*marshal.loads(parts["termbase"]))
    terms = merge(formats.read(file) for file in files)
    compiled = compile_terms(terms, simplify)
    if name:
        cache.write(name, cache.pack({"termbase": marshal.dumps(tuple(compiled))}))
    return compiled


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking again and again through what is loaded, two thirds of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _name(files: Sequence[str | Path], variant: str) -> str | None:
    """Name the cached form by all that it depends on; None where a file cannot be read, which `load` will tell."""
    digest = hashlib.sha256(f"{FORMAT} {__version__} {sys.implementation.cache_tag} {variant}".encode())
    for file in files:
        try:
            content = Path(file).read_bytes()
        except OSError:
            return None
        # The extension says how the content is read.
        digest.update(Path(file).suffix.lower().encode("utf-8", "surrogateescape") + len(content).to_bytes(8, "big"))
        digest.update(content)
    return f"termbase-{digest.hexdigest()[:24]}.bin"
