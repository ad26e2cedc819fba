"""Recognises how terms of the source are rendered in a target text.

Generous by design: a finding that a professional would wave away costs more than one that is missed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from aligner.glossary.chinese import normalised
from aligner.glossary.english import WORD, Occurrence
from aligner.glossary.finding import Finder
from aligner.model import Status, Term

# How far apart, in characters, the parts of a rendering may stand (膝关节和踝关节疼痛 for 膝关节疼痛).
_SPREAD = 16
# How many other words may stand between those of an English rendering (anterior or posterior tibial artery).
_WORDS_BETWEEN = 12
# From this share on a word counts as a rendering of another; below, dictionaries and statistics list accidents.
_SHARE = 0.08
# Words between which a rendering that the term base does not know may have others, in characters.
_GAP = 3

_AND = re.compile(r"[和与與及或、/]|\b(?:and|or)\b")

_BEST_FIRST: tuple[Status, ...] = ("ok", "admitted", "abbreviation", "forbidden", "other", "missing")


@dataclass(frozen=True, slots=True)
class Rendering:
    """What stands in the target for one occurrence of a term; no place where nothing does."""

    status: Status
    start: int = -1
    end: int = -1
    form: str = ""

    @property
    def rank(self) -> int:
        """How good it is, 0 the best."""
        return _BEST_FIRST.index(self.status)


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

    def rendering(self, term: Term, turn: int, *, abbreviated: bool) -> Rendering:
        """Return how the `turn`-th occurrence of a term in the source is rendered."""
        full = _longest(o for o in self.accepted if o.term.id == term.id)
        short = [o for o in self.abbreviations if o.term.id == term.id]
        bad = [o for o in self.forbidden if o.term.id == term.id]
        left = turn - len(full) - len(short)
        if bad and left >= 0:
            wrong = bad[min(left, len(bad) - 1)]
            return self._coordinated(term, wrong) or self._of(wrong, "forbidden")
        if not abbreviated and not full:  # one in brackets stands beside a name, it is none
            short = [o for o in short if not self.text[: o.start].rstrip().endswith(("(", "（", "[", "［"))]
        for pool in (short, full) if abbreviated else (full, short):
            if pool:
                return self._of(pool[min(turn, len(pool) - 1)])
        return self._scattered(term) or Rendering("missing")

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
            if stem in wanted:
                last[stem] = number, span
                if len(last) == len(wanted):
                    first, (start, _) = min(last.values())
                    windows.append((number - first, start, span[1]))
        words, start, end = min(windows, default=(0, -1, -1))
        return (start, end) if windows and words < len(wanted) + _WORDS_BETWEEN else None

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
        single cluster of words is answered: scattered ones belong to different phrases. Where these words are a form
        of the term after all (血小板 in 血小板减少, which is a term as well as a clause), it is rendered.
        """
        pairs = self._dictionary_zh(written) if self.finder.target_lang == "zh" else self._dictionary_en(written)
        free = [(s, e) for s, e in pairs if all(e <= start or s >= end for start, end in taken)]
        if not free or any(after[0] - before[1] > _GAP for before, after in pairwise(free)):
            return None
        start, end = free[0][0], free[-1][1]
        lang, base = self.finder.target_lang, self.finder.base
        there = base.key(self.text[start:end], lang)
        form = next((form for form in term.forms(lang).accepted if base.key(form, lang) == there), "")
        return Rendering("admitted" if form else "other", start, end, form)

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
