"""Recognises how terms of the source are rendered in a target text, by the forms of the term base.

Generous by design: a finding that a professional would wave away costs more than one that is missed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple, Protocol

from aligner.glossary import repeats
from aligner.glossary.chinese import normalised
from aligner.glossary.english import cut
from aligner.glossary.finding import Finder, Group
from aligner.glossary.occurrences import Occurrence, Stretch, occurrences
from aligner.model import Span, Status, Term
from aligner.text.gaps import gaps, gaps_in_chinese

# How far apart, in characters, the parts of a rendering may stand (膝关节和踝关节疼痛 for 膝关节疼痛).
_SPREAD = 16
# How many other words may stand between those of an English rendering (anterior or posterior tibial artery).
_WORDS_BETWEEN = 20
# From how many letters on a name is looked for inside a longer word, and what there turns it into another one.
_LONG_NAME = 5
_SHORT_NAME = 4  # characters of a Chinese name whose parts may change places
_DENYING = ("a", "ab", "an", "dis", "im", "in", "mal", "mis", "non", "sub", "un")

# Behind a condition these say who has it, and leave it what it is: 确诊 in 确诊患者.
_WHO = frozenset(("者", "患者", "患儿", "病人", "病例", "人群"))

_AND = re.compile(r"[和与與及或、/]|\b(?:and|or)\b")
_VALUE = re.compile(r"\s?[=＝:：≈<>＜＞]\s?\d|\s\d")  # （HR＝0.49） says what the hazard ratio is
_SENTENCE_END = re.compile(r"[a-z)\]][.!?]\s*[A-Z]")
_OPENING, _CLOSING = ("(", "（", "[", "［"), (")", "）", "]", "］")

_RANKS: dict[Status, int] = {"ok": 0, "admitted": 2, "abbreviation": 4, "forbidden": 6, "other": 8, "missing": 10}
APART = _RANKS["admitted"]  # the rank of words that stand apart


class _Place(Protocol):
    """A stretch of a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Rendering(NamedTuple):
    """What stands in the target for one occurrence of a term; no place where nothing does.

    `shared` says that it is the rendering of another occurrence, since the target repeats the term less often;
    `apart`, that only its words are there, inflected or with others between.
    """

    status: Status
    start: int = -1
    end: int = -1
    form: str = ""
    shared: bool = False
    apart: bool = False

    @property
    def rank(self) -> int:
        """How good it is, 0 the best."""
        return _RANKS[self.status] + self.shared


MISSING = Rendering("missing")


