"""An English-Chinese sentence aligner, medical terminology checker and translation-QA reporter.

>>> import aligner
>>> result = aligner.check(aligner.document("We saw 12 patients.", "我们观察了21例患者。"))
>>> [finding.rule for finding in result.findings]
['numbers']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from aligner.version import __version__

if TYPE_CHECKING:
    from aligner.comparison import compare
    from aligner.errors import AlignerError
    from aligner.model import Document, Finding, Match, Pair, Result, Segment, Term
    from aligner.partitions import align_frame, check_frame
    from aligner.pipeline import align, check, document, read, read_all

__all__ = [
    "AlignerError",
    "Document",
    "Finding",
    "Match",
    "Pair",
    "Result",
    "Segment",
    "Term",
    "__version__",
    "align",
    "align_frame",
    "check",
    "check_frame",
    "compare",
    "document",
    "read",
    "read_all",
]

_HOMES = {
    "AlignerError": "errors",
    "align": "pipeline",
    "align_frame": "partitions",
    "check": "pipeline",
    "check_frame": "partitions",
    "compare": "comparison",
    "document": "pipeline",
    "read": "pipeline",
    "read_all": "pipeline",
}


def __getattr__(name: str) -> Any:
    """Fetch a public name from its module when it is first used: importing the package does nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'aligner' has no attribute '{name}'")
    return getattr(import_module(f"aligner.{_HOMES.get(name, 'model')}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
