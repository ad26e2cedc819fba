"""Days with another month than in the source."""

import pytest

from aligner.checks._number_dates import misdated
from aligner.model import Lang
from aligner.text.numbers import numbers


def dates(source: str, target: str, langs: tuple[Lang, Lang]) -> list[str]:
    sides = numbers(source, langs[0]), numbers(target, langs[1])
    return [date.text for _, date in misdated(source, target, langs, sides)]


@pytest.mark.parametrize(
    ("source", "target", "langs", "found"),
    [
        ("On 15 March, it reported that there were 11 deaths.", "3月11日报告死亡15人。", ("en", "zh"), ["3月11日"]),
        ("By 8 February 2020", "8年2月2020日", ("en", "zh"), ["2月2020日"]),
        (
            "自3月13日起实施为期长达整整三十天即30天的旅行禁令，影响11国",
            "from March 30, for 13 days",
            ("zh", "en"),
            ["March 30"],
        ),
    ],
)
def test_a_day_of_another_month_is_found(source: str, target: str, langs: tuple[Lang, Lang], found: list[str]) -> None:
    assert dates(source, target, langs) == found


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("between 3 and 5 March 2020", "2020年3月3日至3月5日"),
        ("from 31 January to 15 March", "1月31日至3月15日"),
        ("In March 2020, 15 patients came.", "2020年3月收治15例。"),
        ("May 14 and 15", "5月14日和15日"),
    ],
)
def test_the_same_dates_agree(english: str, chinese: str) -> None:
    assert dates(english, chinese, ("en", "zh")) == []
    assert dates(chinese, english, ("zh", "en")) == []
