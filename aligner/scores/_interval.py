"""Intervals of 95% around figures without a reference."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist

_SIDE = 0.975
_Z = NormalDist().inv_cdf(_SIDE)


def wilson(right: int, n: int) -> tuple[float, float] | None:
    """Return Wilson's score interval (1927) of a share, None of nothing.

    It takes the single cases for independent of each other, which the same term twice is not quite.

    >>> low, high = wilson(9, 10)
    >>> f"{low:.3f} {high:.3f}"
    '0.596 0.982'
    """
    if not n:
        return None
    share, z2 = right / n, _Z**2
    middle = share + z2 / (2 * n)
    half = _Z * (share * (1 - share) / n + z2 / (4 * n * n)) ** 0.5
    return max((middle - half) / (1 + z2 / n), 0.0), min((middle + half) / (1 + z2 / n), 1.0)


def gamma(counts: Sequence[tuple[int, float]], least: float) -> tuple[float, float]:
    """Return the gamma interval of a weighted sum of rare events, which holds where there are few (Fay, Feuer 1997).

    `counts` holds (events, weight). One more event of the heaviest kind that occurred, or of the weight `least`
    where none did, is what the upper end allows for.

    >>> low, high = gamma([(0, 5.0)], 1.0)  # of no event, as Poisson's: 0 to 3.69
    >>> f"{low:.2f} {high:.2f}"
    '0.00 3.67'
    """
    total = sum(n * weight for n, weight in counts)
    spread = sum(n * weight**2 for n, weight in counts)
    heaviest = max((weight for n, weight in counts if n and weight), default=least)
    above, wider = total + heaviest, spread + heaviest**2
    low = spread / (2 * total) * _chi_square(1 - _SIDE, 2 * total**2 / spread) if total else 0.0
    return low, wider / (2 * above) * _chi_square(_SIDE, 2 * above**2 / wider)


def _chi_square(probability: float, freedom: float) -> float:
    """Return a quantile of the chi-square distribution, as Wilson and Hilferty (1931) approximate it."""
    part = 2 / (9 * freedom)
    root = max(1 - part + NormalDist().inv_cdf(probability) * math.sqrt(part), 0.0)
    return freedom * math.pow(root, 3)
