"""What the curated glossaries and the matching of their terms are worth.

    python benchmarks/glossary.py DATA [--only PART] [--json FILE] [--unattested FILE] [--show FILE] [--missed FILE]

DATA holds `terms`, `parallel` and `biomqm-dev`. The parts:

origins   how many entries of each file name how many sources in their field `origin`: lists and pages that were
          looked at, or only what the writer knows (CNTERM, CADN, USE)
attested  the share of the entries with a form pair in an evidence list, or that a human translation uses; the
          others go to the file of --unattested
coverage  term matches in the abstracts' human translations
alarms    matches of human translations by status, sentences and the labels of HPO; `alarms` is the share in 100 that is
          forbidden, other or missing, which --show writes with their sentences
errors    annotated errors of machine translations beside the findings of the rule `terminology`; a finding without
          a place in the target is held to touch any error of its sentence
planted   sentences of human translations with one rendering replaced or removed: `found` counts those with a
          finding of the rule for that term in that sentence, and as `otherwise` those where another rule of accuracy,
          to which that one gives way, reports what was written there; `right place` those that touch the change, or
          name the very occurrence where nothing was written; `named` is how the source names the term: once, by its
          preferred form or by an admitted one, or more than once (`repeated`). --missed writes what was not found
          at the right place

Every sentence is paired with its own translation, as the data has them.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import _attested
import _planted
import _terms
from _terms import BAD, DIRECTIONS, Checked, Text, per_100, table

from aligner.glossary import TermBase
from aligner.glossary.load import load
from aligner.glossary.locate import own_files
from aligner.model import SEVERITIES, Finding, Match, other_lang
from aligner.pipeline import Pipeline

STATUSES = ("ok", "admitted", "abbreviation", "forbidden", "other", "missing")
PLANTED = 500
SEED = 7

Json = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", action="append", choices=PARTS, help="default: all parts")
    for option in ("--json", "--unattested", "--show", "--missed"):
        parser.add_argument(option, type=Path, metavar="FILE")
    parser.add_argument("--seed", type=int, default=SEED, help="of the planted errors")
    args = parser.parse_args()
    pipe = Pipeline()
    results = {}
    for name in args.only or PARTS:
        results[name] = PARTS[name](args, pipe)
        print(flush=True)
    if args.json:
        args.json.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def origins(args: argparse.Namespace, pipe: Pipeline) -> list[Json]:
    """Print for each glossary how many entries rest on how many sources."""
    rows = []
    for path in own_files():
        count = Counter(_attested.rests_on(term.origin) for term in load(path))
        rows.append({"glossary": path.stem, "entries": count.total(), **{k: count[k] for k in _attested.RESTS_ON}})
    rows.append({"glossary": "all"} | {k: sum(row[k] for row in rows) for k in rows[0] if k != "glossary"})
    print("Entries by what their origin names")
    print(table(list(rows[0]), [list(row.values()) for row in rows]))
    return rows


def attested(args: argparse.Namespace, pipe: Pipeline) -> list[Json]:
    """Print for each glossary how many of its entries each list attests, and in all."""
    bases = {path.stem: TermBase.of([load(path)], pipe.lexicon.simplify) for path in own_files()}
    lists = _attested.evidence(args.data, pipe.terms)
    references = [t for lang in DIRECTIONS for t in _terms.abstracts(args.data, lang, human=True)]
    uses = {
        "use in tico19": list(_attested.both_ways(_terms.sentences(args.data, "en"))),
        "use in biomqm-dev": list(_attested.both_ways(references)),
    }
    rows, unattested = [], []
    for name, base in bases.items():
        by = {kind: _attested.listed(base.terms, keys, base) for kind, keys in lists.items()}
        by |= {kind: _attested.used(base, pairs) for kind, pairs in uses.items()}
        known = set().union(*by.values())
        in_lists = set().union(*(by[kind] for kind in lists))
        rows.append({"glossary": name, "entries": len(base.terms)} | {k: len(v) for k, v in by.items()}
                    | {"any list": len(in_lists), "any": len(known)})  # fmt: skip
        unattested += [f"{name}\t{t.id}\t{t.en.preferred}\t{t.zh.preferred}\t{t.origin}\t{t.status}"
                       for t in base.terms if t.id not in known]  # fmt: skip
    total = {key: sum(row[key] for row in rows) for key in rows[0] if key != "glossary"}
    rows.append({"glossary": "all"} | total)
    shown = [[r["glossary"], r["entries"], *(per_100(r[k], r["entries"]) for k in list(r)[2:])] for r in rows]
    print("Entries attested, in 100")
    print(table(list(rows[0]), shown))
    _write(args.unattested, unattested)
    return rows


def coverage(args: argparse.Namespace, pipe: Pipeline) -> list[Json]:
    """Print how many terms are matched in an abstract."""
    rows = []
    for lang in DIRECTIONS:
        texts = _terms.abstracts(args.data, lang, human=True)
        counts = [len(_terms.matched(text, pipe)[1]) for text in texts]
        few = sum(count < 5 for count in counts)
        rows.append({"direction": direction(lang), "abstracts": len(texts), "matches": sum(counts),
                     "mean": round(sum(counts) / len(counts), 1), "fewest": min(counts), "below 5": few})  # fmt: skip
    print("Term matches in the abstracts of biomqm-dev, human translations")
    print(table(list(rows[0]), [list(row.values()) for row in rows]))
    return rows


def alarms(args: argparse.Namespace, pipe: Pipeline) -> list[Json]:
    """Print the matches of human translations by status."""
    rows, shown = [], []
    for corpus in ("biomqm-dev", "tico19", "hpo"):
        for lang in DIRECTIONS:
            count: Counter[str] = Counter()
            for text in human(args.data, corpus, lang):
                _, matches = _terms.matched(text, pipe)
                count.update(m.status for m in matches)
                shown += [_shown(text, m) for m in matches if m.status in BAD]
            total, bad = sum(count.values()), sum(count[status] for status in BAD)
            rows.append({"corpus": corpus, "direction": direction(lang), **{s: count[s] for s in STATUSES},
                         "matches": total, "alarms": per_100(bad, total)})  # fmt: skip
    print("Term matches in human translations by status")
    print(table(list(rows[0]), [list(row.values()) for row in rows]))
    _write(args.show, shown)
    return rows


def human(data: Path, corpus: str, lang: Any) -> list[Text]:
    if corpus == "hpo":
        return _terms.labels(data, lang)
    return _terms.abstracts(data, lang, human=True) if corpus == "biomqm-dev" else _terms.sentences(data, lang)


def _shown(text: Text, match: Match) -> str:
    row = text.rows[match.pair - 1]
    source, target = (span.text if span else "-" for span in (match.source, match.target))
    known = "|".join(match.term.forms(other_lang(text.lang)).accepted[:6])
    head = f"{direction(text.lang)} {text.name} {match.pair}: {match.status} {match.term.id}: {source} = {target}"
    return f"{head} ({known})\n  {row.source}\n  {row.target}\n"


def errors(args: argparse.Namespace, pipe: Pipeline) -> list[Json]:
    """Print how annotated errors of machine translations and findings of the rule meet."""
    rows, findings = [], []
    for lang in DIRECTIONS:
        texts = [_terms.checked(text, pipe) for text in _terms.abstracts(args.data, lang, human=False)]
        rows.append({"direction": direction(lang)} | sums(annotated(text) for text in texts))
        findings += [{"direction": direction(lang), "severity": severity} | sums(judged(t, severity) for t in texts)
                     for severity in SEVERITIES]  # fmt: skip
    print("Annotated terminology errors of machine translations (biomqm-dev) that a finding touches")
    print(table(list(rows[0]), [list(row.values()) for row in rows]))
    print("\nFindings of the rule `terminology` on them")
    findings = [row for row in findings if row["findings"]]
    print(table(list(findings[0]), [list(row.values()) for row in findings]))
    return [*rows, *findings]


def sums(counts: Any) -> Json:
    """Add counts up, key by key."""
    total: Json = {}
    for count in counts:
        for key, value in count.items():
            total[key] = total.get(key, 0) + value
    return total


def annotated(checked: Checked) -> Json:
    """Count the annotated terminology errors of a text, and those that a finding touches."""
    count = dict.fromkeys(("errors", "touched", "major", "major touched", "other majors", "other majors touched"), 0)
    for pair, row in zip(checked.pairs, checked.text.rows, strict=True):
        here = terminology(checked, pair.id)
        for error in row.errors:
            grave = error.severity in ("major", "critical")
            term = "Terminology" in error.category
            hit = any(touches(finding, error) for finding in here)
            for wanted, name in ((term, "errors"), (term and grave, "major"), (grave and not term, "other majors")):
                count[name] += wanted
                count["touched" if name == "errors" else f"{name} touched"] += wanted and hit
    return count


def judged(checked: Checked, severity: str) -> Json:
    """Count the findings of one severity that touch an error, stand in a sentence with errors, or in a clean one."""
    count = dict.fromkeys(("findings", "touch a term error", "touch an error", "same sentence", "clean sentence"), 0)
    for pair, row in zip(checked.pairs, checked.text.rows, strict=True):
        for finding in terminology(checked, pair.id):
            if finding.severity == severity:
                met = [error for error in row.errors if touches(finding, error)]
                count["findings"] += 1
                count["touch a term error"] += any("Terminology" in error.category for error in met)
                key = "touch an error" if met else "same sentence" if row.errors else "clean sentence"
                count[key] += 1
    return count


def terminology(checked: Checked, pair: int) -> list[Finding]:
    return [f for f in checked.findings if f.rule == "terminology" and f.pair == pair]


def touches(finding: Finding, error: _terms.Error) -> bool:
    """Tell whether a finding and an error of the same sentence concern the same words, as far as that can be told."""
    span = finding.source if error.side == "source" else finding.target
    if span is None:
        return True
    return span.start < max(error.end, error.start + 1) and error.start < span.end


def planted(args: argparse.Namespace, pipe: Pipeline) -> list[Json]:
    """Print how many planted errors are found, by kind."""
    rows, missed, every = [], [], []
    for lang in DIRECTIONS:
        plants = _planted.plant(planting(args, pipe, lang), pipe.terms, PLANTED // 2, args.seed)
        outcomes = [_planted.judge(p, _terms.checked(p.text, pipe)) for p in plants]
        for kind in _planted.KINDS:
            for named in _planted.NAMED:
                found = [o for o in outcomes if (o.plant.kind, o.plant.named) == (kind, named)]
                rows.append(tally(found, direction=direction(lang), kind=kind, named=named))
        for named in _planted.NAMED:
            found = [o for o in outcomes if o.plant.named == named]
            rows.append(tally(found, direction=direction(lang), kind="all", named=named))
        rows.append(tally(outcomes, direction=direction(lang), kind="all", named="all"))
        missed += [_missed(o) for o in outcomes if not o.right]
        every += outcomes
    rows.append(tally(every, direction="both", kind="all", named="all"))
    print(f"Planted errors, seed {args.seed}")
    print(table(list(rows[0]), [list(row.values()) for row in rows]))
    _write(args.missed, missed)
    return rows


def planting(args: argparse.Namespace, pipe: Pipeline, lang: Any) -> list[list[_planted.Place]]:
    """Return for each human sentence what may be changed in it: shuffled, the abstracts before the other corpus."""
    chance = random.Random(args.seed)
    found = []
    for corpus in ("biomqm-dev", "tico19"):
        sentences: dict[tuple[str, int], list[_planted.Place]] = {}
        for text in human(args.data, corpus, lang):
            pairs, matches = _terms.matched(text, pipe)
            for place in _planted.places(Checked(text, pairs, matches, ()), pipe.terms):
                sentences.setdefault((text.name, place.match.pair), []).append(place)
        found += chance.sample(list(sentences.values()), len(sentences))
    return found


def tally(outcomes: Sequence[_planted.Outcome], **labels: str) -> Json:
    found, right = sum(o.found for o in outcomes), sum(o.right for o in outcomes)
    return {**labels, "planted": len(outcomes), "found": found, "right place": right,
            "otherwise": sum(o.otherwise for o in outcomes), "% found": per_100(found, len(outcomes)),
            "% right": per_100(right, len(outcomes))}  # fmt: skip


def _missed(outcome: _planted.Outcome) -> str:
    plant = outcome.plant
    row, match = plant.text.rows[plant.match.pair - 1], plant.match
    was, term = (span.text if span else "" for span in (match.target, match.source))
    how = "found elsewhere" if outcome.found else "missed"
    head = f"{direction(plant.text.lang)} {plant.text.name} {match.pair}: {how}, {plant.kind}"
    return f"{head}: {match.term.id}: {term}: {was} > {plant.written or 'nothing'}\n  {row.source}\n  {row.target}\n"


def direction(lang: str) -> str:
    return "en-zh" if lang == "en" else "zh-en"


def _write(path: Path | None, lines: Sequence[str]) -> None:
    if path:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


PARTS: dict[str, Callable[[argparse.Namespace, Pipeline], list[Json]]] = {
    "origins": origins,
    "attested": attested,
    "coverage": coverage,
    "alarms": alarms,
    "errors": errors,
    "planted": planted,
}

if __name__ == "__main__":
    main()
