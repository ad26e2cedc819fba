"""A learned translation table as a file: a few lines that say where it comes from, then compressed arrays."""

from __future__ import annotations

import lzma
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from aligner.errors import InputError
from aligner.lexicon import cache

_OWN = Path(__file__).parents[1] / "data" / "learned.lex"
_END_OF_HEADER = b"\n\n"
_LONGEST_HEADER = 4096
_COUNT_STEP = 8.0  # counts are kept as logarithms to base 2 in steps of an eighth


@dataclass(frozen=True, slots=True)
class Learned:
    """How often each Chinese word was seen, and the shares of the English keys among its renderings."""

    counts: dict[str, int]
    rows: dict[str, dict[str, float]]


def own() -> Path | None:
    """Return the table that comes with the package, None where it is left out."""
    return _OWN if _OWN.is_file() else None


def edition(path: Path | None) -> str:
    """Return what identifies a table's content by reading only its header, whose last line is a checksum."""
    if path is None:
        return "none"
    with path.open("rb") as file:
        header = file.read(_LONGEST_HEADER).partition(_END_OF_HEADER)[0]
    return header.rpartition(b" ")[2].decode("ascii", "replace")[-8:]


def write(path: Path, table: Learned, about: list[str]) -> None:
    """Write a table; `about` is its header, a line each."""
    words = sorted(table.rows)
    frequency: dict[str, int] = {}
    for row in table.rows.values():
        for key in row:
            frequency[key] = frequency.get(key, 0) + 1
    keys = sorted(frequency, key=lambda key: (-frequency[key], key))  # small numbers for frequent keys pack better
    number = {key: k for k, key in enumerate(keys)}
    counts = np.array([table.counts[word] for word in words])
    shares = np.array([share for word in words for share in table.rows[word].values()])
    packed = cache.pack(
        {
            "words": "\n".join(words).encode(),
            "keys": "\n".join(keys).encode(),
            "counts": np.round(np.log2(counts + 1) * _COUNT_STEP).astype(np.uint8).tobytes(),
            "sizes": np.array([len(table.rows[word]) for word in words], np.uint8).tobytes(),
            "numbers": np.array([number[key] for word in words for key in table.rows[word]], np.uint32).tobytes(),
            "shares": np.round(shares * 255).clip(1, 255).astype(np.uint8).tobytes(),
        }
    )
    lines = [*about, f"Checksum of what follows, uncompressed: {zlib.crc32(packed):08x}"]
    header = "\n".join(f"# {line}" for line in lines).encode()
    path.write_bytes(header + _END_OF_HEADER + lzma.compress(packed, preset=9 | lzma.PRESET_EXTREME))


def read(path: Path) -> Learned:
    """Read a table.

    Raises:
        InputError: the file is not such a table, or damaged.
    """
    try:
        _, _, body = path.read_bytes().partition(_END_OF_HEADER)
        parts = cache.unpack(lzma.decompress(body))
        words = str(parts["words"], "utf-8").split("\n")
        keys = str(parts["keys"], "utf-8").split("\n")
        sizes = np.frombuffer(parts["sizes"], np.uint8).astype(np.int64)
        counts = np.exp2(np.frombuffer(parts["counts"], np.uint8) / _COUNT_STEP) - 1
        numbers = np.frombuffer(parts["numbers"], np.uint32).tolist()
        shares = (np.frombuffer(parts["shares"], np.uint8) / 255).tolist()
    except (OSError, ValueError, KeyError, lzma.LZMAError) as error:
        raise InputError(f"{path}: is not a lexicon that this program wrote", "train it again") from error
    ends = np.cumsum(sizes).tolist()
    rows = {
        word: {keys[numbers[k]]: shares[k] for k in range(end - size, end)}
        for word, size, end in zip(words, sizes.tolist(), ends, strict=True)
    }
    return Learned(dict(zip(words, np.round(counts).astype(int).tolist(), strict=True)), rows)
