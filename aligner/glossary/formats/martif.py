"""TermBase eXchange in its older edition, ISO 30042:2008, which CAT tools and toolkits still ask for; see `tbx`."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.glossary.formats._format import TermFormat
from aligner.glossary.formats.tbx import Edition, read
from aligner.glossary.formats.tbx import write as write_edition
from aligner.model import Term

ISO_2008 = Edition(
    (
        '<martif type="TBX" xml:lang="en">',
        "<martifHeader><fileDesc><sourceDesc><p>{writer}</p></sourceDesc></fileDesc>"
        '<encodingDesc><p type="XCSURI">TBXXCS.xcs</p></encodingDesc></martifHeader>',
        "<text><body>",
    ),
    ("</body></text>", "</martif>"),
    "termEntry",
    "langSet",
    "tig",
)


def write(terms: Sequence[Term]) -> bytes:
    """Write the older edition."""
    return write_edition(terms, ISO_2008)


FORMAT = TermFormat("martif", (".martif",), read, write)
