"""What every rule is worth: false alarms, precision on machine translations, planted errors found.

    python benchmarks/checks.py DATA [--part PART] [--rule ID] [--number N] [--seed N] [--json FILE] [--write-figures]
                                     [--pofilter PROGRAM] [--show FILE] [--missed FILE] [--corpus NAME] [--sample N]

DATA holds `biomqm-dev` and `parallel`. Every sentence is paired with its own translation, as the data has them. Both
directions, unless a column says one. The parts:

references  findings in 100 segments of human translations: the abstracts of biomqm-dev (two references each) and the
            sentences of `--corpus` (tico19), of which `--sample` takes some; `marked` is the share of the places found
            in the abstracts that experts marked as errors all the same. --show writes them to be read
machines    findings on the machine translations of biomqm-dev: `precision` is the share of their places that touch
            what an expert marked, `base` what it were if the same places were laid at random in the same text (a span
            keeps its length and side), `lift` the quotient. A place in the source alone touches the marked source
            words, or any error of meaning in the target, and its base is the share of such sentences
planted     errors planted in `--number` human sentences a kind and direction (see benchmarks/_plants) on which the
            rules that should see them were silent, of Wikipedia (mlqe-wikipedia) where the medical ones do not suffice;
            found means by such a rule, at the right place. --missed writes the others

The totals count what is on by default. --write-figures writes the figures that `aligner rules ID` shows. PROGRAM is
Translate Toolkit's pofilter, from an environment of its own; it names no place, so for a planted error any test counts
that fails since.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import _plants
import _terms
from _fires import BaseRate, Fire, fires, grave
from _pofilter import PoFilter
from _recall import Outcome, Planter
from _terms import DIRECTIONS, Checked, Text, per_100, table

import aligner
from aligner import registry
from aligner.model import Lang, Rule, other_lang
from aligner.pipeline import Pipeline

NUMBER = 40
SEED = 7
MEDICAL = "biomqm-dev"
FIGURES = Path(aligner.__file__).parent / "data" / "rule_figures.json"
ABOUT = "Written by `python benchmarks/checks.py DATA --write-figures`, which says what the figures mean."

Json = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--part", action="append", choices=PARTS, help="default: all parts")
    parser.add_argument("--rule", action="append", metavar="ID", help="only this rule, and what is planted for it")
    parser.add_argument("--number", type=int, default=NUMBER, help="of planted errors a kind and direction")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--corpus", action="append", metavar="NAME", help="of parallel/, default: tico19")
    parser.add_argument("--sample", type=int, metavar="N", help="of texts of 30 sentences a corpus and direction")
    parser.add_argument("--write-figures", action="store_true", help=f"to {FIGURES.name} of the package")
    parser.add_argument("--pofilter", type=Path, metavar="PROGRAM")
    for option in ("--json", "--show", "--missed"):
        parser.add_argument(option, type=Path, metavar="FILE")
    args = parser.parse_args()
    if args.write_figures and (args.part or args.rule or args.corpus):
        parser.error("--write-figures takes all parts, all rules and the usual corpus")
    bench = Bench(args)
    results = {part: PARTS[part](bench) for part in bench.args.part or PARTS}
    if bench.args.json:
        bench.args.json.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if bench.args.write_figures:
        write_figures(results)


class Bench:
    """The rules that are measured, and the texts, each checked once."""

    def __init__(self, args: argparse.Namespace):
        self.args = args
        self.pipe = Pipeline()
        rules: tuple[Rule, ...] = registry.load("aligner.checks", "RULE")
        wanted = args.rule or [rule.id for rule in rules]
        self.rules = tuple(rule for rule in rules if rule.id in wanted)
        self.default = frozenset(rule.id for rule in self.rules if rule.on_by_default)
        self.check: Callable[[Text], Checked] = lru_cache(maxsize=10_000)(self._checked)

    def _checked(self, text: Text) -> Checked:
        """Run what is on by default as a user would, and the other rules by themselves."""
        found = _terms.checked(text, self.pipe, [rule for rule in self.rules if rule.on_by_default])
        others = [rule for rule in self.rules if not rule.on_by_default]
        if not others:
            return found
        more = _terms.checked(text, self.pipe, others).findings
        return Checked(text, found.pairs, found.matches, (*found.findings, *more))

    def human(self, corpus: str, lang: Lang) -> list[Text]:
        if corpus == MEDICAL:
            return _terms.abstracts(self.args.data, lang, human=True)
        texts = _terms.sentences(self.args.data, lang, corpus)
        size = self.args.sample
        return random.Random(self.args.seed).sample(texts, size) if size and size < len(texts) else texts

    def corpora(self) -> list[str]:
        return [MEDICAL, *(self.args.corpus or ["tico19"])]

    def ids(self) -> list[str]:
        return [rule.id for rule in self.rules]

    def totals(self, fire: Fire) -> tuple[str, ...]:
        """Return the totals that a place counts in."""
        return () if fire.rule not in self.default else TOTALS if grave(fire.severity) else TOTALS[1:]

    def named(self, rule_id: str) -> str:
        return rule_id if rule_id in self.default else f"{rule_id} (off)"


def references(bench: Bench) -> Json:
    """Print how often each rule reports something in human translations."""
    results: Json = {}
    found: list[tuple[str, Fire]] = []
    marked: dict[str, Counter[bool]] = {}
    for corpus in bench.corpora():
        for lang in DIRECTIONS:
            texts = [bench.check(text) for text in bench.human(corpus, lang)]
            results[f"{corpus} {direction(lang)}"] = alarms(texts, bench)
            here = [(text.text.name, fire) for text in texts for fire in fires([text])]
            found += here
            for _, fire in here if corpus == MEDICAL else ():
                for key in (fire.rule, *bench.totals(fire)):
                    marked.setdefault(key, Counter())[fire.marked] += 1
    print("Findings in 100 segments of human translations")
    rows = [
        [bench.named(rule_id), *(per_100(r["findings"].get(rule_id, 0), r["segments"]) for r in results.values()),
         _share(marked.get(rule_id, Counter()))]
        for rule_id in bench.ids()
    ]  # fmt: skip
    rows += [[f"all, {key}", *(per_100(r[key], r["segments"]) for r in results.values()),
              _share(marked.get(key, Counter()))] for key in TOTALS]  # fmt: skip
    print(table(["rule", *results, "marked"], rows), flush=True)
    _write(bench.args.show, [shown(name, fire) for name, fire in sorted(found, key=lambda item: item[1].rule)])
    if bench.args.pofilter:
        results["pofilter"] = failures(bench)
    return results


TOTALS = ("major or above", "any severity")


def alarms(texts: Sequence[Checked], bench: Bench) -> Json:
    """Count the segments and the findings a rule, and in all for the rules that are on by default."""
    found = [finding for text in texts for finding in text.findings]
    default = [finding for finding in found if finding.rule in bench.default]
    return {
        "segments": sum(len(text.pairs) for text in texts),
        "findings": dict(Counter(finding.rule for finding in found)),
        "major or above": sum(grave(finding.severity) for finding in default),
        "any severity": len(default),
    }


def failures(bench: Bench) -> Json:
    """Print how often pofilter reports something in human translations."""
    pofilter, result = PoFilter(bench.args.pofilter), {}
    for corpus in bench.corpora():
        for lang in DIRECTIONS:
            rows = [row for text in bench.human(corpus, lang) for row in text.rows]
            count = Counter(test for tests in pofilter.failures(rows, lang) for test in tests)
            result[f"{corpus} {direction(lang)}"] = {"segments": len(rows), "failures": dict(count)}
    print("\npofilter, failed tests in 100 segments of human translations")
    tests = sorted({test for r in result.values() for test in r["failures"]})
    lines = [[t, *(per_100(r["failures"].get(t, 0), r["segments"]) for r in result.values())] for t in tests]
    lines.append(["all", *(per_100(sum(r["failures"].values()), r["segments"]) for r in result.values())])
    print(table(["test", *result], lines), flush=True)
    return result


def machines(bench: Bench) -> Json:
    """Print how the findings on machine translations meet what experts marked."""
    texts = [text for lang in DIRECTIONS for text in _terms.abstracts(bench.args.data, lang, human=False)]
    base = BaseRate([(text.lang, row) for text in texts for row in text.rows])
    found = list(fires(bench.check(text) for text in texts))
    groups = {rule_id: [fire for fire in found if fire.rule == rule_id] for rule_id in bench.ids()}
    default = [fire for fire in found if fire.rule in bench.default]
    groups |= {"all, major or above": [f for f in default if grave(f.severity)], "all, any severity": default}
    results = {name: judged(group, base) for name, group in groups.items()}
    print(f"\nFindings on machine translations of {MEDICAL}, {sum(len(text.rows) for text in texts)} segments")
    rows = [[bench.named(name) if name in bench.ids() else name, *result.values()] for name, result in results.items()]
    print(table(["rule", "places", "touching", "precision", "base", "lift"], rows), flush=True)
    return results


def judged(group: Sequence[Fire], base: BaseRate) -> Json:
    """Return places, those that touch a marked error, their share, the share expected by chance, the quotient."""
    marked = sum(fire.marked for fire in group)
    expected = sum(map(base, group))
    precision = round(marked / len(group), 2) if group else None
    lift = round(marked / expected, 1) if expected else None
    return {"places": len(group), "touching": marked, "precision": precision,
            "base": round(expected / len(group), 2) if group else None, "lift": lift}  # fmt: skip


def planted(bench: Bench) -> Json:
    """Print how many planted errors each kind's rules find."""
    medical = [text for corpus in (MEDICAL, "tico19") for lang in DIRECTIONS for text in bench.human(corpus, lang)]
    others = [text for lang in DIRECTIONS for text in bench.human("mlqe-wikipedia", lang)]
    planter = Planter((medical, others), bench.check, bench.args.number, bench.args.seed)
    wanted = [plant for plant in _plants.load() if set(plant.rules) & set(bench.ids())]
    found = [outcome for plant in wanted for outcome in planter.outcomes(plant)]
    kinds = {plant.kind: {direction(lang): tally(o for o in found if (o.kind, o.lang) == (plant.kind, lang))
                          for lang in DIRECTIONS} for plant in wanted}  # fmt: skip
    if bench.args.pofilter and found:
        count_failures(kinds, found, PoFilter(bench.args.pofilter))
    print(f"\nPlanted errors found at the right place, seed {bench.args.seed}")
    head = ["kind", *(f"{d} {key}" for d in map(direction, DIRECTIONS) for key in _keys(kinds)), "by"]
    rows = [[kind, *(v[key] for v in by.values() for key in _keys(kinds)), _by(by.values())]
            for kind, by in kinds.items()]  # fmt: skip
    print(table(head, rows), flush=True)
    _write(bench.args.missed, [missed(outcome) for outcome in found if not outcome.by])
    return kinds


