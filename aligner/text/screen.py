"""Text as a terminal shows it: with no sign that drives it, and cut into lines by columns, of which Han takes two."""

from __future__ import annotations

from collections.abc import Iterator

# Marks that may not begin a line, and those that may not end one (GB/T 15834, and English use).
_CLOSING = frozenset("，。、；：？！）】》」』〉〕｝％℃…—～·”’)]},.;:?!%")
_OPENING = frozenset("（【《「『〈〔｛“‘([{")

# One character for one, so that offsets stay: control characters become their pictures, what turns the reading
# direction (and could make a text look like another) a replacement character.
_CONTROLS = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_CONTROLS |= dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000)), 0xFFFD)
_CONTROLS |= dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
_CONTROLS |= {0xFFFC: 0x25AF}  # the placeholder of an inline tag, which looks like nothing else
_CONTROLS |= dict.fromkeys((0x09, 0x0D, 0x85, 0x2028, 0x2029), 0x20) | {0x0A: 0x0A}


def harmless(text: str) -> str:
    r"""Show what could drive a terminal as a visible sign; offsets stay true, line feeds stay.

    >>> harmless("\x1b[31mred")
    '␛[31mred'
    """
    return text.translate(_CONTROLS)


def one_line(text: str) -> str:
    r"""Make text harmless, its white space, line feeds among it, single spaces.

    >>> one_line(" two\n lines ")
    'two lines'
    """
    return " ".join(harmless(text).split())


def cells(text: str) -> int:
    """Count the columns that a harmless text takes.

    >>> cells("MRI 检查")
    8
    """
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def shorten(text: str, width: int) -> str:
    """Cut the middle out of a text that takes more columns than there are, by whole words where they fit.

    >>> shorten("regional migratory osteoporosis", 15), shorten("regional migratory osteoporosis of the hip", 26)
    ('region … orosis', 'regional … of the hip')
    """
    if cells(text) <= width:
        return text
    half = (width - 3) // 2
    return f"{_begun(text, half)} … {_begun(text[::-1], width - 3 - half)[::-1]}"


def beginning(text: str, width: int) -> str:
    """Return the first words of a text that takes more columns than there are.

    >>> beginning("regional migratory osteoporosis", 22), beginning("区域性游走性骨质疏松", 9)
    ('regional migratory …', '区域性 …')
    """
    if cells(text) <= width:
        return text
    return f"{_begun(text, width - 2)} …"


def _begun(text: str, width: int) -> str:
    """Return the first words of a text, or a part of the first one where it is too long by itself."""
    taken = _take(text, width)
    cut_word = taken[-1:].isascii() and text[len(taken)].isascii() and not text[len(taken)].isspace()
    whole = taken.rpartition(" ")[0] if cut_word else taken
    return (whole or taken).rstrip()


def _take(text: str, width: int) -> str:
    used = 0
    for position, character in enumerate(text):
        used += cells(character)
        if used > width:
            return text[:position]
    return text


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return (start, end) of each line, none wider than `width` columns, white space around them left out.

    English breaks at spaces, Chinese between any two characters, save that no line begins with a closing mark
    or ends with an opening one. What fits nowhere, as a long address, is cut.

    >>> text = "患者HbA1c水平升高。"
    >>> [text[start:end] for start, end in wrap(text, 12)]
    ['患者HbA1c水', '平升高。']
    """
    lines: list[tuple[int, int]] = []
    start = end = 0  # of the line so far; nothing stands on it while they are equal
    for left, behind in _pieces(text, width):
        right = left + len(text[left:behind].rstrip())
        if text[left] == "\n":
            lines.append((start, end))
            start = end = left + 1
        elif start == end:
            start, end = left, right
        elif left < right and cells(text[start:right]) > width:
            lines.append((start, end))
            start, end = left, right
        elif left < right:
            end = right
    lines.append((start, end))
    return lines


def _pieces(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the stretches that must stay together, none wider than the line."""
    start = used = 0
    for position, character in enumerate(text):
        size = cells(character)
        if position > start and (_may_break(text, position) or used + size > width):
            yield start, position
            start, used = position, 0
        used += size
    if start < len(text):
        yield start, len(text)


def _may_break(text: str, position: int) -> bool:
    before, after = text[position - 1], text[position]
    if "\n" in (before, after):
        return True
    if after.isspace() or after in _CLOSING or before in _OPENING:
        return False
    return before.isspace() or _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return ord(character) >= 0x1100 and cells(character) == 2
