"""Denials of one text that nothing opposite answers, clause by clause.

Only where the other text denies less often as a whole, however loosely, is any clause looked at. Then the words that
are denied are followed to their renderings, and a denial is unanswered where all that denies anything in those clauses
belongs to another denial of this text.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from aligner.checks._denial_words import (
    ANSWERS,
    ASKED,
    BETWEEN,
    DENIES_TWO,
    DOUBLE,
    DOUBLE_CHINESE,
    HARMLESS,
    JOINED,
    KINDS,
    LACK,
    LIGHT,
    LOOSE,
    LOOSER,
    NEGATIVE,
    OR_ELSE,
    PLAIN,
    SURE,
    SURE_WORDS,
    UNSURE,
)
from aligner.checks._links import Clauses, Links, links
from aligner.model import Lang, other_lang

Place = tuple[int, int]

_DENYING = "不没未无非勿否禁"
_SCOPE = 4  # words of content that a denial is followed by
_ENOUGH = 2  # words that are followed where the first is not
_TIE = 1  # how many words further off a denial may be that what denies belongs to as well
_BACK = 1.25  # what a word that stands before its denial is further off
_OFF = 3  # what another clause adds to that


def unanswered(text: str, other: str, lang: Lang, lexicon: Any) -> Iterator[tuple[Place, Place]]:
    """Yield denials of a text and the clauses of the other one that should deny the same, and do not.

    >>> from aligner.lexicon import load
    >>> texts = "It did not reduce pain, and no drug was given.", "该药缓解了疼痛，未给予药物。"
    >>> [(texts[0][a:b], texts[1][c:d]) for (a, b), (c, d) in unanswered(*texts, "en", load())]
    [('did not', '该药缓解了疼痛')]
    """
    sure = _sure(text, lang, lexicon)
    if not sure:
        return
    found = links(text, other, lang, lexicon)
    here, there = Clauses(text, lang, found.words), Clauses(other, other_lang(lang), found.others)
    answers = _answers(other, other_lang(lang), lexicon)
    spent = _spent(here, there, found, sure, answers)
    if len(sure) <= sum(at not in spent for at in answers):
        return
    answered = _answered(here, there, found, sure, spent)
    enough = _ENOUGH if {start for start, _ in _denials(there, ())} - spent else 1
    for denial in sure:
        words = _rendered(denial, here, there, found, enough)
        if not words or denial in answered or any(_reaches(there, word) for word in words):
            continue
        clause = there.clauses[there.clause(words[0])]
        own = here.clauses[here.clause(denial[0])]
        if _within({*answers} - spent, clause) < _within([start for start, _ in sure], own):
            yield denial, clause


def _within(places: Iterable[int], clause: Place) -> int:
    """Return how many places lie in a clause."""
    return sum(clause[0] <= at < clause[1] for at in places)


def opposite(text: str, other: str, lang: Lang, lexicon: Any, denial: Place) -> Place | None:
    """Return the clause of the other text that renders what a denial or hedge governs, None where it is not sure."""
    found = links(text, other, lang, lexicon)
    here, there = Clauses(text, lang, found.words), Clauses(other, other_lang(lang), found.others)
    words = _rendered(denial, here, there, found)
    return there.clauses[there.clause(words[0])] if words else None


def _answers(text: str, lang: Lang, lexicon: Any) -> list[int]:
    """Return where a text can answer a denial: where words start that deny in whatever way."""
    if lang == "en":
        return [m.start() for pattern in (ANSWERS, DENIES_TWO) for m in pattern.finditer(text)]
    plain = lexicon.simplify(text)
    words = ((start, plain[start:end]) for start, end in lexicon.words(plain))
    denying = ((at, word) for at, word in words if word not in HARMLESS)
    return [at for at, word in denying if word[0] in _DENYING or word[-1] in _DENYING]  # 也不, 均无


def _spent(here: Clauses, there: Clauses, found: Links, sure: Sequence[Place], answers: Sequence[int]) -> set[int]:
    """Return where something stands in the other text that may deny, and answers none of the sure denials.

    It does not where its word renders one that may deny as well, as 排除 does *exclude*, or where this text has its
    like besides, as *only* for 仅.
    """
    back = {j: i for i, j in found.partner.items()}
    own = {k for start, _ in _loose(here.text, here.lang, sure) if (k := here.word(start)) is not None}
    places = {*answers, *(start for start, _ in _denials(there, ()))}
    others = {
        at
        for at in places
        if (k := there.word(at)) in back
        and back[k] in own
        and (not PLAIN.match(there.words[k].key) or NEGATIVE.match(here.words[back[k]].key))
    }
    return others | {*_alike(here, there, sure, places, others)}


def _alike(here: Clauses, there: Clauses, sure: Sequence[Place], places: set[int], met: set[int]) -> Iterator[int]:
    """Yield which places of the other text have their like in this one, but for those met by it already.

    A sure denial is none: *banned* has no like in 禁止, but answers it.
    """
    for kind in KINDS:
        alike = sorted(at for at in places if kind[there.lang].match(there.text, at))
        if alike:
            own = (found.start() for found in kind[here.lang].finditer(here.text))
            room = sum(not any(start <= at < end for start, end in sure) for at in own) - len(met.intersection(alike))
            yield from [at for at in alike if at not in met][: max(0, room)]


def _sure(text: str, lang: Lang, lexicon: Any) -> list[Place]:
    """Return where a text denies for certain; of a list of denials the first, of denials that cancel out none."""
    found = list(english(text) if lang == "en" else _chinese(text, lexicon))
    return [b for a, b in itertools.pairwise([(0, 0), *found]) if not _lists(text, a, b, lang)]


def english(text: str) -> Iterator[Place]:
    """Yield where an English text denies for certain, and nothing undoes it."""
    cancelled = [m.span() for m in DOUBLE.finditer(text)]
    for found in SURE.finditer(text):
        start, end = found.span()
        if not OR_ELSE.search(text[:start]) and not any(a < end <= b for a, b in cancelled):
            yield start, end


def _lists(text: str, one: Place, next_one: Place, lang: Lang) -> bool:
    """Whether two denials are of one list."""
    words = {text[start:end].lower() for start, end in (one, next_one)}
    alike = len(words) == 1 or words <= LACK
    return alike and bool(BETWEEN[lang].fullmatch(text, one[1], next_one[0]))


def _chinese(text: str, lexicon: Any) -> Iterator[Place]:
    plain = lexicon.simplify(text)
    cancelled = [m.span() for m in DOUBLE_CHINESE.finditer(plain)]
    for start, end in lexicon.words(plain):
        if plain[start:end] not in SURE_WORDS or any(a <= start < b for a, b in cancelled):
            continue
        if not UNSURE.match(plain, start) and not ASKED.match(plain, max(0, start - 1)):
            yield start, end


def _loose(text: str, lang: Lang, sure: Sequence[Place]) -> list[Place]:
    """Return where a text may deny something besides the sure denials."""
    found = (m.span() for m in LOOSE[lang].finditer(text))
    return [(a, b) for a, b in found if not any(a < end and start < b for start, end in sure)]


def _denials(text: Clauses, sure: Sequence[Place]) -> list[Place]:
    """Return all that may deny, with the sure denials given."""
    looser = (m.span() for m in LOOSER[text.lang].finditer(text.text))
    return [*sure, *_loose(text.text, text.lang, sure), *looser]


def _answered(here: Clauses, there: Clauses, found: Links, sure: Sequence[Place], spent: set[int]) -> set[Place]:
    """Return the denials of one text that anything in the other may answer, but for what is spent.

    What denies there answers what stands nearest to the partners of its neighbours; without any, it may answer all.
    """
    own, answered = _denials(here, sure), set[Place]()
    back = dict(sorted(found.turned().partner.items()))
    for at in {start for start, _ in _denials(there, ())} - spent:
        rank, clause = there.rank(at), there.clause(at)
        near = [j for j in back if there.clause(there.words[j].start) == clause]
        if not near:
            return {*own}
        before, behind = [j for j in near if j < rank], [j for j in near if j >= rank]
        for j in {*before[-1:], *behind[:1]}:
            answered.update(_nearest(here, own, back[j], sure))
    return answered


def _nearest(here: Clauses, own: Sequence[Place], place: int, sure: Sequence[Place]) -> list[Place]:
    """Return the denials that stand nearest to a word; a sure one may stand further off than a loose one."""
    clause = here.clause(here.words[place].start)
    apart = {}
    for denial in own:
        words = place - here.rank(denial[0]) + 0.5
        apart[denial] = abs(words) + _BACK * (words < 0) + _OFF * (here.clause(denial[0]) != clause)
    least = min(apart.values())
    loose = next(d for d in own if apart[d] == least) not in sure
    return [d for d in own if apart[d] <= least + _TIE + 2 * (loose and d in sure)]


def _rendered(denial: Place, here: Clauses, there: Clauses, found: Links, enough: int = _ENOUGH) -> list[int]:
    """Return where the words of the other text start that render what is denied, none where that is not sure."""
    scope = _scope(denial, here)
    met = [k for k in scope if k in found.partner]
    words = [there.words[found.partner[k]] for k in met]
    if here.lang == "zh" and (not met or (met[0] != scope[0] and len(met) < enough) or NEGATIVE.match(words[0].key)):
        return []
    return [word.start for word in words]


def _scope(denial: Place, here: Clauses) -> list[int]:
    """Return the words of content behind a denial, within its clause."""
    end = here.clauses[here.clause(denial[0])][1]
    scope = [k for k, word in enumerate(here.words) if denial[1] <= word.start < end]
    if here.lang == "zh":
        scope = [*itertools.dropwhile(lambda k: here.words[k].key in LIGHT, scope)]
    return scope[:_SCOPE]


def _reaches(text: Clauses, at: int) -> bool:
    """Whether a denial before a word may reach it over an *and* or *or*: 无重症及死亡 for *no death*."""
    ends = [end for _, end in _denials(text, ()) if end <= at]
    return bool(ends) and bool(JOINED[text.lang].fullmatch(text.text, max(ends), at))
