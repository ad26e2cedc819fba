"""Units are read in all the ways that the two languages write them."""

from itertools import pairwise

import pytest

from aligner.model import Lang
from aligner.text.units import Unit, unit_at, unit_name

SAME = [
    ("en:mg zh:毫克 en:milligrams en:MG", True),
    ("en:μg en:µg en:mcg en:ug zh:微克", True),
    ("en:mg/kg zh:毫克/千克 en:mg·kg-1 en:mg_kg⁻¹ zh:毫克每千克", True),
    ("en:mg·kg-1·d-1 zh:mg/(kg·d) en:mg/kg/day", True),
    ("en:mmol/L en:mM zh:毫摩尔/升", True),
    ("en:mg/dL en:mg/100_mL", True),
    ("en:mL zh:毫升 en:cm3 en:cc zh:立方厘米", True),
    ("en:mL/min/1.73_m2 zh:mL·min-1·1.73_m-2", True),
    ("en:kg/m2 en:kg/m² zh:kg/m2 zh:千克/平方米", True),
    ("en:beats/min en:bpm zh:次/分 zh:次/min", True),
    ("en:years zh:岁 zh:周岁 zh:年 en:yr", True),
    ("en:months zh:个月 zh:月龄", True),
    ("en:h zh:小时 en:hours zh:个小时", True),
    ("en:mmHg en:mm_Hg zh:毫米汞柱", True),
    ("en:°C zh:℃ zh:摄氏度 en:degrees_Celsius", True),
    ("en:% zh:% en:percent en:per_cent", True),
    ("en:percentage_points zh:个百分点", True),
    ("en:mg en:g", False),
    ("en:mg zh:微克", False),
    ("en:% zh:个百分点", False),
    ("en:weeks zh:个月", False),
    ("en:mmol/L en:mg/dL", False),
    ("en:mg/kg en:mg", False),
    ("en:Gy en:cGy", False),
]


def unit(written: str) -> Unit | None:
    lang: Lang = "en" if written.startswith("en:") else "zh"
    text = "5 " + written[3:].replace("_", " ")
    found = unit_at(text, 1, lang)
    assert found is None or found.end == len(text)
    return found


@pytest.mark.parametrize(("written", "same"), SAME)
def test_units_are_the_same_or_not(written: str, *, same: bool) -> None:
    units = [unit(one) for one in written.split()]
    assert None not in units
    assert all(a.like(b) == same for a, b in pairwise(units) if a and b)


@pytest.mark.parametrize(
    ("text", "at", "lang"),
    [
        ("1990s", 4, "en"),
        ("5 in each group", 1, "en"),
        ("12 has", 2, "en"),
        ("43 US cities", 2, "en"),
        ("5例", 1, "zh"),
        ("5年级", 1, "zh"),
        ("10周年", 2, "zh"),
        ("2克拉", 1, "zh"),
        ("6 PM", 1, "en"),
    ],
)
def test_what_is_no_unit(text: str, at: int, lang: Lang) -> None:
    assert unit_at(text, at, lang) is None


@pytest.mark.parametrize(
    ("written", "lang", "name"),
    [("en:mg", "zh", "mg"), ("zh:毫克", "en", "mg"), ("en:weeks", "zh", "周"), ("zh:个月", "en", "months"),
     ("zh:毫克/千克", "en", None), ("en:mg/kg", "zh", "mg/kg")],
)  # fmt: skip
def test_names_a_unit_in_the_other_language(written: str, lang: Lang, name: str | None) -> None:
    found = unit(written)
    assert found
    assert unit_name(found, "5 " + written[3:], lang) == name
