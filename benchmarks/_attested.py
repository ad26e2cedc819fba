"""Which entries of the glossaries the evidence lists and the human translations attest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import _terms

from aligner.glossary import TermBase
from aligner.model import Term

LISTS = ("hpo", "ecdict", "tico19")
USES = ("use in tico19", "use in biomqm-dev")
_BRACKETS = re.compile(r"[(（\[［〔【<《][^)）\]］〕】>》]*[)）\]］〕】>》]")
_BETWEEN = re.compile(r"[,，;；、/|]")

# What an origin may rest on, best first; the codes are explained in glossaries/SOURCES.md.
RESTS_ON = ("two or more", "one and belief", "one", "belief", "usage")
_SEEN = frozenset(("HPO", "ECDICT", "CEDICT", "TICO19", "BIOMQM", "MLQE", "WEB"))
_BELIEVED = frozenset(("CNTERM", "CADN"))

Keys = set[tuple[str, str]]


def evidence(data: Path, base: TermBase) -> dict[str, Keys]:
    """Return for each list the pairs of keys, English and Chinese, that it attests."""
    folder = data / "terms"
    rows: dict[str, Iterable[Sequence[str]]] = {
        "hpo": (fields[1:3] for fields in _terms.tab_separated(folder / "hpo.tsv.gz")),
        "ecdict": _terms.tab_separated(folder / "ecdict-medical.tsv.gz"),
        "tico19": _terms.tab_separated(folder / "tico19.tsv"),
    }
    return {name: {pair for row in found if len(row) > 1 for pair in keys(row[0], row[1], base)} for name, found in
            rows.items()}  # fmt: skip


def keys(english: str, chinese: str, base: TermBase) -> Iterator[tuple[str, str]]:
    """Yield the keys of each Chinese rendering that a list gives for an English name.

    >>> base = TermBase.of([])
    >>> sorted(zh for _, zh in keys("case holding", "病例管制(性病患者), 病例管理", base))
    ['病例管制', '病例管制,病例管理', '病例管理']
    """
    names = {english, _BRACKETS.sub("", english)}
    renderings = {part for text in (chinese, _BRACKETS.sub("", chinese)) for part in (text, *_BETWEEN.split(text))}
    wanted = {base.key(part, "zh") for part in renderings if not _BRACKETS.search(part)} - {""}
    for name in names:
        for rendering in sorted(wanted):
            yield base.key(name, "en"), rendering


def rests_on(origin: str) -> str:
    """Return how many of the sources that an origin names were looked at.

    >>> rests_on("HPO+ECDICT+CNTERM"), rests_on("WEB; CNTERM"), rests_on("CADN"), rests_on("USE")
    ('two or more', 'one and belief', 'belief', 'usage')
    """
    codes = set(re.findall("[A-Z0-9]+", origin))
    seen, believed = len(codes & _SEEN), bool(codes & _BELIEVED)
    if seen > 1:
        return RESTS_ON[0]
    if seen:
        return RESTS_ON[1] if believed else RESTS_ON[2]
    return RESTS_ON[3] if believed else RESTS_ON[4]


def listed(terms: Iterable[Term], attested: Keys, base: TermBase) -> set[str]:
    """Return the ids of the terms that a list attests: one of their form pairs stands in it."""
    return {
        term.id
        for term in terms
        if any(
            (base.key(en, "en"), base.key(zh, "zh")) in attested
            for en in (*term.en.accepted, *term.en.abbreviations)
            for zh in (*term.zh.accepted, *term.zh.abbreviations)
        )
    }


def used(base: TermBase, sentences: Iterable[tuple[str, str]]) -> set[str]:
    """Return the ids of the terms that an English sentence and its Chinese translation both hold."""
    return {term.id for english, chinese in sentences for term in base.occurring([english], [chinese])}


def both_ways(texts: Iterable[_terms.Text]) -> Iterator[tuple[str, str]]:
    """Yield the sentences of texts as (English, Chinese)."""
    for text in texts:
        for row in text.rows:
            yield (row.source, row.target) if text.lang == "en" else (row.target, row.source)
