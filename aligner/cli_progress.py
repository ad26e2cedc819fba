"""A bar on the terminal while one long text is worked on; nothing where nobody looks, or where it is done at once."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Shown

    from aligner.pipeline import Progress

_PATIENCE = 1.0  # seconds that may pass before a bar is shown


@contextmanager
def bar() -> Iterator[Progress]:
    """Give a function for `Pipeline.progress`, and take the bar away in the end."""
    shown: list[Shown] = []
    begun = time.monotonic()

    def progress(doing: str, share: float) -> None:
        if not shown and time.monotonic() - begun > _PATIENCE and sys.stderr is not None and sys.stderr.isatty():
            shown.append(_started())
        for one in shown:
            one.update(one.task_ids[0], description=doing, completed=share, total=1.0 if share else None)

    try:
        yield progress
    finally:
        for one in shown:
            one.stop()


def _started() -> Shown:
    from rich.console import Console
    from rich.progress import Progress as Bar

    found = Bar(console=Console(stderr=True), transient=True)
    found.add_task("")
    found.start()
    return found
