"""A learned translation table as a file: a few lines that say where it comes from, then compressed arrays."""

from __future__ import annotations

import lzma
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from aligner.errors import InputError, OutputError
from aligner.lexicon import cache

_OWN = Path(__file__).parents[1] / "data" / "learned.lex"
_END_OF_HEADER = b"\n\n"
_LONGEST_HEADER = 4096
_HEADER_LINE = "# "
_CHECKSUM = re.compile(r"[0-9a-f]{8}")
_OLD_COUNT = 20  # what an earlier table has seen of a word counts so often at most beside a later one
_COUNT_STEP = 8.0  # counts are kept as logarithms to base 2 in steps of an eighth


@dataclass(frozen=True, slots=True)
class Learned:
    """How often each Chinese word was seen, and the shares of the English keys among its renderings."""

    counts: dict[str, int]
    rows: dict[str, dict[str, float]]


def own() -> Path | None:
    """Return the table that comes with the package, None where it is left out."""
    return _OWN if _OWN.is_file() else None


def about(path: Path) -> list[str]:
    """Return the lines of a table's header, which say where it comes from; the last one ends with a checksum.

    Raises:
        InputError: there is no such file, or it is no such table.
    """
    try:
        with path.open("rb") as file:
            header, end, _ = file.read(_LONGEST_HEADER).partition(_END_OF_HEADER)
        lines = header.decode("utf-8").split("\n")
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such file", "check the path") from error
    except UnicodeDecodeError as error:
        raise _foreign(path) from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})", "check the path") from error
    if not (end and all(line.startswith("#") for line in lines) and _CHECKSUM.fullmatch(lines[-1][-8:])):
        raise _foreign(path)
    return [line.removeprefix(_HEADER_LINE) for line in lines]


def edition(path: Path) -> str:
    """Return what identifies a table's content by reading only its header.

    Raises:
        InputError: there is no such file, or it is no such table.
    """
    return about(path)[-1][-8:]


def editions(paths: Sequence[Path]) -> str:
    """Return what identifies several tables in this order, of the same length for any number of them.

    >>> editions([])
    'none'
    """
    found = [edition(path) for path in paths]
    return found[0] if len(found) == 1 else f"{zlib.crc32('-'.join(found).encode()):08x}" if found else "none"


def _foreign(path: Path) -> InputError:
    return InputError(f"{path}: is not a lexicon of this program", "make one with: aligner lexicon train")


def merged(tables: Sequence[Learned]) -> Learned:
    """Return several tables as one: the more often a later one has seen a word, the more it says of it.

    >>> one, other = Learned({"骨": 60}, {"骨": {"bone": 1.0}}), Learned({"骨": 60}, {"骨": {"skeleton": 1.0}})
    >>> merged([one, other])
    Learned(counts={'骨': 120}, rows={'骨': {'bone': 0.25, 'skeleton': 0.75}})
    """
    counts, rows = dict(tables[0].counts), dict(tables[0].rows)
    for table in tables[1:]:
        for word, row in table.rows.items():
            seen, before = table.counts[word], counts.get(word, 0)
            new = max(seen, 1) / (max(seen, 1) + min(before, _OLD_COUNT))
            old = rows.get(word, {})
            rows[word] = {key: (1 - new) * old.get(key, 0.0) + new * row.get(key, 0.0) for key in {**old, **row}}
            counts[word] = seen + before
    return Learned(counts, rows)


def write(path: Path, table: Learned, about: Sequence[str]) -> None:
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
    header = "\n".join(f"{_HEADER_LINE}{line}" for line in lines).encode()
    blob = header + _END_OF_HEADER + lzma.compress(packed, preset=9 | lzma.PRESET_EXTREME)
    try:
        path.write_bytes(blob)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror})", "name another place with -o") from error


def read(path: Path) -> Learned:
    """Read a table.

    Raises:
        InputError: the file is not such a table, or damaged.
    """
    about(path)
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
        raise InputError(f"{path}: is damaged, or of another version", "train it again") from error
    ends = np.cumsum(sizes).tolist()
    rows = {
        word: {keys[numbers[k]]: shares[k] for k in range(end - size, end)}
        for word, size, end in zip(words, sizes.tolist(), ends, strict=True)
    }
    return Learned(dict(zip(words, np.round(counts).astype(int).tolist(), strict=True)), rows)
