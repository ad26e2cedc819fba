"""A bilingual abstract of our own, so that the main job runs right after installation.

The Chinese holds five deliberate errors of different kinds; `aligner check --demo` shows them.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def paths() -> tuple[str, str]:
    """Return the paths of the English abstract and of its Chinese translation.

    >>> [Path(path).name for path in paths()]
    ['osteoporosis.en.txt', 'osteoporosis.zh.txt']
    """
    return str(_HERE / "osteoporosis.en.txt"), str(_HERE / "osteoporosis.zh.txt")
