"""Reads a corpus laid out as CORPUS/src/NNN, tgt/NNN, gold/NNN.align, and scores beads as the field does."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from aligner.model import Block, Lang, Segment

Beads = set[tuple[tuple[int, ...], tuple[int, ...]]]


@dataclass(frozen=True)
class Gold:
    name: str
    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    beads: Beads


@dataclass(frozen=True)
class Counts:
    right: int = 0
    proposed: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.proposed + other.proposed, self.gold + other.gold)

    @property
    def precision(self) -> float:
        return self.right / max(self.proposed, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.gold, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(self.proposed + self.gold, 1)


def corpora(folder: Path) -> list[Path]:
    """Return the corpora below a folder or its `alignment`, or the folder itself where it is one."""
    if (folder / "gold").is_dir():
        return [folder]
    for place in (folder, folder / "alignment"):
        found = sorted(path for path in place.glob("*") if (path / "gold").is_dir())
        if found:
            return found
    raise SystemExit(f"{folder}: holds no corpus, which is a folder with src, tgt and gold")


def documents(corpus: Path) -> Iterator[Gold]:
    for gold in sorted((corpus / "gold").glob("*.align")):
        source, target = lines(corpus / "src" / gold.stem), lines(corpus / "tgt" / gold.stem)
        langs: tuple[Lang, Lang] = ("zh", "en") if _chinese(source) > _chinese(target) else ("en", "zh")
        yield Gold(gold.stem, segments(source, langs[0]), segments(target, langs[1]), _beads(gold))


def lines(path: Path) -> list[str]:
    """Return the lines of a file, which end at a line feed and nothing else."""
    found = path.read_text(encoding="utf-8").split("\n")
    return found[:-1] if found[-1] == "" else found


def segments(texts: Iterable[str], lang: Lang) -> tuple[Segment, ...]:
    return tuple(Segment(Block(text, line=k + 1), 0, text, lang, k) for k, text in enumerate(texts))


def _chinese(texts: list[str]) -> float:
    joined = "".join(texts)
    return sum(char > "\u2e80" for char in joined) / max(len(joined), 1)


def _beads(path: Path) -> Beads:
    pairs = (line.split(":")[:2] for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {(tuple(ast.literal_eval(a)), tuple(ast.literal_eval(b))) for a, b in pairs}


def score(found: Beads, gold: Beads) -> Counts:
    """Compare strictly; beads with an empty side count neither as proposed nor as gold."""
    found, gold = ({bead for bead in beads if all(bead)} for beads in (found, gold))
    return Counts(len(found & gold), len(found), len(gold))