class Target:
    """The renderings that one target text holds, of all that is `found` in it; `wanted` are the terms of its source.

    `accepted`, `abbreviations` and `forbidden` are forms of these terms.
    """

    def __init__(self, finder: Finder, text: str, found: Sequence[Stretch], wanted: set[str]) -> None:
        self.finder, self.text, self.wanted, self._found = finder, text, wanted, found
        self.accepted: list[Occurrence] = []
        self.abbreviations: list[Occurrence] = []
        self._accepted_of: dict[str, list[Occurrence]] = {}
        forbidden = []
        for o, behind in self._own():
            if o.exceptions and self.excepted(o):
                continue
            if o.kind == "forbidden":
                forbidden.append(o)
            elif o.kind == "abbreviation":
                self.abbreviations.append(o)
            elif behind or not self.held(o):
                self.accepted.append(o)
                self._accepted_of.setdefault(o.term.id, []).append(o)
        self.forbidden = [o for o in forbidden if not self.accounted(o)] if forbidden else forbidden

    def _own(self) -> list[tuple[Occurrence, bool]]:
        """Return the occurrences of terms of the source, and whether each ends behind all that begins before it."""
        new, wanted, reach = tuple.__new__, self.wanted, 0
        own = []
        for start, end, reading in self._found:
            for form in reading.entries:
                if form.term.id in wanted:
                    own.append((new(Occurrence, (start, end, *form)), end > reach))
            reach = max(reach, end)
        return own

    @cached_property
    def strange(self) -> list[Occurrence]:
        """What the text holds of terms that its source has not, by names that are accepted."""
        return [o for o in occurrences(self._found) if self._strange(o)]

    def held(self, o: Occurrence) -> bool:
        """Tell whether a longer term of another concept holds it (关节炎 in 骨关节炎), which does not name this one.

        A form that may say something else (瘘口 for a stoma), which no source is searched for, holds nothing.
        """
        around = self._strange_around(o, o.end - o.start + 1)
        return bool(around) and any(
            w.term.id != o.term.id
            and not self._cut_through(o, w)
            and self.text[o.end : w.end] not in (_WHO if w.start == o.start else ())
            and not (w.exceptions and self.finder.excepted(w, self._folded))
            and not self.finder.base.contains(w.term, o.term, self.finder.source_lang)
            for w in around
        )

    def _strange_around(self, o: Occurrence, least: int) -> list[Occurrence]:
        """Return the names of terms that the source has not which hold an occurrence, from a length on."""
        first, last, *_ = o
        around: list[Stretch] = []
        for stretch in self._found:
            start, end, _ = stretch
            if start > first:  # abbreviations may stand behind, which are no such names
                break
            if end >= last and end - start >= least:
                around.append(stretch)
        return [w for w in occurrences(around) if self._strange(w)] if around else []

    def _strange(self, o: Occurrence) -> bool:
        return o.kind == "accepted" and o.term.id not in self.wanted

    def excepted(self, o: Occurrence) -> bool:
        """Tell whether an exception of its term holds an occurrence, and more."""
        return bool(o.exceptions) and self.finder.excepted(o, self._folded, longer=True)

    @cached_property
    def _folded(self) -> str:
        return self.finder.folded(self.text)

    def _cut_through(self, o: Occurrence, longer: Occurrence) -> bool:
        """Tell whether a longer Chinese form ends inside the word behind the shorter: 皮肤|病变 holds no 皮肤病."""
        if self.finder.target_lang == "en" or o.start != longer.start:
            return False
        return o.end + self.finder.lexicon.longest(self.text, o.end) > longer.end

    def accounted(self, bad: Occurrence) -> bool:
        """Tell whether the words of a form that is wrong here are right for a term that the source has."""
        return any(o.start <= bad.start and bad.end <= o.end for o in self.accepted)

    def _said_besides(self, bad: Occurrence, groups: Sequence[Group], source: str) -> bool:
        """Tell whether the source has the concept of a wrong form as well, by a name that no source is searched for."""
        rest = self.finder.folded(source)
        for group in groups:
            rest = rest[: group.start] + " " * (group.end - group.start) + rest[group.end :]
        names = (o.term.forms(self.finder.source_lang).accepted for o in self.strange if _holds(o, bad))
        return any(self.finder.folded(name) in rest for own in names for name in own)

    def renderings(self, term: Term, groups: Sequence[Group], source: str) -> list[Rendering]:
        """Return how each occurrence of a term in the source is rendered by whole names; `groups` are in order."""
        names, number = self._accepted_of.get(term.id, ()), len(groups)
        full = self._free(_longest(names), number) if len(names) > 1 else names
        if len(full) >= number and not [group for group in groups if group.abbreviated]:  # most of them
            return [self._of(o) for o in full[:number]]
        short = [o for o in self.abbreviations if o.term.id == term.id]
        bad = [o for o in self.forbidden if o.term.id == term.id] if self.forbidden else []
        bad = [o for o in bad if not self._said_besides(o, groups, source)] if bad else bad
        if not (full or short or bad):
            return [MISSING] * number
        wrong = bad[: max(0, number - len(full) - len(short))]
        in_turn = [
            self._in_turn(term, turn, (full, short, wrong), abbreviated=group.abbreviated)
            for turn, group in enumerate(groups)
        ]
        if len(groups) == 1 or not (wrong or len(full) + len(short) < len(groups)):
            return in_turn
        counted = [k for k, g in enumerate(groups) if not _second_name(source, g, abbreviated=g.abbreviated)]
        pool = [o for o in full if not _second_name(self.text, o, abbreviated=False)]
        pool += [o for o in short if not _second_name(self.text, o, abbreviated=True)]
        if len(counted) > 1 and (wrong or 0 < len(pool) < len(counted)):
            pool = [*sorted(pool, key=lambda o: o.start), *wrong]
            shares = self._shares(source, [groups[k] for k in counted], pool)
            for k, (number, own) in zip(counted, shares, strict=True):
                in_turn[k] = self._judged(term, pool[number])._replace(shared=not own)
        return in_turn

    def _shares(self, source: str, groups: Sequence[Group], pool: Sequence[Occurrence]) -> list[tuple[int, bool]]:
        """Return the partner of each occurrence, with none of its own for those that fit a gap of the target better."""
        shares = self.partners(source, groups, pool)
        if not 0 < len(self.gaps) <= len(groups) - len(pool):
            return shares
        gaps = [Span(start, end, "") for start, end in self.gaps]
        fit = self.partners(source, groups, [*pool, *gaps])
        return [
            (number, own) if own and number < len(pool) else (share, False)
            for (number, own), (share, _) in zip(fit, shares, strict=True)
        ]

    def _free(self, found: Sequence[Occurrence], number: int) -> Sequence[Occurrence]:
        """Leave out what is a part of a term that the source has not, where enough is left."""
        if len(found) <= number:
            return found
        free = [o for o in found if not self._strange_around(o, o.end - o.start)]
        return free if len(free) >= number else found

    def partners(self, source: str, groups: Sequence[_Place], places: Sequence[_Place]) -> list[tuple[int, bool]]:
        """Return for each place in the source the number of its place in the target, see `repeats.partners`."""
        here, there = [(g.start, g.end) for g in groups], [(p.start, p.end) for p in places]
        return repeats.partners(here, there, (source, self.text), self.finder.source_lang, self.finder.lexicon)

    def _in_turn(
        self, term: Term, turn: int, found: tuple[Sequence[Occurrence], ...], *, abbreviated: bool
    ) -> Rendering:
        """Return the rendering whose turn it is; the last one serves for all that follow."""
        full, short, wrong = found
        left = turn - len(full) - len(short)
        if not abbreviated and not full:  # one in brackets stands beside a name, it is none
            short = [o for o in short if not _bracketed(self.text, o.start) or _VALUE.match(self.text, o.end)]
        unnamed = not (full or short)
        if wrong and (unnamed or (left >= 0 and not (abbreviated and short))):
            return self._judged(term, wrong[min(max(left, 0), len(wrong) - 1)])
        for pool in (short, full) if abbreviated else (full, short):
            if pool:
                return self._of(pool[min(turn, len(pool) - 1)])
        return MISSING

    def apart(self, term: Term) -> Rendering:
        """Return how a term is rendered of which no whole name was found."""
        return self._scattered(term) or MISSING

    def _judged(self, term: Term, found: Occurrence) -> Rendering:
        if found.kind == "forbidden":
            return self._coordinated(term, found) or Rendering("forbidden", found.start, found.end, found.form)
        return self._of(found)

    def _of(self, found: Occurrence) -> Rendering:
        start, end, _, form, _, _, status = found
        return Rendering(status, start, end, form)

    def _coordinated(self, term: Term, wrong: Occurrence) -> Rendering | None:
        """Find the right form in a coordination that also makes the wrong one: hepatitis B in 乙型和丙型肝炎."""
        found = self._scattered(term)
        if not found or found.end <= wrong.start or wrong.end <= found.start:
            return None
        together = self.text[min(found.start, wrong.start) : max(found.end, wrong.end)]
        return found if _AND.search(together) else None

    def _scattered(self, term: Term) -> Rendering | None:
        """Find a form whose words stand apart, as coordination and inflection make them."""
        find = self._scattered_zh if self.finder.target_lang == "zh" else self._scattered_en
        for form in term.forms(self.finder.target_lang).accepted:
            span = find(form)
            if span:
                return Rendering("admitted", *span, form, apart=True)
        return self._abbreviated(term)

    def _abbreviated(self, term: Term) -> Rendering | None:
        """Find the abbreviation of a concept that the source has not and this one names: GGN for 结节."""
        base, preferred = self.finder.base, term.forms(self.finder.target_lang).preferred
        for o in self._strange_abbreviations:
            if base.is_kind_of(o.term, term, self.finder.source_lang):
                return Rendering("admitted", o.start, o.end, preferred, apart=True)
        return None

    @cached_property
    def _strange_abbreviations(self) -> list[Occurrence]:
        """Abbreviations of terms that the source has not, none that stands for one of its own (SARS in SARS-CoV-2)."""
        own = (*self.accepted, *self.abbreviations)
        return [
            o
            for o in occurrences(self._found)
            if o.kind == "abbreviation"
            and o.term.id not in self.wanted
            and not any(w.start <= o.start and o.end <= w.end for w in own)
        ]

    def _scattered_zh(self, form: str) -> tuple[int, int] | None:
        key = self.finder.base.key(form, "zh")
        text, offsets = self._key
        cuts = range(2, len(key) - 1)  # no part of one character: those are everywhere
        spans = [self._apart(key, cut) for cut in cuts]
        spans += [_exchanged(text, key[:cut], key[cut:]) for cut in range(1, len(key)) if len(key) <= _SHORT_NAME]
        span = next((found for found in spans if found), None)
        return (offsets[span[0]], offsets[span[1] - 1] + 1) if span else None

    def _apart(self, key: str, cut: int) -> tuple[int, int] | None:
        """Find the two parts of a name apart, where the first begins no term that the source has not: 血小板增多症."""
        text, offsets = self._key
        span = in_order(text, (key[:cut], key[cut:]))
        if not span:
            return None
        start, last = offsets[span[0]], offsets[span[0] + cut - 1]
        return None if any(o.start == start and last + 1 < o.end for o in self.strange) else span

    def _scattered_en(self, form: str) -> tuple[int, int] | None:
        wanted, line = stems_of(self.finder.lexicon.stem, form), self._line
        if [name for name in wanted if _root(name).removesuffix("e") not in line]:
            return None
        last: dict[str, tuple[int, tuple[int, int]]] = {}
        windows = []
        long = [name for name in wanted if len(name) >= _LONG_NAME]
        for number, (span, stem) in enumerate(self.text_stems.items()):
            whole = stem if stem in wanted else f"{stem}e"  # nodes, node
            name = whole if whole in wanted else self._inside(span, stem, long)
            if name and not (len(wanted) > 1 and self._of_another(span, form)):
                last[name] = number, span
                first, (start, _) = min(last.values())
                if len(last) == len(wanted) and not _SENTENCE_END.search(self.text, start, span[1]):
                    windows.append((number - first, start, span[1]))
        words, start, end = min(windows, default=(0, -1, -1))
        return (start, end) if windows and words < len(wanted) + _WORDS_BETWEEN else None

    def _of_another(self, span: tuple[int, int], form: str) -> bool:
        """Tell whether a word stands in this form elsewhere, or in the name of a concept that has words of its own.

        *Testing* is no gene testing beside *gene expression*, but *follow-up* is a part of *loss to follow-up*.
        """
        stem = self.finder.lexicon.stem
        return any(
            o.form == form or (o.form == o.term.en.preferred and not stems_of(stem, o.form) <= stems_of(stem, form))
            for o in (*self.accepted, *self.strange)
            if o.start <= span[0] and span[1] <= o.end and (o.form == form or o.term.id not in self.wanted)
        )

    def _inside(self, span: tuple[int, int], word: str, names: Iterable[str]) -> str:
        """Return the name that a word is made of, unless the source has the word as a term (hydroxychloroquine)."""
        for name in names:
            if _root(name) in word and _derived(word, name):
                return "" if any(o.start <= span[0] and span[1] <= o.end for o in self.accepted) else name
        return ""

    @cached_property
    def _key(self) -> tuple[str, Sequence[int]]:
        return normalised(self.finder.lexicon.simplify(self.text))

    @cached_property
    def text_stems(self) -> Mapping[tuple[int, int], str]:
        """The stem of each word of an English text by its place."""
        return stems(self.finder.lexicon.stem, self.text)

    @cached_property
    def stem_counts(self) -> Counter[str]:
        """How often an English text has each stem."""
        return Counter(self.text_stems.values())

    @cached_property
    def _line(self) -> str:
        return " ".join(self.text_stems.values())

    @cached_property
    def text_words(self) -> list[tuple[int, int]]:
        """The places of the words of a Chinese text."""
        return self.finder.lexicon.words(self.text)

    @cached_property
    def gaps(self) -> list[tuple[int, int]]:
        """Where the text seems to have lost a word."""
        return gaps(self.text, likely=True) if self.finder.target_lang == "en" else gaps_in_chinese(self.text)

    def names(self, form: str, term: Term) -> bool:
        """Tell whether a form holds one of a term's own (抗病毒 holds 病毒), so that it may well stand for it."""
        key, lang = self.finder.base.key, self.finder.target_lang
        return any(key(own, lang) in key(form, lang) for own in term.forms(lang).accepted)


