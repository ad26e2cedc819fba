import subprocess
import sys
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.lexicon import load


@cache
def loaded():
    return load()


@pytest.fixture
def lexicon():
    return loaded()


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("顯著改善", "显著改善"),
        ("看著醫師", "看着医师"),
        ("皮膚乾燥", "皮肤干燥"),
        ("乾隆年間", "乾隆年间"),
        ("頭髮後面", "头发后面"),
        ("骨髓水腫", "骨髓水肿"),
    ],
)
def test_both_scripts(lexicon, traditional, simplified):
    assert lexicon.simplify(traditional) == simplified
    assert lexicon.traditional(simplified) == traditional


@pytest.mark.parametrize("text", ["显著降低，差异有统计学意义（P<0.05）", "皇后", "", "plain English", "髋部", "著名"])
def test_simplified_text_stays(lexicon, text):
    assert lexicon.simplify(text) == text


@given(st.text(alphabet="著顯後后乾干裡头頭髮a ，1", max_size=12))
def test_conversion_keeps_the_length(text):
    words = loaded()
    assert len(words.simplify(text)) == len(words.traditional(text)) == len(text)


@given(st.text(alphabet="强直性脊柱炎患者骨髓水肿，12例a ", max_size=14))
def test_edges_are_those_of_the_longest_words(text):
    words = loaded()
    at, edges = 0, {0}
    while at < len(text):
        at += words.longest(text, at)
        edges.add(at)
    assert words.edges(text, {}, len(text)) == edges


def test_a_known_word_is_no_edge_inside():
    assert loaded().edges("风险比为", {0: 3}, 4) == {0, 3, 4}
    assert loaded().edges("风险比为", {0: 1}, 2) == {0, 2}  # the dictionary's word is longer


def test_words_are_the_longest(lexicon):
    text = "强直性脊柱炎患者，12例"
    assert [text[a:b] for a, b in lexicon.words(text)] == ["强直性脊柱炎", "患者", "例"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("diagnoses", "diagnosis"),
        ("oedema", "edema"),
        ("treated", "treatment"),
        ("swellings", "swell"),
        ("took", "take"),
    ],
)
def test_forms_share_a_stem(lexicon, one, other):
    assert lexicon.stem(one)[:5] == lexicon.stem(other)[:5]


def test_an_unknown_word_is_its_own_stem(lexicon):
    assert lexicon.stem("Zorblax") == "zorblax"


def test_knows(lexicon):
    assert lexicon.knows("marrow")
    assert lexicon.knows("骨髓")
    assert lexicon.knows("頭髮")
    assert not lexicon.knows("zorblax")


def test_translates(lexicon):
    assert lexicon.translates("knee pain", "膝关节疼痛") > 0.6
    assert lexicon.translates("12 patients", "12名患者") > 0.6
    assert lexicon.translates("knee pain", "静脉血栓") < 0.1
    assert lexicon.translates("", "疼痛") == 0.0


def test_heavy_libraries_stay_out():
    code = (
        "import sys; from aligner.lexicon import load; load().stem('pain');"
        "print([m for m in ('nltk', 'jieba', 'pandas', 'scipy', 'numba') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
