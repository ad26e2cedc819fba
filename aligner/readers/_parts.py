"""From the documents of a stream to one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from aligner.errors import InputError
from aligner.model import Document


def joined(documents: Iterable[Document], name: str) -> Document:
    """Join the parts of one document.

    Raises:
        InputError: the file holds none, or several documents.
    """
    whole = None
    for part in documents:
        if whole is not None and part.id != whole.id:
            raise InputError(
                f"{name}: holds several documents, as “{whole.id}” and “{part.id}”",
                "take them one by one with aligner.read_all",
            )
        whole = part if whole is None else _and(whole, part)
    if whole is None:
        raise InputError(f"{name}: holds no text in both languages", "give a file that has both")
    return whole


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
