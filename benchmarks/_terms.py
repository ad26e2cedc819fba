"""Texts for the benchmarks of the term base: human references and machine translations with their annotated errors."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import _corpus

from aligner.checks import run
from aligner.glossary import ledger, match_terms
from aligner.model import Context, Finding, Lang, Match, Pair, Rule, Segment, other_lang
from aligner.pipeline import Pipeline

DIRECTIONS: tuple[Lang, Lang] = ("en", "zh")
REFERENCES = ("reference", "reference_r1")
BAD = ("forbidden", "other", "missing")
SENTENCES_A_TEXT = 30


@dataclass(frozen=True)
class Error:
    """An annotated error; `side` is source or target."""

    side: str
    start: int
    end: int
    category: str
    severity: str


@dataclass(frozen=True)
class Row:
    source: str
    target: str
    errors: tuple[Error, ...] = ()


@dataclass(frozen=True)
class Text:
    """A document whose sentences are paired: `lang` is the language translated from."""

    name: str
    lang: Lang
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Checked:
    text: Text
    pairs: tuple[Pair, ...]
    matches: tuple[Match, ...]
    findings: tuple[Finding, ...]


def abstracts(data: Path, lang: Lang, *, human: bool) -> list[Text]:
    """Return the translations of the annotated abstracts, each document of each system one text."""
    texts: dict[tuple[str, str], dict[int, Row]] = {}
    path = data / "biomqm-dev" / f"{lang}-{other_lang(lang)}.jsonl"
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            entry = json.loads(line)
            if (entry["system"] in REFERENCES) is human:
                rows = texts.setdefault((entry["doc"], entry["system"]), {})
                rows[entry["seg"]] = _row(entry, rows.get(entry["seg"]))
    named = ((f"{doc} {system}", rows) for (doc, system), rows in texts.items())
    return [Text(name, lang, tuple(rows[k] for k in sorted(rows))) for name, rows in named]


def _row(entry: dict[str, Any], before: Row | None) -> Row:
    """Make a row; where a second annotator judged the same sentence, the errors of both count, each once."""
    new = (Error(e["side"], e["start"], e["end"], e["category"], e["severity"]) for e in entry["errors"])
    found = {(e.side, e.start, e.end, e.category): e for e in (*(before.errors if before else ()), *new)}
    return Row(entry["source"], entry["target"], tuple(found.values()))


def sentences(data: Path, lang: Lang, corpus: str = "tico19") -> list[Text]:
    """Return the sentences of a parallel corpus, translated from `lang`, in texts of thirty."""
    pairs = tab_separated(data / "parallel" / f"{corpus}.en-zh.tsv.gz")
    rows = [Row(a, b) if lang == "en" else Row(b, a) for a, b in pairs]
    starts = range(0, len(rows), SENTENCES_A_TEXT)
    return [Text(f"{corpus} {k + 1}", lang, tuple(rows[k : k + SENTENCES_A_TEXT])) for k in starts]


def labels(data: Path, lang: Lang) -> list[Text]:
    """Return the labels of the Human Phenotype Ontology, translated from `lang`, each a text of its own."""
    pairs = (fields[1:3] for fields in tab_separated(data / "terms" / "hpo.tsv.gz") if len(fields) > 2)
    rows = (Row(a, b) if lang == "en" else Row(b, a) for a, b in pairs)
    return [Text(f"hpo {k + 1}", lang, (row,)) for k, row in enumerate(rows)]


def tab_separated(path: Path) -> list[list[str]]:
    """Return the fields of each line of a file, compressed or not."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [line.split("\t") for line in content.decode("utf-8").split("\n") if line.strip()]


def paired(text: Text) -> tuple[Pair, ...]:
    """Return the rows as pairs, numbered from 1."""
    sources = _corpus.segments((row.source for row in text.rows), text.lang)
    targets = _corpus.segments((row.target for row in text.rows), other_lang(text.lang))
    both = enumerate(zip(sources, targets, strict=True), start=1)
    return tuple(Pair(number, _side(source), _side(target), 1.0, "given") for number, (source, target) in both)


def _side(segment: Segment) -> tuple[Segment, ...]:
    """Return one side of a pair; a row without text there is a sentence without counterpart."""
    return (segment,) if segment.text else ()


def matched(text: Text, pipe: Pipeline) -> tuple[tuple[Pair, ...], tuple[Match, ...]]:
    pairs = paired(text)
    return pairs, match_terms(pairs, pipe.terms, pipe.lexicon, text.lang)


def checked(text: Text, pipe: Pipeline, rules: Sequence[Rule] | None = None) -> Checked:
    """Match the terms of a text and run the rules on it, those on by default unless others are given."""
    pairs, matches = matched(text, pipe)
    abbreviations = ledger(pairs, matches, text.lang)
    sides = text.lang, other_lang(text.lang)
    context = Context(pairs, matches, *sides, lexicon=pipe.lexicon, abbreviations=abbreviations)
    findings, _ = run(context, pipe.rules if rules is None else rules)
    return Checked(text, pairs, matches, findings)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Lay a table out in columns, the first to the left, the others to the right.

    >>> print(table(["kind", "n"], [["removed", 12]]))
    kind      n
    removed  12
    """
    lines = [list(head), *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(line[k]) for line in lines) for k in range(len(head))]
    return "\n".join(
        "  ".join(c.rjust(widths[k]) if k else c.ljust(widths[0]) for k, c in enumerate(row)) for row in lines
    )


def per_100(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}" if whole else "-"
