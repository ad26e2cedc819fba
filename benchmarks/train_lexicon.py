"""Trains the translation table that comes with the package.

    python benchmarks/train_lexicon.py DATA [-o FILE]

DATA holds law, pydocs, mlqe-wikipedia and tico19 as `NAME.en-zh.tsv.gz`: English, tab, Chinese. Statutes repeat
themselves, so only every third of their sentences is taken.
"""

from __future__ import annotations

import argparse
import itertools
import time
from pathlib import Path

from aligner.lexicon import load
from aligner.lexicon.learned import write
from aligner.lexicon.train import read_pairs, train

STEPS = {"law": 3, "pydocs": 1, "mlqe-wikipedia": 1, "tico19": 1}
ABOUT = [
    "Shares of English words among the renderings of Chinese words, learned by IBM model 1 with a diagonal prior.",
    "Trained on: statutes of Taiwan in English and Chinese (kong0107/mojLawSplitJSON; statutes, public domain),",
    "the Chinese translation of the Python documentation (CC0, of text under the PSF licence),",
    "MLQE-PE Wikipedia sentences with human post-edits (sheffieldnlp/mlqe-pe, CC0), TICO-19 (tico-19, CC0).",
    "Words are cut by the headwords of CC-CEDICT; nothing of its entries is in here.",
    "To rebuild: python benchmarks/train_lexicon.py DATA",
]
OUTPUT = Path(__file__).parents[1] / "aligner" / "data" / "learned.lex"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=OUTPUT)
    args = parser.parse_args()
    start = time.perf_counter()
    files = {name: args.data / f"{name}.en-zh.tsv.gz" for name in STEPS}
    pairs = itertools.chain.from_iterable(
        itertools.islice(read_pairs(path), 0, None, STEPS[name]) for name, path in files.items()
    )
    table = train(pairs, load(learned=False))
    write(args.output, table, ABOUT)
    size = args.output.stat().st_size / 2**20
    print(f"{len(table.rows)} words, {size:.2f} MB, {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
