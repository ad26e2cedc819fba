"""How often two texts are told to be no translations of each other, where they are none, and where they are.

    python benchmarks/relatedness.py DATA

DATA holds `biomqm-dev` and `alignment`. Abstracts, and excerpts of the longer texts of several lengths, are paired
with others of their kind, with their own translations, and with the first half and the first third of those.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import _corpus
import _damage

from aligner.alignment import align, unrelated
from aligner.lexicon import load
from aligner.lexicon.lexicon import Lexicon

LENGTHS = (10, 20, 60, 200)  # beads of an excerpt
EXCERPTS = 3  # of each length from each text
FEWEST = 4  # sentences on either side; fewer prove nothing, by design


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    args = parser.parse_args()
    lexicon = load()
    counts: dict[str, list[bool]] = {}
    for kind, english, chinese in jobs(args.data):
        if min(len(english), len(chinese)) >= FEWEST:
            counts.setdefault(kind, []).append(told(english, chinese, lexicon))
    print(f"{'':44} {'texts':>6} {'told':>6}")
    for kind, found in counts.items():
        print(f"{kind:44} {len(found):6} {sum(found) / len(found):6.2f}")


def told(english: tuple[str, ...], chinese: tuple[str, ...], lexicon: Lexicon) -> bool:
    pairs = align(_corpus.segments(english, "en"), _corpus.segments(chinese, "zh"), lexicon=lexicon)
    return unrelated(pairs, lexicon=lexicon)


def jobs(data: Path) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield (kind, English, Chinese), those that belong together first."""
    chance = random.Random(9)
    groups = {"abstracts": _damage.abstracts(data / "biomqm-dev")}
    whole = [text for corpus in _corpus.corpora(data / "alignment") for text in _damage.texts(corpus)]
    for size in LENGTHS:
        parts = [excerpt(text, size, chance) for text in whole for _ in range(EXCERPTS) if len(text.beads) > size]
        groups[f"excerpts of {size}"] = parts
    for name, texts in groups.items():
        for text in texts:
            yield f"{name}, own translation", text.english, text.chinese
            for share in (2, 3):
                short = text.chinese[: len(text.chinese) // share]
                yield f"{name}, first 1/{share} of it", text.english, short
    for name, texts in groups.items():
        for text in texts:
            other = chance.choice([other for other in texts if other.name != text.name])
            yield f"{name}, another text", text.english, other.chinese


def excerpt(text: _damage.Text, size: int, chance: random.Random) -> _damage.Text:
    """Cut out that many beads in a row."""
    start = chance.randrange(len(text.beads) - size)
    beads = text.beads[start : start + size]
    english = tuple(text.english[k] for left, _ in beads for k in left)
    chinese = tuple(text.chinese[k] for _, right in beads for k in right)
    return _damage.Text(text.name, english, chinese, ())


if __name__ == "__main__":
    main()
