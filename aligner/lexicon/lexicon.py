"""The compiled dictionary and the questions it answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import product

import numpy as np
import numpy.typing as npt

from aligner.lexicon import characters, tokens
from aligner.lexicon.cache import LONGEST_WORD
from aligner.lexicon.words import IRREGULAR, american, plainer
from aligner.model import Term
from aligner.text.memo import kept

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

_KEPT = 32768  # words of each language whose stem or renderings are kept once looked up
_KEPT_TEXTS = 64  # texts whose words are kept, since one text is asked about again
# What a lexicon with other terms has to find anew.
_OF_TERMS = ("_terms", "_reach", "_heads", "_longest_in", "stem", "renderings", "words", "_content", "_chinese_content")
_TERM_SHARE = 0.9  # a glossary's word is as sure as a number or a Latin word that both sides share
_WELL_KNOWN = 0.03  # the share at which a rendering counts half in `translates`


class Lexicon:
    """Word knowledge of both languages; immutable, and cheap to make since all of it is decoded when asked for.

    `parts` is what `compile.compiled` packed. `terms` are renderings of this run: for a Simplified Chinese form
    the share of each English key.
    """

    def __init__(self, parts: Mapping[str, memoryview], terms: Mapping[str, Mapping[str, float]] | None = None):
        self._parts = parts
        self._terms = dict(terms or {})

    def with_terms(self, terms: Sequence[Term]) -> Lexicon:
        """Return a lexicon in which the approved renderings of the terms are strong translations."""
        rows: dict[str, dict[str, float]] = {}
        for term in terms:
            keys = [self._content(form) for form in term.en.accepted]
            for form in term.zh.accepted:
                row = rows.setdefault(self.simplify(form), {})
                for found in keys:
                    for key in found:
                        row[key] = max(row.get(key, 0.0), _TERM_SHARE / len(found) ** 0.7)
        if not rows:
            return self
        new = Lexicon(self._parts, rows)
        # What is decoded already need not be decoded again.
        new.__dict__.update({k: v for k, v in self.__dict__.items() if k not in _OF_TERMS})
        new._heads = self._heads | {word: len(self._heads) + k for k, word in enumerate(rows)}
        new._reach = self._reach.copy()
        for word in rows:
            new._reach[word[:2]] = max(len(word), new._reach.get(word[:2], 1))
        return new

    # What is below is decoded from the parts the first time it is asked for.

    def _text(self, name: str) -> str:
        return str(self._parts[name], "utf-8")

    @cached_property
    def _heads(self) -> dict[str, int]:
        words = self._text("heads").split("\n")
        return dict(zip(words, range(len(words)), strict=True))

    @cached_property
    def _reach(self) -> dict[str, int]:
        """How long words are at most that begin with two characters."""
        return dict(zip(self._text("beginnings").split("\n"), bytes(self._parts["reach"]), strict=True))

    @cached_property
    def _stems(self) -> list[str]:
        return self._text("stems").split("\n")

    @cached_property
    def _stem_numbers(self) -> dict[str, int]:
        return dict(zip(self._stems, range(len(self._stems)), strict=True))

    @cached_property
    def _forms(self) -> dict[str, int]:
        numbers = np.frombuffer(self._parts["form_stems"], np.uint32).tolist()
        return dict(zip(self._text("forms").split("\n"), numbers, strict=True))

    @cached_property
    def _ends(self) -> Ints:
        return np.frombuffer(self._parts["ends"], np.uint32).astype(np.int64)

    @cached_property
    def _stem_ids(self) -> npt.NDArray[np.unsignedinteger]:
        width = len(self._parts["stem_ids"]) // (len(self._parts["shares"]) // 2)
        return np.frombuffer(self._parts["stem_ids"], np.uint16 if width == 2 else np.uint32)

    @cached_property
    def _shares(self) -> npt.NDArray[np.float16]:
        return np.frombuffer(self._parts["shares"], np.float16)

    @cached_property
    def _simplified(self) -> dict[int, str]:
        table = self._text("characters")
        return {ord(t): s for t, s in zip(table[::2], table[1::2], strict=True)}

    @cached_property
    def _traditional_only(self) -> re.Pattern[str]:
        """Any character that Simplified texts have not; a pattern finds none much sooner than a set."""
        return re.compile(f"[{''.join(sorted(self._text('traditional')))}]")

    @cached_property
    def _word_pairs(self) -> tuple[list[str], list[str]]:
        words = self._text("words").split("\n")
        return words[::2], words[1::2]

    @cached_property
    def _simplified_words(self) -> dict[str, str]:
        return dict(zip(*self._word_pairs, strict=True))

    @cached_property
    def _traditional_words(self) -> dict[str, str]:
        traditional, simplified = self._word_pairs
        return dict(zip(reversed(simplified), reversed(traditional), strict=True))

    @cached_property
    def _traditional_characters(self) -> dict[int, str]:
        return {ord(s): t for s, t in self._traditional_words.items() if len(s) == 1}

    @cached_property
    def _readings(self) -> dict[str, list[str]]:
        return {line[0]: line[2:].split(" ") for line in self._text("readings").split("\n")}

    # The questions.

    def simplify(self, text: str) -> str:
        """Return the text in Simplified characters, one for one; a Simplified text is returned as it is."""
        if text.isascii() or not self._traditional_only.search(text):
            return text
        return characters.convert(text, self._simplified_words, LONGEST_WORD, self._simplified)

    def traditional(self, text: str) -> str:
        """Return the text in Traditional characters by its longest words, one for one."""
        return characters.convert(text, self._traditional_words, LONGEST_WORD, self._traditional_characters)

    def longest(self, text: str, at: int) -> int:
        """Return the length of the longest word that starts there, 1 where none is known."""
        reach = self._reach.get(text[at : at + 2], 1)
        # What is no longer than its beginning is a word.
        return reach if reach < 3 else self._longest_in(text[at : at + reach])

    @cached_property
    def _longest_in(self) -> Callable[[str], int]:
        return kept(self._found_longest, _KEPT)

    def _found_longest(self, stretch: str) -> int:
        """Return the length of the longest word that a stretch begins with."""
        while len(stretch) > 1 and stretch not in self._heads:
            stretch = stretch[:-1]
        return len(stretch)

    def edges(self, text: str, known: Mapping[int, int], last: int) -> set[int]:
        """Return where words start and end, by maximum matching as far as `last`.

        Words that the dictionary lacks are `known` by their start: end.
        """
        plain, reach, longest_in = self.simplify(text), self._reach, self._longest_in
        found, at = {0}, 0
        while at < last:
            size = reach.get(plain[at : at + 2], 1)
            end = at + (size if size < 3 else longest_in(plain[at : at + size]))
            at = max(end, known[at]) if at in known else end
            found.add(at)
        return found

    @cached_property
    def words(self) -> Callable[[str], list[tuple[int, int]]]:
        """Return where the Chinese words of a text start and end, by maximum matching; other signs are left out."""
        return lru_cache(maxsize=_KEPT_TEXTS)(self._found_words)

    def _found_words(self, text: str) -> list[tuple[int, int]]:
        plain = self.simplify(text)
        found, at, reach, longest_in = [], 0, self._reach, self._longest_in
        while at < len(plain):
            if "\u3400" <= plain[at] <= "\u9fff":
                size = reach.get(plain[at : at + 2], 1)
                end = at + (size if size < 3 else longest_in(plain[at : at + size]))
                found.append((at, end))
                at = end
            else:
                at += 1
        return found

    @cached_property
    def stem(self) -> Callable[[str], str]:
        """Return the stem of an English word; forms that the dictionary lacks are traced to one that it has."""
        return kept(self._found_stem, _KEPT)

    def _found_stem(self, word: str) -> str:
        low, forms = word.lower(), self._forms
        for form in self._candidates(low):
            if (number := forms.get(form)) is not None:
                return self._stems[number]
        return american(low)

    @staticmethod
    def _candidates(low: str) -> Iterable[str]:
        yield IRREGULAR.get(low, low)
        yield low
        key = american(low)
        yield key
        yield from plainer(low)
        yield from plainer(key)

    def knows(self, word: str) -> bool:
        """Say whether an English form or a Chinese word, in either script, is in the dictionary."""
        if word.isascii():
            return word.lower() in self._forms
        return self.simplify(word) in self._heads

    @cached_property
    def renderings(self) -> Callable[[str], Mapping[str, float]]:
        """Return the share of each English key among the renderings of a Chinese word."""
        return kept(self._found_renderings, _KEPT)

    def _found_renderings(self, word: str) -> dict[str, float]:
        word = self.simplify(word)
        found: dict[str, float] = {}
        number = self._heads.get(word, len(self._ends))
        if number + 1 < len(self._ends):
            row = slice(int(self._ends[number]), int(self._ends[number + 1]))
            shares = self._shares[row].tolist()
            found = {self._stems[s]: p for s, p in zip(self._stem_ids[row].tolist(), shares, strict=True)}
        for key, share in self._terms.get(word, {}).items():
            found[key] = max(found.get(key, 0.0), share)
        return found

    def table(self, chinese: Sequence[str], english: Mapping[str, int]) -> tuple[Ints, Ints, Floats]:
        """Return (number of the Chinese key, number of the English key, share) for all that the dictionary knows.

        `english` numbers the English keys of a text; a Chinese key's number is its place in the sequence.
        """
        local = np.full(len(self._stems), -1, np.int64)
        numbers = self._stem_numbers
        for key, k in english.items():
            if (number := numbers.get(key)) is not None:
                local[number] = k
        last = len(self._ends) - 1
        found = [(k, n) for k, word in enumerate(chinese) if (n := self._heads.get(word, last)) < last]
        words = np.array(found, np.int64).reshape(-1, 2)
        starts, sizes = self._ends[words[:, 1]], np.diff(self._ends)[words[:, 1]]
        taken = np.repeat(starts - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        stems = local[self._stem_ids[taken]]
        kept = stems >= 0
        return np.repeat(words[:, 0], sizes)[kept], stems[kept], self._shares[taken][kept].astype(np.float32)

    def term_row(self, word: str) -> Mapping[str, float]:
        """Return the renderings that the terms of the run give a Simplified form; empty for most words."""
        return self._terms.get(word, {})

    def readings(self, word: str) -> set[str]:
        """Return how a word may be written in pinyin, without tones and spaces.

        Readings of rare characters are capped, since a name has four characters at most.
        """
        found = [self._readings.get(char, []) for char in word[:4]]
        return {"".join(syllables) for syllables in product(*found)}

    def translates(self, en_text: str, zh_text: str) -> float:
        """Return how well the content words of two short texts cover each other, 0 to 1.

        A word counts as covered as far as the dictionary, the terms of the run or equal numbers and Latin words say
        that something opposite renders it; the value is the mean over the words of both sides.
        """
        en_keys, zh_keys = self._content(en_text), self._chinese_content(zh_text)
        if not en_keys or not zh_keys:
            return 0.0
        covered_en = dict.fromkeys(en_keys, 0.0)
        covered_zh = dict.fromkeys(zh_keys, 0.0)
        for word in covered_zh:
            row = self.renderings(word)
            for key in covered_en:
                share = 1.0 if key == word else row.get(key)
                if share:
                    value = share / (share + _WELL_KNOWN)
                    covered_en[key] = max(covered_en[key], value)
                    covered_zh[word] = max(covered_zh[word], value)
        total = sum(covered_en[key] for key in en_keys) + sum(covered_zh[key] for key in zh_keys)
        return min(1.0, total / (len(en_keys) + len(zh_keys)) * (1 + _WELL_KNOWN))

    @cached_property
    def _content(self) -> Callable[[str], tuple[str, ...]]:
        """The keys of the content words of an English text."""
        return lru_cache(maxsize=_KEPT_TEXTS)(lambda text: _content_of(tokens.english(text, self.stem)))

    @cached_property
    def _chinese_content(self) -> Callable[[str], tuple[str, ...]]:
        """The keys of the content words of a Chinese text."""
        return lru_cache(maxsize=_KEPT_TEXTS)(
            lambda text: _content_of(tokens.chinese(self.simplify(text), self, self.stem))
        )


def _content_of(found: Iterable[tokens.Token]) -> tuple[str, ...]:
    return tuple(token.key for token in found if token.key[0] != "~")
