"""Texts for the parts of alignment, made of sentences that the tests write."""

from collections.abc import Callable, Sequence
from functools import cache

import pytest

from aligner.alignment import sides
from aligner.alignment.evidence import evidence
from aligner.alignment.similarity import Text
from aligner.lexicon import load
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Block, Lang, Segment


@cache
def loaded() -> Lexicon:
    return load()


@pytest.fixture
def lexicon() -> Lexicon:
    return loaded()


def segments(texts: Sequence[str], lang: Lang) -> list[Segment]:
    return [Segment(Block(text, line=k + 1), 0, text, lang, k) for k, text in enumerate(texts)]


@pytest.fixture
def make_text(lexicon) -> Callable[[Sequence[str], Sequence[str]], Text]:
    def make(english: Sequence[str], chinese: Sequence[str]) -> Text:
        en = sides.english(segments(english, "en"), lexicon)
        zh = sides.chinese(segments(chinese, "zh"), lexicon)
        return Text.of(en, zh, evidence(en, zh, lexicon))

    return make
