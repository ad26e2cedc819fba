"""Numbers that changed places between names."""

import pytest

from aligner.checks._number_owners import exchanged
from aligner.model import Lang
from aligner.text.numbers import numbers


def mended(source: str, target: str, langs: tuple[Lang, Lang]) -> list[str]:
    sides = numbers(source, langs[0]), numbers(target, langs[1])
    return [exchange.mended for exchange in exchanged(source, target, langs, sides)]


@pytest.mark.parametrize(
    ("english", "chinese", "right"),
    [
        ("men (n = 20) and women (n = 22)", "男22例，女20例", "20例，女22"),
        ("20% of men and 22% of women", "男性22%，女性20%", "20%，女性22"),
        ("12 cases in group A and 15 in group B", "A组15例，B组12例", "12例，B组15"),
        ("12 died and 30 survived", "30例死亡，12例存活", "12例死亡，30"),
        (
            "Compared with controls, 42 proteins were upregulated and 97 downregulated",
            "与对照相比，上调蛋白97种，下调蛋白42种",
            "42种，下调蛋白97",
        ),
    ],
)
def test_a_crosswise_change_is_found_and_mended(english: str, chinese: str, right: str) -> None:
    assert mended(english, chinese, ("en", "zh")) == [right]
    assert len(mended(chinese, english, ("zh", "en"))) == 1


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("20 men and 22 women", "女22例，男20例"),
        ("Groups A and B had 20 and 22 cases.", "A、B组分别为20例和22例。"),
        ("20 men and 20 women", "男女各20例"),
        ("He threw 50 yards on December 20.", "12月20日投出50码。"),
        ("Of 22 patients, 20 were men.", "22例中男20例。"),
    ],
)
def test_another_order_is_no_change(english: str, chinese: str) -> None:
    assert mended(english, chinese, ("en", "zh")) == []
    assert mended(chinese, english, ("zh", "en")) == []
