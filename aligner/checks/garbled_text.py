"""Text that was garbled by an encoding.

What it finds
    Characters decoded with the wrong encoding (`æ‚£è€…` for 患者, `F ¢ò` for FⅡ, `Â±` for ±, `锟斤拷`), the replacement
    character `�`, characters of private use, question marks in the place of lost characters, and a single foreign
    letter such as `þ` where the source has another sign.

Why it matters
    What stood there cannot be read; where it was a sign or a figure, the sentence says something else or nothing.

What it leaves alone
    Accents in names (Sjögren, naïve), signs such as ± ° µ, phonetic symbols, and what the source has in the same way.

How to fix it
    Take the text from its source again, in the right encoding (UTF-8). Where the suggestion says what it was, write
    that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.model import Context, Example, Hit, Pair, Rule, Span
from aligner.text.mojibake import mojibake

_LOST = re.compile("\ufffd+|(?:锟斤拷)+(?:锟|锟斤)?|[\ue000-\uf8ff]+|(?:烫烫|屯屯){2,}")
_QUESTION = re.compile(r"(?<=[\u3400-\u9fffA-Za-z])\?{2,}(?=[\u3400-\u9fffA-Za-z])|\?{4,}")
_STRAY = re.compile(r"(?<![^\W\d_])[þðÞÐ¤¦¨¬¸¿¡øØß](?![^\W\d_])")


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    text, source = pair.target_text, pair.source_text
    if text.isascii() and "?" not in text:
        return
    found: list[tuple[int, int, str | None]] = [*mojibake(text)]
    for pattern in (_LOST, _QUESTION, _STRAY):
        found += [(*lost.span(), None) for lost in pattern.finditer(text)]
    for start, end, was in sorted(found, key=lambda stretch: stretch[:2]):
        words = text[start:end]
        if words not in source:
            message = f"“{words}” is garbled" + (f": it was {was} before it was decoded wrongly" if was else "")
            yield Hit(message, target=Span.of(text, start, end), suggestion=was)


RULE = Rule(
    id="garbled-text",
    title="Garbled text",
    category="Linguistic conventions/Character encoding",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("The patient recovered.", "æ‚£è€…康复。"),
        Example("The mean was 5±1.", "平均5�1。"),
        Example("凝血因子Ⅱ活性降低。", "The activity of factor ¢ò was low."),
        Example("患者康复。", "The patientâ€™s pain was gone."),
    ),
    good=(
        Example("Sjögren's syndrome at 37 °C ± 1", "Sjögren综合征，37 ℃±1"),
        Example("患有干燥综合征", "She had Sjögren’s syndrome; naïve T cells, 5 µg, 10²."),
    ),
    source="MQM: Linguistic conventions, Character encoding",
)
