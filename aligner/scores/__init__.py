"""The scores, one file each.

A score is a file that assigns `SCORE`; nothing else changes when one is added.
"""

from aligner.scores._parallel import Parallel, Path, line_by_line, path, through
from aligner.scores._run import run
from aligner.scores._score import Model, ScoreContext, Scorer

__all__ = ["Model", "Parallel", "Path", "ScoreContext", "Scorer", "line_by_line", "path", "run", "through"]
