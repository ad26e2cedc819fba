"""Tells whether a target says a term in fewer words or in other ones, so that nothing of it is wanting.

Professionals leave out what an abstract makes plain (*E-cadherin expression* for E-cadherin蛋白表达), and build a
phrase anew from its words (*factors influencing the prognosis* for 影响预后的因素). Where another concept stands in
the place, or a word that the source does not have makes one (*mRNA expression*), it is no shortening.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from aligner.glossary.dictionary import said_elsewhere
from aligner.glossary.english import WORD
from aligner.glossary.rendering import Target
from aligner.lexicon.words import STOP_WORDS
from aligner.model import Lang, Match, Term

# What goes without saying: materials before a process, kinds of thing behind what makes them that.
_PLAIN: dict[Lang, tuple[str, str]] = {
    "en": (
        r"(?:cell|cellular|protein) ",
        r" (?:cells?|levels?|rates?|factors?|assay|methods?|test|technique|experiment|analysis|pathway|variant)",
    ),
    "zh": (r"细胞|蛋白", r"细胞|水平|率|因素|法|实验|试验|检测|检验|分析|通路|变异"),
}
_WHO = re.compile(
    r"\b(?:these|such|this) (?:patients?|people|individuals|children|women|men|infants|cases|population|animals)\b"
    r"|(?:这些|此类|该类|上述|该)(?:患者|患儿|病人|人群|病例|动物)"
)
# What a notation says: 61（55，67） is a median with its quartiles, 61±8 a mean with its standard deviation, P=0.3 that
# a difference is not significant.
_QUARTILES = re.compile(r"\d\s?(?:岁|分|次|d|h)?\s?[(（]\s?\d[\d.]*\s?(?:[，,;；~～–-]|to)\s?\d[\d.]*\s?[)）]")
_SPREAD = re.compile(r"\d\s?(?:±|\+/-)\s?\d")
_P_VALUE = re.compile(r"\b[Pp](?:[ -]value)?\s?[=<>≤≥＜＞＝]\s?0?\.\d")
_NOTATIONS = {"median": _QUARTILES, "interquartile range": _QUARTILES, "mean": _SPREAD, "standard deviation": _SPREAD}
_ANTIBODY = re.compile(r"\b[Aa]nti-[A-Z]\w*|抗[A-Z]\w*")  # anti-Ro52 positivity
_NAMED_MAB = re.compile(r"\b[A-Za-z]+mabs?\b|[\u4e00-\u9fff]单抗")  # cetuximab, 西妥昔单抗
_NOTATIONS |= {"statistically significant": _P_VALUE, "antibody": _ANTIBODY, "monoclonal antibody": _NAMED_MAB}
_NEW = re.compile(r"\b[Aa]n? $")
_TAKING_UP = re.compile(r"\b(?:the|th[eo]se|this|that|its|their|such) (?:[\w-]+ )?$", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?:al|ar|ary|ic|ior|ive|ory|ous)$")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]+")
_FUNCTION = frozenset("的之和与及")
_SHARE = 0.08  # as in `aligner.glossary.dictionary`
_SHORT: dict[Lang, int] = {"en": 6, "zh": 2}  # what is shorter means too much
_LONG_HEAD = 7  # letters: cell, rate and disease are heads of too many terms
_BETWEEN = 4  # words that may stand among those of a phrase built anew
_MOST = 500  # ways to choose among places

Places = list[tuple[int, int]]


def abridged(target: Target, match: Match, source: str) -> bool:
    """Tell whether a target holds a term without its plain words, each of its words close by, or a sign for it."""
    if said_in_signs(match.term, target.text):
        return True
    return _without_plain_words(target, match, source) or _built_anew(target, match)


def said_in_signs(term: Term, text: str) -> bool:
    """Tell whether a notation of a text says a term: a P value that a difference is, or is not, significant.

    >>> from aligner.model import Forms
    >>> term = Term("significant", Forms("statistically significant"), Forms("有统计学意义"))
    >>> said_in_signs(term, "There was no difference (P = 0.3)."), said_in_signs(term, "There was no difference.")
    (True, False)
    """
    notation = _NOTATIONS.get(term.en.preferred)
    return notation is not None and notation.search(text) is not None


def named_again(target: Target, match: Match, source: str, taken: Places, times: int) -> bool:
    """Tell whether a term that was rendered before is named by its head alone (*fibrosis*), or by who has it.

    `taken` are the places that render other terms, `times` is how often this one is wanting. A pronoun is no
    evidence: sentences that have lost a term hold one as often; and *a technique* is a new one.
    """
    if _WHO.search(target.text) and not _WHO.search(source):
        return True
    term, here = match.term, (match.source.start, match.source.end) if match.source else (0, 0)
    heads = {span for form in term.forms(target.finder.target_lang).accepted for span in _heads(target, form)}
    # Liver fibrosis is fibrosis, so that the name of the wider concept may stand for it.
    wider, lang = target.finder.base.contains, target.finder.target_lang
    free = [
        (start, end)
        for start, end in heads
        if not any(a <= start and end <= b for a, b in taken)
        and not _NEW.search(target.text[:start])
        and not _of_another_kind(target, start, source)
        and not (_plain(target.text[start:end]) and not _TAKING_UP.search(target.text[:start]))
        and not said_elsewhere(target, source, here, target.text[start:end], "never")
    ]
    return sum(all(wider(term, owner, lang) for owner in _owners(target, span)) for span in free) >= times


def _of_another_kind(target: Target, start: int, source: str) -> bool:
    """Tell whether a learned adjective before a head makes of it what the source does not say: *retinal* bleeding."""
    before = re.search(rf"({WORD.pattern})[ -]$", target.text[:start])
    return before is not None and bool(_ADJECTIVE.search(before[1])) and not _said(target, before[1], source)


def _heads(target: Target, form: str) -> Places:
    """Return where the head of a form stands, where it is not one of many terms: none of spread in the community."""
    words = [m[0] for m in WORD.finditer(form)]
    words = words if STOP_WORDS.isdisjoint(words) else words[:1]
    if target.finder.target_lang == "zh" or len(words) == 1 or not _telling(words[-1].lower()):
        return []
    stem = target.finder.lexicon.stem(words[-1].lower())
    return [span for span, there in target.text_stems.items() if there == stem]


def _plain(head: str) -> bool:
    """Tell whether a head is one of many terms' (*technique*), which takes a term up only with an article."""
    return re.fullmatch(_PLAIN["en"][1], f" {head}", re.IGNORECASE) is not None


