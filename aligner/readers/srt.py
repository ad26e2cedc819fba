"""Subtitles (SRT, ASS, SSA): two files, or one whose subtitles hold both languages, each of which is then a pair.

Markup and drawings are left out, the lines of a subtitle are joined. Subtitles that are shown at the same time, as
where the two languages were merged into one file, count as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath

from aligner.config import Config
from aligner.errors import InputError, missing
from aligner.model import Block, Document, Lang, other_lang
from aligner.readers._reader import Reader, Source
from aligner.text.decoding import decode
from aligner.text.languages import HAN, lang_of

_TIMES = re.compile(rb"^\d{1,2}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->", re.MULTILINE)
_SCRIPT = b"[script info]"
_WIDE = re.compile(rf"[{HAN}\u3000-\u303f\uff00-\uffef]")
_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class _Cue:
    """A subtitle: its number from 1, its times in milliseconds, its lines without markup."""

    number: int
    start: int
    end: int
    lines: tuple[str, ...]

    @property
    def address(self) -> str:
        """Where it stands, by its number and the time at which it is shown."""
        seconds, thousandths = divmod(max(self.start, 0), 1000)
        minutes, seconds = divmod(seconds, 60)
        return f"subtitle {self.number} at {minutes // 60:02}:{minutes % 60:02}:{seconds:02}.{thousandths:03}"


def read(data: bytes, name: str, config: Config) -> Source | Document:
    """Return the text of subtitles, or their pairs where most of them hold both languages."""
    text, warnings = decode(data, name, config.encoding)
    rows = [list(row) for _, row in groupby(_cues(text, name), key=lambda cue: (cue.start, cue.end))]
    sides = [_by_language(row) for row in rows]
    if sum(len(side) > 1 for side in sides) * 2 > sum(map(bool, sides)):
        return _paired(rows, sides, name, config, warnings)
    return _source([cue for row in rows for cue in row], name, warnings)


def _cues(text: str, name: str) -> list[_Cue]:
    try:
        import pysubs2
    except ModuleNotFoundError:
        raise missing(name, "pysubs2", "formats") from None
    script = _SCRIPT in text[:2000].lower().encode()
    try:
        found = pysubs2.SSAFile.from_string(text, format_="ass" if script else "srt")
    except (pysubs2.exceptions.Pysubs2Error, ValueError, LookupError) as error:
        raise InputError(f"{name}: is no file of subtitles ({error})", "export it as SRT") from None
    events = [event for event in found if not (event.is_comment or event.is_drawing)]
    cues = [_Cue(number, event.start, event.end, _lines(event.plaintext)) for number, event in enumerate(events, 1)]
    if not any(cue.lines for cue in cues):
        raise InputError(f"{name}: holds no subtitle", "give a file with subtitles in it")
    return [cue for cue in cues if cue.lines]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in map(str.strip, text.split("\n")) if line)


def _joined(lines: Sequence[str]) -> str:
    """Join the lines of a subtitle, with a space but between Chinese.

    >>> _joined(["膝关节", "疼痛", "of the knee"])
    '膝关节疼痛 of the knee'
    """
    text = ""
    for line in lines:
        tight = not text or (_WIDE.match(text[-1]) and _WIDE.match(line))
        text += line if tight else f" {line}"
    return text


def _by_language(row: Sequence[_Cue]) -> dict[Lang, str]:
    """Return the text of each language in what is shown at one time; lines without letters go with those before."""
    lines = [line for cue in row for line in cue.lines]
    last = next((lang for line in lines if (lang := lang_of(line))), None)
    found: dict[Lang, list[str]] = {}
    for line in lines:
        last = lang_of(line) or last
        if last:
            found.setdefault(last, []).append(line)
    return {lang: _joined(own) for lang, own in found.items()}


def _source(cues: Sequence[_Cue], name: str, warnings: tuple[str, ...]) -> Source:
    places: list[tuple[int, str]] = []
    at, texts = 0, []
    for cue in cues:
        texts.append(_joined(cue.lines))
        places.append((at, cue.address))
        at += len(texts[-1]) + len(_BREAK)
    return Source(_BREAK.join(texts), name, warnings, READER.id, places=tuple(places))


def _paired(
    rows: Sequence[Sequence[_Cue]],
    sides: Sequence[dict[Lang, str]],
    name: str,
    config: Config,
    warnings: tuple[str, ...],
) -> Document:
    first = next(iter(next(side for side in sides if len(side) > 1)))
    lang = config.source or first
    blocks: dict[Lang, list[Block]] = {"en": [], "zh": []}
    links = []
    for row, side in zip(rows, sides, strict=True):
        link = {one: tuple(_added(blocks[one], side.get(one), row[0].address)) for one in blocks}
        if side:
            links.append((link[lang], link[other_lang(lang)]))
    return Document(
        PurePath(name).stem, name, READER.id, tuple(blocks[lang]), tuple(blocks[other_lang(lang)]),
        lang, other_lang(lang), links=tuple(links), presegmented=True,
        first="source" if lang == first else "target", warnings=warnings,
    )  # fmt: skip


def _added(blocks: list[Block], text: str | None, address: str) -> Iterator[int]:
    if text:
        blocks.append(Block(text, address=address, lineless=True))
        yield len(blocks) - 1


def _recognises(head: bytes, name: str) -> bool:
    plain = head.replace(b"\0", b"")  # UTF-16 as well
    return _TIMES.search(plain[:2000]) is not None or _SCRIPT in plain[:2000].lower()


READER = Reader("srt", "subtitles", (".srt", ".ass", ".ssa"), read, recognises=_recognises)
