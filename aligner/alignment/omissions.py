"""Sentences without counterpart."""

from aligner.alignment.bead import Bead
from aligner.alignment.similarity import Text


def separated(text: Text, beads: list[Bead]) -> list[Bead]:
    """Return the beads."""
    return beads
