"""Numbers inside names, addresses and reference marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from aligner.text._number import LETTERS, LONGEST, Canvas, Number

_ADDRESS = re.compile(
    r"(?:https?://|www\.|doi:\s?|10\.\d{4,}/)[!-~]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.]+|(?<![\d.])\d+(?:\.\d+){2,}",
    re.IGNORECASE | re.ASCII,
)
_CITATION = re.compile(r"(?<![\d.%]\s)(?<![\d.%=])\[\d{1,3}(?:\s?[-–—~～,，、]\s?\d{1,3})*\]")
_POWER = re.compile(r"(?:(?<=[A-Za-z]\d\))|(?<=[A-Za-z²³]\)))-[123](?!\d)")  # of a unit in brackets: (1.73 m2)-1
_JOINED = re.compile(
    rf"(?<![{LETTERS}\d_.])(?:[{LETTERS}]+(?:_[{LETTERS}\d]+)*_\d[{LETTERS}\d_]*"
    r"|[cgmnpr]\.[-*(]?(?:[A-Z][a-z]{0,2})?\d[\d_+*-]*(?:[A-Za-z>=*]+\d*)*)"
)
"""Names of sequences, as circ_0001649, and of variants, as c.2365G>A."""
_LETTERS_FIRST = re.compile(
    rf"(?<![{LETTERS}\d])(?<![{LETTERS}]-)([{LETTERS}]+(?:-[{LETTERS}]+)*)(-?)(\d[\d{LETTERS}]*(?:[-.]\d[\d{LETTERS}]*)*)"
)
_DANGLING = re.compile(rf"(?<![{LETTERS}\d])(?<![{LETTERS}]-)([{LETTERS}](?:-?[{LETTERS}])+-)(?![{LETTERS}\d])")
"""Two letters at least: one is a name by itself, as in P-糖蛋白."""
_DIGITS_FIRST = re.compile(rf"(?<![{LETTERS}\d.,])(\d+)(-?)([{LETTERS}]+)([-\d{LETTERS}]*)")
_ONE_SIDED = re.compile(
    r"2019(?=\s?(?:novel |new )?(?:coronavirus|新型冠|新冠|冠状))|(?<=virus disease[ -])2019|(?<=冠状病毒病[ -])2019"
    r"|5(?=[-‐]?羟色[胺氨])",
    re.IGNORECASE,
)
"""Numbers of names that the other language may have without one, as serotonin for 5-羟色胺."""
_NOT_A_NAME = re.compile(
    r"(?:n|x|no|or|rr|hr|ci|sd|se|md|smd|wmd|auc|iqr|vs|and|to|of|mid|pre|post|late|early|day|week|month|year"
    r"|age|aged|top|grade|stage|type|phase|level|class|about|in|fig|table|eq|for|by|non)",
    re.IGNORECASE,
)
_UNITS = frozenset(
    """
    mg g kg ug µg mcg ng pg l ml dl ul µl fl mm cm m km nm um µm mol mmol nmol pmol umol µmol mmhg pa kpa cmh
    h hr hrs min mins s sec ms d day days w wk wks week weeks mo month months y yr yrs year years
    u iu miu ku kcal cal kj j hz khz mhz ghz v kv mv kw mw gy cgy mgy bq mbq gbq sv msv ci mci da kda bp kb mb gb tb
    x fold k ka t c f lb lbs oz ft in mph ha am pm usd rmb cny n a b e st nd rd th p px rpm osm mosm meq eq
    cfu pfu copies ppm ppb times million billion thousand
    """.split()  # noqa: SIM905 - a table of words is read as such
)


def identifiers(canvas: Canvas) -> Iterator[Number]:
    """Yield the numbers that belong to a name, an address or a reference, one a name, and paint them over.

    A name that breaks off, such as `IL-`, is yielded without a value: it may be another name's remains.
    """
    for pattern in (_ADDRESS, _CITATION, _ONE_SIDED):
        found = list(canvas.each(pattern))
        yield from (_identifier(match, named=False) for match in found)
        canvas.paint(match.span() for match in found)
    canvas.paint(match.span() for match in [*canvas.each(_POWER)])
    joined = [*canvas.each(_JOINED)]
    yield from (_identifier(match, named=True) for match in joined)
    canvas.paint(match.span() for match in joined)
    yield from (_identifier(match, named=True) for match in canvas.each(_DANGLING))
    for pattern, is_name in ((_LETTERS_FIRST, _names_letters_first), (_DIGITS_FIRST, _names_digits_first)):
        found = [match for match in canvas.each(pattern) if is_name(match)]
        yield from (_identifier(match, named=True) for match in found)
        canvas.paint(match.span() for match in found)


def _names_letters_first(found: re.Match[str]) -> bool:
    """Whether letters and digits are one name, as in HbA1c, and not `P0.05`, `x10` or `mid-1990s`."""
    letters, _, digits = found.groups()
    if len(letters) == 1 and letters not in "nNxX":
        return not re.fullmatch(r"0?\.\d+|\d+\.\d+", digits)
    return not _NOT_A_NAME.fullmatch(letters)


def _names_digits_first(found: re.Match[str]) -> bool:
    """Whether a figure and the letters behind it are one name, as in 5-HT or 18F-FDG, and not `5mg` or `3rd`."""
    _, hyphen, letters, rest = found.groups()
    if len(letters) == 1:
        return bool(rest[1:2].isupper()) or (letters.isupper() and letters not in "LVWAJTKCU")
    if letters.lower() in _UNITS:
        return False
    if hyphen and letters.islower():
        return any(c.isupper() for c in rest)
    return not re.fullmatch(r"[A-Z]?[a-z]{2,}", letters)


def _identifier(found: re.Match[str], *, named: bool) -> Number:
    text = found.group()
    digits = tuple(Fraction(int(d)) for d in re.findall(r"\d+", text) if len(d) <= LONGEST)
    name = re.sub(r"[^0-9a-zα-ω]", "", text.lower()) if named else ""
    return Number(*found.span(), digits, written="identifier", name=name)
