"""Characters that cannot be seen.

What it finds
    Zero-width spaces and joiners, byte order marks inside the text, soft hyphens, control characters, marks of the
    writing direction, and ligatures of a typeset page (`ﬁ`, `ﬂ`). Each is reported once for the document, with all its
    places.

Why it matters
    They split words for a search, a spell checker and a program, and come back as boxes or gaps in print.

What it leaves alone
    Line breaks and tabulators, no-break spaces, the joiners of scripts and emoji that need them, and what the source
    has as often.

How to fix it
    Delete the character; write the letters of a ligature one by one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from aligner.checks._flaws import Flaw, between, by_kind
from aligner.model import Context, Example, Pair, Rule, Span

_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
    "|(?<=[\u0000-\u05ff\u3000-\u9fff])[\u200c\u200d](?=[\u0000-\u05ff\u3000-\u9fff])"
)
_LIGATURE = re.compile("[ ]?[\ufb00-\ufb06][ ]?")
_NAMES = {
    "\u200b": "zero-width space", "\ufeff": "byte order mark", "\u00ad": "soft hyphen", "\u2060": "word joiner",
    "\u200c": "zero-width non-joiner", "\u200d": "zero-width joiner", "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
}  # fmt: skip


def _flaws(pair: Pair, context: Context) -> Iterator[Flaw]:
    text, source = pair.target_text, pair.source_text
    for found in _HIDDEN.finditer(text):
        if source.count(found[0]) < text.count(found[0]):
            name = _NAMES.get(found[0]) or f"control character U+{ord(found[0]):04X}"
            yield Flaw(name, f"an invisible {name}; delete it", *between(text, *found.span(), ""))
    for found in _LIGATURE.finditer(text):
        letters = unicodedata.normalize("NFKC", found[0].strip())
        yield Flaw(
            "ligature", "a ligature for its letters; write them one by one", Span.of(text, *found.span()), letters
        )


RULE = Rule(
    id="invisible-character",
    title="Invisible characters",
    category="Linguistic conventions/Character encoding",
    severity="minor",
    scope="document",
    check=by_kind(_flaws),
    bad=(
        Example("Bone marrow oedema", "骨髓\u200b水肿"),
        Example("家庭功能受影响。", "Family functioning was in\ufb02uenced by it."),
        Example("骨髓水肿", "bone mar\u00adrow oedema"),
    ),
    good=(
        Example("Bone marrow oedema", "骨髓水肿"),
        Example("骨髓水肿", "bone\u00a0marrow oedema"),
    ),
    source="Unicode Standard, chapter 23",
)
