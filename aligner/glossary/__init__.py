"""The term base: loading glossaries, and matching their terms in the pairs."""
