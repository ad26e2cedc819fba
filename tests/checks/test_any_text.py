"""Whatever a text holds, no rule fails, and every span is a slice of its text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from aligner import registry
from aligner.checks import _runner
from aligner.model import Block, Context, Lang, Pair, Segment
from aligner.text.addresses import masked
from tests.checks.told import dictionary

_WORDS = """
    患者 疼痛 ， 。 、 （ ） “ ” ( ) [ ] ... …… -- ～ - K562 STAT3/ NCT01234567 www.example.org/a) 1) (2)
    5～10 8-12 2018 tumour tumor \ufffd \u200b æ‚£ »¼Õß 鎴愭灉 關節 显着 &gt; 目的 结果 😀 \ud800 １２ Ａ ﬂ
    . ; : ? ! ` ' " \\' doi:10.1000/x
    """.split()  # noqa: SIM905 - a table of words is read as such
_SPACED = (" ", "\u3000", "\n", "\0", "the ", "pain", "Scarce data ", "k 562", "E. Coli", "a MRI", "an unit")
_PIECES = st.sampled_from([*_WORDS, *_SPACED])
_TEXTS = st.lists(_PIECES, max_size=12).map("".join) | st.text(max_size=40)


def _side(text: str, lang: Lang, index: int) -> tuple[Segment, ...]:
    return (Segment(Block(text), 0, text, lang, index),) if text else ()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1, max_size=3), st.sampled_from(["en", "zh"]))
def test_no_rule_fails_on_any_text(rows: list[tuple[str, str]], source: Lang) -> None:
    langs: tuple[Lang, Lang] = (source, "zh" if source == "en" else "en")
    pairs = tuple(Pair(k + 1, _side(a, langs[0], k), _side(b, langs[1], k), 1.0, "x") for k, (a, b) in enumerate(rows))
    context = Context(pairs, (), *langs, lexicon=dictionary())
    _, skipped = _runner.run(context, registry.load("aligner.checks", "RULE"))
    assert not skipped


@given(_TEXTS)
def test_what_is_painted_over_keeps_its_place(text: str) -> None:
    painted = masked(text)
    assert len(painted) == len(text)
    assert all(a in (b, "\0") for a, b in zip(painted, text, strict=True))
