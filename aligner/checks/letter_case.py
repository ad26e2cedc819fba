"""Abbreviations and symbols written with other capitals than in the source.

What it finds
    An abbreviation, gene, cell line or unit that the source has in other capitals: Vegf for VEGF, k562 for K562, Mmol
    for mmol. Each is reported once for the document, with all its places.

Why it matters
    VEGF is known, Vegf is not; and case tells things apart: STAT3 is the human gene, Stat3 that of the mouse, mmol a
    thousandth and Mmol a million moles.

What it leaves alone
    Words, which take a capital or lose it at the beginning of a sentence; names that the source itself writes in two
    ways; plurals; L and l in units; COVID-19, which both languages write as they like.

How to fix it
    Write it as the source does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aligner.checks._flaws import Flaw, told_once
from aligner.model import Context, Example, Hit, Pair, Rule, Span
from aligner.text.addresses import masked
from aligner.text.names import Name, bare, names

_UNITS = frozenset(
    """
    mg kg ng pg mmol nmol pmol µmol μmol mol mm cm km nm kPa Pa mmHg mg/kg mg/d kcal min Gy Hz
    """.split()  # noqa: SIM905 - a table of words is read as such
)
_WORDS = frozenset(
    """
    id who all us it is or as at an be am in on so do no he me we can care had has may was and the
    """.split()  # noqa: SIM905 - a table of words is read as such
)
_LONGEST = 25  # characters: beyond, capitals are those of a heading
_MANY = 3  # names: beyond, they are one finding
# Written in both ways by custom.
_EITHER = frozenset(
    """
    covid19 covid email internet web wifi app ok tshirt xray ml dl ul µl μl fl cl hl
    """.split()  # noqa: SIM905 - a table of words is read as such
)


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    written = {name.text for pair in pairs for name in _names(pair.source_text)}
    words = _WORDS if context.target_lang == "en" else frozenset()
    found = [(pair, flaw) for pair in pairs for flaw in _flaws(pair, written, words)]
    if len({flaw.kind for _, flaw in found}) > _MANY:
        message = "abbreviations and names are written with other capitals than in the source"
        found = [(pair, replace(flaw, kind="several", message=message)) for pair, flaw in found]
    yield from told_once(found)


def _flaws(pair: Pair, written: set[str], words: frozenset[str]) -> Iterator[Flaw]:
    text = pair.target_text
    source = {name.key: name for name in _with_parts(pair.source_text) if _telling(name.text)}
    found = [name for name in _names(text if source else "") if name.key in source and name.text not in written]
    for name in found:
        own = source[name.key]
        opens = _opens(text, own, name) or _opens(pair.source_text, name, own)
        if not opens and not _is_word(text, name, own, words) and _differs(own, name):
            message = f"“{name.text}” is written {own.text} in the source"
            span = Span(name.start, name.end, name.text)
            yield Flaw(name.text, message, span, own.text, source=Span(own.start, own.end, own.text))


def _is_word(text: str, name: Name, own: Name, words: frozenset[str]) -> bool:
    """Whether an abbreviation in small letters is a word: `who`, or `care` beside CARE, but not `(all)` for (ALL)."""
    if text[max(0, name.start - 1) : name.end + 1] == f"({name.text})":
        return False
    beside = name.text.isalpha() and name.text.islower() and any(other.text == own.text for other in _names(text))
    return name.text in words or beside


def _names(text: str) -> Iterator[Name]:
    """Yield the names of a text; of those that a slash joins, each."""
    for name in names(masked(text)):
        at = name.start
        for part in name.text.split("/"):
            yield Name(at, at + len(part), part)
            at += len(part) + 1


def _with_parts(text: str) -> Iterator[Name]:
    """Yield the parts that hyphens join, such as VEGF in anti-VEGF, and then the names, which count before them."""
    whole = list(_names(text))
    for name in whole:
        for part in re.finditer(r"(?<![^-])[A-Z]{3,}(?![^-])", name.text):
            yield Name(name.start + part.start(), name.start + part.end(), part[0])
    yield from whole


def _opens(text: str, own: Name, name: Name) -> bool:
    """Whether a name has its capital from the beginning of a sentence."""
    begins = not text[: name.start].strip() or text[: name.start].rstrip()[-1] in ".!?:"
    return begins and name.text == own.text[0].upper() + own.text[1:] and "-" in own.text


def _telling(name: str) -> bool:
    """Whether the capitals of a name are part of it, as in K562, VEGF or pH, and not those of a word or a heading."""
    capitals = sum(c.isupper() for c in name)
    mixed = any(c.isdigit() for c in name) or name[0].islower()
    return name in _UNITS or (capitals > 1 and len(name) < _LONGEST) or (capitals == 1 and mixed)


def _differs(own: Name, name: Name) -> bool:
    """Whether the letters of two names, which differ in case at most, do differ."""
    if own.key in _EITHER or len(own.key) < 2:
        return False
    a, b = (bare(n.text).removesuffix("s") for n in (own, name))
    return a != b


RULE = Rule(
    id="letter-case",
    title="Abbreviations with other capitals",
    category="Linguistic conventions/Spelling",
    severity="minor",
    scope="document",
    check=_check,
    bad=(
        Example("Anti-VEGF therapy at 5 mmol", "抗Vegf治疗，5 Mmol"),
        Example("K562/STAT3细胞", "k562/stat3 cells"),
    ),
    good=(
        Example("MRI of Influenza patients with COVID-19", "流感（influenza）患者的MRI，Covid-19"),
        Example("VOC特征", "VOCs were found"),
        Example("按[START/STOP]键可停止。", "To stop, press [START/STOP]."),
    ),
    source="AMA Manual of Style, 11th edition, 13 and 14.6",
)
