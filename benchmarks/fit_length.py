"""Fits the length model of `aligner.checks._proportion`, `length` and `aligner.text.lengths`; prints its constants.

    python benchmarks/fit_length.py DATA

Learns from `parallel` below DATA, as many pairs of each corpus. A Chinese character counts as so many English letters
as make the lengths of all corpora but the statutes, whose Chinese is classical and terse, equal. The spread of the
logarithm of the ratio, around each corpus's own median, is fitted as constant + slope / √letters; the limit is what
two pairs in a thousand exceed.
"""

from __future__ import annotations

import argparse
import itertools
import random
from pathlib import Path

import numpy as np
import numpy.typing as npt
from _terms import tab_separated

from aligner.text.lengths import counts

CORPORA = ("tico19", "mlqe-wikipedia", "pydocs", "law")
TERSE = "law"
PAIRS = 3000
SEED = 5
EXCEEDED = 0.002
EDGES = (20, 40, 60, 90, 120, 180, 250, 400, 2000)

Floats = npt.NDArray[np.float64]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    corpora = {name: lengths(data / "parallel" / f"{name}.en-zh.tsv.gz") for name in CORPORA}
    plain = np.concatenate([rows for name, rows in corpora.items() if name != TERSE])
    per_character = (plain[:, 0] - plain[:, 2]).sum() / plain[:, 1].sum()
    letters = np.concatenate([rows[:, 0] for rows in corpora.values()])
    off = np.concatenate([centred(rows, per_character) for rows in corpora.values()])
    constant, slope = spread(letters, off)
    limit = np.quantile(np.abs(off) / (constant + slope / np.sqrt(letters)), 1 - EXCEEDED)
    print(f"LETTERS_A_CHARACTER = {per_character:.2f}")
    print(f"_SPREAD = ({constant:.3f}, {slope:.2f})")
    print(f"_LIMIT = {limit:.1f}")


def lengths(path: Path) -> Floats:
    """Return for a sample of pairs the English letters, the Chinese characters, the letters in the Chinese."""
    pairs = [pair for pair in tab_separated(path) if len(pair) == 2]
    drawn = random.Random(SEED).sample(pairs, min(PAIRS, len(pairs)))
    rows = [(counts(english)[1], *counts(chinese)) for english, chinese in drawn]
    return np.array([row for row in rows if row[0] >= EDGES[0] and row[1]], float)


def centred(rows: Floats, per_character: float) -> Floats:
    """Return the logarithm of Chinese over English length around its median."""
    ratio = np.log((per_character * rows[:, 1] + rows[:, 2]) / rows[:, 0])
    return np.asarray(ratio - np.median(ratio))


def spread(letters: Floats, off: Floats) -> tuple[float, float]:
    """Fit constant + slope / √letters to the half width of the middle two thirds in bins of length."""
    points = []
    for low, high in itertools.pairwise(EDGES):
        inside = (letters >= low) & (letters < high)
        width = (np.quantile(off[inside], 0.84) - np.quantile(off[inside], 0.16)) / 2
        points.append((1.0, 1 / np.sqrt(letters[inside].mean()), width))
    table = np.array(points)
    found = np.linalg.lstsq(table[:, :2], table[:, 2], rcond=None)[0]
    return float(found[0]), float(found[1])


if __name__ == "__main__":
    main()
