"""How sure it is that what stands in a source is the term, so that its absence from the target is worth a finding.

A preferred form is the term wherever it stands. An admitted one may be an everyday word as well (*cases* for
*confirmed cases*, 发生 for *incidence*), and is asked more: to be long, or to be rendered by the term's own names as
far as the dictionary knows, with nothing else in the target that the dictionary has for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from aligner.glossary.abridged import abridged, named_again
from aligner.glossary.dictionary import THIS_DRUG, lost
from aligner.glossary.english import WORD
from aligner.glossary.finding import Finder
from aligner.glossary.rendering import Target
from aligner.glossary.repeats import referred_to
from aligner.model import Lang, Match, Span, Term
from aligner.text.fixed_names import holds_fixed_name, in_fixed_name

# From this share of its renderings on, a word's own sense is that of the term.
_OWN_SENSE, _PART_OF_NAME = 0.25, 0.5
_SUFFIXES = "术症剂"  # a Chinese name means the same without them: 截骨, 截骨术
_LEARNED = ("al", "ar", "ary", "ic", "ory")  # endings of adjectives
_COORDINATED = re.compile(r"\s*(?:[或和及与、]|以及|或者|[,，]?\s*(?:and|or)|,)\s*")
_UNACCEPTED = ("missing", "other")
# For an abbreviation as written, the ids of the concepts that the document means by it.
Meanings = Mapping[str, frozenset[str]]


def judged(
    target: Target, matches: Sequence[Match], source: str, meanings: Meanings, *, before: Collection[str] = ()
) -> list[Match]:
    """Leave out the matches of a pair that are none for sure, and call dropped only what is.

    `before` are the ids of the terms that earlier pairs have rendered.
    """
    if not [match for match in matches if match.status in _UNACCEPTED or match.dropped]:
        return [*matches]
    kept: list[Match] = []
    doubtful: list[Match] = []
    taken = [(m.target.start, m.target.end) for m in matches if m.target]
    wanting = Counter(m.term.id for m in matches if m.status == "missing")
    for match in matches:
        if match.status in _UNACCEPTED:
            understood = (
                _within_another(match, matches, source)
                or _of_a_fixed_name(target, match, source)
                or (
                    match.status == "missing"
                    and match.term.id in before
                    and not target.gaps
                    and named_again(target, match, source, taken, wanting[match.term.id])
                )
                or (match.status == "missing" and _the_product(target, match, source, wanting))
            )
            if not understood:
                (kept if _certain(target, match, source, meanings) else doubtful).append(match)
        else:
            kept.append(replace(match, dropped=_dropped(target, match, source)) if match.dropped else match)
    return sorted([*kept, *_left_a_gap(target, kept, doubtful, source)], key=_place) if doubtful else kept


def _the_product(target: Target, match: Match, source: str, wanting: Mapping[str, int]) -> bool:
    """Tell whether a leaflet calls its own drug 本品 or *this medicine* where the source names it, and no other."""
    lang, other = target.finder.target_lang, target.finder.source_lang
    more = len(THIS_DRUG[lang].findall(target.text)) - len(THIS_DRUG[other].findall(source))
    return match.term.drug and more > 0 and len(wanting) == 1


def _left_a_gap(target: Target, kept: Sequence[Match], doubtful: Sequence[Match], source: str) -> list[Match]:
    """Return which of the terms that may be everyday words are lost after all: a gap of the target fits them."""
    unnamed = [replace(m, status="missing", target=None) for m in doubtful if not (m.form or _abbreviation(m))]
    lost = [m for m in unnamed if _partly_lost(target, m, source)]
    if not lost or not target.gaps:
        return []
    wanting = [*lost, *(m for m in kept if m.status == "missing" or m.dropped)]
    gaps = [Span(start, end, target.text[start:end]) for start, end in target.gaps]
    fits = target.partners(source, [m.source for m in wanting if m.source], gaps)
    fitting = {m.term.id for m, (_, own) in zip(lost, fits, strict=False) if own}
    return [m for m in lost if m.term.id in fitting]


def _partly_lost(target: Target, match: Match, source: str) -> bool:
    """Tell whether the target has no word for a term, or lacks what one of its words means first: a rate for 致死率."""
    if match.source is None or target.finder.source_lang == "en" or _lost(target, match, source):
        return _lost(target, match, source)
    lexicon, there = target.finder.lexicon, set(target.text_stems.values())
    rows = [lexicon.renderings(match.source.text[a:b]) for a, b in lexicon.words(match.source.text) if b - a > 1]
    return any(row and max(row, key=lambda stem: row[stem]) not in there for row in rows)


def _place(match: Match) -> int:
    return match.source.start if match.source else 0


def _within_another(match: Match, matches: Sequence[Match], source: str) -> bool:
    """Tell whether a term that is wanting is a part of one that the pair renders (血压 and 高血压).

    Where the source lists the two side by side they are two things: 支气管炎或细支气管炎.
    """
    written = _written(match)
    rendered = [m for m in matches if m.status not in _UNACCEPTED and not m.dropped and m.source]
    return match.status == "missing" and any(
        written in _written(m) != written and not _listed(match, m, source) for m in rendered
    )


def _listed(one: Match, other: Match, source: str) -> bool:
    first, last = sorted((m.source.start, m.source.end) for m in (one, other) if m.source)
    return bool(_COORDINATED.fullmatch(source, first[1], last[0]))


def _of_a_fixed_name(target: Target, match: Match, source: str) -> bool:
    """Tell whether a term is a word in the name of a scale, for which the target has a name of one."""
    there, lang = match.source, target.finder.source_lang
    inside = there is not None and in_fixed_name(source, there.start, there.end, lang)
    return inside and not match.form and holds_fixed_name(target.text, target.finder.target_lang)


def _certain(target: Target, match: Match, source: str, meanings: Meanings) -> bool:
    """Tell whether a match without a rendering that the term base accepts is worth a finding.

    A preferred form is; an admitted form where it can mean nothing else, or where no word of the target is one for
    it; an abbreviation where the document explains it.
    """
    finder, written = target.finder, _written(match)
    if match.status == "other" and match.form and finder.base.domain_of(match.form, finder.target_lang, match.term):
        return True  # the term base knows what stands in its place: another concept of the same field
    if _abbreviation(match):
        return written in meanings
    if abridged(target, match, source):
        return False
    if _unambiguous(finder, match.term, written):
        return True
    return match.status == "missing" and _own_sense(finder, match.term, written) and _lost(target, match, source)


def _dropped(target: Target, match: Match, source: str) -> bool:
    """Tell whether nothing in the target, but for what renders the term elsewhere, is a word or a pronoun for it."""
    written = _written(match)
    if _abbreviation(match) or (referred_to(source, target.text, match.term) and not target.gaps):
        return False
    clear = _unambiguous(target.finder, match.term, written) or _own_sense(target.finder, match.term, written)
    return clear and _lost(target, match, source)


def _lost(target: Target, match: Match, source: str) -> bool:
    return match.source is not None and lost(target, source, match.source.start, match.source.end)


def _written(match: Match) -> str:
    return match.source.text if match.source else ""


def _abbreviation(match: Match) -> bool:
    return _written(match) in (*match.term.en.abbreviations, *match.term.zh.abbreviations)


def named_so(finder: Finder, term: Term, written: str) -> bool:
    """Tell whether a term is written in its preferred form."""
    preferred = term.forms(finder.source_lang).preferred
    return finder.base.key(written, finder.source_lang) == finder.base.key(preferred, finder.source_lang)


def _unambiguous(finder: Finder, term: Term, written: str) -> bool:
    """Tell whether a form can mean nothing else, whatever the dictionary says."""
    if named_so(finder, term, written) or term.match == "regex":
        return True
    key = finder.base.key(written, finder.source_lang)
    preferred = finder.base.key(term.forms(finder.source_lang).preferred, finder.source_lang)
    if finder.source_lang == "en" and _adjective(written.casefold(), term.en.preferred.casefold()):
        return True
    return _specific(key, finder.source_lang) and key not in preferred


def _own_sense(finder: Finder, term: Term, written: str) -> bool:
    """Tell whether the dictionary renders a form by the term's own names, if it knows the form at all.

    What is a part of the preferred name (*confirmed*, 疑似) is an everyday word more often.
    """
    key = finder.base.key(written, finder.source_lang)
    name = term.forms(finder.source_lang).preferred.casefold()
    part = written.casefold() in name and not _specific(key, finder.source_lang) and name[-1] not in _SUFFIXES
    enough = _PART_OF_NAME if part else _OWN_SENSE
    known = False
    for form in term.forms(finder.target_lang).accepted:
        english, chinese = (written, form) if finder.source_lang == "en" else (form, written)
        row = finder.lexicon.renderings(chinese)
        known = known or bool(row)
        stems = [finder.lexicon.stem(m.group()) for m in WORD.finditer(english)]
        if row and stems and min(row.get(stem, 0.0) for stem in stems) >= enough:
            return True
    return not (known or part)


def _adjective(written: str, noun: str) -> bool:
    """Tell whether a word is the learned adjective of a noun, which means nothing else (retinal, alveolar).

    Everyday adjectives have a noun in -ity (specificity), their own sense came first.

    >>> _adjective("alveolar", "alveolus"), _adjective("specific", "specificity"), _adjective("infected", "infection")
    (True, False, False)
    """
    shared = next(
        (k for k, (a, b) in enumerate(zip(written, noun, strict=False)) if a != b), min(len(written), len(noun))
    )
    learned = written.endswith(_LEARNED) and not noun.endswith("ity") and " " not in noun
    return learned and shared >= 3 and shared >= 0.6 * len(noun)


def _specific(key: str, lang: Lang) -> bool:
    """Tell whether a form is long enough not to be an everyday word as well."""
    return len(key) >= 4 if lang == "zh" else len(key.split()) >= 2
