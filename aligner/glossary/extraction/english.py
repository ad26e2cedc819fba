"""English phrases that may be terms: sequences of words that look like a noun phrase, by rules and by the text itself.

No tagger is asked. What a word is shows in the company it keeps over the whole text: a verb stands behind *to*, *can*
and *they* and before *the*; an adjective is nearly always followed by a word of content, a noun often by none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from aligner.glossary.extraction.phrases import Run, Sentence, runs
from aligner.glossary.extraction.wordlists import (
    ADJECTIVE_ENDINGS,
    ADJECTIVES,
    AFTER_VERB,
    BEFORE_NOUN,
    BEFORE_VERB,
    DESCRIPTIVE,
    FUNCTION,
    GENERAL,
    NOUN_ENDINGS,
    NOUNS_LIKE_ADJECTIVES,
    NOUNS_LIKE_ADVERBS,
    RELATIONS,
    VERBS,
)
from aligner.text.variants import english_key

LONGEST = 6
_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0391-\u03c9"
_TOKEN = re.compile(rf"[{_LETTER}0-9]+(?:[-‐‑'’.+][{_LETTER}0-9]+)*|\S")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)+")
_COMPARED = ("low-", "high-", "long-", "short-", "well-", "non-")
_DASHES = str.maketrans(dict.fromkeys("‐‑", "-"))
OF = "of"
_OPENING = frozenset(".:;!?")
_PLURALS = {"s": "", "es": "", "ies": "y", "ses": "sis", "i": "us", "a": "um", "ae": "a", "ices": "ix"}
_PLURALS |= {"children": "child", "men": "man", "mice": "mouse", "feet": "foot", "teeth": "tooth"}
_SEEN_ENOUGH = 4
_YEAR = 4  # figures
_MODIFIER = 0.85  # a word followed by content as often as this is no head of a noun phrase


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an English text: its key, `''` for what breaks a phrase, and where it stands."""

    key: str
    low: str
    start: int
    end: int


_NOTHING = Word("", "", 0, 0)


def tokens(text: str) -> list[Word]:
    """Cut English text into words; punctuation is a word without a key.

    >>> [word.key for word in tokens("Severe cases of COVID-19, and then")]
    ['severe', 'case', 'of', 'covid-19', '', '', '']
    """
    return [_word(m.group(), m.start()) for m in _TOKEN.finditer(text)]


def _word(written: str, start: int) -> Word:
    end = start + len(written)
    if not (written[0].isalpha() or written[0].isdigit()):
        return Word("", written, start, end)
    low = written.lower().translate(_DASHES)
    if _DECIMAL.fullmatch(written):
        return Word("", low, start, end)
    if acronym(written):
        return Word(written.removesuffix("s"), low, start, end)
    if low == OF:
        return Word(OF, low, start, end)
    breaks = low in FUNCTION or low.replace("’", "'").partition("'")[0] in FUNCTION
    return Word("" if breaks else english_key(low), low, start, end)


def acronym(written: str) -> bool:
    """Tell whether a word is an abbreviation in capitals.

    >>> acronym("WHO"), acronym("PCRs"), acronym("We")
    (True, True, False)
    """
    core = written.removesuffix("s")
    return len(core) > 1 and core.isalpha() and core.isupper()


@dataclass(slots=True)
class Company:
    """What stands beside each word over the whole text; `written` is one way in which the text writes it."""

    seen: Counter[str] = field(default_factory=Counter)
    as_noun: Counter[str] = field(default_factory=Counter)
    as_verb: Counter[str] = field(default_factory=Counter)
    followed: Counter[str] = field(default_factory=Counter)
    written: dict[str, str] = field(default_factory=dict)

    def add(self, words: Sequence[Word]) -> Sentence:
        """Count the words of one sentence, and return its runs."""
        for before, word, after in zip((_NOTHING, *words), words, (*words[1:], _NOTHING), strict=False):
            if word.key not in ("", OF):
                self.seen[word.key] += 1
                self.as_noun[word.key] += before.low in BEFORE_NOUN
                self.as_verb[word.key] += before.low in BEFORE_VERB or after.low in AFTER_VERB
                self.followed[word.key] += after.key not in ("", OF)
                self.written.setdefault(word.key, word.low)
        return runs(word.key for word in words)

    def is_verb(self, key: str) -> bool:
        """Tell whether a word is a verb more often than anything else."""
        return key in VERBS or self.as_verb[key] > max(1, self.as_noun[key])

    def is_modifier(self, key: str) -> bool:
        """Tell whether a word nearly always has a noun behind it."""
        seen = self.seen[key]
        return adjective_like(key) or (seen >= _SEEN_ENOUGH and self.followed[key] > _MODIFIER * seen)


