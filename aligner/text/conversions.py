"""Whether one amount is another converted, as people round: 150 lb is 68 kg, 126 mg/dL of glucose is 7.0 mmol/L.

The molar masses are sums of the standard atomic weights of IUPAC, in g/mol.
"""

from __future__ import annotations

import math
import re
from fractions import Fraction

from aligner.text.numbers import Number

_MASSES = (
    (r"glucose|sugar|葡萄糖|血糖", "180.16"),
    (r"cholesterol|[HL]DL|胆固醇", "386.65"),
    (r"triglycerides?|triacylglycerol|甘油三酯|三酰甘油", "885.4"),
    (r"creatinine|肌酐", "113.12"),
    (r"urea|尿素", "60.06"),
    (r"urea nitrogen|BUN|尿素氮", "28.01"),
    (r"uric acid|urate|尿酸", "168.11"),
    (r"bilirubin|胆红素", "584.66"),
    (r"calcium|钙", "40.08"),
    (r"phosph|磷", "30.97"),
    (r"magnesium|镁", "24.31"),
    (r"iron|铁", "55.85"),
    (r"lactate|lactic acid|乳酸", "90.08"),
    (r"homocysteine|同型半胱氨酸", "135.18"),
    (r"cortisol|皮质醇", "362.46"),
    (r"vitamin D|25-?\(?OH\)?|维生素D", "400.64"),
    (r"testosterone|睾酮", "288.42"),
)
_MOLAR, _BY_MASS = (("amount", 1), ("length", -3)), (("length", -3), ("mass", 1))


def converted(one: Number, other: Number, text: str) -> bool:
    """Whether two numbers with their units are one amount in two systems; `text` names the substance.

    >>> from aligner.text.numbers import numbers
    >>> pound, kilogram = (numbers(text, "en")[0] for text in ("150 lb", "68 kg"))
    >>> sugar, molar = (numbers(text, "en")[0] for text in ("126 mg/dL", "7.0 mmol/L"))
    >>> converted(pound, kilogram, ""), converted(sugar, molar, "fasting glucose"), converted(sugar, molar, "urea")
    (True, True, False)
    """
    if not (one.amount and other.amount and one.values[0] and other.values[0]):
        return False
    (dims, size), (others, other_size) = one.amount, other.amount
    slack = _slack(one) + _slack(other)
    if dims == others:
        return not _is_decimal(size / one.values[0] / (other_size / other.values[0])) and _near(size, other_size, slack)
    if {dims, others} != {_MOLAR, _BY_MASS}:
        return False
    mass = size / other_size if dims == _BY_MASS else other_size / size
    return any(
        _near(mass, Fraction(g), slack + Fraction(1, 200))
        for name, g in _MASSES
        if re.search(name, text, re.IGNORECASE)
    )


def _near(one: Fraction, other: Fraction, slack: Fraction) -> bool:
    return abs(one - other) <= slack * max(one, other)


def _slack(number: Number) -> Fraction:
    """Return by which part of itself a number may have been rounded: half of its last place."""
    value = number.values[0]
    places = next((p for p in range(6) if (value * 10**p).denominator == 1), 6)
    return Fraction(1, 2 * 10**places) / value


def _is_decimal(ratio: Fraction) -> bool:
    """Whether two units of the same kind differ by a power of ten, so that nothing was rounded between them."""
    return ratio == Fraction(10) ** round(math.log10(ratio))
