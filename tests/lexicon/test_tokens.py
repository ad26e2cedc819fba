import pytest

from aligner.lexicon import load, tokens


@pytest.fixture(scope="module")
def lexicon():
    return load()


def keys(text):
    return [token.key for token in tokens.english(text, str)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two hundred and fifty patients", ["#250", "patients"]),
        ("Twenty-one", ["#21"]),
        ("1.5 million", ["#1500000"]),
        ("one of the patients", ["patients"]),
        ("TNF-α and IL-6", ["tnf", "alpha", "il", "#6"]),
        ("in March 2019", ["#3", "march", "#2019"]),
        ("the patient's knee", ["patient", "knee"]),
        ("①", []),
    ],
)
def test_english(text, expected):
    assert [key for key in keys(text) if key[0] != "~" and key != "-"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二十一例患者", ["#21", "例", "患者"]),
        ("十二指肠", ["十二指肠"]),
        ("3万名", ["#30000", "名"]),
        ("ＩＬ－６升高", ["il", "#6", "升高"]),
        ("Ｐ＜０．０５", ["p", "#0.05"]),
        ("①", []),
    ],
)
def test_chinese(text, expected, lexicon):
    found = [token.key for token in tokens.chinese(text, lexicon, str)]
    assert [key for key in found if key[0] != "~"] == expected


def test_places_are_offsets(lexicon):
    text = "骨髓水肿（12例）"
    for token in tokens.chinese(text, lexicon, str):
        assert text[token.start :].startswith(token.key.lstrip("#~").replace("(", "（"))


def test_numerals_of_any_length():
    assert tokens.number_key(float("9" * 400)) == "#many"
    assert tokens.chinese_value("亿" * 1) == 0
