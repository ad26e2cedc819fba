"""The scores, one file each.

A score is a file that assigns `SCORE`; nothing else changes when one is added.
"""

from aligner.scores._run import run
from aligner.scores._score import ScoreContext, Scorer

__all__ = ["ScoreContext", "Scorer", "run"]
