"""Bytes to text: UTF-8, UTF-16 by its mark, GB18030 where it must be, or what the user names."""

from __future__ import annotations

import codecs
import io
import re
from typing import BinaryIO, TextIO

from aligner.errors import InputError

_SIGNATURES = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a Word, Excel or zip file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "an RTF file",
}
ENCODINGS = "known are utf-8, utf-16, gb18030, big5 and others"
_CHUNK = 1 << 20
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_FREQUENT = frozenset(
    "的一是在不了有和人中大为上国我以要他时来用们生到作地于出就分对成会可主发年同工也能下过子说产种面方后多定行学法所民得经者患性与及组疗病治"
)
_FREQUENT_TRADITIONAL = frozenset(
    "的一是在不了有和人中大為上國我以要他時來用們生到作地於出就分對成會可主發年同工也能下過者患性與及組療病治"
)

_WESTERN = frozenset("\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022\u00a0«»°±²³µ·×÷½¼¾§©®™€£")


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text and warnings about how it was read.

    Raises:
        InputError: the bytes are no text, or of an encoding that cannot be told; the message says which byte.
    """
    if not data:
        raise InputError(f"{name}: is empty", "give a file that holds text")
    if encoding is not None:
        return _forced(data, name, encoding), ()
    for mark, by_mark in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], name, by_mark, skipped=len(mark)), name), ()
    _reject_binary(data, name)
    try:
        return _checked(data.decode("utf-8"), name), ()
    except UnicodeDecodeError as error:
        return _chinese(data, name, error)


def open_text(file: BinaryIO, name: str, encoding: str | None = None) -> tuple[TextIO, tuple[str, ...]]:
    """Return the text of a file of any size, line ends as they are, and the warnings of `decode`.

    A file in UTF-8 is read as it is asked for, after a look through all of it; any other is decoded as a whole.

    Raises:
        InputError: as `decode` does.
    """
    if encoding is None and _is_utf8(file):
        return io.TextIOWrapper(file, "utf-8-sig", newline=""), ()
    text, warnings = decode(file.read(), name, encoding)
    return io.StringIO(text, newline=""), warnings


def _is_utf8(file: BinaryIO) -> bool:
    """Say whether all of a file is text in UTF-8, and not of a kind that `decode` refuses; go back to its start."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    begin = file.read(_CHUNK)
    fine = not begin.startswith(tuple(_SIGNATURES)) and bool(begin.strip())
    chunk = begin
    try:
        while chunk and fine:
            fine = not _CONTROL.search(decoder.decode(chunk))
            chunk = file.read(_CHUNK)
        decoder.decode(b"", final=fine)
    except UnicodeDecodeError:
        fine = False
    file.seek(0)
    return fine


def is_encoding(name: str) -> bool:
    """Say whether this is the name of an encoding of text.

    >>> is_encoding("gb18030"), is_encoding("utf9"), is_encoding("zlib")
    (True, False, False)
    """
    try:
        codecs.lookup(name)
        b"a".decode(name)
    except UnicodeDecodeError:
        return True
    except (LookupError, ValueError):
        return False
    return True


def _forced(data: bytes, name: str, encoding: str) -> str:
    if not is_encoding(encoding):
        raise InputError(f"unknown encoding '{encoding}'", ENCODINGS)
    return _checked(_strict(data, name, encoding).removeprefix("\ufeff"), name)


def _strict(data: bytes, name: str, encoding: str, skipped: int = 0) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: byte {error.start + skipped}{_line(data, error.start, encoding)} is not {encoding.upper()}",
            "name the encoding of the file with --encoding",
        ) from error


def _line(data: bytes, at: int, encoding: str) -> str:
    """Return the line a byte stands in, where line feeds are single bytes."""
    if "16" in encoding or "32" in encoding:
        return ""
    before = data[:at]
    number = before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1
    return f" (line {number})"


