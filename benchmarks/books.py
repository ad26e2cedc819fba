"""How time and memory grow with the text: statutes in order, up to the size of a Bible, with a known alignment.

    python benchmarks/books.py DATA [--sentences 10000 --sentences 73000] [--hunalign BINARY] [--json FILE]

DATA holds `parallel` and `biomqm-dev`. Of the sentence pairs of `law`, in order, some are joined with the next one on
one side and some lose a side, always the same ones; so the right beads are known. `sentences` counts both sides. Each
run is a process of its own; the time leaves out starting Python and loading the dictionary. With a path to a hunalign
binary, that runs on the same text. Then comes what a whole check of the smallest of these texts takes, last what it
takes to pair one abstract of `biomqm-dev`, warm: the median, and the most.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
import statistics
import time
from pathlib import Path
from typing import Any

import _corpus
import _damage
from alignment import in_own_process, measured

import aligner
from aligner.alignment import align
from aligner.config import Config
from aligner.lexicon import load
from aligner.pipeline import Pipeline

JOINED, LOST = 0.06, 0.01  # share of the pairs, on either side
SIZES = (10_000, 73_000)
RUNS = 5  # of an abstract


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--sentences", type=int, action="append", help="default: 10000 and 73000")
    parser.add_argument("--hunalign", help="path to a hunalign binary")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args()
    path = args.data / "parallel" / "law.en-zh.tsv.gz"
    if not path.is_file():
        raise SystemExit(f"{path}: there is no such file")
    methods = ["lexical", *([f"hunalign {args.hunalign}"] if args.hunalign else [])]
    rows = []
    print(f"{'sentences':>9} {'method':12} {'P':>6} {'R':>6} {'F1':>6} {'seconds':>8} {'ms each':>8} {'MB':>6}")
    for size, method in itertools.product(args.sentences or SIZES, methods):
        row = in_own_process(measure, path, size, method)
        rows.append(row)
        scores = " ".join(f"{row[name]:6.4f}" for name in ("precision", "recall", "f1"))
        each = 1000 * row["seconds"] / row["sentences"]
        print(
            f"{row['sentences']:9} {row['method']:12} {scores} {row['seconds']:8.1f} {each:8.3f} {row['megabytes']:6}",
            flush=True,
        )
    rows.append(row := in_own_process(check, path, min(args.sentences or SIZES)))
    print("a whole check of {sentences} sentences: {seconds:.1f} s, {each:.2f} ms each".format_map(row), flush=True)
    if (args.data / "biomqm-dev").is_dir():
        rows.append(row := in_own_process(abstracts, args.data / "biomqm-dev"))
        print("one of {texts} abstracts: {median:.1f} ms, at most {most:.1f} ms of processor time".format_map(row))
    if args.json:
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def measure(path: Path, size: int, method: str) -> dict[str, Any]:
    document = statutes(path, size)
    sentences = len(document.source) + len(document.target)
    return {"sentences": sentences} | measured([document], method)


def check(path: Path, size: int) -> dict[str, Any]:
    """Return the processor time of checking one text with all that is on by default: pairs, terms, rules, scores."""
    gold = statutes(path, size)
    sides = ["\n".join(segment.text for segment in side) for side in (gold.source, gold.target)]
    pipeline = Pipeline(Config(sentences=True))
    pipeline.check(aligner.document("Knee pain.", "膝关节疼痛。"))
    start = time.process_time()
    result = pipeline.check(aligner.document(*sides, sentences=True))
    seconds = time.process_time() - start
    sentences = sum(len(pair.source) + len(pair.target) for pair in result.pairs)
    return {"sentences": sentences, "seconds": seconds, "each": 1000 * seconds / sentences}


def abstracts(folder: Path) -> dict[str, Any]:
    """Return how many milliseconds of processor time it takes to pair an abstract, the least of several runs."""
    lexicon = load()
    times = []
    for text in _damage.abstracts(folder):
        sides = _corpus.segments(text.english, "en"), _corpus.segments(text.chinese, "zh")
        runs = []
        for _ in range(RUNS):
            start = time.process_time()
            align(*sides, lexicon=lexicon)
            runs.append(1000 * (time.process_time() - start))
        times.append(min(runs))
    return {"texts": len(times), "median": statistics.median(times), "most": max(times)}


def statutes(path: Path, size: int) -> _corpus.Gold:
    """Build a text of about so many sentences, both sides together."""
    chance = random.Random(7)
    english, chinese, beads = list[str](), list[str](), set[tuple[tuple[int, ...], tuple[int, ...]]]()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        pairs = (line.rstrip("\n").split("\t") for line in file)
        while len(english) + len(chinese) < size:
            event, (en, zh) = chance.random(), next(pairs)
            lefts, rights = [en], [zh]
            if event < 2 * JOINED:
                en, zh = next(pairs)
                lefts, rights = (
                    ([f"{lefts[0]} {en}"], [*rights, zh]) if event < JOINED else ([*lefts, en], [rights[0] + zh])
                )
            elif event < 2 * JOINED + 2 * LOST:
                lefts, rights = (lefts, []) if event < 2 * JOINED + LOST else ([], rights)
            e, z = len(english), len(chinese)
            beads.add((tuple(range(e, e + len(lefts))), tuple(range(z, z + len(rights)))))
            english += lefts
            chinese += rights
    return _corpus.Gold("statutes", _corpus.segments(english, "en"), _corpus.segments(chinese, "zh"), beads)


if __name__ == "__main__":
    main()
