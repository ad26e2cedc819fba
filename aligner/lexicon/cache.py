"""Keeps what was compiled once in the user's cache folder, checked when it is read."""

from __future__ import annotations

import contextlib
import json
import mmap
import os
import sys
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path

FORMAT = 7  # of the compiled dictionary: raise it where its parts or what goes into them change
LONGEST_WORD = 8  # longer headwords are sayings

_MAGIC = b"ALIGNER\n"
_ALIGNMENT = 8  # numpy reads arrays fastest from multiples of their item size
Parts = Mapping[str, "bytes | memoryview"]


def folder() -> Path:
    """Return the user's cache folder for this program: `ALIGNER_CACHE`, or where the platform keeps caches."""
    if own := os.environ.get("ALIGNER_CACHE"):
        return Path(own)
    if xdg := os.environ.get("XDG_CACHE_HOME"):
        return Path(xdg, "aligner")
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  (Path.home raises where there is no home)
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "aligner"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home), "aligner", "Cache")
    return home / ".cache" / "aligner"


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return one blob of named parts: magic, header length, header as JSON, checksummed body.

    >>> {name: bytes(part) for name, part in unpack(pack({"a": b"xyz"})).items()}
    {'a': b'xyz'}
    """
    table, body = {}, bytearray()
    for name, part in parts.items():
        body += bytes(-len(body) % _ALIGNMENT)
        table[name] = (len(body), len(part))
        body += part
    header = json.dumps({"size": len(body), "crc": zlib.crc32(body), "parts": table}).encode()
    header += b" " * (-(len(_MAGIC) + 4 + len(header)) % _ALIGNMENT)
    return _MAGIC + len(header).to_bytes(4, "little") + header + bytes(body)


def unpack(blob: bytes | mmap.mmap) -> dict[str, memoryview]:
    """Return the parts of a blob, without copying.

    Raises:
        ValueError: the blob is cut short, damaged or something else.
    """
    view = memoryview(blob)
    start = len(_MAGIC) + 4
    if view[: len(_MAGIC)] != _MAGIC:
        raise ValueError("not a file of this program")
    header_size = int.from_bytes(view[len(_MAGIC) : start], "little")
    header = json.loads(bytes(view[start : start + header_size]))
    body = view[start + header_size :]
    if len(body) != header["size"] or zlib.crc32(body) != header["crc"]:
        raise ValueError("damaged")
    return {name: body[at : at + size] for name, (at, size) in header["parts"].items()}


def read(name: str) -> dict[str, memoryview] | None:
    """Return the parts of a cached file, None where there is none that is whole."""
    try:
        with (folder() / name).open("rb") as file:
            return unpack(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write(name: str, blob: bytes) -> bool:
    """Write a cached file, whole or not at all; False where the folder cannot be written."""
    place = folder()
    try:
        place.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=name, dir=place)
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(blob)
        Path(temporary).replace(place / name)
    except OSError:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        return False
    return True
