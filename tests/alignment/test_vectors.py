"""Pairing by a sentence encoder, with a small one made here: bags of dictionary words, hashed."""

import sys
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from aligner.alignment import align
from aligner.alignment.locks import Lock
from aligner.alignment.methods import vectors
from aligner.cli import run
from aligner.errors import ConfigError, InputError, MissingExtraError
from aligner.lexicon import load, tokens
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Block, Lang, Pair, Segment
from aligner.neural import Encoder

ENGLISH = [
    "Low back pain is the most common cause of disability in adults under 50 years of age.",
    "We compared exercise with rest in 240 patients from three hospitals.",
    "Pain and walking distance were measured after 6 and 12 weeks.",
    "At 12 weeks pain had fallen by 35% in the exercise group.",
    "Two patients in the rest group developed venous thrombosis.",
    "No fracture occurred during the study.",
    "Exercise is safe and should be recommended as first treatment.",
]
CHINESE = [
    "腰痛是50岁以下成人残疾的最常见原因。",
    "我们在三家医院的240例患者中比较了运动与休息的效果。",
    "分别于6周和12周后测量疼痛和步行距离。",
    "12周时，运动组的疼痛减轻了35%。",
    "休息组有两名患者发生静脉血栓。",
    "研究期间未发生骨折。",
    "运动是安全的，应推荐为首选治疗。",
]
SIZE = 128


@cache
def loaded() -> Lexicon:
    return load()


@cache
def word(key: str) -> Any:
    return np.random.default_rng(zlib.crc32(key.encode())).standard_normal(SIZE)


class Bag:
    """The sum of the vectors of a text's English stems; those of a Chinese word are its likeliest renderings."""

    def __init__(self) -> None:
        self.calls: list[list[str]] = []

    def encode(self, sentences: list[str]) -> Any:
        self.calls.append(sentences)
        return np.array([sum((w * word(k) for k, w in self.words(s)), np.zeros(SIZE)) for s in sentences])

    @staticmethod
    def words(text: str) -> list[tuple[str, float]]:
        lexicon = loaded()
        if text.isascii():
            return [(token.key, 1.0) for token in tokens.english(text, lexicon.stem)]
        found: list[tuple[str, float]] = []
        for token in tokens.chinese(text, lexicon, lexicon.stem):
            renderings = sorted(lexicon.renderings(token.key).items(), key=lambda item: -item[1])[:5]
            found += [(key, 0.7 * share**0.5) for key, share in renderings] or [(token.key, 1.0)]
        return found


def segments(texts: list[str], lang: Lang) -> list[Segment]:
    return [Segment(Block(text, line=k + 1), 0, text, lang, k) for k, text in enumerate(texts)]


def found(english: list[str], chinese: list[str], encoder: Encoder | None = None, **more: Any) -> tuple[Pair, ...]:
    return align(segments(english, "en"), segments(chinese, "zh"), method=encoder or Bag(), **more)


def beads(pairs: tuple[Pair, ...]) -> list[tuple[list[int], list[int]]]:
    return [([s.index for s in p.source], [s.index for s in p.target]) for p in pairs]


def test_a_translation_pairs_one_to_one() -> None:
    encoder = Bag()
    pairs = found(ENGLISH, CHINESE, encoder)
    assert beads(pairs) == [([k], [k]) for k in range(7)]
    assert {p.method for p in pairs} == {"vectors"}
    assert min(p.score for p in pairs) > 0.3
    assert encoder.calls[:2] == [ENGLISH, CHINESE]


def test_merged_sentences_are_encoded_as_one() -> None:
    encoder = Bag()
    chinese = [*CHINESE[:2], CHINESE[2][:-1] + "，" + CHINESE[3], *CHINESE[4:]]
    assert beads(found(ENGLISH, chinese, encoder))[2] == ([2, 3], [2])
    assert any(f"{ENGLISH[2]} {ENGLISH[3]}" in call for call in encoder.calls[2:])


def test_either_order_of_the_sides() -> None:
    forth = found(ENGLISH[:3], CHINESE)
    back = align(segments(CHINESE, "zh"), segments(ENGLISH[:3], "en"), method=Bag())
    assert [(p.source, p.target, p.score) for p in forth] == [(p.target, p.source, p.score) for p in back]


