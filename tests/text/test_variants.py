import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.text import variants
from aligner.text.variants import chinese_key, english_key, unaccented


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("knee", "knees"),
        ("biopsy", "biopsies"),
        ("virus", "viruses"),
        ("sinus", "sinuses"),
        ("bacillus", "bacilli"),
        ("bacterium", "bacteria"),
        ("serum", "serums"),
        ("vertebra", "vertebrae"),
        ("appendix", "appendices"),
        ("index", "indexes"),
        ("index", "indices"),
        ("complex", "complexes"),
        ("metastasis", "metastases"),
        ("disease", "diseases"),
        ("cause", "causes"),
        ("abscess", "abscesses"),
        ("arthritis", "arthritides"),
        ("foot", "feet"),
        ("tumour", "tumors"),
        ("oedema", "edemas"),
        ("anaemia", "anemia"),
        ("aetiology", "etiology"),
        ("oesophagus", "esophagus"),
        ("foetus", "fetuses"),
        ("leukaemia", "leukemias"),
        ("diarrhoea", "diarrhea"),
        ("fibre", "fibers"),
        ("randomised", "randomized"),
        ("behavioural", "behavioral"),
        ("paediatric", "pediatric"),
        ("haemoglobin", "Hemoglobin"),
        ("Sjögren’s", "Sjogren"),
        ("analysis", "analyses"),
    ],
)
def test_spellings_of_one_word_share_a_key(one: str, other: str) -> None:
    assert english_key(one) == english_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("arthritis", "arthrosis"), ("ileum", "ilium"), ("bone", "born"), ("mucous", "mucus")],
)
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert english_key(one) != english_key(other)


def test_a_key_of_chinese_keeps_the_way_back() -> None:
    text = "布鲁氏·菌 病（ＡＢ）"
    key, offsets = chinese_key(text)
    assert key == "布鲁氏菌病(ab)"
    start = key.index("菌病")
    assert text[offsets[start] : offsets[start + 1] + 1] == "菌 病"
    assert len(offsets) == len(key) + 1


def test_accents_go_and_lengths_stay() -> None:
    text = "Ménière 患者 ﬁ"
    assert unaccented(text) == "Meniere 患者 f"
    assert len(unaccented(text)) == len(text)


@given(st.lists(st.sampled_from((*"abelst", "our", "ae", "sulph", "is", "ys", "ed", "mme", "ogue"))).map("".join))
def test_plain_words_need_no_rule_of_spelling(word: str) -> None:
    changed = [pattern for pattern, instead in variants._SPELLINGS if pattern.sub(instead, word) != word]
    assert variants._BRITISH.search(word) or not changed
