"""From the units of a file that came paired to Documents, a few hundred units each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from aligner.config import Config
from aligner.errors import InputError
from aligner.model import Block, Document, Lang, other_lang
from aligner.readers._left_out import LeftOut
from aligner.text import languages, xml

_PART = 300  # units of a Document
_ENOUGH = 5  # English words, and Chinese characters, that say for sure which language a file is in

NO_TEXT = "nothing to translate"
UNTRANSLATED = "not translated yet"
PROTECTED = "marked as not to be translated"
FOREIGN = "not between English and Chinese"
UNNAMED = "the language is not named"


@dataclass(frozen=True, slots=True)
class Unit:
    """A text and its translation; `lang` is the language that the file says was translated."""

    source: Block
    target: Block
    lang: Lang


@dataclass(frozen=True, slots=True)
class Left:
    """A unit that is left out, and why."""

    address: str
    why: str


def documents(units: Iterable[Unit | Left], name: str, format_id: str, config: Config) -> Iterator[Document]:
    """Yield the parts of the document that the units make, the last one with what was left out.

    Raises:
        InputError: there is no unit that can be checked.
    """
    parts = _Parts(name, format_id, config)
    for unit in units:
        if isinstance(unit, Left):
            parts.left.add(unit.address, unit.why)
        elif whole := parts.add(unit):
            yield whole
    yield from parts.rest()


class _Parts:
    """One file on its way; the part that is finished last is held back until it is known whether it is the end."""

    def __init__(self, name: str, format_id: str, config: Config) -> None:
        self.name, self.format_id, self.config = name, format_id, config
        self.left = LeftOut("unit")
        self._units: list[Unit] = []
        self._held: Document | None = None
        self._lang: Lang | None = None
        self._turned = False

    def add(self, unit: Unit) -> Document | None:
        """Take a unit; return the part that is known by now not to be the last."""
        self._units.append(unit)
        if len(self._units) < _PART:
            return None
        before, self._held = self._held, self._document()
        return before

    def rest(self) -> Iterator[Document]:
        """Yield what is left."""
        parts = [self._held, self._document() if self._units else None]
        found = [part for part in parts if part]
        if not found:
            raise InputError(f"{self.name}: {self._nothing()}", "give a file with a text in English and Chinese")
        yield from found[:-1]
        yield replace(found[-1], skipped=tuple(self.left.skipped()))

    def _document(self) -> Document:
        units, self._units = self._units, []
        if self._lang is None:
            self._turned = _are_turned(units)
        if self._turned:
            units = [replace(unit, lang=other_lang(unit.lang)) for unit in units]
        own = self._lang = self._lang or units[0].lang
        source_lang = self.config.source or own
        pairs = [(u.source, u.target) if u.lang == source_lang else (u.target, u.source) for u in units]
        return Document(
            Path(self.name).stem,
            self.name,
            self.format_id,
            tuple(source for source, _ in pairs),
            tuple(target for _, target in pairs),
            source_lang,
            other_lang(source_lang),
            links=tuple(((number,), (number,)) for number in range(len(pairs))),
            presegmented=True,
            first="source" if source_lang == own else "target",
            warnings=(f"{self.name}: names its languages the wrong way round; what is written counts",) * self._turned,
        )

    def _nothing(self) -> str:
        told = self.left.told()
        return f"no unit can be checked: {told}" if told else "holds no unit of translation"


def _are_turned(units: Sequence[Unit]) -> bool:
    """Say whether units are in each other's languages, all together: the file names them the wrong way round."""
    named = units[0].lang
    source, target = ("\n".join(block.text for block in side) for side in zip(*map(_sides, units), strict=True))
    if [languages.lang_of(source), languages.lang_of(target)] != [other_lang(named), named]:
        return False
    english, chinese = (target, source) if named == "en" else (source, target)
    return min(languages.size(english, "en"), languages.size(chinese, "zh")) >= _ENOUGH


def _sides(unit: Unit) -> tuple[Block, Block]:
    return unit.source, unit.target


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn what may be wrong with XML into an error that says so."""
    try:
        yield
    except SyntaxError as error:  # what lxml raises, without importing it here
        at = f"line {error.lineno}, column {error.offset}: " if error.lineno else ""
        raise InputError(f"{name}: {at}is not well-formed XML ({xml.reason(error)})", "export it again") from error
    except RecursionError as error:
        raise InputError(f"{name}: has elements inside elements without end", "export it again") from error
    except xml.EntityError as error:
        raise InputError(f"{name}: {error}", "export it without a DOCTYPE") from error
    except LookupError as error:
        raise InputError(f"{name}: {error}", "name another with --encoding") from error


def require_root(root: str, wanted: str, name: str) -> None:
    """Refuse XML of another kind.

    Raises:
        InputError: the file begins with another element.
    """
    if root != wanted:
        raise InputError(f"{name}: is XML but not {wanted.upper()}: it begins with <{root}>", "check the file")
