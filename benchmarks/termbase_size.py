"""What a large term base costs: compiling it, loading it from the cache, and matching with it beside jieba.

    python benchmarks/termbase_size.py [DATA] [--entries N] [--abstracts N] [--json FILE]

The entries are our own glossaries and, up to N, new ones of which each half is a part of two of our forms. The
abstracts are the human translations of DATA's `biomqm-dev`, repeated; without DATA they are made of the forms and of
filler. Loading is measured in a fresh process, from the cached form to the first term found, without the time to
start Python and to load the dictionary. Matching is everything that a document costs, and reads both sides; beside it
stands what jieba takes to cut the same two texts, and to cut the Chinese one alone.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import logging
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import _terms
from _terms import Row, Text, table
from alignment import in_own_process

from aligner import lexicon
from aligner.config import Config
from aligner.glossary import TermBase, match_terms, open_termbase
from aligner.glossary.load import load
from aligner.glossary.locate import own_files
from aligner.model import Term

SEED = 5
ROUNDS = 3
FILLER = (("In this study we assessed {} and its relation to {}.", "本研究评估了{}及其与{}的关系。"),
          ("Patients with {} were compared with those who had {}.", "比较了{}患者与{}患者。"),
          ("The outcome was {}; {} did not differ.", "结局指标为{}；{}无差异。"))  # fmt: skip
SENTENCES = 8
_JIEBA = ("jieba", "jieba zh")  # what the costs are told in


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--abstracts", type=int, default=1000)
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args()
    ours = [term for file in own_files() for term in load(file)]
    texts = repeated(references(args.data) if args.data else made(ours, SEED), args.abstracts)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ALIGNER_CACHE"] = folder
        lexicon.load()
        file = Path(folder, "large.csv")
        write(file, generated(ours, args.entries - len(ours), SEED))
        measured = {"entries": args.entries, "abstracts": len(texts)}
        measured |= {"compile": in_own_process(seconds_to_open, str(file))}
        measured |= {"load": min(in_own_process(seconds_to_open, str(file)) for _ in range(ROUNDS))}
        measured |= in_own_process(matching, str(file), texts)
    print(table(["", "seconds", "of jieba's", "on the Chinese alone"], report(measured)))
    if args.json:
        args.json.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")


def report(measured: dict[str, Any]) -> list[list[object]]:
    names = {"compile": "compiling, once", "load": "loading from the cache", "jieba zh": "jieba on the Chinese",
             "jieba": "jieba on both texts", "find zh": "finding in the Chinese", "find en": "finding in the English",
             "match en-zh": "matching, English to Chinese", "match zh-en": "matching, Chinese to English"}  # fmt: skip
    rows: list[list[object]] = [[f"{measured['entries']} entries, {measured['abstracts']} abstracts", "", "", ""]]
    for key, name in names.items():
        beside = ("", "") if key in ("compile", "load") else (f"{measured[key] / measured[j]:.2f}" for j in _JIEBA)
        rows.append([name, f"{measured[key]:.2f}", *beside])
    return rows


def generated(terms: Sequence[Term], number: int, seed: int) -> list[tuple[str, str]]:
    """Make new English and Chinese names, each of the beginning of one term's and the end of another's."""
    chance = random.Random(seed)
    plain = [t for t in terms if t.match != "regex" and len(t.zh.preferred) > 1]
    taken = {t.en.preferred.casefold() for t in terms}
    made: list[tuple[str, str]] = []
    while len(made) < number:
        one, other = chance.choice(plain), chance.choice(plain)
        english = f"{first(one.en.preferred.split())} {last(other.en.preferred.split())}"
        if english.casefold() not in taken:
            taken.add(english.casefold())
            made.append((english, first_half(one.zh.preferred) + last_half(other.zh.preferred)))
    return made


def first(words: list[str]) -> str:
    return " ".join(words[: max(1, len(words) - 1)])


def last(words: list[str]) -> str:
    return " ".join(words[-max(1, len(words) // 2) :])


def first_half(text: str) -> str:
    return text[: (len(text) + 1) // 2]


def last_half(text: str) -> str:
    return text[len(text) // 2 :]


def write(path: Path, entries: Iterable[tuple[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("en", "zh"), *entries])


def references(data: Path) -> list[Text]:
    """Return the human translations, English first whatever the direction."""
    found = []
    for lang in _terms.DIRECTIONS:
        for text in _terms.abstracts(data, lang, human=True):
            rows = (row if lang == "en" else Row(row.target, row.source) for row in text.rows)
            found.append(Text(text.name, "en", tuple(rows)))
    return found


def made(terms: Sequence[Term], seed: int, number: int = 50) -> list[Text]:
    """Make abstracts of the terms and of filler."""
    chance = random.Random(seed)
    plain = [t for t in terms if t.match != "regex"]
    texts = []
    for k in range(number):
        rows = []
        for english, chinese in (chance.choice(FILLER) for _ in range(SENTENCES)):
            pair = chance.sample(plain, 2)
            rows.append(Row(english.format(*(t.en.preferred for t in pair)),
                            chinese.format(*(t.zh.preferred for t in pair))))  # fmt: skip
        texts.append(Text(f"made {k}", "en", tuple(rows)))
    return texts


def repeated(texts: Sequence[Text], number: int) -> list[Text]:
    return list(itertools.islice(itertools.cycle(texts), number))


def opened(file: str) -> TermBase:
    """Open our glossaries and one more."""
    return open_termbase(Config(glossaries=(file,)), lexicon.load())


def seconds_to_open(file: str) -> float:
    words = lexicon.load()
    words.simplify("关节")
    start = time.perf_counter()
    base = open_termbase(Config(glossaries=(file,)), words)
    assert base.english.find("osteoporosis")
    assert base.chinese.find("骨质疏松症")
    return time.perf_counter() - start


def matching(file: str, texts: Sequence[Text]) -> dict[str, float]:
    """Measure what matching costs, and jieba; the first text of each is not counted, as it loads what is needed."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    base, words = opened(file), lexicon.load()
    back = [Text(t.name, "zh", tuple(Row(r.target, r.source) for r in t.rows)) for t in texts]
    forth, back_pairs = [_terms.paired(t) for t in texts], [_terms.paired(t) for t in back]
    english = ["\n".join(row.source for row in t.rows) for t in texts]
    chinese = ["\n".join(row.target for row in t.rows) for t in texts]
    cut = {lang: seconds(lambda text: list(jieba.cut(text)), own) for lang, own in (("zh", chinese), ("en", english))}
    return {
        "jieba zh": cut["zh"],
        "jieba": cut["zh"] + cut["en"],
        "find zh": seconds(base.chinese.find, chinese),
        "find en": seconds(base.english.find, english),
        "match en-zh": seconds(lambda pairs: match_terms(pairs, base, words, "en"), forth),
        "match zh-en": seconds(lambda pairs: match_terms(pairs, base, words, "zh"), back_pairs),
    }


def seconds(function: Callable[[Any], object], items: Sequence[Any]) -> float:
    """Return processor seconds, which other processes disturb less."""
    function(items[0])
    start = time.process_time()
    for item in items:
        function(item)
    return time.process_time() - start


if __name__ == "__main__":
    main()
