"""The elements of WordprocessingML by short names, whichever edition of the standard a file follows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
}
_OFF = frozenset(("0", "false", "off"))


@lru_cache(maxsize=1024)
def _short(tag: str) -> str:
    namespace, _, name = tag[1:].partition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{name}" if prefix else ""


def kind(element: Any) -> str:
    """Return the short name of an element, `w:p`; empty for a comment and for what other standards define."""
    return _short(element.tag) if isinstance(element.tag, str) else ""


def tag(like: Any, name: str) -> str:
    """Return the full name of an element or attribute in the namespace of another element."""
    return f"{like.tag.partition('}')[0]}}}{name}"


def attribute(element: Any, name: str) -> str | None:
    """Return an attribute from the element's own namespace."""
    value: str | None = element.get(tag(element, name))
    return value


def child(element: Any, name: str) -> Any | None:
    """Return the first child of this short name."""
    return None if element is None else next((one for one in element if kind(one) == name), None)


def switch(properties: Any | None, name: str) -> bool | None:
    """Return whether a property is on or off, None where it is not said."""
    found = child(properties, name)
    return None if found is None else attribute(found, "val") not in _OFF


def inside(element: Any, *names: str) -> Iterator[Any]:
    """Yield the elements of these short names at any depth, in order."""
    return (one for one in element.iter() if kind(one) in names)
