"""Plants one wrong term in a reference sentence: another concept's, a forbidden form, or nothing at all."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from _terms import Checked, Row, Text

from aligner.glossary import TermBase
from aligner.glossary.abridged import said_in_signs
from aligner.model import Lang, Match, Span, Term, other_lang

KINDS = ("another concept", "forbidden form", "removed")
NAMED = ("preferred", "admitted", "repeated")
TRIES = 40


@dataclass(frozen=True)
class Plant:
    """A text with one change at `start:end` of a pair's target; `match` is the term that stood there.

    `named` is how the source names the term: by its preferred form, an admitted one, or repeated.
    """

    text: Text
    kind: str
    match: Match
    start: int
    end: int
    written: str
    named: str


@dataclass(frozen=True)
class Place:
    """A rendering that may be changed."""

    text: Text
    match: Match
    named: str


def places(checked: Checked, base: TermBase) -> Iterator[Place]:
    """Yield the renderings that stand in one piece for a term, as often in the target as in the source.

    What is a part of another term's rendering (*traumatic* of *post-traumatic stress disorder*) is none of its own:
    who changes it makes an error in that other term.
    """
    lang = other_lang(checked.text.lang)
    for match in checked.matches:
        if match.status not in ("ok", "admitted") or not match.target or _short(match.target.text):
            continue
        if base.key(match.target.text, lang) != base.key(match.form, lang):
            continue  # its words stand apart
        if any(m.pair == match.pair and m.target and _inside(match.target, m.target) for m in checked.matches):
            continue
        same = [m for m in checked.matches if (m.pair, m.term.id) == (match.pair, match.term.id)]
        row = checked.text.rows[match.pair - 1]
        if _count(row.target, match.term, base, lang) <= len(same):
            yield Place(checked.text, match, "repeated" if len(same) > 1 else _named(match, base, checked.text.lang))


def _inside(part: Span, whole: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end and part.end - part.start < whole.end - whole.start


def _named(match: Match, base: TermBase, lang: Lang) -> str:
    written = base.key(match.source.text if match.source else "", lang)
    return "preferred" if written == base.key(match.term.forms(lang).preferred, lang) else "admitted"


def _short(text: str) -> bool:
    return sum(char.isalpha() for char in text) < 2


def _count(text: str, term: Term, base: TermBase, lang: Lang) -> int:
    """Count the places where a text holds an accepted form of a term."""
    found = base.english.find(text) if lang == "en" else base.chinese.find(text)
    spans = sorted({(o.start, o.end) for o in found if o.term.id == term.id}, key=lambda s: (s[0], -s[1]))
    count, end = 0, -1
    for span in spans:
        if span[0] >= end:
            count, end = count + 1, span[1]
    return count


def plant(sentences: Sequence[Sequence[Place]], base: TermBase, number: int, seed: int) -> list[Plant]:
    """Change one place in each of `number` sentences, the kinds in equal parts as far as they can be had."""
    chance = random.Random(seed)
    by_domain: dict[str, list[Term]] = {}
    for term in base.terms:
        if term.match != "regex":
            by_domain.setdefault(term.domain, []).append(term)
    done: list[Plant] = []
    count: Counter[str] = Counter()
    for candidates in sentences:
        shuffled = chance.sample(candidates, len(candidates))
        for kind in sorted(KINDS, key=lambda k: (count[k], KINDS.index(k))):
            made = _first(kind, shuffled, base, by_domain, chance)
            if made and len(done) < number:
                done.append(made)
                count[kind] += 1
                break
    return done


def _first(
    kind: str, found: Sequence[Place], base: TermBase, domains: dict[str, list[Term]], chance: random.Random
) -> Plant | None:
    for place in found:
        written = _replacement(kind, place, base, domains, chance)
        if written is not None:
            return changed(place, kind, written)
    return None


def _replacement(
    kind: str, place: Place, base: TermBase, domains: dict[str, list[Term]], chance: random.Random
) -> str | None:
    """Return what to write in the place of a rendering, None where this kind of error cannot be made.

    What a notation says besides may go: *no difference (P > 0.05)* says that it is not statistically significant.
    """
    term, lang = place.match.term, other_lang(place.text.lang)
    if kind == "removed":
        return None if said_in_signs(term, place.text.rows[place.match.pair - 1].target) else ""
    if kind == "forbidden form":
        meant = [term, *homonyms(place.match, base, place.text.lang)]
        forms = [f.form for f in term.forms(lang).forbidden if not any(holds(f.form, t, base, lang) for t in meant)]
        return chance.choice(forms) if forms else None
    others = domains.get(term.domain, [])
    for other in chance.sample(others, min(TRIES, len(others))):
        written = other.forms(lang).preferred
        if another(other, place.match, base, place.text.lang) and not holds(written, term, base, lang):
            return written
    return None


def another(other: Term, match: Match, base: TermBase, source_lang: Lang) -> bool:
    """Tell whether a term is another concept than the one matched, and no homonym of it."""
    written = match.source.text if match.source else ""
    names = {base.key(form, source_lang) for form in other.forms(source_lang).accepted}
    same = {base.key(form, source_lang) for form in match.term.forms(source_lang).accepted}
    return other.id != match.term.id and not names & (same | {base.key(written, source_lang)})


def homonyms(match: Match, base: TermBase, lang: Lang) -> list[Term]:
    """Return the other terms that what the source writes may mean, so that their renderings are no error there."""
    written = match.source.text if match.source else ""
    found = base.english.find(written) if lang == "en" else base.chinese.find(written)
    return [o.term for o in found if (o.start, o.end) == (0, len(written)) and o.term.id != match.term.id]


def holds(written: str, term: Term, base: TermBase, lang: Lang) -> bool:
    """Tell whether a text still holds an accepted form of a term, so that writing it would be no error."""
    return any(base.key(form, lang) in base.key(written, lang) for form in term.forms(lang).accepted)


def changed(place: Place, kind: str, written: str) -> Plant:
    """Write something else where a rendering stands; a blank that would be left double goes too."""
    text, match = place.text, place.match
    assert match.target is not None
    row = text.rows[match.pair - 1]
    start, end = match.target.start, match.target.end
    if not written and row.target[end : end + 1] == " " and row.target[:start][-1:] in ("", " "):
        end += 1
    target = row.target[:start] + written + row.target[end:]
    rows = (*text.rows[: match.pair - 1], Row(row.source, target), *text.rows[match.pair :])
    return Plant(replace(text, rows=rows), kind, match, start, start + len(written), written, place.named)


@dataclass(frozen=True)
class Outcome:
    """What became of a planted error: `found`, there at the `right` place; `otherwise` by another rule alone."""

    plant: Plant
    found: bool
    right: bool
    otherwise: bool


def judge(plant: Plant, checked: Checked) -> Outcome:
    """Say whether a planted error was found in the checked text, and whether at the right place.

    The rule of terms finds it by naming the term in that pair; another rule of accuracy, to which that one gives way
    (first for second, in- for outpatient), by touching what was written there.
    """
    match = plant.match
    assert match.source is not None
    own = {m.source for m in checked.matches if (m.pair, m.term.id) == (match.pair, match.term.id)} | {match.source}
    here = [f for f in checked.findings if f.pair == match.pair]
    hits = [
        (source, target)
        for f in here
        if f.rule == "terminology"
        for source, target in ((f.source, f.target), *((p.source, p.target) for p in f.places))
        if source in own
    ]
    # Where a term is repeated, which occurrence the changed words stood for is the matcher's guess; the words are none.
    right = any(
        _touches(plant, target) if target and plant.written else source == match.source for source, target in hits
    )
    otherwise = not hits and any(f.category.startswith("Accuracy") and _touches(plant, f.target) for f in here)
    return Outcome(plant, bool(hits) or otherwise, right or otherwise, otherwise)


def _touches(plant: Plant, target: Span | None) -> bool:
    """Tell whether a finding's target span touches what was written in the place of a rendering."""
    return target is not None and target.start < plant.end and plant.start < target.end
