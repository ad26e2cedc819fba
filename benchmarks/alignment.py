"""Strict precision, recall and F1 of the alignment methods on gold corpora, with time and memory.

    python benchmarks/alignment.py DATA [--method lexical --method gale-church] [--hunalign BINARY] [--json FILE]

DATA is a corpus folder (src, tgt, gold) or a folder of such. Each line is one segment. The method gale-church is
nltk's, with its AVERAGE_CHARACTERS set to the document's ratio of lengths; it is left out above 3,000 sentences,
as its table grows with the product of the lengths. Every method runs in a process of its own, which measures its
peak memory; the time leaves out starting Python and loading the dictionary.
"""

from __future__ import annotations

import argparse
import itertools
import json
import multiprocessing
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import _corpus

from aligner.alignment import align
from aligner.lexicon import load
from aligner.model import Pair

LARGEST_FOR_GALE_CHURCH = 3000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--method", action="append", help="default: lexical and gale-church")
    parser.add_argument("--hunalign", help="path to a hunalign binary")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args()
    methods = args.method or ["lexical", "gale-church"]
    methods += [f"hunalign {args.hunalign}"] if args.hunalign else []
    rows = []
    print(f"{'corpus':12} {'method':12} {'P':>6} {'R':>6} {'F1':>6} {'seconds':>8} {'MB':>6}")
    for corpus in _corpus.corpora(args.data):
        for method in methods:
            row = in_own_process(measure, corpus, method)
            rows.append(row)
            print(line(row), flush=True)
    if args.json:
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def in_own_process(function: Callable[..., Any], *args: Any) -> Any:
    """Run a function in a fresh process, so that its peak memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(function, args)


def line(row: dict[str, Any]) -> str:
    start = f"{row['corpus']:12} {row['method']:12}"
    if "why" in row:
        return f"{start} left out: {row['why']}"
    scores = " ".join(f"{row[name]:6.4f}" for name in ("precision", "recall", "f1"))
    return f"{start} {scores} {row['seconds']:8.2f} {row['megabytes']:6.0f}"


def measure(corpus: Path, method: str) -> dict[str, Any]:
    row: dict[str, Any] = {"corpus": corpus.name, "method": method.partition(" ")[0]}
    documents = list(_corpus.documents(corpus))
    if method == "gale-church" and any(len(d.source) > LARGEST_FOR_GALE_CHURCH for d in documents):
        return row | {"why": f"more than {LARGEST_FOR_GALE_CHURCH} sentences"}
    return row | measured(documents, method)


def measured(documents: list[_corpus.Gold], method: str) -> dict[str, Any]:
    """Run a method, or `hunalign PATH`, on documents, and return its scores, seconds and peak memory."""
    name, _, binary = method.partition(" ")
    run = hunalign(binary) if binary else ours(name)
    run(documents[0].__class__("warm", documents[0].source[:5], documents[0].target[:5], set()))
    counts = _corpus.Counts()
    start = time.perf_counter()
    for document in documents:
        counts += _corpus.score(run(document), document.beads)
    seconds = time.perf_counter() - start
    who = resource.RUSAGE_CHILDREN if binary else resource.RUSAGE_SELF
    peak = resource.getrusage(who).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    scores = {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1}
    rounded = {k: round(v, 4) for k, v in scores.items()}
    return {"method": name, **rounded, "seconds": round(seconds, 2), "megabytes": round(peak)}


def ours(method: str) -> Callable[[_corpus.Gold], _corpus.Beads]:
    lexicon = load()
    return lambda document: beads(align(document.source, document.target, method=method, lexicon=lexicon))


def beads(pairs: tuple[Pair, ...]) -> _corpus.Beads:
    return {(tuple(s.index for s in p.source), tuple(s.index for s in p.target)) for p in pairs}


def hunalign(binary: str) -> Callable[[_corpus.Gold], _corpus.Beads]:
    """Run hunalign without a dictionary, realigning, on blank-separated words; Chinese characters are its words."""

    def run(document: _corpus.Gold) -> _corpus.Beads:
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, name) for name in ("empty.dic", "source", "target")]
            texts = ["", *("\n".join(words(s.text) for s in side) for side in (document.source, document.target))]
            for path, text in zip(paths, texts, strict=True):
                path.write_text(text + "\n", encoding="utf-8")
            done = subprocess.run([binary, "-realign", *map(str, paths)], capture_output=True, text=True, check=True)
        return ladder(done.stdout)

    return run


def words(text: str) -> str:
    return "".join(f" {char} " if char > "\u2e80" else char for char in text)


def ladder(output: str) -> _corpus.Beads:
    """Turn hunalign's ladder of rungs into beads."""
    rungs = [tuple(map(int, rung.split("\t")[:2])) for rung in output.splitlines() if rung.strip()]
    return {(tuple(range(a, c)), tuple(range(b, d))) for (a, b), (c, d) in itertools.pairwise(rungs)}


if __name__ == "__main__":
    main()