def _telling(word: str) -> bool:
    """Tell whether a head is that of few terms: *fibrosis*, but not *disease*, nor an adjective (arteria anterior)."""
    return len(word) >= _LONG_HEAD and word != "disease" and not _ADJECTIVE.search(word)


def _without_plain_words(target: Target, match: Match, source: str) -> bool:
    lang = target.finder.target_lang
    span = (match.source.start, match.source.end) if match.source else (0, 0)
    return any(
        not _owners(target, m.span()) and _of_the_source(target, m, source)
        for form in match.term.forms(lang).accepted
        for rest in _rests(form, lang)
        if lang == "zh" or not said_elsewhere(target, source, span, rest, "only")
        for m in re.finditer(_pattern(rest, lang), target.text, re.IGNORECASE)
    )


def _rests(form: str, lang: Lang) -> Iterator[str]:
    """Yield a form without a plain word at its beginning or its end, where enough is left.

    >>> [*_rests("protein expression", "en")], [*_rests("red cell", "en")], [*_rests("CCK-8法", "zh")]
    (['expression'], [], ['CCK-8'])
    """
    before, behind = _PLAIN[lang]
    cuts = re.match(before, form), re.search(f"(?:{behind})$", form)
    rests = [form[cut.end() :] if cut is cuts[0] else form[: cut.start()] for cut in cuts if cut]
    yield from (rest for rest in rests if len(rest) >= _SHORT[lang] or re.search(r"\d", rest))


