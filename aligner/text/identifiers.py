"""Registry numbers, DOIs, accession numbers and addresses: what must be the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_REGISTRIES = "NCT|ISRCTN|DRKS|CRD|UMIN|jRCT[a-z]?|ACTRN|NTR|KCT|PACTR|TCTR|SLCTR|IRCT|CTRI"
# By what it identifies; the number follows its prefix with or without a sign between.
_KINDS = (
    ("e-mail address", r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"),
    ("DOI", r"(?:(?<=doi:)|(?<=doi: )|(?<=doi\.org/)|(?<![\w./]))10\.\d{4,9}/[!-'*-~(][!-~]*"),
    ("address", r"(?:https?://|ftp://|www\.)[!-~]+"),
    ("trial registration", rf"(?<![A-Za-z])(?:{_REGISTRIES})[-:\s/]{{0,2}}\d[\d/A-Z]{{3,}}"),
    ("trial registration", r"(?<![A-Za-z])ChiCTR(?:-[A-Z]{2,4})*[-\s]{0,2}\d{6,}"),
    ("trial registration", r"(?<![\d-])20\d\d-\d{6}-\d\d(?!\d)"),
    ("PMID", r"(?<![A-Za-z])PMID[:：\s]{0,3}\d{5,9}"),
    ("PMC number", r"(?<![A-Za-z])PMC\d{5,9}"),
    ("accession number", r"(?<![A-Za-z0-9])(?:GSE|GSM|SRP|SRR|PRJNA|PRJEB|PXD)\d{3,}(?!\d)"),
    ("accession number", r"(?<![A-Za-z0-9])[NX][MPR]_\d{6,}(?:\.\d+)?"),
    ("SNP", r"(?<![A-Za-z0-9])rs\d{3,}(?!\d)"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(pattern, re.ASCII)) for kind, pattern in _KINDS)
_TRAILING = ".,;:!?'\""
# The page of a site in the other language: who.int/en and who.int/zh.
_LANGUAGE = re.compile(r"(?:(?<=/)|^)(?:en|zh|cn|en-us|en-gb|zh-cn|zh-hans|english|chinese)(?=[/.]|$)[/.]?")
_FOLD = re.compile(r"[-:\s：]")


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier at `text[start:end]`, what it identifies, and the key that all ways to write it share."""

    kind: str
    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        """The identifier in one case and without the signs that may part prefix and number."""
        folded = self.text.casefold()
        if self.kind == "address":
            folded = _LANGUAGE.sub("", re.sub(r"^https?://(?:www\.)?|^www\.", "", folded))
        return folded.rstrip("/") if self.kind in ("address", "DOI", "e-mail address") else _FOLD.sub("", folded)


def identifiers(text: str) -> tuple[Identifier, ...]:
    """Return the identifiers of a text in order; what lies inside another does not count.

    >>> [(i.kind, i.text) for i in identifiers("ClinicalTrials.gov编号NCT01234567；doi:10.1000/ab.c1。")]
    [('trial registration', 'NCT01234567'), ('DOI', '10.1000/ab.c1')]
    """
    found: list[Identifier] = []
    for identifier in _all(text):
        if not any(other.start < identifier.end and identifier.start < other.end for other in found):
            found.append(identifier)
    return tuple(sorted(found, key=lambda identifier: identifier.start))


def _all(text: str) -> Iterator[Identifier]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            written = match[0].rstrip(_TRAILING)
            while written.endswith((")", "]", "}", ">")) and not _balanced(written):
                written = written[:-1].rstrip(_TRAILING)
            yield Identifier(kind, match.start(), match.start() + len(written), written)


def _balanced(text: str) -> bool:
    return all(text.count(a) >= text.count(b) for a, b in ("()", "[]", "{}", "<>"))
