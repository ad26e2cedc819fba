"""Recognises how terms of the source are rendered in a target text.

Generous by design: a finding that a professional would wave away costs more than one that is missed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from aligner.glossary.chinese import normalised
from aligner.glossary.english import WORD, Occurrence
from aligner.glossary.finding import Finder, Group
from aligner.glossary.repeats import partners
from aligner.lexicon.words import STOP_WORDS
from aligner.model import Status, Term

# How far apart, in characters, the parts of a rendering may stand (膝关节和踝关节疼痛 for 膝关节疼痛).
_SPREAD = 16
# How many other words may stand between those of an English rendering (anterior or posterior tibial artery).
_WORDS_BETWEEN = 6
# From this share on a word counts as a rendering of another; below, dictionaries and statistics list accidents.
_SHARE = 0.08
# From how many letters on a name is looked for inside a longer word, and what there turns it into another one.
_LONG_NAME = 5
_DENYING = ("a", "ab", "an", "dis", "im", "in", "mal", "mis", "non", "sub", "un")
# Words between which a rendering that the term base does not know may have others, in characters.
_GAP = 3

_AND = re.compile(r"[和与與及或、/]|\b(?:and|or)\b")

_BEST_FIRST: tuple[Status, ...] = ("ok", "admitted", "abbreviation", "forbidden", "other", "missing")


class _Place(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Rendering:
    """What stands in the target for one occurrence of a term; no place where nothing does.

    `shared` says that it is the rendering of another occurrence, since the target repeats the term less often.
    """

    status: Status
    start: int = -1
    end: int = -1
    form: str = ""
    shared: bool = False

    @property
    def rank(self) -> int:
        """How good it is, 0 the best."""
        return 2 * _BEST_FIRST.index(self.status) + self.shared


class Target:
    """The renderings that one target text holds; `wanted` are the ids of the terms in its source."""

    def __init__(self, finder: Finder, text: str, wanted: set[str]) -> None:
        self.finder, self.text, self.wanted = finder, text, wanted
        found = [o for o in finder.find(text, finder.target_lang) if not finder.excepted(o, text, longer=True)]
        accepted = [o for o in found if o.kind == "accepted"]
        self.accepted = [o for o in accepted if not self._held(o, accepted)]
        self.abbreviations = [o for o in found if o.kind == "abbreviation"]
        self.forbidden = [o for o in found if o.kind == "forbidden" and not self._accounted(o)]

    def _held(self, o: Occurrence, accepted: Sequence[Occurrence]) -> bool:
        """Tell whether a longer term of another concept holds it (关节炎 in 骨关节炎), which does not name this one."""
        return any(
            w.start <= o.start
            and o.end <= w.end
            and w.end - w.start > o.end - o.start
            and w.term.id != o.term.id
            and w.term.id not in self.wanted
            and not self.finder.base.contains(w.term, o.term, self.finder.source_lang)
            for w in accepted
        )

    def _accounted(self, bad: Occurrence) -> bool:
        """Tell whether the words of a forbidden form are right for a term that the source has."""
        return any(o.start <= bad.start and bad.end <= o.end for o in self.accepted if o.term.id in self.wanted)

    def renderings(self, term: Term, groups: Sequence[Group], source: str) -> list[Rendering]:
        """Return how each occurrence of a term in the source is rendered; `groups` are in order."""
        full = _longest(o for o in self.accepted if o.term.id == term.id)
        short = [o for o in self.abbreviations if o.term.id == term.id]
        bad = [o for o in self.forbidden if o.term.id == term.id]
        full = self._free(full, len(groups))
        counted = [g for g in groups if not _second_name(source, g.start, g.end, abbreviated=g.abbreviated)]
        pool = [o for o in full if not _bracketed(self.text, o.start)]
        pool += [o for o in short if not _second_name(self.text, o.start, o.end, abbreviated=True)]
        pool.sort(key=lambda o: o.start)
        wrong = bad[: max(0, len(groups) - len(full) - len(short))]
        if len(counted) > 1 and (wrong or len(pool) < len(counted)) and (pool or wrong):
            found = dict(zip(counted, self._shared_out(term, counted, [*pool, *wrong], source), strict=True))
        else:
            found = {}
        return [
            found.get(group) or self._in_turn(term, k, full, short, wrong, abbreviated=group.abbreviated)
            for k, group in enumerate(groups)
        ]

    def _free(self, found: list[Occurrence], number: int) -> list[Occurrence]:
        """Leave out what is a part of a term that the source has not, where enough is left."""
        strange = [o for o in self.accepted if o.term.id not in self.wanted]
        free = [o for o in found if not any(s.start <= o.start and o.end <= s.end and s != o for s in strange)]
        return free if len(free) >= number else found

    def _shared_out(
        self, term: Term, groups: Sequence[Group], pool: Sequence[Occurrence], source: str
    ) -> list[Rendering]:
        """Give each of a term's renderings to one of its occurrences, of which there are more."""
        partner = self.partners(source, groups, pool)
        return [replace(self._judged(term, pool[k]), shared=not own) for k, own in partner]

    def partners(self, source: str, groups: Sequence[Group], places: Sequence[_Place]) -> list[tuple[int, bool]]:
        """Return for each group the number of its place in the target, see `repeats.partners`."""
        here, there = [(g.start, g.end) for g in groups], [(p.start, p.end) for p in places]
        return partners(here, there, source, self.text, self.finder.source_lang, self.finder.lexicon)

    def _in_turn(
        self,
        term: Term,
        turn: int,
        full: Sequence[Occurrence],
        short: Sequence[Occurrence],
        wrong: Sequence[Occurrence],
        *,
        abbreviated: bool,
    ) -> Rendering:
        """Return the rendering whose turn it is; the last one serves for all that follow."""
        left = turn - len(full) - len(short)
        if wrong and left >= 0:
            return self._judged(term, wrong[min(left, len(wrong) - 1)])
        if not abbreviated and not full:  # one in brackets stands beside a name, it is none
            short = [o for o in short if not _bracketed(self.text, o.start)]
        for pool in (short, full) if abbreviated else (full, short):
            if pool:
                return self._of(pool[min(turn, len(pool) - 1)])
        return self._scattered(term) or Rendering("missing")

    def _judged(self, term: Term, found: Occurrence) -> Rendering:
        if found.kind == "forbidden":
            return self._coordinated(term, found) or self._of(found, "forbidden")
        return self._of(found)

    def _of(self, found: Occurrence, status: Status | None = None) -> Rendering:
        if status is None:
            preferred = found.form == found.term.forms(self.finder.target_lang).preferred
            status = "abbreviation" if found.kind == "abbreviation" else "ok" if preferred else "admitted"
        return Rendering(status, found.start, found.end, found.form)

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
                return Rendering("admitted", *span, form)
        return None

    def _scattered_zh(self, form: str) -> tuple[int, int] | None:
        key = self.finder.base.key(form, "zh")
        text, offsets = self._key
        for cut in range(2, len(key) - 1):  # no part of one character: those are everywhere
            span = _in_order(text, (key[:cut], key[cut:]))
            if span:
                return offsets[span[0]], offsets[span[1] - 1] + 1
        return None

    def _scattered_en(self, form: str) -> tuple[int, int] | None:
        wanted = set(_stems(self.finder.lexicon.stem, form).values())
        last: dict[str, tuple[int, tuple[int, int]]] = {}
        windows = []
        for number, (span, stem) in enumerate(self._text_stems.items()):
            name = stem if stem in wanted else self._inside(span, stem, wanted)
            if name is not None:
                last[name] = number, span
                if len(last) == len(wanted):
                    first, (start, _) = min(last.values())
                    windows.append((number - first, start, span[1]))
        words, start, end = min(windows, default=(0, -1, -1))
        return (start, end) if windows and words < len(wanted) + _WORDS_BETWEEN else None

    def _inside(self, span: tuple[int, int], word: str, names: Iterable[str]) -> str | None:
        """Return the name that a word is made of, unless the source has the word as a term (hydroxychloroquine)."""
        name = next((name for name in names if _derived(word, name)), None)
        taken = (o for o in self.accepted if o.term.id in self.wanted and o.start <= span[0] and span[1] <= o.end)
        return name if name and not any(taken) else None

    @cached_property
    def _key(self) -> tuple[str, Sequence[int]]:
        return normalised(self.finder.lexicon.simplify(self.text))

    @cached_property
    def _text_stems(self) -> dict[tuple[int, int], str]:
        return _stems(self.finder.lexicon.stem, self.text)

    @cached_property
    def _text_words(self) -> list[tuple[int, int]]:
        return self.finder.lexicon.words(self.text)

    def in_its_place(self, written: str, term: Term, taken: Sequence[tuple[int, int]]) -> Rendering | None:
        """Find the words that the dictionary takes for a rendering of a term the term base finds none of.

        `written` is the term as the source has it; `taken` are the stretches that stand for other terms. Only a
        single cluster of words is answered, for more than half of the term: scattered ones belong to different
        phrases. Where these words are a form
        of the term after all (血小板 in 血小板减少, which is a term as well as a clause), it is rendered.
        """
        pairs = self.by_dictionary(written)
        free = [(s, e) for s, e in pairs if all(e <= start or s >= end for start, end in taken)]
        if not free or any(after[0] - before[1] > _GAP for before, after in pairwise(free)):
            return None
        if 2 * self._part_rendered(written, free) <= 1:
            return None
        start, end = free[0][0], free[-1][1]
        lang, base = self.finder.target_lang, self.finder.base
        there = base.key(self.text[start:end], lang)
        form = next((form for form in term.forms(lang).accepted if base.key(form, lang) == there), "")
        return Rendering("admitted" if form else "other", start, end, form)

    def _part_rendered(self, written: str, spans: Sequence[tuple[int, int]]) -> float:
        """Return how much of a term the dictionary renders by some words of the target, 0 to 1."""
        lexicon, words = self.finder.lexicon, [self.text[start:end] for start, end in spans]
        if self.finder.target_lang == "zh":
            stems = [s for s in _stems(lexicon.stem, written).values() if s not in STOP_WORDS]
            rows = [lexicon.renderings(word) for word in words]
            return sum(any(row.get(s, 0.0) > _SHARE for row in rows) for s in stems) / max(1, len(stems))
        keys = {lexicon.stem(word.lower()) for word in words}
        known = [(s, e) for s, e in lexicon.words(written) if keys & lexicon.renderings(written[s:e]).keys()]
        return sum(e - s for s, e in known) / len(written)

    def intruder(self, source: str, taken: Sequence[tuple[int, int]]) -> Rendering | None:
        """Find the one term that nothing in the source accounts for, where no rendering of another term stands."""
        free = [
            o
            for o in self.accepted
            if self._unmistakable(o)
            and o.term.id not in self.wanted
            and all(o.end <= start or o.start >= end for start, end in taken)
        ]
        strange = [o for o in free if self._strange(o, source)]
        if strange:
            named = {o.term.id for o in self.finder.find(source, self.finder.source_lang)}
            strange = [o for o in strange if o.term.id not in named]
        if not strange:
            return None
        longest = max(strange, key=lambda o: o.end - o.start)
        alone = all(longest.start <= o.start and o.end <= longest.end for o in strange)
        return Rendering("other", longest.start, longest.end, longest.form) if alone else None

    def _unmistakable(self, found: Occurrence) -> bool:
        """Tell whether a form names a concept wherever it stands: a preferred one that is no everyday word."""
        lang = self.finder.target_lang
        if found.form != found.term.forms(lang).preferred:
            return False
        return len(found.form) > 2 if lang == "zh" else len(found.form) > 8

    def _strange(self, found: Occurrence, source: str) -> bool:
        """Tell whether neither the dictionary nor the term's own names connect a term of the target with the source."""
        lexicon, written = self.finder.lexicon, self.text[found.start : found.end]
        english, chinese = (source, written) if self.finder.target_lang == "zh" else (written, source)
        stems = set(_stems(lexicon.stem, english).values())
        if self.finder.target_lang == "zh":
            own = [set(_stems(lexicon.stem, form).values()) for form in found.term.en.accepted]
            if any(2 * len(name & stems) > len(name) for name in own):
                return False
        else:
            names = (self.finder.base.key(form, "zh") for form in found.term.zh.accepted)
            if any(name[k : k + 2] in chinese for name in names for k in range(len(name) - 1)):
                return False
        known = [
            end - start
            for start, end in lexicon.words(chinese)
            if any(lexicon.renderings(chinese[start:end]).get(stem, 0) > _SHARE for stem in stems)
        ]
        return 2 * sum(known) < len(written) if self.finder.target_lang == "zh" else not known

    def names(self, form: str, term: Term) -> bool:
        """Tell whether a form holds one of a term's own (抗病毒 holds 病毒), so that it may well stand for it."""
        key, lang = self.finder.base.key, self.finder.target_lang
        return any(key(own, lang) in key(form, lang) for own in term.forms(lang).accepted)

    def count(self, term: Term) -> list[int]:
        """Return where the renderings of a term begin, those by abbreviation too."""
        short = [o for o in self.abbreviations if o.term.id == term.id]
        return sorted(o.start for o in (*_longest(o for o in self.accepted if o.term.id == term.id), *short))

    def by_dictionary(self, written: str) -> list[tuple[int, int]]:
        """Return the words of the target that the dictionary connects with a word of the term as written."""
        return self._dictionary_zh(written) if self.finder.target_lang == "zh" else self._dictionary_en(written)

    def lost(self, source: str, start: int, end: int) -> bool:
        """Tell whether the target has no word for a stretch of the source, save those that other words account for."""
        left = [self.text[a:b] for a, b in self.by_dictionary(source[start:end])]
        if not left:
            return True
        lexicon = self.finder.lexicon
        if self.finder.target_lang == "zh":
            stems = [stem for (a, b), stem in _stems(lexicon.stem, source).items() if b <= start or a >= end]
            rows = [lexicon.renderings(word) for word in left]
            claims = sum(any(row.get(stem, 0.0) > _SHARE for row in rows) for stem in stems)
        else:
            keys = {lexicon.stem(word.lower()) for word in left}
            others = [source[a:b] for a, b in lexicon.words(source) if b <= start or a >= end]
            claims = sum(any(lexicon.renderings(word).get(key, 0.0) > _SHARE for key in keys) for word in others)
        return claims >= len(left)

    def _dictionary_zh(self, written: str) -> list[tuple[int, int]]:
        """Return the Chinese words of the target that the dictionary renders by a word of the term."""
        lexicon = self.finder.lexicon
        stems = set(_stems(lexicon.stem, written).values())
        return [
            (start, end)
            for start, end in self._text_words
            if end - start > 1 and any(lexicon.renderings(self.text[start:end]).get(s, 0) > _SHARE for s in stems)
        ]

    def _dictionary_en(self, written: str) -> list[tuple[int, int]]:
        """Return the English words of the target that the dictionary has for a word of the term."""
        lexicon = self.finder.lexicon
        stems = {
            stem
            for start, end in lexicon.words(written)
            for stem, share in lexicon.renderings(written[start:end]).items()
            if share > _SHARE and len(stem) > 2
        }
        return [span for span, stem in self._text_stems.items() if stem in stems]