def _reject_binary(data: bytes, name: str) -> None:
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise InputError(f"{name}: is {kind}, not text", "save it as plain text in UTF-8")
    if b"\x00" in data:
        guess = _utf_16(data)
        if guess:
            raise InputError(f"{name}: looks like UTF-16 without a byte order mark", f"try --encoding {guess}")
        raise InputError(f"{name}: is a binary file (it holds NUL bytes), not text", "save it as plain text in UTF-8")


def _utf_16(data: bytes) -> str:
    """Return the kind of UTF-16 that makes common characters of nearly all of the bytes, "" for none."""
    if len(data) % 2:
        return ""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data[:8000].decode(encoding, errors="replace")
        common = sum("\t" <= c <= "~" or c in _FREQUENT or c in _FREQUENT_TRADITIONAL for c in text)
        known = sum("\t" <= c <= "~" or "\u3000" <= c <= "\u9fff" or "\uff01" <= c <= "\uff5e" for c in text)
        if known >= 0.95 * len(text) and common >= 0.1 * len(text):
            return encoding
    return ""


def _checked(text: str, name: str) -> str:
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if "\x00" in text or controls > 8 + len(text) // 100:
        raise InputError(
            f"{name}: is a binary file (it holds control characters), not text", "save it as plain text in UTF-8"
        )
    if not text.strip().strip("\ufeff\u200b").strip():
        raise InputError(f"{name}: holds nothing but white space", "give a file that holds text")
    return text


def _chinese(data: bytes, name: str, error: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    """Read bytes that are not UTF-8 as GB18030 where Chinese comes out; never guess beyond that."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if text and _plausible(text):
        warning = f"{name}: is not UTF-8; read as GB18030. Name the encoding with --encoding if that is wrong"
        return _checked(text, name), (warning,)
    remedy = "name the encoding of the file with --encoding"
    if _is_big5(data):
        remedy = "it looks like Big5: try --encoding big5"
    elif _is_western(data):
        remedy = "it looks like Windows-1252 (Latin-1): try --encoding cp1252"
    where = f"byte {error.start}{_line(data, error.start, 'utf-8')}"
    raise InputError(f"{name}: {where} is not UTF-8, and read as GB18030 it is no Chinese", remedy) from error


def _plausible(text: str) -> bool:
    """Say whether text decoded as GB18030 is Chinese: of the common characters, not the far rows or private ones.

    Nearly any bytes decode; those of other encodings come out as rare characters.
    """
    foreign = [c for c in text[:200_000] if ord(c) > 0x7F]
    if any("\ue000" <= c <= "\uf8ff" for c in foreign) or len(foreign) < 2:
        return False
    common = 0
    for c in foreign:
        encoded = c.encode("gb18030")
        common += (
            len(encoded) == 2 and encoded[1] >= 0xA1 and (0xB0 <= encoded[0] <= 0xD7 or encoded[0] in (0xA1, 0xA3))
        )
    frequent = sum(c in _FREQUENT or c in _FREQUENT_TRADITIONAL for c in foreign)
    return common >= 0.75 * len(foreign) or (common >= 0.4 * len(foreign) and frequent >= 0.08 * len(foreign))


def _is_western(data: bytes) -> bool:
    """Say whether bytes make a text in Latin letters, with some accents or typographic marks, in Windows-1252."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    foreign = [c for c in text if ord(c) > 0x7F]
    usual = sum((c.isalpha() and c not in "ªºƒ") or c in _WESTERN for c in foreign)
    return not _CONTROL.search(text) and len(foreign) <= 0.3 * len(text) and usual >= 0.9 * len(foreign)


def _is_big5(data: bytes) -> bool:
    try:
        text = data.decode("big5")
    except UnicodeDecodeError:
        return False
    foreign = [c for c in text[:200_000] if ord(c) > 0x7F]
    return sum(c in _FREQUENT_TRADITIONAL for c in foreign) >= 0.05 * len(foreign)