def _pattern(rest: str, lang: Lang) -> str:
    return rf"(?<![\w-]){re.escape(rest)}s?\b" if lang == "en" else re.escape(rest)


def _owners(target: Target, span: tuple[int, int]) -> list[Term]:
    """Return the concepts not in the source whose preferred name a stretch is, or a part of whose name."""
    lang = target.finder.target_lang
    around = (o for o in target.strange if o.start <= span[0] and span[1] <= o.end)
    return [o.term for o in around if (o.start, o.end) != span or o.form == o.term.forms(lang).preferred]


def _of_the_source(target: Target, found: re.Match[str], source: str) -> bool:
    """Tell whether the words around what is left make nothing else of it than the source says."""
    if target.finder.target_lang == "zh":
        return True
    before, behind = target.text[: found.start()], target.text[found.end() :]
    if _ADJECTIVE.search(found[0]) and re.match(r"[ -]\w", behind) and not _stops(WORD.search(behind)):
        return False
    last = re.search(rf"({WORD.pattern})[ -]$", before)
    return last is None or last[1].lower() in STOP_WORDS or _said(target, last[1], source)


def _stops(word: re.Match[str] | None) -> bool:
    return word is None or word[0].lower() in STOP_WORDS


def _said(target: Target, word: str, source: str) -> bool:
    """Tell whether the source has a word as it is, or one that the dictionary renders by it."""
    lexicon, stem = target.finder.lexicon, target.finder.lexicon.stem(word.lower())
    rows = (lexicon.renderings(source[a:b]) for a, b in lexicon.words(source))
    return word.casefold() in source.casefold() or any(row.get(stem, 0.0) > _SHARE for row in rows)


def _built_anew(target: Target, match: Match) -> bool:
    """Tell whether an English target has each word of a Chinese phrase, close to each other.

    A preferred form is a fixed name, whose words one by one are none; one with Latin letters is none of these.
    """
    written = match.source.text if match.source else ""
    fixed = written == match.term.zh.preferred and not _LATIN.search(written)
    if target.finder.target_lang == "zh" or fixed:
        return False
    places = [*_places(target, written)]
    ways = 1
    for found in places:
        ways *= len(found)
    return len(places) > 1 and 0 < ways <= _MOST and any(_close(target, way) for way in product(*places))


def _places(target: Target, written: str) -> Iterator[Places]:
    """Yield for each word of a Chinese phrase where the target has it."""
    lexicon = target.finder.lexicon
    for m in _LATIN.finditer(written):
        yield [f.span() for f in re.finditer(rf"\b{re.escape(m[0])}\b", target.text)]
    # A single character is a part of a name (类马方), so that nothing is found for it.
    for start, end in lexicon.words(_LATIN.sub(lambda m: " " * len(m[0]), written)):
        if written[start:end] not in _FUNCTION:
            row = lexicon.renderings(written[start:end]) if end - start > 1 else {}
            found = [span for span, stem in target.text_stems.items() if row.get(stem, 0.0) > _SHARE]
            yield [span for span in found if not _elsewhere(target, span, written)]


def _elsewhere(target: Target, span: tuple[int, int], written: str) -> bool:
    """Tell whether a word is a part of a concept that the phrase does not name."""
    return any(all(form not in written for form in owner.zh.accepted) for owner in _owners(target, span))


def _close(target: Target, way: Sequence[tuple[int, int]]) -> bool:
    start, end = min(a for a, _ in way), max(b for _, b in way)
    between = sum(start <= a < end for a, _ in target.text_stems)
    return len(set(way)) == len(way) and between <= len(way) + _BETWEEN
