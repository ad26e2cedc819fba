"""The ledger knows where an abbreviation is introduced and what it stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.model import Lang
from aligner.text.abbreviations import introductions, is_abbreviation, key_of, long_form, uses


def introduced(text: str, lang: Lang) -> list[tuple[str, str]]:
    return [(i.key, text[i.long_start : i.long_end]) for i in introductions(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("with ankylosing spondylitis (AS).", "en", [("AS", "ankylosing spondylitis")]),
        ("Non-steroidal anti-inflammatory drugs (NSAIDs)", "en", [("NSAID", "Non-steroidal anti-inflammatory drugs")]),
        ("tumour necrosis factor alpha (TNF-α)", "en", [("TNFΑ", "tumour necrosis factor alpha")]),
        ("in the hospital (USA)", "en", []),
        ("a difference (P<0.05)", "en", []),
        ("the joint (Figure 2)", "en", []),
        ("stage (III)", "en", []),
        ("强直性脊柱炎(AS)患者", "zh", [("AS", "强直性脊柱炎")]),
        ("骨密度（bone mineral density，BMD）", "zh", [("BMD", "骨密度")]),
        ("骨密度（bone mineral density, BMD）降低", "zh", [("BMD", "骨密度")]),
        ("凝血因子Ⅴ（FⅤ）", "zh", [("FV", "凝血因子Ⅴ")]),
        ("（MRI）", "zh", []),
        ("共12例（n=12）", "zh", []),
    ],
)
def test_finds_introductions(text: str, lang: Lang, expected: list[tuple[str, str]]) -> None:
    assert introduced(text, lang) == expected


@pytest.mark.parametrize("token", ["Table", "P", "III", "IV", "Knee", "A"])
def test_what_is_no_abbreviation(token: str) -> None:
    assert not is_abbreviation(token)


def test_keys_disregard_plural_hyphens_and_width_of_numerals() -> None:
    assert key_of("PoVs") == key_of("POV")
    assert key_of("SARS-CoV-2") == key_of("SARS-CoV2")
    assert key_of("FⅤ") == key_of("FV")


def test_the_long_form_carries_the_letters() -> None:
    assert long_form("seen on magnetic resonance imaging", "MRI") == len("seen on ")
    assert long_form("seen on computed tomography", "MRI") is None


@given(st.text(), st.sampled_from(["en", "zh"]))
def test_spans_are_in_the_text(text: str, lang: Lang) -> None:
    for found in introductions(text, lang):
        assert 0 <= found.long_start <= found.long_end <= len(text)
        assert key_of(text[found.start : found.end]) == found.key
    for key, start, end in uses(text):
        assert key_of(text[start:end]) == key
