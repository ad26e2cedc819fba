"""Links the phrases of the two languages one to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log2, sqrt
from typing import TYPE_CHECKING

from aligner.glossary.extraction import association, chinese, english
from aligner.glossary.extraction.general import General, general
from aligner.glossary.extraction.phrases import Phrase, Sentence, phrases

if TYPE_CHECKING:
    from aligner.lexicon.lexicon import Lexicon

_SHARE_OF_ENGLISH, _SHARE_OF_CHINESE = 0.2, 0.1  # of its occurrences that a phrase must meet its partner in
_MOST_PARTNERS = 10  # looked at closely, for each English phrase
_MOST_SENTENCES = 1000  # in which partners of one phrase are looked for
_LEAST_SCORE = 0.5
# How much association, dictionary and length say, as exponents.
_ASSOCIATION, _COVERAGE, _LENGTH = 0.5, 0.4, 0.3
_MOSTLY_HELD, _HELD = 0.5, 0.8  # a phrase that stands mostly in one longer one, and what that leaves of its score
_SEVERAL_WORDS = 1.5  # how much sooner a phrase of several words is a term
_SURE = 0.8  # what the dictionary must say of a translation by a single character


@dataclass(frozen=True, slots=True)
class Link:
    """Two phrases that translate each other. `both` sentence pairs hold the two; `rank` orders what is shown."""

    english: Phrase
    chinese: Phrase
    both: int
    likelihood: float
    score: float
    rank: float


@dataclass(frozen=True, slots=True)
class Corpus:
    """Sentence pairs cut into phrases."""

    english: Sequence[Phrase]
    chinese: Sequence[Phrase]
    links: association.Links
    general: General
    total: int

    @classmethod
    def of(cls, pairs: Sequence[tuple[str, str]], lexicon: Lexicon, least: int) -> Corpus:
        """Cut (English, Chinese) sentence pairs into phrases that `least` pairs hold."""
        company = english.Company()
        left = [company.add(english.tokens(en)) for en, _ in pairs]
        right = [chinese.sentence(zh, lexicon) for _, zh in pairs]
        whole = {"".join(run) for sentence in right for run in sentence}
        usage = general(whole, sum(len(run) for sentence in right for run in sentence))
        where = _where(left), _where(right)
        listed = association.both_listed(lexicon, company.written)
        return cls(
            tuple(phrases(left, english.LONGEST, least, english.NounPhrases(company)).values()),
            tuple(phrases(right, chinese.LONGEST, least, chinese.NounPhrases(usage)).values()),
            association.Links(
                association.dictionary(lexicon, company.written),
                association.meetings(*where, len(pairs), listed),
            ),
            usage,
            len(pairs),
        )


def _where(sentences: Sequence[Sentence]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, sentence in enumerate(sentences):
        for run in sentence:
            for word in run:
                found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def linked(corpus: Corpus, least: int) -> list[Link]:
    """Link phrases one to one, the surest first (competitive linking, Melamed 2000); return the best terms first."""
    taken: set[tuple[str, ...]] = set()
    kept = []
    for link in sorted(_possible(corpus, least), key=lambda link: -link.score):
        ends = ("en", *link.english.words), ("zh", *link.chinese.words)
        if taken.isdisjoint(ends):
            kept.append(link)
            taken.update(ends)
    return sorted((link for link in kept if link.rank > 0), key=lambda link: -link.rank)


def _possible(corpus: Corpus, least: int) -> Iterator[Link]:
    """Yield the links of each English phrase to the Chinese ones that it meets oftener than by chance."""
    holding: list[list[int]] = [[] for _ in range(corpus.total)]
    for number, phrase in enumerate(corpus.chinese):
        for sentence in phrase.sentences:
            holding[sentence].append(number)
    for phrase in corpus.english:
        step = -(-phrase.count // _MOST_SENTENCES)
        met = association.met_by(phrase.sentences[::step], holding)
        near = (_meeting(phrase, corpus.chinese[n], both * step, least) for n, both in met.items())
        for partner in sorted(filter(None, near), key=lambda n: -n[0])[:_MOST_PARTNERS]:
            link = _link(corpus, phrase, *partner)
            if link and link.score >= _LEAST_SCORE:
                yield link


def _meeting(e: Phrase, z: Phrase, both: int, least: int) -> tuple[float, int, Phrase] | None:
    """Return how exclusively two phrases meet, 0 to 1, with what that was computed from."""
    if both < max(least, _SHARE_OF_ENGLISH * e.count, _SHARE_OF_CHINESE * z.count):
        return None
    return both / sqrt((e.count + 1) * (z.count + 1)), min(both, e.count, z.count), z


def _link(corpus: Corpus, e: Phrase, meeting: float, both: int, z: Phrase) -> Link | None:
    likelihood = association.log_likelihood(both, e.count, z.count, corpus.total)
    if likelihood < association.SIGNIFICANT or not _agree(e, z) or (len(z.text) == 1 and not _sure(corpus, e, z)):
        return None
    cover = corpus.links.coverage([word for word in e.words if word != english.OF], z.words)
    fit = association.length_fit(e.text, z.text)
    score = meeting**_ASSOCIATION * (cover[0] * cover[1]) ** _COVERAGE * fit**_LENGTH
    score *= _HELD ** ((e.held > _MOSTLY_HELD) + (z.held > _MOSTLY_HELD))
    several = _SEVERAL_WORDS if len(e.words) > 1 else 1.0
    rank = score**3 * log2(1 + both) * corpus.general.strangeness(z.words, z.count) * several
    return Link(e, z, both, likelihood, score, rank)


def _agree(e: Phrase, z: Phrase) -> bool:
    """Tell whether figures stand on both sides or on none, and the Chinese has no Latin that the English lacks."""
    written = {word.lower() for word in e.words}
    latin = {word for word in z.words if word.isascii()}
    return latin <= written and {w for w in written if w.isdigit()} == {w for w in latin if w.isdigit()}


def _sure(corpus: Corpus, e: Phrase, z: Phrase) -> bool:
    return len(e.words) == 1 and corpus.links.known(e.words[0], z.words[0]) >= _SURE
