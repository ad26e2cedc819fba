"""Reads the sentence pairs of a translation memory: TSV or TMX, gzipped or not, a unit at a time."""

from __future__ import annotations

import codecs
import contextlib
import gzip
import io
import itertools
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from aligner.errors import InputError
from aligner.model import Lang
from aligner.text import xml
from aligner.text.languages import lang_of, lang_of_code
from aligner.text.xml import LANG, local_name

if TYPE_CHECKING:
    from lxml import etree

_LINES_TO_TELL = 200  # lines of a TSV file that show which column is which language
_MARKUP = ("bpt", "ept", "ph", "it", "ut")  # elements that hold a format's codes instead of text
Sentences = tuple[str, str]


def pairs(path: str | Path) -> Iterator[Sentences]:
    """Yield the English and the Chinese sentence of each unit that has both.

    The columns of a TSV file are told apart by their script, the sides of a TMX unit by `xml:lang`, or by their
    script where it is lacking. Entities of a TMX file are left alone, and nothing it names is fetched.

    Raises:
        InputError: the file cannot be read, is of another kind, or holds no pair.
    """
    path = Path(path)
    reader = _tmx if path.name.lower().removesuffix(".gz").endswith(".tmx") else _tsv
    found = 0
    with _told(path), _opened(path) as file:
        for pair in reader(file):
            found += 1
            yield pair
    if not found:
        raise InputError(
            f"{path}: holds no pair of an English and a Chinese sentence",
            "give a TSV file with a column for each, or a TMX file",
        )


def _opened(path: Path) -> IO[bytes]:
    """Open a file; one that is gzipped is unpacked as it is read."""
    return cast(IO[bytes], gzip.open(path)) if path.suffix.lower() == ".gz" else path.open("rb")


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what may go wrong with a file into an error that says so."""
    try:
        yield
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such file", "check the path") from error
    except IsADirectoryError as error:
        raise InputError(f"{path}: is a folder", "give a file") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not text in UTF-8", "save it as UTF-8") from error
    except SyntaxError as error:  # what lxml raises, without importing it here
        raise InputError(f"{path}: line {error.lineno}: is not well-formed XML", "export the TMX file again") from error
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path}: cannot be read ({reason})", "check the file") from error


def _tsv(file: IO[bytes]) -> Iterator[Sentences]:
    mark = file.read(2)
    file.seek(0)
    encoding = "utf-16" if mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
    with io.TextIOWrapper(file, encoding, newline="\n") as text:
        rows = (line.rstrip("\r\n").split("\t") for line in text)
        head = list(itertools.islice(rows, _LINES_TO_TELL))
        columns = _columns(head)
        if columns is None:
            return
        for row in itertools.chain(head, rows):
            if len(row) > max(columns):
                english, chinese = row[columns[0]].strip(), row[columns[1]].strip()
                if lang_of(english) == "en" and lang_of(chinese) == "zh":
                    yield english, chinese


def _columns(rows: Iterable[list[str]]) -> tuple[int, int] | None:
    """Return which columns hold most of the English and of the Chinese, None where one is lacking.

    >>> _columns([["7", "Knee pain.", "膝痛。"], ["8", "Hip pain.", "髋痛。"]])
    (1, 2)
    """
    sizes: dict[Lang, Counter[int]] = {"en": Counter(), "zh": Counter()}
    for row in rows:
        for k, text in enumerate(row):
            if lang := lang_of(text):
                sizes[lang][k] += len(text)
    if not (sizes["en"] and sizes["zh"]):
        return None
    return sizes["en"].most_common(1)[0][0], sizes["zh"].most_common(1)[0][0]


def _tmx(file: IO[bytes]) -> Iterator[Sentences]:
    for event, element in xml.events(file):
        if event == "start" or local_name(element) != "tu":
            continue
        sides = dict(_sides(element))
        if sides.keys() == {"en", "zh"}:
            yield sides["en"], sides["zh"]
        xml.release(element)


def _sides(unit: etree._Element) -> Iterator[tuple[Lang, str]]:
    for variant in unit:
        segment = next((child for child in variant if local_name(child) == "seg"), None)
        text = " ".join(_text(segment).split()) if segment is not None else ""
        code = variant.get(LANG) or variant.get("lang") or ""
        lang = lang_of_code(code) if code else lang_of(text)
        if lang and text:
            yield lang, text


def _text(element: etree._Element) -> str:
    """Return the text of a segment without the codes of its format."""
    parts = [element.text or ""]
    for child in element:
        parts += ["" if local_name(child) in ("", *_MARKUP) else _text(child), child.tail or ""]
    return "".join(parts)
