"""PDF, as a convenience: its text page by page, as far as the file says what its text is.

A page has no paragraphs and no reading order, so that columns, tables, headers and words that are divided at the end
of a line come out as they were drawn, of which a warning tells.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aligner.config import Config
from aligner.errors import InputError, missing
from aligner.readers._reader import Reader, Source

_BREAK = "\n\n"
_MOST_NAMED = 5
_REMEDY = "save it without a password"


def read(data: bytes, name: str, config: Config) -> Source:
    """Return the text of the pages."""
    try:
        import pypdf
    except ModuleNotFoundError:
        raise missing(name, "pypdf", "formats") from None
    with _quiet():
        try:
            pages = list(_pages(pypdf.PdfReader(io.BytesIO(data)), name))
        except pypdf.errors.LimitReachedError:
            raise InputError(f"{name}: is too large when unpacked", "save its text as a text file") from None
        except (pypdf.errors.DependencyError, pypdf.errors.FileNotDecryptedError):
            raise InputError(f"{name}: is protected by a password", _REMEDY) from None
        except InputError:
            raise
        except Exception as error:  # noqa: BLE001 - a damaged file may break a parser of PDF anywhere
            reason = type(error).__name__
            raise InputError(f"{name}: is no PDF file that can be read ({reason})", "save it as PDF again") from None
    texts = [page.strip() for page in pages]
    if not any(texts):
        raise InputError(f"{name}: holds no text, only pictures", "have its text recognised (OCR) first")
    return _source(texts, name)


def _pages(reader: Any, name: str) -> Iterator[str]:
    # Many files are encrypted with the empty password, which only forbids to print or copy.
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(f"{name}: is protected by a password", _REMEDY)
    for page in reader.pages:
        yield page.extract_text()


def _source(texts: list[str], name: str) -> Source:
    places: list[tuple[int, str]] = []
    at = 0
    for number, text in enumerate(texts, 1):
        places.append((at, f"page {number}"))
        at += len(text) + len(_BREAK)
    warnings = [f"{name}: a PDF has no paragraphs: look for columns, headers and divided words that got into the text"]
    if empty := [str(number) for number, text in enumerate(texts, 1) if not text]:
        shown = ", ".join(empty[:_MOST_NAMED]) + (", ..." if len(empty) > _MOST_NAMED else "")
        warnings.append(f"{name}: no text on page{'s' * (len(empty) > 1)} {shown}")
    return Source(_BREAK.join(texts), name, tuple(warnings), READER.id, places=tuple(places))


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library from talking on standard error meanwhile."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)  # that of its modules, too
    try:
        yield
    finally:
        logger.setLevel(before)


def _recognises(head: bytes, name: str) -> bool:
    return head[:1024].lstrip().startswith(b"%PDF-")


READER = Reader("pdf", "PDF", (".pdf",), read, recognises=_recognises)