def adjective_like(key: str) -> bool:
    """Tell whether a word ends as adjectives do.

    >>> adjective_like("respiratory"), adjective_like("hospital")
    (True, False)
    """
    if key in ADJECTIVES or key.startswith(_COMPARED):
        return True
    if key in NOUNS_LIKE_ADJECTIVES or len(key) < 5 or key.endswith(NOUN_ENDINGS):
        return False
    return key.endswith(ADJECTIVE_ENDINGS)


@dataclass(frozen=True, slots=True)
class NounPhrases:
    """Tells which sequences of word keys may be a term."""

    company: Company

    def __call__(self, words: Run) -> bool:
        """Tell whether a term may be written so."""
        first, last = words[0], words[-1]
        if last.isdigit():  # type 2, phase 3, coronavirus 2
            return len(words) > 1 and len(last) < _YEAR and self(words[:-1])
        if not _plain(first) or last.endswith("'s") or not any(c.isalpha() for c in last):
            return False
        if first in DESCRIPTIVE or any(map(_adverb, words)):
            return False
        if len(words) == 1:
            return self._head(first) and first not in GENERAL and len(first) > 1
        if OF in words and not self._of(words):
            return False
        if any(self.company.is_verb(word) for word in words if word != OF):
            return False
        return self._head(last) and not all(word in GENERAL or word == OF for word in words)

    def _head(self, key: str) -> bool:
        if key in DESCRIPTIVE or key in VERBS or key == OF:
            return False
        return not (self.company.is_verb(key) or self.company.is_modifier(key))

    def _of(self, words: Run) -> bool:
        at = words.index(OF)
        if words.count(OF) > 1 or at != 1 or at == len(words) - 1 or len(words) > 4:
            return False
        return words[at - 1] not in RELATIONS and self._head(words[at - 1]) and words[at + 1] not in DESCRIPTIVE


def _adverb(key: str) -> bool:
    return key.endswith("ly") and len(key) > 4 and not key.endswith(NOUNS_LIKE_ADVERBS)


def _plain(key: str) -> bool:
    return key != OF and key[0].isalpha() and not key.endswith("'s")


def written(text: str, words: Run) -> Iterator[tuple[str, bool]]:
    """Yield how the text writes a phrase, and whether it stands where any word takes a capital."""
    found = tokens(text)
    for at in range(len(found) - len(words) + 1):
        if all(found[at + k].key == words[k] for k in range(len(words))):
            shown = text[found[at].start : found[at + len(words) - 1].end]
            opens = at == 0 or (not found[at - 1].key and found[at - 1].low in _OPENING)
            yield " ".join(shown.split()), opens


def usual(found: Iterable[tuple[str, bool]]) -> str:
    """Return the form for a glossary: with the usual capitals, in the singular where the text has that.

    A form that is found only where sentences open is written small.

    >>> usual([("Patients", True), ("patients", False), ("patients", False), ("patient", False)])
    'patient'
    >>> usual([("Acute pain", True)]), usual([("PCR test", True)])
    ('acute pain', 'PCR test')
    """
    every = list(found)
    counts = Counter(form for form, opens in every if not opens) or Counter(_small(form) for form, _ in every)
    cases: Counter[str] = Counter()
    for form, count in counts.items():
        cases[_case(form)] += count
    case = max(cases, key=lambda case: (cases[case], case.count("a")))
    own = sorted((form for form in counts if _case(form) == case), key=lambda form: (-counts[form], form))
    return next((form for form in own if _is_plural(own[0], form)), own[0])


def _small(form: str) -> str:
    first = form.split(maxsplit=1)[0]
    return form[0].lower() + form[1:] if first[1:].islower() else form


def _is_plural(plural: str, singular: str) -> bool:
    endings = _PLURALS.items()
    return any(plural.endswith(many) and plural.removesuffix(many) + one == singular for many, one in endings)


def _case(form: str) -> str:
    """Return the capitals of a form: for each word, whether it is written small, with a capital, or otherwise."""
    return " ".join("a" if w.islower() else "A" if w[1:].islower() else "X" for w in form.split())


def is_name(form: str) -> bool:
    """Tell whether a form is written as names are.

    >>> is_name("Hong Kong"), is_name("SARS patient"), is_name("spike protein")
    (True, False, False)
    """
    words = form.split()
    return all(word[0].isupper() and word[1:].islower() for word in (words[0], words[-1]))