@lru_cache(maxsize=16)
def stems(stem: Callable[[str], str], text: str) -> Mapping[tuple[int, int], str]:
    """Return the stem of each word of an English text by its place; kept, since one text is asked about again."""
    _, edges, words = cut(text)
    return dict(zip(zip(edges[:-1:2], edges[1::2], strict=True), map(stem, words), strict=True))


@lru_cache(maxsize=4096)
def stems_of(stem: Callable[[str], str], form: str) -> frozenset[str]:
    """Return the stems of the words of an English form."""
    return frozenset(stems(stem, form).values())


def _holds(one: _Place, other: _Place) -> bool:
    return one.start <= other.start and other.end <= one.end


def _derived(word: str, name: str) -> bool:
    """Tell whether a word is made of a name with other parts around it, none of which denies it.

    >>> _derived("hypercholesterolemia", "cholesterol"), _derived("diarrheal", "diarrhea")
    (True, True)
    >>> _derived("asymptomatic", "symptomatic"), _derived("painter", "pain")
    (False, False)
    """
    at = word.find(_root(name)) if len(name) >= _LONG_NAME else -1
    return at >= 0 and word[:at] not in _DENYING


def _root(name: str) -> str:
    """Return what longer words keep of a stem (endocapillary, capillari)."""
    return name.rstrip("iy")


