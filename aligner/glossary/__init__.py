"""The term base: loading glossaries (`load`, `termbase`), and matching their terms in the pairs (`matching`)."""

from aligner.glossary.ledger import ledger
from aligner.glossary.matching import match_terms
from aligner.glossary.termbase import TermBase, open_termbase

__all__ = ["TermBase", "ledger", "match_terms", "open_termbase"]