def _second_name(text: str, start: int, end: int, *, abbreviated: bool) -> bool:
    """Tell whether a name stands first in brackets, or an abbreviation last: （coronavirus disease 2019，COVID-19）."""
    return _bracketed(text, start) or (abbreviated and text[end:].lstrip().startswith((")", "）", "]", "］")))


def _bracketed(text: str, at: int) -> bool:
    """Tell whether an opening bracket stands before a place: what follows is a second name."""
    return text[:at].rstrip().endswith(("(", "（", "[", "［"))


def _derived(word: str, name: str) -> bool:
    """Tell whether a word is made of a name with other parts around it, none of which denies it.

    >>> _derived("hypercholesterolemia", "cholesterol"), _derived("diarrheal", "diarrhea")
    (True, True)
    >>> _derived("asymptomatic", "symptomatic"), _derived("painter", "pain")
    (False, False)
    """
    at = word.find(name) if len(name) >= _LONG_NAME else -1
    return at >= 0 and word[:at] not in _DENYING


def _stems(stem: Callable[[str], str], text: str) -> dict[tuple[int, int], str]:
    """Return the stem of each word of an English text by its place."""
    return {m.span(): stem(m.group().lower()) for m in WORD.finditer(text)}


def _in_order(text: str, parts: Sequence[str]) -> tuple[int, int] | None:
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


def _longest(found: Iterable[Occurrence]) -> list[Occurrence]:
    """Of overlapping forms of one term keep the longest."""
    kept: list[Occurrence] = []
    for o in sorted(found, key=lambda o: (o.start - o.end, o.start)):
        if all(o.end <= k.start or o.start >= k.end for k in kept):
            kept.append(o)
    return sorted(kept, key=lambda o: o.start)
