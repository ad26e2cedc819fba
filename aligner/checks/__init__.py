"""The rules, one file each.

A rule is a file that assigns `RULE`; its docstring is its manual page. Nothing else changes when one is added.
"""

from aligner.checks._figures import measured
from aligner.checks._runner import run

__all__ = ["measured", "run"]
