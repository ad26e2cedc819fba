"""Whether the alignment is the same from either side, and in Simplified and Traditional characters.

    python benchmarks/directions.py DATA

DATA is a folder of gold corpora (src, tgt, gold). Needs OpenCC, which aligner does not use
(pip install opencc-python-reimplemented): it converts the Chinese to Traditional characters, with the words of
the mainland (s2t) and of Taiwan (s2twp). Prints strict F1 of each, and how many beads differ from the first.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import _corpus

from aligner.alignment import align
from aligner.lexicon import load
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Segment


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    args = parser.parse_args()
    try:
        from opencc import OpenCC
    except ImportError as error:
        raise SystemExit("this benchmark needs OpenCC: pip install opencc-python-reimplemented") from error
    lexicon = load()
    print(f"{'corpus':12} {'':30} {'F1':>6} {'beads':>6} {'other':>6}")
    for corpus in _corpus.corpora(args.data):
        documents = list(_corpus.documents(corpus))
        first = [found(document, lexicon) for document in documents]
        report(corpus.name, "as it is", documents, first, first)
        turned = [{(a, b) for b, a in found(swapped(document), lexicon)} for document in documents]
        report(corpus.name, "sides exchanged", documents, turned, first)
        for name in ("s2t", "s2twp"):
            convert = OpenCC(name).convert
            other = [found(converted(document, convert), lexicon) for document in documents]
            report(corpus.name, f"in Traditional characters ({name})", documents, other, first)


def report(
    corpus: str, kind: str, documents: list[_corpus.Gold], beads: list[_corpus.Beads], first: list[_corpus.Beads]
) -> None:
    counts = _corpus.Counts()
    for document, one in zip(documents, beads, strict=True):
        counts += _corpus.score(one, document.beads)
    other = sum(len(one - before) for one, before in zip(beads, first, strict=True))
    print(f"{corpus:12} {kind:34} {counts.f1:6.4f} {sum(map(len, beads)):6} {other:6}", flush=True)


def found(document: _corpus.Gold, lexicon: Lexicon) -> _corpus.Beads:
    pairs = align(document.source, document.target, lexicon=lexicon)
    return {(tuple(s.index for s in p.source), tuple(s.index for s in p.target)) for p in pairs}


def swapped(document: _corpus.Gold) -> _corpus.Gold:
    return replace(document, source=document.target, target=document.source)


def converted(document: _corpus.Gold, convert: Callable[[str], str]) -> _corpus.Gold:
    return replace(document, source=_side(document.source, convert), target=_side(document.target, convert))


def _side(segments: tuple[Segment, ...], convert: Callable[[str], str]) -> tuple[Segment, ...]:
    if segments and segments[0].lang == "en":
        return segments
    return _corpus.segments([convert(segment.text) for segment in segments], "zh")


if __name__ == "__main__":
    main()
