"""Which words of a pair stand for each other, as far as the lexicon and their places tell, and their clauses.

No full alignment: a word that may stand for several takes the likeliest, and many have none. Enough to say which
clause, or which neighbour, answers to which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from aligner.lexicon import tokens
from aligner.lexicon.tokens import Token
from aligner.model import Lang, other_lang

_RENDERS = 0.01  # the least share of a rendering that links
_ORDER = 0.7  # how much of its weight a link between the opposite ends of two sentences loses

_CLAUSE = {
    "en": re.compile(
        r"[,;:()?!—–]|\.(?=\s|$|[A-Z][a-z]+ )| - |\b(?=(?:but|because|while|whereas|which|who|although|though|so that|"
        r"when|where|if|unless|since|therefore|thus)\b)",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"[，；。：？！（）();:,—]|\.(?=\s|$)"),
}
"""What stands between two clauses."""


@dataclass(frozen=True, slots=True)
class Links:
    """The words of content of two texts, in order, and for the place of a word of the first that of its partner."""

    words: tuple[Token, ...]
    others: tuple[Token, ...]
    partner: dict[int, int]

    def turned(self) -> Links:
        """Return the same links from the other text."""
        return Links(self.others, self.words, {j: i for i, j in self.partner.items()})


@lru_cache(maxsize=16)  # rules ask for the same pair
def links(source: str, target: str, lang: Lang, lexicon: Any) -> Links:
    """Return the links between a text and its translation; `lang` is the language of the first.

    Of the words that may stand for each other, the likeliest at like places are linked first, and each only once.
    """
    words = content(source, lang, lexicon), content(target, other_lang(lang), lexicon)
    chinese, english = words if lang == "zh" else words[::-1]
    places: dict[str, list[int]] = {}
    for i, token in enumerate(english):
        places.setdefault(token.key, []).append(i)
    ranked = []
    for j, token in enumerate(chinese):
        for key, share in {**lexicon.renderings(token.key), token.key: 1.0}.items():
            for i in places.get(key, ()) if share >= _RENDERS else ():
                apart = abs(i / len(english) - j / len(chinese))
                ranked.append((share**0.5 * (1 - _ORDER * apart), -i, -j))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(ranked, reverse=True):
        if -j not in partner and -i not in taken:
            partner[-j] = -i
            taken.add(-i)
    found = Links(tuple(chinese), tuple(english), partner)
    return found if lang == "zh" else found.turned()


def content(text: str, lang: Lang, lexicon: Any) -> list[Token]:
    """Return the words of content of a text, and its numbers."""
    if lang == "en":
        found = tokens.english(text, lexicon.stem)
    else:
        found = tokens.chinese(lexicon.simplify(text), lexicon, lexicon.stem)
    return [token for token in found if not token.key.startswith("~")]


class Clauses:
    """A text, its words of content, and its clauses."""

    def __init__(self, text: str, lang: Lang, words: Sequence[Token]):
        self.text, self.lang, self.words = text, lang, words
        marks = [m.span() for m in _CLAUSE[lang].finditer(text)]
        bounds = zip([0, *(end for _, end in marks)], [*(start for start, _ in marks), len(text)], strict=True)
        self.clauses = [(start + len(text[start:end]) - len(text[start:end].lstrip()), end) for start, end in bounds]

    def clause(self, at: int) -> int:
        """Return the number of the clause that a place lies in, or ends."""
        return next(k for k, (_, end) in enumerate(self.clauses) if at <= end)

    def rank(self, at: int) -> int:
        """Return how many words start before a place."""
        return sum(word.start < at for word in self.words)

    def word(self, at: int) -> int | None:
        """Return the number of the word that a place lies in, None where it lies in none."""
        k = self.rank(at + 1) - 1
        if k < 0:
            return None
        word = self.words[k]
        before = self.text[word.start : at]
        inside = len(before) < len(word.key) if self.lang == "zh" else before.isalpha() or not before
        return k if inside else None
