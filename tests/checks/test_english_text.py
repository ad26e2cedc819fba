"""The rules about marks, capitals and spelling in English: what they tell, and what they leave alone."""

import pytest

from tests.checks.told import en, hits, suggestions, words


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Pain,fever", [",fever"]),
        ("It was gone.The knee healed", [".The"]),
        ("P > 0.05;However, it", [";However"]),
        ("(VAS),ABI and", [",ABI"]),
        ("pain , fever .", ["pain ,", "fever ."]),
        ("arthritis(RA)", ["arthritis("]),
        ("( pain)", ["( pain"]),
        ("until 2018were seen", ["8were"]),
        ("pain  and fever", ["pain  and"]),
        ("46,XY, 1,200, p.Gly276Glu, e.g. here, (back)slash, child(ren), f(x), 8:30 and U.S.-based", []),
        ("see https://example.org/a,b;c and `print(x,y)`", []),
    ],
)
def test_spacing(target: str, expected: list[str]) -> None:
    assert en("english-spacing", target) == expected


def test_a_missing_space_is_put_in() -> None:
    assert suggestions(hits("english-spacing", [("疼痛", "Pain,fever")], "zh")) == [", fever"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("the pain was gone.", ["the"]),
        ("The pain was gone. he walked.", ["he"]),
        ("It fell (P<0.05). after that it rose.", ["after"]),
        ("mRNA rose. p53 fell. n-hexane rose. iPSCs grew. de Quervain said so.", []),
        ("Smith et al. found it, e.g. in No. 5 vs. the knee.", []),
        ("(1). no pain; 2. no fever.", []),
        ("do you have pain", []),
    ],
)
def test_sentences_begin_with_a_capital(target: str, expected: list[str]) -> None:
    source = "疼痛消失。" if target.endswith(".") else "疼吗"
    assert en("sentence-capital", target, source) == expected


def test_what_goes_on_from_an_open_segment_begins_small() -> None:
    rows = [("疼痛消失，", "The pain was gone,"), ("患者可行走。", "and then he walked.")]
    assert words(hits("sentence-capital", rows, "zh")) == []


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("in kenya and china", ["kenya", "china"]),
        ("from january to may 2019", ["january", "may"]),
        ("patients may march on; a polish of french fries; arabic numerals", []),
        ("see china.org and @china", []),
    ],
)
def test_proper_nouns(target: str, expected: list[str]) -> None:
    assert sorted(en("proper-noun-case", target)) == sorted(expected)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Pain，fever。", ["，", "。"]),
        ("spondylitis（AS）", ["（", "）"]),
        ("５ patients", ["５"]),
        ("tuina (推拿，针灸)", []),
        ("the mark “，” is a comma", []),
    ],
)
def test_full_width_marks_in_english(target: str, expected: list[str]) -> None:
    assert sorted(en("full-width-in-english", target)) == sorted(expected)


@pytest.mark.parametrize(
    ("target", "expected"),
    [("for 8~16 months and 2 ～ 3 years", ["8~16", "2 ～ 3"]), ("about ~30%, ~5 and 8–16", [])],
)
def test_tildes(target: str, expected: list[str]) -> None:
    assert en("tilde-range", target) == expected


@pytest.mark.parametrize(
    "right",
    [
        "an hour", "a unit", "a European", "an MRI", "a one-year study", "an uninfected man", "a uterine fibroid",
        "a urinary tract", "an ulcer", "an 8-week course", "an 11-year-old", "a 10-year-old", "an 80% rise", "a UTI",
        "an X-ray", "an HIV test", "a CT scan", "an L-shaped bone", "a useful test", "an umbrella", "a unilateral",
        "an unimportant", "a unimodal curve", "an urgent case", "an hourly dose", "a heart", "a Ugandan", "an EEG",
    ],
)  # fmt: skip
def test_a_and_an_by_sound(right: str) -> None:
    assert en("article", f"It was {right}.") == []
    article, rest = right.split(" ", 1)
    other = {"a": "an", "an": "a"}[article]
    assert suggestions(hits("article", [("一例", f"It was {other} {rest}.")], "zh")) == [article]


@pytest.mark.parametrize(
    "either", ["a historical", "an historical", "a SNP", "an SNP", "hepatitis a is", "groups a and b", "a 1800-bed"]
)
def test_where_speakers_differ_nothing_is_told(either: str) -> None:
    assert en("article", f"It was {either} matter.") == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("The tumour grew.", "The tumor and its color changed."), ["tumour"]),
        (("It was randomised.", "It was randomized, hospitalized."), ["randomised"]),
        (("The tumour was randomized.", "Oedema was seen."), []),
        (("The tumor was analyzed.", "The World Health Organisation and “colour”."), []),
        (("The color was seen.", "Further analyses were done."), []),
        (("The hemisphere, the academic and four programs", "and the tumour"), []),
    ],
)
def test_spelling_that_is_mixed(texts: tuple[str, str], expected: list[str]) -> None:
    assert words(hits("mixed-spelling", [("肿瘤", text) for text in texts], "zh")) == expected


@pytest.mark.parametrize(
    "written",
    [
        "The of the ward fell.",
        "Levels in the were low.",
        "An and a test.",
        "It fell in the than before.",
        "Seen by the.",
    ],
)
def test_an_article_without_its_noun(written: str) -> None:
    assert len(en("missing-word", written)) == 1


@pytest.mark.parametrize(
    "written",
    [
        "The in vitro study, an as yet unknown cause, the by now old test.",
        "Knowledge of and attitudes towards it; the WHO; the OR; the BUT trial.",
        "The on-treatment set; the with-profits fund; Vitamin A and the and-gate; xi'an is old.",
        "See https://example.org/the of the page.",
    ],
)
def test_what_may_follow_an_article(written: str) -> None:
    assert en("missing-word", written) == []