def tally(outcomes: Iterable[Outcome]) -> Json:
    all_of = list(outcomes)
    by = Counter(rule for outcome in all_of for rule in outcome.by)
    return {"planted": len(all_of), "found": sum(bool(o.by) for o in all_of), "by": dict(by)}


def count_failures(kinds: Json, found: Sequence[Outcome], pofilter: PoFilter) -> None:
    """Add to each kind the number of errors for which a test fails that did not fail before."""
    for lang in DIRECTIONS:
        here = [outcome for outcome in found if outcome.lang == lang]
        before = pofilter.failures([(*o.before.rows, *o.after.rows[len(o.before.rows) :])[o.row] for o in here], lang)
        after = pofilter.failures([o.after.rows[o.row] for o in here], lang)
        new = Counter(o.kind for o, a, b in zip(here, before, after, strict=True) if b - a)
        for kind, by in kinds.items():
            by[direction(lang)]["pofilter"] = new[kind]


def _keys(kinds: Json) -> list[str]:
    return ["planted", "found", *(["pofilter"] if any("pofilter" in v for by in kinds.values() for v in by.values())
                                  else [])]  # fmt: skip


def _by(tallies: Iterable[Json]) -> str:
    total: Counter[str] = Counter()
    for one in tallies:
        total.update(one["by"])
    return ", ".join(f"{rule} {count}" for rule, count in total.most_common())