def test_unrelated_texts_are_not_believed() -> None:
    english = ["The committee met in April.", "Prices of wheat rose.", "She painted landscapes.", "The train leaves."]
    assert max(p.score for p in found(english, CHINESE[:4])) < 0.2


def test_locked_pairs_are_kept() -> None:
    assert ([1], [2]) in beads(found(ENGLISH, CHINESE, anchors=[Lock(1, 2, 2, 3)]))


@pytest.mark.parametrize(("n", "m"), [(0, 0), (0, 3), (3, 0), (1, 1), (1, 50), (50, 1), (5, 700)])
def test_lopsided_sizes(n: int, m: int) -> None:
    pairs = found((ENGLISH * 10)[:n], (CHINESE * 100)[:m])
    assert [s.index for p in pairs for s in p.source] == list(range(n))
    assert [s.index for p in pairs for s in p.target] == list(range(m))


def test_a_long_text_is_led_by_its_nearest_sentences() -> None:
    english = [f"{text[:-1]} {k}." for k, text in enumerate(ENGLISH * 60)]
    chinese = [f"{text[:-1]}{k}。" for k, text in enumerate(CHINESE * 60)]
    pairs = beads(found(english, chinese[:40] + chinese[140:]))
    assert sum(a[0] == b[0] + 100 for a, b in pairs if len(a) == len(b) == 1 and a[0] >= 140) > 270


def test_empty_lines_do_no_harm() -> None:
    pairs = found(["", *ENGLISH[:3]], [*CHINESE[:3], ""])
    assert [(a, b) for a, b in beads(pairs) if a and b] == [([k + 1], [k]) for k in range(3)]


class Odd:
    def encode(self, sentences: list[str]) -> Any:
        return np.zeros(len(sentences))


def test_an_encoder_of_another_kind_is_named() -> None:
    with pytest.raises(ConfigError, match=r"shape \(7,\) for 7 texts"):
        found(ENGLISH, CHINESE, Odd())


class TestLoading:
    def test_a_model_has_to_be_named(self) -> None:
        with pytest.raises(ConfigError, match="--model"):
            align(segments(ENGLISH, "en"), segments(CHINESE, "zh"), method="vectors")

    def test_without_the_extra(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setitem(sys.modules, "sentence_transformers", None)
        with pytest.raises(MissingExtraError):
            vectors.load("any")
        for name, text in (("en.txt", "Knee pain."), ("zh.txt", "膝关节疼痛。")):
            (tmp_path / name).write_text(text, encoding="utf-8")
        args = ["align", str(tmp_path / "en.txt"), str(tmp_path / "zh.txt"), "--method", "vectors", "--model", "x"]
        assert run(args) == 2
        told = capsys.readouterr().err
        assert told.count("\n") == 1
        assert "pip install '.[neural]'" in told

    def test_a_model_that_is_not_there(self, tmp_path: Path) -> None:
        pytest.importorskip("sentence_transformers", reason="the extra 'neural' is not installed")
        for name in (str(tmp_path / "absent"), "no-such-owner/no-such-model"):
            with pytest.raises(InputError, match="no such sentence encoder on this machine"):
                vectors.load(name)

    def test_a_real_model(self, tmp_path: Path) -> None:
        reason = "the extra 'neural' is not installed"
        pytest.importorskip("torch", reason=reason)
        models = pytest.importorskip("sentence_transformers.models", reason=reason)
        from sentence_transformers import SentenceTransformer

        vocabulary = sorted({char for text in (*ENGLISH, *CHINESE) for char in text})
        tokenizer = models.tokenizer.WhitespaceTokenizer(vocabulary, stop_words=set())
        weights = np.random.default_rng(0).standard_normal((len(vocabulary), 16))
        parts = models.WordEmbeddings(tokenizer, weights), models.Pooling(16)
        SentenceTransformer(modules=list(parts), device="cpu").save(str(tmp_path / "tiny"))
        encoder = vectors.load(str(tmp_path / "tiny"))
        pairs = found(ENGLISH, CHINESE, encoder)
        assert sum(len(p.source) for p in pairs) == sum(len(p.target) for p in pairs) == 7
