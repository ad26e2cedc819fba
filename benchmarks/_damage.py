"""Damages gold-aligned documents: sentences deleted, inserted, merged; the gold beads follow."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import _corpus

Bead = tuple[tuple[int, ...], tuple[int, ...]]
LEAST_SENTENCES = 5


@dataclass(frozen=True)
class Text:
    """English and Chinese sentences, and the gold beads in order (English first)."""

    name: str
    english: tuple[str, ...]
    chinese: tuple[str, ...]
    beads: tuple[Bead, ...]

    @property
    def orphans(self) -> set[Bead]:
        return {bead for bead in self.beads if not bead[0] or not bead[1]}


def abstracts(folder: Path) -> list[Text]:
    """Return the abstracts of BioMQM with their human references, those of at least five sentences."""
    found = []
    for name in ("en-zh", "zh-en"):
        documents: dict[str, dict[int, tuple[str, str]]] = {}
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["system"] == "reference":
                documents.setdefault(row["doc"], {})[row["seg"]] = row["source"], row["target"]
        for doc, sentences in documents.items():
            pairs = [sentences[seg] for seg in sorted(sentences)]
            if len(pairs) < LEAST_SENTENCES:
                continue
            left, right = zip(*pairs, strict=True)
            english, chinese = (left, right) if name == "en-zh" else (right, left)
            found.append(Text(f"{name} {doc}", english, chinese, tuple(((k,), (k,)) for k in range(len(pairs)))))
    return found


def texts(corpus: Path) -> list[Text]:
    """Return the documents of a gold corpus, English first."""
    found = []
    for gold in _corpus.documents(corpus):
        sides = tuple(s.text for s in gold.source), tuple(s.text for s in gold.target)
        beads = sorted(gold.beads, key=lambda bead: (bead[0] or (-1,), bead[1]))
        if gold.source and gold.source[0].lang == "zh":
            sides, beads = sides[::-1], [(b, a) for a, b in beads]
        found.append(Text(gold.name, *sides, in_order(beads)))
    return found


def in_order(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """Sort beads so that both sides go forward, those of one side where the other has got to."""
    full = sorted(bead for bead in beads if all(bead))
    single = [bead for bead in beads if not all(bead)]
    for bead in single:
        side = 0 if bead[0] else 1
        place = next((k for k, other in enumerate(full) if other[side] and other[side] > bead[side]), len(full))
        full.insert(place, bead)
    return tuple(full)


def without(text: Text, gone: Iterable[int], side: int) -> Text:
    """Delete one side of some beads; what stood opposite becomes orphans, one a sentence."""
    gone = set(gone)
    removed = {k for number in gone for k in text.beads[number][side]}
    sides = (text.english, text.chinese)
    kept = [k for k in range(len(sides[side])) if k not in removed]
    new = {old: k for k, old in enumerate(kept)}
    beads: list[Bead] = []
    for number, bead in enumerate(text.beads):
        here = tuple(new[k] for k in bead[side] if k in new)
        there = bead[1 - side]
        if number in gone:
            beads.extend(_bead((), (k,), side) for k in there)
        else:
            beads.append(_bead(here, there, side))
    rest = tuple(sides[side][k] for k in kept)
    return Text(text.name, *((rest, text.chinese) if side == 0 else (text.english, rest)), tuple(beads))


def _bead(here: tuple[int, ...], there: tuple[int, ...], side: int) -> Bead:
    return (here, there) if side == 0 else (there, here)


def with_foreign(text: Text, sentence: str, before: int, side: int) -> Text:
    """Insert a sentence before a bead of a text whose beads are all one to one."""
    sides = [list(text.english), list(text.chinese)]
    sides[side].insert(before, sentence)
    beads: list[Bead] = []
    for number, bead in enumerate(text.beads):
        if number == before:
            beads.append(_bead((before,), (), side))
        beads.append(_bead(tuple(k + (k >= before) for k in bead[side]), bead[1 - side], side))
    if before == len(text.beads):
        beads.append(_bead((before,), (), side))
    return Text(text.name, tuple(sides[0]), tuple(sides[1]), tuple(beads))


def merged(text: Text, at: int, side: int) -> Text:
    """Join the sentences of two neighbouring one-to-one beads on one side."""
    sides = [list(text.english), list(text.chinese)]
    glue = " " if side == 0 else ""
    sides[side][at : at + 2] = [glue.join(sides[side][at : at + 2])]
    beads = [
        _bead(tuple(k - (k > at) for k in bead[side]), bead[1 - side], side)
        for number, bead in enumerate(text.beads)
        if number != at + 1
    ]
    beads[at] = _bead((at,), (at, at + 1), side)
    return Text(text.name, tuple(sides[0]), tuple(sides[1]), tuple(beads))


def variants(documents: list[Text], seed: int) -> Iterator[tuple[str, Text]]:
    """Yield (kind of damage, text), several of each kind a document."""
    chance = random.Random(seed)
    for number, text in enumerate(documents):
        n = len(text.beads)
        other = documents[(number + 1 + chance.randrange(len(documents) - 1)) % len(documents)]
        yield "clean", text
        for side in (0, 1):
            for k in chance.sample(range(n), min(4, n)):
                yield "one deleted", without(text, [k], side)
            k = chance.randrange(n - 1)
            yield "two adjacent deleted", without(text, [k, k + 1], side)
            foreign = chance.choice((other.english, other.chinese)[side])
            yield "one inserted", with_foreign(text, foreign, chance.randrange(n + 1), side)
            for _ in range(2):
                yield "merged", merged(text, chance.randrange(n - 1), side)
            joined = merged(text, chance.randrange(n - 1), side)
            single = [k for k, (a, b) in enumerate(joined.beads) if len(a) == len(b) == 1]
            yield "merged and deleted", without(joined, [chance.choice(single)], chance.choice((0, 1)))


def thinned(text: Text, seed: int, share: float = 1 / 12) -> Text:
    """Delete one side of that share of the beads, half of them on either side."""
    chance = random.Random(seed)
    for side in (0, 1):
        full = [k for k, bead in enumerate(text.beads) if all(bead)]
        text = without(text, chance.sample(full, max(1, round(len(full) * share / 2))), side)
    return text