def write_figures(results: Json) -> None:
    """Write what was measured into the package, a rule at a time."""
    rules = {rule_id: figures(rule_id, results) for rule_id in registry.ids("aligner.checks")}
    told = {"about": ABOUT, "rules": rules}
    FIGURES.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def figures(rule_id: str, results: Json) -> Json:
    """Return the figures of one rule; of planted errors, those that this very rule found."""
    counts = {corpus: count for corpus, count in results["references"].items() if corpus != "pofilter"}
    kinds = [plant.kind for plant in _plants.load() if rule_id in plant.rules]
    return {
        "in 100 segments": {
            corpus: round(100 * count["findings"].get(rule_id, 0) / count["segments"], 2)
            for corpus, count in counts.items()
        },
        "machine translations": results["machines"][rule_id],
        "planted": {
            kind: {
                d: [tallied["by"].get(rule_id, 0), tallied["planted"]]
                for d, tallied in results["planted"][kind].items()
            }
            for kind in kinds
        },
    }


def _share(count: Counter[bool]) -> str:
    return f"{count[True]}/{count.total()}" if count else "-"


def shown(name: str, fire: Fire) -> str:
    where = ["-" if span is None else f"“{span.text}”" for span in (fire.place.source, fire.place.target)]
    mark = " (marked)" if fire.marked else ""
    head = f"{fire.rule} {fire.severity}: {' | '.join(where)}{mark}: {direction(fire.lang)} {name} {fire.place.pair}"
    return f"{head}\n  {fire.row.source}\n  {fire.row.target}\n"


def missed(outcome: Outcome) -> str:
    damage, row = outcome.damage, outcome.after.rows[outcome.row]
    target = f"{row.target[: damage.start]}⟦{row.target[damage.start : damage.end]}⟧{row.target[damage.end :]}"
    return f"{outcome.kind}: {direction(outcome.lang)} {outcome.before.name}\n  {row.source}\n  {target}\n"


def direction(lang: Lang) -> str:
    return f"{lang}-{other_lang(lang)}"


def _write(path: Path | None, lines: Sequence[str]) -> None:
    if path:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


PARTS: dict[str, Callable[[Bench], Json]] = {"references": references, "machines": machines, "planted": planted}

if __name__ == "__main__":
    main()
