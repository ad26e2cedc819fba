"""PDF, as a convenience: its text page by page, as far as the file says what its text is.

A page has no paragraphs and no reading order, so that columns, tables, headers and words that are divided at the end
of a line come out as they were drawn, of which a warning tells. Lines are joined where a sentence plainly runs over
from one to the next; that two sentences of a paragraph stay apart does no harm.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from aligner.config import Config
from aligner.errors import InputError, missing
from aligner.readers._reader import Reader, Source
from aligner.text import keywords
from aligner.text.paragraphs import width
from aligner.text.sections import starts_label

_BREAK = "\n\n"
_FULL = 0.85  # of the widest line of a page; the letters of a line are not of one width
_ENDED = re.compile(r"[.!?。！？…:：;；][\"'”’」』)）\]】]*$")
_RUNS_ON = re.compile(
    r"[a-zß-ÿ(（),，、；）]|\d[\d.,%]*[.。]?\s*$|[\u3400-\u9fff]{1,6}[。；]\s*$"
)  # how no paragraph begins
_BULLET = re.compile(r"[•·●▪◦–—-]\s")
_ITEM = re.compile(r"[(（]?(?:\d{1,2}|[a-z]|[一二三四五六七八九十]{1,3})[.)）、]\s*\S")
_CHINESE = "\u2e80"  # from here on, what no space goes with
_BULLETS = dict.fromkeys(
    map(ord, "\uf06c\uf06e\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc"), "•"
)  # of the font Symbol and its kin
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
    texts = [unwrapped(page.strip()) for page in pages]
    if not any(texts):
        raise InputError(f"{name}: holds no text, only pictures", "have its text recognised (OCR) first")
    return _source(texts, name)


def _pages(reader: Any, name: str) -> Iterator[str]:
    # Many files are encrypted with the empty password, which only forbids to print or copy.
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(f"{name}: is protected by a password", _REMEDY)
    for page in reader.pages:
        yield page.extract_text().translate(_BULLETS)


def unwrapped(page: str) -> str:
    """Join the lines of a page over which a sentence runs.

    >>> unwrapped("Your visits\\nThe first visit is in week 8 and the last one in week\\n52. It is short.\\nThank you.")
    'Your visits\\nThe first visit is in week 8 and the last one in week 52. It is short.\\nThank you.'
    """
    lines = [line.rstrip() for line in page.split("\n")]
    widest = max(map(width, lines))
    joined = lines[:1]
    for before, line in pairwise(lines):
        if _goes_on(before, line.lstrip(), widest):
            apart = "" if max(joined[-1][-1], line.lstrip()[0], key=ord) > _CHINESE else " "
            joined[-1] = f"{joined[-1]}{apart}{line.lstrip()}"
        else:
            joined.append(line)
    return "\n".join(joined)


def _goes_on(before: str, line: str, widest: int) -> bool:
    """Say whether a line goes on with the sentence of the one before it."""
    if not before or not line or _BULLET.match(line) or starts_label(line[:80]) or keywords.is_keywords(line):
        return False
    if _RUNS_ON.match(line) and not _ITEM.match(line):
        return not _ENDED.search(before) or (before.endswith(".") and line[0].islower())
    return not _ENDED.search(before) and width(before) >= _FULL * widest


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
