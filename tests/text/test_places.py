"""Names of countries, provinces and cities are found, and what only looks like one is not."""

import pytest

from aligner.model import Lang
from aligner.text.places import named


def places(text: str, lang: Lang) -> list[str]:
    return ["/".join(sorted(place.places)) for place in named(text, lang)]


@pytest.mark.parametrize(
    ("english", "chinese", "place"),
    [
        ("nurses in Papua New Guinea", "巴布亚新几内亚的护士", "Papua New Guinea"),
        ("a Swiss cohort", "瑞士队列", "Switzerland"),
        ("Niger", "尼日尔", "Niger"),
        ("Shaanxi Province", "陕西省", "Shaanxi"),
        ("Inner Mongolia", "内蒙古自治区", "Inner Mongolia"),
        ("Xi'an", "西安市", "Xi'an"),
    ],
)
def test_a_place_is_the_same_in_both_languages(english: str, chinese: str, place: str) -> None:
    assert places(english, "en") == places(chinese, "zh") == [place]


def test_a_name_of_several_countries_may_be_any_of_them() -> None:
    assert places("英国", "zh") == ["England/Northern Ireland/Scotland/United Kingdom/Wales"]
    assert places("Korean", "en") == ["North Korea/South Korea"]


@pytest.mark.parametrize(
    "text", ["沿海地区", "长春新碱", "混合肥胖", "构成都不同", "最大连续剂量", "当日本组", "新墨西哥州"]
)
def test_chinese_words_that_hold_a_name_name_no_place(text: str) -> None:
    assert places(text, "zh") == []


@pytest.mark.parametrize(
    "text", ["Guinea pigs", "New England", "Aspergillus niger", "Latin America", "polish the crown"]
)
def test_english_words_that_hold_a_name_name_no_place(text: str) -> None:
    assert places(text, "en") == []


def test_what_may_mean_china_is_not_sure() -> None:
    assert [place.sure for place in named("我国和中国", "zh")] == [False, True]
