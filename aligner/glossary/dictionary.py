"""What the dictionary says where the term base knows no rendering: what stands in a term's place, or that nothing does.

A word counts as a rendering of another from a small share on; below, dictionaries and statistics list accidents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from aligner.glossary.english import WORD
from aligner.glossary.finding import Group
from aligner.glossary.occurrences import Occurrence
from aligner.glossary.rendering import Rendering, Target, in_order, stems, stems_of
from aligner.lexicon.tokens import CHINESE_STOP_WORDS
from aligner.lexicon.words import STOP_WORDS
from aligner.model import Lang, Term

_SHARE = 0.08
_OWN = 0.25  # the share of a sense that a word has of itself: 脑卒中 is a stroke, and haemorrhage only by accident
# Words between which a rendering that the term base does not know may have others, in characters.
_GAP = 3
_OPENING, _CLOSING = re.compile(r"\s*[(（]\s*\Z"), re.compile(r"\s*[)）]")
_STOPS = (".", ",", ";", ":", "。", "，", "；", "：", "、")
# What a leaflet calls the drug, whose name the other language gives.
THIS_DRUG: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:this|the) (?:medic(?:ine|ation|inal product)|drug|product|agent)\b", re.IGNORECASE),
    "zh": re.compile("[本该此](?:品|药|产品)"),
}
# From how many characters on a form is no everyday word.
_LONG_CHINESE, _LONG_ENGLISH, _LONG_DRUG = 3, 5, 2
# Words of statistics are everyday words up to a greater length (median for 平均).
_STATISTICS, _LONG_STATISTICS = frozenset({"statistics", "trial design"}), 7
# How many characters in a row two Chinese names share that are names of one thing; 洛尔 makes many drugs.
_SHARED, _SHARED_BY_DRUGS = 2, 3

# How many letters words of one root share at least (coccyx, coccygeal).
_ROOT = 4

Spans = Sequence[tuple[int, int]]
Own = Literal["only", "too", "never"]


def in_its_place(target: Target, source: str, group: Group, term: Term, taken: Spans) -> Rendering | None:
    """Find the words that the dictionary takes for a rendering of a term the term base finds none of.

    `taken` are the stretches that stand for other terms. Only a single cluster of words is answered, for more than
    half of the term: scattered ones belong to different phrases; and none that other words of the source account
    for. Where these words are a form of the term after all (血小板 in 血小板减少, which is a term as well as a
    clause), it is rendered.
    """
    written = source[group.start : group.end]
    free = [(s, e) for s, e in _words_for(target, written) if all(e <= a or s >= b for a, b in taken)]
    if not free or any(after[0] - before[1] > _GAP for before, after in pairwise(free)):
        return None
    if 2 * _part_rendered(target, written, free) <= 1 or lost(target, source, group.start, group.end):
        return None
    start, end = free[0][0], free[-1][1]
    lang, base = target.finder.target_lang, target.finder.base
    there = base.key(target.text[start:end], lang)
    form = next((form for form in term.forms(lang).accepted if base.key(form, lang) == there), "")
    return Rendering("admitted" if form else "other", start, end, form)


def intruder(target: Target, source: str, taken: Spans) -> Rendering | None:
    """Find the one term that nothing in the source accounts for, where no rendering of another term stands."""
    found = [
        o
        for o in target.strange
        if _unmistakable(target, o)
        and not (o.term.drug and THIS_DRUG[target.finder.source_lang].search(source))
        and all(o.end <= start or o.start >= end for start, end in taken)
        and not target.accounted(o)
        and not target.excepted(o)
        and not target.held(o)
        and _unaccounted(target, o, source)
    ]
    if found:
        named = {o.term.id for o in target.finder.find(source, target.finder.source_lang)}
        found = [o for o in found if o.term.id not in named]
    if not found:
        return None
    longest = max(found, key=lambda o: o.end - o.start)
    alone = all(longest.start <= o.start and o.end <= longest.end for o in found)
    return Rendering("other", longest.start, longest.end, longest.form) if alone else None


def lost(target: Target, source: str, start: int, end: int) -> bool:
    """Tell whether the target has no word for a stretch of the source, save those that other words account for."""
    left = [target.text[a:b] for a, b in _words_for(target, source[start:end])]
    lexicon = target.finder.lexicon
    if target.finder.target_lang == "zh":
        others = [stem for (a, b), stem in stems(lexicon.stem, source).items() if b <= start or a >= end]
        rendered = [(word, lexicon.renderings(word)) for word in left]
        return all(sum(row.get(stem, 0.0) > _SHARE for stem in others) >= left.count(word) for word, row in rendered)
    keys = [lexicon.stem(word.lower()) for word in left]
    rows = [lexicon.renderings(source[a:b]) for a, b in lexicon.words(source) if b <= start or a >= end]
    return all(sum(row.get(key, 0.0) > _SHARE for row in rows) >= keys.count(key) for key in keys)


def unnamed(target: Target, source: str, group: Group, rendering: Rendering, short: str) -> bool:
    """Tell whether a target has lost the name before its abbreviation in brackets: *the incidence of (COVID-19)*.

    What stands before the bracket must be known to be another part of the sentence, since it may be a name that the
    dictionary does not know.
    """
    start, end = rendering.start, rendering.end
    if rendering.status == "abbreviation" and (there := re.search(rf"(?<=[(（]){re.escape(short)}", target.text)):
        start, end = there.span()
    opened = _OPENING.search(target.text, 0, start)
    if not opened or not _CLOSING.match(target.text, end):
        return False
    return lost(target, source, group.start, group.end) and _of_the_rest(target, source, group, opened.start())


def _of_the_rest(target: Target, source: str, group: Group, end: int) -> bool:
    """Tell whether the word of the target that ends there is a function word, or one for the source around a term."""
    lexicon, rest = target.finder.lexicon, f"{source[: group.start]}\n{source[group.end :]}"
    if target.finder.target_lang == "zh":
        spans = lexicon.words(target.text[:end])
        word = target.text[slice(*spans[-1])] if spans and spans[-1][1] == end else ""
        row, there = lexicon.renderings(word), stems(lexicon.stem, rest).values()
        known = word in CHINESE_STOP_WORDS or any(row.get(stem, 0.0) > _SHARE for stem in there)
    else:
        last = re.search(rf"{WORD.pattern}$", target.text[:end])
        word = last[0].lower() if last else ""
        rows = [lexicon.renderings(rest[a:b]) for a, b in lexicon.words(rest)]
        known = word in STOP_WORDS or any(row.get(lexicon.stem(word), 0.0) > _SHARE for row in rows)
    return known if word else not target.text[:end].strip() or target.text[:end].endswith(_STOPS)


def spoken_for(target: Target, source: str, group: Group, form: str) -> bool:
    """Tell whether a form whose words stand apart in an English target belongs to another part of the source.

    *Anterior or posterior tibial artery* renders 胫前或胫后动脉, not the 胫前动脉 of the next clause, and *the
    kidneys, which it damages* is no kidney injury where the source has 肾 and 损伤 besides.
    """
    if target.finder.target_lang == "zh":
        return False
    span = group.start, group.end
    written = source[group.start : group.end]
    apart = source.replace(written, "\n")
    halves = ((written[:cut], written[cut:]) for cut in range(2, len(written) - 1))
    if any(in_order(apart, parts) for parts in halves):
        return True
    return said_elsewhere(target, source, span, form, "only" if len(WORD.findall(form)) == 1 else "too")


def accidental(target: Target, source: str, group: Group, term: Term, form: str) -> bool:
    """Tell whether the English words that render a term say something else: *cases* for 确诊 beside 病例."""
    if target.finder.target_lang == "zh" or form == term.en.preferred:
        return False
    lexicon = target.finder.lexicon
    written = source[group.start : group.end]
    known = {stem[:_ROOT] for stem, share in lexicon.renderings(written).items() if share > _SHARE}
    if known and all(stem[:_ROOT] not in known for stem in stems_of(lexicon.stem, form)):
        return True
    return source.count(written) == 1 and said_elsewhere(target, source, (group.start, group.end), form)


def said_elsewhere(target: Target, source: str, span: tuple[int, int], form: str, own: Own = "too") -> bool:
    """Tell whether the Chinese source, outside a stretch, accounts for each word of a form that an English target has.

    `own` says whether the stretch's own words count, which the source then repeats: *vaccinated* says both 接种 and
    疫苗, so that for a single word they alone tell; *healed* may say two 愈合.
    """
    lexicon, (start, end) = target.finder.lexicon, span
    there, keys = target.stem_counts, stems_of(lexicon.stem, form)
    words = [source[a:b] for a, b in lexicon.words(source) if b <= start or a >= end]
    wanted = [word for word in words if own == "too" or (word in source[start:end]) is (own == "only")]
    rows = [lexicon.renderings(word) for word in wanted]
    share = _SHARE if own == "only" else _OWN
    return all(0 < there[key] <= sum(row.get(key, 0.0) > share for row in rows) for key in keys)


def _words_for(target: Target, written: str) -> list[tuple[int, int]]:
    """Return the words of the target that the dictionary connects with a word of the term as written."""
    lexicon = target.finder.lexicon
    if target.finder.target_lang == "zh":
        wanted = set(stems(lexicon.stem, written).values())
        return [
            (start, end)
            for start, end in target.text_words
            if end - start > 1
            and any(lexicon.renderings(target.text[start:end]).get(stem, 0.0) > _SHARE for stem in wanted)
        ]
    wanted = {
        stem
        for start, end in lexicon.words(written)
        for stem, share in lexicon.renderings(written[start:end]).items()
        if share > _SHARE and len(stem) > 2
    }
    return [span for span, stem in target.text_stems.items() if stem in wanted]


def _part_rendered(target: Target, written: str, spans: Spans) -> float:
    """Return how much of a term the dictionary renders by some words of the target, 0 to 1."""
    lexicon, words = target.finder.lexicon, [target.text[start:end] for start, end in spans]
    if target.finder.target_lang == "zh":
        wanted = [stem for stem in stems(lexicon.stem, written).values() if stem not in STOP_WORDS]
        rows = [lexicon.renderings(word) for word in words]
        return sum(any(row.get(stem, 0.0) > _SHARE for row in rows) for stem in wanted) / max(1, len(wanted))
    keys = {lexicon.stem(word.lower()) for word in words}
    known = [(s, e) for s, e in lexicon.words(written) if keys & lexicon.renderings(written[s:e]).keys()]
    return sum(end - start for start, end in known) / len(written)


def _unmistakable(target: Target, found: Occurrence) -> bool:
    """Tell whether a form names a concept wherever it stands: a preferred one that is no everyday word."""
    lang = target.finder.target_lang
    english = _LONG_STATISTICS if found.term.domain in _STATISTICS else _LONG_ENGLISH
    long = _LONG_DRUG if found.term.drug else _LONG_CHINESE if lang == "zh" else english
    return len(found.form) >= long and found.form == found.term.forms(lang).preferred


def _unaccounted(target: Target, found: Occurrence, source: str) -> bool:
    """Tell whether neither the dictionary nor the term's own names connect a term of the target with the source."""
    lexicon, written = target.finder.lexicon, target.text[found.start : found.end]
    into_chinese = target.finder.target_lang == "zh"
    english, chinese = (source, written) if into_chinese else (written, source)
    there = set(stems(lexicon.stem, english).values())
    if into_chinese:
        own = [set(stems(lexicon.stem, form).values()) for form in found.term.en.accepted]
        if any(2 * len(name & there) > len(name) for name in own):
            return False
    elif _shares_names(target, found.term, chinese):
        return False
    spans = lexicon.words(chinese)
    rows = [lexicon.renderings(chinese[start:end]) for start, end in spans]
    if not into_chinese:
        known_stems = sum(any(row.get(stem, 0) > _SHARE for row in rows) for stem in there)
        return 3 * known_stems < len(there - STOP_WORDS)
    known = [e - s for (s, e), row in zip(spans, rows, strict=True) if any(row.get(x, 0) > _SHARE for x in there)]
    return 2 * sum(known) < len(written)


def _shares_names(target: Target, term: Term, chinese: str) -> bool:
    """Tell whether a Chinese text holds a part of a term's first name, of most of its names, or most of one of them.

    One of many names may share a general word with anything (感染 of 蛔虫感染).
    """
    names = [target.finder.base.key(form, "zh") for form in term.zh.accepted]
    size = _SHARED_BY_DRUGS if term.drug else _SHARED
    shares = [_share_in_a_row(name, chinese, size) for name in names]
    most = any(_share_in_a_row(name, chinese, max(size, len(name) // 2 + 1)) for name in names)
    return shares[0] or most or 2 * sum(shares) > len(names)


def _share_in_a_row(name: str, text: str, size: int) -> bool:
    return any(name[k : k + size] in text for k in range(len(name) - size + 1))
