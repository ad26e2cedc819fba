"""The fonts whose letters are signs: what a character of Symbol or Wingdings shows, as Unicode.

Source: for Symbol, the mapping of Adobe's encoding that the Unicode Consortium publishes
(MAPPINGS/VENDORS/ADOBE/symbol.txt), without the pieces that large brackets are built of; for Wingdings, the ticks,
boxes, bullets and arrows that Unicode took over from it.
"""

from __future__ import annotations

_PRIVATE = range(0xF000, 0xF100)  # where such fonts have their characters
_UNKNOWN = "□"
_SYMBOL_LOW = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"  # from 0x20
)
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"  # from 0xA0
_WINGDINGS = dict(
    zip(bytes.fromhex("6c6e71 76779f a7a8d8 dfe0e1e2 eff0f1f2 fbfcfdfe"), "●■❑❖⬥•▪◻➢←→↑↓⇦⇨⇧⇩✗✓☒☑", strict=True)
)


def shown(code: int, font: str) -> str:
    """Return the character that a code of a font shows; a sign that has no name here is a box.

    >>> shown(0xF062, "Symbol"), shown(0xF0FC, "Wingdings"), shown(0x2264, "Arial"), shown(0xF0FF, "Webdings")
    ('β', '✓', '≤', '□')
    """
    if code not in _PRIVATE:
        return _UNKNOWN if code < 0x20 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)
    place = code - 0xF000
    if "wingdings" in font.lower():
        return _WINGDINGS.get(place, _UNKNOWN)
    if font and font.lower() != "symbol":
        return _UNKNOWN
    low, high = place - 0x20, place - 0xA0
    if 0 <= low < len(_SYMBOL_LOW):
        return _SYMBOL_LOW[low]
    return _SYMBOL_HIGH[high] if 0 <= high < len(_SYMBOL_HIGH) else _UNKNOWN
