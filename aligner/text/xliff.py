"""How the units of XLIFF and their segments are named, for those who read a file and those who write into it."""

from __future__ import annotations


def unit(kind: str, unit_id: str, file: int) -> str:
    """Name a unit; `file` counts the files inside the file, from 1.

    >>> unit("trans-unit", "7", 1), unit("unit", "u7", 2)
    ('trans-unit id=7', 'file[2] unit id=u7')
    """
    return f"{f'file[{file}] ' * (file > 1)}{kind} id={unit_id}"


def mark(unit: str, mid: str) -> str:
    """Name a segment of 1.2.

    >>> mark("trans-unit id=7", "3")
    'trans-unit id=7 mrk mid=3'
    """
    return f"{unit} mrk mid={mid}"


def segment(unit: str, segment_id: str, number: int) -> str:
    """Name a segment of 2.x by its id, else by its number among those of its unit, from 1.

    >>> segment("unit id=u7", "", 2)
    'unit id=u7 segment[2]'
    """
    return f"{unit} segment id={segment_id}" if segment_id else f"{unit} segment[{number}]"
