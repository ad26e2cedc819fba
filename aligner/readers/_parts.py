"""From the documents of a stream to one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from itertools import groupby

from aligner.errors import InputError
from aligner.model import Document


def joined(documents: Iterable[Document], name: str) -> Document:
    """Join the parts of one document.

    Raises:
        InputError: the file holds none, or several documents.
    """
    first, *others = whole(documents, name)
    if others:
        raise InputError(
            f"{name}: holds several documents, as “{first.id}” and “{others[0].id}”",
            "take them one by one with aligner.read_all",
        )
    return first


def whole(documents: Iterable[Document], name: str) -> tuple[Document, ...]:
    """Join what follows each other and has one id.

    Raises:
        InputError: the file holds none.
    """
    found = tuple(reduce(_and, parts) for _, parts in groupby(documents, lambda document: document.id))
    if not found:
        raise InputError(f"{name}: holds no text in both languages", "give a file that has both")
    return found


def _and(one: Document, two: Document) -> Document:
    links = one.links
    if links is not None and two.links is not None:
        a, b = len(one.source), len(one.target)
        links += tuple((tuple(i + a for i in left), tuple(i + b for i in right)) for left, right in two.links)
    return replace(
        one,
        source=one.source + two.source,
        target=one.target + two.target,
        links=links,
        set_aside=one.set_aside + two.set_aside,
        warnings=tuple(dict.fromkeys(one.warnings + two.warnings)),
        skipped=one.skipped + two.skipped,
    )
