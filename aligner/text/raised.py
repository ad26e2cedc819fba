"""Raised digits and signs as characters of their own, since 10 with a raised 9 is not 109."""

from __future__ import annotations

RAISED = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
