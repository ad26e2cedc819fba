"""Measures what a word says for its loss, from which the constants of aligner/checks/omitted_words.py were taken.

    python benchmarks/fit_omitted.py DATA

Learns from `tico19` and `mlqe-wikipedia` in `parallel` below DATA, in both directions. A clause is left out of each
translation that has one; the words of the source that were linked to it before are lost. The words of a sentence are
not free of each other, since free translation comes in phrases: what each says, the logarithm of the quotient of both
chances, counts by DISCOUNT, which was chosen by hand.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import _terms
from _plants import Sentence
from _plants.omission import left_out
from _terms import DIRECTIONS, Row

from aligner import lexicon
from aligner.checks._links import links
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Lang

CORPORA = ("tico19", "mlqe-wikipedia")
SENTENCES = 1500
SEED = 3
DISCOUNT = 0.65
FEWEST = 3  # words linked to a clause, without which it says little

Kind = tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    words = lexicon.load()
    partnered: Counter[tuple[str, str, bool]] = Counter()
    for corpus in CORPORA:
        for lang in DIRECTIONS:
            rows = [row for text in _terms.sentences(data, lang, corpus) for row in text.rows]
            chance = random.Random(SEED)
            for row in chance.sample(rows, min(SENTENCES, len(rows))):
                partnered.update(observed(row, lang, words, chance))
    for kind in ("known", "unknown"):
        rendered, lost = (share(partnered, kind, state) for state in ("rendered", "lost"))
        without, with_one = math.log((1 - lost) / (1 - rendered)), math.log(lost / rendered)
        print(
            f"{kind}: a partner has {rendered:.2f} of what is rendered, {lost:.2f} of what is lost; "
            f"a word without says {DISCOUNT * without:.2f}, one with a partner {DISCOUNT * with_one:.2f}"
        )


def share(partnered: Counter[tuple[str, str, bool]], kind: str, state: str) -> float:
    with_one, without = partnered[kind, state, True], partnered[kind, state, False]
    return with_one / max(1, with_one + without)


def observed(row: Row, lang: Lang, words: Lexicon, chance: random.Random) -> Iterator[tuple[str, str, bool]]:
    """Yield (kind, rendered or lost, whether it has a partner) for words of a sentence."""
    before = links(row.source, row.target, lang, words)
    kinds = ["known" if words.knows(word.key) else "unknown" for word in before.words]
    counted = [k for k, word in enumerate(before.words) if word.key[0] != "#" and (len(word.key) > 1 or lang == "en")]
    yield from ((kinds[k], "rendered", k in before.partner) for k in counted)
    damage = left_out(Sentence(row.source, row.target, lang), chance)
    if damage is None:
        return
    size = len(row.target) - len(damage.target)
    place = range(damage.start, damage.start + size)
    lost = [k for k in counted if k in before.partner and before.others[before.partner[k]].start in place]
    if len(lost) >= FEWEST:
        after = links(row.source, damage.target, lang, words)
        yield from ((kinds[k], "lost", k in after.partner) for k in lost)


if __name__ == "__main__":
    main()
