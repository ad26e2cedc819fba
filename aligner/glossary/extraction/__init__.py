"""Finds the terms of bilingual text with their translations, as candidates for a glossary.

Phrases that look like a term are counted on both sides; those that meet oftener than by chance (Dunning 1993), and
whose words translate each other by the dictionary or by the text itself, are linked one to one, the surest first.
What is said more often in general language is ranked lower, or left out.
"""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from aligner.glossary.extraction import chinese, english
from aligner.glossary.extraction.pairing import Corpus, Link, linked
from aligner.glossary.extraction.wordlists import GENERAL
from aligner.glossary.load import COLUMNS

if TYPE_CHECKING:
    from aligner.glossary.termbase import TermBase
    from aligner.lexicon.lexicon import Lexicon

__all__ = ["Candidate", "Options", "extract", "to_csv"]

_MOST_LOOKED_AT = 200  # occurrences, for how a phrase is usually written
_SHORT_EXAMPLE = 20  # characters of a Chinese sentence; a shorter one shows little


@dataclass(frozen=True, slots=True)
class Options:
    """What is wanted.

    `least`: sentence pairs that must hold a term and its translation. `top`: candidates, 0 for all.
    `most_pairs`: of a longer text a sample of as many pairs is taken, so that memory is bounded.
    """

    least: int = 2
    top: int = 0
    most_pairs: int = 100_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term and its translation; `count` sentence pairs hold both, `example` is one of them.

    `score` says from 0 to 1 how surely the two belong together, `likelihood` is Dunning's statistic.
    """

    en: str
    zh: str
    count: int
    score: float
    likelihood: float
    example: tuple[str, str]


def extract(
    pairs: Iterable[tuple[str, str]], lexicon: Lexicon, known: TermBase | None = None, options: Options | None = None
) -> tuple[Candidate, ...]:
    """Return term candidates of (English, Chinese) sentence pairs, the best first; those of `known` are left out."""
    options = options or Options()
    sample = _sample(pairs, options.most_pairs)
    corpus = Corpus.of(sample, lexicon, options.least)
    found = ((link, _candidate(link, sample, lexicon)) for link in linked(corpus, options.least))
    new = (c for link, c in found if not _is_name(link, c, corpus) and not (known and _holds(known, c.en)))
    return tuple(islice(new, options.top or None))


def _sample(pairs: Iterable[tuple[str, str]], most: int) -> list[tuple[str, str]]:
    """Keep each pair with the same chance (reservoir sampling), the same ones each time; equal pairs count once."""
    chance = random.Random(0)
    kept: list[tuple[str, str]] = []
    seen: set[int] = set()
    for pair in pairs:
        if hash(pair) in seen:
            continue
        seen.add(hash(pair))
        place = len(kept) if len(kept) < most else chance.randrange(len(seen))
        kept[place : place + 1] = [pair] if place < most else []
    return kept


def _candidate(link: Link, pairs: Sequence[tuple[str, str]], lexicon: Lexicon) -> Candidate:
    shared = [pairs[n] for n in sorted(set(link.english.sentences) & set(link.chinese.sentences))]
    looked_at = shared[:_MOST_LOOKED_AT]
    zh = Counter(form for _, text in looked_at for form in chinese.written(text, link.chinese.words, lexicon))
    return Candidate(
        english.usual(found for text, _ in looked_at for found in english.written(text, link.english.words)),
        min(zh, key=lambda form: (-zh[form], form)),
        link.both,
        link.score,
        link.likelihood,
        min(shared, key=lambda pair: (len(pair[1]) < _SHORT_EXAMPLE, len(pair[1]))),
    )


def _is_name(link: Link, found: Candidate, corpus: Corpus) -> bool:
    """Tell whether a candidate names a person or a place, or is part of a name, or the like (*French government*)."""
    if not found.en[0].isupper() or found.en.split()[0].isupper():
        return False
    whole = english.is_name(found.en)
    named = corpus.general.begins_with_name(link.chinese.words)
    return (whole and (named or " " not in found.en)) or (named and GENERAL.issuperset(link.english.words[1:]))


def _holds(base: TermBase, form: str) -> bool:
    return any(o.start == 0 and o.end == len(form) for o in base.english.find(form))


def to_csv(candidates: Iterable[Candidate], domain: str = "") -> Iterator[str]:
    """Yield a glossary of the candidates, a line each, for `aligner.glossary.load` and for an editor.

    >>> found = Candidate("knee pain", "膝痛", 3, 0.9, 25.04, ("Knee pain.", "膝痛。"))
    >>> print("".join(to_csv([found], "orthopaedics")))
    id,en,zh,...
    knee-pain,knee pain,膝痛,...3 pairs; score 0.90; log-likelihood 25.0; Knee pain. = 膝痛。,,candidate
    """
    yield _line(COLUMNS)
    taken: set[str] = set()
    for c in candidates:
        slug = "-".join(c.en.lower().split())
        term_id = slug if slug not in taken else f"{slug}-{len(taken)}"
        taken.add(term_id)
        example = " = ".join(" ".join(text.split()) for text in c.example)
        note = f"{c.count} pairs; score {c.score:.2f}; log-likelihood {c.likelihood:.1f}; {example}"
        row = {"id": term_id, "en": c.en, "zh": c.zh, "domain": domain, "note": note, "status": "candidate"}
        yield _line([row.get(column, "") for column in COLUMNS])


def _line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