def _second_name(text: str, place: _Place, *, abbreviated: bool) -> bool:
    """Tell whether a name stands first in brackets, or an abbreviation last: （coronavirus disease 2019，COVID-19）.

    With more words behind it is no name of what stands before the bracket: （锚钉组）.
    """
    behind = text[place.end :].lstrip()
    alone = behind.startswith((*_CLOSING, ",", "，", ";", "；"))
    return (alone and _bracketed(text, place.start)) or (abbreviated and behind.startswith(_CLOSING))


def _bracketed(text: str, at: int) -> bool:
    """Tell whether an opening bracket stands before a place: what follows is a second name."""
    return text[:at].rstrip().endswith(_OPENING)


def _exchanged(text: str, first: str, last: str) -> tuple[int, int] | None:
    """Find the two parts of a short name in the other order, one right behind the other: 尿蛋白 for 蛋白尿."""
    at = text.find(last + first) if len(first) + len(last) > 2 else -1
    return (at, at + len(first) + len(last)) if at >= 0 else None


def in_order(text: str, parts: Sequence[str]) -> tuple[int, int] | None:
    """Find the parts one after the other, not more than `_SPREAD` apart in all."""
    start = text.find(parts[0])
    while start >= 0:
        end = start + len(parts[0])
        for part in parts[1:]:
            at = text.find(part, end, start + _SPREAD + len(part))
            if at < 0:
                break
            end = at + len(part)
        else:
            return start, end
        start = text.find(parts[0], start + 1)
    return None


def _longest(found: Sequence[Occurrence]) -> Sequence[Occurrence]:
    """Of overlapping forms of one term keep the longest; they are in order of their start, and stay so."""
    if all(one.end <= other.start for one, other in pairwise(found)):
        return found
    kept: list[Occurrence] = []
    for o in sorted(found, key=lambda o: o.start - o.end):
        if not [k for k in kept if k.start < o.end and o.start < k.end]:
            kept.append(o)
    return sorted(kept)
