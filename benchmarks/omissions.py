"""How sentences without counterpart are found, and how often they are invented, on damaged gold documents.

    python benchmarks/omissions.py DATA [--json FILE]

DATA holds `biomqm-dev` and `alignment`. Abstracts (human references) lose, gain or merge sentences; of the longer
texts one bead in twelve loses a side. `beads right` counts all beads of the damaged gold, `found` the orphans among
them, `false` the empty beads that should not be, per 100 beads.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import _corpus
import _damage

from aligner.alignment import align
from aligner.lexicon import load
from aligner.lexicon.lexicon import Lexicon

SEEDS = (11, 12)


@dataclass
class Row:
    kind: str
    texts: int = 0
    beads: int = 0
    right: int = 0
    orphans: int = 0
    found: int = 0
    false: int = 0
    full_right: int = 0
    full_found: int = 0
    full_gold: int = 0

    def add(self, text: _damage.Text, beads: list[_damage.Bead]) -> None:
        gold, found = set(text.beads), set(beads)
        self.texts += 1
        self.beads += len(gold)
        self.right += len(gold & found)
        self.orphans += len(text.orphans)
        empty = {bead for bead in found if not bead[0] or not bead[1]}
        self.found += len(text.orphans & empty)
        self.false += len(empty - text.orphans)
        counts = _corpus.score(found, gold)
        self.full_right += counts.right
        self.full_found += counts.proposed
        self.full_gold += counts.gold

    def line(self) -> str:
        share = f"{self.found / self.orphans:.3f}" if self.orphans else "-"
        f1 = 2 * self.full_right / max(self.full_found + self.full_gold, 1)
        return (
            f"{self.kind:28} {self.texts:5} {self.right / self.beads:11.4f} {share:>7} ({self.found}/{self.orphans})"
            f" false {100 * self.false / self.beads:5.2f}  F1 {f1:.4f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args()
    lexicon = load()
    documents = _damage.abstracts(args.data / "biomqm-dev")
    jobs = [job for seed in SEEDS for job in _damage.variants(documents, seed)]
    rows = report(jobs, lexicon)
    for corpus in _corpus.corpora(args.data / "alignment"):
        texts = _damage.texts(corpus)
        jobs = [(corpus.name, text) for text in texts]
        jobs += [(f"{corpus.name}, 1 in 12 deleted", _damage.thinned(t, seed)) for seed in SEEDS for t in texts]
        rows += report(jobs, lexicon)
    if args.json:
        args.json.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", encoding="utf-8")


def report(jobs: Iterable[tuple[str, _damage.Text]], lexicon: Lexicon) -> list[Row]:
    rows: dict[str, Row] = {}
    for kind, text in jobs:
        rows.setdefault(kind, Row(kind)).add(text, aligned(text, lexicon))
    for row in rows.values():
        print(row.line(), flush=True)
    return list(rows.values())


def aligned(text: _damage.Text, lexicon: Lexicon) -> list[_damage.Bead]:
    pairs = align(_corpus.segments(text.english, "en"), _corpus.segments(text.chinese, "zh"), lexicon=lexicon)
    return [(tuple(s.index for s in p.source), tuple(s.index for s in p.target)) for p in pairs]


if __name__ == "__main__":
    main()
