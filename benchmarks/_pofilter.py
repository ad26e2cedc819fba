"""Runs Translate Toolkit's pofilter as a separate program on sentence pairs, for comparison."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from _terms import Row

from aligner.model import Lang, other_lang

_HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
_CONTEXT = re.compile(r'^msgctxt "(\d+)"', re.MULTILINE)
_FAILURE = re.compile(r"^# \(pofilter\) ([\w-]+):", re.MULTILINE)
_LANGUAGES = {"en": "en", "zh": "zh_CN"}


@dataclass(frozen=True)
class PoFilter:
    """The path of the program, from an environment of its own."""

    program: Path

    def failures(self, rows: Sequence[Row], lang: Lang) -> list[frozenset[str]]:
        """Return the names of the tests that each row fails, translated from `lang`."""
        with tempfile.TemporaryDirectory() as folder:
            asked, answer = Path(folder, "in.po"), Path(folder, "out.po")
            asked.write_text(_HEADER + "\n".join(_unit(k, row) for k, row in enumerate(rows)), encoding="utf-8")
            command = [self.program, "--language", _LANGUAGES[other_lang(lang)], "--progress=none", asked, answer]
            subprocess.run(command, check=True, capture_output=True)
            said = answer.read_text(encoding="utf-8") if answer.exists() else ""
        return _read(said, len(rows))


def _unit(number: int, row: Row) -> str:
    return f'msgctxt "{number}"\nmsgid "{_quoted(row.source)}"\nmsgstr "{_quoted(row.target)}"\n'


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def _read(said: str, count: int) -> list[frozenset[str]]:
    found: list[frozenset[str]] = [frozenset()] * count
    for unit in said.split("\n\n"):
        context = _CONTEXT.search(unit)
        if context:
            found[int(context[1])] = frozenset(_FAILURE.findall(unit))
    return found
