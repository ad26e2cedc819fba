"""Pairs that the user is sure of: read, checked, and kept by taking each as one segment that meets its partner only."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from aligner.alignment.roles import Locked
from aligner.config import Numbers
from aligner.errors import InputError
from aligner.model import Block, Segment

_LIST = r"\[\s*((?:\d+\s*(?:,\s*\d+\s*)*)?)\]"
_BEAD = re.compile(rf"{_LIST}\s*:\s*{_LIST}(?:\s*:.*)?")
_NUMBERS = re.compile(r"(\d+)\t(\d+)")
_MOST_DIGITS = 9
_FORMS = "write [3]:[4, 5], or 3 and 4 with a tab between them, segments counted from 0"


class Lock(NamedTuple):
    """Segments [a0, a1) of the first side and [b0, b1) of the second that stay together; `place` names the lock."""

    a0: int
    a1: int
    b0: int
    b1: int
    place: str = "anchor 1"

    def swapped(self) -> Lock:
        """Return the lock with its sides exchanged."""
        return Lock(self.b0, self.b1, self.a0, self.a1, self.place)


def read(path: str) -> tuple[Lock, ...]:
    """Read a file of locks: a bead a line as `--format beads` writes them, or two numbers with a tab between.

    Empty lines, and those that begin with `#`, are left out.

    Raises:
        InputError: the file cannot be read, or a line says something else; the message names it.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such file", "check the path") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not text in UTF-8", _FORMS) from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})", "check the path") from error
    told = ((f"{path}: line {k}", line.strip()) for k, line in enumerate(lines, 1))
    return tuple(_lock(*_fields(place, line), place) for place, line in told if line and not line.startswith("#"))


def given(pairs: Iterable[tuple[Numbers, Numbers]]) -> tuple[Lock, ...]:
    """Return the locks of pairs of segment numbers, each one number or several in a row.

    >>> given([(0, 0), (3, (4, 5))])[1][:4]
    (3, 4, 4, 6)
    """
    sides = (tuple((n,) if isinstance(n, int) else tuple(n) for n in pair) for pair in pairs)
    return tuple(_lock(a, b, f"anchor {k}") for k, (a, b) in enumerate(sides, 1))


def _fields(place: str, line: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    found = _BEAD.fullmatch(line) or _NUMBERS.fullmatch(line)
    written = [re.findall(r"\d+", field) for field in found.groups()] if found else []
    if not found or any(len(number) > _MOST_DIGITS for side in written for number in side):
        raise InputError(f"{place}: '{line[:40]}' is no bead", _FORMS)
    return tuple(map(int, written[0])), tuple(map(int, written[1]))


def _lock(left: tuple[int, ...], right: tuple[int, ...], place: str) -> Lock:
    if not (left or right) or any(side != tuple(range(side[0], side[0] + len(side))) for side in (left, right) if side):
        raise InputError(f"{place}: the segments of a side must be numbers in a row", _FORMS)
    if min((*left, *right)) < 0:
        raise InputError(f"{place}: there are no numbers below 0", _FORMS)
    ends = [(side[0], side[-1] + 1) if side else (0, 0) for side in (left, right)]
    return Lock(*ends[0], *ends[1], place)


def checked(locks: Sequence[Lock], first: Sequence[Segment], second: Sequence[Segment]) -> tuple[Lock, ...]:
    """Return the locks of two texts in order, once each.

    Raises:
        InputError: a lock is outside the text, holds a segment of another, or crosses another.
    """
    for lock in locks:
        for last, text in ((lock.a1, first), (lock.b1, second)):
            if last > len(text):
                raise InputError(f"{lock.place}: there is no segment {last - 1}; {_size(text)}", _FORMS)
    unique = {lock[:4]: lock for lock in reversed(locks)}.values()
    for swap in (False, True):
        ranges = sorted((lock.swapped() if swap else lock) for lock in unique)
        for one, other in pairwise(lock for lock in ranges if lock.a1 > lock.a0):
            if other.a0 < one.a1:
                raise InputError(f"{_later(one, other)}: segment {other.a0} is in another anchor", "leave one out")
    both = sorted(lock for lock in unique if lock.a1 > lock.a0 and lock.b1 > lock.b0)
    for one, other in pairwise(both):
        if other.b0 < one.b1:
            raise InputError(
                f"{_later(one, other)}: crosses another anchor ({_shown(one)} and {_shown(other)})",
                "anchors keep the order of both texts; leave one out",
            )
    return tuple(sorted(unique))


def _size(text: Sequence[Segment]) -> str:
    if not text:
        return "that text has none"
    return f"the {'Chinese' if text[0].lang == 'zh' else 'English'} text has 0 to {len(text) - 1}"


def _later(one: Lock, other: Lock) -> str:
    """Return the place of the lock that was given later."""
    places = one.place, other.place
    return max(places, key=lambda place: int(place.rpartition(" ")[2]))


def _shown(lock: Lock) -> str:
    return f"{list(range(lock.a0, lock.a1))}:{list(range(lock.b0, lock.b1))}"


class Joined(NamedTuple):
    """A side on which each locked stretch is one segment; `starts` holds where each began, and the end."""

    segments: list[Segment]
    starts: list[int]


def joined(segments: Sequence[Segment], locks: Iterable[Lock], breaks: Container[int] = ()) -> Joined:
    """Take each stretch that the first sides of the locks name as one segment; set a locked mark at each break."""
    stretch = {lock.a0: lock for lock in locks if lock.a1 > lock.a0}
    found, starts, at = list[Segment](), list[int](), 0
    while at < len(segments):
        if at in breaks:
            starts.append(at)
            found.append(Locked(Block(""), 0, "", segments[at].lang))
        starts.append(at)
        lock = stretch.get(at)
        found.append(_one(segments, lock) if lock else segments[at])
        at = lock.a1 if lock else at + 1
    return Joined(found, [*starts, len(segments)])


def _one(segments: Sequence[Segment], lock: Lock) -> Locked:
    texts = [segment.text for segment in segments[lock.a0 : lock.a1]]
    first = segments[lock.a0]
    text = (" " if first.lang == "en" else "").join(texts)
    return Locked(Block(text), 0, text, first.lang, first.index, partner=lock.b1 > lock.b0)
