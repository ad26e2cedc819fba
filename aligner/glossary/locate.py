"""Where our own glossaries lie: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

from aligner.errors import GlossaryError


def own_files() -> tuple[Path, ...]:
    """Return the curated glossaries, in alphabetical order.

    A wheel carries them in the package; an editable install does not get them there, so the checkout is next.

    Raises:
        GlossaryError: neither place has any.

    >>> "rheumatology.csv" in [path.name for path in own_files()]
    True
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "glossaries", package.parent / "glossaries"):
        files = tuple(sorted(folder.glob("*.csv")))
        if files:
            return files
    raise GlossaryError("the glossaries that come with aligner are missing", "install it again")
